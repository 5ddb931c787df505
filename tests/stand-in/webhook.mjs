// FullContact's "not yet": 202 first, the person by webhook a moment later, and on the next question.
import http from "node:http";
import https from "node:https";
import { answer, found } from "./answers.mjs";
import { note } from "./log.mjs";

const LATER = 300;
const asked = new Set();

export function queued(ask) {
	if (asked.has(ask.address))
		return found(ask);
	asked.add(ask.address);
	if (ask.webhook)
		setTimeout(() => post(ask), LATER);
	const when = ask.webhook ? `Your response will be sent to your webhook shortly at ${ask.webhook}.` :
		"Please retry your query within about 2 minutes.";
	return answer(ask, 202, { status: 202, message: `Queued for search. ${when}` });
}

// A webhook elsewhere is not for a test to call.
const loopback = (url) => /^(localhost|127(\.\d+){3}|\[::1\])$/.test(url.hostname);

function post(ask) {
	const said = (status) => note({ provider: "webhook", method: "POST", url: ask.webhook, status });
	const url = new URL(ask.webhook);
	if (!loopback(url))
		return said("not on the loopback address");
	const { body } = found({ ...ask, sample: "fullcontact-webhook-post-body" });
	const request = (url.protocol === "https:" ? https : http).request(url, { method: "POST", ca: ask.ca,
		agent: false, timeout: 10000,
		headers: { "Content-Type": "application/json", "Content-Length": body.length } });
	request.on("response", (response) => said(response.resume().statusCode));
	request.on("timeout", () => request.destroy(new Error("no answer")));
	request.on("error", (error) => said(error.message));
	request.end(body);
}
