// Stands in for the outside providers of the social look-up: node server.mjs DIR
// DIR holds what certificates.sh made and gets requests.log. Three ports of the loopback address: one with a good
// certificate, one signed by nobody known, one for another host. Whom to ask about is told in people.mjs.
import { readFileSync } from "node:fs";
import https from "node:https";
import { join } from "node:path";
import { answered } from "./faults.mjs";
import { note } from "./log.mjs";
import { route } from "./routes.mjs";
import { send } from "./send.mjs";

const MOST = 1024 * 1024;
const dir = process.argv[2];
if (!dir) {
	console.error("usage: node server.mjs DIR");
	process.exit(2);
}
const read = (name) => readFileSync(join(dir, name));
const ca = read("ca.pem");

async function bodyOf(request) {
	const parts = [];
	let length = 0;
	for await (const part of request) {
		parts.push(part);
		if ((length += part.length) > MOST)
			throw new Error("the request is too large");
	}
	return Buffer.concat(parts).toString();
}

async function serve(request, response) {
	const base = `https://localhost:${request.socket.localPort}`;
	const { method, headers } = request;
	const body = await bodyOf(request);
	const url = new URL(request.url, base);
	const ask = route({ method, url, headers, body, base, ca });
	note({ provider: ask.provider, method, url: request.url, headers, body });
	send(response, answered(ask));
}

async function listen(name) {
	const certificate = { cert: read(`${name}.pem`), key: read(`${name}.key`) };
	const server = https.createServer(certificate, (request, response) => {
		serve(request, response).catch((error) => {
			console.error(`${request.method} ${request.url}: ${error.stack}`);
			response.destroy();
		});
	});
	server.on("tlsClientError", () => {}); // that is what the bad certificates are for
	await new Promise((resolve, reject) => server.on("error", reject).listen(0, "127.0.0.1", resolve));
	return server.address().port;
}

for (const signal of ["SIGTERM", "SIGINT"])
	process.on(signal, () => process.exit(0));
const ports = await Promise.all(["good", "untrusted", "elsewhere"].map(listen));
console.log(`ready ${ports.join(" ")}`);
