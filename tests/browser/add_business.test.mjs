// Adding a business with the same pop-up.
import assert from "node:assert/strict";
import { test } from "node:test";
import { at, card, chosen, enterCustomer, field, fill, newCustomer, press, rowOf, rows, see, success, unique }
	from "./desk.mjs";

const PERSONAL = ["First Name", "Middle Name", "Last Name", "Suffix", "Gender", "Date of Birth", "Marital Status",
	"SSN"];

async function newBusiness(page) {
	const dialog = await newCustomer(page);
	await dialog.getByRole("radio", { name: "Business", exact: true }).check();
	return dialog;
}

test("5: Business asks for a Business Name and for nothing that only people have", async (t) => {
	const dialog = await newBusiness(await at(t));
	await see(field(dialog, "Business Name"));
	for (const name of PERSONAL)
		assert.equal(await field(dialog, name).isVisible(), false, name);
	for (const title of ["Address", "Phone Numbers", "Email Addresses"])
		assert.ok(await card(dialog, title).isVisible(), title);
	await dialog.getByRole("radio", { name: "Individual", exact: true }).check();
	await see(field(dialog, "First Name"));
	assert.equal(await field(dialog, "Business Name").isVisible(), false);
});

test("5: a business without a name is refused at the field; no other field is asked for", async (t) => {
	const dialog = await newBusiness(await at(t));
	await press(dialog, "Save and Continue");
	await see(dialog.getByRole("alert"));
	assert.equal(await dialog.getByRole("alert").getByRole("link").count(), 1);
	assert.ok(await dialog.getByRole("radio", { name: "Business", exact: true }).isChecked());
	assert.equal(await field(dialog, "Business Name").getAttribute("aria-invalid"), "true");
});

test("5: a business opens on its Overview with a number, and Details shows all that was entered", async (t) => {
	const page = await at(t), word = unique("B");
	const address = { Type: "Mailing", Address: "1 Mill Rd", City: "Dayton", State: "OH", ZIP: "45402" };
	const phones = [{ Type: "Work", "Phone Number": "(937) 555-0100" }, { Type: "Fax", "Phone Number": "(937) 555-0101" }];
	const email = { Type: "Work", "Email Address": "desk@example.com" };
	const { id } = await enterCustomer(page, { "Business Name": `${word} & Sons`, "Preferred Contact": "Mail" },
		{ addresses: [address], phones, emails: [email] });
	await see(page.getByRole("heading", { name: `${word} & Sons`, level: 1 }));
	assert.match(await card(page, "Customer Summary").innerText(), new RegExp(`${id}[^]*Business[^]*Mail`));
	await press(page, "Details");
	await see(field(page, "Business Name"));
	assert.equal(await field(page, "Business Name").inputValue(), `${word} & Sons`);
	assert.equal(await field(page, "Customer Type").inputValue(), "Business");
	assert.equal(await chosen(field(page, "Preferred Contact")), "Mail");
	assert.deepEqual(await rows(card(page, "Address")), [{ ...address, primary: true }]);
	assert.deepEqual(await rows(card(page, "Phone Numbers")),
		[{ ...phones[0], primary: true }, { ...phones[1], primary: false }]);
	assert.deepEqual(await rows(card(page, "Email Addresses")), [{ ...email, primary: true }]);
	for (const name of PERSONAL)
		assert.equal(await field(page, name).count(), 0, name);
});

test("5: Save and Continue with a business shows Success and the business in the list", async (t) => {
	const page = await at(t), word = unique("B");
	await fill(await newBusiness(page), { "Business Name": word });
	await press(page.getByRole("dialog"), "Save and Continue");
	await see(success(page));
	assert.match(await rowOf(page, word).innerText(), /Business/);
});

test("5: what was typed for a person does not end up in a business", async (t) => {
	const page = await at(t), word = unique("B");
	const dialog = await newCustomer(page);
	await fill(dialog, { "First Name": "Ann", "Last Name": "Wrong", SSN: "12", "Date of Birth": "2999-01-01" });
	await dialog.getByRole("radio", { name: "Business", exact: true }).check();
	await fill(dialog, { "Business Name": word });
	await press(dialog, "Save and View Customer");
	await see(page.getByRole("heading", { name: word, level: 1 }));
	assert.doesNotMatch(await page.getByRole("main").innerText(), /Wrong/);
});
