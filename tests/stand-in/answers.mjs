// What a sound provider answers: found, nobody there, and its refusals. An answer is { status, headers, body }.
import { STATUS_CODES } from "node:http";
import { http, json, pointed, soon, texts } from "./samples.mjs";

const counted = (limit, left, seconds) => ({ "X-RateLimit-Limit": String(limit),
	"X-RateLimit-Remaining": String(left), "X-RateLimit-Reset": String(soon(seconds)) });

const limits = {
	gravatar: () => counted(100, 99, 3600),
	github: () => ({ ...counted(10, 9, 60), "X-RateLimit-Used": "1", "X-RateLimit-Resource": "search" }),
	fediverse: () => ({ "Access-Control-Allow-Origin": "*" }),
};

const type = (ask) => ask.type ?? "application/json; charset=utf-8";

// VALUE as PROVIDER's JSON
export const answer = (ask, status, value) => ({ status, body: Buffer.from(JSON.stringify(value)),
	headers: { "Content-Type": type(ask), ...limits[ask.provider]?.() } });

export const picture = (body, status = 200) => ({ status, body, headers: { "Content-Type": "image/png" } });

// ---------------------------------------------------------------- found

// The answer about the person, its values changed by TWIST; INSTEAD: the picture to show. What leads to the next
// question stays as it is, or that would never be asked.
export function found(ask, twist = (value) => value, instead = undefined) {
	const value = twist(pointed(ask.sample, ask.base, instead));
	ask.lead?.(value);
	return answer(ask, 200, ask.titles ? texts(value, titled) : value);
}

// People Data Labs writes small letters unless asked for titles.
function titled(text, member) {
	const name = /(^|_)(names?|title|initial|locality|regions?|country|countries|continent)$/;
	return name.test(member) ? text.replace(/(^|[\s(])\p{L}/gu, (start) => start.toUpperCase()) : text;
}

// ---------------------------------------------------------------- nobody, and refusals

// STATUS in words
const named = (status) => STATUS_CODES[status];

const shapes = {
	gravatar: (status) => ({
		error: status === 401 ? "You are not authorized to perform this action" : named(status) }),
	github: (status) => ({ message: status === 401 ? "Bad credentials" : named(status),
		documentation_url: "https://docs.github.com/rest", status: String(status) }),
	fediverse: (status) => ({ error: named(status) }),
	fullcontact: (status) => ({ status, message: named(status) }),
	peopledata: (status) => ({ status, error: { type: status >= 500 ? "api_error" : "invalid_request_error",
		message: named(status) } }),
};

const bodies = {
	gravatar: { 403: "gravatar-403-private", 404: "gravatar-404" },
	github: { 422: "github-422" },
	fullcontact: { 403: "fullcontact-403", 404: "fullcontact-404", 422: "fullcontact-422" },
	peopledata: { 400: "pdl-400", 401: "pdl-401", 404: "pdl-404" },
};

const whole = {
	"gravatar 429": () => http("gravatar-429"),
	"github 403": () => http("github-403-rate-limit"),
	"github 429": () => limited(http("github-403-rate-limit")),
	"fediverse 404": () => http("webfinger-404"),
	"fediverse 429": (ask) => limited(answer(ask, 429, shapes.fediverse(429))),
	"libravatar 429": () => limited({ headers: {} }),
	"fullcontact 401": (ask) => answer(ask, 401, echoed(ask)),
	"fullcontact 429": () => http("fullcontact-429"),
	"peopledata 429": () => http("pdl-429"),
};

const limited = (one) => ({ ...one, status: 429, headers: { ...one.headers, "Retry-After": "60" } });

// It says the key it was given, which is why nobody may log or show this body.
function echoed(ask) {
	const key = /^Bearer (.+)$/.exec(ask.headers.authorization ?? "")?.[1];
	return texts(json("fullcontact-401"), (text) => key ? text.replace("not-a-real-token", () => key) : text);
}

// PROVIDER's refusal with STATUS: its sample where there is one, else something of its shape.
export function refused(ask, status) {
	const made = whole[`${ask.provider} ${status}`];
	if (made)
		return made(ask);
	const name = bodies[ask.provider]?.[status];
	const shape = shapes[ask.provider];
	if (!name && !shape) // pictures
		return { status, headers: { "Content-Type": "text/plain" }, body: Buffer.from(`${named(status)}\n`) };
	return answer(ask, status, name ? json(name) : shape(status));
}

// Nobody is known under that address.
export const nobody = (ask) => ask.nobody?.() ?? refused(ask, 404);
