// desk.fcgi is killed in the middle of saves: customer, connection and history are there together or not at all, and
// sending the form again with its key makes exactly one. On an Upcard of its own.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { setTimeout as pause } from "node:timers/promises";
import * as desk from "./desk.mjs";
import { crooked, onceKey } from "./connect_desk.mjs";
import { Own } from "./own.mjs";

const LANES = 4, EACH = 12, KILLS = 15; // mod_fcgid starts programs that die often ever more slowly
let own, name, firms, people;
const one = (text) => desk.one(text, own.UPCARD_SOCKET);

before(async () => {
	own = await new Own().start();
	name = desk.person("Manager", own.UPCARD_SOCKET);
	const me = await own.signedIn(name);
	firms = [];
	for (let i = 0; i < LANES; i++)
		firms.push(await desk.add(me, { customer_type: "business", business_name: `Kill ${i}`, first_name: null, last_name: null,
			"phones.0.type": "work", "phones.0.number": "6145550142" }));
	people = [];
	for (let i = 0; i < LANES * EACH; i++)
		people.push(await desk.add(me));
});
after(async () => own?.stop());

const attempt = ({ me, path, words }) => me.post(path, words).catch((error) => ({ status: 0, text: String(error) }));

// LANES desks save EACH forms that FORM(lane, i) makes, while the processes of desk.fcgi are killed.
async function killedSaves(form) {
	const saves = [];
	let going = LANES, killed = 0;
	const lane = async (n) => {
		const me = await own.signedIn(name), token = await own.tokenOf(me);
		for (let i = 0; i < EACH; i++) {
			const save = { me, ...form(n, i) };
			save.words = { token, once: onceKey(), ...save.words };
			save.answer = await attempt(save);
			saves.push(save);
		}
		going--;
	};
	const killing = async () => {
		while (going && killed < KILLS) {
			for (const pid of own.workers("desk.fcgi")) {
				try {
					process.kill(pid, "SIGKILL");
					killed++;
				} catch {
					// it ended by itself
				}
			}
			await pause(12);
		}
	};
	await Promise.all([...Array.from({ length: LANES }, (_, n) => lane(n)), killing()]);
	assert.ok(killed >= 1, `${killed} killed`);
	return saves;
}

async function untilDone(save) {
	for (let i = 0; i < 6 && save.answer.status !== 303; i++) {
		assert.ok([0, 500, 502, 503].includes(save.answer.status), `${save.answer.status}`);
		save.answer = await attempt(save);
	}
	assert.equal(save.answer.status, 303);
}

// Both sides, both histories, one primary contact a business.
function whole() {
	assert.deepEqual(crooked(own.UPCARD_SOCKET), []);
	assert.equal(one(`SELECT COUNT(*) FROM connection k WHERE 1 <> (SELECT COUNT(*) FROM activity a JOIN customer o ON o.id = k.other_id
		WHERE a.customer_id = k.customer_id AND a.action = 'connection_added'
		AND a.fields LIKE CONCAT(COALESCE(o.business_name, CONCAT(o.first_name, ' ', o.last_name)), ',%'))`), "0", "one line in the history of each side");
	assert.equal(one("SELECT COUNT(*) FROM activity WHERE action = 'connection_added'"), one("SELECT COUNT(*) FROM connection"));
}

test("123: killed in the middle of adding new customers: customer, connection and history together or not at all, once each", async () => {
	const saves = await killedSaves((n, i) => ({ path: `/connect/${firms[n % 2]}/new`, words: { customer_type: "individual",
		first_name: "Killed", last_name: desk.letters(), relationship: "employee", title: `${n} ${i}`, same_contact: "1" } }));
	const count = ({ words }) => one(`SELECT COUNT(*) FROM customer WHERE last_name = '${words.last_name}'`);
	const alone = () => one(`SELECT COUNT(*) FROM customer c WHERE first_name = 'Killed' AND (
		2 <> (SELECT COUNT(*) FROM connection k WHERE k.customer_id = c.id OR k.other_id = c.id)
		OR 1 <> (SELECT COUNT(*) FROM contact p WHERE p.customer_id = c.id)
		OR 3 <> (SELECT COUNT(*) FROM activity a WHERE a.customer_id = c.id)
		OR NOT EXISTS (SELECT 1 FROM search_key s WHERE s.customer_id = c.id))`);
	assert.equal(alone(), "0");
	whole();
	for (const save of saves)
		if (save.answer.status === 303)
			assert.equal(count(save), "1", "an acknowledged one is there");
	for (const save of saves) {
		await untilDone(save);
		assert.equal(count(save), "1", "exactly once");
	}
	assert.equal(alone(), "0");
	whole();
	assert.equal(one(`SELECT COUNT(*) FROM connection WHERE customer_id IN (${firms}) AND is_primary`), "2");
});

test("123: killed in the middle of connecting existing customers: both sides or none, and once each", async () => {
	const saves = await killedSaves((n, i) => ({ path: `/connect/${firms[n]}`, words: { other: people[n * EACH + i], title: "T", do: "save" } }));
	whole();
	for (const save of saves)
		await untilDone(save);
	whole();
	assert.equal(one(`SELECT COUNT(*) FROM connection WHERE customer_id IN (${firms}) AND other_id IN (${people})`), String(LANES * EACH));
	assert.equal(one(`SELECT COUNT(*) FROM connection WHERE customer_id IN (${firms}) AND is_primary`), String(LANES));
});
