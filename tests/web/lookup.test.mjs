// The look-up against the stand-in: what is asked, what comes of each fault, what is never told or fetched.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { before, describe, test } from "node:test";
import { randomInt } from "node:crypto";
import { forms, led, raw, read, site } from "./client.mjs";
import { add, lookUp as search, one, signedIn, sql, unique } from "./desk.mjs";

const folder = process.env.UPCARD_STAND_IN;
const labels = { gravatar: "Gravatar", github: "GitHub", fediverse: "Fediverse", libravatar: "Libravatar",
	fullcontact: "FullContact", peopledata: "People Data Labs" };
const names = Object.keys(labels);
let sales;

before(async () => {
	sales = await signedIn("Salesperson");
});

// Nobody is left alone because an earlier test made it fail, and nobody's answer is remembered.
const forget = () => sql("DELETE FROM provider_state; DELETE FROM lookup_answer; DELETE FROM found_image");

const log = () => readFileSync(`${folder}/requests.log`, "utf8").trim().split("\n").filter(Boolean).map((line) => JSON.parse(line));

const customer = (email, typed = {}) => add(sales, { "emails.0.type": "personal", "emails.0.address": email, ...typed });

async function lookUp(email, typed) {
	forget();
	const id = await customer(email, typed);
	return { id, page: await search(sales, id) };
}

const outcomes = (id) => Object.fromEntries(sql(`SELECT fields FROM activity WHERE customer_id = ${id} AND action = 'social_asked'`)
	.map(([fields]) => fields.split(", ")).map(([name, , outcome]) => [name, outcome]));

// The boxes of the page: label, value, key, whether it is ticked, and whether Tick all new would.
const boxes = (page) => [...page.text.matchAll(/<input type="checkbox" name="take" value="(\w+)"[^>]*>/g)].map(([tag, key]) =>
	({ key, ticked: / checked/.test(tag), isNew: / data-new/.test(tag), picture: /data-one="photo"/.test(tag),
		label: /aria-label="([^"]*)"/.exec(tag)?.[1] ?? new RegExp(`id="label-${key}">([^<]*)`).exec(page.text)?.[1],
		value: new RegExp(`id="value-${key}">([^<]*)`).exec(page.text)?.[1] }));

const keyOf = (page, value) => boxes(page).find((box) => box.value === value || box.label === value)?.key ?? assert.fail(`no ${value}`);
const update = (page, take) => sales.submit(page, "social-form", { take });

describe("who is asked", () => {
	test("all six providers, and each finding names its sources", async () => {
		const { id, page } = await lookUp("dana.whitfield@example.com");
		assert.equal(page.status, 200);
		assert.deepEqual(outcomes(id), Object.fromEntries(names.map((name) => [name, "found"])));
		assert.match(read(page), /Fernbank Design Group.*Gravatar, FullContact, People Data Labs/);
		assert.match(read(page), /demo look-ups/);
	});
	test("no more than the address or its hash leaves: no SSN, no birth date, no name", async () => {
		const known = log().length, last = unique("Secretname");
		await lookUp("dana.whitfield+9@example.com", { last_name: last, ssn: "216-45-0197", date_of_birth: "1984-03-09" });
		const sent = JSON.stringify(log().slice(known));
		assert.match(sent, /dana\.whitfield/);
		for (const never of [/216.?45.?0197/, /1984/, /03.09/, new RegExp(last, "i"), /Maria/, /sid=|cookie/i])
			assert.doesNotMatch(sent, never);
	});
	test("every e-mail address of the record", async () => {
		forget();
		const id = await customer("nobody1@example.com", { "emails.1.type": "work", "emails.1.address": "dana.whitfield@example.com" });
		const page = await search(sales, id);
		assert.match(read(page), /nobody1@example.com, dana.whitfield@example.com/);
		assert.equal(one(`SELECT COUNT(*) FROM activity WHERE customer_id = ${id} AND action = 'social_asked'`), "12");
	});
	test("the same address is not asked about twice a day", async () => {
		await lookUp("dana.whitfield@example.com");
		const known = log().length;
		const page = await search(sales, await customer("Dana.Whitfield@Example.com"));
		assert.match(read(page), /Fernbank Design Group/);
		assert.equal(log().length, known);
	});
	test("only after the save was answered: saving opens no connection", async () => {
		forget();
		const known = log().length;
		await customer("stall@all.example");
		assert.equal(log().length, known);
	});
	test("the record opens the pop-up by itself until it was opened once, and has a link until it is done", async () => {
		const id = await customer("dana.whitfield@example.com"), notice = async (page) =>
			/<a [^>]*href="\/lookup\/\d+"[^>]*>See what was found/.exec((await sales.get(`/customer/${id}/${page}`)).text)?.[0];
		assert.match(await notice("overview"), /hx-trigger="load, click"/);
		assert.match(await notice("details"), /hx-trigger="load, click"/);
		sql(`UPDATE lookup SET state = 'opened' WHERE customer_id = ${id}`); // as search() leaves it while it asks
		assert.doesNotMatch(await notice("details"), /hx-trigger/);
		assert.match(read(await search(sales, id)), /Fernbank Design Group/);
		assert.equal(await notice("details"), undefined);
	});
	test("a link changes nothing and asks nobody, whatever state the look-up is in", async () => {
		forget();
		const id = await customer("dana.whitfield@example.com"), known = log().length;
		const rows = () => sql(`SELECT * FROM lookup WHERE customer_id = ${id}; SELECT * FROM activity WHERE customer_id = ${id};
			SELECT * FROM lookup_answer; SELECT * FROM provider_state; SELECT * FROM ticket`);
		for (const state of ["ordered", "opened", "waiting", "news", "done"]) {
			sql(`UPDATE lookup SET state = '${state}' WHERE customer_id = ${id}`);
			const before = rows();
			for (const method of ["GET", "HEAD"])
				for (const path of [`/lookup/${id}`, `/lookup/${id}?back=search`, `/lookup/${id}/found`, `/customer/${id}/overview`,
					`/customers?lookup=${id}`])
					assert.equal((await sales.send(method, path)).status, 200, `${method} ${path}`);
			assert.deepEqual(rows(), before, state);
		}
		assert.equal(log().length, known);
	});
	test("who wants no e-mail, mail or phone calls is not looked up, but when somebody asks", async () => {
		forget();
		const every = ["no_email", "no_mail", "no_phone_calls"];
		const id = await customer("dana.whitfield@example.com", { privacy: every });
		assert.equal(one(`SELECT COUNT(*) FROM lookup WHERE customer_id = ${id}`), "0");
		assert.doesNotMatch((await sales.get(`/customer/${id}/overview`)).text, /lookup-notice/);
		await sales.submit(await sales.get(`/customer/${id}/details`), "search-social");
		assert.match(read(await search(sales, id)), /Fernbank Design Group/);
		for (const left of every) {
			const some = await customer("dana.whitfield@example.com", { privacy: every.filter((one) => one !== left) });
			assert.equal(one(`SELECT COUNT(*) FROM lookup WHERE customer_id = ${some}`), "1", left);
		}
	});
	test("without an e-mail address nothing is ordered and nothing shown", async () => {
		const id = await add(sales);
		assert.equal(one(`SELECT COUNT(*) FROM lookup WHERE customer_id = ${id}`), "0");
		assert.doesNotMatch((await sales.get(`/customer/${id}/overview`)).text, /lookup-notice/);
	});
	test("nobody is asked about a placeholder", async () => {
		const id = await customer("noemail@example.com");
		assert.equal(one(`SELECT COUNT(*) FROM lookup WHERE customer_id = ${id}`), "0");
		const answer = await sales.submit(await sales.get(`/customer/${id}/details`), "search-social");
		assert.equal(answer.status, 422);
		assert.match(read(answer), /Nobody can be asked about that/);
	});
	test("a provider that is switched off is not asked", async () => {
		const was = one("SELECT value FROM setting WHERE name = 'social_providers'");
		sql("UPDATE setting SET value = 'gravatar' WHERE name = 'social_providers'");
		try {
			assert.deepEqual(outcomes((await lookUp("dana.whitfield@example.com")).id), { gravatar: "found" });
		} finally {
			sql(`UPDATE setting SET value = '${was}' WHERE name = 'social_providers'`);
		}
	});
});

describe("faults", () => {
	const expected = { reset: "broken", truncated: "broken", cut: "broken", huge: "broken", bomb: "broken", 503: "broken",
		"redirect-loopback": "broken", "redirect-metadata": "broken", "redirect-file": "broken", 404: "nothing", 422: "nothing",
		429: "busy", 401: "refused", empty: "nothing", nulls: "nothing" };
	const otherwise = {
		gravatar: { 403: "nothing" }, github: { 403: "busy" }, fullcontact: { 403: "refused" }, peopledata: { 403: "refused" },
		// a domain without such a server is the usual case, however it says so
		fediverse: Object.fromEntries(Object.keys(expected).map((name) => [name, "nothing"]).concat([["429", "busy"]])),
		libravatar: { 401: "refused", 403: "refused", truncated: "found", cut: "broken", empty: "found", nulls: "found",
			"redirect-loopback": "nothing", "redirect-metadata": "nothing", "redirect-file": "nothing", bomb: "broken" },
	};
	for (const name of names)
		for (const behaviour of new Set([...Object.keys(expected), ...Object.keys(otherwise[name] ?? {})]))
			test(`${labels[name]}: ${behaviour}`, async () => {
				const { id, page } = await lookUp(`${behaviour}@${name}.example`);
				assert.equal(page.status, 200);
				const wanted = otherwise[name]?.[behaviour] ?? expected[behaviour], got = outcomes(id);
				assert.equal(got[name], wanted);
				for (const other of names.filter((one) => one !== name))
					assert.equal(got[other], "nothing", other);
				if (wanted === "broken")
					assert.ok(read(page).includes(`${labels[name]} could not be reached.`));
			});
	test("a stall, and one byte a second, end with what came in time; the late one is named", async () => {
		for (const address of ["stall@fullcontact.example", "drip@peopledata.example"]) {
			const name = address.split(/[@.]/)[1], { id, page } = await lookUp(address);
			assert.equal(outcomes(id)[name], "late");
			assert.ok(read(page).includes(`${labels[name]} did not answer in time.`));
		}
	});
	test("what comes late does not hold back what came in time", async () => {
		const { page } = await lookUp("broken@example.com");
		assert.match(read(page), /FullContact did not answer in time/);
		assert.match(read(page), /GitHub could not be reached/);
	});
	test("wrong kinds of values, long ones and scripts never break the page or pass as links", async () => {
		for (const behaviour of ["types", "html", "javascript", "long", "deepnulls"]) {
			const { page } = await lookUp(`${behaviour}@all.example`);
			assert.equal(page.status, 200, behaviour);
			assert.doesNotMatch(page.text, /<script>alert|<b>|(href|src)="(javascript|data|vbscript):/i, behaviour);
		}
	});
	test("texts of scripts that are taken over stay text", async () => {
		const { id, page } = await lookUp("html@fullcontact.example");
		const answer = await update(page, boxes(page).filter((box) => box.isNew).map((box) => box.key));
		assert.equal(answer.status, 303);
		for (const name of ["overview", "details"])
			assert.doesNotMatch((await sales.get(`/customer/${id}/${name}`)).text, /<script>alert|<b>bold|javascript:/);
	});
	test("five failures open the breaker: the sixth time nobody is asked", async () => {
		forget();
		for (let i = 1; i <= 5; i++)
			await search(sales, await customer(`503+${i}@gravatar.example`));
		const known = log().filter((line) => line.provider === "gravatar").length;
		const page = await search(sales, await customer("503+6@gravatar.example"));
		assert.match(read(page), /Gravatar had trouble and is left alone for a minute/);
		assert.equal(log().filter((line) => line.provider === "gravatar").length, known);
		forget();
	});
	test("a rate limit is kept to", async () => {
		await lookUp("429@github.example");
		const known = log().filter((line) => line.provider === "github").length;
		await search(sales, await customer("429+1@github.example"));
		assert.equal(log().filter((line) => line.provider === "github").length, known);
		forget();
	});
	test("no key stands in a page or in the log of the server", async () => {
		const { page } = await lookUp("401@fullcontact.example");
		assert.match(read(page), /FullContact does not accept the dealership's key/);
		assert.doesNotMatch(page.text, /Bearer|demo-key/);
	});
});

describe("pictures", () => {
	const picture = async (email) => {
		const { id, page } = await lookUp(email);
		const box = boxes(page).find((one) => one.picture) ?? assert.fail("no picture");
		return { id, page, box, answer: await sales.get(`/lookup/${id}/photo?key=${box.key}`) };
	};
	test("a found one comes from our own server as JPEG, fetched once", async () => {
		const { id, box, answer } = await picture("rich@fullcontact.example");
		assert.equal(answer.status, 200);
		assert.equal(answer.headers["content-type"], "image/jpeg");
		const known = log().length;
		assert.equal((await sales.get(`/lookup/${id}/photo?key=${box.key}`)).status, 200);
		assert.equal(log().length, known);
	});
	for (const behaviour of ["notpicture", "megapixel", "bigpicture"])
		test(`${behaviour} is none, and taking it is refused with nothing written`, async () => {
			const { id, page, box, answer } = await picture(`${behaviour}@fullcontact.example`);
			assert.equal(answer.status, 404);
			const company = boxes(page).find((one) => one.label === "Company");
			const refused = await update(page, [box.key, company.key]);
			assert.equal(refused.status, 422);
			assert.match(read(refused), /profile image cannot be used/);
			assert.equal(one(`SELECT IFNULL(company, 'none') FROM customer WHERE id = ${id}`), "none");
		});
	for (const behaviour of ["redirect-loopback", "redirect-metadata", "redirect-file", "huge", "404", "reset"])
		test(`one at a place that answers ${behaviour} is none`, async () => {
			const { answer } = await picture(`picture-${behaviour}@fullcontact.example`);
			assert.equal(answer.status, 404);
		});
	test("a picture that was not found for this customer is not fetched", async () => {
		const { id } = await picture("rich@fullcontact.example");
		for (const key of ["0".repeat(16), "", "../x"])
			assert.equal((await sales.get(`/lookup/${id}/photo?key=${encodeURIComponent(key)}`)).status, 404);
	});
	test("a ticked one becomes the profile image, and can be removed", async () => {
		const { id, page, box } = await picture("rich@fullcontact.example");
		assert.equal((await update(page, [box.key])).status, 303);
		assert.equal((await sales.get(`/customer/${id}/photo`)).headers["content-type"], "image/jpeg");
		assert.match((await sales.get(`/customer/${id}/overview`)).text, new RegExp(`src="/customer/${id}/photo`));
		await sales.submit(await sales.get(`/customer/${id}/details`), "photo");
		assert.equal((await sales.get(`/customer/${id}/photo`)).status, 404);
	});
});

describe("taking over", () => {
	test("nothing is ticked before a person ticks it, and what the record says already is not offered", async () => {
		const { id, page } = await lookUp("dana.whitfield@example.com", { first_name: "Dana", last_name: "WHITFIELD" });
		assert.deepEqual(boxes(page).filter((box) => box.ticked), []);
		assert.ok(boxes(page).some((box) => box.isNew && box.picture) && boxes(page).some((box) => box.isNew && box.label === "Company"));
		assert.ok(!boxes(page).some((box) => /Name/.test(box.label)));
		assert.doesNotMatch(read(page), /They call this person/);
		const all = boxes(page).map((box) => box.key);
		assert.equal((await update(page, all.filter((key) => boxes(page).find((box) => box.key === key).isNew))).status, 303);
		await sales.submit(await sales.get(`/customer/${id}/details`), "search-social");
		const again = await search(sales, id);
		assert.ok(!boxes(again).some((box) => box.value === "Fernbank Design Group" || box.value?.startsWith("LinkedIn")));
	});
	test("a name that differs is said on top", async () => {
		const { page } = await lookUp("dana.whitfield@example.com", { first_name: "Maria", last_name: "Castellanos" });
		assert.match(read(page), /They call this person Dana Whitfield ?, the record says Maria Castellanos/);
	});
	test("when the record has it all already, that is said", async () => {
		const { id, page } = await lookUp("marcus.oyelaran@example.com"), all = boxes(page).map((box) => box.key);
		assert.ok(all.length);
		assert.equal(led(await update(page, all)), `/customer/${id}/overview?done=social`);
		const again = read(await sales.get(`/lookup/${id}`));
		assert.match(again, /What was found for marcus.oyelaran@example.com is in the record already/);
		assert.doesNotMatch(again, /No social media information/);
	});
	test("the record stands behind the pop-up", async () => {
		forget();
		const id = await customer("dana.whitfield@example.com"), searching = await sales.get(`/lookup/${id}`);
		const page = await search(sales, id), companies = boxes(page).filter((box) => box.label === "Company").map((box) => box.key);
		const refused = await update(page, companies), nobody = (await lookUp(`${unique("q")}@example.com`)).page;
		assert.equal(refused.status, 422);
		for (const shown of [searching, page, refused, nobody]) {
			assert.match(shown.text, /aria-label="Customer Summary"/);
			assert.equal(shown.text.match(/htmx\.min\.js/g).length, 1);
			assert.doesNotMatch(shown.text, /lookup-notice/);
		}
	});
	test("exactly what is ticked is written", async () => {
		const { id, page } = await lookUp("dana.whitfield@example.com", { first_name: "Marie" });
		const answer = await update(page, [keyOf(page, "Senior Landscape Architect"), keyOf(page, "LinkedIn dana-whitfield-example")]);
		assert.equal(led(answer), `/customer/${id}/overview?done=social`);
		assert.deepEqual(sql(`SELECT first_name, job_title, IFNULL(company, '-') FROM customer WHERE id = ${id}`),
			[["Marie", "Senior Landscape Architect", "-"]]);
		assert.equal(one(`SELECT GROUP_CONCAT(service) FROM social_profile WHERE customer_id = ${id}`), "linkedin");
		assert.equal(one(`SELECT fields FROM activity WHERE customer_id = ${id} AND action = 'social_updated'`),
			"Job Title, LinkedIn profile");
	});
	test("sent twice it is done once", async () => {
		const { id, page } = await lookUp("dana.whitfield@example.com");
		const take = [keyOf(page, "Senior Landscape Architect")];
		const [first, second] = await Promise.all([update(page, take), update(page, take)]);
		assert.deepEqual([led(first), led(second)], [`/customer/${id}/overview?done=social`, `/customer/${id}/overview?done=social`]);
		assert.equal(one(`SELECT COUNT(*) FROM activity WHERE customer_id = ${id} AND action = 'social_updated'`), "1");
	});
	test("a record changed meanwhile answers with the difference, the ticks kept", async () => {
		const { id, page } = await lookUp("dana.whitfield@example.com");
		await sales.submit(await sales.get(`/customer/${id}/details`), "details", { company: "Acme Corporation" });
		const answer = await update(page, [keyOf(page, "Fernbank Design Group")]);
		assert.equal(answer.status, 409);
		assert.match(read(answer), /changed this record meanwhile \(Company\)/);
		assert.match(read(answer), /Acme Corporation/);
		assert.deepEqual(boxes(answer).filter((box) => box.ticked).map((box) => box.value), ["Fernbank Design Group"]);
		assert.equal((await update(answer, [keyOf(answer, "Fernbank Design Group")])).status, 303);
		assert.equal(one(`SELECT company FROM customer WHERE id = ${id}`), "Fernbank Design Group");
	});
	test("ticks that nobody offered are nothing", async () => {
		const { id, page } = await lookUp("dana.whitfield@example.com");
		const answer = await update(page, ["0123456789abcdef", "'", "é"]);
		assert.equal(led(answer), `/customer/${id}/overview?done=unticked`);
	});
});

describe("late answers", () => {
	test("FullContact is asked again while it queues, and its second answer is shown", async () => {
		const { page } = await lookUp("queued+3@example.com");
		assert.match(read(page), /FullContact/);
		assert.ok(boxes(page).length > 3);
	});
	const post = (path, body, type = "application/json") => raw(`POST ${path} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n` +
		`Content-Type: ${type}\r\nContent-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`);
	const waiting = async () => {
		forget();
		const id = await customer(`nobody${randomInt(1e9)}@example.com`);
		const hash = "ab".repeat(32), secret = unique("ticket");
		// as ticket_make() and lookup_keep() leave it while FullContact searches on
		await search(sales, id);
		return { id, hash, secret };
	};
	test("without a ticket, or with a wrong one, nobody is let in", async () => {
		for (const path of ["/lookup/late", "/lookup/late?ticket=", "/lookup/late?ticket=x", `/lookup/late?ticket=${"0".repeat(64)}`])
			assert.match(await post(path, "{}"), /^HTTP\/1.1 404 /, path);
		assert.match(await post("/lookup/late?ticket=x", "a=b", "application/x-www-form-urlencoded"), /^HTTP\/1.1 404 /);
	});
	test("what FullContact was told is an address with a ticket that works once", async () => {
		await waiting();
		const asked = log().filter((line) => line.provider === "fullcontact").at(-1);
		const hook = new URL(JSON.parse(asked.body).webhookUrl);
		assert.equal(hook.origin, site);
		assert.match(hook.searchParams.get("ticket"), /^[0-9a-f]{64}$/);
		const path = hook.pathname + hook.search;
		assert.match(await post(path, "{}"), /^HTTP\/1.1 200 /);
		assert.match(await post(path, "{}"), /^HTTP\/1.1 404 /);
	});
	test("a late answer waits in the record and is shown there", async () => {
		const { id } = await waiting();
		const asked = log().filter((line) => line.provider === "fullcontact").at(-1);
		sql(`UPDATE lookup_answer SET outcome = 'queued' WHERE provider = 'fullcontact'; UPDATE lookup SET state = 'waiting' WHERE customer_id = ${id}`);
		assert.match(read(await sales.get(`/customer/${id}/overview`)), /was still searching/);
		const hook = new URL(JSON.parse(asked.body).webhookUrl);
		await post(hook.pathname + hook.search, JSON.stringify({ fullName: "Ann Ames", organization: "Late Company" }));
		assert.match(read(await sales.get(`/customer/${id}/overview`)), /A provider has sent what it found/);
		assert.match(read(await search(sales, id)), /Late Company/);
		assert.doesNotMatch(read(await sales.get(`/customer/${id}/overview`)), /A provider has sent/);
	});
	test("a late answer does not overwrite the one that came when it was asked again", async () => {
		const { id } = await waiting();
		const asked = log().filter((line) => line.provider === "fullcontact").at(-1);
		const answers = () => sql("SELECT outcome, found FROM lookup_answer WHERE provider = 'fullcontact'");
		const before = answers(), hook = new URL(JSON.parse(asked.body).webhookUrl);
		assert.equal(before.length, 1);
		assert.notEqual(before[0][0], "queued");
		assert.match(await post(hook.pathname + hook.search, JSON.stringify({ organization: "Late Company" })), /^HTTP\/1.1 200 /);
		assert.deepEqual(answers(), before);
		assert.doesNotMatch(read(await sales.get(`/customer/${id}/overview`)), /A provider has sent/);
		assert.doesNotMatch(read(await sales.get(`/lookup/${id}/found`)), /Late Company/);
	});
	test("a body over the limit is refused", async () => {
		assert.match(await post(`/lookup/late?ticket=${"0".repeat(64)}`, " ".repeat(70000)), /^HTTP\/1.1 413 /);
	});
});

describe("Setup", () => {
	test("the switch off: no search after a save, no button, no pop-up", async () => {
		const manager = await signedIn("Manager");
		const off = await manager.submit(await manager.get("/setup"), "settings", { access_social_media: "0" });
		assert.equal(led(off), "/setup?done=settings");
		try {
			const id = await customer("dana.whitfield@example.com");
			assert.equal(one(`SELECT COUNT(*) FROM lookup WHERE customer_id = ${id}`), "0");
			assert.doesNotMatch((await sales.get(`/customer/${id}/details`)).text, /Search Social Media|lookup-notice/);
			assert.equal((await sales.get(`/lookup/${id}/found`)).status, 303);
		} finally {
			sql("UPDATE setting SET value = '1' WHERE name = 'access_social_media'");
		}
	});
	test("its form shows what is stored and keeps what is refused", async () => {
		const manager = await signedIn("Manager"), page = await manager.get("/setup");
		assert.match(read(page), /Access Social Media/);
		assert.ok(forms(page.text).find((form) => form.id === "settings").words.some(([name, value]) => name === "social_providers" && value === "github"));
		const answer = await manager.submit(page, "settings", { access_social_media: "perhaps", placeholders: "none@* kept@*" });
		assert.equal(answer.status, 422);
		assert.match(answer.text, /kept@\*/);
	});
});
