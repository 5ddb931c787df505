// The Connections screen: the list, its pop-up, the primary contact, removing, the picture.
import assert from "node:assert/strict";
import { test } from "node:test";
import { button, chosen, field, gone, person, popUp, press, see, signIn, sql, success, until } from "./desk.mjs";
import { business, connected, firm, hasFocus, individual, on, openOne, others, primaries, row, stored, summary, yes }
	from "./connect_desk.mjs";

const type = (page, name) => field(page, `Relationship Type of ${name}`);
const title = (page, name) => field(page, `Title of ${name}`);
const primary = (dialog) => dialog.getByRole("checkbox", { name: "Primary Contact" });
const picture = (page) => page.getByRole("region", { name: "Picture" });
const isYes = (page, name, word) => until(async () => assert.equal(await yes(page, name), word));

async function choosePrimary(page, name) {
	const dialog = await openOne(page, name);
	await primary(dialog).check();
	await press(dialog, "Close");
	await until(async () => assert.equal(await dialog.count(), 0));
}

test("61, 98: the list shows name, type and title, and Primary Yes or No on a business", async (t) => {
	const { id, contacts: [ann, bob] } = await firm(2), page = await on(t, id);
	await press(page, "Connections");
	await see(row(page, ann.name));
	assert.deepEqual(await page.getByRole("columnheader").allInnerTexts().then((all) => all.filter((one) => one !== "Number")),
		["Name", "Relationship Type", "Title", "Primary"]);
	assert.equal(await chosen(type(page, bob.name)), "Employee");
	assert.equal(await title(page, bob.name).inputValue(), "Title 1");
	assert.deepEqual([await yes(page, ann.name), await yes(page, bob.name)], ["Yes", "No"]);
});

test("83, 98: an individual's list has no Primary column, and the pop-up no Primary Contact", async (t) => {
	const [ann, bob] = [await individual(), await individual()];
	await connected(ann.id, bob.id);
	const page = await on(t, ann.id, "connections");
	assert.equal(await page.getByRole("columnheader", { name: "Primary" }).count(), 0);
	const dialog = await openOne(page, bob.name);
	assert.equal(await primary(dialog).count(), 0);
	assert.doesNotMatch(await page.getByRole("main").innerText(), /Primary/);
});

test("99: type and title are edited in place, kept after Save, and the same on the other record", async (t) => {
	const [ann, bob] = [await individual(), await individual()];
	await connected(ann.id, bob.id);
	const page = await on(t, ann.id, "connections");
	await type(page, bob.name).selectOption("Other");
	await title(page, bob.name).fill("Godfather");
	await press(page, "Save");
	await see(success(page));
	assert.equal(await chosen(type(page, bob.name)), "Other");
	assert.equal(await title(page, bob.name).inputValue(), "Godfather");
	await page.goto(`/connections/${bob.id}`);
	assert.equal(await chosen(type(page, ann.name)), "Other");
	assert.equal(await title(page, ann.name).inputValue(), "Godfather");
});

test("99: ENTER in a title saves the list", async (t) => {
	const { id, contacts: [ann] } = await firm(1), page = await on(t, id, "connections");
	await title(page, ann.name).fill("Owner");
	await title(page, ann.name).press("Enter");
	await see(success(page));
	assert.equal(stored(id)[0][2], "Owner");
});

test("99: a title that is too long is refused at its row and every row keeps what was typed", async (t) => {
	const { id, contacts: [ann, bob] } = await firm(2), page = await on(t, id, "connections");
	await title(page, ann.name).fill("");
	await title(page, bob.name).fill("x".repeat(61));
	await type(page, ann.name).selectOption("Friend");
	await press(page, "Save");
	await see(row(page, bob.name).getByText("61"));
	assert.equal(await title(page, bob.name).getAttribute("aria-invalid"), "true");
	assert.equal(await title(page, bob.name).inputValue(), "x".repeat(61));
	assert.equal(await title(page, ann.name).inputValue(), "");
	assert.equal(await chosen(type(page, ann.name)), "Friend");
	assert.deepEqual(stored(id).map((one) => one[2]), ["Title 0", "Title 1"]);
});

test("82, 100: Primary Contact ticked and closed with X: Yes there, No on the former one; Save makes it lasting", async (t) => {
	const { id, contacts: [ann, bob] } = await firm(2), page = await on(t, id, "connections");
	await choosePrimary(page, bob.name);
	await isYes(page, bob.name, "Yes");
	await isYes(page, ann.name, "No");
	assert.deepEqual(primaries(id), [ann.id], "not stored yet");
	await press(page, "Save");
	await see(success(page));
	await isYes(page, bob.name, "Yes");
	await isYes(page, ann.name, "No");
	assert.deepEqual(primaries(id), [bob.id]);
	assert.match(await summary(page).innerText(), new RegExp(`${bob.name}\\s*Employee, Title 1\\s*Primary Contact`));
});

test("100: without Save the choice is gone with the page", async (t) => {
	const { id, contacts: [ann, bob] } = await firm(2), page = await on(t, id, "connections");
	await choosePrimary(page, bob.name);
	await isYes(page, bob.name, "Yes");
	await page.reload();
	await isYes(page, ann.name, "Yes");
	assert.deepEqual(primaries(id), [ann.id]);
});

test("100: the pop-up opened again shows the choice that is not saved yet", async (t) => {
	const { id, contacts: [, bob] } = await firm(2), page = await on(t, id, "connections");
	await choosePrimary(page, bob.name);
	const dialog = await openOne(page, bob.name);
	await until(async () => assert.ok(await primary(dialog).isChecked()));
});

// What the pop-up is in the moment it arrives: whether it is modal, and whether its Primary Contact is ticked.
const arrival = (page, id) => page.evaluate((other) => new Promise((tell) => {
	new MutationObserver(() => {
		const dialog = document.querySelector("#dialogs dialog"), box = dialog?.querySelector("[name=primary_contact]");
		if (box)
			tell({ modal: dialog.matches(":modal"), ticked: box.checked });
	}).observe(document.querySelector("#dialogs"), { childList: true });
	document.querySelector(`a[href*="/one?with=${other}&"]`).click();
}), id);

test("100: the pop-up is modal and shows that choice as soon as it is there, for who ticks fast", async (t) => {
	const { id, contacts: [, bob] } = await firm(2), page = await on(t, id, "connections");
	await choosePrimary(page, bob.name);
	assert.deepEqual(await arrival(page, bob.id), { modal: true, ticked: true });
});

test("100: the choice can be given back to the former one before Save", async (t) => {
	const { id, contacts: [ann, bob] } = await firm(2), page = await on(t, id, "connections");
	await choosePrimary(page, bob.name);
	const dialog = await openOne(page, ann.name);
	assert.ok(await primary(dialog).isEnabled(), "it is not the primary contact in this list any more");
	await primary(dialog).check();
	await press(dialog, "Close");
	await isYes(page, ann.name, "Yes");
	await isYes(page, bob.name, "No");
	await press(page, "Save");
	await see(success(page));
	assert.deepEqual(primaries(id), [ann.id]);
});

test("100: among three the last choice counts, and a tick taken away brings the former one back", async (t) => {
	const { id, contacts: [ann, bob, joe] } = await firm(3), page = await on(t, id, "connections");
	await choosePrimary(page, bob.name);
	await choosePrimary(page, joe.name);
	await isYes(page, joe.name, "Yes");
	await isYes(page, bob.name, "No");
	const dialog = await openOne(page, bob.name);
	await primary(dialog).check();
	await primary(dialog).uncheck();
	await press(dialog, "Close");
	await isYes(page, joe.name, "Yes");
	assert.deepEqual([await yes(page, ann.name), await yes(page, bob.name)], ["No", "No"]);
	await press(page, "Save");
	await see(success(page));
	assert.deepEqual(primaries(id), [joe.id]);
});

test("122: the primary contact cannot be unticked; the pop-up says how it is changed", async (t) => {
	const { id, contacts: [ann] } = await firm(2), page = await on(t, id, "connections");
	const dialog = await openOne(page, ann.name);
	assert.ok(await primary(dialog).isChecked());
	assert.ok(await primary(dialog).isDisabled());
	await see(dialog.getByText(/open the one who takes over/));
});

test("100: a choice in the pop-up keeps what is typed in the list, and both are saved together", async (t) => {
	const { id, contacts: [ann, bob] } = await firm(2), page = await on(t, id, "connections");
	await title(page, ann.name).fill("Driver");
	await choosePrimary(page, bob.name);
	assert.equal(await title(page, ann.name).inputValue(), "Driver");
	await press(page, "Save");
	await see(success(page));
	assert.equal(stored(id)[0][2], "Driver");
	assert.deepEqual(primaries(id), [bob.id]);
});

test("101, 122: Remove Connection asks first; Remove deletes at once on both records and keeps what is typed in other rows", async (t) => {
	const { id, contacts: [ann, bob, joe] } = await firm(3), page = await on(t, id, "connections");
	await title(page, joe.name).fill("Typed");
	const dialog = await openOne(page, ann.name);
	assert.equal(await button(dialog, "Remove").isVisible(), false);
	await dialog.getByRole("button", { name: "Remove Connection", exact: true }).click();
	const question = dialog.getByRole("alert");
	await see(question);
	assert.match(await question.innerText(), new RegExp(`${ann.name}\\?[^]*both records`));
	assert.equal(others(id).length, 3, "nothing has happened yet");
	await press(question, "Remove");
	await see(success(page));
	assert.match(await success(page).innerText(), new RegExp(`${bob.name} is the primary contact now`));
	assert.equal(await row(page, ann.name).count(), 0);
	assert.deepEqual(others(id), [bob.id, joe.id]);
	assert.deepEqual(stored(ann.id), []);
	assert.equal(await title(page, joe.name).inputValue(), "Typed");
	assert.equal(stored(id)[1][2], "Title 2", "and that is not stored by removing");
	await isYes(page, bob.name, "Yes");
	await press(page, "Save");
	await see(success(page));
	assert.equal(stored(id)[1][2], "Typed");
});

test("101: who does not confirm removes nothing", async (t) => {
	const { id, contacts: [ann] } = await firm(1), page = await on(t, id, "connections");
	const dialog = await openOne(page, ann.name);
	await dialog.getByRole("button", { name: "Remove Connection", exact: true }).click();
	await see(button(dialog, "Remove"));
	await page.keyboard.press("Escape");
	await gone(button(dialog, "Remove"));
	assert.ok(await dialog.isVisible(), "Escape takes the question back first");
	await dialog.getByRole("button", { name: "Remove Connection", exact: true }).click();
	await dialog.getByRole("alert").getByRole("button", { name: "Cancel", exact: true }).click();
	await gone(button(dialog, "Remove"));
	await page.keyboard.press("Escape");
	await until(async () => assert.equal(await dialog.count(), 0));
	assert.deepEqual(others(id), [ann.id]);
});

test("101: with the keyboard alone: open a connection, remove it", async (t) => {
	const { id, contacts: [ann, bob] } = await firm(2), page = await on(t, id, "connections");
	await row(page, bob.name).getByRole("link").focus();
	await page.keyboard.press("Enter");
	const dialog = popUp(page, bob.name);
	await see(dialog);
	for (const one of [dialog.getByRole("button", { name: "Remove Connection", exact: true }), button(dialog, "Remove")]) {
		for (let i = 0; i < 12 && !await one.evaluate((element) => element === document.activeElement); i++)
			await page.keyboard.press("Tab");
		await hasFocus(one, "TAB gets there");
		await page.keyboard.press("Enter");
	}
	await see(success(page));
	assert.deepEqual(others(id), [ann.id]);
});

test("Escape closes a connection's pop-up and the focus is back on the name", async (t) => {
	const { id, contacts: [ann] } = await firm(1), page = await on(t, id, "connections");
	const dialog = await openOne(page, ann.name);
	await page.keyboard.press("Escape");
	await until(async () => assert.equal(await dialog.count(), 0));
	await hasFocus(row(page, ann.name).getByRole("link"));
});

test("the pop-up leads to the record: View Individual and View Business", async (t) => {
	const { id, name, contacts: [ann] } = await firm(1), page = await on(t, id, "connections");
	await press(await openOne(page, ann.name), "View Individual");
	await see(page.getByRole("heading", { name: ann.name, level: 1 }));
	await press(page, "Connections");
	await press(await openOne(page, name), "View Business");
	await see(page.getByRole("heading", { name, level: 1 }));
});

test("78: both records show the connection in the card, in the list and in the picture", async (t) => {
	const [ann, bob] = [await individual(), await individual()];
	await connected(ann.id, bob.id, { title: "Twin" });
	const page = await on(t, ann.id, "connections");
	for (const [here, there] of [[ann, bob], [bob, ann]]) {
		await page.goto(`/connections/${here.id}`);
		assert.match(await summary(page).innerText(), new RegExp(`${there.name}\\s*Relative, Twin`));
		await see(row(page, there.name));
		await see(picture(page).getByRole("link", { name: there.name }));
	}
});

test("the picture shows the customer, the connections and theirs, and its links open the records", async (t) => {
	const made = await firm(2), far = await individual();
	await connected(made.contacts[0].id, far.id, { title: "Wife" });
	const page = await on(t, made.id, "connections");
	for (const { name } of [...made.contacts, far])
		await see(picture(page).getByRole("link", { name }));
	assert.equal(await picture(page).getByRole("link").count(), 3);
	for (const part of ["circle", "text"]) {
		await page.goto(`/connections/${made.id}`);
		await picture(page).getByRole("link", { name: far.name }).locator(part).click();
		await see(page.getByRole("heading", { name: far.name, level: 1 }));
	}
	await page.goto(`/connections/${made.id}`);
	await picture(page).getByRole("link", { name: far.name }).focus();
	await page.keyboard.press("Enter");
	await see(page.getByRole("heading", { name: far.name, level: 1 }));
});

test("no name runs out of the picture, however long it is", async (t) => {
	const made = await business({ business_name: `${"W".repeat(58)} & Sons` });
	for (let i = 0; i < 3; i++)
		await connected(made.id, (await individual({ first_name: "Wwwwwwwwww".repeat(3) + i })).id);
	const page = await on(t, made.id, "connections");
	const out = await picture(page).locator("svg.graph").evaluate((svg) => {
		const box = svg.getBoundingClientRect();
		return [...svg.querySelectorAll("text")].filter((text) => {
			const own = text.getBoundingClientRect();
			return own.left < box.left - 1 || own.right > box.right + 1 || own.top < box.top - 1 || own.bottom > box.bottom + 1;
		}).map((text) => text.textContent);
	});
	assert.deepEqual(out, []);
});

test("two names of the picture do not cover each other with a dozen connections of usual length", async (t) => {
	const made = await business(), names = [["Elena", "Delgado"], ["Robert", "Lindqvist"],
		["Christopher", "Hamilton"], ["Jo", "Washington"]];
	for (let i = 0; i < 12; i++)
		await connected(made.id, (await individual({ first_name: names[i % 4][0], last_name: names[i % 4][1] })).id);
	const page = await on(t, made.id, "connections");
	const covered = await picture(page).locator("svg.graph").evaluate((svg) => {
		const all = [...svg.querySelectorAll("text")].map((text) => ({ name: text.textContent, box: text.getBoundingClientRect() }));
		return all.flatMap((a, i) => all.slice(i + 1).filter((b) => a.box.left < b.box.right - 2 && b.box.left < a.box.right - 2 &&
			a.box.top < b.box.bottom - 4 && b.box.top < a.box.bottom - 4).map((b) => `${a.name} / ${b.name}`));
	});
	assert.deepEqual(covered, []);
});

test("a customer without connections is told so, with Add Connection beside it", async (t) => {
	const ann = await individual(), page = await on(t, ann.id, "connections");
	await see(page.getByRole("heading", { name: "No connections yet" }));
	assert.equal(await picture(page).count(), 0);
	assert.equal(await button(page.getByRole("main"), "Add Connection").count(), 2);
});

test("more than five connections: the card names five and leads to all", async (t) => {
	const { id } = await firm(6), page = await on(t, id);
	assert.equal(await summary(page).getByRole("listitem").filter({ hasText: "Employee" }).count(), 5);
	await summary(page).getByRole("link", { name: "all 6" }).click();
	await page.waitForURL(new RegExp(`/connections/${id}`));
});

test("an inactive customer stays in lists and picture, labelled", async (t) => {
	const { id, contacts: [ann] } = await firm(1);
	sql(`UPDATE customer SET inactive = 1 WHERE id = ${ann.id}`);
	const page = await on(t, id, "connections");
	await see(row(page, ann.name).getByText("Inactive"));
	await see(summary(page).getByText("Inactive"));
	await see(picture(page).getByRole("link", { name: `${ann.name} (Inactive)` }));
});

test("the session ends while the list is edited: it is saved after signing in again", async (t) => {
	const { id, contacts: [ann, bob] } = await firm(2), page = await on(t, id, "connections");
	await title(page, ann.name).fill("Kept");
	await choosePrimary(page, bob.name);
	await page.context().clearCookies();
	await press(page, "Save");
	await see(page.getByRole("heading", { name: /Sign in again/ }));
	await signIn(page, person());
	await see(success(page));
	assert.equal(stored(id)[0][2], "Kept");
	assert.deepEqual(primaries(id), [bob.id]);
});

test("the pop-up opens after the session has ended: the sign-in appears and leads back", async (t) => {
	const { id, contacts: [ann] } = await firm(1), page = await on(t, id, "connections");
	await page.context().clearCookies();
	await row(page, ann.name).getByRole("link").click();
	await signIn(page, person());
	await see(popUp(page, ann.name));
	await press(popUp(page, ann.name), "Close");
	await see(row(page, ann.name));
});
