// Whether a page is clean: axe finds nothing in light and dark, on a desk and a small phone; no word is cut off or swallowed
// by its background, and nothing needs scrolling to the side at 320 pixels.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";

const AXE = readFileSync(new URL("../../node_modules/axe-core/axe.min.js", import.meta.url), "utf8");
const LOOKS = { light: {}, dark: { runOnly: ["color-contrast"] } }; // of all rules only contrast can tell them apart
const SHOTS = process.env.UPCARD_SHOTS; // a folder for pictures of every state, when somebody wants to look

export const SIZES = [[1366, 768], [360, 740]];

function violations(options) {
	return axe.run(document, { resultTypes: ["violations"], ...options }).then((found) => {
		if (found.passes.length < (options.runOnly?.length ?? 10))
			return [`axe looked at nothing: ${found.passes.length} rules`];
		return found.violations.flatMap((one) => one.nodes.map((node) =>
			`${one.id}: ${node.target.join(" ")} ${node.failureSummary.replaceAll("\n", " ")}`));
	});
}

// What sticks out to the right of the window or of a pop-up.
function tooWide() {
	return [document.documentElement, ...document.querySelectorAll("dialog, dialog .d-body")].flatMap((box) => {
		const edge = box.getBoundingClientRect().left + box.clientLeft + box.clientWidth;
		if (box.scrollWidth <= box.clientWidth)
			return [];
		return [`${box.tagName} needs ${box.scrollWidth} of ${box.clientWidth}`, ...[...box.querySelectorAll("*")]
			.filter((one) => one.getBoundingClientRect().right > edge).map((one) => one.outerHTML.slice(0, 120))];
	});
}

// Words of the picture that the background swallows: axe does not look into SVG.
function swallowed() {
	const pen = document.createElement("canvas").getContext("2d", { willReadFrequently: true });
	const bright = (color) => {
		pen.fillStyle = color;
		pen.fillRect(0, 0, 1, 1);
		const [r, g, b] = [...pen.getImageData(0, 0, 1, 1).data].map((one) => one / 255)
			.map((one) => one <= 0.04045 ? one / 12.92 : ((one + 0.055) / 1.055) ** 2.4);
		return 0.2126 * r + 0.7152 * g + 0.0722 * b;
	};
	const back = (one) => {
		for (let at = one; at; at = at.parentElement)
			if (!/^(transparent|rgba\(.*, 0\))$/.test(getComputedStyle(at).backgroundColor))
				return getComputedStyle(at).backgroundColor;
		return "white";
	};
	const contrast = (one, color) => {
		const [a, b] = [bright(color), bright(back(one.closest("svg").parentElement))].sort((x, y) => y - x);
		return (a + 0.05) / (b + 0.05);
	};
	const low = (one, names, least) => {
		const best = Math.max(...names.map((name) => contrast(one, getComputedStyle(one)[name])));
		return best < least ? [`${one.outerHTML.slice(0, 80)} ${best.toFixed(2)}`] : [];
	};
	return [...[...document.querySelectorAll(".graph text")].flatMap((one) => low(one, ["fill"], 4.5)),
		...[...document.querySelectorAll(".graph circle")].flatMap((one) => low(one, ["fill", "stroke"], 3)),
		...[...document.querySelectorAll(".graph line")].flatMap((one) => low(one, ["stroke"], 3))];
}

// Words that the edge of what they stand in cuts off; a box that scrolls cuts nothing off.
function cutOff() {
	return [...document.querySelectorAll(".card :is(a, p, h2, span, td), dialog :is(a, p, h2, span, td)")].filter((one) => {
		const card = one.closest(".toast") ? document.documentElement : one.closest(".card, dialog"), box = one.getBoundingClientRect(), edge = card.getBoundingClientRect();
		return one.textContent.trim() && !one.closest(".vh, svg") && box.width && (box.right > edge.right + 1 || one.matches("td") && one.scrollWidth > one.clientWidth + 1);
	}).map((one) => one.outerHTML.slice(0, 120));
}

async function picture(page, name) {
	if (SHOTS)
		await page.screenshot({ path: `${SHOTS}/${name.replace(/\W+/g, "-")}.png`, fullPage: true });
}

export async function isClean(page, name) {
	const found = [];
	await page.evaluate(AXE);
	for (const [width, height] of SIZES)
		for (const [colorScheme, options] of Object.entries(LOOKS)) {
			await page.setViewportSize({ width, height });
			await page.emulateMedia({ colorScheme });
			for (const look of [violations, swallowed, cutOff])
				found.push(...(await page.evaluate(look, options)).map((one) => `${width} ${colorScheme} ${one}`));
			await picture(page, `${name} ${width} ${colorScheme}`);
		}
	await page.setViewportSize({ width: 320, height: 640 });
	found.push(...(await page.evaluate(tooWide)).map((one) => `320: ${one}`));
	await picture(page, `${name} 320`);
	assert.deepEqual(found, []);
}

// axe(NAME, PREPARE): one page in one state. PREPARE(t) makes it and answers the page as it is to be looked at.
export function axe(name, prepare) {
	test(`accessible and not too wide: ${name}`, async (t) => isClean(await prepare(t), name));
}
