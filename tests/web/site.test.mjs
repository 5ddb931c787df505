// What is done around every handler, by a program whose handlers only answer (site.c), as plain CGI.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { before, describe, test } from "node:test";
import { add, signedIn, sql, tokenOf } from "./desk.mjs";

const program = `${process.env.BUILD}/tests/web/site`;
let me, token, sid, id;

before(async () => {
	me = await signedIn("Manager");
	token = await tokenOf(me);
	sid = me.cookies.get("sid");
	id = await add(me);
});

// One request: METHOD PATH with BODY of TYPE, as who holds the session SECRET.
function ask(method, path, { body = "", type = "application/x-www-form-urlencoded", secret = sid, more = {} } = {}) {
	const [before, query = ""] = path.split("?");
	const { stdout, stderr } = spawnSync(program, { input: body, encoding: "utf8", env: { UPCARD_CONF: process.env.UPCARD_CONF,
		REQUEST_METHOD: method, PATH_INFO: before, QUERY_STRING: query, REQUEST_URI: path, REMOTE_ADDR: "127.0.0.1",
		HTTP_HOST: "127.0.0.1", HTTP_COOKIE: `sid=${secret}`, ...(method === "POST" ? { CONTENT_TYPE: type,
			CONTENT_LENGTH: String(Buffer.byteLength(body)), HTTP_SEC_FETCH_SITE: "same-origin" } : {}), ...more } });
	const [head, ...rest] = stdout.split("\r\n\r\n");
	return { status: Number(/^Status: (\d+)/.exec(head)?.[1]), head, text: rest.join("\r\n\r\n"), stderr };
}
const json = (answer) => JSON.parse(answer.text);
const words = (values) => new URLSearchParams(values).toString();

describe("an address", () => {
	test("is an area, a path and a number, and names no other program's pages", () => {
		const { who, ...rest } = json(ask("GET", "/site/page?word=a%20b"));
		assert.deepEqual(rest, { area: "site", path: "/page", word: "a b" });
		assert.ok(who);
		for (const path of ["/customers", "/site/other", "/site", "/", "", "/site/page/", "/sites/page"])
			assert.equal(ask("GET", path).status, 404, path);
	});
	test("asked for in another way says which way there is", () => {
		const answer = ask("POST", "/site/page", { body: words({ token }) });
		assert.equal(answer.status, 405);
		assert.match(answer.head, /^Allow: GET, HEAD\r?$/m);
	});
});

describe("a route with a record", () => {
	test("has it found before the handler runs, to look at and to change", () => {
		assert.equal(json(ask("GET", `/site/${id}/record`)).record, id);
		assert.equal(json(ask("POST", `/site/${id}/change`, { body: words({ token }) })).record, id);
	});
	test("answers 404 when there is none, without asking the handler", () => {
		assert.equal(ask("GET", "/site/999999999/record").status, 404);
		assert.equal(ask("GET", "/site/record").status, 404);
		assert.equal(ask("POST", "/site/999999999/change", { body: words({ token }) }).status, 404);
	});
});

describe("a body", () => {
	test("that is JSON goes where the route takes JSON, and comes back as JSON", () => {
		const answer = ask("POST", "/site/json", { body: '{"word":"M\u00e4rz \\"x\\""}', type: "application/json" });
		assert.match(answer.head, /^Content-Type: application\/json\r?$/m);
		assert.deepEqual(json(answer), { word: 'M\u00e4rz "x"' });
		assert.equal(ask("POST", "/site/json", { body: "{", type: "application/json" }).status, 422);
	});
	test("of the other kind is refused by both", () => {
		assert.equal(ask("POST", "/site/json", { body: words({ word: "a" }) }).status, 400);
		assert.equal(ask("POST", "/site/form", { body: "{}", type: "application/json" }).status, 400);
		assert.equal(ask("POST", "/site/form", { body: words({ word: "a" }) }).status, 303);
	});
});

// The body of a form with WORDS and a file called NAME with CONTENT, as a browser writes it.
function multipart(words, name, content) {
	const parts = Object.entries(words).map(([word, text]) => `--xYz\r\nContent-Disposition: form-data; name="${word}"\r\n\r\n${text}\r\n`);
	return Buffer.concat([Buffer.from(`${parts.join("")}--xYz\r\nContent-Disposition: form-data; name="file"; filename="${name}"\r\n`
		+ "Content-Type: application/octet-stream\r\n\r\n"), Buffer.from(content), Buffer.from("\r\n--xYz--\r\n")]);
}
const MULTIPART = "multipart/form-data; boundary=xYz";
const upload = (body, more = {}) => ask("POST", "/site/upload", { body, type: MULTIPART, ...more });

describe("a file", () => {
	test("comes with the words of its form, byte for byte", () => {
		const answer = json(upload(multipart({ word: "M\u00e4rz\r\n2" }, "C:\\fakepath\\list.csv", [0, 13, 10, 45, 45, 120, 255])));
		assert.deepEqual(answer, { word: "M\u00e4rz\n2", name: "list.csv", bytes: "000d0a2d2d78ff" });
	});
	test("that was not chosen is not there, nor is it in a form without one", () => {
		assert.deepEqual(json(upload(multipart({ word: "a" }, "", ""))), { word: "a" });
		assert.deepEqual(json(ask("POST", "/site/upload", { body: words({ word: "a" }) })), { word: "a" });
	});
	test("may be larger than a form and not larger than its route says", () => {
		assert.equal(json(upload(multipart({}, "a", Buffer.alloc(99 * 1024, 7)))).bytes.length, 2 * 99 * 1024);
		assert.equal(upload(multipart({}, "a", Buffer.alloc(100 * 1024))).status, 413);
		assert.equal(ask("POST", "/site/upload", { body: words({ word: "a".repeat(70 * 1024) }) }).status, 413);
	});
	test("is refused where no route takes one, and when it did not come whole", () => {
		assert.equal(ask("POST", "/site/form", { body: multipart({ word: "a" }, "a", "b"), type: MULTIPART }).status, 400);
		const whole = multipart({ word: "a" }, "a", "b").toString();
		for (const part of [whole.slice(0, -6), whole.replace('name="word"', 'name="w o"'), whole.replace('\r\n\r\na', "a"),
			whole.replace("--xYz--", "--xYz"), multipart({ word: "\u0001" }, "a", "b"), `${whole.slice(0, -9)}${whole}`])
			assert.equal(upload(part).status, 400, JSON.stringify(part.toString()));
		assert.equal(upload(whole, { type: "multipart/form-data" }).status, 400);
		assert.equal(upload(whole, { more: { CONTENT_LENGTH: "500" } }).status, 400);
	});
	test("that is an answer is sent with its length and its name, to HEAD without itself", () => {
		const { head, text } = ask("GET", "/site/download");
		assert.match(head, /^Content-Type: text\/plain\r?$/m);
		assert.match(head, /^Content-Length: 1048576\r?$/m);
		assert.match(head, /^Content-Disposition: attachment; filename="numbers.txt"\r?$/m);
		assert.equal(text, Array.from({ length: 65536 }, (_, i) => `${String(i).padStart(15, "0")}\n`).join(""));
		assert.equal(ask("HEAD", "/site/download").text, "");
	});
});

describe("a route that wants a fresh sign-in", () => {
	test("is open right after it", () => {
		assert.equal(json(ask("GET", "/site/fresh")).path, "/fresh");
		assert.equal(ask("POST", "/site/fresh", { body: words({ token, word: "a" }) }).status, 303);
	});
	test("asks for the password again later, keeps the form, and carries it out with the password", async () => {
		const old = await signedIn("Manager"), secret = old.cookies.get("sid"), form = { token: await tokenOf(old), word: "kept" };
		const { who } = json(ask("GET", "/site/mine", { secret }));
		sql(`UPDATE session SET started_at = NOW() - INTERVAL 301 SECOND WHERE staff_id = (SELECT id FROM staff WHERE user_name = '${who}')`);
		assert.equal(ask("GET", "/site/mine", { secret }).status, 200);
		assert.match(ask("GET", "/site/fresh", { secret }).head, /^Location: \/session\?next=%2Fsite%2Ffresh\r?$/m);
		const asked = ask("POST", "/site/fresh", { secret, body: words(form) });
		assert.equal(asked.status, 401);
		assert.match(asked.text, /name="word" value="kept"/);
		assert.equal(ask("POST", "/site/fresh", { secret, body: words({ ...form, user_name: "manager", password: "wrong" }) }).status, 422);
		const done = ask("POST", "/site/fresh", { secret, body: words({ word: "kept", user_name: "manager", password: "drive-the-lot-2026" }) });
		assert.equal(done.status, 303);
		assert.match(done.head, /^Location: \/site\/done\/kept\r?$/m);
		assert.match(done.head, /^Set-Cookie: sid=/m);
	});
});

test("a handler without an answer is a fault of ours, with a number for the log", () => {
	const answer = ask("GET", "/site/none");
	assert.equal(answer.status, 500);
	assert.match(answer.stderr, /GET \/site\/none by \d+ at 127.0.0.1: GET site\/none: the handler gave no answer/);
});

test("what nobody may do without signing in leads there", () => {
	assert.match(ask("GET", "/site/mine", { secret: "0".repeat(64) }).head, /^Location: \/session\?next=%2Fsite%2Fmine\r?$/m);
});
