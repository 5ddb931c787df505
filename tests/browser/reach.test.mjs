// What somebody meets who does not see the whole screen, or none of it: names, focus, waiting, a phone, forced colours.
import assert from "node:assert/strict";
import { test } from "node:test";
import { addCustomer, at, button, field, gone, newCustomer, popUp, press, rowOf, see, until } from "./desk.mjs";

const focused = (page) => page.evaluate(() => document.activeElement.id || document.activeElement.tagName);
const isMoving = (page) => page.evaluate(() => [document.documentElement, document.querySelector("dialog")]
	.some((one) => one && getComputedStyle(one, "::before").content === '""'));

test("fields of New Customer have their labels over Advanced search as well", async (t) => {
	const page = await at(t, "Manager", {}, "/customers?style=advanced"), dialog = await newCustomer(page);
	for (const name of ["First Name", "Last Name"]) {
		await dialog.getByText(name, { exact: true }).click();
		await page.keyboard.type("Ann");
		assert.equal(await field(dialog, name).inputValue(), "Ann");
		assert.equal(await field(page.locator("#find"), name).inputValue(), "");
	}
});

test("what was asked for is seen to be on its way", async (t) => {
	const page = await at(t);
	let go;
	const held = new Promise((resolve) => { go = resolve; });
	await page.route("**/customers/new", async (route) => { await held; await route.continue(); });
	assert.ok(!await isMoving(page));
	await press(page, "New Customer");
	await until(async () => assert.ok(await isMoving(page)));
	go();
	await see(popUp(page));
	await until(async () => assert.ok(!await isMoving(page)));
});

test("the name of the SSN's button carries the mask, and the focus stays at the field when the number goes", async (t) => {
	const page = await at(t);
	const { id } = await addCustomer(page, { SSN: "219-45-8763" });
	await page.goto(`/customer/${id}/details`);
	const masked = page.getByRole("button", { name: "SSN XXX-XX-8763" });
	await masked.press("Enter");
	await see(page.getByRole("timer"));
	assert.equal(await focused(page), "ssn");
	await button(page, "Hide now").press("Enter");
	await see(masked);
	await until(async () => assert.equal(await focused(page), "ssn"));
});

test("the focus comes back when a pop-up is left by Escape", async (t) => {
	const page = await at(t);
	const { id, "Last Name": last } = await addCustomer(page);
	await page.goto("/customers");
	await rowOf(page, last).getByRole("link", { name: `${last}, Ann`, exact: true }).press("Enter");
	await see(popUp(page, "Customer Summary"));
	await page.keyboard.press("Escape");
	await gone(popUp(page, "Customer Summary"));
	assert.equal(await page.evaluate(() => document.activeElement.textContent.trim().split(",")[0]), last);
	await page.goto(`/customer/${id}/overview`);
	await press(page, "Add Connection");
	await see(popUp(page, "Add Connection"));
	await page.evaluate(() => document.querySelector("[form=open-connect]").remove());
	await page.keyboard.press("Escape");
	await gone(popUp(page, "Add Connection"));
	assert.equal(await focused(page), "main");
});

test("on a phone all tabs of Details are there, beside Cancel and Save", async (t) => {
	const page = await at(t, "Manager", { viewport: { width: 320, height: 640 } });
	const { id } = await addCustomer(page);
	await page.goto(`/customer/${id}/details`);
	assert.deepEqual(await page.getByRole("navigation", { name: "Customer record" }).evaluate((nav) => {
		const edge = nav.getBoundingClientRect();
		return [...nav.querySelectorAll("a")].filter((tab) => tab.getBoundingClientRect().right > edge.right + 1).map((tab) => tab.textContent);
	}), []);
	await see(button(page, "Save"));
});

test("forced colours mark the current tab and the current application, and no other", async (t) => {
	const page = await at(t, "Manager", { forcedColors: "active" });
	const { id } = await addCustomer(page);
	await page.goto(`/connections/${id}`);
	const lines = await page.locator(".tabs a").evaluateAll((tabs) => tabs.map((tab) => [tab.hasAttribute("aria-current"),
		getComputedStyle(tab).borderBottomColor === getComputedStyle(tab.closest(".tabs-row")).backgroundColor]));
	assert.deepEqual(lines.map(([current, unseen]) => current !== unseen), [true, true, true]);
	const outlines = await page.locator(".nav li a").evaluateAll((all) => all.map((one) => [one.hasAttribute("aria-current"),
		getComputedStyle(one).outlineStyle === "solid"]));
	assert.ok(outlines.length > 1 && outlines.every(([current, seen]) => current === seen));
});

test("a title that has a counterpart offers it for the other record", async (t) => {
	const page = await at(t);
	const { id } = await addCustomer(page);
	await page.goto(`/customer/${id}/overview`);
	await press(page, "Add Connection");
	const dialog = popUp(page, "Add Connection");
	await field(dialog, "Title").fill("Mother");
	assert.deepEqual(await field(dialog, "Title on the Other Record").evaluate((input) => [...input.list.options].map((one) => one.value)),
		["child", "son", "daughter"]);
	await field(dialog, "Title").fill("boss");
	assert.equal(await field(dialog, "Title on the Other Record").evaluate((input) => input.list.options.length), 0);
});

test("how many were found is said in place", async (t) => {
	const page = await at(t), somebody = await addCustomer(page), { id } = await addCustomer(page);
	await page.goto(`/customer/${id}/overview`);
	await press(page, "Add Connection");
	const dialog = popUp(page, "Add Connection"), region = dialog.locator("#found-said");
	await region.evaluate((one) => { one.dataset.kept = "1"; });
	await field(dialog, "Search").fill(somebody["Last Name"]);
	await press(dialog, "Search");
	await until(async () => assert.equal(await region.textContent(), "1 customer found."));
	assert.equal(await region.getAttribute("data-kept"), "1", "the region is the one that was there");
});

test("an e-mail address of the list can be marked: that opens nothing, a click does", async (t) => {
	const page = await at(t), email = `${"a".repeat(12)}.${Date.now()}@example.com`;
	const { "Last Name": last } = await addCustomer(page, {}, { emails: [{ "Email Address": email }] });
	await page.goto("/customers");
	await page.clock.install();
	const cell = rowOf(page, last).getByText(email), box = await cell.boundingBox();
	await page.mouse.move(box.x + 15, box.y + box.height / 2);
	await page.mouse.down();
	await page.mouse.move(box.x + 90, box.y + box.height / 2, { steps: 5 });
	await page.mouse.up();
	await page.clock.fastForward(2000);
	assert.match(await page.evaluate(() => getSelection().toString()), /^a/);
	assert.equal(await page.locator("#dialogs > *, [aria-busy]").count(), 0);
	await rowOf(page, last).getByText("Today").click();
	await page.clock.fastForward(2000);
	await see(popUp(page, "Customer Summary"));
});
