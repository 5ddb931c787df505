// bin/upcard-warm: as many processes of each program as were asked for, before anybody needs them. On an Upcard of its own.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { after, before, test } from "node:test";
import { Client } from "./client.mjs";
import { here, one, person, signIn } from "./desk.mjs";
import { Own } from "./own.mjs";

const programs = ["desk", "lookup"];
let own, desk;

function warm(count) {
	const { status, stderr } = spawnSync(`${here}bin/upcard-warm`, [count, own.UPCARD_URL, "--no-defaults", `--socket=${own.UPCARD_SOCKET}`],
		{ encoding: "utf8" });
	return { status, stderr };
}

before(async () => {
	own = await new Own().start();
	desk = await signIn(person("Manager", own.UPCARD_SOCKET), new Client(own.UPCARD_URL));
});
after(async () => own?.stop());

const works = async () => assert.equal((await desk.get("/customers")).status, 200);

test("every program has as many processes as were asked for, and who is signed in goes on", async () => {
	assert.deepEqual(warm(3), { status: 0, stderr: "" });
	for (const name of programs)
		assert.ok(own.workers(`${name}.fcgi`).length >= 3, `${name}: ${own.workers(`${name}.fcgi`)}`);
	await works();
	assert.equal(one("SELECT COUNT(*) FROM information_schema.processlist WHERE state LIKE 'Waiting%'", own.UPCARD_SOCKET), "0");
});

test("more than Apache's limits allow is refused in a sentence, and nothing stays locked", async () => {
	const { status, stderr } = warm(33);
	assert.equal(status, 1);
	assert.match(stderr, /^upcard-warm: \d+ of 33 processes for \/customers; Apache's limits must allow that many\n$/);
	await works();
});

test("without Upcard or without its database it says so", async () => {
	const lost = spawnSync(`${here}bin/upcard-warm`, [2, "http://127.0.0.1:9", "--no-defaults", `--socket=${own.UPCARD_SOCKET}`],
		{ encoding: "utf8" });
	assert.equal(lost.status, 1);
	assert.match(lost.stderr, /upcard-warm: http:\/\/127.0.0.1:9 does not answer/);
	const alone = spawnSync(`${here}bin/upcard-warm`, [2, own.UPCARD_URL, "--no-defaults", "--socket=/nowhere"], { encoding: "utf8" });
	assert.equal(alone.status, 1);
	assert.match(alone.stderr, /upcard-warm: MariaDB does not answer/);
	await works();
});
