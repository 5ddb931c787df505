// Two people change the same record: the second one is told, loses nothing and decides.
import assert from "node:assert/strict";
import { test } from "node:test";
import { addCustomer, at, card, field, fill, press, rows, see, sql, success } from "./desk.mjs";

const PHONE = { Type: "Home", "Phone Number": "(614) 555-0142" };

// Both have the same record's Details open.
async function together(t) {
	const mine = await at(t), theirs = await at(t, "Salesperson");
	const { id } = await addCustomer(mine, { Suffix: "Jr." }, { phones: [PHONE] });
	for (const page of [mine, theirs]) {
		await page.goto(`/customer/${id}/details`);
		await see(field(page, "Suffix"));
	}
	return { mine, theirs, id };
}

async function save(page) {
	await press(page, "Save");
	await see(success(page));
}

test("the second one to save is told who changed what, and what was typed is still there", async (t) => {
	const { mine, theirs } = await together(t);
	await fill(theirs, { Suffix: "III", City: "Lima" });
	await save(theirs);
	await fill(mine, { "First Name": "Anna", Suffix: "Sr." });
	await press(mine, "Save");
	const alert = mine.getByRole("alert");
	await see(alert);
	assert.match(await alert.innerText(), /Terry t\w+ changed this record[^]*Suffix/);
	assert.equal(await field(mine, "First Name").inputValue(), "Anna");
	assert.equal(await field(mine, "Suffix").inputValue(), "Sr.");
	await see(mine.getByText("Stored now: III"));
	const note = await field(mine, "Suffix").getAttribute("aria-describedby");
	assert.match(await mine.locator(`[id="${note.trim()}"]`).innerText(), /III/, "heard at the field, too");
});

test("nothing of the refused form is stored before it is saved once more; then it is", async (t) => {
	const { mine, theirs, id } = await together(t);
	await fill(theirs, { Suffix: "III" });
	await save(theirs);
	await fill(mine, { "First Name": "Anna" });
	await press(mine, "Save");
	await see(mine.getByRole("alert"));
	assert.equal(sql(`SELECT CONCAT(first_name, suffix) FROM customer WHERE id = ${id}`), "AnnIII");
	await fill(mine, { Suffix: "III" });
	await save(mine);
	assert.equal(sql(`SELECT CONCAT(first_name, suffix) FROM customer WHERE id = ${id}`), "AnnaIII");
});

test("a card changed by somebody else shows what is stored beside what was typed", async (t) => {
	const { mine, theirs } = await together(t);
	await fill(theirs, { "Phone Number": "(614) 555-0199" });
	await save(theirs);
	await fill(mine, { Suffix: "Sr." });
	await press(mine, "Save");
	await see(mine.getByRole("alert"));
	await see(card(mine, "Phone Numbers").getByText(/Stored now:.*\(?614\)?.*0199/));
	assert.deepEqual(await rows(card(mine, "Phone Numbers")), [{ ...PHONE, primary: true }]);
});

test("when both made the same change there is nothing to decide about it", async (t) => {
	const { mine, theirs } = await together(t);
	await fill(theirs, { Suffix: "III" });
	await save(theirs);
	await fill(mine, { Suffix: "III" });
	await press(mine, "Save");
	await see(mine.getByRole("alert").or(success(mine)));
	assert.equal(await mine.getByText(/Stored now/).count(), 0);
});

test("Set Inactive in another window is told as well, and does not undo what is typed", async (t) => {
	const { mine, theirs } = await together(t);
	await press(theirs, "Set Inactive");
	await see(success(theirs));
	await fill(mine, { Suffix: "Sr." });
	await press(mine, "Save");
	await see(mine.getByRole("alert"));
	assert.equal(await field(mine, "Suffix").inputValue(), "Sr.");
	await save(mine);
	await see(card(mine, "Customer Summary").getByText("Inactive", { exact: true }));
});
