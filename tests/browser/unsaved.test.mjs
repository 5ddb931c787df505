// Typed words that could not be saved come back with the page; leaving it then asks, as it did before.
import assert from "node:assert/strict";
import { test } from "node:test";
import { addCustomer, at, button, field, fill, newCustomer, person, popUp, press, see, signedIn, sql, success, unique, until }
	from "./desk.mjs";

// What leaving the page asks; staying is the answer.
async function asked(page) {
	const heard = [];
	const hear = (question) => {
		heard.push(question.type());
		return question.dismiss();
	};
	page.on("dialog", hear);
	await page.locator("body").click({ position: { x: 2, y: 2 } }); // browsers ask nobody who did nothing on the page
	await page.close({ runBeforeUnload: true });
	await until(() => assert.ok(heard.length || page.isClosed()));
	page.off("dialog", hear);
	return heard;
}

// Details of somebody new, with a title typed by the last one and a name taken away by WORDS.
async function details(page, words) {
	const { id } = await addCustomer(page);
	await page.goto(`/customer/${id}/details`);
	await fill(page, { "Job Title": "Owner", ...words });
	return id;
}

test("7: Details that were refused ask before they are left; nothing is asked once they are saved", async (t) => {
	const page = await at(t);
	await details(page, { "Last Name": "" });
	await press(page, "Save");
	await see(page.getByRole("alert"));
	assert.deepEqual(await asked(page), ["beforeunload"]);
	assert.equal(await field(page, "Job Title").inputValue(), "Owner");
	await fill(page, { "Last Name": unique("Q") });
	await press(page, "Save");
	await see(success(page));
	assert.deepEqual(await asked(page), []);
});

test("7: Details that somebody else changed meanwhile ask before they are left", async (t) => {
	const page = await at(t), id = await details(page, {});
	sql(`UPDATE customer SET suffix = 'III', row_version = row_version + 1 WHERE id = ${id}`);
	await fill(page, { Suffix: "Jr." });
	await press(page, "Save");
	await see(page.getByRole("alert").filter({ hasText: "changed this record" }));
	assert.deepEqual(await asked(page), ["beforeunload"]);
});

test("3.1: New Customer that was refused asks before it is closed, and stays when told so", async (t) => {
	const page = await at(t), dialog = await newCustomer(page), questions = [];
	await fill(dialog, { "First Name": "Ann", "Phone Number": "12" });
	await press(dialog, "Save and Continue");
	await see(popUp(page).getByRole("alert"));
	page.once("dialog", (question) => {
		questions.push(question.message());
		return question.dismiss();
	});
	await press(popUp(page), "Cancel");
	await until(() => assert.match(questions[0] ?? "", /^Leave without saving/));
	assert.equal(await field(popUp(page), "First Name").inputValue(), "Ann");
});

test("what waits for signing in again asks before it is left; signing in does not ask", async (t) => {
	const name = person(), page = await signedIn(t, name);
	await details(page, {});
	sql(`DELETE FROM session WHERE staff_id = (SELECT id FROM staff WHERE user_name = '${name}')`);
	await press(page, "Save");
	await see(page.getByRole("heading", { name: "Sign in again to save" }));
	assert.deepEqual(await asked(page), ["beforeunload"]);
	const questions = [];
	page.on("dialog", (question) => {
		questions.push(question.type());
		return question.accept();
	});
	await fill(page, { "User Name": name, Password: "drive-the-lot-2026" });
	await press(page, "Sign in");
	await see(success(page));
	assert.deepEqual(questions, []);
});

test("what could not be carried out asks before it is left; a search asks for nothing", async (t) => {
	const page = await at(t);
	await details(page, {});
	for (const [press, expected] of [[() => button(page, "Save").click(), ["beforeunload"]],
		[() => page.getByRole("searchbox").press("Enter"), []]]) {
		await page.evaluate(() => document.querySelectorAll("[name=token]").forEach((one) => { one.value = "old"; }));
		await press();
		await see(page.getByRole("heading", { name: "This form is out of date" }));
		assert.deepEqual(await asked(page), expected);
		if (!page.isClosed())
			await page.goBack();
	}
});
