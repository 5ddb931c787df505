// Connections over HTTP: sent twice, at once, from elsewhere, by who may not.
import assert from "node:assert/strict";
import { before, test } from "node:test";
import { Client, forms, led, plain, read } from "./client.mjs";
import { add, letters, one, password, person, signIn, signedIn, sql, tokenOf } from "./desk.mjs";
import { addNew, business, connect, crooked, idOf, individual, onceKey, others, primaries, refused, said, saveList, stored, token, words }
	from "./connect_desk.mjs";

let me;
before(async () => { me = await signedIn("Manager"); });

const LONG = "x".repeat(61);
const overview = (id) => me.get(`/customer/${id}/overview`);

test("120: a form sent twice adds one customer and one connection, one after the other or all at once", async () => {
	const ann = await individual(me), last = letters(), once = onceKey();
	const first = await addNew(me, ann.id, { last_name: last, once });
	const all = await Promise.all(Array.from({ length: 6 }, () => addNew(me, ann.id, { last_name: last, once })));
	for (const answer of all)
		assert.deepEqual([answer.status, answer.location], [303, first.location]);
	const [again, key] = [letters(), onceKey()];
	for (const answer of await Promise.all(Array.from({ length: 6 }, () => addNew(me, ann.id, { last_name: again, once: key }))))
		assert.deepEqual([answer.status, led(answer)], [303, led(first)]);
	assert.equal(one(`SELECT GROUP_CONCAT(n ORDER BY n) FROM (SELECT COUNT(*) n FROM customer WHERE last_name IN ('${last}', '${again}')
		GROUP BY last_name) x`), "1,1");
	assert.deepEqual(others(ann.id), [idOf(last), idOf(again)]);
});

test("120: connecting somebody twice with one form is done once and says so both times", async () => {
	const [ann, bob] = [await individual(me), await individual(me)], once = onceKey();
	const all = await Promise.all([1, 2, 3, 4].map(() => connect(me, ann.id, bob.id, { once })));
	assert.deepEqual(all.map((answer) => answer.status), [303, 303, 303, 303]);
	assert.deepEqual(others(ann.id), [bob.id]);
});

test("a refused form can be mended and sent with the same key", async () => {
	const ann = await individual(me), last = letters(), once = onceKey();
	refused(await addNew(me, ann.id, { last_name: last, once, relationship: "" }), /Choose/);
	assert.equal((await addNew(me, ann.id, { last_name: last, once })).status, 303);
	assert.equal(others(ann.id).length, 1);
});

for (const [what, first] of [["new customers", (client, id) => addNew(client, id)],
	["existing customers", async (client, id) => connect(client, id, (await individual(client)).id)],
	["one new, one from the other's record", async (client, id, n) => n ? addNew(client, id) :
		connect(client, (await individual(client)).id, id, { relationship: "employee" })]])
	test(`81: two desks adding the first connections of one business at once make one primary contact: ${what}`, async () => {
		const two = [me, await signedIn("Salesperson")];
		await Promise.all(two.map(token));
		for (let round = 0; round < 6; round++) {
			const ours = await business(me);
			const answers = await Promise.all([0, 1, 0, 1].map((n) => first(two[n], ours, n)));
			assert.deepEqual(answers.map((answer) => answer.status), [303, 303, 303, 303]);
			assert.equal(others(ours).length, 4);
			assert.equal(primaries(ours).length, 1);
		}
		assert.deepEqual(crooked(), []);
	});

test("121: two desks connecting the same pair from both sides at once make one connection", async () => {
	const other = await signedIn("Salesperson");
	for (let round = 0; round < 8; round++) {
		const [ann, bob] = [await individual(me), await individual(me)];
		const answers = await Promise.all([connect(me, ann.id, bob.id), connect(other, bob.id, ann.id),
			connect(me, ann.id, bob.id), connect(other, bob.id, ann.id)]);
		assert.deepEqual(answers.map((answer) => answer.status).sort(), [303, 422, 422, 422]);
		assert.equal(stored(ann.id).length, 1);
	}
	assert.deepEqual(crooked(), []);
});

test("many at once among the same few customers: every answer is done or a refusal, and every business has one primary", async () => {
	const firms = [await business(me), await business(me)], people = [];
	for (let i = 0; i < 5; i++)
		people.push((await individual(me)).id);
	await token(me);
	const work = [];
	for (const [n, id] of people.entries())
		for (const firm of firms) {
			work.push(() => connect(me, firm, [...people.slice(n), ...people.slice(0, n)]));
			work.push(() => connect(me, id, firm, { relationship: "employee" }));
			work.push(() => saveList(me, firm, {}, { name: "remove", value: id }).catch(() => ({ status: 200, text: "" })));
		}
	const answers = await Promise.all(work.map((one) => one()));
	for (const answer of answers)
		assert.ok([200, 303, 422].includes(answer.status), `${answer.status} ${read(answer).slice(0, 200)}`);
	assert.deepEqual(crooked(), []);
});

test("a form without this session's token changes nothing and keeps what was typed", async () => {
	const [ann, bob] = [await individual(me), await individual(me)], last = letters();
	const other = await signedIn("Manager");
	for (const bad of [null, "", "x", await tokenOf(other)]) {
		for (const answer of [await connect(me, ann.id, bob.id, { token: bad }), await addNew(me, ann.id, { token: bad, last_name: last }),
			await me.post(`/connections/${ann.id}`, { remove: bob.id, ...bad === null ? {} : { token: bad } })])
			assert.equal(answer.status, 403);
		assert.match((await addNew(me, ann.id, { token: bad, last_name: last })).text, new RegExp(`value="${last}"`));
	}
	assert.deepEqual(stored(ann.id), []);
});

test("a form of another site is not carried out", async () => {
	const [ann, bob] = [await individual(me), await individual(me)];
	for (const headers of [{ "Sec-Fetch-Site": "cross-site" }, { "Sec-Fetch-Site": undefined, Origin: "http://elsewhere.example" }])
		assert.equal((await me.post(`/connect/${ann.id}`, { token: await token(me), other: bob.id, relationship: "friend", do: "save" }, headers)).status, 403);
	assert.deepEqual(stored(ann.id), []);
});

// ------------------------------------------------------------------ the session ends in the middle

const signInAgain = (client, page) => {
	const kept = forms(page.text)[0].words.filter(([word]) => !["user_name", "password"].includes(word));
	return client.post(page.path, [...kept, ["user_name", client.name], ["password", password]]);
};

for (const [what, send] of [
	["a new customer", (client, ann, bob, last) => addNew(client, ann.id, { last_name: last, title: "Kept & safe" })],
	["an existing one", (client, ann, bob) => connect(client, ann.id, bob.id, { title: "Kept & safe" })],
	["the list", async (client, ann) => client.submit(client.page, "connections-form", { [`title.${others(ann.id)[0]}`]: "Kept & safe" })],
])
	test(`a session that ends in the middle keeps what was typed, and signing in saves it once: ${what}`, async () => {
		const client = await signIn(person("Salesperson")), last = letters();
		const [ann, bob, joe] = [await individual(client), await individual(client), await individual(client)];
		await token(client);
		if (what === "the list") {
			await connect(client, ann.id, joe.id);
			client.page = await client.get(`/connections/${ann.id}`);
		}
		client.cookies.clear();
		const asked = await send(client, ann, bob, last);
		assert.equal(asked.status, 401);
		assert.match(read(asked), /Nothing you typed was lost/);
		assert.match(asked.text, /Kept &amp; safe/);
		const done = await signInAgain(client, asked);
		assert.equal(done.status, 303, read(done).slice(0, 300));
		assert.deepEqual(stored(ann.id).map((row) => row[2]), ["Kept & safe"]);
		if (what === "a new customer")
			assert.equal(one(`SELECT COUNT(*) FROM customer WHERE last_name = '${last}'`), "1");
	});

test("a session that ends before the search or before Create New Customer continues there after signing in", async () => {
	const client = await signIn(person("Salesperson")), ann = await individual(client), bob = await individual(client);
	for (const [step, see] of [["search", new RegExp(`name="other" value="${bob.id}"`)], ["create", /name="same_contact"/]]) {
		const words = { token: await tokenOf(client), search: bob.last, title: "Neighbor", relationship: "friend", do: step };
		client.cookies.clear();
		const asked = await client.post(`/connect/${ann.id}`, words);
		assert.equal(asked.status, 401);
		const page = await client.follow(await signInAgain(client, asked));
		assert.equal(page.status, 200);
		assert.match(page.text, see);
		assert.match(page.text, /value="Neighbor"/);
	}
});

// ------------------------------------------------------------------ who may

test("a salesperson may connect, change and remove; an administrator may do none of it", async () => {
	const sales = await signedIn("Salesperson"), admin = await signedIn("Administrator");
	const [ann, bob] = [await individual(me), await individual(me)];
	for (const path of [`/connect/${ann.id}`, `/connections/${ann.id}`, `/connections/${ann.id}/one?with=${bob.id}`])
		assert.equal((await admin.get(path)).status, 403, path);
	for (const answer of [await connect(admin, ann.id, bob.id), await addNew(admin, ann.id),
		await admin.post(`/connections/${ann.id}`, { token: await token(admin), once: onceKey() })])
		assert.equal(answer.status, 403);
	assert.deepEqual(stored(ann.id), []);
	assert.equal((await connect(sales, ann.id, bob.id)).status, 303);
	assert.equal((await saveList(sales, ann.id, { [`title.${bob.id}`]: "Aunt" })).status, 303);
	assert.equal(stored(ann.id)[0][2], "Aunt");
	assert.equal((await saveList(sales, ann.id, {}, { name: "remove", value: bob.id })).status, 200);
	assert.deepEqual(stored(ann.id), []);
});

test("who may only see customers reads the connections and is offered nothing else", async () => {
	const reader = await signedIn(["customer.see"]), [ann, bob] = [await individual(me), await individual(me)];
	await connect(me, ann.id, bob.id);
	for (const path of [`/connections/${ann.id}`, `/customer/${ann.id}/overview`, `/connections/${ann.id}/one?with=${bob.id}`]) {
		const page = await reader.get(path);
		assert.equal(page.status, 200);
		assert.match(page.text, new RegExp(bob.name));
		assert.doesNotMatch(page.text, /Add Connection|>Save<|Remove Connection|name="remove"/);
	}
	assert.equal((await reader.get(`/connect/${ann.id}`)).status, 403);
	assert.equal((await reader.post(`/connections/${ann.id}`, { token: await token(reader), remove: bob.id })).status, 403);
	assert.equal(stored(ann.id).length, 1);
});

test("who may edit but not add customers connects existing ones and is not offered a new one", async () => {
	const client = await signedIn(["customer.see", "customer.edit"]), [ann, bob] = [await individual(me), await individual(me)];
	assert.doesNotMatch((await client.get(`/connect/${ann.id}`)).text, /Create New Customer/);
	assert.equal((await addNew(client, ann.id)).status, 403);
	assert.notEqual((await client.post(`/connect/${ann.id}`, { token: await token(client), search: "x", do: "create" })).text.includes('name="same_contact"'), true,
		"the second step is not shown to somebody whom it would refuse");
	assert.equal((await connect(client, ann.id, bob.id)).status, 303);
});

test("who may add but not edit customers does not connect a new one with a record they may not change", async () => {
	const client = await signedIn(["customer.see", "customer.add"]), ann = await individual(me);
	assert.equal((await addNew(client, ann.id)).status, 403);
	assert.deepEqual(stored(ann.id), []);
});

test("who is not signed in sees nothing of it", async () => {
	const ann = await individual(me), nobody = new Client();
	for (const path of [`/connect/${ann.id}`, `/connections/${ann.id}`, `/connections/${ann.id}/one?with=1`]) {
		const answer = await nobody.get(path);
		assert.ok([303, 401].includes(answer.status), `${answer.status}`);
		assert.doesNotMatch(answer.text, new RegExp(ann.last));
	}
});

test("a record or a connection that is not there is 404", async () => {
	const [ann, bob] = [await individual(me), await individual(me)];
	for (const path of ["/connect/9999999999", "/connections/9999999999",
		`/connections/${ann.id}/one?with=${bob.id}`, `/connections/${ann.id}/one?with=x'`, "/connect", "/connections", "/connect/x",
		`/connections/0${ann.id}`, `/connect/${ann.id}/other`])
		assert.equal((await me.get(path)).status, 404, path);
	assert.equal((await me.get(`/connect/${ann.id}/new`)).status, 405);
	assert.equal((await addNew(me, "9999999999")).status, 404);
});

// ------------------------------------------------------------------ hostile names

const HOSTILE = ["<script>alert(1)</script>", "\"><img src=x onerror=alert(1)>", "'); alert(1)//", "</text></svg><b>x", "<?cs var:Page.token ?>",
	"&lt;b&gt;", "{{x}} ${y}"];

test("hostile names and titles are escaped on every page, in the pop-ups, the sentences and the picture", async () => {
	for (const hostile of HOSTILE) {
		const mark = letters();
		const ann = await add(me, { first_name: `${mark} ${hostile}`.slice(0, 60), last_name: hostile });
		const firm = await business(me, { business_name: `${mark} ${hostile}` });
		const [, far] = [await connect(me, ann, firm, { relationship: "employee", title: hostile }), await individual(me)];
		await connect(me, firm, far.id, { title: hostile });
		const pages = [await overview(ann), await overview(firm), await me.get(`/connections/${firm}`), await me.get(`/connections/${ann}`),
			await me.get(`/connections/${far.id}`), await me.get(`/connections/${firm}/one?with=${ann}`),
			await me.get(`/connect/${firm}`), await me.post(`/connect/${far.id}`, { token: await token(me), search: mark, do: "search" }),
			await me.post(`/connect/${far.id}`, { token: await token(me), search: hostile, do: "search" }),
			await me.post(`/connect/${firm}`, { token: await token(me), search: hostile, do: "create", title: hostile }),
			await connect(me, firm, ann), await addNew(me, ann, { last_name: "", title: hostile }),
			await saveList(me, firm, { [`title.${ann}`]: hostile + LONG }), await me.get(`/customer/${ann}/details`)];
		for (const page of pages) {
			assert.ok([200, 422].includes(page.status), `${page.path} ${page.status}`);
			assert.doesNotMatch(page.text, /<script>alert|<img src=x|<\/text><\/svg><b>x|<\?cs|onerror=alert\(1\)>[^&]*</, page.path);
			for (const tag of page.text.match(/<[a-z][^>]*>/g))
				assert.doesNotMatch(tag.replace(/="[^"]*"/g, ""), /onerror|alert/, `${page.path} ${tag}`);
		}
		assert.ok(plain(pages[2].text).includes(hostile), "and is shown as it is");
		assert.ok(plain(/<svg class="graph"[^]*?<\/svg>/.exec(pages[2].text)[0]).includes(mark));
	}
});

test("the picture is well formed and leads to every record it shows", async () => {
	const firm = await business(me), [ann, bob] = [await individual(me), await individual(me)];
	await connect(me, firm, ann.id);
	await connect(me, ann.id, bob.id);
	const picture = /<svg class="graph"[^]*?<\/svg>/.exec((await me.get(`/connections/${firm}`)).text)[0];
	for (const { id, name } of [ann, bob]) {
		assert.match(picture, new RegExp(`<a href="/customer/${id}/overview"[^>]*>[^]*?${name}`));
	}
	assert.equal(picture.match(/<line /g).length, 2);
	assert.doesNotMatch(picture, /NaN|inf|style=|\son\w+=/);
});
