// The pages that are measured and what is asked of each: plans for load.c.
import { Client } from "../web/client.mjs";
import { one, password, signIn, sql, tokenOf } from "../web/desk.mjs";

const COUNT = 200;

export const floor = ["static file", "do-nothing program"];

// COUNT customers, evenly spread over all of them, with what finds them.
function sample() {
	const [[least, most]] = sql("SELECT MIN(id), MAX(id) FROM customer");
	const step = Math.max(1, (most - least) / (COUNT * 3));
	const ids = Array.from({ length: COUNT * 3 }, (_, at) => Math.floor(Number(least) + at * step));
	const rows = sql(`SELECT c.id, c.first_name, c.last_name, c.primary_phone, c.primary_email FROM customer c
		WHERE c.primary_phone IS NOT NULL AND c.primary_email IS NOT NULL AND c.id IN (${ids}) AND c.inactive = 0 AND c.customer_type = 'individual' LIMIT ${COUNT}`);
	return rows.map(([id, first, last, phone, email]) => ({ id, first, last, phone, email }));
}

const asked = {
	"search: beginning of a name": (one) => one.last.slice(0, 3),
	"search: first and last name": (one) => `${one.first} ${one.last}`,
	"search: phone": (one) => one.phone,
	"search: e-mail": (one) => one.email,
	"search: number": (one) => one.id,
};

const created = (token) => new URLSearchParams({ token, once: "ONCE", customer_type: "individual",
	first_name: "Maria", last_name: "Bench LETTERS", "phones.0.type": "cell", "phones.0.number": "614DIGITS",
	"emails.0.type": "personal", "emails.0.address": "LETTERS@example.com", "addresses.0.type": "physical",
	"addresses.0.street": "1200 Main Street", "addresses.0.city": "Columbus", "addresses.0.state": "OH",
	"addresses.0.zip": "43004", save: "view" }).toString()
	.replace("ONCE", "{random}").replaceAll("LETTERS", "{letters}").replace("DIGITS", "{digits}");

// Where the search for TEXT leads: a sealed word in an address that this session alone can open.
async function foundAt(client, token, text) {
	const answer = await client.post("/customers", { token, style: "simple", search: text });
	if (answer.status !== 303)
		throw new Error(`the search for ${text} was answered with ${answer.status}`);
	return answer.location;
}

const step = (status, method, path, body = "") => `step\t${status}\t${method}\t${path}\t${body}`;
const gets = (paths) => paths.map((path) => `task\t1\n${step(200, "GET", path)}`).join("\n");
const cookie = (secret) => `header\tCookie: sid=${secret}\n`;

// A signed-in desk: { client, secret, token, people }.
export async function desk() {
	const client = await signIn("manager", new Client());
	return { client, secret: client.cookies.get("sid"), token: await tokenOf(client), people: sample(), password };
}

// { name, plan, replay: [page, values] of replay.c, most: statements at most }
export async function pages({ client, secret, token, people }) {
	const list = [{ name: "sign-in page", plan: gets(["/session"]), most: 5, values: [] }];
	const few = people.slice(0, 60);
	for (const [name, text] of Object.entries(asked)) {
		const values = few.map(text), found = [];
		for (const value of values)
			found.push(await foundAt(client, token, value));
		list.push({ name, plan: cookie(secret) + gets(found), replay: "search", values, most: 5 });
	}
	for (const page of ["overview", "details"])
		list.push({ name: `record: ${page}`, plan: cookie(secret) + gets(people.map(({ id }) => `/customer/${id}/${page}`)),
			replay: page, values: people.map(({ id }) => id), most: 5 });
	list.push({ name: "create", plan: `${cookie(secret)}task\t1\n${step(303, "POST", "/customers/new", created(token))}`,
		replay: "create", values: [], most: 9 });
	return list;
}

// Pages whose cost is told beside the others, with what a browser asks for compressed pages, and the floor.
export async function others({ client, secret, token, people }) {
	const path = `/customer/${people[0].id}/overview`, bytes = Buffer.byteLength((await client.get(path)).text);
	return [
		{ name: "list: latest customers", plan: cookie(secret) + gets(["/customers"]) },
		{ name: "record: overview, compressed", plan: `header\tAccept-Encoding: gzip\n${cookie(secret)}` +
			gets(people.map(({ id }) => `/customer/${id}/overview`)) },
		{ name: "search typed: post, then page", plan: `${cookie(secret)}task\t1\n` +
			`${step(303, "POST", "/customers", `token=${token}&style=simple&search=${people[0].last.slice(0, 3)}`)}\n` +
			step(200, "GET", "{location}") },
		{ name: floor[1], plan: gets([`/cgi-bin/nothing.fcgi?${bytes}`]) },
		{ name: floor[0], plan: gets(["/app.css"]) },
	];
}

// A desk's day: 60 % search, 25 % open, 10 % edit, 5 % create.
export function day({ secret, token, people }) {
	const words = people.slice(0, 100).map((one) => Object.values(asked)[Number(one.id) % 5](one));
	const search = words.map((word) => `task\t6\n${step(303, "POST", "/customers",
		`token=${token}&style=simple&search=${encodeURIComponent(word)}`)}\n${step(200, "GET", "{location}")}`);
	const open = people.slice(0, 100).map(({ id }, at) =>
		`task\t${at % 2 ? 2 : 3}\n${step(200, "GET", `/customer/${id}/${at % 2 ? "details" : "overview"}`)}`);
	const edit = people.slice(100, 200).map(({ id, last }) => `task\t1\n${step(200, "GET", `/customer/${id}/details`)}\n` +
		step("303|409", "POST", `/customer/${id}/details`, `token={token}&once={random}&row_version={row_version}` +
			`&first_name={letters}&last_name=${encodeURIComponent(last)}&phones.0.type=cell&phones.0.number=614{digits}` +
			"&emails.0.type=personal&emails.0.address={letters}%40example.com"));
	return [cookie(secret).trim(), ...search, ...open, ...edit, "task\t50",
		step(303, "POST", "/customers/new", created(token))].join("\n");
}

// Prepared ones; a POST's BEGIN and COMMIT come on top.
export const statements = () => Number(one("SELECT SUM(variable_value) FROM information_schema.global_status " +
	"WHERE variable_name = 'COM_STMT_EXECUTE'"));
