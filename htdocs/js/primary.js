// Select Primary follows what is typed: a category that has more than one entry unfolds them, another one is grayed.
import { rowsOf } from "./rows.js";

const typed = (row) => [...row.querySelectorAll("input")].some((input) => input.value.trim());
const chosen = (card) => rowsOf(card).find((row) => !row.querySelector(".chip").hidden) ?? rowsOf(card)[0];
const categoryOf = (card) => card.closest("form").querySelector(`[data-primary="${card.dataset.rows}"]`);
const cardOf = (category) => category.closest("form").querySelector(`[data-rows="${category.dataset.primary}"]`);

function mark(card, primary) {
	for (const row of rowsOf(card))
		row.querySelector(".chip").hidden = row !== primary;
}

function entry(category, row) {
	const label = category.querySelector("template").content.firstElementChild.cloneNode(true);
	const radio = label.querySelector("input");
	const type = row.querySelector("select").selectedOptions[0]?.text ?? "";
	const value = row.querySelector("input").value.trim();
	radio.value = row.dataset.at;
	radio.checked = !row.querySelector(".chip").hidden;
	label.querySelector("span").textContent = value ? `${type}, ${value}` : type;
	return label;
}

function follow(card) {
	const category = categoryOf(card), grayed = category.nextElementSibling, entries = category.querySelector("fieldset");
	const used = rowsOf(card).filter(typed);
	const rows = used.length ? used : rowsOf(card).slice(0, 1);
	const several = rows.length > 1, words = grayed.querySelector("[data-one]");
	if (rows.length)
		mark(card, rows.includes(chosen(card)) ? chosen(card) : rows[0]);
	category.hidden = entries.disabled = !several;
	grayed.hidden = several;
	words.textContent = used.length ? words.dataset.one : words.dataset.none;
	entries.querySelectorAll("label").forEach((label) => label.remove());
	entries.append(...rows.map((row) => entry(category, row)));
}

document.addEventListener("input", (event) => {
	const card = event.target.closest("[data-rows]");
	if (card)
		follow(card);
});

document.addEventListener("beforetoggle", (event) => {
	if (event.newState === "closed")
		return; // the entry that has the focus stays until the menu has given it back
	for (const category of event.target.querySelectorAll("[data-primary]"))
		follow(cardOf(category));
}, true);

document.addEventListener("change", (event) => {
	const category = event.target.closest("[data-primary]");
	if (!category)
		return;
	const card = cardOf(category);
	mark(card, rowsOf(card).find((row) => row.dataset.at === event.target.value));
});

// Escape folds one category up before it closes the menu.
document.addEventListener("keydown", (event) => {
	const category = event.key === "Escape" && event.target.closest("[data-primary][open]");
	if (!category)
		return;
	event.preventDefault();
	category.open = false;
	category.querySelector("summary").focus();
});
