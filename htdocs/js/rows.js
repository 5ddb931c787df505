// The rows of a card ([data-rows]: addresses, phones, e-mails) are added, from the card's <template>, and taken away
// without a new page; a type that is used is not offered again. Who follows the rows hears an "input" of the card.
export const rowsOf = (card) => [...card.querySelectorAll(":scope > ul > li")];

const plusOf = (card) => card.querySelector("[name=add]");
const typeOf = (row) => row.querySelector("select");

function offerTypes(card) {
	const selects = rowsOf(card).map(typeOf);
	const all = card.querySelector("template").content.querySelector("select");
	for (const select of selects) {
		const others = selects.filter((one) => one !== select).map((one) => one.value);
		const own = select.value;
		const free = [...all.options].filter((option) => option.value === own || !others.includes(option.value));
		select.replaceChildren(...free.map((option) => new Option(option.text, option.value, false, option.value === own)));
	}
	plusOf(card).disabled = selects.length >= Number(card.dataset.limit);
}

function refresh(card) {
	const one = plusOf(card).getAttribute("aria-label").replace("Add ", "");
	for (const row of rowsOf(card)) {
		const type = typeOf(row).selectedOptions[0]?.text ?? "";
		row.querySelector("[name=remove]").setAttribute("aria-label", `Remove ${type} ${one}`);
	}
	offerTypes(card);
}

// The template's names have __ where a row's number belongs.
function blankRow(card, at) {
	const row = card.querySelector("template").content.firstElementChild.cloneNode(true);
	row.dataset.at = at;
	for (const element of row.querySelectorAll("[id], [for], [name], [value]"))
		for (const name of ["id", "for", "name", "value"])
			if (element.getAttribute(name)?.includes(".__"))
				element.setAttribute(name, element.getAttribute(name).replace(".__", `.${at}`));
	return row;
}

function add(card) {
	const used = rowsOf(card).map((row) => typeOf(row).value);
	const row = blankRow(card, Math.max(-1, ...rowsOf(card).map((one) => Number(one.dataset.at))) + 1);
	const type = typeOf(row);
	type.value = [...type.options].map((option) => option.value).find((value) => !used.includes(value)) ?? "";
	card.querySelector(":scope > ul").append(row);
	return () => row.querySelector("input");
}

function remove(card, row) {
	if (rowsOf(card).length === 1)
		row.querySelectorAll("input").forEach((input) => { input.value = ""; });
	else
		row.remove();
	return () => plusOf(card).disabled ? rowsOf(card)[0].querySelector("input") : plusOf(card);
}

document.addEventListener("click", (event) => {
	const button = event.target.closest("[name=add], [name=remove]");
	const card = button?.closest("[data-rows]");
	if (!card)
		return;
	event.preventDefault();
	const focused = button.name === "add" ? add(card) : remove(card, button.closest("li"));
	card.dispatchEvent(new Event("input", { bubbles: true }));
	focused().focus();
});

document.addEventListener("input", (event) => {
	const card = event.target.closest("[data-rows]");
	if (card)
		refresh(card);
});
