// What processes have used: processor time by group, memory of the workers. From /proc, so it costs the measured
// processes nothing.
import { execFileSync } from "node:child_process";
import { readFileSync, readdirSync } from "node:fs";

const ticks = Number(execFileSync("getconf", ["CLK_TCK"], { encoding: "utf8" }));

function read(path) {
	try {
		return readFileSync(path, "utf8");
	} catch {
		return ""; // it has just ended
	}
}

// Every process of the session that LEADER began, as env.sh starts servers: { pid, parent, name, own, waited }, where
// waited is the time of children that have ended, in seconds.
function session(leader) {
	const found = [];
	for (const pid of readdirSync("/proc").filter((name) => /^\d+$/.test(name))) {
		const [, name, rest] = /^\d+ \((.*)\) (.*)$/s.exec(read(`/proc/${pid}/stat`)) ?? [];
		const cells = rest?.split(" ");
		if (cells && Number(cells[3]) === leader)
			found.push({ pid: Number(pid), parent: Number(cells[1]), name,
				own: (Number(cells[11]) + Number(cells[12])) / ticks,
				waited: (Number(cells[13]) + Number(cells[14])) / ticks });
	}
	return found;
}

// The kernel cuts names after 15 letters: connections.fcg
const isProgram = (one) => /\.fcgi?$/.test(one.name);
const sum = (list, value) => list.reduce((all, one) => all + value(one), 0);

// Seconds of processor time so far. Programs that have ended count as programs: what their parent waited for.
export function used({ apache, database }) {
	const all = session(apache), running = all.filter(isProgram);
	const parents = all.filter((one) => running.some((program) => program.parent === one.pid));
	return { apache: sum(all.filter((one) => !isProgram(one)), (one) => one.own),
		programs: sum(running, (one) => one.own) + sum(parents, (one) => one.waited),
		mariadb: sum(session(database), (one) => one.own) };
}

export const difference = (before, after) =>
	Object.fromEntries(Object.keys(before).map((name) => [name, after[name] - before[name]]));

// PSS of every worker in KiB, by program: { "customer.fcgi": [3120, ...] }. What workers share is split among them.
export function memory({ apache }) {
	const found = {};
	for (const one of session(apache).filter(isProgram)) {
		const pss = /^Pss:\s+(\d+)/m.exec(read(`/proc/${one.pid}/smaps_rollup`));
		if (pss)
			(found[one.name.replace(/\.fcg$/, ".fcgi")] ??= []).push(Number(pss[1]));
	}
	return found;
}
