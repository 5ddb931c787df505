// More connections at once than the programs can serve: what is answered must be whole, and what is not must be told to
// come back (503).
import { spawn } from "node:child_process";
import { writeFileSync } from "node:fs";
import { one } from "../web/desk.mjs";
import { day, desk } from "./pages.mjs";

const bench = JSON.parse(process.env.BENCH), planFile = `${bench.work}/plan`;
const port = new URL(process.env.UPCARD_URL).port;

// Any status may be 503 in its place.
const patient = (plan) => plan.replace(/^step\t([^\t|]+)\t/gm, "step\t$1|503\t").replace(/^step\t303\|409\t/gm, "step\t303|409\t");

writeFileSync(planFile, `${patient(day(await desk()))}\n`);
const child = spawn(`${bench.build}/tests/bench/load`, [port, bench.number, Math.max(20, bench.seconds), planFile].map(String),
	{ stdio: ["ignore", "pipe", "inherit"] });
let text = "";
child.stdout.on("data", (part) => { text += part; });
const code = await new Promise((resolve) => { child.on("close", resolve); });
const result = JSON.parse(text);
console.log(`${bench.number} connections: ${result.requests} requests in ${result.seconds} s, ${result.errors} errors, ` +
	`by status ${JSON.stringify(result.statuses)}; p50 ${result.p50} ms, p95 ${result.p95} ms, p99 ${result.p99} ms, ` +
	`longest ${result.max} ms`);
console.log(`MariaDB: at most ${one("SELECT variable_value FROM information_schema.global_status " +
	"WHERE variable_name = 'MAX_USED_CONNECTIONS'")} of ${one("SELECT @@max_connections")} connections`);
if (code || result.errors)
	process.exitCode = 1;
