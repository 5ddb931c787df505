// The Connections screen and its pop-ups in every state are clean.
import assert from "node:assert/strict";
import { test } from "node:test";
import { SIZES, axe } from "./clean.mjs";
import { at, field, fill, press, see, success } from "./desk.mjs";
import { adding, business, connected, firm, found, individual, on, openAdd, openNew, openOne, row, search } from "./connect_desk.mjs";

const LONG = "x".repeat(56);

axe("Connections of nobody", async (t) => on(t, (await individual()).id, "connections"));

axe("Connections of a business with picture", async (t) => {
	const made = await firm(4);
	await connected(made.contacts[1].id, (await individual()).id, { title: "Wife" });
	return on(t, made.id, "connections");
});

axe("Connections of an individual", async (t) => {
	const [ann, made] = [await individual(), await firm(2)];
	await connected(ann.id, made.id, { relationship: "employee", title: "Driver" });
	return on(t, ann.id, "connections");
});

axe("Connections with long words", async (t) => {
	const made = await business({ business_name: LONG + LONG });
	for (const first of ["Wi", LONG])
		await connected(made.id, (await individual({ first_name: first, last_name: `Q${LONG}` })).id, { title: LONG });
	return on(t, made.id, "connections");
});

axe("Connections, saved", async (t) => {
	const { id, contacts: [ann] } = await firm(1), page = await on(t, id, "connections");
	await field(page, `Title of ${ann.name}`).fill("Driver");
	await press(page, "Save");
	await see(success(page));
	return page;
});

axe("Connections, refused", async (t) => {
	const { id, contacts: [ann] } = await firm(2), page = await on(t, id, "connections");
	await field(page, `Title of ${ann.name}`).fill("x".repeat(61));
	await press(page, "Save");
	await see(row(page, ann.name).getByText("61"));
	return page;
});

axe("Connections with many in the picture", async (t) => {
	const made = await firm(9);
	for (const one of made.contacts.slice(0, 3))
		for (let i = 0; i < 2; i++)
			await connected(one.id, (await individual()).id);
	return on(t, made.id, "connections");
});

axe("Overview with connections", async (t) => on(t, (await firm(6)).id));

axe("a connection of a business", async (t) => {
	const { id, contacts: [, bob] } = await firm(2), page = await on(t, id, "connections");
	await openOne(page, bob.name);
	return page;
});

axe("the primary contact, about to be removed", async (t) => {
	const { id, contacts: [ann] } = await firm(2), page = await on(t, id, "connections");
	const dialog = await openOne(page, ann.name);
	await dialog.getByRole("button", { name: "Remove Connection", exact: true }).click();
	await see(dialog.getByRole("alert"));
	return page;
});

axe("Add Connection, just opened", async (t) => {
	const page = await on(t, (await individual()).id);
	await openAdd(page);
	return page;
});

axe("Add Connection with results, one ticked, one connected", async (t) => {
	const [ann, bob] = [await individual(), await individual({ "phones.0.type": "home", "phones.0.number": "6145550142" })];
	const joe = await individual({ last_name: bob.last, first_name: "Joe" });
	await connected(ann.id, joe.id);
	const page = await on(t, ann.id);
	await openAdd(page);
	await search(page, bob.last);
	await found(page, bob.name.split(" ")[0]).getByRole("checkbox").first().check();
	return page;
});

axe("Add Connection, nobody found", async (t) => {
	const page = await on(t, (await individual()).id);
	await openAdd(page);
	await search(page, `zz${LONG}`);
	await see(adding(page).getByRole("status"));
	return page;
});

axe("Add Connection of a business", async (t) => {
	const page = await on(t, (await business()).id);
	await openAdd(page);
	return page;
});

axe("Add Connection, refused", async (t) => {
	const page = await on(t, (await individual()).id);
	await openAdd(page);
	await press(adding(page), "Save and Close");
	await see(adding(page).getByRole("alert"));
	return page;
});

axe("Add Connection, new customer", async (t) => {
	const ann = await individual({ "phones.0.type": "home", "phones.0.number": "6145550142", "emails.0.type": "work",
		"emails.0.address": `${LONG}@example.com`, "addresses.0.type": "physical", "addresses.0.street": LONG + LONG.slice(20) });
	const page = await on(t, ann.id);
	await openNew(page);
	return page;
});

axe("Add Connection, new customer, refused", async (t) => {
	const page = await on(t, (await individual()).id);
	await openNew(page);
	await fill(adding(page), { "First Name": "", "Last Name": "", Title: "x".repeat(61) });
	await press(adding(page), "Save and Close");
	await see(adding(page).getByRole("alert"));
	return page;
});

axe("Add Connection without a script", async (t) => {
	const ann = await individual(), page = await at(t);
	await page.route("**/*.js", (route) => route.abort());
	await page.goto(`/connect/${ann.id}`);
	return page;
});

for (const [width, height] of SIZES)
	test(`the picture's names can be read at ${width} pixels`, async (t) => {
		const page = await on(t, (await firm(5)).id, "connections");
		await page.setViewportSize({ width, height });
		const sizes = await page.locator(".graph").evaluateAll((all) => all.filter((one) => one.checkVisibility()).flatMap((svg) => {
			const scale = svg.getBoundingClientRect().width / svg.viewBox.baseVal.width;
			return [...svg.querySelectorAll("text")].map((one) => parseFloat(getComputedStyle(one).fontSize) * scale);
		}));
		assert.ok(sizes.every((size) => size >= 9), `${Math.min(...sizes).toFixed(1)} pixels`);
	});
