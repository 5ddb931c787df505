// What a page says after a form was carried out: whom it names, where that leads, and that no link can make it say so.
import { before, describe, test } from "node:test";
import assert from "node:assert/strict";
import { led, read } from "./client.mjs";
import { add, letters, save, signedIn } from "./desk.mjs";

describe("what was done", () => {
	let sales, id, name;
	before(async () => {
		sales = await signedIn("Manager");
		name = letters();
		id = await add(sales, { first_name: "Dana", last_name: name });
	});

	const told = (page) => /role="status" data-message><p class="toast">([^]*?)<\/p>/.exec(page.text)?.[1];
	const link = () => `<a href="/customer/${id}/overview">Dana ${name}</a>`;
	const continued = async (words) => sales.submit(await sales.get("/customers/new"), "new-customer-form", words,
		{ name: "save", value: "continue" });

	test("names who was added, and leads there", async () => {
		const last = letters(), list = await sales.follow(await continued({ first_name: "Dana", last_name: last }));
		assert.match(list.path, /^\/customers\?done=added/);
		assert.match(told(list), new RegExp(`<b>Success</b> <a href="/customer/\\d+/overview">Dana ${last}</a> was added\\.`));
	});
	test("names whose record was saved", async () => {
		const page = await sales.follow(await save(sales, id, { job_title: "Roofer" }));
		assert.ok(told(page).includes(`Your changes to ${link()} were saved.`), told(page));
	});
	test("a name that is markup stays a name", async () => {
		const list = await sales.follow(await continued({ first_name: "Dana", last_name: "<b>Whitfield" }));
		assert.match(told(list), /Dana &lt;b&gt;Whitfield<\/a> was added/);
	});
	test("a warning goes with it", async () => {
		const list = await sales.follow(await continued({ first_name: "Dana", last_name: letters(), ssn: "078-05-1120" }));
		assert.match(told(list), /was added[^]*well-known sample number/);
	});
	test("whoever may not see customers is told the number alone", async () => {
		const adds = await signedIn(["customer.add"]);
		const answer = await adds.submit(await adds.get("/customers/new"), "new-customer-form",
			{ first_name: "Dana", last_name: letters() }, { name: "save", value: "continue" });
		const word = /done=([^&]*)/.exec(answer.location)[1];
		assert.match(told(await adds.get(`/session/account?done=${word}`)), /<b>Success<\/b> Customer \d+ was added\./);
	});
	test("says nothing for a word that a link made up", async () => {
		for (const done of ["password", "added", `added.${id}.`, `added.${id}..0123456789abcdef`, "password....", ".", "%00", "x".repeat(3000)])
			for (const place of ["/session/account", "/customers", `/customer/${id}/overview`, "/session"])
				assert.equal(told(await sales.get(`${place}?done=${done}&warn=specimen`)), undefined, `${place} ${done}`);
	});
	test("says nothing for a word that another session was given, or that was changed", async () => {
		const location = (await save(sales, id, { job_title: letters() })).location, other = await signedIn("Manager");
		assert.equal(led({ location }), `/customer/${id}/details?done=saved`);
		assert.equal(told(await other.get(location)), undefined);
		assert.equal(told(await sales.get(location.replace("done=saved", "done=inactive"))), undefined);
		assert.equal(told(await sales.get(location.replace(`saved.${id}`, "saved.1"))), undefined);
		assert.ok(told(await sales.get(location)));
	});
});
