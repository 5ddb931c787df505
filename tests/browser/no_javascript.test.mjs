// Everything that matters works in a browser that runs no script.
import assert from "node:assert/strict";
import { test } from "node:test";
import { addCustomer, at, button, card, choosePrivacy, chosen, context, field, fill, gone, newCustomer, person, popUp,
	press, rowOf, rows, saveAndView, see, signIn, sql, success, unique } from "./desk.mjs";

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
	await page.locator("summary").filter({ hasText: "Terry" }).click();
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

test("without a script: a date of birth that is no day is refused and stays as it was typed", async (t) => {
	const page = await off(t);
	const dialog = await newCustomer(page), last = unique("Q"), born = field(dialog, "Date of Birth");
	await fill(dialog, { "First Name": "Ann", "Last Name": last });
	await born.click();
	await page.keyboard.type("2/31/1984");
	await press(dialog, "Save and View Customer");
	await see(dialog.getByRole("alert").getByText("the calendar has no such day"));
	assert.equal(await born.inputValue(), "2/31/1984");
	await born.fill("2/28/84");
	await press(dialog, "Save and View Customer");
	await see(dialog.getByRole("alert").getByText("it needs four digits"));
	await born.fill("2/28/1984");
	await saveAndView(page);
});

test("without a script: an entry is made primary by the Select Primary menu", async (t) => {
	const page = await off(t);
	const { dialog } = await withTwoPhones(page);
	const menu = dialog.locator("details").filter({ hasText: "Select Primary" }).first();
	await dialog.getByText("Select Primary", { exact: true }).click();
	await menu.getByText("Phone", { exact: true }).hover();
	await menu.getByText(/^Cell/).click();
	await saveAndView(page);
	await press(page, "Details");
	const seen = await rows(phones(page));
	assert.deepEqual(seen.filter((row) => row.primary).map((row) => row.Type), ["Cell"]);
});

test("without a script: a row is removed; five, four and two rows at most", async (t) => {
	const page = await off(t);
	const { dialog } = await withTwoPhones(page);
	await press(dialog, "Remove Home phone number");
	await gone(button(popUp(page), "Remove Home phone number"));
	assert.deepEqual((await rows(phones(popUp(page)))).map((row) => row["Phone Number"]), ["(614) 555-0143"]);
	for (const [plus, title, most] of [["Add email address", "Email Addresses", 2],
		["Add phone number", "Phone Numbers", 4], ["Add address", "Address", 5]]) {
		for (let count = (await rows(card(popUp(page), title))).length; count < most; count++) {
			await press(popUp(page), plus);
			await see(card(popUp(page), title).getByRole("listitem").nth(count));
		}
		assert.ok(await button(popUp(page), plus).isDisabled(), title);
		const types = (await rows(card(popUp(page), title))).map((row) => row.Type);
		assert.equal(new Set(types).size, most, "a type each");
	}
});

test("without a script: a refused form names each mistake and keeps all that was typed, the SSN too", async (t) => {
	const page = await off(t), last = unique("Q");
	await fill(await newCustomer(page), { "Last Name": last, SSN: "219-45-8763", "Email Address": "nobody" });
	await press(popUp(page), "Save and View Customer");
	await see(popUp(page).getByRole("alert"));
	assert.equal(await popUp(page).getByRole("alert").getByRole("link").count(), 2);
	assert.doesNotMatch(await page.content(), /219-?45-?8763/);
	await fill(popUp(page), { "First Name": "Ann", "Email Address": "ann@example.com" });
	await saveAndView(page);
	await press(page, "Details");
	assert.match(await field(page, "SSN").innerText(), /8763/);
	assert.equal(await field(page, "Last Name").inputValue(), last);
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

test("without a script: Details is edited and saved", async (t) => {
	const page = await off(t);
	await addCustomer(page);
	await press(page, "Details");
	await fill(page, { Gender: "Male", City: "Lima", State: "OH" });
	await press(page, "Add email address");
	await see(card(page, "Email Addresses").getByRole("listitem").nth(1));
	assert.equal(await field(page, "City").inputValue(), "Lima");
	await fill(card(page, "Email Addresses"), { "Email Address": "a@example.com" }, 0);
	await fill(card(page, "Email Addresses"), { "Email Address": "b@example.com" }, 1);
	await press(page, "Save");
	await see(success(page));
	assert.equal(await chosen(field(page, "Gender")), "Male");
	assert.equal((await rows(card(page, "Email Addresses"))).length, 2);
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

test("without a script: the session ends behind a form, and what was typed is saved after signing in", async (t) => {
	const page = await off(t, "Salesperson"), last = unique("Q");
	const dialog = await newCustomer(page);
	await fill(dialog, { "First Name": "Ann", "Last Name": last });
	await page.context().clearCookies();
	await press(dialog, "Save and Continue");
	await signIn(page, person());
	await see(rowOf(page, last));
});
