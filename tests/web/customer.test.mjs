// New Customer and Details as they work without JavaScript.
import assert from "node:assert/strict";
import { randomBytes } from "node:crypto";
import { before, describe, test } from "node:test";
import { forms, plain, read, words } from "./client.mjs";
import { add, letters, one, signedIn, sql, tokenOf } from "./desk.mjs";

const NEW = "new-customer-form";
const view = { name: "save", value: "view" };
let desk, page;

const count = (last) => Number(one(`SELECT COUNT(*) FROM customer WHERE last_name = '${last}'`));
// As from a form just opened: a key that was used leads to where the first form led.
const send = (changes, button = view) =>
	desk.submit(page, NEW, { once: randomBytes(16).toString("hex"), ...changes }, button);
const summary = (answer) => plain(/id="errors"[^>]*>[^]*?<\/ul>/.exec(answer.text)?.[0] ?? "").replace(/<[^>]*>/g, " ");
const note = (answer, field) => plain(new RegExp(`id="${field.replaceAll(".", "\\.")}-error">([^]*?)</p>`)
	.exec(answer.text)?.[1] ?? "").replace(/<[^>]*>/g, "").trim();

// The mistake stands at the field and in the summary, with a link to the field.
function refused(answer, field, sentence) {
	assert.equal(answer.status, 422);
	assert.match(note(answer, field), sentence);
	assert.match(summary(answer), sentence);
	assert.ok(answer.text.includes(`href="#${field}"`), `a link to ${field}`);
	assert.ok(answer.text.includes(`id="${field}"`), `${field} is there to be linked to`);
	assert.match(answer.text, new RegExp(`id="${field.replaceAll(".", "\\.")}"[^>]*aria-invalid="true"`));
}

const typed = {
	customer_type: "individual", privacy: ["no_email", "no_mail"], preferred_contact: "phone", first_name: "Ana <b>&\"'",
	middle_name: "Lu\u00efsa", last_name: "O'Brien-\u738b", suffix: "III", gender: "female", date_of_birth: "1984-03-09",
	marital_status: "married", "addresses.0.type": "work", "addresses.0.street": "1 <Main> St #4",
	"addresses.0.city": "Columbus", "addresses.0.state": "ohio", "addresses.0.zip": "43206-1234",
	"phones.0.type": "cell", "phones.0.number": "(614) 555 0142", "phones.1.type": "fax", "phones.1.number": "614.555.0143",
	"emails.0.type": "work", "emails.0.address": "Ana@Example.COM", "phones.primary": "1",
};

// Every word of TYPED that is not in CHANGED stands in the form again.
function keeps(answer, id, without = []) {
	const form = forms(answer.text).find((form) => form.id === id);
	for (const [name, value] of Object.entries(typed))
		if (!without.includes(name))
			assert.deepEqual(form.words.filter(([word, text]) => word === name && (text || name !== "privacy")).map(([, text]) => text),
				[value].flat(), name); // boxes are there with an empty word as well
}

before(async () => {
	desk = await signedIn("Manager");
	page = await desk.get("/customers/new");
});

describe("a form with a mistake", () => {
	test("is answered with 422, keeps every typed word and saves nothing", async () => {
		const last = letters();
		const answer = await send({ ...typed, last_name: last, date_of_birth: "2024-02-30" });
		refused(answer, "date_of_birth", /calendar has no such day/);
		keeps(answer, NEW, ["last_name", "date_of_birth"]);
		assert.equal(words(answer, NEW).date_of_birth, "2024-02-30");
		assert.equal(count(last), 0);
	});
	test("keeps everything through several tries, and is then saved as typed", async () => {
		const last = letters();
		let answer = await send({ ...typed, last_name: last, first_name: "" });
		refused(answer, "first_name", /Enter the first name/);
		answer = await desk.submit(answer, NEW, { "phones.0.number": "555" }, view);
		refused(answer, "phones.0.number", /ten digits/);
		assert.match(summary(answer), /2 things need/);
		answer = await desk.submit(answer, NEW, { first_name: typed.first_name, "phones.0.number": "6145550142" }, view);
		assert.equal(answer.status, 303);
		const shown = await desk.get(answer.location.replace(/overview.*/, "details"));
		const form = words(shown, "details");
		assert.equal(form.first_name, typed.first_name);
		assert.equal(form["addresses.0.state"], "OH");
		assert.equal(form["emails.0.address"], "Ana@example.com");
		assert.equal(form["phones.0.number"], "(614) 555-0143", "the primary comes first");
		assert.equal(sql(`SELECT privacy FROM customer WHERE last_name = '${last}'`)[0][0], "no_email,no_mail");
	});
	test("without a name says so for a person and for a business", async () => {
		refused(await send({ last_name: "" , first_name: "A" }), "last_name", /Enter the last name/);
		refused(await send({ customer_type: "business", first_name: "A", last_name: "B" }), "business_name",
			/Enter the business name/);
		refused(await send({ first_name: "   ", last_name: "\t" }), "first_name", /Enter the first name/);
	});
	const limits = { first_name: 60, middle_name: 60, last_name: 60, suffix: 20, "addresses.0.street": 120,
		"addresses.0.city": 60, "addresses.0.state": 60, "addresses.0.zip": 20, "phones.0.number": 60,
		"emails.0.address": 254, date_of_birth: 40 };
	for (const [field, limit] of Object.entries(limits))
		test(`${field} may have ${limit} characters, one more is refused and kept`, async () => {
			const long = "\u00e9".repeat(limit + 1);
			const answer = await send({ first_name: "A", last_name: "B", [field]: long });
			refused(answer, field, new RegExp(`can have ${limit} characters; this has ${limit + 1}`));
			assert.equal(words(answer, NEW)[field], long);
		});
	test("business_name may have 120 characters, one more is refused and kept", async () => {
		const long = "x".repeat(121);
		const answer = await send({ customer_type: "business", business_name: long });
		refused(answer, "business_name", /can have 120 characters/);
		assert.equal(words(answer, NEW).business_name, long);
	});
	test("a name of exactly 60 characters of four bytes is stored whole", async () => {
		const name = letters().padEnd(30, "x") + "\u{1F697}".repeat(30);
		assert.equal((await send({ first_name: "A", last_name: name })).status, 303);
		assert.equal(count(name), 1);
	});
	for (const [date, sentence] of [["2023-02-29", /no such day/], ["1900-02-29", /no such day/], ["2020-13-01", /no such day/],
		["13/1/2020", /no such day/], ["2020-04-31", /no such day/], ["0084-03-09", /four digits/], ["3/9/184", /four digits/],
		["1889-12-31", /too far back/], ["2999-01-01", /future/], [`${new Date().getUTCFullYear() + 1}-01-01`, /future/],
		["yesterday", /month\/day\/year/], ["2020-01-01x", /month\/day\/year/], ["1984-3", /month\/day\/year/]])
		test(`a birth date of ${date} is refused`, async () => {
			refused(await send({ first_name: "A", last_name: "B", date_of_birth: date }), "date_of_birth", sentence);
		});
	for (const [ssn, sentence] of [["000-12-3456", /000 or 666/], ["666-12-3456", /000 or 666/], ["900-12-3456", /begins with 9/],
		["999-93-9999", /begins with 9/], ["123-00-4567", /00 in the middle/], ["123-45-0000", /ends in 0000/],
		["12345678", /nine digits/], ["1234567890", /nine digits/], ["123-45-678x", /digits only/]])
		test(`an SSN of ${ssn} is refused and not in the page`, async () => {
			const answer = await send({ first_name: "A", last_name: "B", ssn });
			refused(answer, "ssn", sentence);
			assert.ok(!answer.text.includes(ssn) && !answer.text.includes(ssn.replaceAll("-", "")));
		});
	for (const [field, value, sentence] of [["phones.0.number", "0145550142", /never begin with 0 or 1/],
		["phones.0.number", "5550142", /area code/], ["phones.0.number", "61455501423", /ten digits; this one has 11/],
		["phones.0.number", "call me", /digits only/], ["emails.0.address", "ana", /one @/],
		["emails.0.address", "ana@x", /last dot/], ["emails.0.address", "a b@x.com", /blanks/],
		["addresses.0.zip", "4320", /5 digits/], ["addresses.0.state", "Ohiio", /two letters/]])
		test(`${field} of "${value}" is refused and kept`, async () => {
			const answer = await send({ first_name: "A", last_name: "B", [field]: value });
			refused(answer, field, sentence);
			assert.equal(words(answer, NEW)[field], value);
		});
	for (const [field, value] of [["customer_type", "alien"], ["gender", "x"], ["marital_status", "1"],
		["preferred_contact", "pigeon"], ["privacy", "no_fax"], ["phones.0.type", "pager"], ["addresses.0.type", "moon"],
		["emails.0.type", "home"], ["customer_type", "individual,business"]])
		test(`${field} takes no word that is not on its list`, async () => {
			const answer = await send({ first_name: "A", last_name: "B", "phones.0.number": "6145550142",
				"addresses.0.city": "X", "emails.0.address": "a@b.com", [field]: value });
			assert.equal(answer.status, 422);
			assert.match(summary(answer), /Choose one of the values|Tick only values/);
		});
	test("a fifth phone number is refused", async () => {
		const five = Object.fromEntries([0, 1, 2, 3, 4].flatMap((row) => [
			[`phones.${row}.type`, ["cell", "fax", "home", "work", "work"][row]], [`phones.${row}.number`, `614555010${row}`]]));
		const answer = await send({ first_name: "A", last_name: "B", ...five });
		assert.equal(answer.status, 422);
		assert.match(summary(answer), /can have 4 of these/);
		assert.equal(words(answer, NEW)["phones.4.number"], "6145550104");
	});
	test("two phone numbers of one type are refused", async () => {
		const answer = await send({ first_name: "A", last_name: "B", "phones.0.type": "home", "phones.0.number": "6145550100",
			"phones.1.type": "home", "phones.1.number": "6145550101" });
		refused(answer, "phones.1.type", /already a Home phone number/);
		assert.equal(words(answer, NEW)["phones.1.type"], "home", "the chosen type is kept");
	});
	test("words nobody asked for change nothing", async () => {
		const last = letters();
		const answer = await send({ first_name: "A", last_name: last, id: "7", inactive: "1", created_by: "1", row_version: "99",
			"phones.-1.number": "x", "phones.0.x": "y", "Config.x": "y", "a..b": "c" });
		assert.equal(answer.status, 303);
		assert.deepEqual(sql(`SELECT inactive, row_version FROM customer WHERE last_name = '${last}'`), [["0", "1"]]);
	});
});

describe("rows", () => {
	for (const [card, limit, field] of [["phones", 4, "number"], ["addresses", 5, "city"], ["emails", 2, "address"]])
		test(`the buttons of ${card} add up to ${limit} rows and take one away, keeping what was typed`, async () => {
			let answer = await send({ ...typed, "phones.1.number": null, "phones.1.type": null, "phones.primary": null });
			answer = await send({ ...typed, "phones.1.number": null, "phones.1.type": null, "phones.primary": null },
				{ name: "add", value: card });
			assert.equal(answer.status, 200);
			keeps(answer, NEW, ["phones.1.number", "phones.1.type", "phones.primary", "privacy"]);
			for (let rows = 2; rows < limit; rows++)
				answer = await desk.submit(answer, NEW, {}, { name: "add", value: card });
			const form = words(answer, NEW);
			assert.ok(`${card}.${limit - 1}.type` in form);
			assert.equal(new Set([...Array(limit).keys()].map((row) => form[`${card}.${row}.type`])).size, limit, "each its type");
			assert.match(answer.text, new RegExp(`name="add" value="${card}"[^>]* disabled`));
			assert.ok(!(`${card}.${limit}.type` in words(await desk.submit(answer, NEW, {}, { name: "add", value: card }), NEW)));
			answer = await desk.submit(answer, NEW, { [`${card}.1.${field}`]: "stays" }, { name: "remove", value: `${card}.0` });
			assert.equal(words(answer, NEW)[`${card}.0.${field}`], "stays");
			assert.ok(!(`${card}.${limit - 1}.type` in words(answer, NEW)));
		});
	test("a row is known by the number it was sent with, also when a script left a gap", async () => {
		const answer = await send({ first_name: "A", last_name: "B", "phones.0.type": "home", "phones.0.number": "6145550100",
			"phones.7.type": "cell", "phones.7.number": "6145550107" }, { name: "remove", value: "phones.7" });
		assert.equal(words(answer, NEW)["phones.0.number"], "6145550100");
		assert.ok(!answer.text.includes("6145550107"));
	});
	test("strange buttons add and take away nothing", async () => {
		for (const button of [{ name: "add", value: "moons" }, { name: "remove", value: "phones.99" },
			{ name: "remove", value: "phones." }, { name: "remove", value: "phones.0x" }, { name: "remove", value: "" }]) {
			const answer = await send({ ...typed }, button);
			assert.equal(answer.status, 200);
			keeps(answer, NEW);
		}
	});
	test("an SSN typed before a row was added is kept, and not in the page", async () => {
		const last = letters();
		const answer = await send({ first_name: "A", last_name: last, ssn: "216-45-0198" }, { name: "add", value: "phones" });
		assert.doesNotMatch(answer.text, /216-?45/);
		await desk.submit(answer, NEW, {}, view);
		assert.equal(one(`SELECT COUNT(*) FROM ssn JOIN customer ON id = customer_id WHERE last_name = '${last}'`), "1");
	});
});

describe("an SSN in a rejected form", () => {
	test("is not in the page, and is stored when the corrected form is sent", async () => {
		const last = letters();
		let answer = await send({ first_name: "", last_name: last, ssn: "216-45-0198" });
		assert.equal(answer.status, 422);
		assert.doesNotMatch(answer.text, /216-?45-?0198/);
		assert.match(answer.text, /XXX-XX-0198/);
		answer = await desk.submit(answer, NEW, { last_name: "" }, view);
		answer = await desk.submit(answer, NEW, { first_name: "A", last_name: last }, view);
		assert.equal(answer.status, 303);
		const id = /\d+/.exec(answer.location)[0];
		const shown = await desk.submit(await desk.get(`/customer/${id}/details`), "details", {},
			{ name: "ssn_do", value: "reveal", formaction: `/customer/${id}/ssn` });
		assert.match(shown.text, /216-45-0198/);
	});
	test("gives way to one that is typed over it", async () => {
		let answer = await send({ first_name: "", last_name: letters(), ssn: "216-45-0198" });
		answer = await desk.submit(answer, NEW, { first_name: "A", ssn: "216-45-0197" }, view);
		const id = /\d+/.exec(answer.location)[0];
		assert.match((await desk.get(`/customer/${id}/details`)).text, /XXX-XX-0197/);
	});
	test("is masked whole for whoever may not see its end", async () => {
		const sales = await signedIn("Salesperson");
		const answer = await sales.submit(await sales.get("/customers/new"), NEW, { last_name: letters(), ssn: "216-45-0198" }, view);
		assert.match(answer.text, /XXX-XX-XXXX/);
		assert.doesNotMatch(answer.text, /0198/);
	});
	test("cannot be kept by a forged seal", async () => {
		const last = letters();
		const answer = await send({ first_name: "A", last_name: last, ssn: "", ssn_kept: "00000000.AAAA" });
		assert.equal(answer.status, 303);
		assert.equal(one(`SELECT COUNT(*) FROM ssn JOIN customer ON id = customer_id WHERE last_name = '${last}'`), "0");
	});
	test("of a well-known sample is stored with a warning", async () => {
		const answer = await desk.follow(await send({ first_name: "A", last_name: letters(), ssn: "078-05-1120" }));
		assert.match(read(answer), /well-known sample number/);
	});
});

describe("a form sent twice", () => {
	test("makes one customer and leads to the same place", async () => {
		const last = letters(), fresh = await desk.get("/customers/new");
		const first = await desk.submit(fresh, NEW, { first_name: "A", last_name: last }, view);
		const second = await desk.submit(fresh, NEW, { first_name: "A", last_name: last }, view);
		assert.equal(first.status, 303);
		assert.equal(second.location, first.location);
		assert.equal(count(last), 1);
	});
	test("eight at the same time make one customer and lead to the same place", async () => {
		for (let round = 0; round < 4; round++) {
			const last = letters(), fresh = await desk.get("/customers/new");
			const answers = await Promise.all([...Array(8)].map(() =>
				desk.submit(fresh, NEW, { first_name: "A", last_name: last }, view)));
			assert.deepEqual([...new Set(answers.map((answer) => answer.status))], [303]);
			assert.equal(new Set(answers.map((answer) => answer.location)).size, 1);
			assert.equal(count(last), 1);
		}
	});
	test("after a mistake was mended is not taken for the first try", async () => {
		const last = letters(), fresh = await desk.get("/customers/new");
		assert.equal((await desk.submit(fresh, NEW, { first_name: "", last_name: last }, view)).status, 422);
		assert.equal((await desk.submit(fresh, NEW, { first_name: "A", last_name: last }, view)).status, 303);
		assert.equal(count(last), 1);
	});
	test("by two people with one key makes two customers: nobody can use up another's key", async () => {
		const last = letters(), other = await signedIn("Manager"), once = words(await desk.get("/customers/new"), NEW).once;
		for (const client of [desk, other])
			assert.equal((await client.post("/customers/new", { token: await tokenOf(client), once, first_name: "A",
				customer_type: "individual", last_name: last })).status, 303);
		assert.equal(count(last), 2);
	});
	test("two forms with the same words are two customers", async () => {
		const last = letters();
		await add(desk, { last_name: last });
		await add(desk, { last_name: last });
		assert.equal(count(last), 2);
	});
});

test("Save and Continue leads back to the search and says that the customer was added", async () => {
	const last = letters(), answer = await desk.follow(await send({ first_name: "A", last_name: last }, { name: "save", value: "continue" }));
	assert.equal(answer.path.split("?")[0], "/customers");
	assert.match(read(answer), new RegExp(`A ${last} was added`));
});
test("a preferred contact that privacy rules out is saved with a warning", async () => {
	const answer = await desk.follow(await send({ first_name: "A", last_name: letters(), privacy: "no_email", preferred_contact: "email" }));
	assert.match(read(answer), /rules out/);
});
test("a row with a type alone is no row", async () => {
	const id = await add(desk, { "phones.0.type": "home", "phones.0.number": "" });
	assert.equal(one(`SELECT COUNT(*) FROM contact WHERE customer_id = ${id}`), "0");
});
