// An answer on its way: { status, headers, body }, "wait" milliseconds first, "way" how.
import { Readable, pipeline } from "node:stream";

const PIECE = 65536;

function head(response, { status, headers, body }) {
	response.writeHead(status, { ...headers, "Content-Length": Buffer.byteLength(body) });
}

function whole(response, answer) {
	head(response, answer);
	response.end(answer.body);
}

// The whole length is promised, half of it comes.
function cut(response, answer) {
	head(response, answer);
	response.write(answer.body.subarray(0, answer.body.length >> 1), () => response.destroy());
}

function drip(response, answer) {
	let at = 0;
	const one = () => {
		if (at < answer.body.length)
			response.write(answer.body.subarray(at, ++at));
		else
			response.end();
	};
	head(response, answer);
	one();
	const timer = setInterval(one, 1000);
	response.on("close", () => clearInterval(timer));
}

function* pieces(body) {
	for (let at = 0; at < body.length; at += PIECE)
		yield body.subarray(at, at + PIECE);
}

function chunked(response, { status, headers, body }) {
	response.writeHead(status, headers);
	pipeline(Readable.from(pieces(body)), response, () => {}); // who has enough hangs up, which is no fault here
}

const ways = { cut, drip, chunked, reset: (response) => response.destroy() };

export function send(response, answer) {
	const go = () => (ways[answer.way] ?? whole)(response, { body: "", ...answer });
	if (!answer.wait)
		return go();
	const timer = setTimeout(go, answer.wait);
	response.on("close", () => clearTimeout(timer));
}
