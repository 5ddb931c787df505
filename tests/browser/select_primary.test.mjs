// Which address, phone and e-mail is the primary one: the Select Primary menu by mouse, keyboard and touch.
import assert from "node:assert/strict";
import { test } from "node:test";
import { addCustomer, addRows, at, card, field, fill, gone, newCustomer, press, rows, saveAndView, see,
	success, unique, until } from "./desk.mjs";

const PHONES = [{ Type: "Home", "Phone Number": "(614) 555-0142" }, { Type: "Cell", "Phone Number": "(614) 555-0143" },
	{ Type: "Work", "Phone Number": "(614) 555-0144" }];
const HOME = /Home.*555-0142/, CELL = /Cell.*555-0143/, WORK = /Work.*555-0144/;

// The pop-up with three phones, one address and no e-mail in it.
async function filled(page) {
	const dialog = await newCustomer(page);
	await fill(dialog, { "First Name": "Ann", "Last Name": unique("Q") });
	await addRows(dialog, "Phone Numbers", "Add phone number", PHONES);
	await fill(card(dialog, "Address"), { Address: "1 Elm St" });
	return dialog;
}

const entry = (scope, name) => scope.getByRole("radio", { name });
const menu = (scope) => scope.locator("details").filter({ hasText: "Select Primary" }).first();
const category = (scope, name) => menu(scope).getByText(name, { exact: true });
const openMenu = (scope) => scope.getByText("Select Primary", { exact: true }).click();
const primary = async (scope) => (await rows(scope)).filter((row) => row.primary).map((row) => row.Type);
const isPrimary = (scope, type) => until(async () => assert.deepEqual(await primary(scope), [type]));

test("37: hovering a category with several entries reveals them all", async (t) => {
	const dialog = await filled(await at(t));
	await openMenu(dialog);
	assert.equal(await entry(dialog, CELL).count(), 0, "not before");
	await category(dialog, "Phone").hover();
	for (const one of [HOME, CELL, WORK])
		await see(entry(dialog, one));
	assert.ok(await entry(dialog, HOME).isChecked(), "the first one entered is primary");
});

test("38: clicking an entry makes it primary, before and after saving", async (t) => {
	const page = await at(t);
	const dialog = await filled(page);
	await openMenu(dialog);
	await category(dialog, "Phone").hover();
	await menu(dialog).getByText(CELL).click();
	await isPrimary(card(dialog, "Phone Numbers"), "Cell");
	await saveAndView(page);
	const list = await page.getByRole("region", { name: "Contact" }).innerText();
	assert.match(list, /Cell\s+\(614\) 555-0143\s*Primary/);
	assert.equal(list.match(/Primary/g).length, 2, "one phone and the address");
});

test("38: Select Primary works the same on Details", async (t) => {
	const page = await at(t);
	const { id } = await addCustomer(page, {}, { phones: PHONES });
	await page.goto(`/customer/${id}/details`);
	await openMenu(page);
	await category(page, "Phone").hover();
	await menu(page).getByText(WORK).click();
	await press(page, "Save");
	await see(success(page));
	await isPrimary(card(page, "Phone Numbers"), "Work");
});

test("39: a category with one entry is grayed and hover does nothing; an empty one likewise", async (t) => {
	const dialog = await filled(await at(t));
	await openMenu(dialog);
	for (const [name, why] of [["Address", "one entry"], ["Email", "no entry"]]) {
		const one = dialog.getByRole("button", { name: `${name} ${why}`, exact: true });
		assert.ok(await one.isDisabled());
		const normal = await category(dialog, "Phone").evaluate((it) => getComputedStyle(it).color);
		assert.notEqual(await one.evaluate((it) => getComputedStyle(it).color), normal, "it looks different");
		await one.hover({ force: true });
		assert.equal(await dialog.getByRole("radio").filter({ visible: true }).count(), 2, "Individual, Business alone");
	}
});

test("37: the menu follows what is typed: an entry changes its words, appears and goes", async (t) => {
	const dialog = await filled(await at(t));
	await field(card(dialog, "Phone Numbers"), "Phone Number", 1).fill("(614) 555-0199");
	await openMenu(dialog);
	await category(dialog, "Phone").hover();
	await see(entry(dialog, /Cell.*0199/));
	await dialog.getByRole("heading", { name: "New Customer" }).click();
	await press(dialog, "Remove Cell phone number");
	await press(dialog, "Remove Work phone number");
	await openMenu(dialog);
	await see(dialog.getByRole("button", { name: "Phone one entry" }));
});

test("122: taking the primary entry away leaves exactly one primary", async (t) => {
	const page = await at(t);
	const dialog = await filled(page);
	await press(dialog, "Remove Home phone number");
	await isPrimary(card(dialog, "Phone Numbers"), "Cell");
	await saveAndView(page);
	await press(page, "Details");
	await press(page, "Remove Cell phone number");
	await press(page, "Save");
	await see(success(page));
	await isPrimary(card(page, "Phone Numbers"), "Work");
});

test("122: emptying the primary entry instead of removing it leaves exactly one primary too", async (t) => {
	const page = await at(t);
	const dialog = await filled(page);
	await field(card(dialog, "Phone Numbers"), "Phone Number", 0).fill("");
	await saveAndView(page);
	await press(page, "Details");
	const seen = await rows(card(page, "Phone Numbers"));
	assert.deepEqual(seen.map((row) => [row.Type, row.primary]), [["Cell", true], ["Work", false]]);
});

test("37, 38: with the keyboard: ENTER opens menu and category, arrows choose, ESC closes one after the other",
	async (t) => {
		const page = await at(t);
		const dialog = await filled(page);
		const head = dialog.locator("summary").filter({ hasText: "Select Primary" });
		await head.focus();
		await page.keyboard.press("Enter");
		await see(category(dialog, "Phone"));
		await page.keyboard.press("Tab");
		await page.keyboard.press("Enter");
		await see(entry(dialog, HOME));
		await page.keyboard.press("Tab");
		await page.keyboard.press("ArrowDown");
		await isPrimary(card(dialog, "Phone Numbers"), "Cell");
		await page.keyboard.press("Escape");
		await until(async () => assert.equal(await entry(dialog, HOME).count(), 0));
		await page.keyboard.press("Escape");
		await gone(category(dialog, "Phone"));
		assert.ok(await head.evaluate((one) => one === document.activeElement), "the focus is back on the menu");
		assert.ok(await dialog.isVisible(), "the pop-up stays open");
	});

test("37, 38: by touch: a tap opens the category, a second one chooses", async (t) => {
	const page = await at(t, "Manager", { hasTouch: true, isMobile: true, viewport: { width: 390, height: 844 } });
	const dialog = await filled(page);
	await dialog.getByText("Select Primary", { exact: true }).tap();
	await category(dialog, "Phone").tap();
	await menu(dialog).getByText(WORK).tap();
	await isPrimary(card(dialog, "Phone Numbers"), "Work");
});

test("38: each category has its own primary", async (t) => {
	const page = await at(t);
	const dialog = await filled(page);
	await addRows(dialog, "Email Addresses", "Add email address",
		[{ Type: "Personal", "Email Address": "a@example.com" }, { Type: "Work", "Email Address": "b@example.com" }]);
	await openMenu(dialog);
	await category(dialog, "Phone").hover();
	await menu(dialog).getByText(CELL).click();
	await category(dialog, "Email").hover();
	await menu(dialog).getByText(/Work.*b@example\.com/).click();
	await isPrimary(card(dialog, "Phone Numbers"), "Cell");
	await isPrimary(card(dialog, "Email Addresses"), "Work");
	await isPrimary(card(dialog, "Address"), "Physical");
});
