// 64 connections work as desks do: 60 % search, 25 % open, 10 % edit, 5 % create, for as many minutes as run was told.
// Nothing may fail, no worker may grow, MariaDB must have connections left.
import { spawn } from "node:child_process";
import { writeFileSync } from "node:fs";
import { one } from "../web/desk.mjs";
import { day, desk, statements } from "./pages.mjs";
import { difference, memory, used } from "./processes.mjs";

const bench = JSON.parse(process.env.BENCH), connections = 64, planFile = `${bench.work}/plan`;
const port = new URL(process.env.UPCARD_URL).port;

const status = (name) => Number(one("SELECT variable_value FROM information_schema.global_status " +
	`WHERE variable_name = '${name}'`));

function load(seconds) {
	return new Promise((resolve, reject) => {
		const child = spawn(`${bench.build}/tests/bench/load`, [port, connections, seconds, planFile].map(String),
			{ stdio: ["ignore", "pipe", "inherit"] });
		let text = "";
		child.stdout.on("data", (part) => { text += part; });
		child.on("close", (code) => code ? reject(new Error(`load ended with ${code}`)) : resolve(JSON.parse(text)));
	});
}

// Largest and mean PSS of all workers, in MiB.
function workers() {
	const all = Object.values(memory(bench.servers)).flat().map((kilobytes) => kilobytes / 1024);
	return { count: all.length, most: Math.max(...all), mean: all.reduce((sum, value) => sum + value, 0) / all.length };
}

const who = await desk();
writeFileSync(planFile, `${day(who)}\n`);
const minutes = bench.number, sum = { requests: 0, tasks: 0, errors: 0, statuses: {} };
await load(10); // every worker has been started and has prepared its statements
const first = workers(), before = used(bench.servers), asked = statements();
console.log("minute  per sec.   p50 ms   p95 ms   p99 ms  longest  errors  workers  largest MiB  mean MiB  MariaDB now");
for (let minute = 1; minute <= minutes; minute++) {
	const result = await load(60), now = workers();
	for (const name of ["requests", "tasks", "errors"])
		sum[name] += result[name];
	for (const [code, count] of Object.entries(result.statuses))
		sum.statuses[code] = (sum.statuses[code] ?? 0) + count;
	console.log([String(minute).padStart(6), ...[result.requests / result.seconds, result.p50, result.p95, result.p99, result.max]
		.map((value) => value.toFixed(1).padStart(8)), String(result.errors).padStart(7), String(now.count).padStart(8),
	now.most.toFixed(2).padStart(12), now.mean.toFixed(2).padStart(9), String(status("THREADS_CONNECTED")).padStart(12)].join(" "));
}
const last = workers(), cost = difference(before, used(bench.servers));
console.log(`\n${sum.requests} requests, ${sum.tasks} tasks, ${sum.errors} errors; answers by status: ${JSON.stringify(sum.statuses)}`);
console.log(`CPU a request: ${Object.entries(cost).map(([name, seconds]) =>
	`${name} ${(seconds * 1000 / sum.requests).toFixed(3)} ms`).join(", ")}; ${((statements() - asked) / sum.requests).toFixed(1)} statements`);
console.log(`Workers: mean PSS ${first.mean.toFixed(2)} -> ${last.mean.toFixed(2)} MiB, the largest ${last.most.toFixed(2)} MiB`);
console.log(`MariaDB: at most ${status("MAX_USED_CONNECTIONS")} of ${one("SELECT @@max_connections")} connections, ` +
	`${status("INNODB_DEADLOCKS")} deadlocks`);
if (sum.errors || last.mean > first.mean * 1.25 + 0.5)
	process.exitCode = 1;
