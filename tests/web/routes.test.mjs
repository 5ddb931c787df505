// Every route of every program, held against what must be refused before a handler runs.
import assert from "node:assert/strict";
import { before, describe, test } from "node:test";
import { Client, raw, site } from "./client.mjs";
import { add, at, isCgi, one, person, rights, routes, signIn, signedIn, sql, tokenOf } from "./desk.mjs";

const all = routes().filter((route) => route.right !== "BY_TICKET");
const posts = all.filter((route) => route.method === "POST");
const gets = all.filter((route) => route.method === "GET");
const named = (route) => `${route.method} ${route.path}`;
const asks = (route) => route.right !== "ANYONE";
const needs = (route) => route.code;
let id, master, token, cookie;

before(async () => {
	master = await signedIn(rights());
	token = await tokenOf(master);
	cookie = `sid=${master.cookies.get("sid")}`;
	id = await add(master, { ssn: "216-45-0198" });
});

test("the route tables are found", () => {
	assert.ok(all.length >= 17, `${all.length} routes`);
	assert.ok(all.every((route) => route.code !== undefined), "every right has a code");
});

test("only signing in and out is open to anyone", () => {
	assert.deepEqual(all.filter((route) => !asks(route)).map(named),
		["GET /session", "POST /session", "POST /session/out"]);
});

test("only a late answer of a provider comes in by a ticket", () => {
	assert.deepEqual(routes().filter((route) => route.right === "BY_TICKET").map(named), ["POST /lookup/late"]);
});

test("only one's own account asks for no right", () => {
	assert.deepEqual(all.filter((route) => asks(route) && !needs(route)).map(named),
		["GET /session/account", "POST /session/account", "POST /session/preferences"]);
});

describe("nobody signed in", () => {
	for (const route of gets.filter(asks))
		test(`${named(route)} leads to the sign-in page and back`, async () => {
			const answer = await new Client().get(at(route, id));
			assert.equal(answer.status, 303);
			assert.equal(answer.location, `/session?next=${encodeURIComponent(at(route, id))}`);
			assert.equal(answer.text, "");
		});
	for (const route of posts.filter(asks))
		test(`${named(route)} asks to sign in and keeps what was typed`, async () => {
			const answer = await new Client().post(at(route, id), { note: "Höchst <b>wichtig</b>" });
			assert.equal(answer.status, 401);
			assert.match(answer.text, /name="password"/);
			assert.match(answer.text, /value="Höchst &lt;b&gt;wichtig&lt;\/b&gt;"/);
		});
	for (const route of all.filter(asks))
		test(`${named(route)} gives htmx a plain 401`, async () => {
			const client = new Client();
			const answer = await client.send(route.method, at(route, id), route.method === "POST" ? "" : null,
				{ "HX-Request": "true", "Content-Type": "application/x-www-form-urlencoded" });
			assert.equal(answer.status, 401);
		});
});

describe("signed in without the right", () => {
	const each = all.flatMap((route) => [route.code, route.also].filter(Boolean).map((missing) => [route, missing]));
	test("some routes ask for two rights", () => assert.ok(each.length > all.filter(needs).length));
	for (const [route, missing] of each)
		test(`${named(route)} is refused to whoever holds every right but ${missing}`, async () => {
			const client = await signedIn(rights().filter((code) => code !== missing));
			const answer = await client.send(route.method, at(route, id),
				route.method === "POST" ? `token=${await tokenOf(client)}` : null,
				{ "Content-Type": "application/x-www-form-urlencoded" });
			assert.equal(answer.status, 403);
			assert.match(answer.text, /You may not do that/);
		});
	test("an administrator of accounts sees no customer", async () => {
		const client = await signedIn("Administrator");
		for (const route of gets.filter((row) => row.code.startsWith("customer.")))
			assert.equal((await client.get(at(route, id))).status, 403, named(route));
	});
	test("a salesperson reveals no SSN", async () => {
		const client = await signedIn("Salesperson");
		const answer = await client.post(`/customer/${id}/ssn`, { token: await tokenOf(client), ssn_do: "reveal" });
		assert.equal(answer.status, 403);
		assert.doesNotMatch(answer.text, /216|0198/);
	});
});

describe("signed in with that right alone", () => {
	for (const route of gets)
		test(`${named(route)} is answered`, async () => {
			const client = await signedIn([route.code, route.also].filter(Boolean));
			const answer = await client.get(at(route, id));
			// this customer has no picture
			assert.ok([200, 303, /photo|picture/.test(route.path) && 404].includes(answer.status), `${answer.status}`);
		});
	for (const route of posts.filter((row) => row.path !== "/session/out"))
		test(`${named(route)} is answered to an empty form`, async () => {
			const client = await signedIn([route.code, route.also].filter(Boolean));
			const answer = await client.post(at(route, id), { token: await tokenOf(client) });
			assert.ok([200, 303, 409, 422].includes(answer.status), `${answer.status}`);
		});
});

// Signing in and out need none: whoever has a sign-in page open in two tabs signs in twice.
describe("the token", () => {
	for (const route of posts.filter(asks)) {
		test(`${named(route)} without a token is refused`, async () => {
			assert.equal((await master.post(at(route, id), { last_name: "x" })).status, 403);
			assert.equal((await master.post(at(route, id), "")).status, 403);
		});
		test(`${named(route)} with a wrong token is refused`, async () => {
			const wrong = token.replace(/^./, (digit) => digit === "0" ? "1" : "0");
			for (const tried of [wrong, token.slice(1), token + "0", ""])
				assert.equal((await master.post(at(route, id), { token: tried })).status, 403, tried);
		});
		test(`${named(route)} with another session's token is refused`, async () => {
			const other = await tokenOf(await signIn(master.name));
			assert.equal((await master.post(at(route, id), { token: other })).status, 403);
		});
		test(`${named(route)} takes no token from the address`, async () => {
			assert.equal((await master.post(`${at(route, id)}?token=${token}`, { a: "b" })).status, 403);
		});
	}
	for (const route of posts) {
		test(`${named(route)} from another site is refused`, async () => {
			for (const from of ["cross-site", "same-site", "none", "x"])
				assert.equal((await master.post(at(route, id), { token }, { "Sec-Fetch-Site": from })).status, 403, from);
		});
		test(`${named(route)} from a foreign Origin is refused`, async () => {
			for (const Origin of ["https://evil.example", "null", "http://127.0.0.1:1", `${site}.evil.example`, undefined])
				assert.equal((await master.post(at(route, id), { token },
					{ "Sec-Fetch-Site": undefined, Origin })).status, 403, Origin);
		});
	}
	test("an old browser that sends only a matching Origin is served", async () => {
		const answer = await master.post("/customers", { token, search: "x" },
			{ "Sec-Fetch-Site": undefined, Origin: site });
		assert.equal(answer.status, 303);
	});
});

describe("the body", () => {
	const head = (path, lines) => `POST ${path} HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n` +
		`Sec-Fetch-Site: same-origin\r\nCookie: ${cookie}\r\n${lines}\r\n`;
	const form = "Content-Type: application/x-www-form-urlencoded\r\n";

	for (const route of posts) {
		test(`${named(route)} refuses more than 64 KiB`, async () => {
			const words = `token=${token}&a=`;
			const full = words + "x".repeat(64 * 1024 - words.length);
			assert.equal((await master.post(at(route, id), full + "x")).status, 413);
			assert.equal((await master.post(at(route, id), full + "x".repeat(200000))).status, 413);
		});
		test(`${named(route)} does nothing with half a body`, async () => {
			const was = one(`SELECT COUNT(*) FROM activity a JOIN staff s ON s.id = staff_id WHERE user_name = '${master.name}'`);
			const answer = await raw(head(at(route, id), `${form}Content-Length: 2000\r\n`) + `token=${token}&a=b`,
				{ half: true });
			// mod_fcgid gathers the body before it asks a program, and calls what broke off a 500.
			assert.match(answer, /^(HTTP\/1.1 (400|500) [^]*)?$/);
			assert.equal(one(`SELECT COUNT(*) FROM activity a JOIN staff s ON s.id = staff_id WHERE user_name = '${master.name}'`), was);
		});
		// To HTTP it has no body, which mod_fcgid passes on as a length of 0: a form without a token.
		if (asks(route))
			test(`${named(route)} without Content-Length is refused`, async () => {
				const answer = await raw(head(at(route, id), form));
				assert.match(answer, isCgi ? /^HTTP\/1.1 (403|411) / : /^HTTP\/1.1 403 /);
			});
		test(`${named(route)} with another content type is refused`, async () => {
			for (const type of ["text/plain", "multipart/form-data; boundary=x", "application/json", undefined,
				"application/x-www-form-urlencodedx"])
				assert.equal((await master.post(at(route, id), `token=${token}`, { "Content-Type": type })).status,
					400, type);
		});
		test(`${named(route)} refuses what is no whole text`, async () => {
			for (const bad of ["a=%", "a=%4", "a=%zz", "a=%00", "a=%ff", "a=%c3", "a=%c0%80", "a=%ed%a0%80", "a=%01",
				"a=%1b", "a=%7f", "a=\0", "%00=a", "a b=c", "a%20b=c", "=c", "%3cb%3e=c", `${"n".repeat(65)}=c`])
				assert.equal((await master.post(at(route, id), `token=${token}&${bad}`)).status, 400, bad);
		});
		test(`${named(route)} refuses more than 400 words`, async () => {
			assert.equal((await master.post(at(route, id), `token=${token}` + "&a=b".repeat(400))).status, 400);
		});
		test(`${named(route)} takes no bare bytes that are no UTF-8`, async () => {
			const body = Buffer.concat([Buffer.from(`token=${token}&a=`), Buffer.from([0xff, 0xfe])]);
			assert.equal((await master.post(at(route, id), body)).status, 400);
		});
	}
	test("a body of 64 KiB to the byte is read", async () => {
		const words = `token=${token}&search=`;
		const answer = await master.post("/customers", words + "x".repeat(64 * 1024 - words.length));
		assert.equal(answer.status, 303);
	});
	test("a content type with a charset is taken", async () => {
		const answer = await master.post("/customers", { token, search: "x" },
			{ "Content-Type": "application/x-www-form-urlencoded; charset=UTF-8" });
		assert.equal(answer.status, 303);
	});
	test("a dishonest Content-Length is refused", async () => {
		for (const length of ["-1", "1e3", "0x10", "99999999999999999999", "5, 5"])
			assert.match(await raw(head("/customers", `${form}Content-Length: ${length}\r\n`)),
				/^HTTP\/1.1 (400|411|413) /, length);
	});
	test("a chunked form is either taken whole or refused, never taken in part", async () => {
		const answer = await master.post("/customers", `token=${token}&search=chunked`, { "Transfer-Encoding": "chunked" });
		// mod_fcgid puts the pieces together and says how long they are; plain CGI cannot be told.
		assert.equal(answer.status, isCgi ? 411 : 303);
	});
	test("a chunked form over 64 KiB is refused", async () => {
		const answer = await master.post("/customers", `token=${token}&a=${"x".repeat(70000)}`,
			{ "Transfer-Encoding": "chunked" });
		assert.ok([411, 413].includes(answer.status), `${answer.status}`);
	});
	test("a chunked form that breaks off is not carried out", async () => {
		const answer = await raw(head("/customers", `${form}Transfer-Encoding: chunked\r\n`) +
			`100\r\ntoken=${token}&search=x`, { half: true });
		assert.doesNotMatch(answer, /^HTTP\/1.1 [23]/);
	});
});

describe("what does not fit a route", () => {
	const paths = [...new Set(all.map((route) => route.path))];
	for (const path of paths) {
		const known = all.filter((route) => route.path === path).map((route) => route.method);
		const url = () => path.replace("#", id);
		test(`${path} answers other methods with 405 and Allow`, async () => {
			for (const method of ["PUT", "DELETE", "OPTIONS", "PATCH", "PROPFIND", "TRACE"]) {
				const answer = await master.send(method, url(), method === "PUT" ? "a=b" : null);
				assert.equal(answer.status, 405, method);
				assert.ok(answer.headers.allow, `Allow of ${method}`);
			}
		});
		if (!known.includes("POST"))
			test(`${path} answers POST with 405 and Allow: GET, HEAD`, async () => {
				const answer = await master.post(url(), { token });
				assert.equal(answer.status, 405);
				assert.equal(answer.headers.allow, "GET, HEAD");
			});
		if (!known.includes("GET"))
			test(`${path} answers GET and HEAD with 405 and Allow: POST`, async () => {
				for (const method of ["GET", "HEAD"]) {
					const answer = await master.send(method, url());
					assert.equal(answer.status, 405);
					assert.equal(answer.headers.allow, "POST");
				}
			});
		if (known.includes("GET"))
			test(`HEAD ${path} gives the head of GET and no body`, async () => {
				const [head, page] = [await master.send("HEAD", url()), await master.get(url())];
				assert.equal(head.status, page.status);
				assert.equal(head.headers["content-type"], page.headers["content-type"]);
				assert.equal(head.text, "");
			});
		test(`${path} and more is not found`, async () => {
			for (const more of ["/", "/x", "//", "/../x", "x", "%00", "/#", ".cs"])
				assert.ok([400, 403, 404].includes((await master.get(url() + encodeURI(more).replace("#", "%23"))).status), more);
		});
	}
	for (const route of all.filter((row) => row.path.includes("#")))
		test(`${named(route)} of a customer nobody knows is 404`, async () => {
			for (const number of ["1", "999999999999999999"]) {
				const answer = await master.send(route.method, at(route, number),
					route.method === "POST" ? `token=${token}&ssn_do=reveal&inactive=1` : null,
					{ "Content-Type": "application/x-www-form-urlencoded" });
				const last = answer.status === 303 ? await master.get(answer.location) : answer;
				assert.equal(last.status, 404, number);
			}
		});
	for (const route of all.filter((row) => row.path.includes("#")))
		test(`${named(route)} of a number written otherwise is 404`, async () => {
			for (const number of [`0${id}`, `000${id}`, "0", "-1", "9".repeat(19), "9".repeat(40), `${id}x`, `+${id}`]) {
				const answer = await master.send(route.method, at(route, number),
					route.method === "POST" ? `token=${token}&ssn=216450197&row_version=1` : null,
					{ "Content-Type": "application/x-www-form-urlencoded" });
				assert.ok([400, 404].includes(answer.status), `${number}: ${answer.status}`);
			}
		});
	test("two session cookies are refused, whichever comes first", async () => {
		for (const Cookie of [`${cookie}; sid=x`, `sid=x; ${cookie}`, `${cookie}; ${cookie}`])
			for (const route of gets)
				assert.equal((await master.get(at(route, id), { Cookie })).status, 400, named(route));
	});
	test("a cookie that is no session is nobody", async () => {
		for (const Cookie of ["sid=", "sid=x", `sid=${"0".repeat(64)}`, `sid=${"x".repeat(7000)}`, "sid='OR 1=1", `xsid=${cookie}`])
			assert.equal((await master.get("/customers", { Cookie })).status, 303, Cookie);
	});
	test("words in the address are read as strictly as those of a form", async () => {
		for (const query of ["a=%ff", "a=%00", "a=%", "a%20b=c"])
			assert.equal((await master.get(`/customers?${query}`)).status, 400, query);
	});
	test("a once-key of strange characters or length breaks nothing", async () => {
		for (const once of ["é", "x".repeat(33), "x".repeat(5000), "'", "\u{1F600}", " "])
			assert.equal((await master.post("/session/preferences", { token, once, simple_search: "1" })).status, 303, once);
	});
	test("a person who was made inactive is nobody with the next click", async () => {
		const client = await signIn(person("Manager"));
		sql(`UPDATE staff SET inactive = 1 WHERE user_name = '${client.name}'`);
		assert.equal((await client.get("/customers")).status, 303);
	});
});
