// Adding a customer with the New Customer pop-up. Select Primary has a file of its own; what the page holds before anybody
// touches it, and what is refused, are tests/web.
import assert from "node:assert/strict";
import { test } from "node:test";
import { addRows, at, button, card, choosePrivacy, chosen, field, fill, isGreen, newCustomer, offered, popUp,
	press, rowOf, rows, saveAndView, see, sql, success, unique, until } from "./desk.mjs";

const ADDRESSES = ["Physical", "Garage", "Mailing", "Previous", "Work"].map((Type, i) =>
	({ Type, Address: `${i + 1} Elm St`, City: "Columbus", State: "OH", ZIP: `4320${i}` }));
const PHONES = ["Home", "Cell", "Fax", "Work"].map((Type, i) => ({ Type, "Phone Number": `(614) 555-014${i}` }));
const EMAILS = ["Personal", "Work"].map((Type) => ({ Type, "Email Address": `${Type.toLowerCase()}@example.com` }));

// On the right, above all else in AROUND.
async function isUpperRight(one, around) {
	const box = await one.boundingBox(), outer = await around.boundingBox();
	assert.ok(box.x + box.width > outer.x + outer.width - 120, "at the right");
	assert.ok(box.y < outer.y + 120, "at the top");
}

const PLUS = { Address: "Add address", "Phone Numbers": "Add phone number", "Email Addresses": "Add email address" };

const details = async (page) => {
	await press(page, "Details");
	await see(page.getByRole("heading", { name: "Basic Information" }));
	return page;
};

test("6: a save with First Name empty is refused in the pop-up, what was typed stays, and the message leads to the field", async (t) => {
	const page = await at(t), word = unique("Q");
	const dialog = await newCustomer(page);
	await fill(dialog, { "Last Name": word });
	await press(dialog, "Save and Continue");
	const alert = dialog.getByRole("alert");
	await see(alert);
	assert.match(await alert.innerText(), /Not saved yet[^]*first name/);
	assert.equal(await field(dialog, "Last Name").inputValue(), word);
	await alert.getByRole("link").click();
	assert.ok(await field(dialog, "First Name").evaluate((one) => one === document.activeElement));
});

test("a date of birth is said back in words when the field is left, also what is wrong with it, and nothing is dropped", async (t) => {
	const page = await at(t), last = unique("Q");
	const dialog = await newCustomer(page), born = field(dialog, "Date of Birth");
	const said = () => born.evaluate((one) => one.getAttribute("aria-describedby").split(" ")
		.map((id) => document.getElementById(id)?.innerText ?? "").join(""));
	await fill(dialog, { "First Name": "Ann", "Last Name": last });
	await born.focus();
	await page.keyboard.type("2/31/84");
	await page.keyboard.press("Tab");
	await see(dialog.getByText(/calendar has no such day/));
	assert.match(await said(), /no such day/);
	assert.equal(await born.getAttribute("aria-invalid"), "true");
	await press(dialog, "Save and Continue");
	await see(dialog.getByRole("alert").getByText(/calendar has no such day/));
	assert.equal(await born.inputValue(), "2/31/84");
	await born.fill("Feb 28, 84");
	await page.keyboard.press("Tab");
	await see(dialog.getByText(/^February 28, 1984, \d+ years$/));
	assert.match(await said(), /^February 28, 1984, \d+ years$/);
	assert.equal(await born.getAttribute("aria-invalid"), null);
	await born.pressSequentially("9");
	assert.equal(await said(), "", "what was said was about another word");
	await born.fill("2/28/84");
	await press(dialog, "Save and Continue");
	await see(success(page));
	await see(rowOf(page, last));
	assert.equal(sql(`SELECT date_of_birth FROM customer WHERE last_name = '${last}'`), "1984-02-28");
});

test("5: Business asks for a Business Name and for nothing that only people have", async (t) => {
	const dialog = await newCustomer(await at(t)), choose = (name) => dialog.getByRole("radio", { name, exact: true }).check();
	await choose("Business");
	await see(field(dialog, "Business Name"));
	for (const name of ["First Name", "Middle Name", "Last Name", "Suffix", "Gender", "Date of Birth", "Marital Status", "SSN"])
		assert.equal(await field(dialog, name).isVisible(), false, name);
	for (const title of Object.keys(PLUS))
		assert.ok(await card(dialog, title).isVisible(), title);
	await choose("Individual");
	await see(field(dialog, "First Name"));
	assert.equal(await field(dialog, "Business Name").isVisible(), false);
});

test("13: leaving SSN with TAB masks it", async (t) => {
	const page = await at(t);
	const ssn = field(await newCustomer(page), "SSN");
	const look = () => ssn.evaluate((one) => getComputedStyle(one).webkitTextSecurity);
	await ssn.click();
	await page.keyboard.type("219099999");
	assert.equal(await look(), "none", "readable while it is typed");
	await page.keyboard.press("Tab");
	assert.equal(await ssn.evaluate((one) => one === document.activeElement), false);
	assert.match(await look(), /disc|circle|square/);
});

test("1, 18-33, 36, 40: New Customer, Select Primary and each + are upper-right, privacy and preferred contact on top", async (t) => {
	const page = await at(t);
	await isUpperRight(page.getByRole("button", { name: "New Customer", exact: true }), page.getByRole("main"));
	const dialog = await newCustomer(page);
	await isUpperRight(dialog.getByText("Select Primary", { exact: true }), dialog);
	for (const [title, plus] of Object.entries(PLUS))
		await isUpperRight(button(card(dialog, title), plus), card(dialog, title));
	const names = await field(dialog, "First Name").boundingBox();
	assert.ok((await field(dialog, "Preferred Contact").boundingBox()).y < names.y);
	const group = dialog.getByRole("group", { name: "Customer Privacy", exact: true });
	assert.ok((await group.boundingBox()).y < names.y);
	assert.equal(await group.getByRole("checkbox").filter({ visible: true }).count(), 0, "it is a drop-down");
	await group.getByText("No restrictions").click();
	assert.equal(await group.getByRole("checkbox").filter({ visible: true }).count(), 3);
});

for (const [lines, title, list] of [["18-22", "Address", ADDRESSES], ["23-27", "Phone Numbers", PHONES], ["28-32", "Email Addresses", EMAILS]])
	test(`${lines}: ${title} takes ${list.length}, one a type, and no more; the first entered is primary`, async (t) => {
		const plus = PLUS[title];
		const page = await at(t);
		const dialog = await newCustomer(page);
		await fill(dialog, { "First Name": "Ann", "Last Name": unique("Q") });
		await addRows(dialog, title, plus, list);
		assert.ok(await button(dialog, plus).isDisabled(), "no more than there are types");
		for (const [nth, { Type }] of list.entries())
			assert.deepEqual(await offered(field(card(dialog, title), "Type", nth)), [Type]);
		await saveAndView(page);
		await details(page);
		const seen = await rows(card(page, title));
		const sorted = (all) => all.sort((a, b) => a.Type.localeCompare(b.Type));
		assert.deepEqual(sorted(seen), sorted(list.map((row, nth) => ({ ...row, primary: nth === 0 }))));
		assert.ok(await button(page, plus).isDisabled());
	});

test("34: the closed drop-down says what was chosen in it", async (t) => {
	const dialog = await newCustomer(await at(t));
	await choosePrivacy(dialog, "No Email", "No Phone Calls");
	await see(dialog.getByText("No Email, No Phone Calls", { exact: true }));
});

test("43-45: Save and Continue returns to Customer Search with a green Success and the customer in the list",
	async (t) => {
		const page = await at(t), word = unique("Q");
		const dialog = await newCustomer(page);
		await fill(dialog, { "First Name": "Ann", "Last Name": word });
		await press(dialog, "Save and Continue");
		await see(success(page));
		assert.ok(await isGreen(success(page)));
		await see(page.getByRole("heading", { name: "Customer Search", level: 1 }));
		assert.equal(await popUp(page).count(), 0);
		assert.match(await rowOf(page, word).innerText(), /Ann/);
		await page.reload();
		await see(rowOf(page, word));
		await until(async () => assert.equal(await success(page).count(), 0, "Success is told once"));
	});

test("1.2: a row that was added can be taken away again, and its type is offered again", async (t) => {
	const page = await at(t);
	const dialog = await newCustomer(page), phones = card(dialog, "Phone Numbers");
	await addRows(dialog, "Phone Numbers", "Add phone number", PHONES.slice(0, 2));
	await press(phones, "Remove Cell phone number");
	assert.deepEqual(await rows(phones), [{ ...PHONES[0], primary: true }]);
	assert.ok((await offered(field(phones, "Type"))).includes("Cell"));
});

test("3.1: Cancel closes the pop-up without saving, after asking when something was typed", async (t) => {
	const page = await at(t), word = unique("Q");
	await fill(await newCustomer(page), { "Last Name": word });
	page.once("dialog", (question) => question.dismiss());
	await press(popUp(page), "Cancel");
	assert.equal(await field(popUp(page), "Last Name").inputValue(), word, "still there");
	page.once("dialog", (question) => question.accept());
	await press(popUp(page), "Cancel");
	await until(async () => assert.equal(await popUp(page).count(), 0));
	assert.equal(await rowOf(page, word).count(), 0);
});
