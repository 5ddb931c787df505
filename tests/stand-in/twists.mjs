// Sound JSON made odd, value by value: what nobody should send, and somebody will.
import { texts } from "./samples.mjs";

const LENGTH = 5000;
const link = (text) => /^(https?:\/\/|[\w.-]+\.[a-z]{2,}\/)/.test(text);

// Words of the formats stay: without them nobody would look at the texts beside them.
const FORMAT = new Set(["rel", "type", "mediaType"]);

function written(value, change) {
	const spared = value["@context"];
	const made = texts(value, (text, member) => FORMAT.has(member) ? text : change(text));
	return spared ? { ...made, "@context": spared } : made;
}

// Every text becomes something else, each kind in turn.
export function types(value) {
	const kinds = [12345, null, true, ["text"], { text: "text" }, 0.5, false, [], {}];
	let turn = 0;
	return texts(value, () => kinds[turn++ % kinds.length]);
}

// Links stay links, so that they are tried as such.
export const html = (value) => written(value, (text) => link(text) ? `${text}?"'><script>alert(1)</script>&amp;<b>` :
	`${text}<script>alert(1)</script> <b>"bold"</b> & 'quoted' &amp; &lt;i&gt;`);

export function javascript(value) {
	const links = ["javascript:alert(1)", "data:text/html,<script>alert(1)</script>", "vbscript:msgbox(1)",
		"JavaScript:alert(1)//https://example.com/", " javascript:alert(1)", "java\tscript:alert(1)"];
	let turn = 0;
	const bad = () => links[turn++ % links.length];
	return written(value, (text) => link(text) ? bad() : text.replace(/https?:\/\/[^"]*/g, bad));
}

// Of two bytes a letter, so that a cut by bytes shows.
export const long = (value) => written(value, (text) => link(text) ? `${text}?`.padEnd(LENGTH, "x") :
	`${text} `.padEnd(LENGTH, "é"));

// The members of the outermost object, or of each in a list.
export const nulls = (value) => Array.isArray(value) ? value.map(nulls) :
	Object.fromEntries(Object.keys(value).map((name) => [name, null]));

// The innermost values; objects and lists stay.
export function deepnulls(value) {
	if (Array.isArray(value))
		return value.map(deepnulls);
	return value && typeof value === "object" ?
		Object.fromEntries(Object.entries(value).map(([name, one]) => [name, deepnulls(one)])) : null;
}

export const empty = (value) => Array.isArray(value) ? [] : {};
