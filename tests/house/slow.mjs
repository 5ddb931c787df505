// slow.mjs PORT: 64 connections from one address begin requests and do not end them; whether somebody else is answered while they
// are held. Ends with 0 when so. UPCARD's certificate is not this test's matter.
import https from "node:https";
import tls from "node:tls";

const port = Number(process.argv[2]), begun = [
	"GET /session HTTP/1.1\r\nHost: localhost\r\nX-Slow: ",
	"POST /session HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: 900\r\n\r\nuser_name=a",
];
let gaveUp = 0;

// Resolves when it is held, or closed at once: either way it has taken all that it gets.
const slow = (at) => new Promise((resolve) => {
	const socket = tls.connect({ host: "127.0.0.1", port, localAddress: "127.0.9.9", rejectUnauthorized: false }, () => {
		socket.write(begun[at % 2]);
		resolve(socket);
	});
	socket.on("data", (part) => gaveUp += /^HTTP\/1.1 408/.test(part));
	socket.on("error", () => resolve(socket));
	socket.on("close", () => resolve(socket));
});

const answered = () => new Promise((resolve, reject) => https.get({ host: "127.0.0.1", port, path: "/session", localAddress: "127.0.0.5",
	rejectUnauthorized: false, agent: false }, (response) => {
	response.resume();
	response.on("end", () => resolve(response.statusCode));
}).on("error", reject));

const sockets = await Promise.all(Array.from({ length: 64 }, (_, at) => slow(at)));
const status = await answered();
const held = sockets.filter((socket) => !socket.destroyed && !socket.readableEnded).length;
console.log(`${status}, ${held} held, ${gaveUp} given up`);
process.exit(status === 200 && held && !gaveUp ? 0 : 1);
