// Which question a request asks. A request is { method, url, headers, body, base, ca }; a route makes an "ask" of
// it: provider, behaviour and what the answers need, or { refusal } when the provider would not even look.
import { answer, picture } from "./answers.mjs";
import { addressOf, behaviour, isKnown } from "./people.mjs";
import { picture as drawn } from "./pictures.mjs";
import { json } from "./samples.mjs";

// These go on with the second question: the answer to the first leads there under a name that says how to behave.
const CARRIED = /^(html|javascript|long|notpicture|megapixel|bigpicture|picture-.*)$/;

function next(how) {
	if (how.startsWith("later-"))
		return how.slice("later-".length);
	return CARRIED.test(how) ? how : "rich";
}

// Names of the second question; the plain one is the sample's.
const login = (how) => how === "rich" ? "danawhitfield-example" : `dana-${how}`;
const actor = (how) => how === "rich" ? "danaw" : `danaw-${how}`;
const meant = (name, plain, prefix) => {
	if (name === plain)
		return "rich";
	return name.startsWith(prefix) && isKnown(name.slice(prefix.length)) ? name.slice(prefix.length) : "unknown";
};

const bearer = (ask) => /^Bearer ./.test(ask.headers.authorization ?? "");

// ---------------------------------------------------------------- one function a provider

function gravatar(ask, [, kind, hash, more]) {
	if (kind !== "profiles" || !hash || more)
		return { refusal: 404 };
	return { behaviour: behaviour("gravatar", addressOf(hash)),
		sample: bearer(ask) ? "gravatar-profile-200" : "gravatar-profile-200-unauthenticated" };
}

function github(ask, [, kind, name, more]) {
	if (!ask.headers["user-agent"])
		return { refusal: 403 };
	if (kind === "search" && name === "users" && !more)
		return search(ask);
	if (kind !== "users" || !name || (more && more !== "social_accounts"))
		return { refusal: 404 };
	return { behaviour: meant(name, login("rich"), "dana-"),
		sample: more ? "github-user-social-accounts-200" : "github-user-200" };
}

function search(ask) {
	const words = ask.url.searchParams.get("q") ?? "";
	if (!words || words.length > 256)
		return { refusal: 422 };
	const address = /^(.*) in:email$/.exec(words)?.[1];
	const how = behaviour("github", address);
	return { behaviour: how, sample: "github-search-users-200",
		lead: (value) => { value.items[0].login = login(next(how)); },
		nobody: () => answer(ask, 200, json("github-search-users-200-empty")) };
}

function fediverse(ask, [, kind, name]) {
	if (kind === ".well-known" && name === "webfinger")
		return webfinger(ask);
	if (kind !== "users" || !name)
		return { refusal: 404 };
	if (!/application\/(activity|ld)\+json/.test(ask.headers.accept ?? ""))
		return { refusal: 406 };
	return { behaviour: meant(name, actor("rich"), "danaw-"), sample: "activitypub-actor-200",
		type: "application/activity+json; charset=utf-8",
		lead: (value) => { value.id = ask.base + ask.url.pathname; } };
}

function webfinger(ask) {
	const address = /^acct:(.+@.+)$/.exec(ask.url.searchParams.get("resource") ?? "")?.[1];
	if (!address)
		return { refusal: 400 };
	const how = behaviour("fediverse", address);
	return { behaviour: how, sample: "webfinger-200", type: "application/jrd+json; charset=utf-8",
		lead: (value) => {
			const self = value.links.find((one) => one.rel === "self");
			self.href = `${ask.base}/fediverse/users/${actor(next(how))}`;
		} };
}

function libravatar(ask, [, kind, hash]) {
	if (kind !== "avatar" || !hash)
		return { refusal: 404 };
	return { behaviour: behaviour("libravatar", addressOf(hash)), drawn: "libravatar",
		nobody: ask.url.searchParams.get("d") === "404" ? undefined : () => picture(drawn("nobody")) };
}

function fullcontact(ask, [, version, name]) {
	if (version !== "v3" || name !== "person.enrich")
		return { refusal: 404 };
	if (!bearer(ask))
		return { refusal: 401 };
	let query;
	try {
		query = JSON.parse(ask.body);
	} catch {
		return { refusal: 400, said: { code: 400, message: "Unable to process JSON" } };
	}
	const email = query?.email ?? query?.emails?.[0];
	if (typeof email !== "string")
		return { refusal: 422 };
	const webhook = query.webhookUrl;
	if (webhook !== undefined && !callable(webhook))
		return { refusal: 400, said: { status: 400, message: `Invalid webhookUrl provided: '${webhook}'` } };
	const address = addressOf(email) ?? email;
	return { behaviour: behaviour("fullcontact", address), sample: "fullcontact-enrich-200", address, webhook };
}

function callable(webhook) {
	try {
		return /^https?:$/.test(new URL(webhook).protocol);
	} catch {
		return false;
	}
}

function peopledata(ask, [, version, ...rest]) {
	if (version !== "v5" || rest.join("/") !== "person/enrich")
		return { refusal: 404 };
	if (!ask.headers["x-api-key"])
		return { refusal: 401 };
	const email = ask.url.searchParams.get("email");
	if (!email)
		return { refusal: 400 };
	return { behaviour: behaviour("peopledata", email), sample: "pdl-200",
		titles: ask.url.searchParams.get("titlecase") === "true" };
}

// A picture, or one that behaves as its name says.
function pictures(ask, [, name = ""]) {
	const plain = name.replace(/\.png$/, "");
	return { drawn: plain, behaviour: drawn(plain) ? "rich" : isKnown(plain) ? plain : "unknown" };
}

// ---------------------------------------------------------------- all of them

const routes = { gravatar, github, fediverse, libravatar, fullcontact, peopledata, pictures };

export function route(request) {
	const path = request.url.pathname.split("/").slice(1).map(decoded);
	const ask = { ...request, provider: path[0] };
	if (!Object.hasOwn(routes, ask.provider))
		return { ...ask, refusal: 404 };
	if (ask.method !== (ask.provider === "fullcontact" ? "POST" : "GET"))
		return { ...ask, refusal: 405 };
	return { ...ask, ...routes[ask.provider](ask, path) };
}

function decoded(part) {
	try {
		return decodeURIComponent(part);
	} catch {
		return part;
	}
}
