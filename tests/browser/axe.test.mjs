// Every page and pop-up in every state is clean.
import * as clean from "./clean.mjs";
import { addCustomer, addRows, at, button, card, context, fill, newCustomer, person, popUp, press, rowOf, see,
	signIn, signedIn, social, sql, success, unique, url } from "./desk.mjs";

const LONG = "x".repeat(60);

// PREPARE(page, t) leaves the page as it is to be looked at, or answers another.
const axe = (name, prepare) => clean.axe(name, async (t) => {
	const page = await at(t);
	return await prepare(page, t) ?? page;
});

async function openDetails(page, values) {
	const added = await addCustomer(page, values);
	await press(page, "Details");
	await see(page.getByRole("heading", { name: "Basic Information" }));
	return added;
}

// The page as it is before any script runs; axe itself needs one, so they are not switched off.
const noScripts = (page) => page.route("**/*.js", (route) => route.abort());

async function find(page, words) {
	await page.getByRole("searchbox", { name: "Search", exact: true }).fill(words);
	await press(page, "Search");
	await page.waitForURL(/find=/);
}

axe("Sign in", async (page, t) => {
	const other = await (await context(t)).newPage();
	await other.goto(`${url}/session`);
	return other;
});

axe("Sign in with a wrong password", async (page, t) => {
	const other = await (await context(t)).newPage();
	await other.goto(`${url}/session`);
	await signIn(other, unique("n"), "wrong");
	await see(other.getByText("User name or password is wrong."));
	return other;
});

axe("Sign in again, with a form kept", async (page) => {
	await fill(await newCustomer(page), { "First Name": "Ann", "Last Name": unique("Q") });
	await page.context().clearCookies();
	await press(popUp(page), "Save and Continue");
	await see(page.getByRole("heading", { name: "Sign in again to save" }));
});

axe("Customer Search", async (page) => {
	await addCustomer(page, { "Last Name": `Q${LONG.slice(2)}`, "Email Address": `${LONG}@${LONG}.example` });
	await addCustomer(page, { "Business Name": `${LONG} ${LONG.slice(8)}` });
	await page.goto("/customers");
});

axe("Customer Search after Save and Continue, with a warning", async (page) => {
	const dialog = await newCustomer(page);
	await fill(dialog, { "First Name": "Ann", "Last Name": unique("Q"), SSN: "219-09-9999" });
	await press(dialog, "Save and Continue");
	await see(success(page));
});

axe("Customer Search with inactive customers", async (page) => {
	const word = unique("Q");
	await addCustomer(page, { "Last Name": word });
	await press(page, "Set Inactive");
	await page.goto("/customers");
	await page.getByRole("switch", { name: "Show Inactive" }).click();
	await see(rowOf(page, word).getByText("Inactive", { exact: true }));
});

axe("Customer Search, nobody found", (page) => find(page, `${unique("Q")} ${LONG}`));

axe("Customer Search, Advanced", async (page) => {
	await press(page, "Advanced");
	await see(page.getByLabel("Business Name"));
});

axe("Customer Search with My Account open", (page) => page.getByRole("button", { name: /Terry/ }).click());

for (const script of [true, false])
	axe(`Quick Look${script ? "" : " without a script"}`, async (page) => {
		const { id, "Last Name": last } = await addCustomer(page, { "Preferred Contact": "Text" },
			{ phones: [{ "Phone Number": "(614) 555-0142" }], addresses: [{ Address: "1 Elm St", City: "Lima" }] });
		if (!script) {
			await noScripts(page);
			return void await page.goto(`/customers/${id}/look`);
		}
		await page.goto("/customers");
		await rowOf(page, last).getByRole("cell").nth(2).click();
		return void await see(popUp(page, "Customer Summary"));
	});

axe("New Customer", (page) => newCustomer(page).then(() => {}));

axe("New Customer for a business, with every row", async (page) => {
	const dialog = await newCustomer(page);
	await dialog.getByRole("radio", { name: "Business", exact: true }).check();
	for (const [plus, more] of [["Add address", 4], ["Add phone number", 3], ["Add email address", 1]])
		for (let i = 0; i < more; i++)
			await press(dialog, plus);
});

axe("New Customer with Customer Privacy open", async (page) => {
	await (await newCustomer(page)).getByText("No restrictions").click();
});

axe("New Customer with Select Primary open", async (page) => {
	const dialog = await newCustomer(page);
	await fill(dialog, { "Phone Number": "(614) 555-0142" });
	await press(dialog, "Add phone number");
	await fill(card(dialog, "Phone Numbers"), { "Phone Number": "(614) 555-0143" }, 1);
	await dialog.getByText("Select Primary", { exact: true }).click();
	await dialog.locator("summary").filter({ hasText: /^Phone/ }).click();
	await see(dialog.getByRole("radio", { name: /0143/ }));
});

axe("New Customer, refused", async (page) => {
	await fill(await newCustomer(page), { SSN: "12", "Phone Number": "1", "Email Address": "x", ZIP: "1", State: "Ohoi" });
	await press(popUp(page), "Save and Continue");
	await see(popUp(page).getByRole("alert"));
});

axe("New Customer without a script", async (page) => {
	await noScripts(page);
	await page.goto("/customers/new");
});

axe("Overview, with all restrictions, inactive and with long words", async (page) => {
	const { id } = await addCustomer(page,
		{ "Last Name": `Q${LONG.slice(2)}`, "Email Address": `${LONG}@${LONG}.example` },
		{ addresses: [{ Address: LONG + LONG, City: LONG, State: "OH", ZIP: "43206-1234" }] });
	sql(`UPDATE customer SET privacy = 'no_email,no_mail,no_phone_calls', preferred_contact = 'text' WHERE id = ${id}`);
	await press(page, "Set Inactive");
	await see(success(page));
});

axe("Details with the SSN masked", (page) => openDetails(page, { SSN: "219-45-8763" }).then(() => {}));

axe("Details with the SSN shown", async (page) => {
	await openDetails(page, { SSN: "219-45-8763" });
	await page.getByRole("button", { name: "SSN" }).click();
	await see(page.getByRole("timer"));
});

axe("Details for somebody who may not see the SSN", async (page, t) => {
	const other = await at(t, "Salesperson");
	await openDetails(other, { SSN: "219-45-8763" });
	return other;
});

axe("Details, saved", async (page) => {
	await openDetails(page);
	await fill(page, { Suffix: "Jr." });
	await press(page, "Save");
	await see(success(page));
});

axe("Details, refused", async (page) => {
	await openDetails(page);
	await fill(page, { "First Name": "", "Phone Number": "1", "Email Address": "x" });
	await press(page, "Save");
	await see(page.getByRole("alert"));
});

axe("Details, changed by somebody else meanwhile", async (page) => {
	const { id } = await openDetails(page);
	sql(`UPDATE customer SET suffix = 'III', row_version = row_version + 1 WHERE id = ${id}`);
	await fill(page, { Suffix: "Jr.", "Phone Number": "(614) 555-0142" });
	await press(page, "Save");
	await see(page.getByRole("alert"));
});

axe("My Account", (page) => page.goto("/session/account").then(() => {}));

axe("My Account, refused", async (page) => {
	await page.goto("/session/account");
	await fill(page, { "New Password": "short" });
	await card(page, "Password").getByRole("button", { name: "Save" }).click();
	await see(page.getByRole("alert"));
});

for (const [name, path] of [["Not found", "/customer/1/overview"], ["Not found by the web server", "/nowhere"]])
	axe(name, (page) => page.goto(path).then(() => {}));

axe("Not permitted", async (page, t) => {
	const other = await (await context(t)).newPage();
	await other.goto("/session");
	await signIn(other, person("Administrator"));
	await see(other.getByRole("heading", { name: "Setup", level: 1 }));
	await other.goto("/customers");
	return other;
});

axe("A form from another session", async (page, t) => {
	const name = person(), other = await signedIn(t, name);
	await fill(await newCustomer(other), { "First Name": "Ann", "Last Name": unique("Q") });
	await other.context().clearCookies();
	const tab = await other.context().newPage();
	await tab.goto("/session");
	await signIn(tab, name);
	await see(tab.getByRole("heading", { name: "Customer Search" }));
	await press(popUp(other), "Save and Continue");
	await see(other.getByText("Nothing you typed was lost."));
	return other;
});

// The look-up's pop-up after a save with that e-mail address.
async function lookUp(page, address) {
	const dialog = await newCustomer(page);
	await fill(dialog, { "First Name": "Dana", "Last Name": unique("Q") });
	await addRows(dialog, "Email Addresses", "Add email address", [{ "Email Address": address }]);
	await press(dialog, "Save and View Customer");
	await page.waitForURL(/overview/);
}

axe("Social Media Information, searching", async (page) => {
	await page.route("**/found*", () => {}); // it never comes
	await lookUp(page, "dana.whitfield@example.com");
	await see(social(page).getByText("Searching the web"));
});

axe("Social Media Information with results", async (page) => {
	await lookUp(page, "dana.whitfield@example.com");
	await see(button(social(page), "Update Customer"));
});

axe("Social Media Information with a late provider", async (page) => {
	await lookUp(page, "broken+1@example.com");
	await see(social(page).getByText("FullContact did not answer in time."));
});

axe("Social Media Information, nothing found and a wrong address typed", async (page) => {
	await lookUp(page, `${unique("q")}@example.com`);
	await social(page).getByLabel("Email Address", { exact: true }).fill("wrong");
	await press(social(page), "Search Web");
	await see(social(page).locator(".error"));
});

axe("Social Media Information as a page of its own, over the record", async (page) => {
	await lookUp(page, "dana.whitfield@example.com");
	await see(button(social(page), "Update Customer"));
	const place = await social(page).locator("#social-form").getAttribute("action");
	await page.goto(`${place}/found`);
	await see(button(social(page), "Update Customer"));
});

axe("Details and Overview with what came from social media", async (page) => {
	await lookUp(page, "dana.whitfield@example.com");
	await press(social(page), "Tick all new");
	await press(social(page), "Update Customer");
	await see(success(page));
	await clean.isClean(page, "Details with what came from social media");
	await page.setViewportSize({ width: 1366, height: 768 });
	await press(page, "Details");
	await see(page.getByRole("heading", { name: "Social Media" }));
});

axe("Setup", async (page) => {
	await page.goto("/setup");
	await see(page.getByRole("heading", { name: "Social Media" }));
});
