// Paper: a list, a record, connections.
import assert from "node:assert/strict";
import { test } from "node:test";
import { addCustomer, at, see, sql, unique } from "./desk.mjs";

const REACHED = { addresses: [{ Address: "118 North Highland Avenue, Apartment 4", City: "Columbus", State: "OH", ZIP: "43215" }],
	phones: [{ "Phone Number": "(614) 555-0142" }], emails: [{ "Email Address": "kenneth.alexander.hamilton@example.com" }] };

const pagesOf = async (page) => (await page.pdf({ format: "Letter", margin: { top: "1cm", bottom: "1cm", left: "1cm", right: "1cm" } }))
	.toString("latin1").match(/\/Type\s*\/Page\b(?!s)/g).length;

// What sticks out of the paper, or of what it stands in.
const cut = (page) => page.evaluate(() => [...document.querySelectorAll("h1, h2, p, td, th, dd, li, input, .card")].filter((one) =>
	one.getClientRects().length && !one.closest(".vh") && (one.scrollWidth > one.clientWidth + 1 && getComputedStyle(one).display !== "inline" ||
	one.getBoundingClientRect().right > innerWidth + 1)).map((one) => one.outerHTML.slice(0, 120)));

async function onPaper(page, address, most) {
	await page.goto(address);
	await see(page.locator("main"));
	const pages = await pagesOf(page);
	await page.emulateMedia({ media: "print" });
	await page.setViewportSize({ width: 740, height: 980 });
	assert.ok(pages <= most, `${address}: ${pages} pages`);
	assert.deepEqual(await cut(page), [], address);
	await page.emulateMedia({ media: "screen" });
	await page.setViewportSize({ width: 1366, height: 768 });
}

test("a list, a record and its connections need few pages, and nothing of them is cut", async (t) => {
	const page = await at(t), family = unique("Q"), people = [];
	for (let i = 0; i < 6; i++)
		people.push((await addCustomer(page, { "Last Name": family }, i ? {} : REACHED)).id);
	for (const [here, there] of people.slice(1).flatMap((id) => [[people[0], id], [id, people[0]]]))
		sql(`INSERT INTO connection SET customer_id = ${here}, other_id = ${there}, relationship = 'relative', title = 'cousin', other_name = 'x', added_at = NOW(6)`);
	sql(`UPDATE customer SET is_connected = 1 WHERE last_name = '${family}'`);
	sql(`INSERT INTO customer (customer_type, first_name, last_name, primary_email, created_at, created_by, changed_at, changed_by)
		SELECT 'individual', CONCAT('N', seq), '${unique("Q")}', 'somebody.with.a.long.name@example.com', NOW(), 1, NOW(), 1 FROM seq_1_to_30`);
	await onPaper(page, "/customers?style=simple", 1);
	await onPaper(page, `/customer/${people[0]}/overview`, 1);
	await onPaper(page, `/connections/${people[0]}`, 2); // the picture goes to the second
	await onPaper(page, `/customer/${people[0]}/details`, 2);
});
