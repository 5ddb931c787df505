// Drives every route with good, bad, foreign and broken requests, faults among them; for leak.sh. Names what went wrong.
import assert from "node:assert/strict";
import { Client, raw } from "./client.mjs";
import { add, at, letters, lookUp, password, person, routes, save, signIn, signedIn, sql, tokenOf } from "./desk.mjs";

let sent = 0;
const answer = Client.prototype.answer;
Client.prototype.answer = function counted(...all) {
	sent++;
	return answer.apply(this, all);
};

const manager = await signedIn("Manager"), sales = await signedIn("Salesperson"), admin = await signedIn("Administrator");
const full = { first_name: "Ana <b>", ssn: "216-45-0198", privacy: ["no_email", "no_mail"], date_of_birth: "3/9/1984",
	"phones.0.type": "cell", "phones.0.number": "6145550142", "addresses.0.type": "work", "addresses.0.city": "Columbus",
	"addresses.0.state": "Ohio", "emails.0.type": "work",
	"emails.0.address": "a@example.com" };
const id = await add(manager, full);
const broken = await add(manager, full);
const is = (page, ...wanted) => assert.ok(wanted.includes(page.status), `${page.path}: ${page.status}, not ${wanted}`);

async function everyRoute(client) {
	for (const route of routes().filter((one) => one.path !== "/session/out" && one.right !== "BY_TICKET")) {
		const path = at(route, id), token = await tokenOf(client);
		if (route.method === "GET") {
			is(await client.get(path), 200, 303, 403, 404); // 404: no picture
			is(await client.send("HEAD", path), 200, 303, 403, 404);
			is(await new Client().get(path), 200, 303);
			continue;
		}
		is(await client.post(path, { token }), 200, 303, 403, 409, 422);
		is(await client.post(path, { token: "x", ...full }), 403, 422);
		is(await new Client().post(path, full), 303, 401, 422);
		is(await client.post(path, "a=%00"), 400);
		is(await client.post(path, `a=${"x".repeat(70000)}`), 413);
	}
}

async function forms() {
	const page = await manager.get("/customers/new");
	is(await manager.submit(page, "new-customer-form", { ...full, last_name: "", privacy: "x" }), 422);
	is(await manager.submit(page, "new-customer-form", full, { name: "add", value: "phones" }), 200);
	is(await manager.submit(page, "new-customer-form", full, { name: "remove", value: "phones.0" }), 200);
	const stale = await manager.get(`/customer/${id}/details`);
	is(await save(sales, id, { last_name: letters(), "phones.0.number": "6145550143" }), 303);
	is(await manager.submit(stale, "details", { last_name: letters(), "phones.1.type": "fax", "phones.1.number": "6145550144" }), 409);
	const twice = { first_name: "A", last_name: letters() };
	is(await manager.submit(page, "new-customer-form", twice), 303);
	is(await manager.submit(page, "new-customer-form", twice), 303);
	is(await manager.submit(stale, "status", {}, { name: "inactive", value: "1" }), 303);
	is(await manager.post(`/customer/${id}/ssn`, { token: await tokenOf(manager), ssn_do: "reveal" }), 200);
	is(await manager.get(`/customer/${id}/details`), 200);
}

async function searches() {
	for (const search of ["ana", "6145550142", "0142", "a@example.com", "nobody at all", "ana col", "%", "é".repeat(99)]) {
		const page = await manager.follow(await manager.submit(await manager.get("/customers?style=simple"), "find", { search }));
		is(page, 200);
		is(await manager.get(`${page.path}&page=1`), 200);
	}
	is(await manager.follow(await manager.submit(await manager.get("/customers?style=advanced"), "find", { last_name: "a", city: "c" })), 200);
}

// Everything that comes from outside: found, late, broken, pictures good and bad, an answer by ticket.
async function lookUps() {
	for (const address of ["dana.whitfield@example.com", "broken@example.com", "html@all.example", "notpicture@fullcontact.example",
		"redirect-metadata@all.example"]) {
		const one = await add(sales, { "emails.0.type": "work", "emails.0.address": address });
		const page = await lookUp(sales, one);
		is(page, 200);
		for (const [, key] of page.text.matchAll(/photo\?key=(\w+)/g))
			is(await sales.get(`/lookup/${one}/photo?key=${key}`), 200, 404);
		if (!page.text.includes("Update Customer"))
			continue;
		is(await sales.submit(page, "social-form"), 303, 422);
		is(await sales.submit(page, "social-form", { row_version: "99" }), 303, 409, 422);
		is(await sales.submit(await sales.get(`/customer/${one}/details`), "search-social"), 303);
		is(await sales.get(`/customer/${one}/photo`), 200, 404);
	}
	is(await sales.submit(await sales.get(`/customer/${id}/details`), "search-social", { email: "no address" }), 422);
	await raw("POST /lookup/late?ticket=x HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 2\r\n\r\n{}", { half: true });
	is(await admin.submit(await admin.get("/setup"), "settings", { access_social_media: "x" }), 422);
}

async function sessions() {
	const name = person("Manager");
	is(await new Client().post("/session", { user_name: name, password: "wrong" }), 422);
	is(await new Client().post("/session", { user_name: "nobody", password: "wrong" }), 422);
	const client = await signIn(name), page = await client.get("/customers/new");
	sql(`DELETE s FROM session s JOIN staff p ON p.id = s.staff_id WHERE p.user_name = '${name}'`);
	const again = await client.submit(page, "new-customer-form", { first_name: "A", last_name: letters(), ssn: "216-45-0198" });
	is(again, 401);
	is(await client.submit(again, "again", { user_name: name, password }), 303);
	const account = await client.get("/session/account");
	is(await client.submit(account, "change-password", { password, new_password: "short", confirm_password: "x" }), 422);
	is(await client.submit(account, "change-password", { password, new_password: "walrus kettle orbit mango 7",
		confirm_password: "walrus kettle orbit mango 7" }), 303);
	is(await client.submit(account, "sign-out"), 303);
}

// What ends in fail()'s jump, from depths that hold statements, transactions and half a page.
async function faults() {
	const token = await tokenOf(manager);
	sql(`UPDATE ssn SET sealed = 'AAAA' WHERE customer_id = ${broken}`);
	for (let i = 0; i < 10; i++) {
		is(await manager.get(`/customer/${broken}/details`), 200);
		is(await manager.post(`/customer/${broken}/ssn`, { token, ssn_do: "reveal" }), 200);
	}
	sql("CREATE TRIGGER broken BEFORE INSERT ON activity FOR EACH ROW SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'x'");
	for (let i = 0; i < 5; i++)
		is(await manager.post("/customers/new", { token, ...full, customer_type: "individual", last_name: letters() }), 500);
	sql("DROP TRIGGER broken");
	for (const [kill] of sql("SELECT CONCAT('KILL ', id) FROM information_schema.processlist WHERE user = 'upcard_app'"))
		sql(kill); // the programs find their connections gone
	for (let i = 0; i < 10; i++)
		is(await manager.get("/customers"), 200, 503);
	for (let i = 0; i < 10; i++)
		is(await manager.get("/session/account"), 200, 503);
	is(await manager.get("/customer/1/overview"), 404, 503);
	is(await manager.get("/customer/1/overview"), 404, 503);
	await raw("POST /session HTTP/1.1\r\nHost: x\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: 100\r\n\r\na=b", { half: true });
}

for (const client of [manager, sales, admin])
	await everyRoute(client);
await forms();
await searches();
await lookUps();
await sessions();
await faults();
console.log(`# ${sent} requests`);
assert.ok(sent >= 200);
