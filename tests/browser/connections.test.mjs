// The Connections screen: the list, its pop-up, the primary contact, removing, the picture.
import assert from "node:assert/strict";
import { test } from "node:test";
import { button, field, gone, person, popUp, press, see, signIn, success, until } from "./desk.mjs";
import { business, connected, firm, hasFocus, individual, on, openOne, others, primaries, row, stored, summary,
	yes }
	from "./connect_desk.mjs";

const title = (page, name) => field(page, `Title of ${name}`);
const primary = (dialog) => dialog.getByRole("checkbox", { name: "Primary Contact" });
const picture = (page) => page.getByRole("region", { name: "Picture" });
const YES = "Yes, not saved yet", NO = "No, not saved yet";
const isYes = (page, name, word) => until(async () => assert.equal(await yes(page, name), word));

async function choosePrimary(page, name) {
	const dialog = await openOne(page, name);
	await primary(dialog).check();
	await press(dialog, "Close");
	await until(async () => assert.equal(await dialog.count(), 0));
}

test("99: ENTER in a title saves the list", async (t) => {
	const { id, contacts: [ann] } = await firm(1), page = await on(t, id, "connections");
	await title(page, ann.name).fill("Owner");
	await title(page, ann.name).press("Enter");
	await see(success(page));
	assert.equal(stored(id)[0][2], "Owner");
});

test("82, 100: Primary Contact ticked and closed with X: Yes there, No on the former one; Save makes it lasting", async (t) => {
	const { id, contacts: [ann, bob] } = await firm(2), page = await on(t, id, "connections");
	await choosePrimary(page, bob.name);
	await isYes(page, bob.name, YES);
	await isYes(page, ann.name, NO);
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
	await isYes(page, bob.name, YES);
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
	await isYes(page, joe.name, YES);
	await isYes(page, bob.name, "No");
	const dialog = await openOne(page, bob.name);
	await primary(dialog).check();
	await primary(dialog).uncheck();
	await press(dialog, "Close");
	await isYes(page, joe.name, YES);
	assert.deepEqual([await yes(page, ann.name), await yes(page, bob.name)], [NO, "No"]);
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

test("the pop-up opens after the session has ended: the sign-in appears and leads back", async (t) => {
	const { id, contacts: [ann] } = await firm(1), page = await on(t, id, "connections");
	await page.context().clearCookies();
	await row(page, ann.name).getByRole("link").click();
	await signIn(page, person());
	await see(popUp(page, ann.name));
	await press(popUp(page, ann.name), "Close");
	await see(row(page, ann.name));
});
