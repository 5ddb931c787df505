// The SSN: dots while it is typed, a mask on Details, the number for a minute to those who may see it.
import assert from "node:assert/strict";
import { test } from "node:test";
import { addCustomer, at, button, field, fill, popUp, press, rowOf, see, sql, success, unique, until } from "./desk.mjs";

const NUMBER = "219-45-8763", CLEAR = /219-?45-?8763/, LAST4 = /-8763/;
const mask = (page) => page.getByRole("button", { name: /^SSN XXX-XX-/ });
const shown = (page) => page.getByRole("textbox", { name: "SSN", exact: true });

async function withNumber(page) {
	return addCustomer(page, { SSN: NUMBER, "Last Name": unique("Q") });
}

async function openDetails(page, id) {
	await page.goto(`/customer/${id}/details`);
	await see(page.getByRole("heading", { name: "Basic Information" }));
}

async function reveal(page, id) {
	await openDetails(page, id);
	await mask(page).click();
	await until(async () => assert.equal(await shown(page).inputValue(), NUMBER));
}

// The server's clock says that the minute is over.
function endMinute(id) {
	sql(`UPDATE session SET shown_at = shown_at - INTERVAL 61 SECOND WHERE shown_customer_id = ${id}`);
}

// The number is nowhere in the page any more, not even in what a field holds.
async function hasLeft(page) {
	await see(mask(page));
	const held = await page.locator("input").evaluateAll((all) => all.map((one) => one.value).join("\n"));
	assert.doesNotMatch(`${await page.content()}\n${held}`, CLEAR);
}

// Every body the browser gets from now on.
function listen(page) {
	const bodies = [];
	page.on("response", (answer) => bodies.push(answer.text().catch(() => "")));
	return async () => (await Promise.all(bodies)).join("\n");
}

test("14: SSN is masked on the Customer Detail page; it is in no list, preview or Overview", async (t) => {
	const page = await at(t), heard = listen(page);
	const { id, "Last Name": last } = await withNumber(page);
	await press(page, "Details");
	assert.match(await mask(page).innerText(), /^XXX-XX-8763/);
	await page.goto("/customers");
	await rowOf(page, last).getByRole("cell").nth(2).click();
	await see(popUp(page, "Customer Summary"));
	await page.goto(`/customer/${id}/overview`);
	assert.doesNotMatch(await heard(), CLEAR);
});

test("15, 124: a permitted user clicking into SSN sees the number, with the seconds left; each view is logged",
	async (t) => {
		const page = await at(t);
		const { id } = await withNumber(page);
		await openDetails(page, id);
		await fill(page, { Suffix: "Jr." });
		await mask(page).click();
		await until(async () => assert.equal(await shown(page).inputValue(), NUMBER));
		assert.match(await page.getByRole("timer").innerText(), /^Hides in (60|[345]\d) s$/);
		assert.equal(await field(page, "Suffix").inputValue(), "Jr.", "what was typed elsewhere is untouched");
		assert.equal(sql(`SELECT COUNT(*) FROM activity WHERE customer_id = ${id} AND action = 'ssn_shown'`), "1");
		await press(page, "Hide now");
		await hasLeft(page);
	});

test("16: it masks again by itself after one minute and has left the page", async (t) => {
	const page = await at(t, "Manager", {}); // a window of its own: its clock is moved
	const { id } = await withNumber(page);
	await page.clock.install();
	await reveal(page, id);
	await see(page.getByRole("timer").filter({ hasText: /in (60|5\d) s/ }));
	await page.clock.fastForward(30000);
	await until(async () => assert.match(await page.getByRole("timer").innerText(), /in (2\d|30) s/));
	assert.equal(await shown(page).inputValue(), NUMBER, "still there after half the time");
	await page.clock.fastForward(31000);
	await hasLeft(page);
	await page.reload();
	await hasLeft(page);
});

test("16: the minute is the server's: after it no page holds the number, whatever the browser's clock says",
	async (t) => {
		const page = await at(t);
		const { id } = await withNumber(page);
		await reveal(page, id);
		endMinute(id);
		await openDetails(page, id);
		await hasLeft(page);
	});

test("16: it is hidden at once when the tab is hidden", async (t) => {
	const page = await at(t);
	const { id } = await withNumber(page);
	await reveal(page, id);
	await page.evaluate(() => {
		Object.defineProperty(document, "hidden", { value: true, configurable: true });
		Object.defineProperty(document, "visibilityState", { value: "hidden", configurable: true });
		document.dispatchEvent(new Event("visibilitychange"));
	});
	await hasLeft(page);
});

test("16: it is hidden after leaving the page, and after Back", async (t) => {
	const page = await at(t);
	const { id } = await withNumber(page);
	await reveal(page, id);
	await press(page, "Overview");
	await page.waitForURL(/overview/);
	await page.goBack();
	await page.waitForURL(/details/);
	await hasLeft(page);
});

test("17: without the permission no answer ever holds the number or its last digits", async (t) => {
	const page = await at(t, "Salesperson"), heard = listen(page);
	const { id, "Last Name": last } = await withNumber(page);
	await openDetails(page, id);
	assert.equal(await shown(page).inputValue(), "XXX-XX-XXXX");
	await shown(page).click();
	await see(page.getByText("You do not have the right to see it."));
	assert.equal(await mask(page).count(), 0);
	assert.equal(await shown(page).inputValue(), "XXX-XX-XXXX");
	const status = await page.evaluate(async (path) => (await fetch(path, { method: "POST", body: new URLSearchParams({
		token: document.querySelector("[name=token]").value, ssn_do: "reveal" }) })).status, `/customer/${id}/ssn`);
	assert.equal(status, 403);
	await fill(page, { "Last Name": "" });
	await press(page, "Save");
	await see(page.getByRole("alert"));
	await fill(page, { "Last Name": `${last}x` });
	await press(page, "Save");
	await see(success(page));
	assert.doesNotMatch(await heard(), new RegExp(`${CLEAR.source}|${LAST4.source}`));
	assert.equal(sql(`SELECT COUNT(*) FROM ssn WHERE customer_id = ${id}`), "1", "and saving did not lose it");
});

test("94: the number can be typed over while it is shown, and Save keeps the new one, masked", async (t) => {
	const page = await at(t);
	const { id } = await withNumber(page);
	await reveal(page, id);
	await shown(page).fill("219-45-1111");
	await press(page, "Save");
	await see(success(page));
	endMinute(id);
	await openDetails(page, id);
	assert.match(await mask(page).innerText(), /^XXX-XX-1111/);
});

test("94: what is typed over the number is not lost when the minute is over", async (t) => {
	const page = await at(t, "Manager", {}); // a window of its own: its clock is moved
	const { id } = await withNumber(page);
	await page.clock.install();
	await reveal(page, id);
	await see(page.getByRole("timer").filter({ hasText: /in (60|5\d) s/ }));
	await shown(page).fill("219-45-2222");
	await page.clock.fastForward(61000);
	await until(async () => assert.equal(await page.getByRole("timer").count(), 0));
	assert.equal(await field(page, "SSN").inputValue(), "219-45-2222");
	endMinute(id);
	await press(page, "Save");
	await see(success(page));
	assert.match(await mask(page).innerText(), /^XXX-XX-2222/);
});
