// A program or the database is killed in the middle of saves: nothing that was acknowledged is lost, nothing is there
// twice, and what was not acknowledged can be sent again. On an Upcard of its own.
import assert from "node:assert/strict";
import { randomBytes } from "node:crypto";
import { after, before, test } from "node:test";
import { setTimeout as pause } from "node:timers/promises";
import * as desk from "./desk.mjs";
import { Own } from "./own.mjs";

let own, name;
const one = (text) => desk.one(text, own.UPCARD_SOCKET);
const count = (last) => Number(one(`SELECT COUNT(*) FROM customer WHERE last_name = '${last}'`));

before(async () => {
	own = await new Own().start();
	name = desk.person("Manager", own.UPCARD_SOCKET);
});
after(async () => own?.stop());

// LANES people save EACH customers one after the other; after the first save BREAKING happens up to TIMES times.
async function manySaves(lanes, each, breaking, times) {
	const saves = [], people = [];
	let going = lanes;
	for (let i = 0; i < lanes; i++) {
		const me = await own.signedIn(name);
		people.push({ me, token: await own.tokenOf(me) });
	}
	const lane = async ({ me, token }) => {
		for (let i = 0; i < each; i++) {
			const save = { me, last: desk.letters(), once: randomBytes(16).toString("hex"), token };
			save.answer = await attempt(save);
			saves.push(save);
		}
		going--;
	};
	const broken = async () => {
		while (!saves.length)
			await pause(1);
		for (let i = 0; i < times && going; i++)
			await breaking();
	};
	await Promise.all([...people.map(lane), broken()]);
	return saves;
}

const attempt = ({ me, last, once, token }) => me.post("/customers/new", { token, once, customer_type: "individual",
	first_name: "Kill", last_name: last, "phones.0.type": "home", "phones.0.number": "6145550142", ssn: "216-45-0198", save: "view" })
	.catch((error) => ({ status: 0, text: String(error) }));

// What was not acknowledged is sent again with the same key, as Try again does.
async function eachOnce(saves) {
	for (const save of saves) {
		const acknowledged = save.answer.status === 303;
		assert.ok(acknowledged || [0, 500, 502, 503].includes(save.answer.status), `${save.answer.status}`);
		if (acknowledged)
			assert.equal(count(save.last), 1, "an acknowledged save is there");
		for (let i = 0; i < 5 && save.answer.status !== 303; i++)
			save.answer = await attempt(save);
		assert.equal(save.answer.status, 303);
		assert.equal(count(save.last), 1, "exactly once");
	}
	whole();
}

// Whatever happened, a customer is there with all that belongs to it, or not at all.
function whole() {
	assert.equal(one("SELECT COUNT(*) FROM customer c WHERE NOT EXISTS (SELECT 1 FROM search_key k WHERE k.customer_id = c.id)"), "0");
	assert.equal(one("SELECT COUNT(*) FROM customer c WHERE 1 <> (SELECT COUNT(*) FROM activity a WHERE a.customer_id = c.id AND action = 'customer_added')"), "0");
	assert.equal(one("SELECT COUNT(*) FROM customer c WHERE first_name = 'Kill' AND (NOT EXISTS (SELECT 1 FROM ssn s WHERE s.customer_id = c.id) OR NOT EXISTS (SELECT 1 FROM contact p WHERE p.customer_id = c.id))"), "0");
	assert.equal(one("SELECT COUNT(*) FROM once o WHERE location LIKE '/customer/%' AND NOT EXISTS (SELECT 1 FROM customer c WHERE o.location LIKE CONCAT('/customer/', c.id, '/%'))"), "0");
}

// Ends the processes of that program as a crash, or as an administrator, would; returns how many there were.
function kill(program, signal) {
	let killed = 0;
	for (const pid of own.workers(program)) {
		try {
			process.kill(pid, signal);
			killed++;
		} catch {
			// it ended by itself
		}
	}
	return killed;
}

test("programs killed in the middle of saves: each acknowledged save is there, each other one after sending it again, none twice", async () => {
	let killed = 0;
	const saves = await manySaves(6, 20, async () => {
		killed += kill("desk.fcgi", "SIGKILL");
		await pause(30);
	}, 60);
	assert.ok(killed >= 3, `${killed} killed`);
	await eachOnce(saves);
});
test("programs asked to end by SIGTERM finish their request first", async () => {
	const saves = await manySaves(4, 12, async () => {
		kill("desk.fcgi", "SIGTERM");
		await pause(30);
	}, 20);
	await eachOnce(saves);
});
test("a database killed in the middle of saves loses none that was acknowledged and doubles none", async () => {
	for (let round = 0; round < 2; round++) {
		const saves = await manySaves(4, 15, async () => {
			process.kill(own.databasePid(), "SIGKILL");
			await own.tell("database_stop");
			await own.tell("database_start");
		}, 1);
		await eachOnce(saves);
	}
});
