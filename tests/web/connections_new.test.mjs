// Connections over HTTP: a new customer that is added with its connection.
import assert from "node:assert/strict";
import { before, test } from "node:test";
import { Client, forms, plain, read } from "./client.mjs";
import { add, letters, one, password, person, signIn, signedIn, sql, tokenOf } from "./desk.mjs";
import { addNew, business, connect, crooked, idOf, individual, onceKey, others, primaries, refused, said, saveList, stored, token, words }
	from "./connect_desk.mjs";

let me;
before(async () => { me = await signedIn("Manager"); });

const LONG = "x".repeat(61);
const overview = (id) => me.get(`/customer/${id}/overview`);

test("76-79: a new customer is a full record, connected on both sides, and is found by the search", async () => {
	const ann = await individual(me), last = letters();
	const step = await me.submit(await me.get(`/connect/${ann.id}`), "add-connection-form", { search: `Elena ${last}` },
		{ name: "do", value: "create" });
	assert.equal(step.status, 200);
	assert.equal(words(step, "add-connection-form").first_name, "Elena");
	assert.equal(words(step, "add-connection-form").last_name, last);
	assert.equal(words(step, "add-connection-form").same_contact, "1");
	const answer = await me.submit(step, "add-connection-form", { relationship: "relative", title: "mother" });
	assert.match(answer.location ?? said(answer), new RegExp(`^/customer/${ann.id}/overview`));
	const id = idOf(last);
	assert.deepEqual(stored(ann.id), [[id, "relative", "mother", "0"]]);
	assert.match(read(await overview(ann.id)), new RegExp(`Elena ${last} *Relative, mother`));
	assert.match(read(await overview(id)), new RegExp(`${id}.*${ann.name} *Relative, mother`));
	const search = await me.follow(await me.post("/customers", { token: await token(me), search: last }));
	assert.match(search.text, new RegExp(`/customer/${id}/overview`));
});

const CONTACTS = { addresses: "street, city, state, zip", phones: "number", emails: "address" };
const contacts = (id) => Object.entries(CONTACTS).map(([kind, columns]) => sql(`SELECT type, ${columns}, is_primary FROM contact
	WHERE customer_id = ${id} AND kind = '${kind}' ORDER BY type`));
const REACH = { "addresses.0.type": "mailing", "addresses.0.street": "1 Elm St", "addresses.0.city": "Lima",
	"addresses.0.state": "OH", "addresses.0.zip": "45801", "addresses.1.type": "work", "addresses.1.street": "2 Oak St",
	"addresses.1.city": "Lima", "phones.0.type": "home", "phones.0.number": "6145550142", "phones.1.type": "cell",
	"phones.1.number": "6145550143", "phones.primary": "1", "emails.0.type": "personal", "emails.0.address": "a@example.com",
	"emails.1.type": "work", "emails.1.address": "b@example.com" };

for (const [kind, made] of [["an individual", (typed) => individual(me, typed).then(({ id }) => id)],
	["a business", (typed) => business(me, typed)]])
	test(`74, 75: Same Contact Information copies all of ${kind}'s contact information with its primaries; No copies none`, async () => {
		const id = await made(REACH), [same, other] = [letters(), letters()];
		assert.ok(contacts(id).every((rows) => rows.length === 2), "the opened record has two of each");
		assert.equal((await addNew(me, id, { last_name: same, relationship: "employee" })).status, 303);
		assert.equal((await addNew(me, id, { last_name: other, relationship: "employee", same_contact: "0" })).status, 303);
		assert.deepEqual(contacts(idOf(same)), contacts(id));
		assert.deepEqual(contacts(idOf(other)), [[], [], []]);
		const details = await me.get(`/customer/${idOf(other)}/details`);
		assert.equal((await me.submit(details, "details", { "phones.0.type": "home", "phones.0.number": "6145550199" })).status, 303);
		assert.deepEqual(contacts(idOf(other))[1], [["home", "6145550199", "1"]]);
	});

test("a copy of the contact information is a copy: later changes stay on the record they were made on", async () => {
	const ann = await individual(me, REACH), last = letters();
	await addNew(me, ann.id, { last_name: last });
	const details = await me.get(`/customer/${idOf(last)}/details`);
	assert.equal((await me.submit(details, "details", { "phones.0.number": "6145550199" })).status, 303);
	assert.deepEqual(contacts(ann.id)[1].map((row) => row[1]).sort(), ["6145550142", "6145550143"]);
});

test("Same Contact Information of a customer who has none is no mistake", async () => {
	const ann = await individual(me), last = letters();
	assert.equal((await addNew(me, ann.id, { last_name: last })).status, 303);
	assert.deepEqual(contacts(idOf(last)), [[], [], []]);
});

for (const [what, typed, sentence] of [
	["69: no first name", { first_name: "" }, /Enter the first name/],
	["69: no last name", { last_name: "" }, /Enter the last name/],
	["a last name of blanks", { last_name: " \t " }, /Enter the last name/],
	["a business without a name", { customer_type: "business", business_name: "" }, /Enter the business name/],
	["no relationship type", { relationship: "" }, /Choose a relationship type/],
	["an unknown relationship type", { relationship: "enemy" }, /values listed for Relationship Type/],
	["a title of 61 characters", { title: LONG }, /Title can have 60 characters/],
	["an unknown customer type", { customer_type: "dog" }, /./],
])
	test(`a new customer is refused with a sentence, nothing is stored and all is kept: ${what}`, async () => {
		const ann = await individual(me), last = letters();
		const sent = { customer_type: "individual", first_name: "Elena", last_name: last, business_name: `${last} LLC`,
			relationship: "friend", title: "Neighbor", same_contact: "0", ...typed };
		const answer = await addNew(me, ann.id, sent);
		refused(answer, sentence);
		const kept = words(answer, "add-connection-form");
		for (const name of Object.keys(sent))
			if (!(name in typed))
				assert.equal(kept[name], sent[name], name);
		if (typed.title)
			assert.equal(kept.title, LONG);
		assert.deepEqual(stored(ann.id), []);
		assert.equal(one(`SELECT COUNT(*) FROM customer WHERE last_name = '${last}' OR business_name = '${last} LLC'`), "0");
	});

test("68: a business is created from an individual's record, and the individual is its primary contact", async () => {
	const ann = await individual(me), name = `${letters()} LLC`;
	const answer = await addNew(me, ann.id, { customer_type: "business", business_name: name, first_name: "", last_name: "",
		relationship: "employee", title: "Owner" });
	assert.equal(answer.status, 303);
	const id = one(`SELECT id FROM customer WHERE business_name = '${name}' AND customer_type = 'business'`);
	assert.deepEqual(stored(id), [[ann.id, "employee", "Owner", "1"]]);
	assert.deepEqual(primaries(ann.id), []);
});

test("96: no business is created from a business record, whatever is posted", async () => {
	const ours = await business(me), name = `${letters()} LLC`;
	refused(await addNew(me, ours, { customer_type: "business", business_name: name, first_name: "", last_name: "" }), /Enter the first name/);
	assert.equal(one(`SELECT COUNT(*) FROM customer WHERE business_name = '${name}'`), "0");
});

test("70: from a business record a new customer starts as Employee, and another type may be chosen", async () => {
	const ours = await business(me), last = letters();
	const step = await me.post(`/connect/${ours}`, { token: await token(me), search: "", do: "create" });
	assert.equal(words(step, "add-connection-form").relationship, "employee");
	assert.doesNotMatch(step.text, /name="customer_type"/);
	assert.equal((await me.submit(step, "add-connection-form", { first_name: "Elena", last_name: last, relationship: "other" })).status, 303);
	assert.equal(stored(ours)[0][1], "other");
});

test("71: from an individual Employee, Friend, Relative and Other are offered and none is chosen", async () => {
	const ann = await individual(me);
	for (const page of [await me.get(`/connect/${ann.id}`), await me.post(`/connect/${ann.id}`, { token: await token(me), do: "create" })]) {
		const select = /<select id="connect-relationship"[^]*?<\/select>/.exec(page.text)[0];
		assert.deepEqual([...select.matchAll(/<option[^>]*>([^<]*)/g)].map(([, label]) => label), ["", "Employee", "Friend", "Relative", "Other"]);
		assert.equal(words(page, "add-connection-form").relationship, "");
	}
});

test("what was searched for becomes the name of the new customer, but no number or address does", async () => {
	const ann = await individual(me);
	for (const [text, first, last] of [["Delgado, Elena", "Elena", "Delgado"], ["Elena Maria Delgado", "Elena Maria", "Delgado"],
		["Delgado", "", "Delgado"], ["6145550142", "", ""], ["a@example.com", "", ""], ["", "", ""]]) {
		const step = await me.post(`/connect/${ann.id}`, { token: await token(me), search: text, do: "create" });
		assert.deepEqual([words(step, "add-connection-form").first_name, words(step, "add-connection-form").last_name], [first, last], text);
	}
});

test("going from the search to the new customer keeps type and title", async () => {
	const ann = await individual(me);
	const step = await me.post(`/connect/${ann.id}`, { token: await token(me), search: "x", do: "create", relationship: "friend", title: "Neighbor" });
	assert.equal(words(step, "add-connection-form").relationship, "friend");
	assert.equal(words(step, "add-connection-form").title, "Neighbor");
});
