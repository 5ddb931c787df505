// Everything that matters works in a browser that runs no script.
import assert from "node:assert/strict";
import { test } from "node:test";
import { addCustomer, at, button, card, choosePrivacy, context, field, fill, gone, newCustomer, person, popUp,
	press, rowOf, rows, saveAndView, see, signIn, sql, success, unique } from "./desk.mjs";
import { adding, business, close, connected, firm, found, individual, on, openAdd, openNew, openOne, others,
	primaries, row, stored, summary, yes } from "./connect_desk.mjs";

const OFF = { javaScriptEnabled: false };
const off = (t, role) => at(t, role, OFF);
const phones = (scope) => card(scope, "Phone Numbers");

// The pop-up with two phones typed, the second in a row that the + brought.
async function withTwoPhones(page) {
	const dialog = await newCustomer(page), last = unique("Q");
	await fill(dialog, { "First Name": "Ann", "Last Name": last, "Phone Number": "(614) 555-0142" });
	await press(dialog, "Add phone number");
	await see(phones(dialog).getByRole("listitem").nth(1));
	assert.equal(await field(dialog, "Last Name").inputValue(), last, "what was typed is still there");
	await fill(phones(dialog), { Type: "Cell", "Phone Number": "(614) 555-0143" }, 1);
	return { dialog, last };
}

test("without a script: signing in and out", async (t) => {
	const page = await (await context(t, OFF)).newPage();
	await page.goto("/");
	await signIn(page, person());
	await see(page.getByRole("heading", { name: "Customer Search", level: 1 }));
	await page.getByRole("button", { name: /Terry/ }).click();
	await press(page, "Logout");
	await see(page.getByRole("heading", { name: "Sign in", level: 1 }));
});

test("without a script: search, preview, opening, Show Inactive, Advanced", async (t) => {
	const page = await off(t), word = unique("Q");
	await addCustomer(page, { "Last Name": word });
	await page.goto("/customers");
	await page.getByRole("searchbox", { name: "Search" }).fill(word.slice(0, 8));
	await page.keyboard.press("Enter");
	await page.waitForURL(/find=/);
	await rowOf(page, word).getByRole("link", { name: new RegExp(`^${word}`) }).click();
	const look = popUp(page, "Customer Summary");
	await see(look);
	await press(look, "Close");
	await rowOf(page, word).getByRole("link", { name: /^View/ }).click();
	await press(page, "Set Inactive");
	await see(success(page));
	await page.goto("/customers?style=advanced");
	await fill(page, { "Last Name": word });
	await press(page, "Search");
	await see(page.getByRole("heading", { name: /No active customer/ }));
	await page.getByRole("switch", { name: "Show Inactive" }).click();
	await see(rowOf(page, word).getByText("Inactive", { exact: true }));
});

test("without a script: New Customer with added rows; the first is primary; 43-45: Save and Continue", async (t) => {
	const page = await off(t);
	const { dialog, last } = await withTwoPhones(page);
	await choosePrivacy(dialog, "No Mail", "No Email");
	await press(dialog, "Save and Continue");
	await see(success(page));
	await rowOf(page, last).getByRole("link", { name: /^View/ }).click();
	await press(page, "Details");
	assert.deepEqual(await rows(phones(page)), [
		{ Type: "Home", "Phone Number": "(614) 555-0142", primary: true },
		{ Type: "Cell", "Phone Number": "(614) 555-0143", primary: false }]);
	await see(page.getByRole("group", { name: "Customer Privacy" }).getByText("No Email, No Mail"));
});

test("without a script: an entry is made primary by the Select Primary menu", async (t) => {
	const page = await off(t);
	const { dialog } = await withTwoPhones(page);
	const menu = dialog.locator("[popover]").filter({ hasText: "Phone" });
	await dialog.getByText("Select Primary", { exact: true }).click();
	await menu.getByText("Phone", { exact: true }).hover();
	await menu.getByText(/^Cell/).click();
	await saveAndView(page);
	await press(page, "Details");
	const seen = await rows(phones(page));
	assert.deepEqual(seen.filter((row) => row.primary).map((row) => row.Type), ["Cell"]);
});

test("without a script: a business is added; only its own fields are shown", async (t) => {
	const page = await off(t), word = unique("B");
	const dialog = await newCustomer(page);
	await dialog.getByRole("radio", { name: "Business", exact: true }).check();
	await gone(field(dialog, "First Name"));
	await fill(dialog, { "Business Name": word });
	await saveAndView(page);
	await see(page.getByRole("heading", { name: word, level: 1 }));
});

test("without a script: a click shows the SSN, the page is made to hide it, and ENTER in a field does not show it",
	async (t) => {
		const page = await off(t);
		const { id } = await addCustomer(page, { SSN: "219-45-8763" });
		await press(page, "Details");
		await fill(page, { Suffix: "Jr." });
		await field(page, "Suffix").press("Enter");
		await see(success(page));
		assert.equal(sql(`SELECT COUNT(*) FROM activity WHERE customer_id = ${id} AND action = 'ssn_shown'`), "0");
		await fill(page, { Suffix: "III" });
		await page.getByRole("button", { name: "SSN" }).click();
		await see(page.getByRole("timer"));
		assert.equal(await field(page, "SSN").inputValue(), "219-45-8763");
		assert.equal(await field(page, "Suffix").inputValue(), "III");
		const again = await page.locator("meta[http-equiv=refresh]").getAttribute("content");
		assert.match(again, new RegExp(`^(60|5\\d);url=/customer/${id}/details$`), "the browser loads the masked page then");
		await press(page, "Hide now");
		await see(page.getByRole("button", { name: "SSN" }));
		assert.doesNotMatch(await page.content(), /219-45-8763/);
	});

// ---------------------------------------------------------------- connections

const connecting = (t, id, screen) => on(t, id, screen, OFF);

test("without a script: 60, 64, 65, 95: an existing customer is found by ENTER, ticked and connected", async (t) => {
	const [ann, bob] = [await individual(), await individual()], page = await connecting(t, ann.id, "details");
	await openAdd(page);
	await press(adding(page), "Cancel");
	await see(summary(page));
	await openAdd(page);
	await adding(page).getByRole("searchbox", { name: "Search" }).fill(bob.last);
	await page.keyboard.press("Enter");
	await found(page, bob.last).getByRole("checkbox").check();
	await fill(adding(page), { "Relationship Type": "Friend", Title: "Neighbor" });
	await close(page, ann.id);
	await see(success(page));
	assert.match(await summary(page).innerText(), new RegExp(`${bob.name}\\s*Friend, Neighbor`));
	assert.deepEqual(stored(ann.id), [[bob.id, "friend", "Neighbor", "0"]]);
	assert.deepEqual(stored(bob.id), [[ann.id, "friend", "", "0"]]);
});

test("without a script: 68: Business shows its own field only, and a business is created", async (t) => {
	const ann = await individual(), page = await connecting(t, ann.id), name = unique("Z");
	await openNew(page, name);
	await adding(page).getByRole("radio", { name: "Business", exact: true }).check();
	await gone(field(adding(page), "First Name"));
	await fill(adding(page), { "Business Name": name, "Relationship Type": "Employee" });
	await close(page, ann.id);
	await see(summary(page).getByRole("link", { name }));
});

test("without a script: 100: Primary Contact, X, Yes and No in the list, Save", async (t) => {
	const { id, contacts: [ann, bob] } = await firm(2), page = await connecting(t, id, "connections");
	const dialog = await openOne(page, bob.name);
	await dialog.getByRole("checkbox", { name: "Primary Contact" }).check();
	await press(dialog, "Close");
	await see(row(page, bob.name));
	assert.deepEqual([await yes(page, bob.name), await yes(page, ann.name)], ["Yes, not saved yet", "No, not saved yet"]);
	assert.deepEqual(primaries(id), [ann.id]);
	await press(page, "Save");
	await see(success(page));
	assert.deepEqual(primaries(id), [bob.id]);
});

test("without a script: 101: Remove Connection asks, Remove removes at once", async (t) => {
	const { id, contacts: [ann, bob] } = await firm(2), page = await connecting(t, id, "connections");
	const dialog = await openOne(page, ann.name);
	assert.equal(await button(dialog, "Remove").isVisible(), false);
	await dialog.getByRole("button", { name: "Remove Connection", exact: true }).click();
	await press(dialog, "Remove");
	await see(success(page));
	assert.equal(await row(page, ann.name).count(), 0);
	assert.deepEqual(primaries(id), [bob.id]);
	await page.reload(); // without a question whether to send the form again
	await see(row(page, bob.name));
	assert.equal(others(id).length, 1);
});
