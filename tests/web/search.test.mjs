// Customer Search over HTTP: what people type stays out of addresses and logs.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { before, describe, test } from "node:test";
import { join } from "node:path";
import { forms, read, words } from "./client.mjs";
import { add, letters, listedOtherwise, one, signIn, signedIn, sql, tokenOf } from "./desk.mjs";

let desk, last, ids;

before(async () => {
	desk = await signedIn("Manager");
	last = letters();
	ids = [];
	for (const [first, more] of [["Maria", { "phones.0.number": "6145550142", "emails.0.address": `m@${last.toLowerCase()}.com`,
		"addresses.0.city": `${last}ville`, "addresses.0.state": "OH", "addresses.0.zip": "43206" }], ["Jos\u00e9", {}], ["Ana", {}]])
		ids.push(await add(desk, { first_name: first, last_name: last, ...more }));
	await desk.submit(await desk.get(`/customer/${ids[2]}/overview`), "status", {}, { name: "inactive", value: "1" });
});

const ask = async (typed, client = desk, button = {}) =>
	client.submit(await client.get("/customers?style=simple"), "find", typed, button);
const found = async (typed, client = desk) => client.follow(await ask(typed, client));
const rows = (page) => [...page.text.matchAll(/<tr role="row" data-open="\/customer\/(\d+)\/overview">/g)].map(([, id]) => id);

describe("a search", () => {
	test("finds by name in either order, without accents and capitals", async () => {
		for (const search of [last, last.toUpperCase(), last.slice(0, 9)])
			assert.deepEqual(rows(await found({ search })).sort(), [ids[0], ids[1]]);
		for (const search of [`jose ${last}`, `${last}, JOS\u00c9`, `  ${last}   jo `])
			assert.deepEqual(rows(await found({ search })), [ids[1]], search);
	});
	test("finds by number and e-mail", async () => {
		assert.deepEqual(rows(await found({ search: ids[0] })).filter((id) => ids.includes(id)), [ids[0]]);
		assert.deepEqual(rows(await found({ search: `M@${last}.com` })), [ids[0]]);
	});
	test("leads to an address that holds none of the words", async () => {
		const answer = await ask({ search: `${last} secret@example.com` });
		assert.match(answer.location, /^\/customers\?find=[\w-]+$/);
		const handle = answer.location.split("find=")[1];
		assert.ok(!Buffer.from(handle, "base64url").toString("latin1").includes(last));
		assert.notEqual((await ask({ search: `${last} secret@example.com` })).location, answer.location, "sealed anew each time");
	});
	test("is in no log: neither words nor handles", async () => {
		const answer = await ask({ search: `${last}zzz` });
		await desk.get(answer.location);
		await desk.get(`/customers?search=${last}yyy`);
		for (const file of ["access.log", "apache-error.log", "mariadb.log"]) {
			const text = readFileSync(join(process.env.UPCARD_DATA, "log", file), "utf8");
			assert.ok(!text.includes(last) && !text.includes(last.toLowerCase()), file);
			assert.ok(!text.includes("find="), file);
		}
	});
	test("that found nobody says so, escaped, and offers New Customer with the words in the form", async () => {
		const page = await found({ search: `Zz${last}, Max <b>` });
		assert.match(read(page), /No active customer matches “.*, Max <b>”/);
		assert.ok(!page.text.includes("Max <b>"));
		const href = /hx-get="(\/customers\/new\?find=[\w-]+)"/.exec(page.text)[1];
		const form = words(await desk.get(href), "new-customer-form");
		assert.deepEqual([form.last_name, form.first_name], [`Zz${last}`, "Max <b>"]);
	});
	test("carries an e-mail or a phone number over to its field", async () => {
		for (const [search, field] of [[`${last}@nowhere.example`, "emails.0.address"], ["212-555-9876", "phones.0.number"]]) {
			const href = /hx-get="(\/customers\/new\?find=[\w-]+)"/.exec((await found({ search })).text)[1];
			assert.equal(words(await desk.get(href), "new-customer-form")[field], search);
		}
	});
	test("an empty one lists the latest customers, most recent first", async () => {
		const page = await found({ search: "   " });
		const newest = sql("SELECT id FROM customer WHERE inactive = 0 ORDER BY changed_at DESC, id DESC LIMIT 1");
		assert.ok(rows(page).length > 0 && newest.length === 1);
	});
	test("strange words break nothing", async () => {
		for (const search of ["%", "_", "\\", "'", '"', "' OR 1=1 --", "\u{1F697}", "\u0301", "x".repeat(5000), "\u00e9".repeat(3000), "a b c d e f",
			"~", "@", "(614)", "+", "0", "\t", "[", "\"]", "\u202e"])
			assert.equal((await found({ search })).status, 200, search.slice(0, 9));
	});
	test("with every field of the advanced form as long as it may be breaks nothing", async () => {
		const names = ["first_name", "last_name", "business_name", "number", "phone", "email", "city", "state", "zip"];
		for (const letter of ["x", "\u00e9", "\u{1F697}"]) {
			const answer = await desk.post("/customers", { token: await tokenOf(desk), style: "advanced", search: letter.repeat(300),
				...Object.fromEntries(names.map((name) => [name, letter.repeat(300)])) });
			assert.equal(answer.status, 303, letter);
			assert.equal((await desk.get(answer.location)).status, 200);
		}
	});
});

describe("Show Inactive", () => {
	test("adds those who are inactive, and its button takes them away again", async () => {
		let page = await found({ search: last });
		assert.ok(!rows(page).includes(ids[2]));
		assert.match(page.text, /role="switch" aria-checked="false"/);
		page = await desk.follow(await desk.submit(page, "find", {}, { name: "show_inactive", value: "1" }));
		assert.deepEqual(rows(page).sort(), [...ids].sort());
		assert.match(page.text, /role="switch" aria-checked="true"/);
		assert.equal(words(page, "find").search, last);
		page = await desk.follow(await desk.submit(page, "find", {}, { name: "show_inactive", value: "0" }));
		assert.ok(!rows(page).includes(ids[2]));
	});
	test("is offered when only inactive customers match", async () => {
		const page = await found({ search: `ana ${last}` });
		assert.deepEqual(rows(page), []);
		assert.match(page.text, /Include inactive customers/);
	});
});

describe("the handle of a search", () => {
	test("is useless in another session, of the same person too", async () => {
		const { location } = await ask({ search: last });
		for (const other of [await signIn(desk.name), await signedIn("Manager")]) {
			const page = await other.get(location);
			assert.equal(page.status, 200);
			assert.ok(!page.text.includes(`value="${last}"`));
			assert.ok(!words(page, "find").search);
		}
	});
	test("that was altered is no search, and no fault", async () => {
		const { location } = await ask({ search: last });
		for (const find of [location.split("find=")[1].slice(0, -3), "AAAA", "x".repeat(4000), "%", "-", "a.b", ""]) {
			const page = await desk.get(`/customers?find=${encodeURIComponent(find)}`);
			assert.equal(page.status, 200);
			assert.ok(!words(page, "find").search);
		}
	});
	test("leads back to the search from a record", async () => {
		const { location } = await ask({ search: last });
		await desk.get(location);
		assert.ok((await desk.get(`/customer/${ids[0]}/overview`)).text.includes(`href="${location}"`));
		assert.ok((await desk.get(`/customers/${ids[0]}/look`)).text.includes(`href="${location}"`));
	});
	test("is kept for a search by nobody who may not", async () => {
		const admin = await signedIn("Administrator");
		assert.equal((await admin.post("/customers", { token: await tokenOf(admin), search: last })).status, 403);
		assert.equal(one(`SELECT COUNT(*) FROM session s JOIN staff p ON p.id = staff_id WHERE find IS NOT NULL AND user_name = '${admin.name}'`), "0");
	});
});

describe("pages of a long list", () => {
	const many = letters();
	before(async () => {
		for (let i = 0; i < 30; i++)
			await add(desk, { first_name: `P${String.fromCharCode(97 + i % 26)}${i}`, last_name: many });
	});
	test("show 25 rows, the others on the next page, and lead back", async () => {
		const first = await found({ search: many });
		assert.equal(rows(first).length, 25);
		assert.match(read(first), /1-25, more follow/);
		const second = await desk.get(/href="(\/customers\?find=[^"]*)">Next/.exec(first.text)[1].replace("&amp;", "&"));
		assert.equal(rows(second).length, 5);
		assert.match(read(second), /26-30/);
		assert.equal(new Set([...rows(first), ...rows(second)]).size, 30, "nobody twice, nobody missing");
		assert.match(second.text, /Previous<\/a>/);
		assert.ok(!/Next<svg/.test(second.text));
	});
	test("of the latest customers work the same way", async () => {
		const [first, second] = [await desk.get("/customers"), await desk.get("/customers?page=1")];
		assert.equal(rows(first).length, 25);
		assert.ok(rows(second).length > 0);
		assert.match(first.text, />Next</);
	});
	test("far behind the end, or no number, are no fault", async () => {
		for (const page of ["7", "39", "40", "41", "1000000", "4294967296", "-1", "x", "%00".slice(3), "1e9"])
			for (const path of [`/customers?page=${page}`, `${(await ask({ search: many })).location}&page=${page}`])
				assert.equal((await desk.get(path)).status, 200, path);
	});
});

test("what lists show of every customer is what is primary", async () => {
	const id = await add(desk, { "phones.0.type": "cell", "phones.0.number": "614 555 0142", "emails.0.type": "work",
		"emails.0.address": "ann@example.com", "addresses.0.type": "mailing", "addresses.0.street": "1 Elm St",
		"addresses.0.city": "Lima", "addresses.0.state": "OH", "addresses.0.zip": "45801" });
	assert.deepEqual(sql(`SELECT primary_phone, primary_email, primary_city FROM customer WHERE id = ${id}`),
		[["6145550142", "ann@example.com", "Lima, OH"]]);
	assert.equal(listedOtherwise(), 0);
});

describe("the advanced search", () => {
	const advanced = async (typed) => desk.follow(await desk.submit(await desk.get("/customers?style=advanced"), "find", typed));
	test("finds who fits every field, and keeps the fields", async () => {
		const page = await advanced({ last_name: last, first_name: "mar", phone: "(614) 555-0142" });
		assert.deepEqual(rows(page), [ids[0]]);
		assert.equal(words(page, "find").phone, "(614) 555-0142");
		assert.deepEqual(rows(await advanced({ last_name: last, first_name: "zoe" })), []);
	});
	test("finds by city and state, and by ZIP", async () => {
		assert.deepEqual(rows(await advanced({ city: `${last}v`, state: "Ohio" })), [ids[0]]);
		assert.deepEqual(rows(await advanced({ last_name: last, zip: "432" })), [ids[0]]);
	});
	test("takes % and _ for no wildcards", async () => {
		assert.deepEqual(rows(await advanced({ last_name: `%${last.slice(3)}` })), []);
		assert.deepEqual(rows(await advanced({ last_name: last, first_name: "_aria" })), []);
	});
	test("the field in the head finds from any page", async () => {
		const page = await desk.get(`/customer/${ids[0]}/overview`);
		assert.ok(forms(page.text).some((form) => form.id === "find-anywhere"));
		assert.deepEqual(rows(await desk.follow(await desk.submit(page, "find-anywhere", { search: `jose ${last}` }))), [ids[1]]);
	});
});
