// The stand-in itself: whoever tests against it relies on these sentences.
import assert from "node:assert/strict";
import { execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readFileSync, rmSync, statSync, unlinkSync } from "node:fs";
import http from "node:http";
import https from "node:https";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { fileURLToPath } from "node:url";
import { inflateSync } from "node:zlib";
import { behaviours, hashOf, providers } from "./people.mjs";

const here = (name) => fileURLToPath(new URL(name, import.meta.url));
const dir = mkdtempSync(join(tmpdir(), "upcard-stand-in."));
const certify = () => execFileSync(here("certificates.sh"), [dir]);
certify();
const server = spawn(process.execPath, [here("server.mjs"), dir], { stdio: ["ignore", "pipe", "inherit"] });
const agent = new https.Agent({ keepAlive: true });
after(async () => {
	agent.destroy();
	server.kill();
	await once(server, "exit");
	rmSync(dir, { recursive: true });
});
const ports = String((await once(server.stdout, "data"))[0]).trim().split(" ").slice(1);
const base = `https://localhost:${ports[0]}`;
const ca = readFileSync(join(dir, "ca.pem"));
const dana = "dana.whitfield@example.com";

const noted = () => readFileSync(join(dir, "requests.log"), "utf8").trim().split("\n")
	.map((line) => JSON.parse(line));

// A request; resolves with the response, its body not read. Only 127.0.0.1 is listened at, whatever localhost is.
function ask(url, { method = "GET", headers = {}, body, signal } = {}) {
	return new Promise((resolve, reject) => {
		const request = https.request(url, { ca, family: 4, agent, method, signal,
			headers: { "User-Agent": "test", ...headers } });
		request.on("response", resolve).on("error", reject).end(body);
	});
}

async function bytes(response) {
	const parts = [];
	for await (const part of response)
		parts.push(part);
	return Buffer.concat(parts);
}

async function get(path, options) {
	const response = await ask(path.startsWith("https:") ? path : base + path, options);
	const raw = await bytes(response);
	return { status: response.statusCode, headers: response.headers, raw, text: raw.toString(),
		get json() { return JSON.parse(this.text); } };
}

const bearer = { Authorization: "Bearer key" };

// The first question of each provider about an address.
const first = {
	gravatar: (address) => [`/gravatar/profiles/${hashOf(address)}`, { headers: bearer }],
	github: (address) => [`/github/search/users?q=${encodeURIComponent(address)}+in:email&per_page=5`],
	fediverse: (address) => [`/fediverse/.well-known/webfinger?resource=acct%3A${encodeURIComponent(address)}`],
	libravatar: (address) => [`/libravatar/avatar/${hashOf(address)}?s=512&d=404`],
	fullcontact: (address, more = {}) => ["/fullcontact/v3/person.enrich", { method: "POST",
		headers: bearer, body: JSON.stringify({ email: address, ...more }) }],
	peopledata: (address) => [`/peopledata/v5/person/enrich?email=${encodeURIComponent(address)}`,
		{ headers: { "X-Api-Key": "key" } }],
};
const answer = (provider, address, more) => get(...first[provider](address, more));

// The second question, where the first answer leads.
async function second(provider, address) {
	const { json } = await answer(provider, address);
	if (provider === "github")
		return get(`/github/users/${json.items[0].login}`);
	const { href } = json.links.find((link) => link.rel === "self");
	return get(href, { headers: { Accept: "application/activity+json" } });
}

// Its pixels unpack to the size its head tells.
function assertPicture({ status, headers, raw }) {
	assert.equal(status, 200);
	assert.equal(headers["content-type"], "image/png");
	assert.equal(raw.toString("latin1", 1, 4), "PNG");
	const [wide, high] = [raw.readUInt32BE(16), raw.readUInt32BE(20)];
	const rows = inflateSync(raw.subarray(41, 41 + raw.readUInt32BE(33)));
	assert.equal(rows.length, high * (1 + Math.ceil(wide * (raw[25] === 2 ? 24 : 1) / 8)));
}

test("certificates that hold are kept, and all are made anew when one is gone", () => {
	const before = readFileSync(join(dir, "good.pem"), "utf8");
	certify();
	assert.equal(readFileSync(join(dir, "good.pem"), "utf8"), before);
	assert.equal(statSync(join(dir, "good.key")).mode & 0o777, 0o600);
	const other = mkdtempSync(join(dir, "other."));
	const make = () => execFileSync(here("certificates.sh"), [other]);
	make();
	const old = readFileSync(join(other, "ca.pem"), "utf8");
	unlinkSync(join(other, "elsewhere.key"));
	make();
	assert.notEqual(readFileSync(join(other, "ca.pem"), "utf8"), old);
});

test("only the first port can be trusted", async () => {
	await assert.rejects(ask(`https://localhost:${ports[1]}/`), { code: "UNABLE_TO_VERIFY_LEAF_SIGNATURE" });
	await assert.rejects(ask(`https://localhost:${ports[2]}/`), { code: "ERR_TLS_CERT_ALTNAME_INVALID" });
	assert.equal((await get("/")).status, 404);
});

test("every provider knows Dana, and it is the same person", async () => {
	const profile = (await answer("gravatar", dana)).json;
	assert.equal(profile.first_name, "Dana");
	assert.equal((await get(first.gravatar(dana)[0])).json.first_name, undefined);
	assert.equal((await answer("github", dana)).json.items[0].login, "danawhitfield-example");
	assert.equal((await second("github", dana)).json.name, "Dana Whitfield");
	assert.equal((await get("/github/users/danawhitfield-example/social_accounts")).json.length, 2);
	assert.equal((await second("fediverse", dana)).json.preferredUsername, "danaw");
	assert.equal((await answer("fullcontact", dana)).json.details.employment[0].name, profile.company);
	assert.equal((await answer("peopledata", dana)).json.data.full_name, "dana whitfield");
	const [path, options] = first.peopledata(dana);
	const titled = (await get(`${path}&titlecase=true`, options)).json.data;
	assert.equal(titled.location_name, "Cedar Falls, Iowa, United States");
});

test("the pictures are here, and each provider has another", async () => {
	const urls = [(await answer("gravatar", dana)).json.avatar_url,
		(await second("github", dana)).json.avatar_url,
		(await second("fediverse", dana)).json.icon.url,
		(await answer("fullcontact", dana)).json.avatar];
	const seen = [await answer("libravatar", dana)];
	for (const url of urls) {
		assert.ok(url.startsWith(`${base}/pictures/`), url);
		seen.push(await get(url));
	}
	seen.forEach(assertPicture);
	assert.equal(new Set(seen.map(({ raw }) => raw.toString("latin1"))).size, seen.length);
});

test("nobody is known under another address", async () => {
	for (const provider of providers) {
		const { status, text } = await answer(provider, "nobody.at.all@example.com");
		assert.equal(status, provider === "github" ? 200 : 404, provider);
		assert.ok(provider !== "github" || JSON.parse(text).total_count === 0);
	}
});

test("a missing key is refused", async () => {
	assert.equal((await get(first.fullcontact(dana)[0], { method: "POST", body: "{}" })).status, 401);
	assert.equal((await get(first.peopledata(dana)[0])).status, 401);
});

test("a limit comes with the headers of the provider, and has not passed", async () => {
	const names = { gravatar: "x-ratelimit-reset", github: "x-ratelimit-reset", fediverse: "retry-after",
		libravatar: "retry-after", fullcontact: "x-rate-limit-reset", peopledata: "retry-after" };
	for (const provider of providers) {
		const { status, headers } = await answer(provider, "limit@example.com");
		assert.equal(status, 429, provider);
		assert.ok(headers[names[provider]], provider);
	}
	const { headers } = await answer("gravatar", "limit@example.com");
	assert.ok(Number(headers["x-ratelimit-reset"]) > Date.now() / 1000);
});

test("a queued answer goes to the webhook, and the next question finds it", async () => {
	const here = http.createServer().listen(0, "127.0.0.1");
	await once(here, "listening");
	const webhookUrl = `http://127.0.0.1:${here.address().port}/hook?token=abc`;
	const called = once(here, "request");
	const { status, json } = await answer("fullcontact", "queued@example.com", { webhookUrl });
	assert.equal(status, 202);
	assert.ok(json.message.includes(webhookUrl));
	const [request, response] = await called;
	const body = JSON.parse(await bytes(request));
	response.end();
	here.close();
	assert.equal(request.url, "/hook?token=abc");
	assert.equal(body.fullName, "Dana R Whitfield");
	assert.ok(body.avatar.startsWith(base));
	assert.equal((await answer("fullcontact", "queued@example.com", { webhookUrl })).status, 200);
	assert.equal((await answer("fullcontact", "queued+1@example.com")).status, 202);
});

test("a behaviour is the named provider's alone, or everybody's", async () => {
	for (const provider of providers) {
		assert.equal((await answer(provider, `503@${provider}.example`)).status, 503, provider);
		assert.equal((await answer(provider, `503+7@${provider}.example`)).status, 503, provider);
		assert.equal((await answer(provider, "503@all.example")).status, 503, provider);
	}
	assert.equal((await answer("gravatar", "503@peopledata.example")).status, 404);
});

// What stays open or is large; the others are read to their end.
const open = new Set(["reset", "stall", "drip", "cut", "huge", "slowrich", "bigpicture"]);

test("every behaviour of every provider answers something", async () => {
	const short = behaviours.filter((how) => !open.has(how) && !/^(later|picture)-/.test(how));
	for (const provider of providers)
		for (const how of short) {
			const { status } = await answer(provider, `${how}@${provider}.example`);
			const meant = /^\d+$/.test(how) ? Number(how) : how.startsWith("redirect-") ? 302 : 200;
			assert.equal(status, meant, `${how} of ${provider}`);
		}
});

// Others are answered while this one, though noted, is not; nobody waits for its end.
async function stalls(address) {
	const [path] = first.gravatar(address);
	const waiting = new AbortController();
	const stalled = ask(base + path, { signal: waiting.signal });
	const outcome = assert.rejects(stalled, { name: "AbortError" });
	while (!noted().some(({ url }) => url === path))
		await get("/");
	await get("/");
	waiting.abort();
	await outcome;
}

test("a connection is reset, cut, stalled or slow as its address says", async () => {
	for (const provider of providers) {
		await assert.rejects(answer(provider, `reset@${provider}.example`), { code: "ECONNRESET" });
		await assert.rejects(answer(provider, `cut@${provider}.example`), { code: "ECONNRESET" });
		const [path, options] = first[provider](`drip@${provider}.example`);
		const response = await ask(base + path, options);
		const [part] = await once(response, "data");
		assert.equal(part.length, 1);
		response.destroy();
	}
	await stalls("stall@gravatar.example");
	assert.equal((await answer("gravatar", "slowrich@gravatar.example")).json.first_name, "Dana");
});

test("large answers are as large as they say", async () => {
	const huge = await answer("fullcontact", "huge@fullcontact.example");
	assert.equal(huge.headers["transfer-encoding"], "chunked");
	assert.ok(huge.raw.length > 10e6);
	assert.equal(huge.json.fullName, "Dana R Whitfield");
	const bomb = await answer("peopledata", "bomb@peopledata.example");
	assert.equal(bomb.headers["content-encoding"], "gzip");
	assert.ok(bomb.raw.length < 20000);
	assert.ok((await get("/pictures/bigpicture")).raw.length > 12e6);
	const megapixel = await get("/pictures/megapixel");
	assertPicture(megapixel);
	assert.equal(megapixel.raw.readUInt32BE(16), 10000);
	assert.ok(megapixel.raw.length < 20000);
});

test("odd values reach the second question, and it can be odd alone", async () => {
	for (const provider of ["github", "fediverse"]) {
		const at = `@${provider}.example`;
		assert.match((await second(provider, `html${at}`)).json.name, /^Dana Whitfield<script>/);
		const { url } = (await second(provider, `javascript${at}`)).json;
		assert.match(url, /^\s*(java\s*script|data|vbscript):/i);
		assert.equal((await second(provider, `long${at}`)).json.name.length, 5000);
		assert.match((await second(provider, `notpicture${at}`)).text, /\/pictures\/notpicture"/);
		assert.match((await second(provider, `picture-stall${at}`)).text, /\/pictures\/stall"/);
		assert.equal((await second(provider, `later-403${at}`)).status, 403);
		const { location } = (await second(provider, `later-redirect-file${at}`)).headers;
		assert.equal(location, "file:///etc/passwd");
		assert.equal((await second(provider, `later-nulls${at}`)).json.name, null);
		const { status, text } = await second(provider, `later-truncated${at}`);
		assert.equal(status, 200);
		assert.throws(() => JSON.parse(text), SyntaxError);
	}
});

test("each request is noted before it is answered", async () => {
	const [path, options] = first.fullcontact(dana, { recordId: "noted" });
	await get(path, options);
	const { provider, method, url, headers, body } = noted().at(-1);
	assert.deepEqual([provider, method, url], ["fullcontact", "POST", path]);
	assert.equal(headers.authorization, "Bearer key");
	assert.deepEqual(JSON.parse(body), { email: dana, recordId: "noted" });
	assert.ok(noted().some((line) => line.provider === "webhook" && line.status === 200));
});
