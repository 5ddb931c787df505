// A customer's record: what was entered is on Details, can be changed there, and the record can be set inactive.
import assert from "node:assert/strict";
import { test } from "node:test";
import { addCustomer, addRows, at, button, card, choosePrivacy, chosen, field, fill, isGreen, newCustomer, press,
	rowOf, rows, saveAndView, see, success, unique, until } from "./desk.mjs";

const ADDRESSES = [{ Type: "Mailing", Address: "12 Ash Ave, Apt 4", City: "Columbus", State: "OH", ZIP: "43206-1234" },
	{ Type: "Work", Address: "9 Mill Rd", City: "Dayton", State: "OH", ZIP: "45402" }];
const PHONES = [{ Type: "Cell", "Phone Number": "(614) 555-0142" }, { Type: "Fax", "Phone Number": "(614) 555-0143" }];
const EMAILS = [{ Type: "Work", "Email Address": "maria@work.example" },
	{ Type: "Personal", "Email Address": "maria@home.example" }];
const BASICS = { "Middle Name": "Elena", Suffix: "Jr.", Gender: "Nonbinary", "Date of Birth": "1984-03-09",
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

test("6.1: the Summary card shows name, number, restrictions and the primary phone, e-mail and address", async (t) => {
	const page = await at(t);
	const { id, "Last Name": last } = await addEverything(page);
	for (const name of ["Overview", "Details"]) {
		await press(page, name);
		const text = await card(page, "Customer Summary").innerText();
		for (const part of [`Maria ${last} Jr.`, `Customer ${id}`, "Prefers Text", ...PRIVACY, "(614) 555-0142",
			"maria@home.example", "12 Ash Ave, Apt 4, Columbus, OH 43206-1234"])
			assert.ok(text.includes(part), `${part} in ${text}`);
		assert.equal(text.includes("219"), false);
	}
});

test("94: Basic Information can be changed: Save shows a green Success and the new values", async (t) => {
	const page = await at(t), word = unique("Q");
	const { id } = await addCustomer(page, { Suffix: "Sr." });
	await openDetails(page, id);
	const changed = { "First Name": "Anne", "Last Name": word, Suffix: "", Gender: "Female",
		"Date of Birth": "1990-12-31",
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

for (const [title, plus, before, after] of [["Address", "Add address", ADDRESSES, { City: "Lima", ZIP: "45801" }],
	["Phone Numbers", "Add phone number", PHONES, { "Phone Number": "(937) 555-0177" }],
	["Email Addresses", "Add email address", EMAILS, { "Email Address": "new@example.com" }]])
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

test("94: a wrong value is refused at its field; nothing is saved and what was typed stays", async (t) => {
	const page = await at(t);
	const { id, "Last Name": last } = await addCustomer(page);
	await openDetails(page, id);
	await fill(page, { "Last Name": "", "Phone Number": "12", "Email Address": "nobody", ZIP: "1", City: "Lima" });
	await press(page, "Save");
	const alert = page.getByRole("alert");
	await see(alert);
	assert.equal(await alert.getByRole("link").count(), 4);
	assert.ok(await alert.evaluate((one) => one === document.activeElement), "the list of mistakes has the focus");
	for (const name of ["Last Name", "Phone Number", "Email Address", "ZIP"])
		assert.equal(await field(page, name).getAttribute("aria-invalid"), "true", name);
	assert.equal(await value(page, "City"), "Lima");
	assert.equal(await value(page, "Phone Number"), "12");
	await page.goto(`/customer/${id}/details`);
	assert.equal(await value(page, "Last Name"), last);
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

test("6.4: Customer History tells who did what, newest first, without values", async (t) => {
	const page = await at(t);
	const { id } = await addCustomer(page, { Suffix: "Sr." });
	await openDetails(page, id);
	await fill(page, { Suffix: "III" });
	await save(page);
	await press(page, "Overview");
	const events = await page.getByRole("region", { name: "Customer History" }).getByRole("listitem").allInnerTexts();
	assert.equal(events.length, 2);
	assert.match(events[0], /Suffix[^]*by Terry/);
	assert.doesNotMatch(events.join(), /III|Sr\./);
});
