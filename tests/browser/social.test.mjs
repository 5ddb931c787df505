// The social media look-up as the desk sees it: acceptance 46-55, 116 and 119.
import assert from "node:assert/strict";
import { test } from "node:test";
import { addRows, at, button, fill, gone, newCustomer, press, see, social, sql, success, unique, until } from "./desk.mjs";

const DANA = "dana.whitfield@example.com";

// Somebody new with that e-mail address, saved; the pop-up is left open.
async function save(page, address, how = "Save and View Customer", values = {}) {
	await page.goto("/customers");
	const dialog = await newCustomer(page), last = unique("Q");
	await fill(dialog, { "First Name": "Dana", "Last Name": last, ...values });
	if (address)
		await addRows(dialog, "Email Addresses", "Add email address", [{ "Email Address": address }]);
	await press(dialog, how);
	await page.waitForURL(how.includes("View") ? /\/customer\/\d+\/overview/ : /\/customers\?|\/customers$/);
	return last;
}

const box = (page, name) => social(page).getByRole("checkbox", { name, exact: true });
const number = (last) => sql(`SELECT id FROM customer WHERE last_name = '${last}'`);

test("46-50: a search runs by itself; results have boxes; Update Customer writes the ticked ones", async (t) => {
	const page = await at(t, "Salesperson"), last = await save(page, DANA);
	await see(social(page).getByText("Searching the web").or(social(page).getByText("Found for")));
	await see(button(social(page), "Update Customer"));
	await see(social(page).getByRole("columnheader", { name: "Social Media Information" }));
	const ticked = social(page).getByRole("checkbox", { checked: true });
	assert.equal(await ticked.count(), 0, "nothing is ticked before a person ticks it");
	await see(social(page).getByText(`They call this person Dana Whitfield, the record says Dana ${last}`));
	assert.equal(await box(page, "First Name").count(), 0, "the record says so already");
	await press(social(page), "Tick all new");
	assert.ok(await box(page, "Job Title").isChecked());
	assert.ok(!await box(page, "Last Name").isChecked(), "nothing that would overwrite is ticked");
	assert.ok(await box(page, "GitHub danawhitfield-example").isChecked());
	const images = social(page).getByRole("group", { name: "Profile images" }).getByRole("checkbox");
	await images.nth(1).check();
	assert.ok(!await images.nth(0).isChecked(), "one image is enough");
	await press(social(page), "Update Customer");
	await see(success(page));
	await see(page.getByText("Senior Landscape Architect, Fernbank Design Group"));
	await see(page.getByRole("img", { name: `Profile image of Dana ${last}` }));
	assert.equal(await page.getByRole("link", { name: "danawhitfield-example" }).first().getAttribute("href"),
		"https://github.com/danawhitfield-example");
	await press(page, "Details");
	assert.equal(await page.getByLabel("Company", { exact: true }).inputValue(), "Fernbank Design Group");
	await see(page.getByText(/Company: from .*FullContact/));
});

test("51, 55: what is unticked is not written, and Cancel leaves the record as it was", async (t) => {
	const page = await at(t, "Salesperson"), last = await save(page, DANA);
	await see(button(social(page), "Update Customer"));
	await box(page, "Company").first().check();
	await press(social(page), "Update Customer");
	await see(success(page));
	assert.equal(sql(`SELECT CONCAT_WS('|', first_name, gender, company, job_title) FROM customer WHERE last_name = '${last}'`),
		"Dana|Fernbank Design Group");
	assert.equal(sql(`SELECT COUNT(*) FROM social_profile WHERE customer_id = ${number(last)}`), "0");
	await press(page, "Details");
	await press(page, "Search Social Media");
	await see(button(social(page), "Update Customer"));
	const was = sql(`SELECT row_version FROM customer WHERE last_name = '${last}'`);
	await press(social(page), "Cancel");
	await gone(social(page));
	assert.equal(sql(`SELECT row_version FROM customer WHERE last_name = '${last}'`), was);
});

test("46: after Save and Continue the pop-up lies over Customer Search, and leads back there", async (t) => {
	const page = await at(t, "Salesperson"), last = await save(page, DANA, "Save and Continue");
	await see(button(social(page), "Update Customer"));
	await see(page.getByRole("heading", { name: "Customer Search", includeHidden: true }));
	await press(social(page), "Tick all new");
	await press(social(page), "Update Customer");
	await page.waitForURL(/\/customers/);
	await see(success(page));
	assert.equal(sql(`SELECT company FROM customer WHERE last_name = '${last}'`), "Fernbank Design Group");
	await page.reload();
	assert.equal(await social(page).count(), 0);
});

test("52-54: nothing found says so; another address can be tried as often as wanted; Cancel leaves", async (t) => {
	const page = await at(t, "Salesperson"), address = `${unique("q")}@example.com`, last = await save(page, address);
	await see(social(page).getByText(`No social media information was found for ${address}`));
	for (const other of [`${unique("q")}@example.com`, `${unique("q")}@example.com`]) {
		await social(page).getByLabel("Email Address", { exact: true }).fill(other);
		await press(social(page), "Search Web");
		await see(social(page).getByText(`No social media information was found for ${other}`));
		await see(page.getByRole("heading", { name: `Dana ${last}`, includeHidden: true })); // the record stays behind it
		assert.match(page.url(), /\/overview/);
	}
	await social(page).getByLabel("Email Address", { exact: true }).fill("no address");
	await press(social(page), "Search Web");
	await see(social(page).locator(".error"));
	assert.equal(await social(page).getByLabel("Email Address", { exact: true }).inputValue(), "no address");
	await see(page.getByRole("heading", { name: `Dana ${last}`, includeHidden: true }));
	await social(page).getByLabel("Email Address", { exact: true }).fill(DANA);
	await press(social(page), "Search Web");
	await see(button(social(page), "Update Customer"));
	await press(social(page), "Cancel");
	await page.waitForURL(/\/overview/);
	await gone(social(page));
});

test("who cancels while it searches is left alone on the next page, and can come back to it", async (t) => {
	const page = await at(t, "Salesperson"), last = await save(page, "stall@all.example");
	await see(social(page).getByText("Searching the web"));
	await press(social(page), "Cancel");
	await gone(social(page));
	await press(page, "Details");
	await see(page.getByRole("heading", { name: "Basic Information" }));
	await page.waitForLoadState("networkidle");
	assert.equal(await social(page).count(), 0);
	await fill(page, { "Job Title": "Baker" });
	await press(page, "Save");
	await see(success(page));
	assert.equal(sql(`SELECT job_title FROM customer WHERE last_name = '${last}'`), "Baker");
	if (await page.locator("#lookup-notice").count()) // gone once what was cancelled has been carried out
		await press(page, "See what was found");
	else
		await press(page, "Search Social Media");
	await see(social(page).getByText(/did not answer in time|is left alone/));
});

test("the keyboard alone: the pop-up takes the focus, Escape closes it, ENTER updates", async (t) => {
	const page = await at(t, "Salesperson"), last = await save(page, DANA);
	await see(button(social(page), "Update Customer"));
	await until(async () => assert.ok(await social(page).evaluate((dialog) => dialog.contains(document.activeElement))));
	await page.keyboard.press("Escape");
	await gone(social(page));
	await press(page, "Details");
	await press(page, "Search Social Media");
	await see(button(social(page), "Update Customer"));
	await box(page, "Job Title").focus();
	await page.keyboard.press("Space");
	await button(social(page), "Update Customer").focus();
	await page.keyboard.press("Enter");
	await see(success(page));
	assert.equal(sql(`SELECT job_title FROM customer WHERE last_name = '${last}'`), "Senior Landscape Architect");
});

test("a profile and the image can be taken off again", async (t) => {
	const page = await at(t, "Salesperson"), last = await save(page, DANA);
	await press(social(page), "Tick all new");
	await press(social(page), "Update Customer");
	await see(success(page));
	await press(page, "Details");
	await press(page, "Remove Profile Image");
	await see(success(page));
	await press(page, "Remove GitHub danawhitfield-example");
	await see(success(page));
	assert.equal(await button(page, "Remove GitHub danawhitfield-example").count(), 0);
	assert.equal(sql(`SELECT COUNT(*) FROM photo WHERE customer_id = ${number(last)}`), "0");
});

test("without a script: the destination says that it is running, and leads to what was found", async (t) => {
	const page = await at(t, "Salesperson", { javaScriptEnabled: false }), last = await save(page, DANA);
	await see(page.getByText("Social media is about to be searched"));
	await press(page, "See what was found");
	await see(page.getByRole("heading", { name: `Dana ${last}`, includeHidden: true }));
	await press(social(page), "Search Web");
	assert.equal(await button(social(page), "Tick all new").count(), 0, "it would do nothing");
	for (const name of ["Company", "Job Title"])
		await box(page, name).first().check();
	await press(social(page), "Update Customer");
	await see(success(page));
	assert.equal(sql(`SELECT company FROM customer WHERE last_name = '${last}'`), "Fernbank Design Group");
	await page.getByRole("link", { name: "Details", exact: true }).first().click();
	await press(page, "Search Social Media");
	await press(social(page), "Cancel");
	await page.waitForURL(/\/overview/);
});

for (const [width, height] of [[320, 256], [320, 640], [390, 844]])
	test(`at ${width} x ${height} everything that was found can be seen, and comes before Update Customer`, async (t) => {
		const page = await at(t, "Salesperson");
		await save(page, DANA);
		await see(button(social(page), "Update Customer"));
		await page.setViewportSize({ width, height });
		const seen = await social(page).evaluate(async (dialog) => {
			const button = [...dialog.querySelectorAll("button:not(.vh)")].find((one) => one.textContent === "Update Customer");
			const hidden = [], after = [];
			for (const box of dialog.querySelectorAll("[name=take]")) {
				const row = box.closest("label");
				row.scrollIntoView({ block: "nearest" });
				await new Promise(requestAnimationFrame);
				const { x, y, width, height, bottom } = row.getBoundingClientRect();
				if (!row.contains(document.elementFromPoint(x + width / 2, y + height / 2)))
					hidden.push(row.innerText);
				if (bottom > button.getBoundingClientRect().top + 1)
					after.push(row.innerText);
			}
			return { hidden, after };
		});
		assert.deepEqual(seen, { hidden: [], after: [] });
	});
