// Add Connection: both steps of the pop-up, from individuals and from businesses.
import assert from "node:assert/strict";
import { test } from "node:test";
import { button, chosen, field, fill, gone, offered, person, popUp, press, see, signIn, sql, success, unique,
	until } from "./desk.mjs";
import { adding, business, close, connected, found, hasFocus, idOf, individual, on, openAdd, openNew, others, primaries, search,
	stored, summary } from "./connect_desk.mjs";

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

test("66: Create New Customer is there before and after any search", async (t) => {
	const ann = await individual(), bob = await individual(), page = await on(t, ann.id);
	await openAdd(page);
	await see(button(adding(page), "Create New Customer"));
	await search(page, bob.last);
	await see(found(page, bob.last));
	await see(button(adding(page), "Create New Customer"));
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

test("75: with No the new customer has no contact information, and it is added on Details later", async (t) => {
	const ann = await individual({ "phones.0.type": "home", "phones.0.number": "6145550142" });
	const page = await on(t, ann.id), last = unique("Z");
	await openNew(page, `Elena ${last}`);
	await adding(page).getByRole("group", { name: "Same Contact Information" }).getByText("No", { exact: true }).click();
	assert.equal(await toggle(page, "Yes").isChecked(), false);
	await fill(adding(page), { "Relationship Type": "Friend" });
	await close(page, ann.id);
	await summary(page).getByRole("link", { name: `Elena ${last}` }).click();
	await see(page.getByRole("heading", { name: `Elena ${last}`, level: 1 }));
	await press(page, "Details");
	assert.equal(await field(page, "Phone Number").inputValue(), "");
	await fill(page, { "Phone Number": "614 555 0199" });
	await press(page, "Save");
	await see(success(page));
	assert.equal(await field(page, "Phone Number").inputValue(), "(614) 555-0199");
});

test("68, 80, 85: from an individual: a new business; the individual is its primary contact", async (t) => {
	const ann = await individual(), page = await on(t, ann.id), name = `${unique("Z")} & Sons`;
	const dialog = await openNew(page, name);
	await dialog.getByRole("radio", { name: "Business", exact: true }).check();
	await gone(field(dialog, "First Name"));
	assert.equal(await field(dialog, "Business Name").inputValue(), name);
	await fill(dialog, { "Relationship Type": "Employee", Title: "Owner" });
	await close(page, ann.id);
	await summary(page).getByRole("link", { name }).click();
	await see(page.getByRole("heading", { name, level: 1 }));
	assert.match(await summary(page).innerText(), new RegExp(`${ann.name}\\s*Employee, Owner\\s*Primary Contact`));
});

test("70, 80, 81, 84: from a business: Relationship Type starts on Employee; the first is primary contact, the second is not", async (t) => {
	const firm = await business(), page = await on(t, firm.id), names = [unique("Z"), unique("Z")];
	for (const last of names) {
		const dialog = await openNew(page, `Elena ${last}`);
		assert.equal(await chosen(field(dialog, "Relationship Type")), "Employee");
		assert.deepEqual(await offered(field(dialog, "Relationship Type")), TYPES);
		assert.equal(await dialog.getByRole("radio", { name: "Business", exact: true }).count(), 0, "only individuals belong to a business");
		await fill(dialog, { Title: "Driver" });
		await close(page, firm.id);
	}
	const text = await summary(page).innerText();
	assert.match(text, new RegExp(`${names[0]}\\s*Employee, Driver\\s*Primary Contact`));
	assert.equal(text.match(/Primary Contact/g).length, 1);
	assert.equal(others(firm.id).length, 2);
});

for (const [missing, typed] of [["First Name", { "First Name": "" }], ["Last Name", { "Last Name": "" }], ["Relationship Type", {}]])
	test(`69: without ${missing} it is refused at the field, and everything else that was typed is kept`, async (t) => {
		const ann = await individual(), page = await on(t, ann.id), last = unique("Z");
		await openNew(page, `Elena ${last}`);
		const all = { "First Name": "Elena", "Last Name": last, "Relationship Type": "Other", Title: "Neighbor", ...typed };
		if (missing === "Relationship Type")
			delete all[missing];
		await fill(adding(page), all);
		await toggle(page, "No").check();
		await press(adding(page), "Save and Close");
		await see(alert(page));
		assert.equal(await field(adding(page), missing).getAttribute("aria-invalid"), "true");
		for (const [name, value] of Object.entries(all))
			assert.equal(name === "Relationship Type" ? await chosen(field(adding(page), name)) : await field(adding(page), name).inputValue(), value, name);
		assert.ok(await toggle(page, "No").isChecked());
		await alert(page).getByRole("link").first().click();
		await hasFocus(field(adding(page), missing));
		assert.deepEqual(others(ann.id), []);
		await fill(adding(page), missing === "Relationship Type" ? { [missing]: "Friend" } : { [missing]: "Zed" });
		await close(page, ann.id);
		assert.equal(others(ann.id).length, 1);
	});

test("95: an existing customer is found, ticked, given a type and a title, and is on both records", async (t) => {
	const [ann, bob] = [await individual(), await individual()], page = await on(t, ann.id, "details");
	await openAdd(page);
	await search(page, bob.last);
	await found(page, bob.last).getByRole("checkbox").check();
	assert.deepEqual((await offered(field(adding(page), "Relationship Type"))).filter(Boolean), TYPES);
	await fill(adding(page), { "Relationship Type": "Friend", Title: "Neighbor" });
	await close(page, ann.id);
	assert.match(await summary(page).innerText(), new RegExp(`${bob.name}\\s*Friend, Neighbor`));
	await summary(page).getByRole("link", { name: bob.name }).click();
	await see(page.getByRole("heading", { name: bob.name, level: 1 }));
	assert.match(await summary(page).innerText(), new RegExp(`${ann.name}\\s*Friend, Neighbor`));
});

test("84, 95: several are ticked and connected at once; ticks of an earlier search are not forgotten", async (t) => {
	const [ann, bob, joe] = [await individual(), await individual(), await individual()], page = await on(t, ann.id);
	await openAdd(page);
	await search(page, bob.last);
	await found(page, bob.last).getByRole("checkbox").check();
	await search(page, joe.last);
	await found(page, joe.last).getByRole("checkbox").check();
	await fill(adding(page), { "Relationship Type": "Friend" });
	await close(page, ann.id);
	assert.deepEqual(others(ann.id).sort(), [bob.id, joe.id].sort());
});

test("95: searching again keeps the type and the title that were entered", async (t) => {
	const [ann, bob] = [await individual(), await individual()], page = await on(t, ann.id);
	await openAdd(page);
	await fill(adding(page), { "Relationship Type": "Friend", Title: "Neighbor" });
	await search(page, bob.last);
	await see(found(page, bob.last));
	assert.equal(await chosen(field(adding(page), "Relationship Type")), "Friend");
	assert.equal(await field(adding(page), "Title").inputValue(), "Neighbor");
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

test("95: without a relationship type it is refused and the tick is kept", async (t) => {
	const [ann, bob] = [await individual(), await individual()], page = await on(t, ann.id);
	await openAdd(page);
	await search(page, bob.last);
	await found(page, bob.last).getByRole("checkbox").check();
	await fill(adding(page), { Title: "Neighbor" });
	await press(adding(page), "Save and Close");
	await see(alert(page));
	assert.ok(await found(page, bob.last).getByRole("checkbox").isChecked());
	assert.equal(await field(adding(page), "Title").inputValue(), "Neighbor");
	await fill(adding(page), { "Relationship Type": "Relative" });
	await close(page, ann.id);
	assert.deepEqual(stored(ann.id), [[bob.id, "relative", "Neighbor", "0"]]);
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

test("96, 97: on a business only individuals are found, and the type of an existing customer is Employee and locked", async (t) => {
	const firm = await business(), bob = await individual(), page = await on(t, firm.id);
	const twin = await business({ business_name: `${bob.last} LLC` });
	await openAdd(page);
	const type = field(adding(page), "Relationship Type");
	assert.equal(await chosen(type), "Employee");
	assert.ok(await type.isDisabled());
	await search(page, bob.last);
	await see(found(page, bob.name.split(" ")[1]));
	assert.equal(await adding(page).getByText(`${bob.last} LLC`).count(), 0, twin.id);
	await found(page, bob.last).getByRole("checkbox").check();
	await fill(adding(page), { Title: "Buyer" });
	await close(page, firm.id);
	assert.deepEqual(stored(firm.id), [[bob.id, "employee", "Buyer", "1"]]);
});

test("85: an individual finds businesses and is connected with one", async (t) => {
	const ann = await individual(), firm = await business(), page = await on(t, ann.id);
	await openAdd(page);
	await search(page, firm.name);
	await found(page, firm.name).getByRole("checkbox").check();
	await fill(adding(page), { "Relationship Type": "Employee" });
	await close(page, ann.id);
	assert.deepEqual(primaries(firm.id), [ann.id]);
});

test("121, 125: the record itself and inactive customers are not found; who is connected cannot be ticked again", async (t) => {
	const [ann, bob, old] = [await individual(), await individual(), await individual()], page = await on(t, old.id);
	await press(page, "Set Inactive");
	await see(success(page));
	await connected(ann.id, bob.id);
	await page.goto(`/customer/${ann.id}/overview`);
	await openAdd(page);
	for (const { last } of [ann, old]) {
		await search(page, last);
		await see(adding(page).getByRole("status").filter({ hasText: last }));
		assert.equal(await adding(page).getByRole("checkbox").count(), 0);
	}
	await search(page, bob.last);
	await see(found(page, "Already connected"));
	assert.ok(await found(page, bob.last).getByRole("checkbox").isDisabled());
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

test("121: a double click on Save and Close for an existing customer is no mistake", async (t) => {
	const [ann, bob] = [await individual(), await individual()], page = await on(t, ann.id);
	await openAdd(page);
	await search(page, bob.last);
	await found(page, bob.last).getByRole("checkbox").check();
	await fill(adding(page), { "Relationship Type": "Friend" });
	await button(adding(page), "Save and Close").dblclick({ noWaitAfter: true });
	await see(success(page));
	assert.deepEqual(others(ann.id), [bob.id]);
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
	["Create New Customer", (page) => press(adding(page), "Create New Customer")],
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

test("a salesperson has Add Connection", async (t) => {
	const ann = await individual(), page = await on(t, ann.id, "overview", {}, "Salesperson");
	await openAdd(page);
	assert.equal(await popUp(page, "Add Connection").count(), 1);
});
