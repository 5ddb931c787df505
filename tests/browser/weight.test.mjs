// What the pages ask of the network and of the browser.
import assert from "node:assert/strict";
import { test } from "node:test";
import { addCustomer, at, context, fill, newCustomer, popUp, press, rowOf, see, sql, success, unique, url }
	from "./desk.mjs";

const LIMIT = 60 * 1024;

// Adds up what comes over the wire from now on, heads included.
async function scale(page) {
	const wire = await page.context().newCDPSession(page);
	let bytes = 0;
	await wire.send("Network.enable");
	wire.on("Network.loadingFinished", (event) => { bytes += event.encodedDataLength; });
	return () => bytes;
}

// Everything the browser asks for and complains about in this window.
function listen(page) {
	const heard = { strange: [], failed: [], complaints: [] };
	page.on("request", (request) => {
		if (!request.url().startsWith(`${url}/`) && !request.url().startsWith("data:"))
			heard.strange.push(request.url());
	});
	page.on("requestfailed", (request) => {
		if (request.failure().errorText !== "net::ERR_ABORTED")
			heard.failed.push(`${request.url()} ${request.failure().errorText}`);
	});
	page.on("response", (answer) => {
		if (answer.status() >= 400)
			heard.failed.push(`${answer.status()} ${answer.url()}`);
	});
	page.on("console", (message) => {
		if (["error", "warning"].includes(message.type()))
			heard.complaints.push(message.text());
	});
	return heard;
}

test("no request leaves the host, nothing is missing and nothing is complained about on any page", async (t) => {
	const page = await at(t), heard = listen(page), word = unique("Q");
	await addCustomer(page, { "Last Name": word, SSN: "219-45-8763" }, { phones: [{ "Phone Number": "(614) 555-0142" }] });
	await press(page, "Details");
	await page.getByRole("button", { name: "SSN" }).click();
	await see(page.getByRole("timer"));
	await press(page, "Hide now");
	await see(page.getByRole("button", { name: "SSN" }));
	await fill(page, { Suffix: "Jr." });
	await press(page, "Save");
	await see(success(page));
	await page.goto("/customers");
	await rowOf(page, word).getByRole("cell").nth(2).click();
	await see(popUp(page, "Customer Summary"));
	await page.keyboard.press("Escape");
	await page.getByRole("searchbox", { name: "Search", exact: true }).fill(unique("Q"));
	await press(page, "Search");
	await see(page.getByRole("heading", { name: /^No active customer/ }));
	await press(page, "Advanced");
	await see(page.getByLabel("Business Name"));
	await page.goto("/session/account");
	await page.goto("/session");
	assert.deepEqual(heard, { strange: [], failed: [], complaints: [] });
});

test("the sign-in page alone asks for nothing from elsewhere and sets no cookie", async (t) => {
	const made = await context(t), page = await made.newPage(), heard = listen(page);
	await page.goto("/session");
	assert.deepEqual(heard, { strange: [], failed: [], complaints: [] });
	assert.deepEqual(await made.cookies(), []);
});

test("the first load of the customer list is 60 KB at most, with a full page of customers", async (t) => {
	sql(`INSERT INTO customer (customer_type, first_name, last_name, created_at, created_by, changed_at, changed_by)
		SELECT 'individual', CONCAT('Maximiliana ', s.seq), '${unique("Q")}',
		NOW() - INTERVAL 8 DAY, 1, NOW() - INTERVAL 8 DAY, 1 FROM seq_1_to_30 s`);
	const keeper = await at(t);
	const made = await context(t, { storageState: await keeper.context().storageState() });
	const page = await made.newPage(), weighed = await scale(page);
	await page.goto("/customers", { waitUntil: "networkidle" });
	assert.equal(await page.getByRole("table").getByRole("row").count(), 26);
	t.diagnostic(`first load: ${weighed()} bytes`);
	assert.ok(weighed() > 10000 && weighed() <= LIMIT, `${weighed()} bytes`);
	const before = weighed();
	await page.reload({ waitUntil: "networkidle" });
	await newCustomer(page);
	t.diagnostic(`the list again and the pop-up: ${weighed() - before} bytes`);
});

test("what only makes pages look and move is kept by the browser; pages are not", async (t) => {
	const page = await at(t), kept = {};
	page.on("response", (answer) => { kept[new URL(answer.url()).pathname] = answer.headers()["cache-control"]; });
	await page.goto("/customers", { waitUntil: "networkidle" });
	await page.reload({ waitUntil: "networkidle" });
	assert.equal(kept["/customers"], "no-store");
	for (const [path, control] of Object.entries(kept))
		if (/\.(css|js|svg)$/.test(path))
			assert.match(control, /max-age=[1-9]/, path);
});

test("nothing that was typed is left in the browser's storage, and no script can read the cookie", async (t) => {
	const page = await at(t), word = unique("Q");
	await page.getByRole("searchbox", { name: "Search", exact: true }).fill(word);
	await press(page, "Search");
	await see(page.getByRole("heading", { name: /^No active customer/ }));
	await addCustomer(page, { "Last Name": word, SSN: "219-45-8763" });
	const left = await page.evaluate(() => JSON.stringify([{ ...localStorage }, { ...sessionStorage }, document.cookie]));
	assert.doesNotMatch(left, new RegExp(`${word}|8763|sid`, "i"));
});
