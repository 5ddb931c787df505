// What people type or paste on New Customer: understood and stored as one value, or refused in words. What each value
// means is tests/unit/test_check.c's to say; here it goes the whole way, through a form, the tables and the pages.
import assert from "node:assert/strict";
import { randomInt } from "node:crypto";
import { before, describe, test } from "node:test";
import { forms, read, words } from "./client.mjs";
import { letters, one, signedIn, sql } from "./desk.mjs";

const NEW = "new-customer-form";
const view = { name: "save", value: "view" };
let desk, page;

const send = async (typed) => desk.submit(await desk.get("/customers/new"), NEW, typed, view);

async function added(typed) {
	const answer = await send({ first_name: "Pat", last_name: letters(), ...typed });
	assert.equal(answer.status, 303, answer.text);
	return /\d+/.exec(answer.location)[0];
}

const details = (id) => desk.get(`/customer/${id}/details`);
const contact = (id, column) => one(`SELECT ${column} FROM contact WHERE customer_id = ${id} AND ${column} IS NOT NULL`);

// Whether the customer is in what the simple field finds.
async function finds(id, search) {
	const found = await desk.follow(await desk.submit(await desk.get("/customers?style=simple"), "find", { search }));
	return found.text.includes(`/customer/${id}/overview`);
}

before(async () => {
	desk = await signedIn("Manager");
	page = await desk.get("/customers/new");
});

describe("a phone with an extension", () => {
	test("is kept, shown, dialled with it, and found with and without", async () => {
		const local = String(randomInt(2000000, 9999999)), number = `${randomInt(201, 990)}-${local.slice(0, 3)}-${local.slice(3)}`;
		const digits = number.replaceAll("-", ""), id = await added({ "phones.0.number": `${number} ext. 123` });
		assert.equal(contact(id, "number"), `${digits}x123`);
		const overview = await desk.get(`/customer/${id}/overview`);
		assert.match(overview.text, new RegExp(`href="tel:${digits};ext=123"`));
		const shown = `(${digits.slice(0, 3)}) ${digits.slice(3, 6)}-${digits.slice(6)} x123`;
		assert.ok(read(overview).includes(shown));
		assert.equal(words(await details(id), "details")["phones.0.number"], shown);
		for (const search of [digits, `${number} x123`, `tel:+1${digits}`, `tel:+1${digits};ext=123`, `+1 ${number}`, number.slice(4)])
			assert.ok(await finds(id, search), search);
		for (const phone of [`${number} x123`, digits.slice(-7), number.replaceAll("-", "\u2011")]) {
			const found = await desk.follow(await desk.submit(await desk.get("/customers?style=advanced"), "find", { phone }));
			assert.ok(found.text.includes(`/customer/${id}/overview`), phone);
			assert.ok(read(found).includes(shown), "the list shows it");
		}
	});
	test("says how long an extension may be", async () => {
		const answer = await send({ first_name: "A", last_name: "B", "phones.0.number": "614-555-0142 x12345678" });
		assert.equal(answer.status, 422);
		assert.match(read(answer), /7 digits at most/);
	});
});

describe("what is pasted", () => {
	for (const [field, typed, column, stored] of [
		["phones.0.number", "\u202d+1 614 555 0142\u202c", "number", "6145550142"],
		["phones.0.number", "+44 (0)20 7946 0958", "number", "+442079460958"],
		["phones.0.number", "+491234567890123 ext 1234567", "number", "+491234567890123x1234567"],
		["phones.0.number", "011 44 20 7946 0958", "number", "+442079460958"],
		["emails.0.address", "mailto:pat.o\u2019connor@example.com", "address", "pat.o'connor@example.com"],
		["emails.0.address", "\t\u2018pat@example.com\u2019,\r\n", "address", "pat@example.com"],
		["addresses.0.state", "Qu\u00e9bec", "state", "QC"],
		["addresses.0.state", "Commonwealth of the Northern Mariana Islands", "state", "MP"],
		["addresses.0.zip", "43215\u20111234\u200b", "zip", "43215-1234"],
		["addresses.0.zip", "H2Y-1N9", "zip", "H2Y 1N9"],
		["addresses.0.city", "\u00a0New\u202fYork\u200b", "city", "New York"],
	])
		test(`${field} ${JSON.stringify(typed)} is ${stored}`, async () => {
			assert.equal(contact(await added({ [field]: typed }), column), stored);
		});
	test("an SSN in any dashes is one number", async () => {
		const id = await added({ ssn: "\t216\u201145\u20130198\u00a0" });
		assert.match((await details(id)).text, /XXX-XX-0198/);
	});
	test("a phone from abroad is found as it is dialled", async () => {
		const id = await added({ "phones.0.number": "+44 20 7946 0123" });
		for (const search of ["+44 (0)20 7946 0123", "0044 20 7946 0123", "tel:+442079460123"])
			assert.ok(await finds(id, search), search);
	});
	test("an e-mail is found with what a link has in front", async () => {
		const name = letters().toLowerCase(), id = await added({ "emails.0.address": `${name}@example.com` });
		for (const search of [`mailto:${name}@example.com`, `<${name}@example.com>`, `Pat <${name}@example.com>;`])
			assert.ok(await finds(id, search), search);
	});
	test("what is pasted into Advanced finds as well", async () => {
		const last = letters(), id = await added({ last_name: last, "emails.0.address": `${last}@example.com`, "addresses.0.zip": "43215-1234" });
		for (const asked of [{ email: `mailto:${last}@example.com` }, { number: `\u202a'${id}\u202c` }, { last_name: `\u202d${last}\u200b\u202c` },
			{ last_name: last, zip: "43215\u20111234," }, { last_name: last, state: "\u00a0" }]) {
			const found = await desk.follow(await desk.submit(await desk.get("/customers?style=advanced"), "find", asked));
			assert.ok(found.text.includes(`/customer/${id}/overview`), JSON.stringify(asked));
		}
	});
	test("a name keeps its apostrophes, hyphens, emoji and right-to-left letters", async () => {
		for (const name of ["D\u2019Angelo-O'Brien", "\u05e9\u05dc\u05d5\u05dd", "\u{1F468}\u200d\u{1F469}\u200d\u{1F467}", "\u0639\u0644\u06cc\u200c\u0631\u0636\u0627"]) {
			const id = await added({ middle_name: name });
			assert.equal(one(`SELECT middle_name FROM customer WHERE id = ${id}`), name);
		}
	});
	test("a name that reads otherwise than it is is refused, wherever a name is typed", async () => {
		for (const [field, more] of [["first_name", {}], ["last_name", {}], ["company", {}], ["addresses.0.street", {}],
			["business_name", { customer_type: "business" }]]) {
			const answer = await send({ first_name: "A", last_name: "B", ...more, [field]: "Ann\u202eyraM" });
			assert.equal(answer.status, 422, field);
			assert.match(read(answer), /marks in it that nobody sees/);
			assert.equal(words(answer, NEW)[field] ?? "Ann\u202eyraM", "Ann\u202eyraM");
		}
	});
	test("a name of nothing that can be seen is none", async () => {
		const answer = await send({ first_name: "\u200b\u3164", last_name: "B" });
		assert.equal(answer.status, 422);
		assert.match(read(answer), /Enter the first name/);
	});
});

describe("an ITIN", () => {
	test("is kept in the field of the SSN, called ITIN, masked and shown like one", async () => {
		const id = await added({ ssn: "900-70-6789" });
		let shown = await details(id);
		assert.match(shown.text, /<label for="ssn"[^>]*>ITIN<\/label>/);
		assert.match(shown.text, /XXX-XX-6789/);
		assert.doesNotMatch(shown.text, /900-?70/);
		shown = await desk.submit(shown, "details", {}, { name: "ssn_do", value: "reveal", formaction: `/customer/${id}/ssn` });
		assert.match(shown.text, /<label for="ssn"[^>]*>ITIN<\/label>/);
		assert.match(shown.text, /900-70-6789/);
	});
	test("is called so while it waits in a refused form, and an SSN typed over it is an SSN", async () => {
		let answer = await send({ first_name: "", last_name: letters(), ssn: "900-70-6789" });
		assert.match(answer.text, /<label for="ssn"[^>]*>ITIN<\/label>/);
		answer = await desk.submit(answer, NEW, { ssn: "216-45-0198" }, view);
		assert.match(answer.text, /<label for="ssn"[^>]*>SSN<\/label>/);
	});
	test("with a group that nobody is given is refused, with the groups there are", async () => {
		const answer = await send({ first_name: "A", last_name: "B", ssn: "900-93-6789" });
		assert.equal(answer.status, 422);
		assert.match(read(answer), /\(ITIN\)[^]*50 to 65, 70 to 88, 90 to 92 or 94 to 99/);
	});
});

describe("Date of Birth", () => {
	const say = async (date_of_birth, more = {}) => desk.post("/customers/date", { token: words(page, NEW).token, date_of_birth, ...more });
	for (const typed of ["3/9/84", "03-09-1984", "9 March 1984", "1984-3-9", "March 9, 1984", "3.9.1984", "\t3/9/1984\r\n"])
		test(`${JSON.stringify(typed)} is March 9, 1984, and said back`, async () => {
			const id = await added({ date_of_birth: typed });
			assert.equal(one(`SELECT date_of_birth FROM customer WHERE id = ${id}`), "1984-03-09");
			const shown = await details(id);
			assert.equal(words(shown, "details").date_of_birth, "3/9/1984");
			assert.match(read(shown), /March 9, 1984, \d+ years/);
		});
	test("is said back in a refused form as well, beside what was typed", async () => {
		const answer = await send({ first_name: "", last_name: "B", date_of_birth: "3/9/64" });
		assert.equal(answer.status, 422);
		assert.equal(words(answer, NEW).date_of_birth, "3/9/64");
		assert.match(read(answer), /March 9, 1964, \d+ years/);
	});
	test("13/9/1984 is asked again and never another day", async () => {
		const answer = await send({ first_name: "A", last_name: "B", date_of_birth: "13/9/1984" });
		assert.equal(answer.status, 422);
		assert.match(read(answer), /no such day/);
		assert.equal(words(answer, NEW).date_of_birth, "13/9/1984");
	});
	test("can be asked about before it is saved", async () => {
		assert.match(JSON.parse((await say("3/9/84")).text).said, /^March 9, 1984, \d+ years$/);
		assert.match(JSON.parse((await say("13/9/1984")).text).error, /no such day/);
		assert.match(JSON.parse((await say("2999-01-01")).text).error, /future/);
		assert.deepEqual(JSON.parse((await say(" \u200b")).text), {});
		assert.deepEqual(JSON.parse((await desk.post("/customers/date", { token: words(page, NEW).token })).text), {});
	});
	test("is told to nobody who may not see customers", async () => {
		const admin = await signedIn("Administrator"), home = await admin.get("/session/account");
		const token = forms(home.text).flatMap((form) => form.words).find(([name]) => name === "token")[1];
		assert.equal((await admin.post("/customers/date", { token, date_of_birth: "3/9/84" })).status, 403);
	});
});

test("no field about a customer is called what a browser would fill in with the address of whoever sits there", async () => {
	const id = await added({ "emails.0.address": `${letters()}@example.com` });
	const own = ["username", "current-password", "new-password"];
	for (const path of ["/customers/new", `/customer/${id}/details`, `/connect/${id}`, `/connections/${id}`, "/customers?style=advanced"]) {
		const answer = await desk.get(path), inputs = answer.text.match(/<input[^>]*>/g).filter((tag) => /name="/.test(tag) && !/type="(hidden|radio|checkbox|search)"/.test(tag));
		for (const tag of inputs)
			assert.ok(/autocomplete="section-customer text"/.test(tag) && !own.some((word) => tag.includes(`"${word}"`)), `${path}: ${tag}`);
		for (const form of answer.text.match(/<form[^>]*method="post"[^>]*>/g))
			assert.match(form, /autocomplete="off"/, path);
	}
});
