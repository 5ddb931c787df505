// Finding customers: the search field, the filters, the list and the Quick Look.
import assert from "node:assert/strict";
import { test } from "node:test";
import { addCustomer, at, button, field, fill, gone, popUp, press, results, rowOf, see, success, unique, until } from "./desk.mjs";

const PERSON = unique("Fin"), FIRM = unique("Zeb");
const search = (page) => page.getByRole("searchbox", { name: "Search", exact: true });
const look = (page) => popUp(page, "Customer Summary");
const found = (page) => page.waitForURL(/find=/);

async function find(page, words) {
	await search(page).fill(words);
	await press(page, "Search");
	await found(page);
}

// A window in which WORD was searched for and found.
async function listing(t, word) {
	const page = await at(t);
	await find(page, word);
	await see(rowOf(page, word));
	return page;
}

test("86: Search finds by a part of the name; the words stay in the field", async (t) => {
	const page = await at(t);
	await addCustomer(page, { "First Name": "Maria", "Last Name": PERSON });
	await addCustomer(page, { "Business Name": `${FIRM} Motors` },
		{ addresses: [{ Address: "1 Elm St", City: "Dayton", State: "OH", ZIP: "45402" }] });
	await page.goto("/customers");
	await find(page, PERSON.slice(0, 8).toUpperCase());
	assert.equal(await results(page).count(), 2, "the heads and one customer");
	assert.match(await rowOf(page, PERSON).innerText(), /Maria/);
	assert.equal(await search(page).inputValue(), PERSON.slice(0, 8).toUpperCase());
});

test("86: ENTER searches too, and the words typed are not in the address", async (t) => {
	const page = await at(t);
	await see(page.locator("input[name=search]:focus")); // the browser puts the cursor there a moment after it has the page
	await page.keyboard.type(`${FIRM.slice(0, 7)}`);
	await page.keyboard.press("Enter");
	await found(page);
	await see(rowOf(page, FIRM));
	assert.equal(page.url().toLowerCase().includes(FIRM.slice(0, 7).toLowerCase()), false);
});

test("87: Show Inactive at the bottom right: off hides inactive customers, on includes and marks them", async (t) => {
	const page = await at(t), word = unique("Idle");
	await addCustomer(page, { "Last Name": word });
	await press(page, "Set Inactive");
	await see(success(page));
	await page.goto("/customers");
	const toggle = page.getByRole("switch", { name: "Show Inactive", exact: true });
	const box = await toggle.boundingBox(), list = await page.getByRole("region", { name: "Results" }).boundingBox();
	assert.ok(box.x + box.width > list.x + list.width - 40, "right");
	assert.ok(box.y + box.height > list.y + list.height - 40, "bottom");
	await search(page).fill(word);
	await press(page, "Search");
	await see(page.getByRole("heading", { name: /^No active customer matches/ }));
	assert.equal(await toggle.getAttribute("aria-checked"), "false");
	await toggle.click();
	await see(rowOf(page, word).getByText("Inactive", { exact: true }));
	assert.equal(await toggle.getAttribute("aria-checked"), "true");
	assert.equal(await search(page).inputValue(), word);
	await toggle.click();
	await gone(rowOf(page, word));
});

for (const [word, kind] of [[PERSON, "Individual"], [FIRM, "Business"]])
	test(`88: a single click opens the preview with View ${kind}, which opens the record`, async (t) => {
		const page = await listing(t, word);
		await rowOf(page, word).getByRole("cell").nth(2).click();
		await see(look(page));
		assert.match(await look(page).innerText(), new RegExp(word));
		assert.match(page.url(), /\/customers\?/);
		await press(look(page), `View ${kind}`);
		await see(page.getByRole("heading", { name: new RegExp(word), level: 1 }));
		assert.equal(await button(page, "Overview").getAttribute("aria-current"), "page");
	});

test("88: the preview closes with its X, with ESC and with a click beside it; the list is still there", async (t) => {
	const page = await listing(t, PERSON);
	for (const close of [() => press(look(page), "Close"), () => page.keyboard.press("Escape"),
		() => page.mouse.click(5, 5)]) {
		await rowOf(page, PERSON).getByRole("cell").nth(2).click();
		const view = button(look(page), "View Individual");
		await until(async () => assert.ok(await view.evaluate((one) => one === document.activeElement), "ready"));
		await close();
		await until(async () => assert.equal(await look(page).count(), 0));
		assert.ok(await rowOf(page, PERSON).isVisible());
	}
});

test("89: a double click opens the record", async (t) => {
	const page = await listing(t, PERSON);
	await rowOf(page, PERSON).getByRole("cell").nth(2).dblclick();
	await see(page.getByRole("heading", { name: new RegExp(PERSON), level: 1 }));
	assert.equal(await look(page).count(), 0);
	await page.goBack();
	await rowOf(page, PERSON).getByText(PERSON).dblclick();
	await page.waitForURL(/\/customer\/\d+\/overview/);
});

test("90: the magnifying-glass in the column View opens the record on Overview", async (t) => {
	const page = await listing(t, PERSON);
	assert.equal((await results(page).first().getByRole("columnheader").last().innerText()).trim(), "View");
	await rowOf(page, PERSON).getByRole("cell").last().getByRole("link", { name: /^View / }).click();
	await page.waitForURL(/\/customer\/\d+\/overview/);
	assert.equal(await button(page, "Overview").getAttribute("aria-current"), "page");
});

test("91: Simple and Advanced are switched in the upper-right; Advanced has a field a filter", async (t) => {
	const page = await at(t);
	const toggle = page.getByRole("navigation", { name: "Search style" });
	const box = await toggle.boundingBox();
	assert.ok(box.x > 683 && box.y < 200, "upper right");
	await press(toggle, "Advanced");
	await see(field(page, "Business Name"));
	await fill(page, { "Business Name": FIRM.slice(0, 8), City: "Dayt" });
	await press(page, "Search");
	await found(page);
	assert.equal(await results(page).count(), 2);
	await see(rowOf(page, FIRM));
	assert.equal(await field(page, "City").inputValue(), "Dayt");
	await fill(page, { City: "Cleveland" });
	await field(page, "City").press("Enter");
	await see(page.getByRole("heading", { name: /No active customer matches these filters/ }));
	await press(toggle, "Simple");
	await see(search(page));
});

test("92: Clear empties the search fields, simple and advanced", async (t) => {
	const page = await at(t);
	await find(page, PERSON);
	await press(page, "Clear");
	await until(async () => assert.equal(await search(page).inputValue(), ""));
	await until(async () => assert.ok(await results(page).count() > 2, "everybody again"));
	await press(page, "Advanced");
	await fill(page, { "Last Name": PERSON, ZIP: "45402" });
	await press(page, "Clear");
	await until(async () => {
		assert.equal(await field(page, "Last Name").inputValue(), "");
		assert.equal(await field(page, "ZIP").inputValue(), "");
	});
});
