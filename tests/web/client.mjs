// A browser without JavaScript: cookies, forms, buttons. On node:http, as fetch hides Set-Cookie and Origin.
import http from "node:http";
import net from "node:net";

export const site = process.env.UPCARD_URL;

// Each test file is a process and comes from an address of its own, so that wrong passwords of one file
// do not slow down the others.
export const address = `127.${1 + process.pid % 250}.${1 + (process.pid >> 8) % 250}.7`;

export const encode = (words) => (Array.isArray(words) ? words : Object.entries(words ?? {}))
	.map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(value)}`).join("&");

// A template breaks its long tags between attributes; as tests read them, a tag stands in one line.
const inOneLine = (html) => html.replace(/<[a-z](?:"[^"]*"|[^"<>])*>/gi,
	(tag) => tag.replace(/"[^"]*"|\n/g, (part) => part === "\n" ? " " : part));

export class Client {
	constructor(base = site, from = address) {
		this.base = base;
		this.from = from;
		this.cookies = new Map();
	}

	// A second browser with the same cookies, as they are now.
	copy() {
		const other = new Client(this.base, this.from);
		other.cookies = new Map(this.cookies);
		return other;
	}

	get(path, headers) {
		return this.send("GET", path, null, headers);
	}

	// WORDS: an object, a list of pairs, or a body as it is.
	// Its answer is the page that a browser shows: one that is kept for the form is fetched.
	async post(path, words, headers) {
		const body = typeof words === "string" || Buffer.isBuffer(words) ? words : encode(words);
		const answer = await this.send("POST", path, body, { "Content-Type": "application/x-www-form-urlencoded", ...headers });
		return answer.status === 303 && /[?]draft=\w+$/.test(answer.location) ? this.get(answer.location) : answer;
	}

	// A header that is undefined is left out.
	send(method, path, body, headers = {}) {
		const all = { "Sec-Fetch-Site": "same-origin", ...headers };
		if (this.cookies.size && !("Cookie" in all))
			all.Cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join("; ");
		if (body !== null && body !== undefined && !all["Transfer-Encoding"])
			all["Content-Length"] ??= Buffer.byteLength(body);
		for (const name of Object.keys(all))
			if (all[name] === undefined)
				delete all[name];
		return this.answer(method, new URL(path, this.base), body, all);
	}

	answer(method, url, body, headers) {
		return new Promise((resolve, reject) => {
			const request = http.request(url, { method, headers, localAddress: this.from, agent: false }, (response) => {
				const parts = [];
				response.on("data", (part) => parts.push(part));
				response.on("error", reject);
				response.on("end", () => resolve(this.taken(url, response, Buffer.concat(parts).toString())));
			});
			request.on("error", reject);
			request.end(body ?? undefined);
		});
	}

	taken(url, response, html) {
		const text = inOneLine(html);
		const set = response.headers["set-cookie"] ?? [];
		for (const line of set) {
			const [, name, value] = /^([^=]+)=([^;]*)/.exec(line);
			if (value && !/max-age=0/i.test(line))
				this.cookies.set(name, value);
			else
				this.cookies.delete(name);
		}
		return { status: response.statusCode, headers: response.headers, raw: response.rawHeaders, text, set,
			path: url.pathname + url.search, location: response.headers.location };
	}

	// Goes where a 303 leads.
	async follow(answer) {
		while (answer.status === 303)
			answer = await this.get(answer.location);
		return answer;
	}

	// Sends form ID of PAGE as a person would: what stands in it, CHANGES, and the BUTTON that was clicked
	// ({ name, value, formaction } of it, or nothing).
	submit(page, id, changes = {}, button = {}) {
		const form = forms(page.text).find((one) => one.id === id);
		if (!form)
			throw new Error(`no form ${id} in the page ${page.path} (${page.status})`);
		const words = changed(form.words, changes);
		if (button.name)
			words.push([button.name, button.value ?? ""]);
		return this.post(button.formaction ?? form.action ?? page.path, words);
	}
}

// Words with CHANGES: each replaces what stands under its name; null takes it away, a list puts several.
export function changed(words, changes) {
	const kept = words.filter(([name]) => !(name in changes));
	for (const [name, value] of Object.entries(changes))
		for (const one of Array.isArray(value) ? value : value === null ? [] : [value])
			kept.push([name, String(one)]);
	return kept;
}

const entities = { amp: "&", lt: "<", gt: ">", quot: '"', "#39": "'", ldquo: "“", rdquo: "”", middot: "·" };
export const plain = (text) => text.replace(/&(#?\w+);/g, (all, name) => entities[name] ?? all);

function attributes(tag) {
	const found = {};
	for (const [, name, , value] of tag.matchAll(/\s([\w:-]+)(="([^"]*)")?/g))
		found[name] = plain(value ?? "");
	return found;
}

// Every form of a page: { id, action, words } with the words a browser would send, buttons left out.
export function forms(html) {
	const found = [];
	let form, select;
	for (const [tag, name] of html.replace(/<template>[^]*?<\/template>/g, "").matchAll(/<(\/?\w+)[^>]*>/g)) {
		const at = attributes(tag);
		if (name === "form")
			found.push(form = { id: at.id, action: at.action, words: [] });
		else if (name === "/form")
			form = undefined;
		else if (form && name === "input")
			input(form, at);
		else if (form && name === "select")
			form.words.push(select = [at.name, undefined]);
		else if (select && name === "option" && ("selected" in at || select[1] === undefined))
			select[1] = at.value;
		else if (name === "/select")
			select = undefined;
	}
	return found;
}

function input(form, at) {
	const box = at.type === "radio" || at.type === "checkbox";
	if (at.name && (!box || "checked" in at))
		form.words.push([at.name, at.value ?? ""]);
}

// The words of form ID as one object; of names that come twice the last.
export const words = (page, id) => Object.fromEntries((id ? forms(page.text).find((form) => form.id === id) :
	forms(page.text)[0]).words);

// Where a form led, without what is sealed for its session: the customer, the warning and the seal behind what was done.
export const led = (answer) => answer.location?.replace(/(done=\w+)[.\w]*/, "$1");

// What a person reads.
export const read = (page) => plain(page.text.replace(/<(script|title|template)[^]*?<\/\1>/g, " ").replace(/<[^>]*>/g, " "))
	.replace(/\s+/g, " ");

// Bytes as they are, over a socket of its own; the answer as text. HALF: our side ends after them.
export function raw(bytes, { base = site, half = false } = {}) {
	return new Promise((resolve, reject) => {
		const { hostname, port } = new URL(base);
		const parts = [];
		const socket = net.connect({ host: hostname, port, localAddress: address, allowHalfOpen: true }, () => {
			socket.write(bytes);
			if (half)
				socket.end();
		});
		socket.on("data", (part) => parts.push(part));
		socket.on("error", (error) => error.code === "ECONNRESET" ? resolve("") : reject(error));
		socket.on("end", () => {
			socket.end();
			resolve(Buffer.concat(parts).toString());
		});
	});
}
