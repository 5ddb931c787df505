// Forms that come again, by a double click, by Back, because an answer was lost: carried out once, and never taken for another.
import assert from "node:assert/strict";
import { before, describe, test } from "node:test";
import { read, words } from "./client.mjs";
import { add, letters, one, signedIn } from "./desk.mjs";
import { individual } from "./connect_desk.mjs";

const NEW = "new-customer-form";
const view = { name: "save", value: "view" };
const named = (last) => Number(one(`SELECT COUNT(*) FROM customer WHERE last_name = '${last}'`));
const middle = (id) => one(`SELECT IFNULL(middle_name, '') FROM customer WHERE id = ${id}`);
const phone = (id) => one(`SELECT IFNULL(primary_phone, '') FROM customer WHERE id = ${id}`);

let desk;
before(async () => { desk = await signedIn("Manager"); });

describe("Details, saved, gone Back to, changed and saved again", () => {
	test("never says Success for words that it did not save", async () => {
		const id = await add(desk), page = await desk.get(`/customer/${id}/details`);
		assert.equal((await desk.submit(page, "details", { middle_name: "Ann" })).status, 303);
		const again = await desk.submit(page, "details", { middle_name: "Bea" });
		assert.ok(again.status === 409 || middle(id) === "Bea", `${again.status} ${again.location} with ${middle(id)}`);
		assert.doesNotMatch(again.location ?? "", /done=/);
	});
	test("is told what is wrong, not that it was saved", async () => {
		const id = await add(desk), page = await desk.get(`/customer/${id}/details`);
		assert.equal((await desk.submit(page, "details", { middle_name: "Ann" })).status, 303);
		const again = await desk.submit(page, "details", { middle_name: "Ann", last_name: "" });
		assert.equal(again.status, 422);
		assert.match(read(again), /Enter the last name/);
	});
	test("says Success once more for the same words", async () => {
		const id = await add(desk), page = await desk.get(`/customer/${id}/details`);
		const first = await desk.submit(page, "details", { middle_name: "Ann" });
		const second = await desk.submit(page, "details", { middle_name: "Ann" });
		assert.deepEqual([second.status, second.location], [303, first.location]);
	});
});

describe("New Customer, saved, and sent again with other words", () => {
	let last, page, id, again;
	const typed = { first_name: "Ann", "phones.0.type": "home", "phones.0.number": "6145550101" };
	before(async () => {
		last = letters();
		page = await desk.get("/customers/new");
		id = /customer\/(\d+)/.exec((await desk.submit(page, NEW, { ...typed, last_name: last }, view)).location)[1];
		again = await desk.submit(page, NEW, { ...typed, last_name: last, "phones.0.number": "6145550102" }, view);
	});
	test("says whom it added before, and adds and changes nobody", () => {
		assert.equal(again.status, 409);
		assert.match(read(again), new RegExp(`saved already, as customer ${id} \\(Today`));
		assert.match(again.text, /value="6145550102"/);
		assert.deepEqual([named(last), phone(id)], [1, "6145550101"]);
	});
	test("says so also when the other words have a mistake", async () => {
		const wrong = await desk.submit(page, NEW, { ...typed, last_name: last, first_name: "" }, view);
		assert.equal(wrong.status, 409);
		assert.match(read(wrong), /saved already, as customer/);
	});
	test("keeps saying so when a row is added to the form", async () => {
		const more = await desk.submit(again, NEW, {}, { name: "add", value: "phones" });
		assert.match(read(more), new RegExp(`saved already, as customer ${id}`));
	});
	test("saves what was changed to that customer when told to", async () => {
		const action = new RegExp(`formaction="(/customer/${id}/details)"[^>]*>Save what you changed to ${id}<`).exec(again.text)[1];
		assert.equal((await desk.submit(again, NEW, {}, { formaction: action })).status, 303);
		assert.deepEqual([named(last), phone(id)], [1, "6145550102"]);
	});
	test("adds another one when told to, once", async () => {
		const answers = [await desk.submit(again, NEW, {}, view), await desk.submit(again, NEW, {}, view)];
		assert.deepEqual(answers.map((answer) => answer.status), [303, 303]);
		assert.equal(answers[0].location, answers[1].location);
		assert.equal(named(last), 2);
	});
	test("is the first customer's by whichever button it was sent", async () => {
		const other = letters(), fresh = await desk.get("/customers/new");
		const first = await desk.submit(fresh, NEW, { ...typed, last_name: other }, view);
		const second = await desk.submit(fresh, NEW, { ...typed, last_name: other }, { name: "save", value: "continue" });
		assert.deepEqual([second.status, second.location, named(other)], [303, first.location, 1]);
	});
});

test("twins of New Customer with different words, sent at once, add one customer", async () => {
	for (let round = 0; round < 5; round++) {
		const last = letters(), page = await desk.get("/customers/new");
		const answers = await Promise.all(["A", "B", "C", "D"].map((first) =>
			desk.submit(page, NEW, { first_name: first, last_name: last }, view)));
		assert.deepEqual(answers.map((answer) => answer.status).sort(), [303, 409, 409, 409]);
		assert.equal(named(last), 1);
	}
});

test("a new connection that was added and sent again with another name says so and adds nobody", async () => {
	const ann = await individual(desk), page = await desk.post(`/connect/${ann.id}`, { token: words(await desk.get("/customers/new"), NEW).token, do: "create" });
	const last = letters(), how = { first_name: "Bob", relationship: "relative" };
	assert.equal((await desk.submit(page, "add-connection-form", { ...how, last_name: last })).status, 303);
	const again = await desk.submit(page, "add-connection-form", { ...how, last_name: `${last}x` });
	assert.equal(again.status, 409);
	assert.match(read(again), /saved already, as customer \d+ \(Today/);
	assert.equal(named(`${last}x`), 0);
});

test("one form of a page does not use up the others", async () => {
	const id = await add(desk, { "emails.0.type": "work", "emails.0.address": `${letters()}@gravatar.example` });
	const page = await desk.get(`/customer/${id}/details`);
	const { token, once } = Object.fromEntries([["token", words(page, "details").token], ["once", words(page, "details").once]]);
	for (const path of [`/lookup/${id}/order`, `/customer/${id}/photo`, `/customer/${id}/profile`])
		assert.equal((await desk.post(path, { token, once })).status, 303, path);
	const saved = await desk.submit(page, "details", { middle_name: "Ann" });
	assert.match(saved.location, /done=saved/);
	assert.equal(middle(id), "Ann");
});

test("a key is of no use for another record", async () => {
	const [a, b] = [await add(desk), await add(desk)], page = await desk.get(`/customer/${a}/details`);
	const other = words(await desk.get(`/customer/${b}/details`), "details");
	assert.equal((await desk.submit(page, "details", { middle_name: "Ann" })).status, 303);
	const { once } = words(page, "details");
	assert.match((await desk.post(`/customer/${b}/details`, { ...other, once, middle_name: "Bea" })).location, new RegExp(`/customer/${b}/`));
	assert.deepEqual([middle(a), middle(b)], ["Ann", "Bea"]);
});

test("a form with a wrong token is refused, also when its key was used", async () => {
	const id = await add(desk), page = await desk.get(`/customer/${id}/details`);
	assert.equal((await desk.submit(page, "details", { middle_name: "Ann" })).status, 303);
	assert.equal((await desk.submit(page, "details", { middle_name: "Ann", token: "0".repeat(64) })).status, 403);
});

test("what is kept of a form tells nobody what was typed", async () => {
	const last = letters(), page = await desk.get("/customers/new"), ssn = "216-45-0198";
	await desk.submit(page, NEW, { first_name: "Ann", last_name: last, ssn }, view);
	const { once } = words(page, NEW);
	assert.equal(one(`SELECT COUNT(*) FROM once WHERE once_key = '${once}' OR words = '${once}'`), "0");
	assert.equal(one(`SELECT COUNT(*) FROM once WHERE CONCAT_WS(' ', once_key, words, location) LIKE '%${last}%'`), "0");
});
