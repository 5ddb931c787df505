// Whoever sends slowly keeps no program from others.
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { test } from "node:test";

test("a body that does not come is not waited for", async () => {
	const program = spawn(`${process.env.BUILD}/tests/web/site`, { env: { UPCARD_CONF: process.env.UPCARD_CONF, REQUEST_METHOD: "POST",
		PATH_INFO: "/site/form", REQUEST_URI: "/site/form", REMOTE_ADDR: "127.0.0.1", HTTP_HOST: "127.0.0.1",
		HTTP_SEC_FETCH_SITE: "same-origin", CONTENT_TYPE: "application/x-www-form-urlencoded", CONTENT_LENGTH: "100" },
	stdio: ["pipe", "pipe", "inherit"] });
	let said = "";
	program.stdout.on("data", (part) => said += part);
	program.stdin.write("word=a"); // and nothing more, nor an end
	assert.deepEqual(await once(program, "close"), [0, null]);
	assert.match(said, /^Status: 400/);
	program.stdin.destroy();
});
