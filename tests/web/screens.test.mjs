// What pages hold when they come, and what they keep of what was typed: sentences about screens that need no browser.
import assert from "node:assert/strict";
import { before, describe, test } from "node:test";
import { forms, plain, read, words } from "./client.mjs";
import { add, letters, lookUp, one, save, signedIn, sql } from "./desk.mjs";
import { business, connect, individual, others, stored, token } from "./connect_desk.mjs";

const NEW = "new-customer-form", ADD = "add-connection-form";
const RESTRICTIONS = { no_email: "No Email", no_mail: "No Mail", no_phone_calls: "No Phone Calls" };
let me;
before(async () => { me = await signedIn("Manager"); });

const opened = () => me.get("/customers/new");
const overview = (id) => me.get(`/customer/${id}/overview`);
const details = (id) => me.get(`/customer/${id}/details`);
const part = (page, begin, end) => new RegExp(`${begin}[^]*?${end}`).exec(page.text)?.[0] ?? assert.fail(`no ${begin} in ${page.path}`);
const inner = (html) => plain(html.replace(/<[^>]*>/g, " ")).replace(/\s+/g, " ").trim();
const summary = (page) => inner(part(page, '<section class="card summary"', "</section>"));
const tag = (page, name) => part(page, `<(?:select|input) [^>]*\\bname="${name.replaceAll(".", "\\.")}"`, ">");

// What a person reads off drop-down NAME, what is chosen in it first.
function choices(page, name) {
	const all = [...part(page, `<select id="${name.replaceAll(".", "\\.")}"`, "</select>").matchAll(/<option ([^>]*)>([^<]*)/g)];
	return { chosen: (all.find(([, how]) => / selected/.test(how)) ?? all[0])[2], offered: all.map(([, , text]) => text) };
}

// The labels of the fields in HTML, in their order.
const labels = (html) => [...html.matchAll(/<(?:label for="[^"]+"[^>]*|legend|span class="label"[^>]*)>([^<]+)/g)].map(([, text]) => text);

describe("New Customer", () => {
	let page;
	before(async () => { page = await opened(); });
	test("2-4: its first card is New Customer, then come the other three; Customer Type starts on Individual", () => {
		const dialog = part(page, '<dialog id="new-customer"', "</dialog>");
		assert.deepEqual([...dialog.matchAll(/<h[23][^>]*>([^<]*)/g)].map(([, title]) => title),
			["New Customer", "Address", "Phone Numbers", "Email Addresses"]);
		assert.equal(words(page, NEW).customer_type, "individual");
		assert.deepEqual([...dialog.matchAll(/name="customer_type" value="(\w+)"/g)].map(([, type]) => type), ["individual", "business"]);
	});
	test("3, 33, 36: the first card holds the fields that are not in another one, and Select Primary is in its head", () => {
		const own = part(page, '<dialog id="new-customer"', '<section class="card" id="addresses"');
		assert.deepEqual(labels(own).slice(0, 3), ["Customer Type", "Customer Privacy", "Preferred Contact"]);
		for (const name of ["First Name", "Middle Name", "Last Name", "Suffix", "Gender", "Date of Birth", "Marital Status", "SSN", "Business Name"])
			assert.ok(labels(own).includes(name), name);
		assert.match(part(page, '<header class="d-head"', "</header>"), /Select Primary/);
	});
	test("5: First and Last Name are marked as required for a person and Business Name for a business, nothing else is", () => {
		const dialog = part(page, '<dialog id="new-customer"', "</dialog>");
		assert.deepEqual([...dialog.matchAll(/<label for="([^"]+)">[^<]*<\/label> <span class="req"/g)].map(([, name]) => name).sort(),
			["business_name", "first_name", "last_name"]);
	});
	for (const [lines, title, field, first, types] of [
		["18-22", "address", "addresses", "Physical", ["Garage", "Mailing", "Physical", "Previous", "Work"]],
		["23-27", "phone number", "phones", "Home", ["Cell", "Fax", "Home", "Work"]],
		["28-32", "email address", "emails", "Personal", ["Personal", "Work"]],
	])
		test(`${lines}: the card of ${field} starts on ${first}, offers exactly its types and has a +`, () => {
			assert.deepEqual(choices(page, `${field}.0.type`), { chosen: first, offered: types });
			assert.match(part(page, `<section class="card" id="${field}"`, "</header>"), new RegExp(`name="add" value="${field}" aria-label="Add ${title}"`));
		});
	test("33, 35, 40: privacy offers three restrictions and none is set; Preferred Contact starts blank", () => {
		const privacy = part(page, '<span class="label" id="privacy-label">', "</div>");
		assert.deepEqual([...privacy.matchAll(/<input type="checkbox" name="privacy" value="(\w+)">([^<]*)/g)].map(([, code, text]) => [code, text]),
			Object.entries(RESTRICTIONS));
		assert.match(privacy, /<button[^>]*><span>No restrictions/);
		assert.deepEqual(choices(page, "preferred_contact"), { chosen: "", offered: ["", "Email", "Mail", "Phone", "Text"] });
	});
	test("5-7: a name that is missing is told with both ways to save, in one sentence each", async () => {
		for (const [type, typed, sentences] of [["individual", { first_name: "Ann" }, 1], ["individual", { last_name: "Ames" }, 1],
			["individual", {}, 2], ["business", { first_name: "Ann" }, 1]])
			for (const value of ["view", "continue"]) {
				const answer = await me.submit(await opened(), NEW, { customer_type: type, ...typed }, { name: "save", value });
				assert.equal(answer.status, 422);
				assert.equal(part(answer, 'id="errors"', "</ul>").match(/<li>/g).length, sentences, `${type} ${JSON.stringify(typed)}`);
				assert.equal(words(answer, NEW).customer_type, type);
				for (const [name, text] of Object.entries(typed))
					assert.equal(words(answer, NEW)[name], text);
			}
	});
	test("8-12, 41, 42: a person is opened on the Overview with a number, and Details shows what was entered", async () => {
		const bare = await add(me);
		assert.match(read(await overview(bare)), new RegExp(`Customer Number ${bare}`));
		const typed = { gender: "female", date_of_birth: "1984-03-09", marital_status: "married" };
		const page = await details(await add(me, { ...typed, ssn: "219-09-9999" })), form = words(page, "details");
		for (const [name, value] of Object.entries({ ...typed, date_of_birth: "3/9/1984" }))
			assert.equal(form[name], value);
		assert.match(read(page), /March 9, 1984, \d+ years/);
		assert.match(read(page), /XXX-XX-9999/);
	});
	test("34: each choice of restrictions is seen on the record and on Details, and no other", async () => {
		for (const set of [[], ["no_mail"], ["no_email", "no_phone_calls"], Object.keys(RESTRICTIONS)]) {
			const id = await add(me, { privacy: set }), text = summary(await overview(id)), page = await details(id);
			for (const [code, label] of Object.entries(RESTRICTIONS))
				assert.equal(text.includes(label), set.includes(code), `${label} of ${set}`);
			assert.deepEqual(forms(page.text).find((form) => form.id === "details").words.filter(([name]) => name === "privacy" ).map(([, code]) => code)
				.filter(Boolean), set);
			assert.match(part(page, 'id="privacy"', "</button>"), new RegExp(set.map((code) => RESTRICTIONS[code]).join(", ") || "No restrictions"));
		}
	});
	test("22: a first row left empty does not keep the first address entered from being primary", async () => {
		const id = await add(me, { "addresses.1.type": "work", "addresses.1.street": "9 Oak St" });
		assert.match(summary(await overview(id)), /9 Oak St/);
		assert.equal(words(await details(id), "details")["addresses.0.street"], "9 Oak St");
	});
	test("5: a business opens on its Overview with a number, Details shows all of it, and nothing that was typed for a person is in it",
		async () => {
			const name = `${letters()} Motors`, typed = { "addresses.0.type": "mailing", "addresses.0.street": "1 Mill Rd", "addresses.0.city": "Dayton",
				"phones.0.type": "work", "phones.0.number": "(937) 555-0100", "phones.1.type": "fax", "phones.1.number": "(937) 555-0101",
				"emails.0.type": "work", "emails.0.address": "desk@motors.example" };
			const id = await business(me, { business_name: name, first_name: "Ann", last_name: letters(), gender: "female", ssn: "219-45-8763", ...typed });
			assert.match(read(await overview(id)), new RegExp(`Customer ${id} · Business[^]*Customer Number ${id}`));
			const form = words(await details(id), "details");
			for (const [word, text] of Object.entries({ business_name: name, ...typed }))
				assert.equal(form[word], text, word);
			assert.deepEqual(sql(`SELECT first_name IS NULL, last_name IS NULL, gender IS NULL FROM customer WHERE id = ${id}`), [["1", "1", "1"]]);
			assert.equal(one(`SELECT COUNT(*) FROM ssn WHERE customer_id = ${id}`), "0");
		});
	test("5, 43-45: Save and Continue with a business says Success, once, and has the business in the list", async () => {
		const name = `${letters()} Motors`;
		const answer = await me.submit(await opened(), NEW, { customer_type: "business", business_name: name }, { name: "save", value: "continue" });
		const [list, again] = [read(await me.follow(answer)), read(await me.get("/customers"))];
		assert.match(list, /Success .+ was added/);
		assert.ok(list.includes(name) && again.includes(name));
		assert.doesNotMatch(again, /Success/);
	});
	test("12: a number typed before a refused save is said to be kept", async () => {
		const answer = await me.submit(await opened(), NEW, { first_name: "Ann", ssn: "219-45-8763" }, { name: "save", value: "view" });
		assert.match(read(answer), /The number you typed is kept\./);
	});
	test("2.5: the words of a search in vain become the name in either order", async () => {
		for (const search of ["Xavier Qvqvqv", "Qvqvqv, Xavier"]) {
			const page = await me.follow(await me.submit(await me.get("/customers?style=simple"), "find", { search }));
			const form = words(await me.get(/hx-get="(\/customers\/new\?find=[\w-]+)"/.exec(page.text)[1]), NEW);
			assert.deepEqual([form.first_name, form.last_name], ["Xavier", "Qvqvqv"], search);
		}
	});
});

describe("a record", () => {
	const entered = { middle_name: "Elena", suffix: "Jr.", privacy: ["no_email", "no_phone_calls"], preferred_contact: "text",
		ssn: "219-09-9999", "phones.0.type": "cell", "phones.0.number": "6145550142", "phones.1.type": "fax", "phones.1.number": "6145550143",
		"addresses.0.type": "mailing", "addresses.0.street": "12 Ash Ave, Apt 4", "addresses.0.city": "Columbus", "addresses.0.state": "OH",
		"addresses.0.zip": "43206-1234" };
	test("6.1: the Summary card shows name, number, restrictions and the primary phone and address, on every screen", async () => {
		const last = letters(), id = await add(me, { ...entered, last_name: last });
		for (const page of [await overview(id), await details(id), await me.get(`/connections/${id}`)]) {
			for (const shown of [`Maria ${last} Jr.`, `Customer ${id}`, "Prefers Text", "No Email", "No Phone Calls", "(614) 555-0142",
				"12 Ash Ave, Apt 4, Columbus, OH 43206-1234"])
				assert.ok(summary(page).includes(shown), `${shown} on ${page.path}`);
			assert.doesNotMatch(summary(page), /219-|0143/);
		}
	});
	test("an address reads alike in the card and on Overview", async () => {
		const page = read(await overview(await add(me, entered)));
		assert.equal(page.match(/Columbus, OH 43206-1234/g).length, 2);
	});
	test("94: in each card a row is changed, added and taken away", async () => {
		const id = await add(me);
		for (const [card, type, other, field, texts] of [["addresses", "mailing", "work", "city", ["Lima", "Dayton", "Toledo"]],
			["phones", "cell", "fax", "number", ["(614) 555-0142", "(614) 555-0143", "(937) 555-0177"]],
			["emails", "work", "personal", "address", ["a@example.com", "b@example.com", "c@example.com"]]]) {
			const at = (row, name) => `${card}.${row}.${name}`;
			const now = async () => {
				const form = words(await details(id), "details");
				return [0, 1].map((row) => form[at(row, field)]).filter(Boolean);
			};
			assert.equal((await save(me, id, { [at(0, "type")]: type, [at(0, field)]: texts[0], [at(1, "type")]: other, [at(1, field)]: texts[1] })).status, 303);
			assert.deepEqual(await now(), texts.slice(0, 2), card);
			assert.equal((await save(me, id, { [at(0, field)]: texts[2] })).status, 303);
			assert.deepEqual(await now(), [texts[2], texts[1]], card);
			const removed = await me.submit(await details(id), "details", {}, { name: "remove", value: `${card}.1` });
			assert.equal((await me.submit(removed, "details")).status, 303);
			assert.deepEqual(await now(), [texts[2]], card);
		}
	});
	test("94: wrong values are named each at its field and in the list of mistakes; nothing is saved", async () => {
		const last = letters(), id = await add(me, { last_name: last });
		const answer = await save(me, id, { last_name: "", "phones.0.number": "12", "emails.0.address": "nobody", "addresses.0.zip": "1", "addresses.0.city": "Lima" });
		assert.equal(answer.status, 422);
		assert.equal(part(answer, 'id="errors"', "</ul>").match(/<li>/g).length, 4);
		for (const name of ["last_name", "phones.0.number", "emails.0.address", "addresses.0.zip"])
			assert.match(tag(answer, name), /aria-invalid="true"/);
		assert.equal(words(answer, "details")["addresses.0.city"], "Lima");
		assert.equal(words(await details(id), "details").last_name, last);
	});
	test("6.4: Customer History tells who did what, newest first, without values", async () => {
		const id = await add(me, { suffix: "Sr." });
		await save(me, id, { suffix: "III" });
		const history = part(await overview(id), "Customer History</h2>", "</ol>"), events = history.split("<li").slice(1).map((text) => inner(`<li${text}`));
		assert.equal(events.length, 2);
		assert.match(events[0], new RegExp(`Suffix.*by Test ${me.name}`));
		assert.doesNotMatch(events.join(), /III|Sr\./);
	});
	test("Set Inactive in another window and what is typed here are both kept", async () => {
		const id = await add(me), mine = await details(id);
		await me.submit(await overview(id), "status", {}, { name: "inactive", value: "1" });
		assert.equal((await me.submit(mine, "details", { suffix: "Sr." })).status, 303);
		assert.equal(words(await details(id), "details").suffix, "Sr.");
		assert.match(summary(await overview(id)), /Inactive/);
	});
});

describe("connections", () => {
	const asked = (id, words) => me.get(`/connect/${id}`).then((page) => me.submit(page, ADD, words, { name: "do", value: "search" }));
	test("60-63: Add Connection and the way to Connections are on every screen of a record", async () => {
		const { id } = await individual(me);
		for (const page of [await overview(id), await details(id), await me.get(`/connections/${id}`)]) {
			assert.match(part(page, '<section class="card summary"', "</section>"), /Add Connection/);
			assert.match(page.text, new RegExp(`<form id="open-connect" action="/connect/${id}"`));
			assert.match(page.text, new RegExp(`href="/connections/${id}"`));
		}
		assert.match((await me.get(`/connect/${id}`)).text, /<input type="search" id="connect-search"/);
	});
	test("no name in a pop-up is one of the page that it lies over, and every label finds its field", async () => {
		const { id } = await individual(me), ids = (html) => [...html.replace(/<template[^]*?<\/template>/g, "").matchAll(/ id="([^"]+)"/g)].map(([, one]) => one);
		const dialog = (page) => part(page, "<dialog", "</dialog>"), wrong = await me.submit(await details(id), "details", { first_name: "" });
		const add = await me.get(`/connect/${id}`), create = await me.submit(add, ADD, {}, { name: "do", value: "create" });
		const refused = await me.submit(create, ADD, { first_name: "" });
		for (const [below, above] of [["/customers?style=advanced", await opened()], ["/customers?style=simple", await opened()],
			[`/customer/${id}/details`, add], [`/connections/${id}`, add], [`/customer/${id}/details`, create], [wrong, refused]]) {
			const page = below.text ? below : await me.get(below), all = [...ids(part(page, "<body", "</body>")), ...ids(dialog(above))];
			assert.deepEqual(all.filter((one, at) => all.indexOf(one) !== at), [], `${page.path} ${above.path}`);
			for (const html of [page.text, dialog(above)])
				for (const [, to] of html.replace(/<template[^]*?<\/template>/g, "").matchAll(/(?:label for="|href="#)([^"]+)"/g))
					assert.ok(ids(html).includes(to), to);
		}
	});
	test("how many were found is said in a region that stays, and in the title of a page that was loaded", async () => {
		const [ann, bob] = [await individual(me), await individual(me)];
		const said = (page) => inner(part(page, '<p class="vh" role="status" id="found-said">', "</p>"));
		const searched = async (search) => (await me.follow(await me.submit(await me.get("/customers"), "find", { search }))).text;
		assert.equal(said(await me.get(`/connect/${ann.id}`)), "");
		assert.equal(said(await asked(ann.id, { search: bob.last })), "1 customer found.");
		assert.match(said(await asked(ann.id, { search: letters() })), /^Nobody found for “\w+”\.$/);
		assert.match(await searched(bob.last), /<title>1 found - Customer Search - Upcard/);
		assert.match(await searched(letters()), /<title>Nobody found - Customer Search - Upcard/);
		assert.match((await me.get("/customers?style=simple")).text, /<title>Customer Search - Upcard/);
	});
	test("64, 66: Create New Customer is there before and after any search, found or in vain", async () => {
		const [ann, bob] = [await individual(me), await individual(me)];
		for (const page of [await me.get(`/connect/${ann.id}`), await asked(ann.id, { search: bob.last }), await asked(ann.id, { search: letters() })])
			assert.match(page.text, /name="do" value="create"[^>]*>[^]*?Create New Customer/);
	});
	test("84: ticks of an earlier search are not forgotten", async () => {
		const [ann, bob, joe] = [await individual(me), await individual(me), await individual(me)];
		const first = await asked(ann.id, { search: bob.last });
		const second = await me.submit(first, ADD, { other: bob.id, relationship: "friend", search: joe.last }, { name: "do", value: "search" });
		assert.equal(words(second, ADD).relationship, "friend");
		const done = await me.submit(second, ADD, { other: [bob.id, joe.id] }, { name: "do", value: "save" });
		assert.equal(done.status, 303);
		assert.ok(forms(second.text).find((form) => form.id === ADD).words.some(([name, value]) => name === "other" && value === bob.id), "still ticked");
		assert.deepEqual(others(ann.id).sort(), [bob.id, joe.id].sort());
	});
	test("97: on a business the type of somebody who is there already is Employee and locked; only individuals are found", async () => {
		const firm = await business(me), bob = await individual(me);
		await business(me, { business_name: `${bob.last} LLC` });
		const page = await asked(firm, { search: bob.last });
		assert.match(part(page, '<select id="connect-relationship"', ">"), / disabled/);
		assert.match(read(page), new RegExp(`${bob.last}, Maria`));
		assert.doesNotMatch(read(page), /LLC/);
	});
	test("68, 80, 81: the card names the primary contact of a business, and it alone", async () => {
		const firm = await business(me), [ann, bob] = [await individual(me), await individual(me)];
		for (const { id } of [ann, bob])
			await connect(me, firm, id, { title: "Driver" });
		const text = summary(await overview(firm));
		assert.match(text, new RegExp(`${ann.name} Employee, Driver Primary Contact`));
		assert.equal(text.match(/Primary Contact/g).length, 1);
	});
	test("more than five connections: the card names five and leads to all", async () => {
		const firm = await business(me), people = [];
		for (let i = 0; i < 7; i++)
			people.push((await individual(me)).id);
		await connect(me, firm, people);
		const text = part(await overview(firm), '<section class="card summary"', "</section>");
		assert.equal(people.filter((id) => text.includes(`/customer/${id}/`)).length, 5);
		assert.match(text, new RegExp(`href="/connections/${firm}"[^>]*>[^<]*all 7`));
	});
	test("a customer without connections is told so, with Add Connection beside it", async () => {
		const { id } = await individual(me), page = await me.get(`/connections/${id}`);
		assert.match(read(page), /No connections yet/);
		assert.match(part(page, '<main class="main"', "</main>").replace(/<section class="card summary"[^]*?<\/section>/, ""), /Add Connection/);
	});
	test("an inactive customer is labelled in the list and in the picture", async () => {
		const [ann, bob] = [await individual(me), await individual(me)];
		await connect(me, ann.id, bob.id);
		await me.submit(await overview(bob.id), "status", {}, { name: "inactive", value: "1" });
		const page = await me.get(`/connections/${ann.id}`);
		assert.match(inner(part(page, "<tbody", "</tbody>")), /Inactive/);
		assert.match(inner(part(page, '<svg class="\\w+" viewBox', "</svg>")), /\(Inactive\)/);
	});
	test("the message that something was removed does not come back when the page is opened anew", async () => {
		const [ann, bob] = [await individual(me), await individual(me)];
		await connect(me, ann.id, bob.id);
		const page = await me.get(`/connections/${ann.id}`);
		assert.match(read(await me.submit(page, "connections-form", {}, { name: "remove", value: bob.id })), /The connection was removed/);
		assert.doesNotMatch(read(await me.get(`/connections/${ann.id}`)), /was removed/);
		assert.deepEqual(stored(ann.id), []);
	});
});

test("52-54: when nothing is found another address can be tried, and Cancel leads back to the search it came from", async () => {
	const email = `${letters().toLowerCase()}@example.com`;
	const added = await me.submit(await opened(), NEW, { first_name: "Ann", last_name: letters(), "emails.0.type": "work", "emails.0.address": email },
		{ name: "save", value: "continue" });
	const list = await me.follow(added), id = one(`SELECT customer_id FROM lookup l JOIN customer c ON c.id = l.customer_id WHERE c.primary_email = '${email}'`);
	assert.match(list.text, new RegExp(`/lookup/${id}`));
	const page = await lookUp(me, id, "?back=search");
	assert.match(read(page), /No social media information was found for/);
	assert.match(page.text, /data-close href="\/customers/);
	assert.match(page.text, /<form id="social-leave" action="\/customers"/);
	const answer = await me.post(`/lookup/${id}/order`, { token: await token(me), back: "search", email: "dana.whitfield@example.com" });
	assert.equal(answer.location, `/lookup/${id}?back=search`);
	assert.match(read(await lookUp(me, id, "?back=search")), /Update Customer/);
});
