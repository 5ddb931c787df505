// Signing in and out, and what happens to a form when the session has ended behind it.
import assert from "node:assert/strict";
import { test } from "node:test";
import { PASSWORD, addCustomer, addRows, button, card, context, field, fill, newCustomer, person, popUp, press,
	rowOf, rows, see, signIn, signedIn, sql, success, unique, until } from "./desk.mjs";

const heading = (page, name) => page.getByRole("heading", { name, level: 1 });
const endSession = (name) => sql(`DELETE s
	FROM session s JOIN staff p ON p.id = s.staff_id WHERE p.user_name = '${name}'`);

test("1.3: sign-in asks for User Name and Password; with the right ones it leads to Customer Search", async (t) => {
	const page = await (await context(t)).newPage();
	await page.goto("/");
	await see(heading(page, "Sign in"));
	assert.equal(await field(page, "Password").getAttribute("type"), "password");
	await signIn(page, person());
	await see(heading(page, "Customer Search"));
	assert.ok(await page.getByText("Terry", { exact: false }).first().isVisible(), "who is signed in");
});

test("1.1: Logout in My Account ends the session; Back shows nothing of a customer", async (t) => {
	const page = await signedIn(t, person());
	const { "Last Name": last } = await addCustomer(page);
	await page.locator("summary").filter({ hasText: "Terry" }).click();
	await press(page, "Logout");
	await see(heading(page, "Sign in"));
	await page.goBack();
	await see(heading(page, "Sign in"));
	assert.equal(await page.getByText(last).count(), 0);
});

test("the session ends while New Customer is open: sign-in appears, and what was typed is saved then", async (t) => {
	const name = person(), page = await signedIn(t, name), last = unique("Q");
	const phones = [{ Type: "Cell", "Phone Number": "(614) 555-0142" },
		{ Type: "Work", "Phone Number": "(614) 555-0143" }];
	const dialog = await newCustomer(page);
	await fill(dialog, { "First Name": "Ann", "Last Name": last, Suffix: "Jr.", SSN: "219-45-8763" });
	await addRows(dialog, "Phone Numbers", "Add phone number", phones);
	endSession(name);
	await press(dialog, "Save and View Customer");
	await see(heading(page, "Sign in again to save"));
	assert.doesNotMatch(await page.content(), /219-?45-?8763/);
	await signIn(page, name, "wrong");
	await see(page.getByText("User name or password is wrong."));
	await signIn(page, name, PASSWORD);
	await page.waitForURL(/\/customer\/\d+\/overview/);
	await press(page, "Details");
	await see(field(page, "Suffix"));
	assert.equal(await field(page, "Last Name").inputValue(), last);
	assert.equal(await field(page, "Suffix").inputValue(), "Jr.");
	assert.deepEqual((await rows(card(page, "Phone Numbers"))).map(({ primary, ...row }) => row), phones);
	assert.match(await field(page, "SSN").innerText(), /8763/);
	assert.equal(sql(`SELECT COUNT(*) FROM customer WHERE last_name = '${last}'`), "1");
});

test("the session ends before a click that only looks: New Customer and the Quick Look lead to sign-in and go on",
	async (t) => {
		const name = person(), page = await signedIn(t, name);
		const { "Last Name": last } = await addCustomer(page);
		await page.goto("/customers");
		endSession(name);
		await press(page, "New Customer");
		await signIn(page, name);
		await see(popUp(page));
		await press(popUp(page), "Cancel");
		await see(rowOf(page, last));
		endSession(name);
		await rowOf(page, last).getByRole("cell").nth(2).click();
		await signIn(page, name);
		await see(popUp(page, "Customer Summary"));
		assert.match(await popUp(page, "Customer Summary").innerText(), new RegExp(last));
	});

test("the session ends before a click into SSN: it is shown after signing in, and what was typed is still there",
	async (t) => {
		const name = person(), page = await signedIn(t, name);
		await addCustomer(page, { SSN: "219-45-8763" });
		await press(page, "Details");
		await fill(page, { Suffix: "III" });
		endSession(name);
		await page.getByRole("button", { name: "SSN" }).click();
		await signIn(page, name);
		await until(async () => assert.equal(await field(page, "SSN").inputValue(), "219-45-8763"));
		assert.equal(await field(page, "Suffix").inputValue(), "III");
		await press(page, "Save");
		await see(success(page));
	});

test("signing in again in another tab does not lose what is typed in the first one", async (t) => {
	const name = person(), page = await signedIn(t, name), last = unique("Q");
	await fill(await newCustomer(page), { "First Name": "Ann", "Last Name": last });
	endSession(name);
	const other = await page.context().newPage();
	await other.goto("/session");
	await signIn(other, name);
	await see(heading(other, "Customer Search"));
	await press(popUp(page), "Save and Continue");
	await see(page.getByText("Nothing you typed was lost."));
	await press(page, "Try again");
	await see(rowOf(page, last));
});
