// Who is known to the stand-in, and how each provider behaves when asked about them. An address may carry a
// number (rich+7@gravatar.example): the same behaviour for an address that no cache has seen.
import { createHash } from "node:crypto";

export const providers = ["gravatar", "github", "fediverse", "libravatar", "fullcontact", "peopledata"];
const NUMBERS = 30;

const people = {
	"dana.whitfield@example.com": { all: "rich" },
	"marcus.oyelaran@example.com": { fullcontact: "minimal" },
	"private.person@example.com": { gravatar: "private" },
	"queued@example.com": { fullcontact: "queued" },
	"limit@example.com": { all: "429" },
	"broken@example.com": { gravatar: "truncated", github: "503", fediverse: "reset", libravatar: "notpicture",
		fullcontact: "stall", peopledata: "types" },
};

const plain = ["rich", "slowrich", "reset", "stall", "drip", "truncated", "cut", "types", "huge", "bomb",
	"redirect-loopback", "redirect-metadata", "redirect-file", "401", "403", "404", "422", "429", "503", "html",
	"javascript", "long", "empty", "nulls", "deepnulls", "notpicture", "megapixel", "bigpicture"];

// later-X: the second question about a person (GitHub's user, the fediverse's actor) is answered so, the first well.
// picture-X: a rich answer whose pictures behave so.
export const behaviours = [...plain, ...plain.map((one) => `later-${one}`), ...plain.map((one) => `picture-${one}`)];
const known = new Set(behaviours);

// How PROVIDER behaves when asked about ADDRESS, "unknown" when there is nobody.
export function behaviour(provider, address) {
	const [, name, domain] = /^([^+@]*)(?:\+\d+)?@(.*)$/.exec(address?.trim().toLowerCase() ?? "") ?? [];
	const person = people[`${name}@${domain}`];
	if (person)
		return person[provider] ?? person.all ?? "unknown";
	const meant = domain === `${provider}.example` || domain === "all.example";
	return meant && known.has(name) ? name : "unknown";
}

export const isKnown = (name) => known.has(name);

export const hashOf = (address) => createHash("sha256").update(address.trim().toLowerCase()).digest("hex");

function* addresses() {
	yield* Object.keys(people);
	for (const domain of [...providers, "all"])
		for (const name of behaviours)
			yield `${name}@${domain}.example`;
}

const hashes = new Map();
for (const address of addresses())
	for (let number = 0; number <= NUMBERS; number++) {
		const one = number ? address.replace("@", `+${number}@`) : address;
		hashes.set(hashOf(one), one);
	}

// The address with that SHA-256, undefined when nobody known has it.
export const addressOf = (hash) => hashes.get(hash);
