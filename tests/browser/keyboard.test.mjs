// The whole work with the keyboard alone: no mouse is touched in this file after signing in.
import assert from "node:assert/strict";
import { test } from "node:test";
import { addCustomer, at, button, card, chosen, field, gone, newCustomer, popUp, press, rowOf, rows, see,
	success, unique, until } from "./desk.mjs";

const focused = (locator) => locator.evaluate((one) => one === document.activeElement);
const hasFocus = (locator, why) => until(async () => assert.ok(await focused(locator), why));

// Presses TAB until ONE has the focus: that proves it can be reached.
async function tabTo(page, one, key = "Tab") {
	for (let i = 0; i < 90; i++) {
		if (await focused(one))
			return;
		await page.keyboard.press(key);
	}
	assert.fail("the keyboard does not get there");
}

async function type(page, scope, name, text, nth = 0) {
	await tabTo(page, field(scope, name, nth));
	await page.keyboard.type(text);
}

async function openPopUp(page) {
	await tabTo(page, button(page, "New Customer"));
	await page.keyboard.press("Enter");
	await see(popUp(page));
	await hasFocus(field(popUp(page), "First Name"), "the focus goes into the pop-up");
	return popUp(page);
}

test("a customer is entered with the keyboard alone: names, choices, rows, privacy, primary, Save", async (t) => {
	const page = await at(t), last = unique("Q");
	const dialog = await openPopUp(page), phones = card(dialog, "Phone Numbers");
	await page.keyboard.type("Ann");
	await type(page, dialog, "Last Name", last);
	await type(page, dialog, "Gender", "Fem");
	await type(page, dialog, "Date of Birth", "03091984");
	await type(page, dialog, "SSN", "219458763");
	await type(page, dialog, "City", "Lima");
	await type(page, dialog, "Phone Number", "6145550142");
	await tabTo(page, button(dialog, "Add phone number"), "Shift+Tab");
	await page.keyboard.press("Enter");
	await hasFocus(field(phones, "Phone Number", 1), "the focus goes into the new row");
	await page.keyboard.type("6145550143");
	const head = dialog.getByRole("button", { name: "No restrictions" });
	await tabTo(page, head, "Shift+Tab");
	await page.keyboard.press("Enter");
	await tabTo(page, dialog.getByRole("checkbox", { name: "No Mail" }));
	await page.keyboard.press("Space");
	await page.keyboard.press("Escape");
	await gone(dialog.getByRole("checkbox", { name: "No Mail" }));
	assert.ok(await dialog.isVisible(), "Escape closed the drop-down, not the pop-up");
	await tabTo(page, button(dialog, "Select Primary"), "Shift+Tab");
	await page.keyboard.press("Enter");
	await tabTo(page, dialog.locator("summary").filter({ hasText: /^Phone/ }));
	await page.keyboard.press("Enter");
	await page.keyboard.press("Tab");
	await page.keyboard.press("ArrowDown");
	await page.keyboard.press("Escape");
	await page.keyboard.press("Escape");
	await tabTo(page, button(dialog, "Save and View Customer"));
	await page.keyboard.press("Enter");
	await page.waitForURL(/\/customer\/\d+\/overview/);
	await tabTo(page, button(page, "Details"));
	await page.keyboard.press("Enter");
	await see(field(page, "City"));
	assert.equal(await chosen(field(page, "Gender")), "Female");
	assert.equal(await field(page, "Date of Birth").inputValue(), "3/9/1984");
	assert.equal(await field(page, "City").inputValue(), "Lima");
	assert.deepEqual((await rows(card(page, "Phone Numbers"))).filter((row) => row.primary)
		.map((row) => row["Phone Number"]), ["(614) 555-0143"]);
	await see(card(page, "Customer Summary").getByText("No Mail"));
});

// Somebody who types fast: TAB until the next field is there, then its words.
test("a person with address, phone and e-mail is added and opened with 20 keys at most beside what is typed", async (t) => {
	const page = await at(t), last = unique("Q"), dialog = popUp(page);
	let keys = 0;
	const key = async (name) => {
		keys++;
		await page.keyboard.press(name);
	};
	const to = async (one, name) => {
		for (let i = 0; i < 30 && !await focused(one); i++)
			await key(name);
		await hasFocus(one);
	};
	await hasFocus(page.getByRole("searchbox", { name: "Search", exact: true }));
	await to(button(page, "New Customer"), "Shift+Tab");
	await key("Enter");
	await hasFocus(field(dialog, "First Name"));
	for (const [name, text] of [["First Name", "Ann"], ["Last Name", last], ["Address", "12 Ash Ave"], ["City", "Columbus"],
		["State", "OH"], ["ZIP", "43206"], ["Phone Number", "6145550142"], ["Email Address", `${last}@example.com`]]) {
		await to(dialog.getByRole("textbox", { name, exact: true }), "Tab");
		await page.keyboard.type(text);
	}
	await key("Enter");
	await page.waitForURL(/\/customer\/\d+\/overview/);
	await see(page.getByRole("heading", { name: `Ann ${last}`, level: 1, includeHidden: true }));
	t.diagnostic(`${keys} keys`);
	assert.ok(keys <= 20, `${keys} keys`);
});

test("Type, x and + of the rows are reached by Shift+TAB, and from one of them TAB goes on through all", async (t) => {
	const page = await at(t), dialog = await openPopUp(page), phones = card(dialog, "Phone Numbers");
	const number = field(dialog, "Phone Number"), email = field(dialog, "Email Address");
	const inside = [button(phones, "Add phone number"), field(phones, "Type"), number, button(phones, "Remove Home phone number")];
	await email.focus();
	await page.keyboard.press("Shift+Tab");
	await hasFocus(field(card(dialog, "Email Addresses"), "Type"));
	await page.keyboard.press("Shift+Tab");
	await hasFocus(button(dialog, "Add email address"));
	for (const one of inside.toReversed()) {
		await page.keyboard.press("Shift+Tab");
		await hasFocus(one);
	}
	for (const one of inside.slice(1, 3)) {
		await page.keyboard.press("Tab");
		await hasFocus(one, "from + it goes on to Type, from there into the field");
	}
	await page.keyboard.press("Tab");
	await hasFocus(email, "and from the field to the next field");
	await page.keyboard.press("Tab");
	await hasFocus(button(dialog, "Cancel"), "after the last one to Cancel and Save");
});

test("TAB stays in the pop-up; ESC closes it and the focus goes back to New Customer", async (t) => {
	const page = await at(t);
	const dialog = await openPopUp(page);
	for (let i = 0; i < 60; i++) {
		await page.keyboard.press("Tab");
		const where = await page.evaluate(() => document.activeElement.closest("dialog") ? "in"
			: document.activeElement.tagName);
		assert.match(where, /^(in|BODY)$/);
	}
	await page.keyboard.press("Escape");
	await until(async () => assert.equal(await dialog.count(), 0));
	await hasFocus(button(page, "New Customer"));
});

test("the mark of the focus is whole around what stands first in a pop-up", async (t) => {
	const page = await at(t), dialog = await newCustomer(page);
	await press(dialog, "Save and Continue");
	const first = dialog.getByRole("alert");
	await see(first);
	const cut = await first.evaluate((one) => one.closest(".d-body").getBoundingClientRect().top);
	const mark = await first.evaluate((one) => one.getBoundingClientRect().top
		- parseFloat(getComputedStyle(one).outlineWidth) - parseFloat(getComputedStyle(one).outlineOffset));
	assert.ok(mark >= cut, `${mark} is above ${cut}`);
});

test("ESC with something typed asks first; staying keeps it", async (t) => {
	const page = await at(t);
	const dialog = await openPopUp(page);
	await page.keyboard.type("Ann");
	page.once("dialog", (question) => question.dismiss());
	await page.keyboard.press("Escape");
	await until(async () => assert.equal(await field(dialog, "First Name").inputValue(), "Ann"));
	page.once("dialog", (question) => question.dismiss());
	await page.keyboard.press("Escape");
	assert.ok(await dialog.isVisible(), "a second ESC asks again");
	page.once("dialog", (question) => question.accept());
	await page.keyboard.press("Escape");
	await until(async () => assert.equal(await dialog.count(), 0));
});

test("ENTER in a field saves and views; it never adds a row", async (t) => {
	const page = await at(t), last = unique("Q");
	const dialog = await openPopUp(page);
	await page.keyboard.type("Ann");
	await type(page, dialog, "Last Name", last);
	await page.keyboard.press("Enter");
	await page.waitForURL(/\/customer\/\d+\/overview/);
	await see(page.getByRole("heading", { name: `Ann ${last}`, level: 1 }));
});

test("7: a refused save puts the focus on what is wrong, and from there into the field", async (t) => {
	const page = await at(t);
	const dialog = await openPopUp(page);
	await page.keyboard.type("Ann");
	await page.keyboard.press("Enter");
	const alert = dialog.getByRole("alert");
	await see(alert);
	await hasFocus(alert);
	await page.keyboard.press("Tab");
	await page.keyboard.press("Enter");
	await hasFocus(field(dialog, "Last Name"));
});

test("88-90: a row's name opens the preview, ESC goes back to it, ENTER twice opens the record", async (t) => {
	const page = await at(t);
	const { "Last Name": last } = await addCustomer(page);
	await page.goto("/customers");
	const name = rowOf(page, last).getByRole("link", { name: new RegExp(`^${last}`) });
	await tabTo(page, name);
	await page.keyboard.press("Enter");
	const look = popUp(page, "Customer Summary");
	await see(look);
	await hasFocus(button(look, "View Individual"));
	await page.keyboard.press("Escape");
	await until(async () => assert.equal(await look.count(), 0));
	await hasFocus(name, "the focus is back on the name");
	await page.keyboard.press("Enter");
	await see(look);
	await hasFocus(button(look, "View Individual"));
	await page.keyboard.press("Enter");
	await see(page.getByRole("heading", { name: `Ann ${last}`, level: 1 }));
});

test("the search field has the focus on Customer Search; Show Inactive works with SPACE", async (t) => {
	const page = await at(t);
	await hasFocus(page.getByRole("searchbox", { name: "Search", exact: true }));
	const toggle = page.getByRole("switch", { name: "Show Inactive" });
	await tabTo(page, toggle);
	await page.keyboard.press("Space");
	await page.waitForURL(/find=/);
	await until(async () => assert.equal(await toggle.getAttribute("aria-checked"), "true"));
});

test("Skip to content is the first stop of TAB and leads into the page", async (t) => {
	const page = await at(t);
	await page.goto("/session/account");
	await page.keyboard.press("Tab");
	const skip = page.getByRole("link", { name: "Skip to content" });
	await hasFocus(skip);
	await see(skip);
	await page.keyboard.press("Enter");
	await page.waitForURL(/#main$/);
});

test("15, 94: on Details the SSN is shown with ENTER and has the focus; ENTER in a field saves", async (t) => {
	const page = await at(t);
	await addCustomer(page, { SSN: "219-45-8763" });
	await tabTo(page, button(page, "Details"));
	await page.keyboard.press("Enter");
	await see(field(page, "SSN"));
	await tabTo(page, page.getByRole("button", { name: "SSN" }));
	await page.keyboard.press("Enter");
	const number = page.getByRole("textbox", { name: "SSN" });
	await hasFocus(number);
	assert.equal(await number.inputValue(), "219-45-8763");
	await tabTo(page, button(page, "Hide now"));
	await page.keyboard.press("Enter");
	await see(page.getByRole("button", { name: "SSN" }));
	await tabTo(page, field(page, "Suffix"), "Shift+Tab");
	await page.keyboard.type("Jr.");
	await page.keyboard.press("Enter");
	await see(success(page));
	assert.equal(await field(page, "Suffix").inputValue(), "Jr.");
});
