// The database is gone, a template is missing, a log cannot be written: nothing is lost, nothing is half done, and the
// page says so. On an Upcard of its own.
import assert from "node:assert/strict";
import { mkdirSync, renameSync } from "node:fs";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { Client, forms, read, words } from "./client.mjs";
import * as desk from "./desk.mjs";
import { Own } from "./own.mjs";

let own, manager, name;
const sql = (text) => desk.sql(text, own.UPCARD_SOCKET);
const one = (text) => sql(text)[0]?.[0];
const client = () => new Client(own.UPCARD_URL);
const count = (last) => Number(one(`SELECT COUNT(*) FROM customer WHERE last_name = '${last}'`));
const NEW = "new-customer-form";
const typed = () => ({ first_name: "A <b>&\"", last_name: desk.letters(), privacy: ["no_email", "no_mail"], ssn: "216-45-0198" });

before(async () => {
	own = await new Own().start();
	name = desk.person("Manager", own.UPCARD_SOCKET);
	manager = await desk.signIn(name, client());
});
after(async () => own?.stop());

// 503, Retry-After, and a page that has every word but no number and no password.
function sorry(answer) {
	assert.equal(answer.status, 503);
	assert.match(answer.headers["retry-after"], /^\d+$/);
	assert.equal(answer.headers["cache-control"], "no-store");
	assert.match(read(answer), /nothing was lost/i);
	assert.doesNotMatch(answer.text, /216-?45-?0198/);
	const number = /Request number ([0-9a-f]+)/.exec(read(answer))[1];
	assert.ok(own.log().includes(number), "the request number is in the log");
}

function hasWords(answer, sent) {
	const form = forms(answer.text)[0];
	assert.ok(form, "a form with the words");
	assert.deepEqual(form.words.filter(([word]) => word === "privacy").map(([, value]) => value), sent.privacy);
	const kept = Object.fromEntries(form.words);
	assert.equal(kept.first_name, sent.first_name);
	assert.equal(kept.last_name, sent.last_name);
	return form;
}

async function savedOnce(answer, sent) {
	const form = hasWords(answer, sent);
	const again = await manager.post("/customers/new", form.words);
	assert.equal(again.status, 303, `Try again: ${again.status}`);
	assert.equal((await manager.post("/customers/new", form.words)).location, again.location);
	assert.equal(count(sent.last_name), 1);
	assert.equal(one(`SELECT COUNT(*) FROM ssn JOIN customer ON id = customer_id WHERE last_name = '${sent.last_name}'`), "1");
}

describe("the database is gone", () => {
	let page, sent, answers;
	before(async () => {
		page = await manager.get("/customers/new");
		sent = typed();
		await own.tell("database_stop");
		answers = { saved: await manager.submit(page, NEW, sent, { name: "save", value: "view" }),
			list: await manager.get("/customers"), record: await manager.get("/customer/10001/overview"),
			forged: await manager.post("/customers/new", { first_name: "Forged", last_name: "Call 614 555 0100" }, { "Sec-Fetch-Site": "cross-site" }),
			in: await client().post("/session", { user_name: name, password: desk.password }) };
		await own.tell("database_start");
	});
	test("a save is answered with 503, says that nothing was lost and has every typed word", () => {
		sorry(answers.saved);
		hasWords(answers.saved, sent);
	});
	test("every page is answered with 503 and a way to try again", () => {
		for (const at of ["list", "record"]) {
			sorry(answers[at]);
			assert.match(read(answers[at]), /Try again/);
		}
	});
	test("words of another site are on no page of ours", () => {
		sorry(answers.forged);
		assert.doesNotMatch(answers.forged.text, /Forged|614/);
	});
	test("signing in is answered with 503 and keeps no password", () => {
		assert.equal(answers.in.status, 503);
		assert.ok(!answers.in.text.includes(desk.password));
	});
	test("all works again by itself when it is back", async () => {
		assert.equal((await manager.get("/customers")).status, 200);
		assert.equal(count(sent.last_name), 0);
	});
	test("Try again saves what was typed, once", async () => {
		await savedOnce(answers.saved, sent);
	});
	test("the log names the fault and nothing that was typed", () => {
		const log = own.log();
		assert.match(log, /MariaDB error 200\d/);
		for (const word of [sent.last_name, "A <b>", "216-45-0198", "216450198", desk.password])
			assert.ok(!log.includes(word), word);
	});
});

describe("the database ends in the middle", () => {
	test("connections that were open before are made anew: the first page and the first save after a restart succeed", async () => {
		const page = await manager.get("/customers/new"), sent = typed();
		await own.tell("database_stop");
		await own.tell("database_start");
		const answer = await manager.submit(page, NEW, sent, { name: "save", value: "view" });
		assert.equal(answer.status, 303);
		assert.equal(count(sent.last_name), 1);
		assert.equal((await manager.get(answer.location)).status, 200);
	});
	test("a save that hangs while it stands still is carried out once when it goes on", async () => {
		const page = await manager.get("/customers/new"), sent = typed(), pid = own.databasePid();
		process.kill(pid, "SIGSTOP");
		const waiting = manager.submit(page, NEW, sent, { name: "save", value: "view" });
		const second = manager.submit(page, NEW, sent, { name: "save", value: "view" });
		await new Promise((resolve) => setTimeout(resolve, 300)); // long enough to reach the database, whatever it finds there
		process.kill(pid, "SIGCONT");
		const [first, twin] = [await waiting, await second];
		assert.equal(first.status, 303);
		assert.equal(twin.location, first.location);
		assert.equal(count(sent.last_name), 1);
	});
});

describe("a table is altered while processes are at work", () => {
	for (const [what, alter] of [["gets a column", "ADD altered INT"], ["loses a column", "DROP altered"],
		["has a column in another place", "MODIFY job_title VARCHAR(400) AFTER id"]])
		test(`when customer ${what}, no page fails and a save is carried out once`, async () => {
			const sent = typed(), id = await desk.add(manager, sent);
			const all = () => Promise.all(["overview", "details", "overview", "details"].map((at) => manager.get(`/customer/${id}/${at}`)));
			await all();
			sql(`ALTER TABLE customer ${alter}`);
			const page = await manager.submit(await manager.get("/customers/new"), NEW, typed(), { name: "save", value: "view" });
			assert.equal(page.status, 303);
			for (const answer of [...await all(), ...await all()]) {
				assert.equal(answer.status, 200);
				assert.ok(read(answer).includes(sent.last_name));
			}
			assert.equal(count(sent.last_name), 1);
			assert.equal(await desk.save(manager, id, { job_title: "Welder" }).then((answer) => answer.status), 303);
			assert.equal(one(`SELECT job_title FROM customer WHERE id = ${id}`), "Welder");
		});
});

// The database lets the first TIMES writes collide, as it does with the one of two whom it ends for the other's sake. Its
// count is in a table that no rollback reaches.
describe("a request meets another one in the database", () => {
	const colliding = async (times, doing) => {
		sql(`CREATE TABLE met (n INT) ENGINE=MyISAM;
			DELIMITER //
			CREATE TRIGGER meeting BEFORE INSERT ON customer FOR EACH ROW BEGIN
				INSERT INTO met VALUES (1);
				IF (SELECT COUNT(*) FROM met) <= ${times} THEN SIGNAL SQLSTATE '40001' SET MYSQL_ERRNO = 1213; END IF;
			END//
			DELIMITER ;`);
		try {
			const answer = await doing();
			return { answer, met: Number(one("SELECT COUNT(*) FROM met")) };
		} finally {
			sql("DROP TRIGGER meeting; DROP TABLE met");
		}
	};
	test("it is carried out again from the start, and its form is done once", async () => {
		const page = await manager.get("/customers/new"), sent = typed();
		const { answer, met } = await colliding(2, () => manager.submit(page, NEW, sent, { name: "save", value: "view" }));
		assert.equal(met, 3);
		assert.equal(answer.status, 303);
		assert.equal(count(sent.last_name), 1);
		assert.equal(one(`SELECT first_name FROM customer WHERE last_name = '${sent.last_name}'`), sent.first_name);
		assert.equal((await manager.submit(page, NEW, sent, { name: "save", value: "view" })).location, answer.location);
	});
	test("after three times the page asks to try again and has every word", async () => {
		const page = await manager.get("/customers/new"), sent = typed();
		const { answer, met } = await colliding(3, () => manager.submit(page, NEW, sent, { name: "save", value: "view" }));
		assert.equal(met, 3);
		sorry(answer);
		assert.equal(count(sent.last_name), 0);
		await savedOnce(answer, sent);
	});
});

describe("a fault of ours", () => {
	let lost;
	const template = (what) => join(own.UPCARD_DATA, "templates", what);
	before(async () => {
		lost = typed();
		await own.tell("templates_copy");
		for (const program of ["desk.fcgi"])
			for (const pid of own.workers(program))
				process.kill(pid, "SIGKILL"); // the next one reads the new configuration
		manager = await own.signedIn(name);
		mkdirSync(template("away"));
	});
	const without = async (what, doing) => {
		const away = template(`away/${what.replace("/", "-")}`);
		renameSync(template(what), away);
		try {
			return await doing();
		} finally {
			renameSync(away, template(what));
		}
	};
	test("a missing template is a 500 page with a request number that is in the log", async () => {
		const answer = await without("customers/search.cs", async () => {
			await manager.get("/customers");
			return manager.get("/customers");
		});
		assert.equal(answer.status, 500);
		const number = /Request number ([0-9a-f]+)/.exec(read(answer))[1];
		assert.match(own.log(), new RegExp(`upcard ${number}: GET .*template customers/search.cs`));
		assert.doesNotMatch(answer.text, /search\.cs|\/templates/);
		assert.equal((await manager.get("/customers")).status, 200, "it is back by itself");
	});
	test("when a save cannot be answered with its page, the words are in the 500 page and not in the log", async () => {
		const page = await manager.get("/customers/new");
		const answer = await without("customers/new.cs", () => manager.submit(page, NEW, { ...lost, date_of_birth: "x" }));
		assert.equal(answer.status, 500);
		hasWords(answer, lost);
		assert.ok(!own.log().includes(lost.last_name) && !own.log().includes("A <b>"));
		assert.doesNotMatch(answer.text, /216-?45-?0198/);
	});
	test("when the error page is missing too, a plain page with the number is sent", async () => {
		const answer = await without("error", () => without("customers/search.cs", () => manager.get("/customers")));
		assert.equal(answer.status, 500);
		assert.match(answer.text, /request number: [0-9a-f]+/);
		assert.ok(answer.headers["content-security-policy"]);
	});
	test("a number that cannot be opened is written to the log by customer only, and the record works", async () => {
		const last = desk.letters();
		const id = await desk.add(manager, { last_name: last, ssn: "216-45-0198" });
		sql(`UPDATE ssn SET sealed = 'AAAA' WHERE customer_id = ${id}`);
		assert.equal((await manager.get(`/customer/${id}/details`)).status, 200);
		assert.equal((await manager.get(`/customer/${id}/overview`)).status, 200);
		assert.match(own.log(), new RegExp(`number of customer ${id} does not open`));
		assert.ok(!own.log().includes(last));
	});
	test("a fault in the middle of a save undoes all of it", async () => {
		const last = desk.letters();
		sql("CREATE TRIGGER broken BEFORE INSERT ON activity FOR EACH ROW SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'x'");
		const page = await manager.get("/customers/new"), keys = one("SELECT COUNT(*) FROM once");
		const answer = await manager.submit(page, NEW, { ...lost, last_name: last }, { name: "save", value: "view" });
		sql("DROP TRIGGER broken");
		assert.equal(answer.status, 500);
		assert.equal(count(last), 0);
		assert.equal(one("SELECT COUNT(*) FROM once"), keys);
		await savedOnce(answer, { ...lost, last_name: last });
	});
	test("a reveal whose log cannot be written shows nothing", async () => {
		const id = await desk.add(manager, { ssn: "216-45-0198" });
		sql("CREATE TRIGGER broken BEFORE INSERT ON activity FOR EACH ROW SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'x'");
		const answer = await manager.post(`/customer/${id}/ssn`, { token: await own.tokenOf(manager), ssn_do: "reveal" });
		sql("DROP TRIGGER broken");
		assert.equal(answer.status, 500);
		assert.doesNotMatch(answer.text, /216-?45-?0198/);
		assert.doesNotMatch((await manager.get(`/customer/${id}/details`)).text, /216-?45-?0198/);
	});
	test("the account of the programs cannot rewrite what happened", async () => {
		const grants = sql("SHOW GRANTS FOR upcard_app@localhost").flat().filter((line) => line.includes("activity"));
		assert.deepEqual(grants, ["GRANT SELECT, INSERT ON `upcard`.`activity` TO `upcard_app`@`localhost`"]);
	});
});
