// Boxes, radios and menus by keyboard: ENTER chooses and sends nothing, the arrow keys open menus and move in them.
import assert from "node:assert/strict";
import { test } from "node:test";
import { addCustomer, addRows, at, button, card, fill, gone, newCustomer, popUp, rows, see, unique } from "./desk.mjs";
import { firm, hasFocus, on, openAdd, openOne, search, found, individual } from "./connect_desk.mjs";

const privacy = (scope) => scope.getByRole("group", { name: "Customer Privacy", exact: true });
const box = (scope, name) => privacy(scope).getByRole("checkbox", { name, exact: true });
const head = (scope) => privacy(scope).getByRole("button");

// Whether a form was sent since; it would be before the next answer of the page.
function sent(page) {
	const posts = [];
	page.on("request", (request) => { if (request.method() === "POST") posts.push(request.url()); });
	return async () => {
		await page.evaluate(() => new Promise((done) => setTimeout(done, 50)));
		return posts;
	};
}

async function filled(page) {
	const dialog = await newCustomer(page);
	await fill(dialog, { "First Name": "Ann", "Last Name": unique("Q") });
	await addRows(dialog, "Phone Numbers", "Add phone number", [{ "Phone Number": "6145550142" }, { "Phone Number": "6145550143" }]);
	return dialog;
}

test("ENTER on a box of Customer Privacy ticks it, and once more unticks it; nothing is saved", async (t) => {
	const page = await at(t), dialog = await filled(page), posts = sent(page);
	await head(dialog).press("ArrowDown");
	await hasFocus(box(dialog, "No Email"));
	for (const ticked of [true, false]) {
		await page.keyboard.press("Enter");
		assert.equal(await box(dialog, "No Email").isChecked(), ticked);
	}
	assert.deepEqual(await posts(), []);
	assert.ok(await box(dialog, "No Email").isVisible(), "more can be ticked");
});

test("ENTER on Customer Type saves nothing", async (t) => {
	const page = await at(t), dialog = await filled(page), posts = sent(page);
	const individual = dialog.getByRole("radio", { name: "Individual", exact: true });
	await individual.focus();
	await page.keyboard.press("Enter");
	await page.keyboard.press("ArrowRight");
	await page.keyboard.press("Enter");
	assert.ok(await dialog.getByRole("radio", { name: "Business", exact: true }).isChecked());
	assert.deepEqual(await posts(), []);
	assert.ok(await dialog.isVisible());
});

test("Select Primary by arrow keys: open, go to the phones, choose; ENTER closes it and the focus is back; nothing is saved", async (t) => {
	const page = await at(t), dialog = await filled(page), posts = sent(page), select = button(dialog, "Select Primary");
	await select.focus();
	await page.keyboard.press("ArrowDown");
	const phone = dialog.locator("summary").filter({ hasText: /^Phone/ });
	await hasFocus(phone);
	await page.keyboard.press("Enter");
	await page.keyboard.press("ArrowDown");
	await hasFocus(dialog.getByRole("radio", { name: /0142/ }));
	await page.keyboard.press("ArrowDown");
	await page.keyboard.press("Enter");
	await gone(phone);
	await hasFocus(select);
	assert.deepEqual((await rows(card(dialog, "Phone Numbers"))).map((row) => row.primary), [false, true]);
	assert.deepEqual(await posts(), []);
});

test("the arrow keys go round in a menu, Home and End to its ends, Escape closes it and gives the focus back", async (t) => {
	const page = await at(t), { id } = await addCustomer(page);
	await page.goto(`/customer/${id}/details`);
	await head(page).press("ArrowUp");
	await hasFocus(box(page, "No Phone Calls"), "up begins at the end");
	for (const [key, name] of [["ArrowDown", "No Email"], ["ArrowDown", "No Mail"], ["End", "No Phone Calls"], ["Home", "No Email"],
		["ArrowUp", "No Phone Calls"]]) {
		await page.keyboard.press(key);
		await hasFocus(box(page, name), `${key}: ${name}`);
	}
	await page.keyboard.press("Escape");
	await gone(box(page, "No Email"));
	await hasFocus(head(page));
});

test("TAB out of a menu closes it", async (t) => {
	const page = await at(t), dialog = await newCustomer(page);
	await head(dialog).press("ArrowDown");
	await page.keyboard.press("End");
	await page.keyboard.press("Tab");
	await gone(box(dialog, "No Email"));
	assert.ok(await page.evaluate(() => document.activeElement.matches("dialog :is(input, select, button)")), "and goes on in the form");
});

test("My Account opens and moves by arrow keys; ENTER follows", async (t) => {
	const page = await at(t), account = page.getByRole("button", { name: /Terry/ });
	await account.focus();
	await page.keyboard.press("ArrowDown");
	await hasFocus(page.getByRole("link", { name: "Edit Profile" }));
	await page.keyboard.press("ArrowDown");
	await hasFocus(page.getByRole("link", { name: "Preferences" }));
	await page.keyboard.press("ArrowDown");
	await hasFocus(page.getByRole("button", { name: "Logout" }));
	await page.keyboard.press("ArrowUp");
	await page.keyboard.press("Enter");
	await page.waitForURL(/account#preferences$/);
});

test("ENTER on a box elsewhere sends nothing either: a tick in Add Connection, Primary Contact, Setup", async (t) => {
	const bob = await individual(), page = await on(t, (await individual()).id), dialog = await openAdd(page);
	await search(page, bob.last);
	const tick = found(page, bob.last).getByRole("checkbox");
	await see(tick);
	const posts = sent(page);
	await tick.press("Enter");
	assert.ok(await tick.isChecked());
	assert.deepEqual(await posts(), []);
	const { id, contacts: [, second] } = await firm(2), list = await on(t, id, "connections"), more = sent(list);
	await (await openOne(list, second.name)).getByRole("checkbox", { name: "Primary Contact" }).press("Enter");
	assert.ok(await popUp(list, second.name).getByRole("checkbox", { name: "Primary Contact" }).isChecked());
	await list.goto("/setup");
	await list.getByRole("group", { name: "Access Social Media" }).getByRole("radio", { name: "Yes", exact: true }).press("Enter");
	assert.deepEqual(await more(), []);
});
