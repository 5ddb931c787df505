// The Connections screen over HTTP: type and title in place, the primary contact, removing, long lists.
import assert from "node:assert/strict";
import { before, test } from "node:test";
import { forms, plain, read } from "./client.mjs";
import * as desk from "./desk.mjs";
import { letters, one, signedIn, sql } from "./desk.mjs";
import { addNew, business, connect, crooked, individual, onceKey, others, primaries, saveList, stored, token, words }
	from "./connect_desk.mjs";

let me;
before(async () => { me = await signedIn("Manager"); });

const list = (id, page = "") => me.get(`/connections/${id}${page}`);
const form = (page) => words(page, "connections-form");

// A business with COUNT contacts, the first of them primary. Only who was connected from the other side is not an employee.
async function firm(count, relationship = "employee") {
	const id = await business(me), contacts = [];
	for (let i = 0; i < count; i++) {
		contacts.push(await individual(me));
		const sides = relationship === "employee" ? [id, contacts[i].id] : [contacts[i].id, id];
		assert.equal((await connect(me, ...sides, { relationship, title: `Title ${i}` })).status, 303);
	}
	return { id, contacts, ids: contacts.map((one) => one.id) };
}

// [[customer, "Yes"], ...] as the Primary column of PAGE says.
const column = (page) => [...page.text.matchAll(/data-primary-of="(\d+)"[^>]*>([^]*?)<\/td>/g)]
	.map(([, id, cell]) => [id, cell.match(/data-when="[^"]*">([^<]*)/)[1]]);
const saidYes = (page) => column(page).filter(([, word]) => /^Yes/.test(word)).map(([id]) => id);

test("98: the list shows name, number, phone, e-mail, type and title; Primary only on a business", async () => {
	const { id, ids, contacts } = await firm(2), reached = await desk.add(me, { "phones.0.type": "cell", "phones.0.number": "6145550142",
		"emails.0.type": "work", "emails.0.address": "ann@example.com" });
	assert.equal((await connect(me, ids[1], reached)).status, 303);
	assert.match(read(await list(ids[1])), new RegExp(`${reached} *\\(614\\) 555-0142 *ann@example.com`));
	const page = await list(id);
	for (const one of contacts)
		assert.match(read(page), new RegExp(`${one.name} *${one.id}`));
	assert.equal(form(page)[`relationship.${ids[0]}`], "employee");
	assert.equal(form(page)[`title.${ids[1]}`], "Title 1");
	assert.deepEqual(column(page).sort(), [[ids[0], "Yes"], [ids[1], "No"]].sort());
	const other = await list(ids[0]);
	assert.deepEqual(column(other), []);
	assert.doesNotMatch(read(other), /Primary/);
	assert.equal((await me.get(`/connections/${ids[0]}/one?with=${id}`)).text.includes("Primary Contact"), false, "83");
});

test("99: type and title are changed in place on both records, with one line in each history; the rest is left alone", async () => {
	const { id, ids } = await firm(3, "friend");
	const answer = await saveList(me, id, { [`relationship.${ids[1]}`]: "other", [`title.${ids[1]}`]: "Bookkeeper" });
	assert.equal(answer.status, 303);
	assert.match(read(await me.follow(answer)), /Success/);
	assert.deepEqual(stored(id).map((row) => row.slice(1, 3)), [["friend", "Title 0"], ["other", "Bookkeeper"], ["friend", "Title 2"]]);
	assert.deepEqual(stored(ids[1]), [[id, "other", "Bookkeeper", "0"]]);
	assert.deepEqual(sql(`SELECT customer_id FROM activity WHERE action = 'connection_changed' AND customer_id IN (${[id, ...ids]}) ORDER BY id`).flat(),
		[id, ids[1]]);
	assert.equal((await saveList(me, id, { [`title.${ids[1]}`]: "" })).status, 303);
	assert.equal(stored(ids[1])[0][2], "", "a title can be taken away");
	assert.equal((await saveList(me, id, { [`title.${ids[0]}`]: null, [`relationship.${ids[0]}`]: "other" })).status, 303);
	assert.deepEqual(stored(ids[0])[0].slice(1, 3), ["other", "Title 0"], "one that was not posted stays");
	assert.deepEqual(crooked(), []);
});

for (const [what, typed, sentence] of [["an unknown type", ["relationship", "enemy"], /values listed for Relationship Type/],
	["no type", ["relationship", ""], /Choose a relationship type/],
	["a title of 61 characters", ["title", "x".repeat(61)], /Title can have 60 characters; this has 61/]])
	test(`refused with a sentence at the row, nothing is stored and the other rows keep what was typed: ${what}`, async () => {
		const { id, ids } = await firm(3, "other");
		const before = stored(id);
		const answer = await saveList(me, id, { [`title.${ids[0]}`]: "Kept <b>", [`${typed[0]}.${ids[1]}`]: typed[1],
			[`relationship.${ids[2]}`]: "friend", primary: ids[2] });
		assert.equal(answer.status, 422);
		assert.match(plain(new RegExp(`id="error-${ids[1]}"[^]*?</p>`).exec(answer.text)?.[0] ?? ""), sentence);
		assert.equal(form(answer)[`title.${ids[0]}`], "Kept <b>");
		assert.equal(form(answer)[`relationship.${ids[2]}`], "friend");
		assert.equal(form(answer).primary, ids[2]);
		assert.deepEqual(saidYes(answer), [ids[2]]);
		assert.deepEqual(stored(id), before);
	});

test("a title that was taken away stays away in a refused list", async () => {
	const { id, ids } = await firm(2);
	const answer = await saveList(me, id, { [`title.${ids[0]}`]: "", [`title.${ids[1]}`]: "x".repeat(61) });
	assert.equal(answer.status, 422);
	assert.equal(form(answer)[`title.${ids[0]}`], "");
});

test("a refused list can be mended and saved, the chosen primary contact too", async () => {
	const { id, ids } = await firm(2);
	const refused = await saveList(me, id, { [`title.${ids[0]}`]: "x".repeat(61), primary: ids[1] });
	assert.equal((await me.submit(refused, "connections-form", { [`title.${ids[0]}`]: "Driver" })).status, 303);
	assert.deepEqual(primaries(id), [ids[1]]);
	assert.equal(stored(id)[0][2], "Driver");
});

test("what two desks changed apart in one row is kept together", async () => {
	const { id, ids } = await firm(1, "other"), page = await list(id);
	assert.equal((await saveList(me, id, { [`relationship.${ids[0]}`]: "friend" })).status, 303);
	assert.equal((await me.submit(page, "connections-form", { [`title.${ids[0]}`]: "Driver | \u00e9" })).status, 303);
	assert.deepEqual(stored(id)[0].slice(1, 3), ["friend", "Driver | \u00e9"]);
	const next = await list(id);
	assert.equal((await saveList(me, id, { [`title.${ids[0]}`]: "" })).status, 303);
	assert.equal((await me.submit(next, "connections-form", { [`relationship.${ids[0]}`]: "employee" })).status, 303);
	assert.deepEqual(stored(id)[0].slice(1, 3), ["employee", ""]);
});

test("a row that another desk changed meanwhile is not overwritten: the list says what it is now and keeps what was typed", async () => {
	const { id, ids } = await firm(2, "other"), page = await list(id);
	assert.equal((await saveList(me, id, { [`relationship.${ids[0]}`]: "friend", [`title.${ids[0]}`]: "Theirs" })).status, 303);
	const before = stored(id);
	const late = await me.submit(page, "connections-form", { [`title.${ids[0]}`]: "Mine", [`title.${ids[1]}`]: "Mine too" });
	assert.equal(late.status, 422);
	assert.match(plain(new RegExp(`id="error-${ids[0]}"[^]*?</p>`).exec(late.text)?.[0] ?? ""), /Somebody else changed this to Friend, Theirs while you were typing/);
	assert.equal(form(late)[`title.${ids[0]}`], "Mine");
	assert.equal(form(late)[`title.${ids[1]}`], "Mine too");
	assert.deepEqual(stored(id), before, "nothing is half saved");
	assert.equal((await me.submit(late, "connections-form", { [`relationship.${ids[0]}`]: "friend" })).status, 303, "who has seen it saves");
	assert.deepEqual(stored(id).map((row) => row.slice(1, 3)), [["friend", "Mine"], ["other", "Mine too"]]);
});

test("a row that another desk changed meanwhile and nobody touched here, or changed alike, stays as that desk made it", async () => {
	const { id, ids } = await firm(3), page = await list(id);
	assert.equal((await saveList(me, id, { [`title.${ids[0]}`]: "Theirs", [`title.${ids[1]}`]: "The same" })).status, 303);
	const answer = await me.submit(page, "connections-form", { [`title.${ids[1]}`]: "The same", [`title.${ids[2]}`]: "Mine" });
	assert.equal(answer.status, 303);
	assert.deepEqual(stored(id).map((row) => row[2]), ["Theirs", "The same", "Mine"]);
	assert.equal(one(`SELECT COUNT(*) FROM activity WHERE customer_id = ${ids[1]} AND action = 'connection_changed'`), "1");
});

test("82, 100: the X of the pop-up keeps the tick in the list without storing it; only Save stores it", async () => {
	const { id, ids } = await firm(2);
	const closed = await saveList(me, id, { primary_contact: ids[1], [`title.${ids[0]}`]: "Kept" }, { name: "do", value: "close" });
	assert.equal(closed.status, 200);
	assert.deepEqual(saidYes(closed), [ids[1]]);
	assert.equal(form(closed)[`title.${ids[0]}`], "Kept");
	assert.deepEqual(primaries(id), [ids[0]]);
	assert.deepEqual(saidYes(await list(id)), [ids[0]], "who does not save has changed nothing");
	assert.equal((await me.submit(closed, "connections-form")).status, 303);
	assert.deepEqual(primaries(id), [ids[1]]);
	assert.deepEqual(saidYes(await list(id)), [ids[1]]);
	assert.equal(one(`SELECT COUNT(*) FROM activity WHERE customer_id = ${id} AND action = 'primary_contact'`), "1");
	assert.deepEqual(crooked(), []);
});

test("83: an individual's record has no primary contact, whatever is posted", async () => {
	const [ann, bob] = [await individual(me), await individual(me)];
	await connect(me, ann.id, bob.id);
	assert.equal((await saveList(me, ann.id, { primary: bob.id })).status, 303);
	assert.equal((await saveList(me, ann.id, { primary_contact: bob.id })).status, 303);
	assert.deepEqual([...primaries(ann.id), ...primaries(bob.id)], []);
});

test("somebody who is not connected, or not any more, does not become primary contact, and the desk is told", async () => {
	const { id, ids } = await firm(2), stranger = await individual(me);
	for (const who of [stranger.id, id, "x", "999999999999", `${ids[1]}x`]) {
		const answer = await saveList(me, id, { primary: who });
		assert.deepEqual(primaries(id), [ids[0]], who);
		assert.notEqual(answer.status, 303, `${who}: not "saved"`);
	}
});

test("a contact of a business stays Employee, from either side", async () => {
	const { id, ids } = await firm(1), page = await list(id);
	assert.match(page.text, /<select disabled aria-label="Relationship Type of [^"]*"><option>Employee<\/option>/);
	for (const [here, there] of [[id, ids[0]], [ids[0], id]])
		assert.equal((await saveList(me, here, { [`relationship.${there}`]: "friend", [`title.${there}`]: "Driver" })).status, 303);
	assert.deepEqual(stored(id), [[ids[0], "employee", "Driver", "1"]]);
	assert.deepEqual(crooked(), []);
});

test("a title says what the other is, and reads the right way round on the other record", async () => {
	const [kenneth, mother] = [await individual(me), await individual(me)], overview = async (one) => read(await me.get(`/customer/${one.id}/overview`));
	assert.equal((await connect(me, kenneth.id, mother.id, { title: "mother" })).status, 303);
	assert.ok((await overview(kenneth)).includes(`${mother.name} Relative, mother`));
	assert.doesNotMatch(await overview(kenneth), /mother of/);
	assert.ok((await overview(mother)).includes(`${kenneth.name} Relative, mother of ${kenneth.name}`));
	assert.ok(read(await me.get(`/connections/${mother.id}/one?with=${kenneth.id}`)).includes(`Relative, mother of ${kenneth.name}`));
	const page = await list(mother.id);
	assert.match(page.text, new RegExp(`name="title.${kenneth.id}" value=""[^>]* placeholder="mother of ${kenneth.name}"\\s+list="titles-${kenneth.id}"`));
	assert.deepEqual([.../<datalist id="titles-[^]*?<\/datalist>/.exec(page.text)[0].matchAll(/value="(\w+)"/g)].map(([, word]) => word),
		["child", "son", "daughter"]);
	assert.equal((await saveList(me, mother.id, { [`title.${kenneth.id}`]: "son" })).status, 303);
	assert.deepEqual([stored(kenneth.id)[0][2], stored(mother.id)[0][2]], ["mother", "son"]);
});

test("both titles can be given at once, whether somebody is found or new", async () => {
	const [ann, bob] = [await individual(me), await individual(me)];
	assert.equal((await connect(me, ann.id, bob.id, { title: "husband", other_title: "wife" })).status, 303);
	assert.deepEqual([stored(ann.id)[0][2], stored(bob.id)[0][2]], ["husband", "wife"]);
	assert.equal((await addNew(me, ann.id, { title: "sister", other_title: "sister" })).status, 303);
	const sister = others(ann.id)[1];
	assert.deepEqual([stored(ann.id)[1][2], stored(sister)[0][2]], ["sister", "sister"]);
	const refused = await connect(me, ann.id, (await individual(me)).id, { title: "son", other_title: "x".repeat(61) });
	assert.equal(refused.status, 422);
	assert.match(read(refused), /Title on the Other Record can have 60 characters/);
});

test("a primary contact that is set inactive hands the mark on, or the desk is told that nobody takes it", async () => {
	const { id, ids } = await firm(3), inactive = async (who) => me.submit(await me.get(`/customer/${who}/overview`), "status", {},
		{ name: "inactive", value: "1" });
	assert.doesNotMatch(read(await me.follow(await inactive(ids[1]))), /primary contact of/);
	assert.match(read(await me.follow(await inactive(ids[0]))), /is inactive now[^]*Somebody else is the primary contact of the business now/);
	assert.deepEqual(primaries(id), [ids[2]], "who is inactive is passed over");
	assert.match(read(await me.follow(await inactive(ids[2]))), /The business has no other primary contact yet/);
	assert.deepEqual(primaries(id), [ids[2]]);
	assert.equal(one(`SELECT COUNT(*) FROM activity WHERE customer_id = ${id} AND action = 'primary_contact'`), "1");
	assert.deepEqual(crooked(), []);
});

test("122: when the primary contact is removed, the longest-standing one takes over, and the desk is told", async () => {
	const { id, ids, contacts } = await firm(3);
	const answer = await saveList(me, id, {}, { name: "remove", value: ids[0] });
	assert.equal(answer.status, 200);
	assert.match(read(answer), new RegExp(`Success The connection was removed. ${contacts[1].name} is the primary contact now`));
	assert.deepEqual(primaries(id), [ids[1]]);
	assert.deepEqual(saidYes(answer), [ids[1]]);
	assert.deepEqual(stored(ids[0]), []);
	assert.equal((await saveList(me, ids[1], {}, { name: "remove", value: id })).status, 200, "from the individual's side");
	assert.deepEqual(primaries(id), [ids[2]]);
	assert.equal((await saveList(me, id, {}, { name: "remove", value: ids[2] })).status, 200);
	assert.deepEqual(stored(id), []);
	assert.equal((await connect(me, id, ids[2])).status, 303);
	assert.deepEqual(primaries(id), [ids[2]], "the first one again");
	assert.deepEqual(crooked(), []);
});

test("101: Remove is done at once, on both records, and keeps what is typed in the other rows without storing it", async () => {
	const { id, ids } = await firm(3, "other");
	const answer = await saveList(me, id, { [`title.${ids[0]}`]: "Typed", [`relationship.${ids[2]}`]: "friend" }, { name: "remove", value: ids[1] });
	assert.equal(answer.status, 200);
	assert.match(read(answer), /Success The connection was removed/);
	assert.deepEqual(others(id), [ids[0], ids[2]]);
	assert.deepEqual(stored(ids[1]), []);
	assert.equal(form(answer)[`title.${ids[0]}`], "Typed");
	assert.equal(form(answer)[`relationship.${ids[2]}`], "friend");
	assert.equal(stored(id)[0][2], "Title 0", "not stored yet");
	assert.equal((await me.submit(answer, "connections-form")).status, 303);
	assert.deepEqual(stored(id).map((row) => row.slice(1, 3)), [["other", "Typed"], ["friend", "Title 2"]]);
	for (const who of [id, ids[1]])
		assert.equal(one(`SELECT COUNT(*) FROM activity WHERE customer_id = ${who} AND action = 'connection_removed'`), "1");
});

test("3: what waits for Save looks otherwise than what is stored, and the page says that it is not saved", async () => {
	const { id, ids } = await firm(3), pending = [[ids[0], "No, not saved yet"], [ids[1], "Yes, not saved yet"], [ids[2], "No"]];
	const closed = await saveList(me, id, { primary_contact: ids[1] }, { name: "do", value: "close" });
	assert.deepEqual(column(closed).sort(), pending);
	assert.match(closed.text, / data-unsaved/);
	const removed = await saveList(me, id, { [`title.${ids[0]}`]: "Typed" }, { name: "remove", value: ids[2] });
	assert.match(removed.text, / data-unsaved/, "the title that was typed");
	assert.doesNotMatch((await list(id)).text, / data-unsaved/);
});

test("removing the one who was just chosen as primary contact, without saving, shows who really is", async () => {
	const { id, ids } = await firm(3);
	const answer = await saveList(me, id, { primary: ids[1] }, { name: "remove", value: ids[1] });
	assert.equal(answer.status, 200);
	assert.deepEqual(saidYes(answer), [ids[0]]);
	assert.equal((await me.submit(answer, "connections-form")).status, 303);
	assert.deepEqual(primaries(id), [ids[0]]);
});

test("removing somebody else keeps the choice of a primary contact that is not saved yet", async () => {
	const { id, ids } = await firm(3);
	const answer = await saveList(me, id, { primary: ids[1] }, { name: "remove", value: ids[2] });
	assert.deepEqual(saidYes(answer), [ids[1]]);
	assert.equal((await me.submit(answer, "connections-form")).status, 303);
	assert.deepEqual(primaries(id), [ids[1]]);
});

test("removing twice, and removing who is not connected, removes nobody else", async () => {
	const { id, ids } = await firm(2), stranger = await individual(me), page = await list(id);
	for (const who of [ids[1], ids[1], stranger.id, id, "x", "", `${ids[0]}x`, "0 OR 1=1"]) {
		const answer = await me.submit(page, "connections-form", {}, { name: "remove", value: who });
		assert.ok([200, 404, 422].includes(answer.status), `${who} ${answer.status}`);
		assert.deepEqual(others(id), [ids[0]], who);
	}
	assert.deepEqual(crooked(), []);
});

test("when the last connection is removed the screen says that there is none", async () => {
	const { id, ids } = await firm(1);
	assert.match(read(await saveList(me, id, {}, { name: "remove", value: ids[0] })), /No connections yet/);
});

test("two desks choosing different primary contacts at once leave one", async () => {
	const { id, ids } = await firm(4);
	await token(me);
	for (let round = 0; round < 5; round++) {
		const answers = await Promise.all(ids.map((who) => saveList(me, id, { primary: who })));
		assert.ok(answers.every((answer) => answer.status === 303), answers.map((answer) => answer.status).join());
		assert.equal(primaries(id).length, 1);
	}
});

test("removing the primary contact while somebody is added leaves exactly one", async () => {
	for (let round = 0; round < 6; round++) {
		const { id, ids } = await firm(1);
		await token(me);
		const [removed, added] = await Promise.all([saveList(me, id, {}, { name: "remove", value: ids[0] }), addNew(me, id)]);
		assert.deepEqual([removed.status, added.status], [200, 303]);
		assert.equal(others(id).length, 1);
		assert.deepEqual(primaries(id), others(id));
	}
	assert.deepEqual(crooked(), []);
});

test("a long list goes on over pages, the primary contact first; what is typed on page 2 is saved there", async () => {
	const { id, ids } = await firm(1), last = letters();
	sql(`INSERT INTO customer (customer_type, first_name, last_name, created_at, created_by, changed_at, changed_by)
		SELECT 'individual', CONCAT('N', seq), '${last}', NOW(), 1, NOW(), 1 FROM seq_1_to_60`);
	for (const [a, b] of [[id, "c.id"], ["c.id", id]])
		sql(`INSERT INTO connection (customer_id, other_id, relationship, other_name, added_at)
			SELECT ${a}, ${b}, 'employee', IF('${a}' = '${id}', CONCAT('${last.toLowerCase()} n', LPAD(SUBSTR(first_name, 2), 2, '0')), 'x'), NOW(6)
			FROM customer c WHERE last_name = '${last}'`);
	sql(`UPDATE customer SET is_connected = 1 WHERE id = ${id} OR last_name = '${last}'`);
	const pages = [await list(id), await list(id, "?page=2"), await list(id, "?page=3")];
	const shown = pages.map((page) => column(page).map(([who]) => who));
	assert.deepEqual(shown.map((rows) => rows.length), [25, 25, 11]);
	assert.equal(shown[0][0], ids[0]);
	assert.equal(new Set(shown.flat()).size, 61);
	assert.match(pages[0].text, /\?page=2/);
	assert.match(pages[1].text, /\?page=1"[^]*\?page=3"/);
	assert.doesNotMatch(pages[2].text, /\?page=4/);
	const who = shown[1][3];
	const answer = await me.submit(pages[1], "connections-form", { [`title.${who}`]: "On page two", primary: shown[1][4] });
	assert.match(answer.location, /page=2/);
	assert.equal(stored(who)[0][2], "On page two");
	assert.deepEqual(primaries(id), [shown[1][4]]);
	assert.match(read(await me.get(`/customer/${id}/overview`)), /all 61/);
	assert.deepEqual(crooked(), []);
	for (const odd of ["?page=0", "?page=-1", "?page=x", "?page=99999", "?page=4", "?page=18446744073709551615"])
		assert.equal((await list(id, odd)).status, 200, odd);
	assert.doesNotMatch(read(await list(id, "?page=4")), /No connections yet/, "a page behind the last one is not an empty record");
});

test("a new name moves a customer to its place in the lists of the others and is shown in them", async () => {
	const { id, ids, contacts } = await firm(3);
	const details = await me.get(`/customer/${ids[2]}/details`);
	assert.equal((await me.submit(details, "details", { last_name: "Aaaa" })).status, 303);
	const page = await list(id);
	assert.equal(column(page)[0][0], ids[0], "the primary contact stays first");
	assert.equal(column(page)[1][0], ids[2]);
	assert.match(read(page), /Maria Aaaa/);
	assert.doesNotMatch(read(page), new RegExp(contacts[2].last));
});

test("a connected customer who is set inactive stays in the lists and is labelled", async () => {
	const { id, ids } = await firm(1);
	const page = await me.get(`/customer/${ids[0]}/overview`);
	assert.equal((await me.submit(page, "status", {}, { name: "inactive", value: "1" })).status, 303);
	for (const path of [`/connections/${id}`, `/customer/${id}/overview`, `/connections/${id}/one?with=${ids[0]}`])
		assert.match(read(await me.get(path)), /Inactive/, path);
	const search = await me.post(`/connect/${(await individual(me)).id}`, { token: await token(me), search: ids[0], do: "search" });
	assert.doesNotMatch(search.text, /name="other"/, "125");
});

test("who is connected already is in the results, said so, and cannot be ticked", async () => {
	const { id, contacts } = await firm(1);
	const search = await me.post(`/connect/${id}`, { token: await token(me), search: contacts[0].last, do: "search" });
	assert.match(read(search), /Already connected/);
	assert.match(search.text, new RegExp(`value="${contacts[0].id}" disabled`));
});

test("the opened record itself is not in the results", async () => {
	const ann = await individual(me);
	const search = await me.post(`/connect/${ann.id}`, { token: await token(me), search: ann.last, do: "search" });
	assert.doesNotMatch(search.text, new RegExp(`value="${ann.id}"`));
	assert.match(read(search), /No active customer matches/);
});

test("a form that was sent twice is saved once, and the second answer leads to the same place", async () => {
	const { id, ids } = await firm(1), page = await list(id);
	const typed = { [`title.${ids[0]}`]: "Once", once: onceKey() };
	const answers = [await me.submit(page, "connections-form", typed), await me.submit(page, "connections-form", typed)];
	assert.deepEqual(answers.map((answer) => answer.status), [303, 303]);
	assert.equal(answers[0].location, answers[1].location);
	assert.equal(one(`SELECT COUNT(*) FROM activity WHERE customer_id = ${id} AND action = 'connection_changed'`), "1");
});

test("the search of the pop-up takes odd input calmly", async () => {
	const ann = await individual(me);
	for (const search of ["%", "_", "'", "\\", "x".repeat(5000), "🦊", "   ", "a b c d e f", "\u0000".slice(1), "é".repeat(300), "|", "1", "--"]) {
		const answer = await me.post(`/connect/${ann.id}`, { token: await token(me), search, do: "search" });
		assert.equal(answer.status, 200, JSON.stringify(search.slice(0, 20)));
		assert.ok(forms(answer.text).some((one) => one.id === "add-connection-form"));
	}
});
