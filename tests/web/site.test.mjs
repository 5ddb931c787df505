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
	assert.match(answer.stderr, /GET \/site\/none: the handler gave no answer|GET site\/none: the handler gave no answer/);
});

test("what nobody may do without signing in leads there", () => {
	assert.match(ask("GET", "/site/mine", { secret: "0".repeat(64) }).head, /^Location: \/session\?next=%2Fsite%2Fmine\r?$/m);
});
