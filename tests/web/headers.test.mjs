// What every answer carries, and what is never served.
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { before, describe, test } from "node:test";
import { Client, raw, words } from "./client.mjs";
import { add, at, here, password, person, rights, routes, signedIn, sql, tokenOf } from "./desk.mjs";

const wanted = {
	"content-security-policy": "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; " +
		"connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
	"x-content-type-options": "nosniff",
	"referrer-policy": "no-referrer",
	"cross-origin-opener-policy": "same-origin",
	"cross-origin-resource-policy": "same-origin",
};
const scripts = readdirSync(`${here}htdocs/js`);
const files = ["/app.css", "/favicon.svg", "/icons.svg", "/select.svg", ...scripts.map((name) => `/js/${name}`), "/vendor/htmx.min.js"];
let master, id;

before(async () => {
	master = await signedIn(rights());
	id = await add(master, { ssn: "216-45-0198", "phones.0.number": "614-555-0142",
		last_name: 'Hostile " onclick=x style="x" javascript:x' });
});

// Every header once: two of a kind would be joined with a comma, or refused, by a browser.
function check(answer, what) {
	const names = answer.raw.filter((_, at) => at % 2 === 0).map((name) => name.toLowerCase());
	for (const [name, value] of Object.entries(wanted)) {
		assert.equal(answer.headers[name], value, `${name} of ${what}`);
		assert.equal(names.filter((one) => one === name).length, 1, `one ${name} on ${what}`);
	}
	const policy = answer.headers["permissions-policy"] ?? "";
	assert.match(policy, /^[\w-]+=\(\)(, [\w-]+=\(\))*$/, what);
	for (const feature of ["camera", "geolocation", "microphone", "usb", "payment"])
		assert.ok(policy.includes(`${feature}=()`), `${feature} on ${what}`);
	assert.equal(names.filter((name) => name === "cache-control").length, 1, `one Cache-Control on ${what}`);
	assert.equal(answer.headers["strict-transport-security"], undefined, `HSTS is for https: ${what}`);
	assert.ok(!("x-powered-by" in answer.headers));
	assert.equal(answer.headers.server, "Apache");
}

const noStore = (answer, what) => assert.equal(answer.headers["cache-control"], "no-store", what);

function checkPage(answer, what) {
	check(answer, what);
	noStore(answer, what);
	if (answer.headers["content-type"] === "application/json")
		return;
	assert.match(answer.headers["content-type"] ?? "text/html; charset=utf-8", /^text\/html; ?charset=utf-8$/i, what);
	for (const [tag] of answer.text.matchAll(/<[a-z][^>]*>/gi)) {
		// What people typed stands in quotes, which it cannot leave: there it may look like anything.
		assert.doesNotMatch(tag.replace(/"[^"]*"/g, '""'), /\s(style|on\w+)\s*=/i, what);
		assert.doesNotMatch(tag, /\s(src|href|action|formaction|hx-\w+|data-open)="\s*javascript:/i, what);
		assert.doesNotMatch(tag, /\s(src|href|action|formaction)="(https?:)?\/\//i, `nothing from elsewhere in ${what}`);
	}
	assert.doesNotMatch(answer.text, /<script(?![^>]*\ssrc=)[^>]*>|<script[^>]*>[^<]|<style|<base|<iframe|<object/i, what);
	assert.doesNotMatch(answer.text, /<\?cs|\(null\)|NERR|neo_|at [\w/]+\.c:/, `no template or fault text in ${what}`);
}

describe("pages", () => {
	for (const route of routes().filter((one) => one.method === "GET"))
		test(`GET ${route.path} has every header and nothing inline`, async () => {
			checkPage(await master.get(at(route, id)), route.path);
			checkPage(await new Client().get(at(route, id)), `${route.path}, nobody`);
			checkPage(await (await signedIn([])).get(at(route, id)), `${route.path}, no rights`);
		});
	for (const route of routes().filter((one) => one.method === "POST" && one.path !== "/session/out"))
		test(`POST ${route.path} has every header and nothing inline`, async () => {
			const token = await tokenOf(master);
			checkPage(await master.post(at(route, id), { token }), route.path);
			checkPage(await master.post(at(route, id), { token: "x", a: "<b>" }), `${route.path}, wrong token`);
			checkPage(await new Client().post(at(route, id), { a: "<b>" }), `${route.path}, nobody`);
		});
	test("sign-out has every header and empties what the browser kept", async () => {
		const client = await signedIn([]);
		const answer = await client.submit(await client.get("/session/account"), "sign-out");
		checkPage(answer, "sign-out");
		assert.match(answer.headers["clear-site-data"], /"cache"/);
	});
	test("a search page is the same document for htmx and without, so caches are told", async () => {
		assert.match((await master.get("/customers")).headers.vary, /HX-Request/i);
	});
});

describe("error pages", () => {
	test("those of the programs have every header", async () => {
		const token = await tokenOf(master);
		const cases = [
			[404, master.get("/customers/none")], [404, master.get("/customer/1/overview")],
			[405, master.get("/session/out")],
			[400, master.get("/customers?a=%00")], [403, master.post("/customers", { search: "x" })],
			[400, master.get("/customers", { Cookie: "sid=a; sid=b" })],
			[413, master.post("/customers", "a=" + "x".repeat(70000))],
			[422, master.post("/customers/new", { token })], [401, new Client().post("/customers", { a: "b" })],
		];
		for (const [status, sent] of cases) {
			const answer = await sent;
			assert.equal(answer.status, status, answer.path);
			checkPage(answer, `${status} of ${answer.path}`);
		}
	});
	test("those of Apache have every header", async () => {
		const cases = [[404, "GET", "/nothing"], [404, "GET", "/js/none.js"], [404, "GET", "/error/none.html"],
			[405, "DELETE", "/customers"], [405, "PUT", "/app.css"], [405, "OPTIONS", "/"], [405, "TRACE", "/"],
			[403, "GET", "/.htaccess"], [403, "GET", "/cgi-bin/"], [404, "GET", "/customers/a%2Fb"]];
		for (const [status, method, path] of cases) {
			const answer = await master.send(method, path);
			assert.equal(answer.status, status, `${method} ${path}`);
			checkPage(answer, `${method} ${path}`);
			if (status === 405)
				assert.ok(answer.headers.allow, `Allow on ${method} ${path}`);
		}
	});
	test("a request that Apache cannot read is refused with the headers too", async () => {
		for (const bytes of ["GET / HTTP/1.1\r\n\r\n", "nonsense\r\n\r\n", `GET /${"x".repeat(9000)} HTTP/1.1\r\nHost: a\r\n\r\n`]) {
			const answer = await raw(bytes, { half: true });
			assert.match(answer, /^HTTP\/1.1 4\d\d /);
			for (const name of Object.keys(wanted))
				assert.ok(answer.toLowerCase().includes(`\n${name}: `), `${name} for ${bytes.slice(0, 20)}`);
		}
	});
});

describe("files", () => {
	for (const file of files)
		test(`${file} is served, may be kept for a while and has every header`, async () => {
			const answer = await new Client().get(file);
			assert.equal(answer.status, 200);
			check(answer, file);
			assert.equal(answer.headers["cache-control"], "public, max-age=3600");
			assert.match(answer.headers["content-type"], /^(text\/css|text\/javascript|image\/svg\+xml)/);
		});
	test("a file that is not there is not kept", async () => {
		noStore(await new Client().get("/js/none.js"), "404");
	});
	test("an unchanged file is answered with 304 and every header", async () => {
		const first = await new Client().get("/app.css");
		const again = await new Client().get("/app.css", { "If-None-Match": first.headers.etag });
		assert.equal(again.status, 304);
		assert.equal(again.headers["content-security-policy"], wanted["content-security-policy"]);
	});
	test("templates, configuration, keys, schema and hidden files are not served", async () => {
		const names = ["templates/layout.cs", "templates/session/sign_in.cs", "layout.cs", "upcard.conf", "upcard.key",
			"upcard.conf.example", "schema.sql", ".htaccess", ".git/config", ".git/HEAD", "js/.htaccess", "cgi-bin/session.c",
			"cgi-bin/libupcard.a", "cgi-bin/config.log", "cgi-bin/Makefile", "cgi-bin/tests/demo/people", "log/access.log",
			"access.log", "db/ibdata1", "configure", "lib/http/serve.c", "cgi-bin/../upcard.conf", "cgi-bin/..%2fupcard.key",
			"..%2f..%2fetc%2fpasswd", "%2e%2e/upcard.conf", ".%2e/upcard.key", "js/..%5c..%5cupcard.key", "server-status"];
		for (const name of names) {
			const answer = await raw(`GET /${name} HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n`);
			assert.match(answer, /^HTTP\/1.1 (400|403|404) /, name);
		}
	});
	test("no folder lists what it holds", async () => {
		for (const folder of ["/js/", "/vendor/", "/error/", "/cgi-bin/", "/icons/"]) {
			const answer = await new Client().get(folder);
			assert.ok([403, 404].includes(answer.status), `${folder}: ${answer.status}`);
			assert.doesNotMatch(answer.text, /Index of|href="[\w.-]+\.(js|html)"/);
		}
	});
	test("the start address leads everybody to a page that they may see", async () => {
		const nobody = new Client();
		assert.equal((await nobody.follow(await nobody.get("/"))).path, "/session");
		for (const [rights, place] of [["Manager", "/customers"], ["Salesperson", "/customers"], ["Administrator", "/setup"],
			[["customer.add"], "/session/account"]]) {
			const one = await signedIn(rights), page = await one.follow(await one.get("/"));
			assert.deepEqual([page.status, page.path], [200, place]);
		}
	});
	test("a Proxy header reaches no program as HTTP_PROXY", async () => {
		assert.equal((await master.get("/customers", { Proxy: "http://127.0.0.1:9/" })).status, 200);
	});
	test("the scripts of the pages have no eval and nothing from elsewhere", () => {
		for (const file of scripts) {
			const text = readFileSync(`${here}htdocs/js/${file}`, "utf8");
			assert.doesNotMatch(text, /\beval\(|new Function\(|https?:\/\/(?!www\.w3\.org)/, file);
		}
	});
});

describe("the cookie", () => {
	test("it is named sid on loopback, HttpOnly, SameSite=Lax, for the whole site and for this visit", async () => {
		const answer = await new Client().post("/session", { user_name: person([]), password });
		assert.equal(answer.set.length, 2);
		assert.match(answer.set[0], /^sid=[0-9a-f]{64}; Path=\/; HttpOnly; SameSite=Lax$/);
	});
	test("another one says for a year, sealed, who signed in there", async () => {
		const name = person([]), answer = await new Client().post("/session", { user_name: name, password });
		assert.match(answer.set[1], /^device=[0-9a-f]{8}\.[\w-]{90,}; Path=\/; HttpOnly; SameSite=Strict; Max-Age=31536000$/);
		assert.ok(!answer.set[1].includes(name));
	});
	test("it is taken away at sign-out with the same flags", async () => {
		const client = await signedIn([]);
		const answer = await client.submit(await client.get("/session/account"), "sign-out");
		assert.match(answer.set[0], /^sid=; Path=\/; HttpOnly; SameSite=Lax; Max-Age=0$/);
	});
	test("no page sets one by itself", async () => {
		for (const path of ["/session", "/customers", `/customer/${id}/details`, "/nothing"])
			assert.deepEqual((await master.get(path)).set, [], path);
	});
	test("its secret is in no page, and the database has but its hash", async () => {
		const secret = master.cookies.get("sid");
		for (const path of ["/session/account", "/customers", `/customer/${id}/details`])
			assert.ok(!(await master.get(path)).text.includes(secret), path);
		assert.equal(sql(`SELECT COUNT(*) FROM session WHERE id = '${secret}'`)[0][0], "0");
	});
	test("the token in the page is not the secret of the cookie, and differs from session to session", async () => {
		const token = words(await master.get("/session/account"), "sign-out").token;
		assert.match(token, /^[0-9a-f]{64}$/);
		assert.notEqual(token, master.cookies.get("sid"));
		assert.notEqual(token, await tokenOf(await signedIn([])));
	});
});
