// The question before words are left behind: of every form that changes something, and only when something differs.
import assert from "node:assert/strict";
import { test } from "node:test";
import { addCustomer, at, button, card, field, fill, newCustomer, popUp, press, rowOf, see, until } from "./desk.mjs";
import { adding, firm, found, individual, on, openAdd, openNew, openOne, row, search } from "./connect_desk.mjs";

// What is asked while ACT leaves, until LEFT is true; the answer is to stay.
async function asked(page, act, left) {
	const heard = [];
	const hear = (question) => {
		heard.push(question.type());
		return question.dismiss();
	};
	page.on("dialog", hear);
	await act();
	await until(async () => assert.ok(heard.length || await left()));
	page.off("dialog", hear);
	return heard;
}

const away = (page) => asked(page, () => button(page, "Upcard, start page").click({ noWaitAfter: true }), () => /\/customers$/.test(page.url()));

async function primaryContact(page, name) {
	const dialog = await openOne(page, name);
	await dialog.getByRole("checkbox", { name: "Primary Contact" }).click();
	await press(dialog, "Close");
	await until(async () => assert.equal(await dialog.count(), 0));
}

// A form that changes something: where it is, what changes it and what undoes that.
const typed = (find, before) => ({ change: (page) => find(page).fill("Typed"), undo: (page) => find(page).fill(before) });
const FORMS = {
	Details: async (page) => ({ place: `/customer/${(await addCustomer(page)).id}/details`, ...typed((on) => field(on, "Middle Name"), "") }),
	Connections: async () => {
		const { id, contacts: [ann] } = await firm(1);
		return { place: `/connections/${id}`, ...typed((on) => field(on, `Title of ${ann.name}`), "Title 0") };
	},
	"Connections with a pending Primary Contact": async () => {
		const { id, contacts: [, bob] } = await firm(2), change = (page) => primaryContact(page, bob.name);
		return { place: `/connections/${id}`, change, undo: change };
	},
	Setup: async (page) => {
		const addresses = (on) => field(on, "Placeholder Addresses");
		await page.goto("/setup");
		return { place: "/setup", ...typed(addresses, await addresses(page).inputValue()) };
	},
	"Preferences of My Account": async () => ({ place: "/session/account", change: (page) => field(page, "No").check(),
		undo: (page) => field(page, "Yes").check() }),
	"Password of My Account": async () => ({ place: "/session/account", ...typed((on) => field(on, "New Password"), "") }),
};

for (const [name, prepare] of Object.entries(FORMS))
	test(`3: ${name}: nothing is asked before something differs, nor when it is as before again`, async (t) => {
		const page = await at(t), { place, change, undo } = await prepare(page);
		await page.goto(place);
		assert.deepEqual(await away(page), [], "nothing was typed");
		await page.goto(place);
		await change(page);
		assert.deepEqual(await away(page), ["beforeunload"]);
		await undo(page);
		assert.deepEqual(await away(page), [], "as it was");
	});

test("3: a choice of Primary Contact looks pending in the list and in its pop-up until it is saved", async (t) => {
	const { id, contacts: [ann, bob] } = await firm(2), page = await on(t, id, "connections");
	const dialog = await openOne(page, bob.name);
	await dialog.getByRole("checkbox", { name: "Primary Contact" }).check();
	await see(dialog.getByRole("status").filter({ hasText: "Not saved yet" }));
	await press(dialog, "Close");
	await see(row(page, bob.name).getByText("Yes, not saved yet", { exact: true }));
	await see(row(page, ann.name).getByText("No, not saved yet", { exact: true }));
	await press(page, "Save");
	await see(row(page, bob.name).getByText("Yes", { exact: true }));
	assert.equal(await page.getByText("not saved yet").filter({ visible: true }).count(), 0);
});

// ---------------------------------------------------------------- pop-ups

const step1 = async (t) => {
	const page = await on(t, (await individual()).id);
	return { page, dialog: await openAdd(page), change: (on) => fill(on, { Title: "Neighbor" }), is: (on) => field(on, "Title") };
};
const POP_UPS = {
	"New Customer": async (t) => {
		const page = await at(t), dialog = await newCustomer(page);
		return { page, dialog, change: (on) => fill(on, { "Last Name": "Neighbor" }), is: (on) => field(on, "Last Name") };
	},
	"Add Connection": step1,
	"Add Connection, new customer": async (t) => {
		const page = await on(t, (await individual()).id), dialog = await openNew(page);
		return { page, dialog, change: (on) => fill(on, { Title: "Neighbor" }), is: (on) => field(on, "Title") };
	},
};
const WAYS = { Escape: (page) => page.keyboard.press("Escape"), Close: (page, dialog) => button(dialog, "Close").click(),
	Cancel: (page, dialog) => button(dialog, "Cancel").click() };

for (const [name, open] of Object.entries(POP_UPS))
	for (const [way, leave] of Object.entries(WAYS))
		test(`3: ${name}, ${way}: asks when something differs, stays when told so, and not otherwise`, async (t) => {
			const { page, dialog, change, is } = await open(t), gone = async () => await dialog.count() === 0;
			await change(dialog);
			assert.deepEqual(await asked(page, () => leave(page, dialog), gone), ["confirm"]);
			assert.equal(await is(dialog).inputValue(), "Neighbor");
			await is(dialog).fill("");
			assert.deepEqual(await asked(page, () => leave(page, dialog), gone), []);
		});

test("3: a pop-up stays after ESC however often it is pressed, as long as the answer is to stay", async (t) => {
	const page = await at(t), dialog = await newCustomer(page), heard = [];
	await page.keyboard.type("Ann");
	page.on("dialog", (question) => {
		heard.push(question.type());
		return question.dismiss();
	});
	for (let times = 1; times <= 4; times++) {
		await page.keyboard.press("Escape");
		await until(() => assert.equal(heard.length, times));
	}
	assert.ok(await dialog.isVisible());
	assert.equal(await field(dialog, "First Name").inputValue(), "Ann");
});

test("3: Back and links ask for a pop-up too", async (t) => {
	const page = await at(t), dialog = await newCustomer(page);
	await page.goto("/session/account");
	await page.goto("/customers");
	await newCustomer(page);
	await fill(dialog, { "Last Name": "Neighbor" });
	await dialog.getByRole("heading", { name: "New Customer" }).click();
	const left = () => /account/.test(page.url());
	assert.deepEqual(await asked(page, () => page.evaluate(() => history.back()), left), ["beforeunload"]);
	assert.equal(await field(dialog, "Last Name").inputValue(), "Neighbor");
});

test("3: Back to search asks when the second step differs, and what the first step chose is not forgotten", async (t) => {
	const page = await on(t, (await individual()).id), dialog = await openAdd(page);
	const searching = async () => await field(adding(page), "Search").count() > 0;
	await search(page, "Zzyzx Zzyzx");
	await fill(dialog, { "Relationship Type": "Friend" });
	await press(dialog, "Create New Customer");
	await see(field(dialog, "First Name"));
	assert.deepEqual(await asked(page, () => button(dialog, "Back to search").click(), searching), ["confirm"], "Friend was chosen");
	await fill(dialog, { "First Name": "Zoe" });
	assert.deepEqual(await asked(page, () => button(dialog, "Back to search").click(), searching), ["confirm"]);
	assert.equal(await field(dialog, "First Name").inputValue(), "Zoe");
	page.once("dialog", (question) => question.accept());
	await press(dialog, "Back to search");
	await see(field(adding(page), "Search"));
});

test("3: what only asks is left without a word: the search of Add Connection, and that of the desk", async (t) => {
	const bob = await individual(), page = await on(t, (await individual()).id), dialog = await openAdd(page);
	await search(page, bob.last);
	await see(found(page, bob.last));
	await field(dialog, "Search").fill("else");
	await page.keyboard.press("Escape"); // empties the field, as in every search field
	assert.deepEqual(await asked(page, () => page.keyboard.press("Escape"), async () => await dialog.count() === 0), []);
	await page.getByRole("searchbox", { name: "Find a customer" }).fill("typed");
	assert.deepEqual(await away(page), []);
});

test("3: a tick in Add Connection asks", async (t) => {
	const bob = await individual(), page = await on(t, (await individual()).id), dialog = await openAdd(page);
	await search(page, bob.last);
	await found(page, bob.last).getByRole("checkbox").check();
	assert.deepEqual(await asked(page, () => button(dialog, "Cancel").click(), async () => await dialog.count() === 0), ["confirm"]);
});

test("3: an empty row that was added asks nothing, one that was taken away does", async (t) => {
	const page = await at(t), { id } = await addCustomer(page, {}, { phones: [{ "Phone Number": "(614) 555-0142" }] });
	await page.goto(`/customer/${id}/details`);
	await press(page, "Add phone number");
	assert.deepEqual(await away(page), []);
	await page.goto(`/customer/${id}/details`);
	await button(card(page, "Phone Numbers"), "Remove Home phone number").click();
	assert.deepEqual(await away(page), ["beforeunload"]);
});

test("3: an SSN that is shown asks nothing, one that is typed over it does", async (t) => {
	const page = await at(t), { id } = await addCustomer(page, { SSN: "219-45-8763" });
	for (const expected of [[], ["beforeunload"]]) {
		await page.goto(`/customer/${id}/details`);
		await page.getByRole("button", { name: "SSN" }).click();
		await see(page.getByRole("timer"));
		if (expected.length)
			await page.getByRole("textbox", { name: "SSN" }).fill("219-45-1111");
		assert.deepEqual(await away(page), expected);
	}
});

test("3: a pop-up that arrives late takes no typed words away", async (t) => {
	const page = await at(t), { "Last Name": last } = await addCustomer(page);
	let arrive;
	const wait = new Promise((resolve) => { arrive = resolve; });
	await page.goto("/customers");
	await page.route("**/look", (route) => wait.then(() => route.continue()));
	const asking = page.waitForRequest("**/look");
	await rowOf(page, last).getByRole("cell").nth(2).click();
	await asking;
	await fill(await newCustomer(page), { "First Name": "Zoe" });
	const answered = page.waitForResponse("**/look");
	arrive();
	await (await answered).finished();
	await page.evaluate(() => new Promise((done) => setTimeout(done, 100)));
	assert.equal(await field(popUp(page), "First Name").inputValue(), "Zoe");
});
