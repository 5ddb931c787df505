// Connections for browser tests: people made by the forms without a window, and the pop-ups by their names.
import assert from "node:assert/strict";
import * as over from "../web/connect_desk.mjs";
import { signedIn } from "../web/desk.mjs";
import { at, button, field, leaveSocial, popUp, press, see, until, unique } from "./desk.mjs";

let client;
const desk = async () => client ??= await signedIn("Manager");

// A new individual { id, last, name } or business { id, name }, with the words TYPED into their forms.
export async function individual(typed = {}) {
	const last = unique("Q");
	return { id: (await over.individual(await desk(), { first_name: "Ann", last_name: last, ...typed })).id, last, name: `Ann ${last}` };
}

export async function business(typed = {}) {
	const name = unique("B");
	return { id: await over.business(await desk(), { business_name: name, ...typed }), name };
}

export async function connected(id, other, how = {}) {
	const answer = await over.connect(await desk(), id, other, how);
	assert.equal(answer.status, 303);
}

// A business with COUNT contacts, the first of them primary.
export async function firm(count) {
	const made = await business(), contacts = [];
	for (let i = 0; i < count; i++) {
		contacts.push(await individual());
		await connected(made.id, contacts[i].id, { title: `Title ${i}` });
	}
	return { ...made, contacts };
}

export { idOf, others, primaries, stored } from "../web/connect_desk.mjs";

// A window on a screen of customer ID: "overview", "details" or "connections".
export async function on(t, id, screen = "overview", options = {}, role = "Manager") {
	const page = await at(t, role, options, screen === "connections" ? `/connections/${id}` : `/customer/${id}/${screen}`);
	await leaveSocial(page);
	return page;
}

export const summary = (page) => page.getByRole("region", { name: "Customer Summary" });
export const adding = (page) => popUp(page, "Add Connection");
export const found = (page, name) => adding(page).getByRole("row").filter({ hasText: name });

export async function openAdd(page) {
	await button(summary(page), "Add Connection").click();
	await see(field(adding(page), "Search"));
	return adding(page);
}

export async function search(page, words) {
	await adding(page).getByRole("searchbox", { name: "Search" }).fill(words);
	await press(adding(page), "Search");
}

// Step 2, reached by a search in vain.
export async function openNew(page, words = unique("Z")) {
	await openAdd(page);
	await search(page, words);
	await press(adding(page), "Create New Customer");
	await see(adding(page).getByRole("group", { name: "Same Contact Information" }));
	return adding(page);
}

export async function close(page, id) {
	await button(adding(page), "Save and Close").click();
	await page.waitForURL(new RegExp(`/customer/${id}/overview`));
	await see(summary(page));
}

// Whether ONE is where the keyboard is.
export const hasFocus = (one, why) => until(async () =>
	assert.ok(await one.evaluate((element) => element === document.activeElement), why));

// The row of NAME on the Connections screen, and its cell under Primary.
export const row = (page, name) => page.getByRole("table", { name: "Connections" }).getByRole("row").filter({ hasText: name });
export const yes = (page, name) => row(page, name).getByRole("cell").last().innerText().then((text) => text.trim());

export async function openOne(page, name) {
	await row(page, name).getByRole("link", { name, exact: true }).click();
	await see(popUp(page, name));
	return popUp(page, name);
}
