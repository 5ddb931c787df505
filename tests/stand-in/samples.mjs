// The providers' sample bodies of fixtures/, made to point at this stand-in.
import { readFileSync } from "node:fs";
import { hashOf } from "./people.mjs";

const read = (name) => readFileSync(new URL(`fixtures/${name}`, import.meta.url), "utf8");

// A new copy each time, as it will be changed.
export const json = (name) => JSON.parse(read(`${name}.json`));

// A sample that has a status line and headers of its own. Its times lie in the past; they are moved ahead, as
// a limit that is over would not be one.
export function http(name) {
	const [head, ...body] = read(`${name}.http`).split(/\r?\n\r?\n/);
	const [first, ...lines] = head.split(/\r?\n/).filter(Boolean);
	const headers = Object.fromEntries(lines.map((line) => /^([^:]+): *(.*)$/.exec(line).slice(1)));
	for (const [header, value] of Object.entries(headers))
		headers[header] = ahead(value);
	return { status: Number(first.split(" ")[1]), headers, body: body.join("\n\n").trim() };
}

function ahead(value) {
	if (/^\d{10}$/.test(value))
		return String(soon(60));
	if (/^\d{4}-\d\d-\d\dT/.test(value))
		return new Date(soon(37) * 1000).toISOString().replace(/\.\d+/, "");
	return value;
}

export const soon = (seconds) => Math.floor(Date.now() / 1000) + seconds;

// What the samples show, and which of our pictures stands for it.
const shown = {
	[`https://0.gravatar.com/avatar/${hashOf("dana.whitfield@example.com")}`]: "gravatar.png",
	"https://0.gravatar.com/userimage/5/0f1e2d3c4b5a69788796a5b4c3d2e1f0": "gravatar-gallery.png",
	"https://gravatar.com/icons/github.svg": "icon-github.png",
	"https://gravatar.com/icons/mastodon.svg": "icon-mastodon.png",
	"https://avatars.githubusercontent.com/u/900000001?v=4": "github.png",
	"https://social.example.com/avatars/danaw.png": "fediverse.png",
	"https://img.example.com/avatars/dana-whitfield.png": "fullcontact.png",
	"https://img.example.com/avatars/danaw-twitter.png": "fullcontact-twitter.png",
};

// The JSON sample NAME with its pictures at BASE, all of them at /pictures/INSTEAD if that is given.
export function pointed(name, base, instead) {
	return texts(json(name), (text) => text in shown ? `${base}/pictures/${instead ?? shown[text]}` : text);
}

// VALUE with each text in it replaced by CHANGE(text, name of its member).
export function texts(value, change, name) {
	if (typeof value === "string")
		return change(value, name);
	if (Array.isArray(value))
		return value.map((one) => texts(one, change, name));
	if (value && typeof value === "object")
		return Object.fromEntries(Object.entries(value)
			.map(([member, one]) => [member, texts(one, change, member)]));
	return value;
}
