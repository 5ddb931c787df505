// Measures every page at every number of connections and writes what it found as rows of CSV; run starts it.
// The servers are there already: UPCARD_URL, UPCARD_SOCKET, UPCARD_CONF, and in BENCH the rest as JSON.
import { spawn } from "node:child_process";
import { appendFileSync, writeFileSync } from "node:fs";
import { listedOtherwise, one } from "../web/desk.mjs";
import { desk, floor, others, pages, statements } from "./pages.mjs";
import { difference, memory, used } from "./processes.mjs";

const bench = JSON.parse(process.env.BENCH); // { servers, seconds, connections, work, build, csv, smoke }
const port = new URL(process.env.UPCARD_URL).port;
const planFile = `${bench.work}/plan`;

const head = ["customers", "page", "connections", "requests_a_second", "p50_ms", "p95_ms", "p99_ms", "longest_ms",
	"cpu_ms", "apache_ms", "programs_ms", "mariadb_ms", "statements", "bytes", "errors"];

function output(program, words) {
	return new Promise((resolve, reject) => {
		const child = spawn(program, words, { stdio: ["ignore", "pipe", "inherit"] });
		let text = "";
		child.stdout.on("data", (part) => { text += part; });
		child.on("close", (code) => code ? reject(new Error(`${program} ended with ${code}`)) : resolve(JSON.parse(text)));
	});
}

async function load(plan, connections, seconds) {
	writeFileSync(planFile, `${plan}\n`);
	return output(`${bench.build}/tests/bench/load`, [port, connections, seconds, planFile].map(String));
}

// What a run cost beside the time it took.
async function weighed(run) {
	const asked = statements(), before = used(bench.servers);
	const result = await run();
	return { ...result, used: difference(before, used(bench.servers)), statements: statements() - asked };
}

const each = (value, result) => value / (result.tasks ?? result.requests);

function row(customers, page, connections, result) {
	const [apache, programs, mariadb] = ["apache", "programs", "mariadb"].map((name) => each(result.used[name] * 1000, result));
	return { customers, page, connections, requests_a_second: result.tasks / result.seconds,
		p50_ms: result.p50, p95_ms: result.p95, p99_ms: result.p99, longest_ms: result.max,
		cpu_ms: apache + programs + mariadb, apache_ms: apache, programs_ms: programs, mariadb_ms: mariadb,
		statements: each(result.statements, result), bytes: result.bytes, errors: result.errors };
}

const digits = { requests_a_second: 0, bytes: 0, connections: 0, customers: 0, errors: 0, statements: 1, p50_ms: 2,
	p95_ms: 2, p99_ms: 1, longest_ms: 1 };
const shown = (name, value) => typeof value === "number" ? value.toFixed(digits[name] ?? 3) : value;

function tell(made) {
	const widths = { page: 30, connections: 5, customers: 9 };
	console.log(head.map((name) => name === "page" ? String(shown(name, made[name])).padEnd(30) :
		String(shown(name, made[name])).padStart(widths[name] ?? 9)).join(" "));
	appendFileSync(bench.csv, `${head.map((name) => JSON.stringify(made[name])).join(",")}\n`);
}

const titles = { customers: "customers", page: "page", connections: "conn.", requests_a_second: "per sec.", p50_ms: "p50 ms",
	p95_ms: "p95 ms", p99_ms: "p99 ms", longest_ms: "longest", cpu_ms: "CPU ms", apache_ms: "Apache",
	programs_ms: "programs", mariadb_ms: "MariaDB", statements: "SQL", bytes: "bytes", errors: "errors" };

// The page's statements without the page.
async function replayed(secret, page) {
	const words = [page.replay, secret];
	const run = (count) => output(`${bench.build}/tests/bench/replay`, [...words, String(count), ...page.values]);
	await run(50);
	const few = await weighed(() => run(100)), many = await weighed(() => run(100 + bench.seconds * 300));
	const count = many.requests - few.requests;
	return (many.cpu - few.cpu + many.used.mariadb - few.used.mariadb) * 1000 / count;
}

async function measured(customers, page) {
	const rows = [];
	await load(page.plan, Math.max(...bench.connections), bench.seconds); // workers are started and have prepared their statements
	for (const connections of bench.connections) {
		const made = row(customers, page.name, connections, await weighed(() => load(page.plan, connections, bench.seconds)));
		tell(made);
		rows.push(made);
	}
	return rows;
}

const cell = (text, width = 9) => String(text).padStart(width);

function ratios(table, replays) {
	const last = (name) => table.filter((made) => made.page === name).at(-1);
	const nothing = last(floor[1]), file = last(floor[0]);
	console.log(`\nAgainst the floor, at ${nothing.connections} connections:`);
	console.log(`${"page".padEnd(30)} ${cell("of do-nothing's requests/s", 28)} ${cell("CPU / do-nothing", 18)} ` +
		`${cell("CPU / file", 12)} ${cell("statements alone, CPU ms", 26)}`);
	for (const name of new Set(table.map((made) => made.page))) {
		const made = last(name), part = made.requests_a_second / nothing.requests_a_second;
		console.log(`${name.padEnd(30)} ${cell(`${(part * 100).toFixed(0)} %`, 28)} ` +
			`${cell((made.cpu_ms / nothing.cpu_ms).toFixed(1), 18)} ${cell((made.cpu_ms / file.cpu_ms).toFixed(1), 12)} ` +
			cell(replays[name]?.toFixed(3) ?? "-", 26));
	}
}

function workers() {
	console.log("\nMemory of the workers after the load (PSS):");
	for (const [name, list] of Object.entries(memory(bench.servers)))
		console.log(`${name.padEnd(20)} ${cell(list.length, 3)} workers, the largest ${(Math.max(...list) / 1024).toFixed(1)} MiB, ` +
			`on average ${(list.reduce((all, one) => all + one) / list.length / 1024).toFixed(1)} MiB`);
	console.log(`Connections to MariaDB: at most ${one("SELECT variable_value FROM information_schema.global_status " +
		"WHERE variable_name = 'MAX_USED_CONNECTIONS'")} at once, ${one("SELECT @@max_connections")} are allowed.`);
}

// In ./check: answers and numbers of statements, no times.
function judge(table, list) {
	let bad = 0;
	for (const made of table) {
		const most = list.find(({ name }) => name === made.page)?.most ?? 99;
		const good = !made.errors && made.requests_a_second > 0 && made.bytes > 300 && made.statements < most + 0.5;
		bad += !good;
		console.log(`${good ? "ok" : "not ok"} - ${made.page}, ${made.connections} connections: ${made.errors} errors, ` +
			`${made.statements.toFixed(1)} statements, ${made.bytes.toFixed(0)} bytes`);
	}
	const odd = listedOtherwise();
	console.log(`${odd === 0 ? "ok" : "not ok"} - lists show of every made-up customer what is primary: ${odd} do not`);
	return bad + odd;
}

async function main() {
	const customers = Number(one("SELECT COUNT(*) FROM customer")), who = await desk(), table = [], replays = {};
	const list = await pages(who), all = [...list, ...await others(who)];
	console.log(`\n${head.map((name) => name === "page" ? titles[name].padEnd(30) :
		titles[name].padStart({ connections: 5 }[name] ?? 9)).join(" ")}`);
	for (const page of all)
		table.push(...await measured(customers, page));
	for (const page of list.filter(({ replay }) => replay))
		replays[page.name] = await replayed(who.secret, page);
	ratios(table, replays);
	workers();
	if (bench.smoke && judge(table, list))
		process.exitCode = 1;
}

if (process.env.BENCH_HEAD)
	writeFileSync(bench.csv, `${head.join(",")}\n`);
await main();
