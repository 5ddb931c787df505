// Pages that answer a form: a browser is led to them, so that Back and reload never send the form again.
import assert from "node:assert/strict";
import { before, describe, test } from "node:test";
import { Client, encode, read, words } from "./client.mjs";
import { add, letters, one, save, signedIn, sql, tokenOf } from "./desk.mjs";

const NEW = "new-customer-form";
let desk, page;
before(async () => {
	desk = await signedIn("Manager");
	page = await desk.get("/customers/new");
});

// The form without going where its answer leads.
const send = (client, path, typed, headers) => client.send("POST", path, encode(typed),
	{ "Content-Type": "application/x-www-form-urlencoded", ...headers });
const typed = (changes) => ({ ...words(page, NEW), first_name: "Ann", save: "view", ...changes });

describe("a refused form", () => {
	test("is answered by a way to its page, which has every word and can be loaded again and again", async () => {
		const last = `${letters()} <b>`, answer = await send(desk, "/customers/new", typed({ last_name: last, first_name: "" }));
		assert.equal(answer.status, 303);
		assert.match(answer.location, /^\/customers\/new\?draft=[0-9a-f]{32}$/);
		for (let i = 0; i < 2; i++) {
			const shown = await desk.get(answer.location);
			assert.equal(shown.status, 422);
			assert.equal(shown.headers["cache-control"], "no-store");
			assert.match(read(shown), /Enter the first name/);
			assert.equal(words(shown, NEW).last_name, last);
		}
	});
	test("is mended and saved from there", async () => {
		const last = letters(), refused = await desk.submit(page, NEW, { last_name: last });
		assert.equal(refused.status, 422);
		assert.equal((await desk.submit(refused, NEW, { first_name: "Ann" }, { name: "save", value: "view" })).status, 303);
		assert.equal(one(`SELECT COUNT(*) FROM customer WHERE last_name = '${last}'`), "1");
	});
	test("is answered in place for a script", async () => {
		const answer = await send(desk, "/customers/new", typed({ last_name: "", first_name: "" }), { "HX-Request": "true" });
		assert.equal(answer.status, 422);
		assert.match(read(answer), /Enter the first name/);
	});
	test("is shown to nobody else, nor after signing out", async () => {
		const me = await signedIn("Manager"), own = words(await me.get("/customers/new"), NEW);
		const { location } = await send(me, "/customers/new", { ...own, last_name: letters(), save: "view" });
		assert.equal((await desk.get(location)).location, "/customers/new");
		assert.match((await new Client().get(location)).location, /^\/session\?next=/);
		await me.post("/session/out", { token: await tokenOf(me) });
		assert.match((await me.get(location)).location, /^\/session/);
	});
	test("leaves nothing readable in the database", async () => {
		const last = letters();
		await send(desk, "/customers/new", typed({ last_name: last, first_name: "", ssn: "216-45-0198" }));
		assert.equal(one(`SELECT COUNT(*) FROM draft WHERE sealed LIKE '%${last}%' OR sealed LIKE '%216%45%0198%'`), "0");
		const { location } = await send(desk, "/customers/new", typed({ last_name: last, first_name: "", ssn: "216-45-0198" }));
		assert.doesNotMatch((await desk.get(location)).text, /216-?45-?0198/);
	});
});

test("so are a row more, a question about what two changed, and a list that was refused", async () => {
	const id = await add(desk), details = await desk.get(`/customer/${id}/details`), form = words(details, "details");
	const more = await send(desk, `/customer/${id}/details`, { ...form, add: "phones" });
	assert.match(more.location, new RegExp(`^/customer/${id}/details\\?draft=`));
	assert.equal((await desk.get(more.location)).status, 200);
	await save(await signedIn("Manager"), id, { middle_name: "Theirs" });
	const asked = await send(desk, `/customer/${id}/details`, { ...form, middle_name: "Mine" });
	assert.equal((await desk.get(asked.location)).status, 409);
	const added = await send(desk, `/connect/${id}`, { token: form.token, do: "save" });
	assert.equal((await desk.get(added.location)).status, 422);
});

test("a page that shows an SSN for a minute is not kept", async () => {
	const id = await add(desk, { ssn: "216-45-0198" }), form = words(await desk.get(`/customer/${id}/details`), "details");
	const was = one("SELECT COUNT(*) FROM draft");
	const shown = await send(desk, `/customer/${id}/ssn`, { ...form, ssn_do: "reveal" });
	assert.equal(shown.status, 200);
	assert.match(shown.text, /216-45-0198/);
	const more = await send(desk, `/customer/${id}/details`, { ...form, add: "phones" });
	assert.equal(more.status, 200, "nor another page in that minute");
	assert.equal(one("SELECT COUNT(*) FROM draft"), was);
});

test("a page that is gone gives way to the page of now", async () => {
	const id = await add(desk), form = words(await desk.get(`/customer/${id}/details`), "details");
	const { location } = await send(desk, `/customer/${id}/details`, { ...form, last_name: "" });
	sql("DELETE FROM draft");
	assert.equal((await desk.get(location)).location, `/customer/${id}/details`);
	for (const path of ["/nowhere%0d%0aX:%20y?draft=1", "/x%22?draft=1", "/%2Fevil.example?draft=1", "/customers?draft=%C3%A9", "/customers?draft="]) {
		const answer = await desk.get(path);
		assert.ok([303, 400, 403, 404].includes(answer.status), `${path} ${answer.status}`);
		assert.ok(!answer.headers.x && !/^(https?:)?\/\//.test(answer.location ?? ""), path);
	}
});
