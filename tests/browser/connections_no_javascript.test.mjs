// Connections in a browser that runs no script.
import assert from "node:assert/strict";
import { test } from "node:test";
import { button, chosen, field, fill, gone, person, press, see, signIn, sql, success, unique } from "./desk.mjs";
import { adding, business, close, connected, firm, found, idOf, individual, on, openAdd, openNew, openOne, others, primaries, row,
	search, stored, summary, yes } from "./connect_desk.mjs";

const OFF = { javaScriptEnabled: false };
const off = (t, id, screen) => on(t, id, screen, OFF);
const alert = (page) => adding(page).getByRole("alert");
const title = (page, name) => field(page, `Title of ${name}`);

for (const screen of ["overview", "details", "connections"])
	test(`without a script: 60, 62: Add Connection opens the pop-up from ${screen}`, async (t) => {
		const { id } = await individual(), page = await off(t, id, screen);
		await openAdd(page);
		await press(adding(page), "Cancel");
		await see(summary(page));
	});

for (const how of ["button", "ENTER"])
	test(`without a script: 64, 65, 95: an existing customer is found by ${how}, ticked and connected`, async (t) => {
		const [ann, bob] = [await individual(), await individual()], page = await off(t, ann.id);
		await openAdd(page);
		await adding(page).getByRole("searchbox", { name: "Search" }).fill(bob.last);
		if (how === "button")
			await press(adding(page), "Search");
		else
			await page.keyboard.press("Enter");
		await found(page, bob.last).getByRole("checkbox").check();
		await fill(adding(page), { "Relationship Type": "Friend", Title: "Neighbor" });
		await close(page, ann.id);
		await see(success(page));
		assert.match(await summary(page).innerText(), new RegExp(`${bob.name}\\s*Friend, Neighbor`));
		assert.deepEqual(stored(bob.id), [[ann.id, "friend", "Neighbor", "0"]]);
	});

test("without a script: 66-79: a new customer is created, with the same contact information or without", async (t) => {
	const ann = await individual({ "phones.0.type": "home", "phones.0.number": "6145550142" });
	const page = await off(t, ann.id);
	for (const [side, phones] of [["Yes", "1"], ["No", "0"]]) {
		const last = unique("Z");
		await openNew(page, `Elena ${last}`);
		assert.equal(await field(adding(page), "Last Name").inputValue(), last);
		await adding(page).getByRole("radio", { name: side, exact: true }).check();
		await fill(adding(page), { "Relationship Type": "Relative", Title: "sister" });
		await close(page, ann.id);
		assert.match(await summary(page).innerText(), new RegExp(`Elena ${last}\\s*Relative, sister`));
		assert.equal(sql(`SELECT COUNT(*) FROM contact WHERE kind = 'phones' AND customer_id = ${idOf(last)}`), phones);
	}
});

test("without a script: 68: Business shows its own field only, and a business is created", async (t) => {
	const ann = await individual(), page = await off(t, ann.id), name = unique("Z");
	await openNew(page, name);
	await adding(page).getByRole("radio", { name: "Business", exact: true }).check();
	await gone(field(adding(page), "First Name"));
	await fill(adding(page), { "Business Name": name, "Relationship Type": "Employee" });
	await close(page, ann.id);
	await see(summary(page).getByRole("link", { name }));
});

test("without a script: 70, 80, 81, 97: contacts of a business", async (t) => {
	const made = await business(), bob = await individual(), page = await off(t, made.id), last = unique("Z");
	await openNew(page, `Elena ${last}`);
	assert.equal(await chosen(field(adding(page), "Relationship Type")), "Employee");
	await close(page, made.id);
	await openAdd(page);
	assert.ok(await field(adding(page), "Relationship Type").isDisabled());
	await search(page, bob.last);
	await found(page, bob.last).getByRole("checkbox").check();
	await close(page, made.id);
	assert.deepEqual(primaries(made.id), [idOf(last)]);
	assert.equal(others(made.id).length, 2);
});

test("without a script: 69: refusals of both steps keep what was typed", async (t) => {
	const ann = await individual(), page = await off(t, ann.id), last = unique("Z");
	await openAdd(page);
	await fill(adding(page), { "Relationship Type": "Friend", Title: "Neighbor" });
	await press(adding(page), "Save and Close");
	await see(alert(page));
	assert.equal(await chosen(field(adding(page), "Relationship Type")), "Friend");
	await press(adding(page), "Create New Customer");
	await fill(adding(page), { "Last Name": last });
	assert.equal(await chosen(field(adding(page), "Relationship Type")), "Friend", "also on the way to the second step");
	assert.equal(await field(adding(page), "Title").inputValue(), "Neighbor");
	await press(adding(page), "Save and Close");
	await see(alert(page));
	assert.equal(await field(adding(page), "Last Name").inputValue(), last);
	await fill(adding(page), { "First Name": "Elena" });
	await close(page, ann.id);
	assert.deepEqual(stored(ann.id), [[idOf(last), "friend", "Neighbor", "0"]]);
});

test("without a script: 84: ticks of an earlier search are not forgotten", async (t) => {
	const [ann, bob, joe] = [await individual(), await individual(), await individual()], page = await off(t, ann.id);
	await openAdd(page);
	for (const { last } of [bob, joe]) {
		await search(page, last);
		await found(page, last).getByRole("checkbox").check();
	}
	await fill(adding(page), { "Relationship Type": "Friend" });
	await close(page, ann.id);
	assert.deepEqual(others(ann.id).sort(), [bob.id, joe.id].sort());
});

test("without a script: 99: type and title are edited in place and kept after Save", async (t) => {
	const { id, contacts: [ann, bob] } = await firm(2), page = await off(t, id, "connections");
	await field(page, `Relationship Type of ${bob.name}`).selectOption("Other");
	await title(page, ann.name).fill("Owner");
	await press(page, "Save");
	await see(success(page));
	assert.deepEqual(stored(id).map((one) => one.slice(1, 3)), [["employee", "Owner"], ["other", "Title 1"]]);
});

test("without a script: 100: Primary Contact, X, Yes and No in the list, Save", async (t) => {
	const { id, contacts: [ann, bob] } = await firm(2), page = await off(t, id, "connections");
	const dialog = await openOne(page, bob.name);
	await dialog.getByRole("checkbox", { name: "Primary Contact" }).check();
	await press(dialog, "Close");
	await see(row(page, bob.name));
	assert.deepEqual([await yes(page, bob.name), await yes(page, ann.name)], ["Yes", "No"]);
	assert.deepEqual(primaries(id), [ann.id]);
	await press(page, "Save");
	await see(success(page));
	assert.deepEqual(primaries(id), [bob.id]);
});

test("without a script: 101: Remove Connection asks, Remove removes at once", async (t) => {
	const { id, contacts: [ann, bob] } = await firm(2), page = await off(t, id, "connections");
	const dialog = await openOne(page, ann.name);
	assert.equal(await button(dialog, "Remove").isVisible(), false);
	await dialog.getByRole("button", { name: "Remove Connection", exact: true }).click();
	await press(dialog, "Remove");
	await see(success(page));
	assert.equal(await row(page, ann.name).count(), 0);
	assert.deepEqual(primaries(id), [bob.id]);
});

test("without a script: the message that something was removed does not come back when the page is loaded anew", async (t) => {
	const { id, contacts: [ann] } = await firm(2), page = await off(t, id, "connections");
	const dialog = await openOne(page, ann.name);
	await dialog.getByRole("button", { name: "Remove Connection", exact: true }).click();
	await press(dialog, "Remove");
	await see(success(page));
	await page.reload();
	await see(page.getByRole("table", { name: "Connections" }));
	assert.equal(await success(page).count(), 0);
	assert.equal(others(id).length, 1);
});

test("without a script: the session ends behind the second step, and what was typed is saved after signing in", async (t) => {
	const ann = await individual(), page = await off(t, ann.id), last = unique("Z");
	await openNew(page, `Elena ${last}`);
	await fill(adding(page), { "Relationship Type": "Friend", Title: "Kept" });
	await page.context().clearCookies();
	await press(adding(page), "Save and Close");
	await signIn(page, person());
	await see(success(page));
	assert.deepEqual(stored(ann.id), [[idOf(last), "friend", "Kept", "0"]]);
});

test("without a script: the picture's links open the records", async (t) => {
	const [ann, bob] = [await individual(), await individual()];
	await connected(ann.id, bob.id);
	const page = await off(t, ann.id, "connections");
	await page.getByRole("region", { name: "Picture" }).getByRole("link", { name: bob.name }).locator("text").click();
	await see(page.getByRole("heading", { name: bob.name, level: 1 }));
});
