// An Upcard of its own, for tests that break it: own.sh and its answers.
import { spawn } from "node:child_process";
import { chmodSync, mkdtempSync, readFileSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { Client, words } from "./client.mjs";
import { password } from "./desk.mjs";

export class Own {
	async start() {
		this.folder = mkdtempSync(join(tmpdir(), "upcard-own."));
		chmodSync(this.folder, 0o711);
		this.shell = spawn("bash", [fileURLToPath(new URL("own.sh", import.meta.url)), join(this.folder, "data")],
			{ stdio: ["pipe", "pipe", "inherit"] });
		this.lines = createInterface({ input: this.shell.stdout })[Symbol.asyncIterator]();
		for (const line of await this.until("ready"))
			if (/^\w+=/.test(line))
				this[line.split("=")[0]] = line.slice(line.indexOf("=") + 1);
		return this;
	}

	// The lines before WORD.
	async until(word) {
		const said = [];
		for (;;) {
			const { value, done } = await this.lines.next();
			if (done)
				throw new Error(`own.sh ended: ${said.join("; ")}`);
			if (value === word)
				return said;
			said.push(value);
		}
	}

	async tell(command) {
		this.shell.stdin.write(`${command}\n`);
		await this.until("done");
	}

	// Ends what was started; its folder too, unless something is to be looked at.
	async stop() {
		const ended = new Promise((resolve) => this.shell.on("exit", resolve));
		this.shell.stdin.end();
		await ended;
		rmSync(this.folder, { recursive: true, force: true });
	}

	// Signed in, however many programs still hold a connection that is gone: each of them may say 503 once.
	async signedIn(name) {
		for (let i = 0; i < 20; i++) {
			const client = new Client(this.UPCARD_URL);
			const answer = await client.post("/session", { user_name: name, password });
			if (answer.status === 303)
				return client;
		}
		throw new Error(`${name} cannot sign in`);
	}

	async tokenOf(client) {
		for (let i = 0; i < 20; i++) {
			const page = await client.get("/session/account");
			if (page.status === 200)
				return words(page, "sign-out").token;
		}
		throw new Error("the account is not shown");
	}

	log() {
		return readFileSync(join(this.UPCARD_DATA, "log", "apache-error.log"), "utf8");
	}

	databasePid() {
		return Number(readFileSync(this.pidfile, "utf8"));
	}

	// The processes of program NAME of this instance alone: its configuration is in their environment.
	workers(name) {
		return readdirSync("/proc").filter((pid) => /^\d+$/.test(pid)).map(Number).filter((pid) => {
			try {
				return readFileSync(`/proc/${pid}/cmdline`, "utf8").split("\0").some((word) => basename(word) === name) &&
					readFileSync(`/proc/${pid}/environ`, "utf8").split("\0").includes(`UPCARD_CONF=${this.UPCARD_CONF}`);
			} catch {
				return false; // it ended meanwhile
			}
		});
	}
}
