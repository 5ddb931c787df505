// Connections between customers over HTTP: what is refused and how, what is stored on both sides, who may.
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

// ------------------------------------------------------------------ who is there already

test("95, 78: an existing customer is connected with type and title, and both records show it", async () => {
	const [ann, bob] = [await individual(me), await individual(me)];
	const found = await me.submit(await me.get(`/connect/${ann.id}`), "add-connection-form", { search: bob.last },
		{ name: "do", value: "search" });
	assert.equal(found.status, 200);
	assert.match(found.text, new RegExp(`name="other" value="${bob.id}"`));
	const answer = await me.submit(found, "add-connection-form", { other: bob.id, relationship: "friend", title: "Neighbor" },
		{ name: "do", value: "save" });
	assert.equal(answer.status, 303);
	assert.match(answer.location, new RegExp(`^/customer/${ann.id}/overview`));
	assert.match(read(await me.follow(answer)), new RegExp(`Connections.*${bob.name} *Friend, Neighbor`));
	assert.match(read(await overview(bob.id)), new RegExp(`Connections.*${ann.name} *Friend, Neighbor of ${ann.name}`));
	assert.deepEqual(stored(ann.id), [[bob.id, "friend", "Neighbor", "0"]]);
	assert.deepEqual(stored(bob.id), [[ann.id, "friend", "", "0"]]);
	for (const id of [ann.id, bob.id])
		assert.equal(one(`SELECT COUNT(*) FROM activity WHERE customer_id = ${id} AND action = 'connection_added'`), "1");
});

test("84: several that are ticked are connected at once", async () => {
	const [ann, bob, joe] = [await individual(me), await individual(me), await individual(me)];
	assert.equal((await connect(me, ann.id, [bob.id, joe.id])).status, 303);
	assert.deepEqual(others(ann.id).sort(), [bob.id, joe.id].sort());
});

test("121: a customer is not connected with itself", async () => {
	const ann = await individual(me);
	refused(await connect(me, ann.id, ann.id), /A customer cannot be connected with itself/);
	assert.deepEqual(stored(ann.id), []);
});

test("121: the same pair is not connected twice, from neither side", async () => {
	const [ann, bob] = [await individual(me), await individual(me)];
	assert.equal((await connect(me, ann.id, bob.id, { title: "First" })).status, 303);
	refused(await connect(me, ann.id, bob.id, { title: "Second" }), new RegExp(`${bob.name} is connected already`));
	refused(await connect(me, bob.id, ann.id, { title: "Third" }), new RegExp(`${ann.name} is connected already`));
	assert.deepEqual(stored(ann.id), [[bob.id, "relative", "First", "0"]]);
});

test("the same name ticked twice in one form is refused and connects nobody", async () => {
	const [ann, bob] = [await individual(me), await individual(me)];
	refused(await connect(me, ann.id, [bob.id, bob.id]), /is connected already/);
	assert.deepEqual(stored(ann.id), []);
});

test("96: two businesses are not connected, and a business does not find one", async () => {
	const name = `${letters()} Motors`;
	const [ours, theirs] = [await business(me), await business(me, { business_name: name })];
	refused(await connect(me, ours, theirs), /Two businesses cannot be connected/);
	assert.deepEqual(stored(ours), []);
	const search = await me.post(`/connect/${ours}`, { token: await token(me), search: name.split(" ")[0], do: "search" });
	assert.doesNotMatch(search.text, new RegExp(`value="${theirs}"`));
	assert.match(read(search), /No active individual matches/);
});

test("125: an inactive customer is not found, and refused when it was ticked just before", async () => {
	const [ann, bob] = [await individual(me), await individual(me)];
	sql(`UPDATE customer SET inactive = 1 WHERE id = ${bob.id}`);
	sql(`UPDATE search_key SET inactive = 1 WHERE customer_id = ${bob.id}`);
	const search = await me.post(`/connect/${ann.id}`, { token: await token(me), search: bob.last, do: "search" });
	assert.doesNotMatch(search.text, /name="other"/);
	refused(await connect(me, ann.id, bob.id), new RegExp(`${bob.name} is inactive`));
	assert.deepEqual(stored(ann.id), []);
});

for (const gone of ["999999999999", "0", "abc", "", "-1", "1 OR 1=1", "99999999999999999999999", "1000001x", "1e6", " ", "'"])
	test(`a customer that is not there is refused: ${JSON.stringify(gone)}`, async () => {
		const ann = await individual(me);
		refused(await connect(me, ann.id, gone), /not there any more|cannot be connected|Tick a name/);
		assert.deepEqual(stored(ann.id), []);
	});

test("a number with something behind it is not taken for the customer with that number", async () => {
	const [ann, bob] = [await individual(me), await individual(me)];
	for (const other of [`${bob.id}x`, `${bob.id} OR 1`, `0${bob.id}`, `${bob.id}.0`, ` ${bob.id}`]) {
		const answer = await connect(me, ann.id, other);
		assert.equal(answer.status, 422, JSON.stringify(other));
		refused(answer, /not there any more/);
	}
	assert.deepEqual(stored(ann.id), []);
});

for (const [what, how, sentence] of [
	["no relationship type", { relationship: "" }, /Choose a relationship type/],
	["none posted at all", { relationship: null }, /Choose a relationship type/],
	["an unknown relationship type", { relationship: "enemy" }, /Choose one of the values listed for Relationship Type/],
	["a title of 61 characters", { title: LONG }, /Title can have 60 characters; this has 61/],
])
	test(`refused with a sentence, and what was typed is kept: ${what}`, async () => {
		const [ann, bob] = [await individual(me), await individual(me)];
		const answer = await connect(me, ann.id, bob.id, { title: "Sister in law", search: bob.last, ...how });
		refused(answer, sentence);
		const kept = forms(answer.text).find((form) => form.id === "add-connection-form").words;
		assert.deepEqual(kept.filter(([name]) => name === "other"), [["other", bob.id]], "the tick");
		assert.deepEqual(kept.filter(([name]) => name === "search"), [["search", bob.last]]);
		assert.deepEqual(kept.filter(([name]) => name === "title"), [["title", how.title ?? "Sister in law"]]);
		assert.deepEqual(stored(ann.id), []);
	});

test("nothing ticked is refused, and type and title are kept", async () => {
	const ann = await individual(me);
	const answer = await connect(me, ann.id, [], { relationship: "friend", title: "Neighbor" });
	refused(answer, /Tick a name in the list first, or create a new customer/);
	assert.equal(words(answer, "add-connection-form").relationship, "friend");
	assert.equal(words(answer, "add-connection-form").title, "Neighbor");
});

test("a title of 60 letters of any script is kept whole", async () => {
	const [ann, bob] = [await individual(me), await individual(me)];
	const title = "ÄöЖ中".repeat(15);
	assert.equal((await connect(me, ann.id, bob.id, { title })).status, 303);
	assert.equal(stored(ann.id)[0][2], title);
});

test("when one of several ticked is refused, nobody is connected and all ticks are kept", async () => {
	const ours = await business(me), last = letters();
	const [ann, bob] = [await add(me, { last_name: last }), await add(me, { last_name: last })];
	assert.equal((await connect(me, ours, bob)).status, 303);
	const joe = await add(me, { last_name: last });
	const answer = await connect(me, ours, [ann, joe, bob], { search: last });
	refused(answer, /is connected already/);
	assert.deepEqual(others(ours), [bob]);
	const ticked = forms(answer.text).find((form) => form.id === "add-connection-form").words
		.filter(([name]) => name === "other").map(([, id]) => id);
	for (const id of [ann, joe])
		assert.ok(ticked.includes(id), `${id} of ${ticked}`);
});

test("97: who is there already becomes an Employee of a business, whatever was posted", async () => {
	const ours = await business(me), ann = await individual(me);
	assert.equal((await connect(me, ours, ann.id, { relationship: "friend", title: "Buyer" })).status, 303);
	assert.deepEqual(stored(ours), [[ann.id, "employee", "Buyer", "1"]]);
	const page = await me.get(`/connect/${ours}`);
	assert.match(page.text, /<select id="connect-relationship" disabled[^>]*><option selected>Employee<\/option><\/select>/);
});

test("85, 80: an individual is connected with a business from the individual's side and becomes its primary contact", async () => {
	const ours = await business(me), ann = await individual(me);
	assert.equal((await connect(me, ann.id, ours, { relationship: "employee" })).status, 303);
	assert.deepEqual(primaries(ours), [ann.id]);
	assert.deepEqual(primaries(ann.id), []);
});
