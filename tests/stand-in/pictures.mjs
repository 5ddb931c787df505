// The portraits the providers show: flat colours, head and shoulders, nobody real. Each shape is a distance to
// its edge (below zero is inside), so an edge is one pixel soft without drawing anything larger.
import { blank, painted, stuffed } from "./png.mjs";

const SIDE = 400;

// ---------------------------------------------------------------- shapes, on a canvas of 96 by 96

const far = (u, v) => Math.sqrt(u * u + v * v); // Math.hypot takes ten times as long

const ellipse = (cx, cy, rx, ry) => (x, y) => {
	const u = (x - cx) / rx, v = (y - cy) / ry;
	const steep = far(u / rx, v / ry), reach = far(u, v);
	return steep ? reach * (reach - 1) / steep : -Math.min(rx, ry);
};

const box = (cx, cy, halfwide, halfhigh, round) => (x, y) => {
	const u = Math.abs(x - cx) - halfwide + round, v = Math.abs(y - cy) - halfhigh + round;
	return far(Math.max(u, 0), Math.max(v, 0)) + Math.min(Math.max(u, v), 0) - round;
};

const everywhere = () => -1;
const both = (one, other) => (x, y) => Math.max(one(x, y), other(x, y));
const without = (one, other) => (x, y) => Math.max(one(x, y), -other(x, y));
const either = (one, other) => (x, y) => Math.min(one(x, y), other(x, y));
const above = (height, slope = 0) => (x, y) => y - height - slope * (x - 48);

// ---------------------------------------------------------------- people

const face = ellipse(48, 43, 16, 19);
const ears = either(ellipse(32, 45, 3, 5), ellipse(64, 45, 3, 5));
const neck = box(48, 63, 8, 12, 7);
const shoulders = ellipse(48, 101, 35, 34);
const crown = either(ellipse(48, 35, 19.5, 19), box(48, 41, 18.5, 9, 8));

// Hair before and behind the face. The fringe is what of the crown lies above a curve over the forehead.
const hair = {
	short: { before: without(both(crown, above(44, 0.1)), ellipse(53, 48, 18, 18)) },
	long: { behind: either(crown, box(48, 52, 20, 27, 13)),
		before: without(both(crown, above(46)), ellipse(54, 49, 18, 20)) },
	cropped: { before: without(both(ellipse(48, 37, 17, 18), above(38)), ellipse(48, 47, 15.5, 17)) },
};

const grey = { hair: "short", tint: "#8d9298", skin: "#e3b18c" };
const brown = { hair: "long", tint: "#4a2c1e", skin: "#d9a07a" };
const black = { hair: "cropped", tint: "#221a17", skin: "#8d5a3c" };

const looks = {
	gravatar: { ...grey, back: "#cfe0ea", shirt: "#2f5d62", collar: "#f4f1ea" },
	github: { ...brown, back: "#ecdcc8", shirt: "#8a4b38", collar: "#7a3f2e" },
	fediverse: { ...black, back: "#dbe5d3", shirt: "#3d4f7c", collar: "#e9e4d8" },
	libravatar: { ...grey, back: "#f0d9d2", shirt: "#5b4a7a", collar: "#e8dff2" },
	fullcontact: { ...brown, back: "#d3e4e0", shirt: "#2e6b57", collar: "#f0ede4" },
	"fullcontact-twitter": { ...black, back: "#e6ddee", shirt: "#a8632c", collar: "#8e5122" },
};

function portrait({ hair: style, back, skin, tint, shirt, collar }) {
	const { behind, before } = hair[style];
	return [[everywhere, back], [behind, tint], [shoulders, shirt], [ellipse(48, 70, 13, 11), collar],
		[neck, shade(skin)], [ears, style === "long" ? tint : shade(skin)], [face, skin], [before, tint]];
}

const dusk = [[everywhere, "#f3b98a"], [above(30), "#d98f7e"], [above(18), "#a9718a"],
	[ellipse(64, 50, 11, 11), "#fbe3b0"],
	[ellipse(20, 84, 62, 32), "#56734f"], [ellipse(84, 96, 60, 34), "#3f5a41"],
	[either(box(30, 70, 1, 16, 1), either(box(38, 74, 1, 12, 1), box(24, 76, 1, 11, 1))), "#2c4231"],
	[either(ellipse(30, 53, 3, 4), either(ellipse(38, 61, 3, 4), ellipse(24, 64, 3, 4))), "#7d5aa6"]];

const badge = (colour) => [[everywhere, "#ffffff"], [ellipse(48, 48, 44, 44), colour],
	[ellipse(48, 48, 20, 20), "#ffffff"]];

// ---------------------------------------------------------------- colours

const parts = (colour) => [1, 3, 5].map((at) => parseInt(colour.slice(at, at + 2), 16));
const hex = (part) => Math.round(part).toString(16).padStart(2, "0");
const shade = (colour) => `#${parts(colour).map((part) => hex(part * 0.86)).join("")}`;

// LAYERS: pairs of a shape and its colour, the lowest first.
function draw(layers, side = SIDE) {
	const scale = 96 / side;
	const all = layers.filter(([shape]) => shape).map(([shape, colour]) => [shape, parts(colour)]);
	return painted(side, (x, y, seen) => {
		for (const [shape, colour] of all) {
			const covered = Math.min(1, 0.5 - shape(x * scale, y * scale) / scale);
			for (let part = 0; covered > 0 && part < 3; part++)
				seen[part] += (colour[part] - seen[part]) * covered;
		}
	});
}

// ---------------------------------------------------------------- what may be asked for

// Made when first asked for: most tests look at none.
const once = (make) => {
	let made;
	return () => made ??= make();
};

const drawings = new Map(Object.entries(looks).map(([name, look]) => [name, once(() => draw(portrait(look)))]));
drawings.set("gravatar-gallery", once(() => draw(dusk)));
drawings.set("nobody", once(() => draw(badge("#9aa3ab"), 80)));
drawings.set("icon-github", once(() => draw(badge("#24292f"), 64)));
drawings.set("icon-mastodon", once(() => draw(badge("#6364ff"), 64)));

// The picture NAME as bytes, undefined when there is none.
export const picture = (name) => drawings.get(name)?.();

// Pictures no sound provider would send.
export const odd = {
	notpicture: () => Buffer.from("This is no picture, whatever its type says.\n"),
	megapixel: once(() => blank(10000)),
	bigpicture: once(() => stuffed(picture("gravatar"), "paDd", Buffer.alloc(12 * 1024 * 1024))),
	long: once(() => stuffed(picture("gravatar"), "tEXt", Buffer.from(`Comment\0${"at home ".repeat(700)}`))),
};
