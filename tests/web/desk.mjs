// The desk behind the tests: people with the rights a test wants, customers, and the database seen from outside.
import { execFileSync, spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { readFileSync, readdirSync } from "node:fs";
import { Client, changed, words } from "./client.mjs";

export const password = "drive-the-lot-2026";
export const here = new URL("../../", import.meta.url).pathname;
export const isCgi = process.env.MODE === "cgi";

// Rows of a SELECT as lists of text, with every right of whoever runs the tests.
export function sql(text, socket = process.env.UPCARD_SOCKET) {
	const out = execFileSync("mariadb", ["--no-defaults", `--socket=${socket}`, "--batch", "--skip-column-names",
		"--default-character-set=utf8mb4", "upcard"], { input: text, encoding: "utf8" });
	return out.split("\n").slice(0, -1).map((line) => line.split("\t"));
}

// Does ASKED, which must wait for the rows that SELECT locks: when it is seen waiting they are let go. Resolves with its answer.
export async function waits(select, asked) {
	const holder = spawn("mariadb", ["--no-defaults", `--socket=${process.env.UPCARD_SOCKET}`, "--batch", "--skip-column-names",
		"--unbuffered", "upcard"], { stdio: ["pipe", "pipe", "inherit"] });
	holder.stdin.write(`BEGIN; ${select} FOR UPDATE; SELECT CONNECTION_ID();\n`);
	try {
		let said = "", answered = false;
		while (!/\n\d+\n$/.test(said))
			said += (await once(holder.stdout, "data"))[0];
		const waiting = `SELECT COUNT(*) FROM information_schema.innodb_lock_waits w JOIN information_schema.innodb_trx b
			ON b.trx_id = w.blocking_trx_id WHERE b.trx_mysql_thread_id = ${said.trim().split("\n").at(-1)}`;
		const answer = asked().finally(() => answered = true);
		while (one(waiting) === "0") {
			if (answered)
				throw new Error(`it was answered without waiting: ${(await answer).status}`);
			await new Promise((resolve) => setTimeout(resolve, 20));
		}
		holder.stdin.end();
		return await answer;
	} finally {
		holder.stdin.end();
	}
}

export const one = (text, socket) => sql(text, socket)[0]?.[0];

// How many customers show in lists or in the summary something else than what is primary.
export const listedOtherwise = () => Number(one(`SELECT COUNT(*) FROM customer c
	LEFT JOIN contact p ON p.primary_of = c.id AND p.kind = 'phones'
	LEFT JOIN contact e ON e.primary_of = c.id AND e.kind = 'emails'
	LEFT JOIN contact a ON a.primary_of = c.id AND a.kind = 'addresses'
	WHERE NOT (c.primary_phone <=> p.number AND c.primary_phone_type <=> p.type AND c.primary_email <=> e.address
	AND c.primary_address <=> NULLIF(CONCAT_WS(', ', a.street, a.city, NULLIF(CONCAT_WS(' ', a.state, a.zip), '')), '')
	AND c.primary_city <=> NULLIF(CONCAT_WS(', ', a.city, a.state), '')
	AND c.is_connected = EXISTS (SELECT 1 FROM connection WHERE customer_id = c.id)
	AND c.has_taken = (EXISTS (SELECT 1 FROM social_profile WHERE customer_id = c.id)
		OR EXISTS (SELECT 1 FROM value_source WHERE customer_id = c.id))
	AND c.photo <=> (SELECT UNIX_TIMESTAMP(accepted_at) FROM photo WHERE customer_id = c.id))`));

export const unique = (stem = "t") => stem + randomBytes(5).toString("hex");

// A word of letters alone, for names.
export const letters = () => randomBytes(8).toString("hex").replace(/\d/g, (digit) => "ghijklmnop"[digit])
	.replace(/^./, (first) => first.toUpperCase());

// An account with the demo password: of a ROLE that exists, or of a role of its own with these RIGHTS.
export function person(rights, socket) {
	const name = unique("p");
	const role = Array.isArray(rights) ? name : rights;
	if (role === name)
		sql(`INSERT INTO role VALUES ('${name}')` + rights.map((right) =>
			`; INSERT INTO role_right VALUES ('${name}', '${right}')`).join(""), socket);
	sql(`INSERT INTO staff (user_name, first_name, last_name, password_hash, role)
		SELECT '${name}', 'Test', '${name}', password_hash, '${role}' FROM staff WHERE user_name = 'manager'`, socket);
	return name;
}

export async function signIn(name, client = new Client()) {
	const answer = await client.post("/session", { user_name: name, password });
	if (answer.status !== 303 || !client.cookies.has("sid"))
		throw new Error(`${name} cannot sign in: ${answer.status} ${answer.text.slice(0, 600)}`);
	client.name = name;
	return client;
}

export const signedIn = async (rights) => signIn(person(rights));

// The token of a session, taken from a page that everybody may see.
export const tokenOf = async (client) => words(await client.get("/session/account"), "sign-out").token;

// A new customer by the form; returns the customer number.
export async function add(client, typed = {}) {
	const page = await client.get("/customers/new");
	const answer = await client.submit(page, "new-customer-form",
		{ first_name: "Maria", last_name: letters(), ...typed }, { name: "save", value: "view" });
	const found = /^\/customer\/(\d+)\/overview/.exec(answer.location ?? "");
	if (!found)
		throw new Error(`not added: ${answer.status} ${answer.text.slice(0, 3000)}`);
	return found[1];
}

// Carries out what was ordered for customer ID, as the pop-up's form does by itself; answers the page of what was found.
export async function lookUp(client, id, back = "") {
	return client.follow(await client.submit(await client.get(`/lookup/${id}${back}`), "social-search"));
}

// Details of a customer with CHANGES, sent.
export async function save(client, id, changes) {
	return client.submit(await client.get(`/customer/${id}/details`), "details", changes);
}

// Reads the route tables out of the areas: a new route is tested the day it is written.
const rightRows = () => [...readFileSync(`${here}lib/domain/staff/right.c`, "utf8").matchAll(/\{ (MAY_\w+), "([^"]+)"/g)];

export function routes() {
	const codes = Object.fromEntries(rightRows().map(([, name, code]) => [name, code]));
	return readdirSync(`${here}cgi-bin`).filter((name) => name.endsWith(".c")).sort().flatMap((name) => {
		const text = readFileSync(`${here}cgi-bin/${name}`, "utf8");
		const table = /static const struct route routes\[\] = \{([^]*?)\n\};/.exec(text)?.[1] ?? "";
		const area = /struct area \w+_area = \{ "(\w+)", routes \}/.exec(text)?.[1];
		return [...table.matchAll(/\{\s*"(\w+)",\s*"([^"]*)",\s*(\w+),\s*\w+([^}]*)\}/g)].map(([, method, path, right, more]) =>
			({ method, path: `/${area}${path}`, right, code: right.startsWith("MAY_") ? codes[right] : "", also: codes[/\.also = (\w+)/.exec(more)?.[1]] }));
	});
}

export const rights = () => rightRows().map(([, , code]) => code);

export const at = (route, id) => route.path.replace("#", id);

export { changed };
