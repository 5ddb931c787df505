// Details: saving, two people at once, Set Inactive, and a session that ends in the middle.
import assert from "node:assert/strict";
import { before, describe, test } from "node:test";
import { Client, forms, read, words } from "./client.mjs";
import { add, letters, one, password, save, signIn, signedIn, sql, waits } from "./desk.mjs";

let desk, id;

const path = () => `/customer/${id}/details`;
const version = () => one(`SELECT row_version FROM customer WHERE id = ${id}`);
const endSessions = (client) => sql(`DELETE s FROM session s JOIN staff p ON p.id = s.staff_id WHERE p.user_name = '${client.name}'`);

before(async () => {
	desk = await signedIn("Manager");
	id = await add(desk, { "phones.0.type": "home", "phones.0.number": "6145550142", ssn: "216-45-0198" });
});

describe("saving", () => {
	test("writes what was changed, the version, the search keys and the log together", async () => {
		const last = letters(), was = Number(version());
		const answer = await desk.follow(await save(desk, id, { last_name: last, "phones.0.number": "6145550199" }));
		assert.match(read(answer), /Your changes to [\w ]+ were saved/);
		assert.equal(Number(version()), was + 1);
		assert.equal(one(`SELECT fields FROM activity WHERE customer_id = ${id} ORDER BY id DESC LIMIT 1`), "Last Name, Phone Numbers");
		assert.notEqual(one(`SELECT COUNT(*) FROM search_key WHERE customer_id = ${id} AND word LIKE '${last.toLowerCase()}%'`), "0");
		assert.notEqual(one(`SELECT COUNT(*) FROM search_key WHERE customer_id = ${id} AND word = '6145550199'`), "0");
		assert.equal(one(`SELECT COUNT(*) FROM search_key WHERE customer_id = ${id} AND word = '6145550142'`), "0");
	});
	test("waits for whoever holds the record, also when it has nothing to write in the end", async () => {
		const page = await desk.get(path());
		const answer = await waits(`SELECT id FROM customer WHERE id = ${id}`, () => desk.submit(page, "details"));
		assert.equal(answer.status, 303);
	});
	test("an unchanged form writes nothing and says so", async () => {
		const was = version();
		const answer = await desk.follow(await save(desk, id, {}));
		assert.match(read(answer), /Nothing was changed/);
		assert.equal(version(), was);
	});
	test("what a page did not show stays: fields, boxes, whole cards, the SSN", async () => {
		const other = await add(desk, { middle_name: "Lou", privacy: "no_mail", preferred_contact: "text", suffix: "Jr.",
			gender: "female", "phones.0.type": "home", "phones.0.number": "6145550142", "emails.0.type": "work",
			"emails.0.address": "lou@example.com", ssn: "216-45-0198" });
		sql(`UPDATE customer SET job_title = 'Clerk' WHERE id = ${other}`);
		const kept = () => sql(`SELECT middle_name, privacy, preferred_contact, suffix, gender, job_title,
			(SELECT number FROM contact WHERE customer_id = id AND kind = 'phones'),
			(SELECT address FROM contact WHERE customer_id = id AND kind = 'emails'),
			(SELECT COUNT(*) FROM ssn WHERE customer_id = id) FROM customer WHERE id = ${other}`);
		const was = kept();
		const less = Object.fromEntries(["middle_name", "privacy", "preferred_contact", "suffix", "gender", "job_title", "ssn",
			"phones.0.type", "phones.0.number", "emails.0.type", "emails.0.address"].map((name) => [name, null]));
		assert.equal((await save(desk, other, { ...less, company: "Acme" })).status, 303);
		assert.deepEqual(kept(), was);
		const wrong = await save(desk, other, { ...less, last_name: "" });
		assert.equal(wrong.status, 422);
		assert.equal((await desk.submit(wrong, "details", { last_name: letters() })).status, 303);
		assert.deepEqual(kept(), was, "nor when the page is shown again");
		const more = await desk.submit(await desk.get(`/customer/${other}/details`), "details", less, { name: "add", value: "addresses" });
		assert.equal((await desk.submit(more, "details", { last_name: letters() })).status, 303);
		assert.deepEqual(kept(), was, "nor when a row is added");
	});
	test("boxes that are all unticked are unticked", async () => {
		const other = await add(desk, { privacy: "no_mail" });
		const answer = await save(desk, other, { privacy: "" });
		assert.equal(answer.status, 303);
		assert.equal(one(`SELECT privacy FROM customer WHERE id = ${other}`), "NULL");
		assert.ok(forms((await desk.get(`/customer/${other}/details`)).text).find((form) => form.id === "details").words
			.some(([name, value]) => name === "privacy" && value === ""), "the page says that the boxes are there");
	});
	test("a mistake is answered with 422 and keeps every word", async () => {
		const answer = await save(desk, id, { first_name: "New <i>", last_name: "", "phones.0.number": "1" });
		assert.equal(answer.status, 422);
		const form = words(answer, "details");
		assert.equal(form.first_name, "New <i>");
		assert.equal(form["phones.0.number"], "1");
		assert.equal(form.row_version, version());
	});
	test("the buttons for rows keep typed words and the version", async () => {
		const answer = await desk.submit(await desk.get(path()), "details", { first_name: "Typed" }, { name: "add", value: "emails" });
		assert.equal(answer.status, 200);
		assert.equal(words(answer, "details").first_name, "Typed");
		assert.equal(words(answer, "details").row_version, version());
		assert.ok("emails.1.type" in words(answer, "details"));
	});
	test("a customer's type cannot be changed by a form", async () => {
		await save(desk, id, { customer_type: "business", business_name: "X Inc", first_name: letters() });
		assert.deepEqual(sql(`SELECT customer_type, business_name FROM customer WHERE id = ${id}`), [["individual", "NULL"]]);
	});
	test("an SSN on file stays when the masked field is not touched", async () => {
		await save(desk, id, { middle_name: letters() });
		assert.equal(one(`SELECT COUNT(*) FROM ssn WHERE customer_id = ${id}`), "1");
	});
	test("a salesperson writes an SSN where none is, and cannot replace or remove one", async () => {
		const sales = await signedIn("Salesperson");
		const other = await add(sales, {});
		assert.equal((await save(sales, other, { ssn: "216-45-0197" })).status, 303);
		const sealed = one(`SELECT sealed FROM ssn WHERE customer_id = ${other}`);
		assert.ok(sealed);
		for (const ssn of ["216-45-0196", ""])
			await save(sales, other, { ssn, middle_name: letters() });
		assert.equal(one(`SELECT sealed FROM ssn WHERE customer_id = ${other}`), sealed);
	});
	test("the form sent twice saves once", async () => {
		const page = await desk.get(path()), change = { suffix: letters().slice(0, 9) };
		const [first, second] = [await desk.submit(page, "details", change), await desk.submit(page, "details", change)];
		assert.equal(first.status, 303);
		assert.equal(second.location, first.location);
	});
	test("eight forms at the same time save one version", async () => {
		const was = Number(version()), pages = await Promise.all([...Array(8)].map(() => desk.get(path())));
		const answers = await Promise.all(pages.map((page, at) => desk.submit(page, "details", { middle_name: `M${at}` + letters() })));
		assert.deepEqual(answers.map((answer) => answer.status).sort(), [303, ...Array(7).fill(409)]);
		assert.equal(Number(version()), was + 1);
	});
});

describe("a record that somebody else changed meanwhile", () => {
	let stale, answer, mine;
	before(async () => {
		const other = await signedIn("Salesperson");
		stale = await desk.get(path());
		await save(other, id, { middle_name: "Stored", "phones.0.number": "6145550177", preferred_contact: "text" });
		mine = letters();
		answer = await desk.submit(stale, "details", { last_name: mine, middle_name: "Typed" });
	});
	test("is not overwritten: 409, and what was typed is still there", () => {
		assert.equal(answer.status, 409);
		const form = words(answer, "details");
		assert.equal(form.last_name, mine);
		assert.equal(form.middle_name, "Typed");
		assert.equal(one(`SELECT middle_name FROM customer WHERE id = ${id}`), "Stored");
	});
	test("says who changed which fields, and asks about nothing but what both changed", () => {
		assert.match(read(answer), /Test p\w+ changed this record while you were editing \(.*Middle Name.*Phone Numbers.*\)/);
		assert.deepEqual([...answer.text.matchAll(/name="choose\.([^"]+)" value="(\w+)"/g)].map(([, name, side]) => `${name} ${side}`),
			["middle_name mine", "middle_name theirs"]);
		assert.match(read(answer), /yours: Typed what Test p\w+ saved: Stored/);
		assert.doesNotMatch(answer.text, /name="choose[^>]* checked/);
	});
	test("shows what only the other one changed as it is stored now", () => {
		const form = words(answer, "details");
		assert.equal(form["phones.0.number"], "(614) 555-0177");
		assert.equal(form.preferred_contact, "text");
	});
	test("asks again until one of the two is chosen", async () => {
		const again = await desk.submit(answer, "details");
		assert.equal(again.status, 409);
		assert.match(again.text, /name="choose.middle_name"/);
	});
	test("is saved with the choice, and undoes nothing of the other's", async () => {
		const again = await desk.submit(answer, "details", { "choose.middle_name": "mine" });
		assert.equal(again.status, 303);
		assert.deepEqual(sql(`SELECT last_name, middle_name, preferred_contact, primary_phone FROM customer WHERE id = ${id}`),
			[[mine, "Typed", "text", "6145550177"]]);
	});
	test("is saved at once, and says what came from whom, when nobody else touched the same", async () => {
		const other = await signedIn("Salesperson"), page = await desk.get(path()), suffix = letters().slice(0, 9);
		await save(other, id, { job_title: "Clerk", "phones.0.number": "6145550178" });
		const done = await desk.follow(await desk.submit(page, "details", { suffix, "phones.1.type": "work", "phones.1.number": "6145550188" }));
		assert.match(read(done), /Your changes to [\w ]+ were saved. Test p\w+ changed Job Title, Phone Numbers meanwhile; that is kept as well/);
		assert.deepEqual(sql(`SELECT suffix, job_title, primary_phone FROM customer WHERE id = ${id}`), [[suffix, "Clerk", "6145550178"]]);
		assert.equal(one(`SELECT GROUP_CONCAT(number ORDER BY type) FROM contact WHERE kind = 'phones' AND customer_id = ${id}`), "6145550178,6145550188");
	});
	test("what the page was filled with cannot be forged or taken from another record", async () => {
		const other = await signedIn("Salesperson"), elsewhere = words(await desk.get(`/customer/${await add(desk)}/details`), "details").was;
		for (const was of ["x", "", null, elsewhere]) {
			const page = await desk.get(path());
			await save(other, id, { job_title: letters() });
			const asked = await desk.submit(page, "details", { was, middle_name: letters() });
			assert.equal(asked.status, 409);
			assert.match(asked.text, /name="choose.job_title"/, "nothing is taken for untouched");
		}
	});
	test("a form without a version, or with a strange one, is stale", async () => {
		for (const row_version of [null, "", "0", "x", "-1", "999999999999", "\u00e9"])
			assert.equal((await save(desk, id, { row_version, was: null, middle_name: "Blind" })).status, 409, row_version);
		assert.notEqual(one(`SELECT middle_name FROM customer WHERE id = ${id}`), "Blind");
	});
	test("no conflict is shown when both typed the same", async () => {
		const both = letters(), page = await desk.get(path());
		await save(await signedIn("Salesperson"), id, { middle_name: both });
		assert.match((await desk.submit(page, "details", { middle_name: both })).location, /done=same/);
	});
});

describe("Set Inactive and Set Active", () => {
	test("change the record, its search keys and the log, and can be sent twice", async () => {
		for (const [inactive, action] of [["1", "set_inactive"], ["0", "set_active"]]) {
			const page = await desk.get(`/customer/${id}/overview`);
			const answer = await desk.submit(page, "status", {}, { name: "inactive", value: inactive });
			assert.equal(answer.status, 303);
			assert.equal((await desk.submit(page, "status", {}, { name: "inactive", value: inactive })).location, answer.location);
			assert.equal(one(`SELECT inactive FROM customer WHERE id = ${id}`), inactive);
			assert.deepEqual(sql(`SELECT DISTINCT inactive FROM search_key WHERE customer_id = ${id}`), [[inactive]]);
			assert.equal(one(`SELECT action FROM activity WHERE customer_id = ${id} ORDER BY id DESC LIMIT 1`), action);
			assert.equal(/name="inactive" value="(.)"/.exec((await desk.get(path())).text)[1], inactive === "1" ? "0" : "1");
		}
	});
	test("to what it is already writes no log", async () => {
		const was = one(`SELECT COUNT(*) FROM activity WHERE customer_id = ${id}`);
		await desk.submit(await desk.get(path()), "status", {}, { name: "inactive", value: "0" });
		assert.equal(one(`SELECT COUNT(*) FROM activity WHERE customer_id = ${id}`), was);
	});
});

describe("a session that ends in the middle of a form", () => {
	const NEW = "new-customer-form";
	async function interrupted(last, more = {}) {
		const client = await signedIn("Manager"), page = await client.get("/customers/new");
		endSessions(client);
		const answer = await client.submit(page, NEW, { first_name: "A <b>", last_name: last, privacy: ["no_email", "no_mail"], ...more });
		assert.equal(answer.status, 401);
		return { client, answer };
	}
	const count = (last) => Number(one(`SELECT COUNT(*) FROM customer WHERE last_name = '${last}'`));

	test("is answered with a sign-in page that has every typed word", async () => {
		const last = letters(), { answer } = await interrupted(last);
		const form = forms(answer.text)[0].words;
		assert.deepEqual(form.filter(([name]) => name === "privacy").map(([, value]) => value), ["no_email", "no_mail"]);
		assert.equal(Object.fromEntries(form).first_name, "A <b>");
		assert.match(read(answer), /Nothing you typed was lost/);
		assert.equal(count(last), 0);
	});
	test("is saved, once, by signing in on that page", async () => {
		const last = letters(), { client, answer } = await interrupted(last);
		const done = await client.submit(answer, "again", { user_name: client.name, password });
		assert.equal(done.status, 303);
		assert.match(done.location, /^\/customer\/\d+\/overview\?done=added/);
		assert.equal(count(last), 1);
		assert.equal((await client.get(done.location)).status, 200);
		const again = await client.submit(answer, "again", { user_name: client.name, password });
		assert.equal(again.location, done.location, "sent twice leads to the same place");
		assert.equal(count(last), 1);
	});
	test("is saved by signing in on that page also when another tab has signed in meanwhile", async () => {
		const last = letters(), { client, answer } = await interrupted(last);
		await signIn(client.name, client);
		const done = await client.submit(answer, "again", { user_name: client.name, password });
		assert.equal(done.status, 303);
		assert.equal(count(last), 1);
	});
	test("keeps the words through a wrong password", async () => {
		const last = letters(), { client, answer } = await interrupted(last);
		const wrong = await client.submit(answer, "again", { user_name: client.name, password: "wrong" });
		assert.equal(wrong.status, 422);
		assert.match(read(wrong), /User name or password is wrong/);
		assert.ok(!wrong.text.includes('value="wrong"'));
		assert.equal(count(last), 0);
		assert.equal((await client.submit(wrong, "again", { user_name: client.name, password })).status, 303);
		assert.equal(count(last), 1);
	});
	test("keeps a typed SSN sealed, and stores it after signing in", async () => {
		const last = letters(), { client, answer } = await interrupted(last, { ssn: "216-45-0198" });
		assert.doesNotMatch(answer.text, /216-?45-?0198/);
		await client.submit(answer, "again", { user_name: client.name, password });
		assert.equal(one(`SELECT COUNT(*) FROM ssn JOIN customer ON id = customer_id WHERE last_name = '${last}'`), "1");
	});
	test("shows the form again when what was typed has a mistake", async () => {
		const { client, answer } = await interrupted("", {});
		const done = await client.submit(answer, "again", { user_name: client.name, password });
		assert.equal(done.status, 422);
		assert.equal(words(done, NEW).first_name, "A <b>");
		assert.ok(words(done, NEW).token, "with the new session's token");
	});
	test("saves nothing for somebody who may not", async () => {
		const last = letters(), { client, answer } = await interrupted(last), admin = await signedIn("Administrator");
		assert.equal((await client.submit(answer, "again", { user_name: admin.name, password })).status, 403);
		assert.equal(count(last), 0);
	});
	test("never keeps passwords in a page", async () => {
		const answer = await new Client().post("/session/account", { password: "old-secret-1", new_password: "new-secret-2",
			confirm_password: "new-secret-2" });
		assert.doesNotMatch(answer.text, /old-secret-1|new-secret-2/);
	});
});

describe("the token of an older session", () => {
	test("is answered with 403, every word, and a Try again that works", async () => {
		const last = letters(), client = await signedIn("Manager"), page = await client.get("/customers/new");
		endSessions(client);
		await signIn(client.name, client);
		const answer = await client.submit(page, "new-customer-form", { first_name: "A", last_name: last, ssn: "216-45-0198" });
		assert.equal(answer.status, 403);
		assert.match(read(answer), /out of date/);
		assert.doesNotMatch(answer.text, /216-?45-?0198/);
		assert.equal(one(`SELECT COUNT(*) FROM customer WHERE last_name = '${last}'`), "0");
		const again = await client.post("/customers/new", forms(answer.text)[0].words);
		assert.equal(again.status, 303);
		assert.equal(one(`SELECT COUNT(*) FROM customer JOIN ssn ON id = customer_id WHERE last_name = '${last}'`), "1");
	});
});
