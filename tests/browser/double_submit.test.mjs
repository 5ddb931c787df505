// One customer, however often the button is pressed.
import assert from "node:assert/strict";
import { test } from "node:test";
import { addCustomer, at, field, fill, newCustomer, popUp, press, rowOf, see, sql, success, unique } from "./desk.mjs";

const count = (last) => sql(`SELECT COUNT(*) FROM customer WHERE last_name = '${last}'`);

for (const save of ["Save and Continue", "Save and View Customer"])
	test(`120: a double click on ${save} makes one customer`, async (t) => {
		const page = await at(t), last = unique("Q");
		await fill(await newCustomer(page), { "First Name": "Ann", "Last Name": last });
		await popUp(page).getByRole("button", { name: save }).dblclick({ noWaitAfter: true });
		await see(success(page));
		assert.equal(count(last), "1");
	});

test("120: going Back after saving and sending the form once more makes no second customer", async (t) => {
	const page = await at(t, "Manager", { javaScriptEnabled: false }), last = unique("Q");
	await page.goto("/customers/new");
	await fill(popUp(page), { "First Name": "Ann", "Last Name": last });
	await press(popUp(page), "Save and View Customer");
	await page.waitForURL(/overview/);
	await page.goBack();
	await page.reload();
	await page.goto("/customers");
	await see(rowOf(page, last));
	assert.equal(count(last), "1");
});

test("120: reloading the page after a save does not save again", async (t) => {
	const page = await at(t);
	const { id } = await addCustomer(page);
	await page.reload();
	await press(page, "Details");
	await field(page, "Suffix").fill("Jr.");
	await press(page, "Save");
	await see(success(page));
	await page.reload();
	assert.equal(sql(`SELECT row_version FROM customer WHERE id = ${id}`), "2");
});

test("120: a double click on Save in Details is one change", async (t) => {
	const page = await at(t);
	const { id } = await addCustomer(page);
	await press(page, "Details");
	await field(page, "Suffix").fill("Jr.");
	await page.getByRole("button", { name: "Save", exact: true }).dblclick({ noWaitAfter: true });
	await see(success(page));
	assert.equal(await field(page, "Suffix").inputValue(), "Jr.");
	assert.equal(sql(`SELECT row_version FROM customer WHERE id = ${id}`), "2");
});
