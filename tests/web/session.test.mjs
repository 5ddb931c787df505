// Signing in and out, time limits, rights that change, one's own password and preferences.
import assert from "node:assert/strict";
import { before, beforeEach, describe, test } from "node:test";
import { Client, address, forms, led, read, words } from "./client.mjs";
import { letters, one, password, person, rights, signIn, signedIn, sql, tokenOf } from "./desk.mjs";

const attempt = (user_name, word, client = new Client()) => client.post("/session", { user_name, password: word });
const mine = (name) => `staff_id = (SELECT id FROM staff WHERE user_name = '${name}')`;
const alive = async (client) => (await client.get("/session/account")).status === 200;
// The clock is not waited for: what the database noted is moved back.
const elapse = (seconds) => sql(`UPDATE sign_in_attempt SET since = since - INTERVAL ${seconds} SECOND,
	wait_until = wait_until - INTERVAL ${seconds} SECOND`);
// A wait of a second would be over before a slow machine asks again.
const longer = () => elapse(-50);
const elsewhere = () => new Client(undefined, `127.${1 + Math.floor(Math.random() * 250)}.${1 + Math.floor(Math.random() * 250)}.9`);

describe("signing in", () => {
	test("leads to the customers, or to one's account without the right to see them", async () => {
		assert.equal((await attempt(person("Salesperson"), password)).location, "/customers");
		assert.equal((await attempt(person([]), password)).location, "/session/account");
	});
	test("begins a new session each time, whatever cookie was sent", async () => {
		const client = new Client(), name = person([]);
		client.cookies.set("sid", "f".repeat(64));
		await signIn(name, client);
		assert.notEqual(client.cookies.get("sid"), "f".repeat(64));
		assert.notEqual(client.cookies.get("sid"), (await signIn(name)).cookies.get("sid"));
	});
	test("takes the user name in any case", async () => {
		assert.equal((await attempt(person([]).toUpperCase(), password)).status, 303);
	});
	test("a wrong password and an unknown name get the same answer", async () => {
		const name = person([]), strip = (answer) => answer.text.replaceAll(name, "NAME").replaceAll("nobody-here", "NAME");
		const [wrong, unknown] = [await attempt(name, "wrong"), await attempt("nobody-here", "wrong")];
		assert.equal(wrong.status, 422);
		assert.equal(unknown.status, 422);
		assert.equal(strip(wrong), strip(unknown));
		assert.deepEqual([...wrong.set, ...unknown.set], []);
	});
	test("an account that is inactive gets that answer too", async () => {
		const name = person([]);
		sql(`UPDATE staff SET inactive = 1 WHERE user_name = '${name}'`);
		assert.match(read(await attempt(name, password)), /User name or password is wrong/);
	});
	test("keeps the user name and never the password", async () => {
		const answer = await attempt("A <b>", "my-secret-word");
		assert.equal(words(answer).user_name, "A <b>");
		assert.ok(!answer.text.includes("my-secret-word"));
	});
	test("says which field is empty", async () => {
		assert.match(read(await attempt("", "")), /Enter your user name.*Enter your password/);
	});
	test("blanks belong to a password", async () => {
		assert.equal((await attempt(person([]), ` ${password}`)).status, 422);
	});
	test("long and strange names break nothing", async () => {
		for (const name of ["x".repeat(5000), "' OR 1=1 --", "%", "\u{1F697}".repeat(40), "\u00e9\u0301", "\\"])
			assert.equal((await attempt(name, "x".repeat(2000), elsewhere())).status, 422, name.slice(0, 9));
	});
	test("again in a second tab works", async () => {
		const client = await signedIn([]), first = client.cookies.get("sid");
		const answer = await attempt(client.name, password, client);
		assert.equal(answer.status, 303);
		assert.notEqual(client.cookies.get("sid"), first);
		assert.ok(await alive(client));
	});
	test("ends the session that the browser had, whoever it was of, and says so", async () => {
		for (const other of [false, true]) {
			const client = await signedIn([]), old = client.copy(), name = client.name;
			await attempt(other ? person([]) : name, password, client);
			assert.ok(!await alive(old));
			assert.ok(await alive(client));
			assert.equal(one(`SELECT COUNT(*) FROM activity WHERE ${mine(name)} AND action = 'signed_out'`), "1");
		}
	});
	test("that fails ends nothing", async () => {
		const client = await signedIn([]);
		assert.equal((await attempt(client.name, "wrong", client)).status, 422);
		assert.ok(await alive(client));
	});
	test("is written to the log, and so is a refusal", async () => {
		const name = person([]);
		await attempt(name, "wrong");
		await signIn(name);
		assert.deepEqual(sql(`SELECT action, address FROM activity WHERE ${mine(name)} ORDER BY id`),
			[["sign_in_refused", address], ["signed_in", address]]);
	});
	test("the sign-in page leads on who is signed in already", async () => {
		const client = await signedIn("Manager");
		assert.equal((await client.get("/session")).location, "/customers");
	});
});

describe("next", () => {
	const go = async (next, name) => (await new Client().post("/session", { user_name: name, password, next })).location;
	test("leads to the page that was asked for, with its words", async () => {
		const name = person("Manager"), client = new Client();
		const asked = await client.get("/customers?page=2&style=advanced");
		const page = await client.follow(asked);
		const answer = await client.submit(page, "sign-in", { user_name: name, password });
		assert.equal(answer.location, "/customers?page=2&style=advanced");
	});
	test("cannot lead to another site", async () => {
		const name = person("Manager");
		for (const next of ["https://evil.example/", "//evil.example/", "/\\evil.example", "\\\\evil.example", "http:evil",
			"/\t/evil.example", "/\t\\evil.example", "\t//evil.example", " //evil.example", "/\n/evil.example", "/\r\n/evil.example",
			"javascript:alert(1)", "evil.example", "/session/out", "/\u0009/evil.example", "///evil.example", "/x\r\nSet-Cookie: a=b"]) {
			const to = new URL(await go(next, name), "http://desk.example/a/b");
			assert.equal(to.host, "desk.example", JSON.stringify(next));
			assert.notEqual(to.pathname, "/session/out");
		}
	});
	test("of any length or characters does not keep anybody out", async () => {
		const name = person("Manager");
		for (const next of [`/customers?x=${"y".repeat(7000)}`, `/${"z".repeat(60000)}`, "/customers?x=\u00e9", "/\u{1F697}", "/%0d%0ax"]) {
			const client = new Client(), answer = await client.post("/session", { user_name: name, password, next });
			assert.equal(answer.status, 303, `${next.slice(0, 20)}: ${answer.status}`);
			assert.ok(await alive(client));
			assert.match(answer.location, /^[\x21-\x7e]+$/);
		}
	});
	test("a very long address leads nobody into an error page", async () => {
		for (const path of [`/customers?x=${"y".repeat(3000)}`, `/customers?x=${"%25".repeat(2000)}`, `/customers?x=${"%C3%A9".repeat(1200)}`])
			assert.equal((await new Client().get(path)).status, 303, path.slice(0, 20));
	});
	test("is escaped in the page", async () => {
		const answer = await new Client().get(`/session?next=${encodeURIComponent('/"><script>alert(1)</script>')}`);
		assert.ok(!answer.text.includes("<script>alert"));
	});
});

describe("wrong passwords", () => {
	let name;
	beforeEach(() => {
		name = person([]);
		sql("DELETE FROM sign_in_attempt");
	});
	const fail = async (times, who = name) => {
		let answer;
		for (let i = 0; i < times; i++)
			answer = await attempt(who, "wrong", elsewhere());
		return answer;
	};
	// WHO has to wait SECONDS, and is told how many of them are left; the right password does not help.
	async function waits(who, seconds) {
		const left = () => Number(one("SELECT MAX(TIMESTAMPDIFF(SECOND, NOW(), wait_until)) FROM sign_in_attempt"));
		assert.equal(one("SELECT MAX(TIMESTAMPDIFF(SECOND, since, wait_until)) FROM sign_in_attempt"), String(seconds));
		longer();
		const before = left(), answer = await attempt(who, password, elsewhere()), told = answer.headers["retry-after"];
		assert.equal(answer.status, 429);
		assert.match(told, /^\d+$/);
		assert.ok(told <= before + 1 && told >= left() + 1, `${told} of ${before}`);
		assert.ok(read(answer).includes(`Too many wrong tries. Wait ${told} seconds and try again.`));
	}
	test("are answered at once four times, from the fifth on with 429 and Retry-After", async () => {
		assert.equal((await fail(5)).status, 422);
		await waits(name, 1);
	});
	test("of a name that does not exist are slowed down in the same way", async () => {
		await fail(5, `no-${name}`);
		await waits(`no-${name}`, 1);
	});
	test("take twice as long each time, up to 15 minutes", async () => {
		await fail(5);
		for (const seconds of [2, 4, 8, 16, 32, 64, 128, 256, 512, 900, 900]) {
			elapse(1000);
			assert.equal((await attempt(name, "wrong", elsewhere())).status, 422);
			await waits(name, seconds);
		}
	});
	test("are forgotten when the right one comes after the wait", async () => {
		await fail(6);
		elapse(1000);
		assert.equal((await attempt(name, password)).status, 303);
		assert.equal((await fail(4)).status, 422);
		assert.equal((await attempt(name, password)).status, 303);
	});
	test("twenty from one address close it for ten minutes, for every name, and for nobody elsewhere", async () => {
		const from = elsewhere();
		for (let i = 0; i < 20; i++)
			assert.equal((await attempt(letters(), "x", from)).status, 422);
		assert.equal((await attempt(name, password, from)).status, 429);
		assert.equal((await attempt(name, password, elsewhere())).status, 303);
		elapse(601);
		assert.equal((await attempt(name, password, from)).status, 303);
	});
	// How often each status was answered.
	const statuses = (answers) => answers.reduce((counts, { status }) => ({ ...counts, [status]: (counts[status] ?? 0) + 1 }), {});
	const thirty = (one) => Promise.all(Array.from({ length: 30 }, (_, i) => one(i)));
	test("thirty at once of a name are thirty: the one that is looked at closes it", async () => {
		await fail(4);
		sql("UPDATE sign_in_attempt SET failures = 30 WHERE failures = 4");
		assert.deepEqual(statuses(await thirty((i) => attempt(name, "wrong", new Client(undefined, `127.252.${i + 1}.9`)))),
			{ 422: 1, 429: 29 });
	});
	test("thirty at once from an address are thirty: twenty are looked at", async () => {
		const from = elsewhere();
		assert.deepEqual(statuses(await thirty(() => attempt(letters(), "wrong", from.copy()))), { 422: 20, 429: 10 });
	});
	test("right ones at once are no failures", async () => {
		const names = Array.from({ length: 19 }, () => person([])), from = elsewhere();
		assert.deepEqual(statuses(await Promise.all(names.map((one) => attempt(one, password, from.copy())))), { 303: 19 });
		assert.deepEqual(statuses(await thirty(() => attempt(letters(), "wrong", from.copy()))), { 422: 20, 429: 10 });
	});

	// A browser in which NAME signed in before, signed out.
	async function knownDevice(from = elsewhere()) {
		const client = await signIn(name, from);
		client.cookies.delete("sid");
		return client;
	}
	test("of invented names keep nobody out of a browser that they signed in on before", async () => {
		const client = await knownDevice();
		for (let i = 0; i < 20; i++)
			await attempt(letters(), "x", new Client(undefined, client.from));
		assert.equal((await attempt(name, password, new Client(undefined, client.from))).status, 429);
		assert.equal((await attempt(name, password, client)).status, 303);
	});
	test("elsewhere hold nobody up in such a browser, and those in it nobody elsewhere", async () => {
		const client = await knownDevice();
		await fail(5);
		sql("UPDATE sign_in_attempt SET failures = 15, wait_until = NOW() + INTERVAL 900 SECOND WHERE failures = 5");
		assert.equal((await attempt(name, password)).status, 429);
		assert.equal((await attempt(name, password, client)).status, 303);
		elapse(1000);
		client.cookies.delete("sid");
		for (let i = 0; i < 5; i++)
			await attempt(name, "wrong", client);
		longer();
		assert.equal((await attempt(name, password, client)).status, 429);
		assert.equal((await attempt(name, password, elsewhere())).status, 303);
	});
	test("of one person are not allowed by the cookie of another", async () => {
		const client = await knownDevice(), other = person([]);
		await fail(5, other);
		longer();
		assert.equal((await attempt(other, password, client)).status, 429);
	});
	test("leave a browser its several people", async () => {
		const client = await knownDevice(), second = person([]);
		await signIn(second, client);
		for (const who of [name, second]) {
			await fail(5, who);
			longer();
			assert.equal((await attempt(who, password, client)).status, 303);
		}
	});

	test("do not end sessions that are there", async () => {
		const client = await signIn(name);
		await fail(6);
		assert.ok(await alive(client));
	});
});

describe("a session", () => {
	const back = (client, what, minutes) =>
		sql(`UPDATE session SET ${what} = NOW() - INTERVAL ${minutes} MINUTE WHERE ${mine(client.name)}`);
	test("ends after 30 minutes without a click, not before", async () => {
		const client = await signedIn([]);
		back(client, "seen_at", 29);
		assert.ok(await alive(client), "that click counts");
		assert.equal(one(`SELECT seen_at > NOW() - INTERVAL 1 MINUTE FROM session WHERE ${mine(client.name)}`), "1");
		back(client, "seen_at", 31);
		assert.ok(!await alive(client));
	});
	test("ends after 12 hours whatever happens", async () => {
		const client = await signedIn([]);
		back(client, "started_at", 12 * 60 - 1);
		assert.ok(await alive(client));
		back(client, "started_at", 12 * 60 + 1);
		assert.ok(!await alive(client));
	});
	test("is over for good after signing out, for a copied cookie too", async () => {
		const client = await signedIn([]), thief = client.copy();
		const answer = await client.submit(await client.get("/session/account"), "sign-out");
		assert.equal(answer.location, "/session");
		assert.ok(!client.cookies.has("sid"));
		assert.ok(!await alive(thief));
		assert.equal(one(`SELECT COUNT(*) FROM session WHERE ${mine(client.name)}`), "0");
	});
	test("signing out without a session leads to the sign-in page as well", async () => {
		assert.equal((await new Client().post("/session/out", {})).location, "/session");
	});
	test("signing out ends this session alone", async () => {
		const client = await signedIn([]), other = await signIn(client.name);
		await client.submit(await client.get("/session/account"), "sign-out");
		assert.ok(await alive(other));
	});
	test("a right that was taken away is gone with the next click, and back with the one after", async () => {
		const name = person(rights()), client = await signIn(name);
		assert.equal((await client.get("/customers")).status, 200);
		sql(`DELETE FROM role_right WHERE role = '${name}' AND right_code = 'customer.see'`);
		assert.equal((await client.get("/customers")).status, 403);
		sql(`INSERT INTO role_right VALUES ('${name}', 'customer.see')`);
		assert.equal((await client.get("/customers")).status, 200);
	});
	test("pages show only what the rights allow", async () => {
		const client = await signedIn(["customer.see"]);
		const page = await client.get("/customers");
		assert.ok(!page.text.includes("/customers/new"));
		assert.ok((await (await signedIn("Salesperson")).get("/customers")).text.includes("/customers/new"));
	});
});

describe("one's own account", () => {
	const fresh = "walrus kettle orbit mango 7";
	let client;
	before(async () => { client = await signedIn("Manager"); });
	const change = async (typed) => client.submit(await client.get("/session/account"), "change-password", typed);

	test("a password that is short, easy, one's own name or not repeated is refused", async () => {
		for (const [word, repeated, sentence] of [["short", "short", /12 characters/], ["passwordpassword", "passwordpassword", /easy to guess/],
			[client.name.repeat(3), client.name.repeat(3), /easy to guess/], [fresh, `${fresh}x`, /differ/], ["x".repeat(900), "x".repeat(900), /128/]]) {
			const answer = await change({ password, new_password: word, confirm_password: repeated });
			assert.equal(answer.status, 422);
			assert.match(read(answer), sentence);
			assert.ok(!answer.text.includes(`value="${word}"`));
		}
	});
	test("a password of words that everybody here knows, or that was found elsewhere, is refused", async () => {
		for (const word of ["HillsideMotors2026", `${client.name}-hillside-1!`, "liverpoolfc1892", "1qaz2wsx3edc4rfv"])
			assert.match(read(await change({ password, new_password: word, confirm_password: word })), /easy to guess/, word);
	});
	test("the current password must be right", async () => {
		const answer = await change({ password: "wrong", new_password: fresh, confirm_password: fresh });
		assert.equal(answer.status, 422);
		assert.match(read(answer), /not your current password/);
		assert.ok(await alive(client));
	});
	test("a changed password ends the other sessions, and only the new one opens", async () => {
		const other = await signIn(client.name), copied = client.copy();
		const answer = await client.follow(await change({ password, new_password: fresh, confirm_password: fresh }));
		assert.match(read(answer), /Your password was changed/);
		assert.ok(await alive(client));
		assert.ok(!await alive(other));
		assert.ok(!await alive(copied), "the secret is another one");
		assert.equal((await attempt(client.name, password)).status, 422);
		assert.equal((await attempt(client.name, fresh)).status, 303);
		assert.equal(one(`SELECT action FROM activity WHERE ${mine(client.name)} AND action = 'password_changed'`), "password_changed");
	});
	test("wrong current passwords are slowed down as at sign-in", async () => {
		for (let i = 0; i < 5; i++)
			await change({ password: "wrong", new_password: fresh, confirm_password: fresh });
		longer();
		assert.match(read(await change({ password: fresh, new_password: fresh, confirm_password: fresh })), /Too many wrong tries/);
		elapse(1000);
	});
	test("a changed password that was sent twice at once is changed once, and the session goes on", async () => {
		const own = await signedIn([]), safe = "orbit mango kettle walrus 9", page = await own.get("/session/account");
		const answers = await Promise.all([0, 1].map(() => own.submit(page, "change-password",
			{ password, new_password: safe, confirm_password: safe })));
		// the second is led where the first one led, or came when the session had its new secret already
		assert.ok(answers.some((answer) => led(answer) === "/session/account?done=password"));
		assert.ok(answers.every(({ status }) => status === 303 || status === 401));
		assert.ok(await alive(own));
		assert.equal(one(`SELECT COUNT(*) FROM activity WHERE ${mine(own.name)} AND action = 'password_changed'`), "1");
	});
	test("it can be changed while somebody guesses it elsewhere", async () => {
		const own = await signedIn([]), safe = "orbit mango kettle walrus 9";
		for (let i = 0; i < 6; i++)
			await attempt(own.name, "wrong", elsewhere());
		longer();
		assert.equal((await attempt(own.name, password, elsewhere())).status, 429);
		assert.equal((await own.submit(await own.get("/session/account"), "change-password",
			{ password, new_password: safe, confirm_password: safe })).status, 303);
	});
	test("the preference Customer Search Filters decides which search opens", async () => {
		for (const [simple, style] of [["0", "advanced"], ["1", "simple"]]) {
			const answer = await client.submit(await client.get("/session/account"), "keep-preferences", { simple_search: simple });
			assert.match(read(await client.follow(answer)), /Your preferences were saved/);
			const page = await client.get("/customers");
			assert.equal(forms(page.text).some((form) => form.words.some(([name]) => name === "zip")), style === "advanced");
			assert.equal(words(await client.get("/session/account"), "keep-preferences").simple_search, simple);
		}
	});
	test("every page shows whose session it is", async () => {
		assert.match(read(await client.get("/customers")), /T\w Test/i);
		assert.ok(await tokenOf(client));
	});
});
