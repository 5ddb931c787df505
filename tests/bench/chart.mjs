// Draws the figures of a CSV file that run wrote as an SVG: for each page one bar for each number of customers, made of
// what Apache, the programs and MariaDB use; the budget is a line across the bars. node chart.mjs CSV SVG
import { readFileSync, writeFileSync } from "node:fs";

const [, , from, to] = process.argv;
const [head, ...lines] = readFileSync(from, "utf8").trim().split("\n");
const names = head.split(",");
const rows = lines.map((line) => Object.fromEntries(JSON.parse(`[${line}]`).map((value, at) => [names[at], value])));

// At 4 connections (or what comes nearest): the processors are busy and nothing waits for long.
const connections = rows.map((row) => row.connections).sort((a, b) => Math.abs(a - 4) - Math.abs(b - 4))[0];
const shown = rows.filter((row) => row.connections === connections);
const pages = [...new Set(shown.map((row) => row.page))], sizes = [...new Set(shown.map((row) => row.customers))];
const budgets = [[/^sign-in/, 0.3], [/^search:|^record: (overview|details)$/, 0.8], [/^create/, 1.5]];
const parts = [["apache_ms", "#7a9cc6", "Apache"], ["programs_ms", "#24527a", "programs"], ["mariadb_ms", "#d08c3f", "MariaDB"]];

const left = 230, bar = 12, gap = 14, width = 900, top = 64;
const high = sizes.length * (bar + 2) + gap;
const most = Math.max(0.5, ...shown.map((row) => row.cpu_ms)) * 1.08;
const x = (value) => left + value / most * (width - left - 70);
const round = (value) => Math.round(value * 10) / 10;
const text = (at, y, words, more = "") => `<text x="${round(at)}" y="${round(y)}"${more}>${words}</text>`;
const rect = (at, y, wide, color, high = bar) =>
	`<rect x="${round(at)}" y="${round(y)}" width="${round(wide)}" height="${high}" fill="${color}"/>`;
const short = (count) => count >= 1e6 ? `${count / 1e6} M`.replace(/(\.\d)\d+/, "$1") : count >= 1000 ? `${Math.round(count / 1000)} k` : count;

function bars(page, at) {
	const y = top + at * high, made = [text(left - 48, y + high / 2, page, ' text-anchor="end"')];
	sizes.forEach((size, number) => {
		const row = shown.find((one) => one.page === page && one.customers === size), line = y + number * (bar + 2);
		if (!row)
			return;
		let sum = 0;
		made.push(text(left - 6, line + bar - 2, short(size), ' text-anchor="end" class="small"'));
		for (const [name, color] of parts) {
			made.push(rect(x(sum), line, x(row[name]) - left, color));
			sum += row[name];
		}
		made.push(text(x(sum) + 5, line + bar - 2, sum.toFixed(2), ' class="small"'));
	});
	const [, budget] = budgets.find(([pattern]) => pattern.test(page)) ?? [];
	if (budget)
		made.push(`<path d="M${round(x(budget))} ${y - 3}v${high - gap + 4}" stroke="#b3261e" stroke-width="2"/>`);
	return made.join("\n");
}

const legend = [...parts, ["", "#b3261e", "budget"]].map(([, color, word], at) =>
	rect(left + at * 110, 36, 12, color) + text(left + at * 110 + 18, 46, word)).join("\n");
const bottom = top + pages.length * high;
writeFileSync(to, `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${bottom + 10}" font-family="system-ui, sans-serif" font-size="13" fill="#1d2733">
<style>.small { font-size: 10px }</style>
<rect width="100%" height="100%" fill="#fff"/>
${text(20, 24, `Processor time a request in milliseconds, ${connections} connections, by number of customers`, ' font-weight="bold"')}
${legend}
${pages.map(bars).join("\n")}
</svg>
`);
console.log(`Figures: ${from}, chart: ${to}`);
