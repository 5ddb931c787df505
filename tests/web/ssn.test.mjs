// A social security number is seen by those who may, for a minute, and lies nowhere in the clear.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { existsSync, readFileSync, readdirSync, statSync } from "node:fs";
import { before, describe, test } from "node:test";
import { join } from "node:path";
import { read, words } from "./client.mjs";
import { add, at, letters, one, person, rights, routes, save, signIn, signedIn, sql, tokenOf } from "./desk.mjs";

// A number of this run alone, so that nothing left by another test is found.
const digits = `2${String(10 + process.pid % 80)}${String(10 + Math.floor(Math.random() * 80))}${String(1000 + Math.floor(Math.random() * 9000))}`;
const ssn = `${digits.slice(0, 3)}-${digits.slice(3, 5)}-${digits.slice(5)}`;
const anywhere = new RegExp(`${digits.slice(0, 3)}.?${digits.slice(3, 5)}.?${digits.slice(5)}`);
// As somebody would read them; a token or a customer number may have the same four digits inside.
const lastFour = new RegExp(`(?<![0-9a-z_])${digits.slice(5)}(?![0-9a-z_])`, "i");
const data = process.env.UPCARD_DATA;
let manager, sales, admin, id;

const details = (client, of = id) => client.get(`/customer/${of}/details`);
const reveal = async (client, of = id, doing = "reveal") => client.submit(await details(client, of), "details", {},
	{ name: "ssn_do", value: doing, formaction: `/customer/${of}/ssn` });
const shows = async (client, of = id) => (await details(client, of)).text.includes(`value="${ssn}"`);
const mine = (client) => `staff_id = (SELECT id FROM staff WHERE user_name = '${client.name}')`;
const age = (client, seconds) => sql(`UPDATE session SET shown_at = NOW(6) - INTERVAL ${seconds} SECOND WHERE ${mine(client)} AND shown_at IS NOT NULL`);
const views = () => Number(one(`SELECT COUNT(*) FROM activity WHERE customer_id = ${id} AND action = 'ssn_shown'`));

before(async () => {
	[manager, sales, admin] = [await signedIn("Manager"), await signedIn("Salesperson"), await signedIn("Administrator")];
	id = await add(manager, { ssn });
});

describe("the mask", () => {
	test("shows the last four to a manager, nothing to a salesperson", async () => {
		const seen = (await details(manager)).text;
		assert.ok(seen.includes(`XXX-XX-${digits.slice(5)}`));
		assert.match(seen, lastFour);
		const page = (await details(sales)).text;
		assert.ok(page.includes("XXX-XX-XXXX"));
		assert.doesNotMatch(page, lastFour);
	});
	for (const route of routes())
		test(`${route.method} ${route.path} never has the number in the page without a reveal`, async () => {
			for (const client of [await signIn(person("Manager")), await signIn(person("Salesperson")), await signIn(person("Administrator"))]) {
				const token = await tokenOf(client);
				const answers = route.method === "GET" ? [await client.get(at(route, id))] :
					[await client.post(at(route, id), { token }), await client.post(at(route, id), { token: "x", ssn }),
						await client.post(at(route, id), { token, ssn_do: "x" }),
						await client.post(at(route, id), { token, ssn, row_version: "0", first_name: "", ssn_do: "hide" })];
				for (const answer of answers) {
					assert.doesNotMatch(answer.text, anywhere);
					assert.doesNotMatch(answer.location ?? "", anywhere);
				}
			}
		});
	test("is what a search for the number finds: nobody", async () => {
		for (const search of [ssn, digits, digits.slice(5)]) {
			const page = await manager.follow(await manager.submit(await manager.get("/customers"), "find", { search }));
			assert.ok(!page.text.includes(`/customer/${id}/`), "an SSN is no search key");
		}
	});
	test("is shown when somebody else changed the record, not the number", async () => {
		const page = await details(manager);
		await save(sales, id, { middle_name: letters() });
		const answer = await manager.submit(page, "details", { ssn: "216-45-0198", middle_name: letters() });
		assert.equal(answer.status, 409);
		assert.doesNotMatch(answer.text, anywhere);
		assert.doesNotMatch(answer.text, /216-?45-?0198/);
	});
});

describe("a reveal", () => {
	test("shows the number to a manager, counts the seconds and comes back masked without script", async () => {
		const answer = await reveal(manager);
		assert.equal(answer.status, 200);
		assert.ok(answer.text.includes(`value="${ssn}"`));
		assert.match(answer.text, /data-seconds="60"/);
		assert.match(answer.text, new RegExp(`<noscript><meta http-equiv="refresh" content="60;url=/customer/${id}/details"></noscript>`));
		assert.equal(answer.headers["cache-control"], "no-store");
	});
	test("is written to the log before, with who, when, which session and no value", async () => {
		const was = views();
		await reveal(manager);
		assert.equal(views(), was + 1);
		const row = sql(`SELECT a.staff_id = s.id, session_id IS NOT NULL, address IS NOT NULL, fields FROM activity a
			JOIN staff s ON s.user_name = '${manager.name}' WHERE customer_id = ${id} ORDER BY a.id DESC LIMIT 1`)[0];
		assert.deepEqual(row, ["1", "1", "1", "NULL"]);
		assert.match(read(await manager.get(`/customer/${id}/overview`)), /SSN viewed/);
	});
	test("stays when the page is opened again within the minute", async () => {
		assert.ok(await shows(manager));
		age(manager, 30);
		const page = await details(manager);
		const seconds = Number(/data-seconds="(\d+)"/.exec(page.text)[1]);
		assert.ok(seconds <= 30 && seconds > 0, `${seconds}`);
	});
	test("is over after 60 seconds", async () => {
		await reveal(manager);
		age(manager, 61);
		assert.ok(!await shows(manager));
		const seen = (await details(manager)).text;
		assert.ok(seen.includes(`XXX-XX-${digits.slice(5)}`));
		assert.match(seen, lastFour);
	});
	test("is over when the clock steps back", async () => {
		await reveal(manager);
		age(manager, -5);
		assert.ok(!await shows(manager));
	});
	test("is not seen in another session of the same person", async () => {
		const other = await signIn(manager.name);
		await reveal(manager);
		assert.ok(await shows(manager));
		assert.ok(!await shows(other));
	});
	test("of another customer masks the first at once", async () => {
		const second = await add(manager, { ssn: "216-45-0198" });
		await reveal(manager);
		await reveal(manager, second);
		assert.ok(!await shows(manager));
		assert.match((await details(manager, second)).text, /216-45-0198/);
	});
	test("is hidden by Hide now", async () => {
		await reveal(manager);
		const answer = await reveal(manager, id, "hide");
		assert.doesNotMatch(answer.text, anywhere);
		assert.ok(!await shows(manager));
	});
	test("is over when the right is taken away", async () => {
		const name = person(rights()), client = await signIn(name);
		await reveal(client);
		assert.ok(await shows(client));
		sql(`DELETE FROM role_right WHERE role = '${name}' AND right_code = 'ssn.reveal'`);
		assert.ok(!await shows(client));
	});
	test("is over after signing out and in again", async () => {
		const client = await signedIn("Manager");
		await reveal(client);
		await client.submit(await client.get("/session/account"), "sign-out");
		await signIn(client.name, client);
		assert.ok(!await shows(client));
	});
	test("is refused to a salesperson and an administrator, and writes no log", async () => {
		const was = views();
		for (const client of [sales, admin]) {
			const answer = await client.post(`/customer/${id}/ssn`, { token: await tokenOf(client), ssn_do: "reveal" });
			assert.equal(answer.status, 403);
			assert.doesNotMatch(answer.text, anywhere);
		}
		assert.equal(views(), was);
	});
	test("is not done by a GET", async () => {
		const was = views();
		assert.equal((await manager.get(`/customer/${id}/ssn?ssn_do=reveal`)).status, 405);
		await manager.get(`/customer/${id}/details?ssn_do=reveal`);
		assert.equal(views(), was);
	});
	test("keeps what was typed on the page, and reveals nothing of a customer without a number", async () => {
		const page = await details(manager);
		const answer = await manager.submit(page, "details", { middle_name: "Typed <i>" },
			{ name: "ssn_do", value: "reveal", formaction: `/customer/${id}/ssn` });
		assert.equal(words(answer, "details").middle_name, "Typed <i>");
		const bare = await add(manager), none = await manager.post(`/customer/${bare}/ssn`, { token: await tokenOf(manager), ssn_do: "reveal" });
		assert.ok(none.status === 200 && !none.text.includes("data-seconds"));
		assert.equal(one(`SELECT COUNT(*) FROM activity WHERE customer_id = ${bare} AND action = 'ssn_shown'`), "0");
	});
	test("shown in a form that is saved changes nothing", async () => {
		await reveal(manager);
		const sealed = one(`SELECT sealed FROM ssn WHERE customer_id = ${id}`);
		assert.equal((await save(manager, id, { middle_name: letters() })).status, 303);
		assert.equal(one(`SELECT sealed FROM ssn WHERE customer_id = ${id}`), sealed);
	});
	test("of a number that does not open says so, and leaves the rest of the record working", async () => {
		const [from, to] = [await add(manager, { ssn: "216-45-0196" }), await add(manager, { ssn: "216-45-0195" })];
		sql(`UPDATE ssn a JOIN ssn b ON b.customer_id = ${from} SET a.sealed = b.sealed WHERE a.customer_id = ${to}`);
		const stored = one(`SELECT sealed FROM ssn WHERE customer_id = ${to}`);
		for (const answer of [await details(manager, to), await details(sales, to),
			await manager.post(`/customer/${to}/ssn`, { token: await tokenOf(manager), ssn_do: "reveal" })]) {
			assert.equal(answer.status, 200);
			assert.match(read(answer), /cannot be opened with the keys here/);
			assert.doesNotMatch(answer.text, /216-?45|0196/);
		}
		assert.match((await save(manager, to, { job_title: "Roofer" })).location, /done=saved/);
		assert.equal(one(`SELECT job_title FROM customer WHERE id = ${to}`), "Roofer");
		assert.equal(one(`SELECT sealed FROM ssn WHERE customer_id = ${to}`), stored, "the number is kept as it is");
	});
});

describe("the number in the clear", () => {
	const files = (folder) => readdirSync(folder, { withFileTypes: true }).flatMap((entry) =>
		entry.isDirectory() ? files(join(folder, entry.name)) : entry.isFile() ? [join(folder, entry.name)] : []);
	const found = (file) => {
		const text = readFileSync(file, "latin1");
		return text.includes(digits) || text.includes(ssn) || text.includes(ssn.replaceAll("-", " "));
	};
	before(async () => {
		await reveal(manager);
		await manager.submit(await manager.get("/customers/new"), "new-customer-form", { ssn, last_name: "" });
		await manager.get(`/customers?ssn=${letters()}`);
		execFileSync("mariadb", ["--no-defaults", `--socket=${process.env.UPCARD_SOCKET}`, "-e", "FLUSH TABLES"]);
	});
	test("is in no log", () => {
		for (const file of files(join(data, "log")))
			assert.ok(!found(file), file);
	});
	test("is in no dump of the database", () => {
		const dump = execFileSync("mariadb-dump", ["--no-defaults", `--socket=${process.env.UPCARD_SOCKET}`, "upcard"],
			{ encoding: "latin1", maxBuffer: 1 << 30 });
		assert.ok(dump.includes("INSERT INTO `ssn`"));
		assert.ok(!dump.includes(digits) && !dump.includes(ssn));
	});
	test("is in no file of the database, the redo log among them", () => {
		const all = files(join(data, "db"));
		assert.ok(all.some((file) => file.endsWith("ib_logfile0")) && all.some((file) => file.endsWith("ssn.ibd")));
		for (const file of all)
			assert.ok(!found(file), file);
	});
	test("is in no other file of the data folder", () => {
		for (const file of files(data))
			assert.ok(statSync(file).size > 1e9 || !found(file), file);
	});
	test("the configuration and the key can be read by the programs' user alone", () => {
		assert.equal(statSync(join(data, "upcard.key")).mode & 0o777, 0o400);
		assert.equal(statSync(process.env.UPCARD_CONF).mode & 0o777, 0o600);
		assert.ok(!existsSync(join(data, "core")));
	});
	test("a number sealed twice looks different each time", async () => {
		const other = await add(manager, { ssn });
		assert.notEqual(one(`SELECT sealed FROM ssn WHERE customer_id = ${other}`), one(`SELECT sealed FROM ssn WHERE customer_id = ${id}`));
	});
});
