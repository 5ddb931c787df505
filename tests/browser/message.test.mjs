// The message about what was done: over pop-ups, heard, gone by itself.
import assert from "node:assert/strict";
import { test } from "node:test";
import { addCustomer, addRows, at, button, fill, gone, newCustomer, press, see, social, success, unique, until } from "./desk.mjs";

// Whether nothing lies over the middle of it.
const onTop = (locator) => locator.evaluate((one) => {
	const box = one.getBoundingClientRect();
	return one.contains(document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2));
});

test("Success lies over the pop-up that opens by itself, can be used there, and outlives it", async (t) => {
	const page = await at(t, "Salesperson"), dialog = await newCustomer(page), last = unique("Q");
	await fill(dialog, { "First Name": "Dana", "Last Name": last });
	await addRows(dialog, "Email Addresses", "Add email address", [{ "Email Address": "dana.whitfield@example.com" }]);
	await press(dialog, "Save and Continue");
	await see(button(social(page), "Update Customer"));
	await until(async () => assert.ok(await onTop(success(social(page)).getByRole("link", { name: `Dana ${last}` }))));
	await press(social(page), "Cancel");
	await gone(social(page));
	await see(success(page));
	await press(page, `Dana ${last}`);
	await see(page.getByRole("heading", { name: `Dana ${last}`, level: 1 }));
});

test("Success goes by itself, a warning stays", async (t) => {
	const page = await at(t);
	await page.clock.install();
	await addCustomer(page);
	await press(page, "Set Inactive");
	await see(success(page));
	await page.clock.fastForward(15000);
	await gone(success(page));
	const dialog = await (await page.goto("/customers"), newCustomer(page));
	await fill(dialog, { "First Name": "Ann", "Last Name": unique("Q"), SSN: "078-05-1120" });
	await press(dialog, "Save and Continue");
	await see(success(page));
	await page.clock.fastForward(60000);
	await see(success(page).getByText("well-known sample number"));
});

test("Success is said: words come into a region that was there", async (t) => {
	const page = await at(t);
	await addCustomer(page);
	await page.addInitScript(() => document.addEventListener("DOMContentLoaded", () => {
		const region = document.querySelector("[data-message]");
		new MutationObserver((changes) => { window.said = changes[0].addedNodes[0].textContent; }).observe(region ?? document, { childList: true });
	}));
	await press(page, "Set Inactive");
	await until(async () => assert.match(await page.evaluate(() => window.said), /is inactive now/));
});

test("the focus does not fall to the body when the message is dismissed", async (t) => {
	const page = await at(t);
	await addCustomer(page);
	await press(page, "Set Inactive");
	await button(success(page), "Dismiss").focus();
	await page.keyboard.press("Enter");
	await gone(success(page));
	assert.equal(await page.evaluate(() => document.activeElement.id), "main");
});
