// Jobs without cron: visits do them.
import assert from "node:assert/strict";
import { test } from "node:test";
import { Client } from "./client.mjs";
import { sql } from "./desk.mjs";

test("what is too old goes by and by when pages are visited, by lot", async () => {
	const count = () => Number(sql("SELECT COUNT(*) FROM sign_in_attempt WHERE subject = 'of long ago'")[0][0]);
	const client = new Client();
	sql("INSERT INTO sign_in_attempt SET subject = 'of long ago', failures = 1, since = NOW() - INTERVAL 9 DAY");
	sql("DELETE FROM job");
	for (let i = 0; i < 1000 && count(); i++)
		assert.equal((await client.get("/session")).status, 200);
	assert.equal(count(), 0);
});
