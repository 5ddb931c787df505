// Add Connection: both steps of the pop-up, from individuals and from businesses.
import assert from "node:assert/strict";
import { test } from "node:test";
import { button, chosen, field, fill, offered, person, press, see, signIn, sql, success, unique, until } from "./desk.mjs";
import { adding, business, close, connected, found, hasFocus, idOf, individual, on, openAdd, openNew, others,
	search, stored, summary } from "./connect_desk.mjs";

const TYPES = ["Employee", "Friend", "Relative", "Other"];
const alert = (page) => adding(page).getByRole("alert");
const toggle = (page, name) => adding(page).getByRole("group", { name: "Same Contact Information" }).getByRole("radio", { name, exact: true });

for (const screen of ["overview", "details", "connections"])
	test(`60, 63: Add Connection is in the Customer Summary card on ${screen} and opens the pop-up with a Search field`, async (t) => {
		for (const { id } of [await individual(), await business()]) {
			const page = await on(t, id, screen);
			await see(summary(page).getByRole("button", { name: "Add Connection", exact: true }));
			await openAdd(page);
			assert.equal(await button(adding(page), "Search").count(), 1);
			await hasFocus(adding(page).getByRole("searchbox", { name: "Search" }), "what to do first has the focus");
		}
	});

test("61, 62: Connections on the button bar opens the Connections screen, which has Add Connection too", async (t) => {
	const ann = await individual(), page = await on(t, ann.id), bob = await individual();
	await press(page, "Connections");
	await page.waitForURL(new RegExp(`/connections/${ann.id}`));
	assert.equal(await button(page, "Connections").getAttribute("aria-current"), "page");
	await button(page.getByRole("main"), "Add Connection").nth(1).click();
	await see(adding(page));
	await connected(ann.id, bob.id);
	await page.goto(`/connections/${ann.id}`);
	await button(page.locator("#connections-form"), "Add Connection").click();
	await see(field(adding(page), "Search"));
});

for (const how of ["button", "ENTER"])
	test(`64-65, 86: the search runs by ${how} and takes parts of names`, async (t) => {
		const ann = await individual(), bob = await individual(), page = await on(t, ann.id);
		await openAdd(page);
		const words = adding(page).getByRole("searchbox", { name: "Search" });
		await words.fill(bob.last.slice(0, 7).toUpperCase());
		if (how === "button")
			await press(adding(page), "Search");
		else
			await words.press("Enter");
		await see(found(page, bob.last).getByRole("checkbox"));
		assert.equal(await words.inputValue(), bob.last.slice(0, 7).toUpperCase());
		assert.match(page.url(), new RegExp(`/customer/${ann.id}/overview`), "no new page, nothing personal in the address");
	});

test("66, 67: with no match the pop-up says so and Create New Customer opens the form with the name that was searched for", async (t) => {
	const ann = await individual(), page = await on(t, ann.id), last = unique("Z");
	await openAdd(page);
	await search(page, `Elena ${last}`);
	await see(adding(page).getByRole("status").filter({ hasText: last }));
	await press(adding(page), "Create New Customer");
	await see(field(adding(page), "First Name"));
	assert.equal(await field(adding(page), "First Name").inputValue(), "Elena");
	assert.equal(await field(adding(page), "Last Name").inputValue(), last);
	assert.equal(await adding(page).count(), 1, "the pop-up is still called Add Connection");
});

test("68, 71-74, 76-79, 83: from an individual: a new relative with the same contact information", async (t) => {
	const ann = await individual({ "phones.0.type": "home", "phones.0.number": "6145550142", "emails.0.type": "personal",
		"emails.0.address": "ann@example.com", "addresses.0.type": "physical", "addresses.0.street": "1 Elm St" });
	const page = await on(t, ann.id), last = unique("Z");
	const dialog = await openNew(page, `Elena ${last}`);
	assert.ok(await dialog.getByRole("radio", { name: "Individual", exact: true }).isChecked());
	assert.deepEqual((await offered(field(dialog, "Relationship Type"))).filter(Boolean), TYPES);
	assert.equal(await field(dialog, "Relationship Type").inputValue(), "", "the desk chooses");
	assert.ok(await toggle(page, "Yes").isChecked());
	await fill(dialog, { "Relationship Type": "Relative", Title: "mother" });
	await close(page, ann.id);
	await see(success(page));
	const entry = summary(page).getByRole("listitem").filter({ hasText: last });
	assert.match(await entry.innerText(), new RegExp(`Elena ${last}\\s*Relative, mother`));
	assert.doesNotMatch(await summary(page).innerText(), /Primary Contact/);
	await entry.getByRole("link").click();
	await see(page.getByRole("heading", { name: `Elena ${last}`, level: 1 }));
	assert.match(await summary(page).innerText(), new RegExp(`${ann.name}\\s*Relative, mother`));
	await press(page, "Details");
	assert.equal(await field(page, "Phone Number").inputValue(), "(614) 555-0142");
	assert.equal(await field(page, "Email Address").inputValue(), "ann@example.com");
	assert.equal(await page.getByRole("textbox", { name: "Address", exact: true }).inputValue(), "1 Elm St");
	await page.goto("/customers");
	await page.getByRole("searchbox", { name: "Search", exact: true }).fill(last);
	await page.keyboard.press("Enter");
	await see(page.getByRole("row").filter({ hasText: last }));
});

test("69: without Relationship Type it is refused at the field, and everything else that was typed is kept", async (t) => {
	const ann = await individual(), page = await on(t, ann.id), last = unique("Z");
	await openNew(page, `Elena ${last}`);
	const all = { "First Name": "Elena", "Last Name": last, Title: "Neighbor" };
	await fill(adding(page), all);
	await toggle(page, "No").check();
	await press(adding(page), "Save and Close");
	await see(alert(page));
	for (const [name, value] of Object.entries(all))
		assert.equal(await field(adding(page), name).inputValue(), value, name);
	assert.ok(await toggle(page, "No").isChecked());
	await alert(page).getByRole("link").first().click();
	await hasFocus(field(adding(page), "Relationship Type"));
	assert.deepEqual(others(ann.id), []);
	await fill(adding(page), { "Relationship Type": "Friend" });
	await close(page, ann.id);
	assert.equal(others(ann.id).length, 1);
});

test("84, 95: several are connected at once; a search forgets no tick of an earlier one, no type and no title", async (t) => {
	const [ann, bob, joe] = [await individual(), await individual(), await individual()], page = await on(t, ann.id);
	await openAdd(page);
	await search(page, bob.last);
	await found(page, bob.last).getByRole("checkbox").check();
	await fill(adding(page), { "Relationship Type": "Friend", Title: "Neighbor" });
	await search(page, joe.last);
	await found(page, joe.last).getByRole("checkbox").check();
	assert.equal(await chosen(field(adding(page), "Relationship Type")), "Friend");
	assert.equal(await field(adding(page), "Title").inputValue(), "Neighbor");
	await close(page, ann.id);
	assert.deepEqual(others(ann.id).sort(), [bob.id, joe.id].sort());
});

test("95: nothing ticked is refused, and type, title and search words are kept", async (t) => {
	const [ann, bob] = [await individual(), await individual()], page = await on(t, ann.id);
	await openAdd(page);
	await search(page, bob.last);
	await see(found(page, bob.last));
	await fill(adding(page), { "Relationship Type": "Friend", Title: "Neighbor" });
	await press(adding(page), "Save and Close");
	await see(alert(page));
	assert.match(await alert(page).innerText(), /Tick a name/);
	assert.equal(await chosen(field(adding(page), "Relationship Type")), "Friend");
	assert.equal(await field(adding(page), "Title").inputValue(), "Neighbor");
	await found(page, bob.last).getByRole("checkbox").check();
	await close(page, ann.id);
	assert.deepEqual(stored(ann.id), [[bob.id, "friend", "Neighbor", "0"]]);
});

for (const next of ["Search", "Create New Customer", "Cancel"])
	test(`after a refusal the pop-up still works: ${next}`, async (t) => {
		const [ann, bob] = [await individual(), await individual()], page = await on(t, ann.id);
		await openAdd(page);
		await press(adding(page), "Save and Close");
		await see(alert(page));
		if (next === "Search") {
			await search(page, bob.last);
			return void await see(found(page, bob.last));
		}
		page.once("dialog", (question) => question.accept()); // a refused form is not saved, so Cancel asks
		await press(adding(page), next);
		if (next === "Cancel")
			await page.waitForURL(/overview/);
		else
			await see(adding(page).getByRole("group", { name: "Same Contact Information" }));
	});

test("after a refusal of the second step Back to search still works", async (t) => {
	const ann = await individual(), page = await on(t, ann.id);
	await openNew(page);
	await fill(adding(page), { "First Name": "", "Last Name": "" });
	await press(adding(page), "Save and Close");
	await see(alert(page));
	await press(adding(page), "Back to search");
	await see(field(adding(page), "Search"));
});

test("123: a double click on Save and Close adds one customer and one connection", async (t) => {
	const ann = await individual(), page = await on(t, ann.id), last = unique("Z");
	await openNew(page, `Elena ${last}`);
	await fill(adding(page), { "Relationship Type": "Friend" });
	await button(adding(page), "Save and Close").dblclick({ noWaitAfter: true });
	await see(success(page));
	assert.equal(sql(`SELECT COUNT(*) FROM customer WHERE last_name = '${last}'`), "1");
	assert.equal(others(ann.id).length, 1);
});

test("with the keyboard alone: open, search with ENTER, tick, type, title, save", async (t) => {
	const [ann, bob] = [await individual(), await individual()], page = await on(t, ann.id);
	await button(summary(page), "Add Connection").focus();
	await page.keyboard.press("Enter");
	await see(adding(page));
	await hasFocus(adding(page).getByRole("searchbox", { name: "Search" }));
	await page.keyboard.type(bob.last);
	await page.keyboard.press("Enter");
	await see(found(page, bob.last));
	const to = async (one) => {
		for (let i = 0; i < 20 && !await one.evaluate((element) => element === document.activeElement); i++)
			await page.keyboard.press("Tab");
		await hasFocus(one, "TAB gets there");
	};
	await to(found(page, bob.last).getByRole("checkbox"));
	await page.keyboard.press("Space");
	await to(field(adding(page), "Relationship Type"));
	await page.keyboard.type("Rel");
	await to(field(adding(page), "Title"));
	await page.keyboard.type("sister");
	await to(button(adding(page), "Save and Close"));
	await page.keyboard.press("Enter");
	await see(success(page));
	assert.deepEqual(stored(ann.id), [[bob.id, "relative", "sister", "0"]]);
});

test("with the keyboard alone: a new customer, saved with ENTER in a field", async (t) => {
	const ann = await individual(), page = await on(t, ann.id), last = unique("Z");
	await button(summary(page), "Add Connection").focus();
	await page.keyboard.press("Enter");
	await see(adding(page));
	await page.keyboard.type(`Elena ${last}`);
	await page.keyboard.press("Enter");
	await see(adding(page).getByRole("status").filter({ hasText: last }));
	await button(adding(page), "Create New Customer").focus();
	await page.keyboard.press("Enter");
	await hasFocus(field(adding(page), "First Name"));
	await field(adding(page), "Relationship Type").focus();
	await page.keyboard.type("Fr");
	await page.keyboard.press("Tab");
	await page.keyboard.type("school friend");
	await page.keyboard.press("Enter");
	await see(success(page));
	assert.deepEqual(stored(ann.id), [[idOf(last), "friend", "school friend", "0"]]);
});

for (const step of [1, 2])
	test(`Escape closes step ${step} and the focus goes back to Add Connection; TAB stays in the pop-up`, async (t) => {
		const ann = await individual(), page = await on(t, ann.id);
		await (step === 1 ? openAdd(page) : openNew(page));
		for (let i = 0; i < 20; i++) {
			await page.keyboard.press("Tab");
			assert.match(await page.evaluate(() => document.activeElement.closest("dialog") ? "in" : document.activeElement.tagName), /^(in|BODY)$/);
		}
		await page.keyboard.press("Escape");
		await until(async () => assert.equal(await adding(page).count(), 0));
		await hasFocus(button(summary(page), "Add Connection"));
	});

for (const step of [1, 2])
	test(`step ${step}: Cancel and the X close the pop-up and store nothing; a click beside it does not`, async (t) => {
		const ann = await individual(), page = await on(t, ann.id);
		for (const way of ["Cancel", "Close"]) {
			await (step === 1 ? openAdd(page) : openNew(page));
			await page.mouse.click(3, 3);
			assert.ok(await adding(page).isVisible());
			await button(adding(page), way).click();
			await until(async () => assert.equal(await adding(page).count(), 0));
		}
		assert.deepEqual(others(ann.id), []);
	});

test("Back to search goes from the second step to the first", async (t) => {
	const ann = await individual(), page = await on(t, ann.id);
	await openNew(page);
	await press(adding(page), "Back to search");
	await see(adding(page).getByRole("searchbox", { name: "Search" }));
	assert.equal(await page.getByRole("dialog").count(), 1);
});

for (const [what, act] of [["Search", (page) => press(adding(page), "Search")],
	["Save and Close", (page) => press(adding(page), "Save and Close")]])
	test(`the session ends in the middle: what was typed is there after signing in: ${what}`, async (t) => {
		const [ann, bob] = [await individual(), await individual()], page = await on(t, ann.id);
		await openAdd(page);
		await search(page, bob.last);
		await found(page, bob.last).getByRole("checkbox").check();
		await fill(adding(page), { "Relationship Type": "Friend", Title: "Neighbor" });
		await page.context().clearCookies();
		await act(page);
		await see(page.getByRole("heading", { name: /Sign in again/ }));
		await signIn(page, person());
		if (what === "Save and Close") {
			await see(success(page));
			return void assert.deepEqual(stored(ann.id), [[bob.id, "friend", "Neighbor", "0"]]);
		}
		await see(adding(page));
		assert.equal(await chosen(field(adding(page), "Relationship Type")), "Friend");
		assert.equal(await field(adding(page), "Title").inputValue(), "Neighbor");
		if (what === "Search")
			assert.ok(await found(page, bob.last).getByRole("checkbox").isChecked());
	});
