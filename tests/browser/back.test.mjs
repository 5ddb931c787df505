// Back after a save, with the back/forward cache: the page comes back as it was left, with the words that were saved.
import assert from "node:assert/strict";
import { test } from "node:test";
import "./whole_browser.mjs";
import { addCustomer, at, button, field, fill, popUp, press, see, sql, success, unique, until } from "./desk.mjs";
import { connected, individual, on, stored } from "./connect_desk.mjs";

// Back: the browser has kept the page, so what was typed into ONE is still there. Playwright sees no page load in that.
async function back(page, one, typed) {
	await page.goBack({ waitUntil: "commit" });
	await see(one);
	assert.equal(await one.inputValue(), typed);
}

const save = (scope, name = "Save") => button(scope, name).click();
const middle = (id) => sql(`SELECT middle_name FROM customer WHERE id = ${id}`);

test("1: Details saved, Back, changed, saved again: what is stored since is asked about, and the second words are not lost", async (t) => {
	const page = await at(t), { id } = await addCustomer(page), name = field(page, "Middle Name");
	await page.goto(`/customer/${id}/details`);
	await name.fill("Anna");
	await press(page, "Save");
	await see(success(page));
	await back(page, name, "Anna");
	await name.fill("Berta");
	await save(page);
	await see(page.getByRole("alert").filter({ hasText: "Middle Name: choose which counts" }));
	assert.equal(await name.inputValue(), "Berta");
	await page.getByRole("radio", { name: /^yours: Berta/ }).check();
	await save(page);
	await see(success(page));
	assert.equal(middle(id), "Berta");
});

test("2: Connections saved, Back, changed, saved again: the same", async (t) => {
	const [ann, bob] = [await individual(), await individual()];
	await connected(ann.id, bob.id, { title: "Friend" });
	const page = await on(t, ann.id, "connections"), title = field(page, `Title of ${bob.name}`);
	await title.fill("Spouse");
	await press(page, "Save");
	await see(success(page));
	await back(page, title, "Spouse");
	await title.fill("Ex-wife");
	await save(page);
	await see(page.getByText(/changed this to .*Spouse/));
	assert.equal(await title.inputValue(), "Ex-wife");
	await save(page);
	await see(success(page));
	assert.equal(stored(ann.id)[0][2], "Ex-wife");
});

// New Customer as a page of its own, saved, and Back in it.
async function savedAndBack(t) {
	const page = await at(t, "Manager", {}, "/customers/new"), last = unique("Q");
	await fill(popUp(page), { "First Name": "Ann", "Last Name": last, "Phone Number": "(614) 555-0142" });
	await press(popUp(page), "Save and View Customer");
	await page.waitForURL(/\/customer\/\d+\/overview/);
	await back(page, field(popUp(page), "Last Name"), last);
	return { page, last };
}

test("New Customer saved, Back, changed, Save says that it was saved already, and saves the change to that customer", async (t) => {
	const { page, last } = await savedAndBack(t);
	await fill(popUp(page), { "Phone Number": "(614) 555-0177" });
	await save(popUp(page), "Save and View Customer");
	await see(popUp(page).getByRole("alert").filter({ hasText: "This was saved already" }));
	assert.equal(await field(popUp(page), "Phone Number").inputValue(), "(614) 555-0177");
	await popUp(page).getByRole("button", { name: /^Save what you changed to \d+$/ }).click();
	await see(success(page));
	assert.equal(sql(`SELECT COUNT(*), MIN(primary_phone) FROM customer WHERE last_name = '${last}'`), "1\t6145550177");
});

test("Back to what was saved asks nothing when it is left again, but does when something was changed", async (t) => {
	const { page } = await savedAndBack(t), questions = [];
	page.on("dialog", (question) => {
		questions.push(question.message());
		return question.dismiss();
	});
	await fill(popUp(page), { "First Name": "Anna" });
	await save(popUp(page), "Cancel");
	await until(() => assert.equal(questions.length, 1));
	await fill(popUp(page), { "First Name": "Ann" });
	await save(popUp(page), "Cancel");
	await until(() => assert.match(page.url(), /\/customers$/));
	assert.equal(questions.length, 1);
});
