// Pages and tables of two versions, as in the middle of an upgrade. On an Upcard of its own.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { Client, forms, read } from "./client.mjs";
import * as desk from "./desk.mjs";
import { Own } from "./own.mjs";

let own, manager;
const sql = (text) => desk.sql(text, own.UPCARD_SOCKET);
const version = () => Number(sql("SELECT MAX(number) FROM migration")[0][0]);
const become = (number) => sql(`UPDATE migration SET number = ${number} ORDER BY number DESC LIMIT 1`);

before(async () => {
	own = await new Own().start();
	manager = await desk.signIn(desk.person("Manager", own.UPCARD_SOCKET), new Client(own.UPCARD_URL));
});
after(async () => own?.stop());

// A page of its own, not 500 and not the one for a database that is away.
function brought(answer) {
	assert.equal(answer.status, 503);
	assert.match(answer.headers["retry-after"], /^\d+$/);
	assert.match(read(answer), /Upcard is being brought up to date/);
	assert.match(read(answer), /nothing was lost/);
	return /Request number ([0-9a-f]+)/.exec(read(answer))[1];
}

const logged = (number) => own.log().split("\n").find((line) => line.includes(number));

// Programs look when they connect.
async function reconnect() {
	await own.tell("database_stop");
	await own.tell("database_start");
}

describe("a program that connects to another version", () => {
	let newest, page, sent;
	before(async () => {
		newest = version();
		page = await manager.get("/customers/new");
		sent = { first_name: "Kept", last_name: desk.letters() };
	});
	test("says of a newer one that it is being brought up to date, and in the log what to do", async () => {
		become(newest + 1);
		await reconnect();
		assert.match(logged(brought(await manager.get("/customers"))), /version \d+, this program .* install the newest Upcard/);
	});
	test("also of an older one", async () => {
		become(newest);
		sql(`UPDATE migration SET done_at = NULL WHERE number = ${newest}`);
		await reconnect();
		assert.match(logged(brought(await manager.get("/customers"))), /not finished, .* run upcard migrate/);
	});
	test("keeps what was typed", async () => {
		const answer = await manager.submit(page, "new-customer-form", sent, { name: "save", value: "view" });
		brought(answer);
		const kept = forms(answer.text)[0];
		assert.equal(Object.fromEntries(kept.words).last_name, sent.last_name);
		sql(`UPDATE migration SET done_at = NOW() WHERE number = ${newest}`);
		assert.equal((await manager.post("/customers/new", kept.words)).status, 303);
	});
	test("works by itself when both are of one version again", async () => {
		assert.equal((await manager.get("/customers")).status, 200);
		assert.equal(sql(`SELECT COUNT(*) FROM customer WHERE last_name = '${sent.last_name}'`)[0][0], "1");
	});
});

describe("tables that are changed under a program at work", () => {
	test("are noticed by the first statement that misses one, and are no fault of the program", async () => {
		assert.equal((await manager.get("/setup")).status, 200);
		const newest = version();
		sql("RENAME TABLE placeholder TO placeholder_later");
		become(newest + 1);
		brought(await manager.get("/setup"));
		become(newest);
		const broken = await manager.get("/setup");
		assert.equal(broken.status, 500, "the same without a new version is a fault");
		sql("RENAME TABLE placeholder_later TO placeholder");
		assert.equal((await manager.get("/setup")).status, 200);
	});
});
