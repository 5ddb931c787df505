// A customer's record: what was entered is on Details, can be changed there, and the record can be set inactive.
import assert from "node:assert/strict";
import { test } from "node:test";
import { addCustomer, addRows, at, button, card, choosePrivacy, chosen, field, fill, isGreen, newCustomer,
	press, rowOf, rows, saveAndView, see, success, unique, until } from "./desk.mjs";

const ADDRESSES = [{ Type: "Mailing", Address: "12 Ash Ave, Apt 4", City: "Columbus", State: "OH", ZIP: "43206-1234" },
	{ Type: "Work", Address: "9 Mill Rd", City: "Dayton", State: "OH", ZIP: "45402" }];
const PHONES = [{ Type: "Cell", "Phone Number": "(614) 555-0142" }, { Type: "Fax", "Phone Number": "(614) 555-0143" }];
const EMAILS = [{ Type: "Work", "Email Address": "maria@work.example" },
	{ Type: "Personal", "Email Address": "maria@home.example" }];
const BASICS = { "Middle Name": "Elena", Suffix: "Jr.", Gender: "Nonbinary", "Date of Birth": "3/9/1984",
	"Marital Status": "Widowed", "Preferred Contact": "Text" };
const PRIVACY = ["No Email", "No Phone Calls"];

// Everything the pop-up asks for, with the second e-mail as the primary one.
async function addEverything(page) {
	const names = { "First Name": "Maria", "Last Name": unique("Q") };
	const dialog = await newCustomer(page);
	await fill(dialog, { ...names, ...BASICS, SSN: "219099999" });
	await choosePrivacy(dialog, ...PRIVACY);
	await addRows(dialog, "Address", "Add address", ADDRESSES);
	await addRows(dialog, "Phone Numbers", "Add phone number", PHONES);
	await addRows(dialog, "Email Addresses", "Add email address", EMAILS);
	await dialog.getByText("Select Primary", { exact: true }).click();
	await dialog.getByText("Email", { exact: true }).filter({ visible: true }).last().hover();
	await dialog.getByText("Personal, maria@home.example").click();
	return { ...names, ...await saveAndView(page) };
}

async function openDetails(page, id) {
	await page.goto(`/customer/${id}/details`);
	await see(page.getByRole("heading", { name: "Basic Information" }));
}

async function save(page) {
	await press(page, "Save");
	await see(success(page));
	assert.ok(await isGreen(success(page)));
}

const value = async (scope, name) => {
	const one = field(scope, name);
	return await one.evaluate((it) => it.tagName === "SELECT") ? chosen(one) : one.inputValue();
};

async function isEverything(page, names, id) {
	const all = { ...names, ...BASICS, "Customer Number": id, "Customer Type": "Individual" };
	for (const [name, text] of Object.entries(all))
		assert.equal(await value(page, name), text, name);
	await see(page.getByRole("group", { name: "Customer Privacy" }).getByText(PRIVACY.join(", "), { exact: true }));
	const seen = async (title) => (await rows(card(page, title))).sort((a, b) => a.Type.localeCompare(b.Type));
	const primaries = (list, type) => list.map((row) => ({ ...row, primary: row.Type === type }))
		.sort((a, b) => a.Type.localeCompare(b.Type));
	assert.deepEqual(await seen("Address"), primaries(ADDRESSES, "Mailing"));
	assert.deepEqual(await seen("Phone Numbers"), primaries(PHONES, "Cell"));
	assert.deepEqual(await seen("Email Addresses"), primaries(EMAILS, "Personal"));
}

test("56, 57: Details, on the bar below the Summary, shows every value entered with types, primaries, privacy, contact",
	async (t) => {
		const page = await at(t);
		const { id, ...names } = await addEverything(page);
		const summary = await card(page, "Customer Summary").boundingBox(), link = button(page, "Details");
		assert.ok((await link.boundingBox()).y >= summary.y + summary.height, "below");
		await link.click();
		await see(page.getByRole("heading", { name: "Basic Information" }));
		await isEverything(page, names, id);
		assert.match(await field(page, "SSN").innerText(), /9999/);
		await save(page);
		await isEverything(page, names, id);
	});

test("94: Basic Information can be changed: Save shows a green Success and the new values", async (t) => {
	const page = await at(t), word = unique("Q");
	const { id } = await addCustomer(page, { Suffix: "Sr." });
	await openDetails(page, id);
	const changed = { "First Name": "Anne", "Last Name": word, Suffix: "", Gender: "Female",
		"Date of Birth": "12/31/1990",
		"Marital Status": "Single", "Preferred Contact": "Mail" };
	await fill(page, changed);
	await choosePrivacy(page, "No Email");
	await save(page);
	for (const [name, text] of Object.entries(changed))
		assert.equal(await value(page, name), text, name);
	await see(page.getByRole("heading", { name: `Anne ${word}`, level: 1 }));
	await see(card(page, "Customer Summary").getByText("No Email"));
	await page.goto("/customers");
	await see(rowOf(page, word));
});

for (const [title, plus, before, after] of [["Phone Numbers", "Add phone number", PHONES, { "Phone Number": "(937) 555-0177" }]])
	test(`94: ${title}: a row can be changed, added and removed`, async (t) => {
		const page = await at(t), box = () => card(page, title);
		const { id } = await addCustomer(page);
		await openDetails(page, id);
		await addRows(page, title, plus, before);
		await save(page);
		assert.deepEqual(await rows(box()), before.map((row, nth) => ({ ...row, primary: nth === 0 })));
		await fill(box(), after);
		await save(page);
		assert.deepEqual((await rows(box()))[0], { ...before[0], ...after, primary: true });
		await box().getByRole("button", { name: new RegExp(`^Remove ${before[1].Type}`) }).click();
		await save(page);
		assert.deepEqual(await rows(box()), [{ ...before[0], ...after, primary: true }]);
		await box().getByRole("button", { name: /^Remove/ }).click();
		await save(page);
		assert.equal((await rows(box()))[0][Object.keys(after)[0]], "", "an empty row to type into");
	});

test("7: leaving Details with unsaved changes warns; staying keeps what was typed", async (t) => {
	const page = await at(t);
	const { id } = await addCustomer(page);
	await openDetails(page, id);
	const asked = [];
	let leave = false;
	page.on("dialog", (question) => {
		asked.push(question.type());
		return leave ? question.accept() : question.dismiss();
	});
	await button(page, "Overview").click();
	await page.waitForURL(/overview/);
	assert.deepEqual(asked, [], "nothing was changed");
	await openDetails(page, id);
	await field(page, "First Name").press("End");
	await page.keyboard.type("x");
	await button(page, "Overview").click({ noWaitAfter: true });
	await until(async () => assert.deepEqual(asked, ["beforeunload"]));
	assert.equal(await value(page, "First Name"), "Annx");
	leave = true;
	await button(page, "Overview").click();
	await page.waitForURL(/overview/);
	await openDetails(page, id);
	await field(page, "First Name").fill("Annie");
	asked.length = 0;
	await press(page, "Save");
	await see(success(page));
	assert.deepEqual(asked, [], "saving does not warn");
});

test("102, 103: Set Inactive hides from search and labels Inactive; Set Active takes the label away", async (t) => {
	const page = await at(t), word = unique("Q");
	const { id } = await addCustomer(page, { "Last Name": word });
	const found = async () => {
		await page.goto("/customers");
		await page.getByRole("searchbox", { name: "Search" }).fill(word);
		await press(page, "Search");
		await page.waitForURL(/find=/);
		return rowOf(page, word).count();
	};
	const label = card(page, "Customer Summary").getByText("Inactive", { exact: true });
	assert.equal(await found(), 1);
	await page.goto(`/customer/${id}`);
	await press(page, "Set Inactive");
	await see(success(page));
	const name = await page.getByRole("heading", { level: 1 }).boundingBox(), box = await label.boundingBox();
	assert.ok(box.x >= name.x + name.width && Math.abs(box.y - name.y) < 20, "next to the name");
	await press(page, "Details");
	await see(label);
	assert.equal(await found(), 0);
	await page.goto(`/customer/${id}`);
	await press(page, "Set Active");
	await see(success(page));
	assert.equal(await label.count(), 0);
	assert.equal(await found(), 1);
});

// ---------------------------------------------------------------- somebody else saves the same record

// Both have the same record's Details open.
async function together(t) {
	const mine = await at(t), theirs = await at(t, "Salesperson");
	const { id } = await addCustomer(mine, { Suffix: "Jr." }, { phones: PHONES.slice(0, 1) });
	for (const page of [mine, theirs]) {
		await page.goto(`/customer/${id}/details`);
		await see(field(page, "Suffix"));
	}
	return { mine, theirs };
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
	assert.equal(await field(mine, "City").inputValue(), "Lima", "what only the other one changed is there");
	await see(mine.getByRole("radio", { name: /saved: III/ }));
	const note = await field(mine, "Suffix").getAttribute("aria-describedby");
	assert.match(await mine.locator(`[id="${note.trim()}"]`).innerText(), /III/, "heard at the field, too");
});
