// What every browser test needs: a browser, people who are signed in, and the words of the page by role.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { randomInt } from "node:crypto";
import { after } from "node:test";
import { chromium } from "playwright-core";

export const url = process.env.UPCARD_URL;
export const PASSWORD = "drive-the-lot-2026";
const PATIENCE = 15000;
const OPTIONS = ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking",
	"--disable-component-update", "--disable-sync"];

if (!url)
	throw new Error("set UPCARD_URL and UPCARD_SOCKET, as tests/env.sh does");

// ---------------------------------------------------------------- the browser

// With the back/forward cache, which Playwright switches off (whole_browser.mjs: the shell has none).
const browser = await chromium.launch({ executablePath: process.env.CHROMIUM || "/usr/bin/chromium-headless-shell", args: OPTIONS,
	ignoreDefaultArgs: ["--disable-back-forward-cache"] });
after(() => browser.close());

// What goes wrong inside a page fails the test it happens in.
function listen(page, problems) {
	page.on("pageerror", (error) => problems.push(`script error: ${error.message}`));
	page.on("console", (message) => {
		if (/Content Security Policy|htmx:.*Error/.test(message.text()))
			problems.push(`console: ${message.text()}`);
	});
}

// A new browser window of its own. OPTIONS are Playwright's: hasTouch, viewport, javaScriptEnabled ...
export async function context(t, options = {}) {
	const made = await browser.newContext({ reducedMotion: "reduce", viewport: { width: 1366, height: 768 },
		baseURL: url, ...options });
	const problems = [];
	made.setDefaultTimeout(PATIENCE);
	made.on("page", (page) => listen(page, problems));
	t.after(async () => {
		await made.close();
		assert.deepEqual(problems, [], "no script fails and nothing breaks the content security policy");
	});
	return made;
}

// ---------------------------------------------------------------- people

export function sql(text) {
	return execFileSync("mariadb", ["--no-defaults", `--socket=${process.env.UPCARD_SOCKET}`, "--batch",
		"--skip-column-names", "upcard", "-e", text], { encoding: "utf8" }).trim();
}

// Letters nobody else's test uses, so that files can run side by side.
export function unique(begin = "") {
	return begin + Array.from({ length: 10 }, () => "bcdfghjklmnpqrstvwxz"[randomInt(20)]).join("");
}

// Somebody new with that role. All demo people have the same password.
export function person(role = "Manager") {
	const name = unique("t");
	sql(`INSERT INTO staff (user_name, first_name, last_name, password_hash, role)
		SELECT '${name}', 'Terry', '${name}', password_hash, '${role}' FROM staff WHERE user_name = 'manager'`);
	return name;
}

export async function signIn(page, name, password = PASSWORD) {
	await page.getByLabel("User Name", { exact: true }).fill(name);
	await page.getByLabel("Password", { exact: true }).fill(password);
	await press(page, "Sign in");
}

// A new window in which NAME has just signed in.
export async function signedIn(t, name, options) {
	const page = await (await context(t, options)).newPage();
	await page.goto("/customers");
	await signIn(page, name);
	await see(page.getByRole("heading", { name: "Customer Search", level: 1 }));
	return page;
}

const known = {};

// A new window on Customer Search, or another PLACE, for one person a role and file; the first one really signs in.
export async function at(t, role = "Manager", options = {}, place = "/customers") {
	let page;
	if (known[role])
		page = await (await context(t, { ...options, storageState: known[role] })).newPage();
	else {
		page = await signedIn(t, person(role), options);
		known[role] = await page.context().storageState();
	}
	await page.goto(place);
	return page;
}

// ---------------------------------------------------------------- seeing and pressing

export const see = (locator) => locator.first().waitFor({ state: "visible" });
export const gone = (locator) => locator.first().waitFor({ state: "hidden" });

// Tries CHECK again until it does not throw.
export async function until(check) {
	for (const end = Date.now() + PATIENCE; ;) {
		try {
			return await check();
		} catch (error) {
			if (Date.now() > end)
				throw error;
			await new Promise((done) => setTimeout(done, 50));
		}
	}
}

// A button, or a link that looks like one.
export function button(scope, name) {
	return scope.getByRole("button", { name, exact: true }).or(scope.getByRole("link", { name, exact: true }));
}


// Presses it; a page that this opens is there whole afterwards, as tests then read from it at once.
export async function press(scope, name) {
	await button(scope, name).click();
	await (scope.page?.() ?? scope).waitForLoadState("domcontentloaded");
}

export const card = (scope, name) => scope.getByRole("region", { name, exact: true })
	.or(scope.getByRole("group", { name, exact: true }));
export const field = (scope, name, nth = 0) => scope.getByLabel(name, { exact: true }).nth(nth);
export const success = (page) => page.getByRole("status").filter({ hasText: /^\s*Success/ });
export const results = (page) => page.getByRole("table").getByRole("row");
export const rowOf = (page, word) => results(page).filter({ hasText: word });

// What a person reads off a drop-down.
export const offered = (select) => select.evaluate((one) => [...one.options].map((option) => option.text));
export const chosen = (select) => select.evaluate((one) => one.selectedOptions[0]?.text);

// fill(scope, { "First Name": "Ann", State: "OH" }): types or chooses; NTH counts rows of a card.
export async function fill(scope, values, nth = 0) {
	for (const [name, value] of Object.entries(values)) {
		const control = field(scope, name, nth);
		if (await control.evaluate((one) => one.tagName === "SELECT"))
			await control.selectOption({ label: value });
		else
			await control.fill(value);
	}
}

// The rows of a card as they are seen: [{ Type: "Home", "Phone Number": "...", primary: true }].
export async function rows(scope) {
	await see(scope.getByRole("listitem"));
	return scope.getByRole("listitem").evaluateAll((items) => items.map((item) => {
		const row = { primary: /\bPrimary\b/.test(item.innerText) };
		for (const control of item.querySelectorAll("input, select"))
			row[control.labels[0].textContent.trim()] = control.selectedOptions?.[0].text ?? control.value;
		return row;
	}));
}

// Whether something green is on it: what "Success" must be.
export function isGreen(locator) {
	return locator.evaluate((one) => {
		const pen = document.createElement("canvas").getContext("2d", { willReadFrequently: true });
		return [one, ...one.querySelectorAll("*")].some((part) => {
			const style = getComputedStyle(part);
			return [style.color, style.backgroundColor, style.borderTopColor].some((color) => {
				pen.clearRect(0, 0, 1, 1);
				pen.fillStyle = color;
				pen.fillRect(0, 0, 1, 1);
				const [red, green, blue, opaque] = pen.getImageData(0, 0, 1, 1).data;
				return opaque > 9 && green > red + 25 && green > blue + 25;
			});
		});
	});
}

// ---------------------------------------------------------------- New Customer

export const popUp = (page, name = "New Customer") => page.getByRole("dialog", { name, exact: true });

export async function newCustomer(page) {
	await press(page, "New Customer");
	await see(popUp(page));
	return popUp(page);
}

export async function choosePrivacy(scope, ...names) {
	const group = scope.getByRole("group", { name: "Customer Privacy", exact: true });
	await group.getByRole("button").click();
	for (const name of names)
		await group.getByRole("checkbox", { name, exact: true }).check();
	await group.getByRole("button").click();
}

// addRows(dialog, "Phone Numbers", "Add phone number", [{ Type: "Cell", "Phone Number": "..." }, ...])
export async function addRows(scope, title, plus, list) {
	for (const [nth, values] of list.entries()) {
		if (nth)
			await press(scope, plus);
		await fill(card(scope, title), values, nth);
	}
}

const named = (values) => values["Business Name"] ? values : { "First Name": "Ann", "Last Name": unique("Q"), ...values };

// Enters a customer with VALUES and the cards given; its number and its name come back.
export async function enterCustomer(page, values = {}, { phones = [], emails = [], addresses = [] } = {}) {
	await page.goto("/customers");
	const dialog = await newCustomer(page), name = named(values);
	if (values["Business Name"])
		await dialog.getByRole("radio", { name: "Business", exact: true }).check();
	await fill(dialog, name);
	await addRows(dialog, "Address", "Add address", addresses);
	await addRows(dialog, "Phone Numbers", "Add phone number", phones);
	await addRows(dialog, "Email Addresses", "Add email address", emails);
	return { ...await saveAndView(page), ...name };
}

// In the page: sends the form of New Customer with WORDS: [card, label, text, row].
async function send(words) {
	const served = await (await fetch("/customers/new")).text();
	const form = new DOMParser().parseFromString(served, "text/html").querySelector("#new-customer-form");
	const body = new URLSearchParams(new FormData(form)), labels = [...form.querySelectorAll("label[for]")];
	for (const [begin, label, text, row] of words) {
		const at = labels.find((one) => one.htmlFor.startsWith(begin) && one.textContent.trim() === label).htmlFor;
		const option = [...form.elements[at].options ?? []].find((one) => one.text === text);
		body.set(at.replace(".0.", `.${row}.`), option ? option.value : text);
	}
	if (body.get("business_name"))
		body.set("customer_type", "business");
	body.set("save", "view");
	return (await fetch("/customers/new", { method: "POST", body })).url;
}

// The same without the pop-up and in a fraction of the time, for tests of something else; opens the Overview.
export async function addCustomer(page, values = {}, cards = {}) {
	const name = named(values), words = Object.entries(name).map(([label, text]) => ["", label, text, 0]);
	for (const [begin, list] of Object.entries(cards))
		for (const [row, card] of list.entries())
			words.push(...Object.entries(card).map(([label, text]) => [`${begin}.`, label, text, row]));
	const place = await page.evaluate(send, words), id = place.match(/\/customer\/(\d+)\/overview/)[1];
	await page.goto(place);
	await leaveSocial(page);
	return { id, ...name };
}

export const social = (page) => popUp(page, "Social Media Information");

// Leaves the look-up that opens by itself after a customer with an e-mail address is saved.
export async function leaveSocial(page) {
	const scripting = await page.evaluate(() => matchMedia("(scripting: enabled)").matches);
	if (!scripting || !await page.locator("#lookup-notice, #social").count())
		return;
	await see(social(page));
	await press(social(page), "Cancel");
	await gone(social(page));
}

export async function saveAndView(page) {
	await press(popUp(page), "Save and View Customer");
	await page.waitForURL(/\/customer\/\d+\/overview/);
	await leaveSocial(page);
	return { id: page.url().match(/\/customer\/(\d+)/)[1] };
}
