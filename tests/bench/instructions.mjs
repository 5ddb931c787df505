// Asks each of the five main pages some times and reads what callgrind wrote at the end of each request.
import { copyFileSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { setTimeout as wait } from "node:timers/promises";
import { Client } from "../web/client.mjs";
import { desk } from "./pages.mjs";

const { BENCH_COUNTS: folder, BENCH_CSV: csv, BENCH_PROFILE: profile } = process.env;
const TIMES = 7;

const files = () => readdirSync(folder).map((name) => `${folder}/${name}`);
const total = (file) => Number(/^(?:totals|summary): (\d+)/m.exec(readFileSync(file, "utf8"))?.[1] ?? 0);

// A request's file is complete a moment after its answer.
async function added(before, count) {
	for (let tries = 0; tries < 200; tries++) {
		const made = files().filter((file) => !before.has(file) && total(file));
		if (made.length >= count)
			return made;
		await wait(100);
	}
	throw new Error("callgrind has not written its files");
}

async function counted(name, ask) {
	await ask();
	await ask(); // statements are prepared, templates are parsed
	await wait(1500);
	const counts = [];
	let last;
	for (let time = 0; time < TIMES; time++) {
		const before = new Set(files());
		await ask();
		[last] = await added(before, 1);
		counts.push(total(last));
	}
	if (profile) {
		mkdirSync(profile, { recursive: true });
		copyFileSync(last, `${profile}/callgrind.out.${name.replace(/\W+/g, "_")}`);
	}
	return { name, instructions: counts.sort((a, b) => a - b)[TIMES >> 1] };
}

const { client, token, people } = await desk(), stranger = new Client();
const typed = { token, customer_type: "individual", first_name: "Maria", last_name: "Bench", "phones.0.type": "cell",
	"phones.0.number": "6145550142", "emails.0.type": "personal", "emails.0.address": "maria@example.com",
	"addresses.0.type": "physical", "addresses.0.street": "1200 Main Street", "addresses.0.city": "Columbus",
	"addresses.0.state": "OH", "addresses.0.zip": "43004", save: "view" };
const { location } = await client.post("/customers", { token, style: "simple", search: "j" });
let forms = 0;
const is = (status, answer) => {
	if (answer.status !== status)
		throw new Error(`${answer.path} was answered with ${answer.status}`);
};
const pages = {
	"sign-in": async () => is(200, await stranger.get("/session")),
	"search, 25 rows": async () => is(200, await client.get(location)),
	"overview": async () => is(200, await client.get(`/customer/${people[0].id}/overview`)),
	"details": async () => is(200, await client.get(`/customer/${people[0].id}/details`)),
	"create": async () => is(303, await client.post("/customers/new",
		{ ...typed, once: (++forms).toString(16).padStart(32, "0") })),
};
const table = [];
for (const [name, ask] of Object.entries(pages))
	table.push(await counted(name, ask));
console.log(`\n${"page".padEnd(20)} ${"instructions a request".padStart(24)}`);
for (const { name, instructions } of table)
	console.log(`${name.padEnd(20)} ${instructions.toLocaleString("en-US").padStart(24)}`);
if (csv)
	writeFileSync(csv, `page,instructions\n${table.map((row) => `${JSON.stringify(row.name)},${row.instructions}\n`).join("")}`);
