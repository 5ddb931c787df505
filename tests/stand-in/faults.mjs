// One line a behaviour: what it makes of a sound answer. "way" and "wait" are carried out by send.mjs.
import { gzipSync } from "node:zlib";
import { found, nobody, picture, refused } from "./answers.mjs";
import { odd, picture as drawn } from "./pictures.mjs";
import * as twists from "./twists.mjs";
import { queued } from "./webhook.mjs";

const LARGE = 10 * 1024 * 1024;

let packed;
const zeros = () => packed ??= gzipSync(Buffer.alloc(LARGE));

// ---------------------------------------------------------------- the same for JSON and pictures

const away = (location) => () => ({ status: 302, headers: { Location: location }, body: Buffer.alloc(0) });
const bodied = (one, body, more = {}) => ({ ...one, body, headers: { ...one.headers, ...more } });
// It stays sound (white space before JSON, bytes behind a picture): a client without a limit would show the person.
const padded = (one, pad) => ({ ...bodied(one, Buffer.concat(pad(one.body))), way: "chunked" });
const half = (one) => bodied(one, one.body.subarray(0, one.body.length >> 1));

const common = {
	unknown: nobody,
	rich,
	slowrich: (ask) => ({ ...rich(ask), wait: 1500 }),
	reset: () => ({ way: "reset" }),
	stall: (ask) => ({ ...rich(ask), wait: 30000 }),
	drip: (ask) => ({ ...rich(ask), way: "drip" }),
	truncated: (ask) => half(rich(ask)),
	cut: (ask) => ({ ...rich(ask), way: "cut" }),
	bomb: (ask) => bodied(rich(ask), zeros(), { "Content-Encoding": "gzip" }),
	"redirect-loopback": away("https://127.0.0.1:1/"),
	"redirect-metadata": away("http://169.254.169.254/latest/"),
	"redirect-file": away("file:///etc/passwd"),
};

for (const status of [401, 403, 404, 422, 429, 503])
	common[status] = (ask) => refused(ask, status);

// ---------------------------------------------------------------- JSON

// Nothing in such an answer leads on.
const bare = (twist) => (ask) => found({ ...ask, lead: undefined }, twist);
const shows = (name) => (ask) => found(ask, undefined, name);

const json = {
	minimal: (ask) => found({ ...ask, sample: "fullcontact-enrich-200-minimal" }),
	private: (ask) => refused(ask, 403),
	queued,
	types: bare(twists.types),
	nulls: bare(twists.nulls),
	deepnulls: bare(twists.deepnulls),
	empty: bare(twists.empty),
	html: (ask) => found(ask, twists.html),
	javascript: (ask) => found(ask, twists.javascript),
	long: (ask) => found(ask, twists.long),
	huge: (ask) => padded(rich(ask), (body) => [Buffer.alloc(LARGE, " "), body]),
	notpicture: shows("notpicture"),
	megapixel: shows("megapixel"),
	bigpicture: shows("bigpicture"),
};

// ---------------------------------------------------------------- pictures

const typed = (type, text) => () => ({ status: 200, headers: { "Content-Type": type }, body: Buffer.from(text) });

const pictures = {
	types: (ask) => bodied(rich(ask), rich(ask).body, { "Content-Type": "text/html" }),
	nulls: () => picture(Buffer.alloc(20000)),
	deepnulls: () => picture(Buffer.alloc(1)),
	empty: () => picture(Buffer.alloc(0)),
	html: typed("text/html", "<!DOCTYPE html><title>Picture</title><script>alert(1)</script><b>no picture</b>\n"),
	javascript: typed("image/svg+xml",
		'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>\n'),
	huge: (ask) => padded(rich(ask), (body) => [body, Buffer.alloc(LARGE)]),
	...Object.fromEntries(Object.entries(odd).map(([name, make]) => [name, () => picture(make())])),
};

// ---------------------------------------------------------------- what was asked

function rich(ask) {
	return ask.drawn === undefined ? found(ask) : picture(drawn(ask.drawn) ?? drawn("gravatar"));
}

// The answer to ASK.
export function answered(ask) {
	if (ask.refusal)
		return bodyOf(ask, refused(ask, ask.refusal));
	const [, when, how] = /^(later-|picture-)?(.*)$/.exec(ask.behaviour);
	if (when === "later-")
		return rich(ask);
	if (ask.drawn !== undefined)
		return (pictures[how] ?? common[how])(ask);
	return when ? shows(how)(ask) : (json[how] ?? common[how])(ask);
}

const bodyOf = (ask, one) => ask.said ? bodied(one, Buffer.from(JSON.stringify(ask.said))) : one;
