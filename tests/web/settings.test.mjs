// Setup: two people change the dealership's settings at once. On an Upcard of its own.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { Client, led, read, words } from "./client.mjs";
import * as desk from "./desk.mjs";
import { Own } from "./own.mjs";

let own, me, other;
before(async () => {
	own = await new Own().start();
	[me, other] = await Promise.all([0, 1].map(() =>
		desk.signIn(desk.person("Manager", own.UPCARD_SOCKET), new Client(own.UPCARD_URL))));
});
after(async () => own?.stop());

const open = (client) => client.get("/setup");
const save = async (client, changes) => client.submit(await open(client), "settings", changes);
const stored = async () => words(await open(me), "settings");

test("what two people changed apart is kept together", async () => {
	const mine = await open(me);
	assert.equal((await save(other, { placeholders: "none@*" })).status, 303);
	assert.equal(led(await me.submit(mine, "settings", { access_social_media: "0" })), "/setup?done=settings");
	const now = await stored();
	assert.deepEqual([now.placeholders, now.access_social_media], ["none@*", "0"]);
});

test("what both changed is asked about and goes by the choice", async () => {
	const mine = await open(me);
	assert.equal((await save(other, { placeholders: "theirs@*" })).status, 303);
	const asked = await me.submit(mine, "settings", { placeholders: "mine@*" });
	assert.equal(asked.status, 409);
	assert.match(read(asked), /yours: mine@\* what somebody else saved: theirs@\*/);
	assert.equal((await stored()).placeholders, "theirs@*");
	assert.equal((await me.submit(asked, "settings", { "choose.placeholders": "mine" })).status, 303);
	assert.equal((await stored()).placeholders, "mine@*");
});

test("who saves while another one is saving waits and then sees what was saved", async () => {
	const pages = await Promise.all([me, other].map(open));
	const answers = await Promise.all([me, other].map((client, at) => client.submit(pages[at], "settings", { placeholders: `${at}@*` })));
	assert.deepEqual(answers.map((answer) => answer.status).sort(), [303, 409]);
});
