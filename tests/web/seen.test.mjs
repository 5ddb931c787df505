// Who saw which customers, who was refused what: one row a page, whatever the handler does.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { before, describe, test } from "node:test";
import { Client, address, words } from "./client.mjs";
import { add, letters, one, person, save, signIn, signedIn, sql } from "./desk.mjs";

const mine = (client) => `staff_id = (SELECT id FROM staff WHERE user_name = '${client.name}')`;
const rows = (client, what = "page, status, customer_id, shown") => sql(`SELECT ${what} FROM visit WHERE ${mine(client)} ORDER BY id`);
let manager;
before(async () => { manager = await signedIn("Manager"); });

describe("which records did this account see on 3 May", () => {
	// The one statement. A record counts that was opened, and one that stood in a list.
	const asked = (client, day) => sql(`SELECT DISTINCT s.customer_id FROM visit v
		JOIN JSON_TABLE(v.shown, '$[*]' COLUMNS (customer_id BIGINT UNSIGNED PATH '$')) s
		WHERE v.${mine(client)} AND v.happened_at >= '${day}' AND v.happened_at < '${day}' + INTERVAL 1 DAY
		ORDER BY s.customer_id`).map(([id]) => id);
	const moved = (client, day) => sql(`UPDATE visit SET happened_at = '${day} 15:00:00' WHERE ${mine(client)}`);

	test("is answered by one statement: opened, looked at, found and connected ones, no others", async () => {
		const family = letters(), ids = [];
		for (let i = 0; i < 5; i++)
			ids.push(await add(manager, { last_name: i < 2 ? family : letters() }));
		const [found, foundToo, opened, looked, connected] = ids;
		await manager.post(`/connect/${opened}`, [["token", words(await manager.get("/customers")).token], ["do", "save"],
			["relationship", "friend"], ["other", connected]]);
		const client = await signedIn("Salesperson");
		await client.follow(await client.post("/customers", { token: words(await client.get("/session/account")).token, search: family }));
		await client.get(`/customer/${opened}/details`);
		await client.get(`/customers/${looked}/look`);
		moved(client, "2026-05-03");
		assert.deepEqual(asked(client, "2026-05-03"), [found, foundToo, opened, looked, connected].sort());
		assert.deepEqual(asked(client, "2026-05-04"), []);
		assert.deepEqual(asked(await signedIn("Salesperson"), "2026-05-03"), []);
	});
	test("a list of any kind is one row, with those that stood on the page and none that did not", async () => {
		const family = letters(), ids = [];
		for (let i = 0; i < 26; i++)
			ids.push(await add(manager, { first_name: `F${String.fromCharCode(97 + i)}`, last_name: family }));
		const client = await signedIn("Salesperson");
		await client.follow(await client.post("/customers", { token: words(await client.get("/session/account")).token, search: family }));
		const seen = rows(client);
		assert.equal(seen.length, 1);
		assert.deepEqual(seen[0].slice(0, 3), ["GET /customers", "200", "NULL"]);
		assert.equal(JSON.parse(seen[0][3]).length, 25);
	});
});

describe("a page with customers", () => {
	test("leaves a row with who, from where and when; a page without leaves none", async () => {
		const id = await add(manager), client = await signedIn("Salesperson");
		await client.get("/session/account");
		await client.get(`/customer/${id}/overview`);
		assert.deepEqual(rows(client, `page, status, customer_id, shown, address,
			session_id = (SELECT id FROM session WHERE ${mine(client)}), happened_at > NOW() - INTERVAL 1 HOUR`),
		[["GET /customer/#/overview", "200", id, `[${id}]`, address, "1", "1"]]);
	});
	test("also when it comes back with a mistake or a stale form", async () => {
		const id = await add(manager), client = await signedIn("Manager");
		await save(client, id, { last_name: "" });
		await save(client, id, { row_version: "0", was: null, last_name: letters() });
		assert.deepEqual(rows(client, "page, status, shown").filter(([page]) => page.startsWith("POST")),
			[["POST /customer/#/details", "422", `[${id}]`], ["POST /customer/#/details", "409", `[${id}]`]]);
	});
	test("a save leaves its line in the history and none here", async () => {
		const id = await add(manager), client = await signedIn("Manager");
		assert.equal((await save(client, id, { job_title: "Pilot" })).status, 303);
		assert.deepEqual(rows(client, "page"), [["GET /customer/#/details"]]);
	});
});

describe("a refusal", () => {
	test("for want of a right says who wanted which record", async () => {
		const id = await add(manager), client = await signedIn([]);
		assert.equal((await client.get(`/customer/${id}/details`)).status, 403);
		assert.deepEqual(rows(client), [["GET /customer/#/details", "403", id, "NULL"]]);
	});
	test("of a form with another token, or from elsewhere", async () => {
		const id = await add(manager), client = await signedIn("Manager");
		assert.equal((await client.post(`/customer/${id}/status`, { token: "x", inactive: "1" })).status, 403);
		assert.equal((await client.post(`/customer/${id}/status`, { inactive: "1" }, { "Sec-Fetch-Site": "cross-site" })).status, 403);
		assert.deepEqual(rows(client), [["POST /customer/#/status", "403", id, "NULL"], ["POST /customer/#/status", "403", id, "NULL"]]);
	});
	test("by a rate limit is one row a minute of an address, however many there are", async () => {
		const from = new Client(undefined, "127.251.7.9"), name = person([]);
		sql("DELETE FROM visit WHERE address = '127.251.7.9'");
		for (let i = 0; i < 30; i++)
			await from.copy().post("/session", { user_name: `${i}${name}`, password: "wrong" });
		const seen = sql("SELECT page, status, staff_id FROM visit WHERE address = '127.251.7.9'");
		assert.deepEqual(seen[0], ["POST /session", "429", "NULL"]);
		assert.ok(seen.length <= 2, "the minute may have ended between");
	});
	test("a page that is not there leaves no trace", async () => {
		const client = await signedIn("Manager");
		await client.get("/customer/999999999/details");
		await client.get("/nothing");
		assert.deepEqual(rows(client), []);
	});
});

describe("a fault", () => {
	test("is written with who and from where, in the table and in the log", async () => {
		const name = person([]), client = await signIn(name), id = one(`SELECT id FROM staff WHERE user_name = '${name}'`);
		const { stdout, stderr } = spawnSync(`${process.env.BUILD}/tests/web/site`, { encoding: "utf8", env: {
			UPCARD_CONF: process.env.UPCARD_CONF, REQUEST_METHOD: "GET", PATH_INFO: "/site/mine/none", REQUEST_URI: "/site/mine/none",
			REMOTE_ADDR: "127.0.0.1", HTTP_HOST: "127.0.0.1", HTTP_COOKIE: `sid=${client.cookies.get("sid")}` } });
		assert.match(stdout, /^Status: 500/);
		assert.match(stderr, new RegExp(`GET /site/mine/none by ${id} at 127.0.0.1: .*the handler gave no answer`));
		assert.deepEqual(rows(client), [["GET /site/mine/none", "500", "NULL", "NULL"]]);
	});
});
