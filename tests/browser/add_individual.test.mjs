// Adding a person with the New Customer pop-up. Select Primary has a file of its own.
import assert from "node:assert/strict";
import { test } from "node:test";
import { addRows, at, button, card, choosePrivacy, chosen, enterCustomer, field, fill, isGreen, newCustomer, offered,
	popUp, press, rowOf, rows, saveAndView, see, success, unique, until } from "./desk.mjs";

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

const details = async (page) => {
	await press(page, "Details");
	await see(page.getByRole("heading", { name: "Basic Information" }));
	return page;
};

test("1: Customer Search shows a New Customer button in its upper-right corner", async (t) => {
	const page = await at(t);
	await isUpperRight(page.getByRole("button", { name: "New Customer", exact: true }), page.getByRole("main"));
});

test("2-4: the button opens the pop-up; its first card is New Customer, and Customer Type starts on Individual",
	async (t) => {
		const dialog = await newCustomer(await at(t));
		const titles = await dialog.getByRole("heading").allInnerTexts();
		assert.deepEqual(titles, ["New Customer", "Address", "Phone Numbers", "Email Addresses"]);
		const type = dialog.getByRole("group", { name: "Customer Type", exact: true });
		assert.ok(await type.getByRole("radio", { name: "Individual", exact: true }).isChecked());
		assert.equal(await type.getByRole("radio", { name: "Business", exact: true }).isChecked(), false);
	});

test("3: the New Customer card is a region of that name and holds the fields that are not in another card", async (t) => {
	const own = card(await newCustomer(await at(t)), "New Customer");
	for (const name of ["Customer Privacy", "Preferred Contact", "First Name", "Last Name", "Gender", "Date of Birth",
		"Marital Status", "SSN"])
		await see(field(own, name));
	await see(own.getByRole("group", { name: "Customer Type", exact: true }));
	assert.equal(await own.getByRole("region").count(), 0, "the other cards follow it");
});

test("5: First Name and Last Name are marked as required, nothing else is", async (t) => {
	const dialog = await newCustomer(await at(t));
	const marked = await dialog.locator("input, select").evaluateAll((all) => all
		.filter((one) => one.required && one.checkVisibility()).map((one) => one.labels[0].textContent.trim()));
	assert.deepEqual(marked, ["First Name", "Last Name"]);
	assert.equal(await dialog.getByText("required", { exact: true }).filter({ visible: true }).count(), 2);
});

for (const [line, missing, other] of [[6, "First Name", "Last Name"], [7, "Last Name", "First Name"]])
	for (const save of ["Save and View Customer", "Save and Continue"])
		test(`${line}: ${save} with ${missing} empty is refused at the field, and what was typed stays`, async (t) => {
			const page = await at(t), word = unique("Q");
			const dialog = await newCustomer(page);
			await fill(dialog, { [other]: word });
			await press(dialog, save);
			const alert = dialog.getByRole("alert");
			await see(alert);
			assert.match(await alert.innerText(), new RegExp(`Not saved yet[^]*${missing.toLowerCase()}`));
			assert.equal(await field(dialog, missing).getAttribute("aria-invalid"), "true");
			assert.equal(await field(dialog, other).inputValue(), word);
			await alert.getByRole("link").click();
			assert.ok(await field(dialog, missing).evaluate((one) => one === document.activeElement),
				"the message leads to the field");
			await page.goto("/customers");
			assert.equal(await rowOf(page, word).count(), 0);
		});

test("8: First and Last Name alone are enough; 41, 42: Save and View opens the Overview with a number", async (t) => {
	const page = await at(t);
	const { id, "Last Name": last } = await enterCustomer(page);
	await see(page.getByRole("heading", { name: `Ann ${last}`, level: 1 }));
	assert.equal(await button(page, "Overview").getAttribute("aria-current"), "page");
	assert.match(await page.getByRole("main").innerText(), new RegExp(`Customer Number\\s+${id}`));
});

test("9-12: Gender, Date of Birth, Marital Status and SSN can be entered", async (t) => {
	const page = await at(t);
	const entered = { Gender: "Female", "Date of Birth": "1984-03-09", "Marital Status": "Married" };
	await enterCustomer(page, { ...entered, SSN: "219-09-9999" });
	await details(page);
	assert.equal(await chosen(field(page, "Gender")), "Female");
	assert.equal(await field(page, "Date of Birth").inputValue(), "1984-03-09");
	assert.equal(await chosen(field(page, "Marital Status")), "Married");
	assert.match(await field(page, "SSN").innerText(), /9999/);
});

test("a date of birth that is no day is never left out in silence: it is named at the field and nothing is saved", async (t) => {
	const page = await at(t), last = unique("Q");
	const dialog = await newCustomer(page), born = field(dialog, "Date of Birth");
	await fill(dialog, { "First Name": "Ann", "Last Name": last });
	await born.focus();
	await page.keyboard.type("02311984");
	await press(dialog, "Save and Continue");
	await see(dialog.getByText(/Check the date of birth/));
	assert.equal(await born.getAttribute("aria-invalid"), "true");
	assert.ok(await born.evaluate((one) => one === document.activeElement));
	assert.match(await born.evaluate((one) => document.getElementById(one.getAttribute("aria-describedby")).innerText),
		/Check the date of birth/);
	await born.fill("1984-02-28");
	assert.equal(await dialog.getByText(/Check the date of birth/).count(), 0);
	await press(dialog, "Save and Continue");
	await see(success(page));
	await see(rowOf(page, last));
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

for (const [lines, title, plus, first, types, list] of [
	["18-22", "Address", "Add address", "Physical", ["Garage", "Mailing", "Physical", "Previous", "Work"], ADDRESSES],
	["23-27", "Phone Numbers", "Add phone number", "Home", ["Cell", "Fax", "Home", "Work"], PHONES],
	["28-32", "Email Addresses", "Add email address", "Personal", ["Personal", "Work"], EMAILS],
]) {
	test(`${lines}: ${title} starts on ${first}, offers exactly its types and has a + in its upper-right`, async (t) => {
		const dialog = await newCustomer(await at(t));
		const box = card(dialog, title), type = field(box, "Type");
		assert.equal(await chosen(type), first);
		assert.deepEqual(await offered(type), types);
		await isUpperRight(button(box, plus), box);
	});

	test(`${lines}: ${title} takes ${types.length}, one a type, and no more; the first entered is primary`, async (t) => {
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
}

test("22: a first row left empty does not keep the first address entered from being primary", async (t) => {
	const page = await at(t);
	const dialog = await newCustomer(page);
	await fill(dialog, { "First Name": "Ann", "Last Name": unique("Q") });
	await press(dialog, "Add address");
	await fill(card(dialog, "Address"), { Address: "9 Oak St" }, 1);
	await saveAndView(page);
	await details(page);
	assert.deepEqual((await rows(card(page, "Address"))).map((row) => [row.Address, row.primary]), [["9 Oak St", true]]);
});

test("33: Customer Privacy is a drop-down at the top of the card with No Email, No Mail, No Phone Calls", async (t) => {
	const dialog = await newCustomer(await at(t));
	const group = dialog.getByRole("group", { name: "Customer Privacy", exact: true });
	assert.equal(await group.getByRole("checkbox").filter({ visible: true }).count(), 0);
	await group.getByText("No restrictions").click();
	assert.deepEqual((await group.locator("label").allInnerTexts()).map((text) => text.trim()),
		["No Email", "No Mail", "No Phone Calls"]);
	const top = (await group.boundingBox()).y;
	assert.ok(top < (await field(dialog, "First Name").boundingBox()).y, "above the names");
});

for (const names of [["No Mail"], ["No Email", "No Phone Calls"], ["No Email", "No Mail", "No Phone Calls"]])
	test(`34: ${names.join(" and ")} can be set together and are seen on the record`, async (t) => {
		const page = await at(t);
		const dialog = await newCustomer(page);
		await fill(dialog, { "First Name": "Ann", "Last Name": unique("Q") });
		await choosePrivacy(dialog, ...names);
		await see(dialog.getByText(names.join(", "), { exact: true }));
		await saveAndView(page);
		const summary = card(page, "Customer Summary");
		for (const name of ["No Email", "No Mail", "No Phone Calls"])
			assert.equal(await summary.getByText(name, { exact: true }).count(), names.includes(name) ? 1 : 0, name);
	});

test("35: without a selection the customer has no restrictions", async (t) => {
	const page = await at(t);
	await enterCustomer(page);
	assert.doesNotMatch(await card(page, "Customer Summary").innerText(), /No (Email|Mail|Phone)/);
	await details(page);
	await see(page.getByRole("group", { name: "Customer Privacy", exact: true }).getByText("No restrictions"));
});

test("36: Select Primary is at the top-right of the New Customer card", async (t) => {
	const dialog = await newCustomer(await at(t));
	await isUpperRight(dialog.getByText("Select Primary", { exact: true }), dialog);
});

test("40: Preferred Contact at the top of the card offers Email, Mail, Phone, Text and starts blank", async (t) => {
	const dialog = await newCustomer(await at(t));
	const choice = field(dialog, "Preferred Contact");
	assert.deepEqual(await offered(choice), ["", "Email", "Mail", "Phone", "Text"]);
	assert.equal(await chosen(choice), "");
	assert.ok((await choice.boundingBox()).y < (await field(dialog, "First Name").boundingBox()).y);
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
