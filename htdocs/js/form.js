// Improves the customer form: rows added and taken away at once, Select Primary that follows, what is ticked, the SSN
// that hides itself, a warning before typed words are left behind. Without it the server does all of this.

const cards = (root) => root.querySelectorAll("[data-rows]");
const rowsOf = (card) => [...card.querySelectorAll(":scope > ul > li")];
const typed = (row) => [...row.querySelectorAll("input")].some((input) => input.value.trim());
const menuOf = (card) => card.closest("form").querySelector(`[data-primary="${card.dataset.rows}"]`);

// ---- Select Primary: a category opens when it has more than one entry
function summary(row) {
	const type = row.querySelector("select").selectedOptions[0]?.text ?? "";
	const value = row.querySelector("input").value.trim();
	return value ? `${type}, ${value}` : type;
}

function chosen(card) {
	const row = rowsOf(card).find((one) => !one.querySelector(".chip").hidden);
	return row ?? rowsOf(card)[0];
}

function mark(card, primary) {
	for (const row of rowsOf(card))
		row.querySelector(".chip").hidden = row !== primary;
}

function entry(card, row) {
	const label = document.createElement("label");
	const radio = document.createElement("input");
	const text = document.createElement("span");
	label.className = "item";
	radio.type = "radio";
	radio.name = `${card.dataset.rows}.primary`;
	radio.value = row.dataset.at;
	radio.checked = row === chosen(card);
	text.textContent = summary(row);
	label.append(radio, text);
	return label;
}

function category(old, several) {
	const title = (old.querySelector("summary") ?? old).firstChild.textContent.trim();
	const made = document.createElement(several ? "details" : "button");
	made.dataset.primary = old.dataset.primary;
	if (several) {
		made.className = "sub";
		made.setAttribute("name", "primary");
		made.innerHTML = '<summary class="item"><span class="end"></span></summary><fieldset class="panel"><legend class="vh"></legend></fieldset>';
		made.querySelector("summary").prepend(title);
		made.querySelector("legend").textContent = `Primary ${title.toLowerCase()}`;
		made.querySelector(".end").append(arrow());
	} else {
		made.className = "item";
		made.type = "button";
		made.disabled = true;
		made.innerHTML = '<span class="hint end"></span>';
		made.prepend(`${title} `);
	}
	return made;
}

function arrow() {
	return document.querySelector('#select-primary summary [href$="#down"]').closest("svg").cloneNode(true);
}

function showPrimary(card) {
	const used = rowsOf(card).filter(typed);
	const rows = used.length ? used : rowsOf(card).slice(0, 1);
	const old = menuOf(card);
	const several = rows.length > 1;
	if (rows.length)
		mark(card, rows.includes(chosen(card)) ? chosen(card) : rows[0]);
	let made = old;
	if (several !== (old.tagName === "DETAILS"))
		old.replaceWith(made = category(old, several));
	if (!several) {
		made.querySelector(".hint").textContent = used.length ? "one entry" : "no entry";
		return;
	}
	made.querySelectorAll(":scope > .panel > .item").forEach((item) => item.remove());
	made.querySelector(":scope > .panel").append(...rows.map((row) => entry(card, row)));
	made.querySelector("summary .icon use").setAttribute("href",
		made.querySelector("summary .icon use").getAttribute("href").replace("#down", "#right"));
}

// ---- rows: a type that is used is not offered again
function offerTypes(card) {
	const selects = rowsOf(card).map((row) => row.querySelector("select"));
	const all = card.querySelector("template").content.querySelector("select");
	for (const select of selects) {
		const others = selects.filter((one) => one !== select).map((one) => one.value);
		const own = select.value;
		const free = [...all.options].filter((option) => option.value === own || !others.includes(option.value));
		select.replaceChildren(...free.map((option) => new Option(option.text, option.value, false, option.value === own)));
	}
	card.querySelector("[name=add]").disabled = selects.length >= Number(card.dataset.limit);
}

function refresh(card) {
	for (const row of rowsOf(card)) {
		const one = card.querySelector("[name=add]").getAttribute("aria-label").replace("Add ", "");
		const type = row.querySelector("select").selectedOptions[0]?.text ?? "";
		row.querySelector("[name=remove]").setAttribute("aria-label", `Remove ${type} ${one}`);
	}
	offerTypes(card);
	showPrimary(card);
}

function addRow(card) {
	const at = Math.max(-1, ...rowsOf(card).map((row) => Number(row.dataset.at))) + 1;
	const used = rowsOf(card).map((row) => row.querySelector("select").value);
	const row = card.querySelector("template").content.firstElementChild.cloneNode(true);
	row.dataset.at = at;
	for (const element of row.querySelectorAll("[id], [for], [name], [value]"))
		for (const name of ["id", "for", "name", "value"])
			if (element.getAttribute(name)?.includes(".__"))
				element.setAttribute(name, element.getAttribute(name).replace(".__", `.${at}`));
	const select = row.querySelector("select");
	select.value = [...select.options].map((option) => option.value).find((value) => !used.includes(value)) ?? "";
	card.querySelector(":scope > ul").append(row);
	refresh(card);
	row.querySelector("input").focus();
}

function removeRow(card, row) {
	const last = rowsOf(card).length === 1;
	if (last)
		row.querySelectorAll("input").forEach((input) => { input.value = ""; });
	else
		row.remove();
	refresh(card);
	(card.querySelector("[name=add]:not(:disabled)") ?? rowsOf(card)[0].querySelector("input")).focus();
}

document.addEventListener("click", (event) => {
	const button = event.target.closest("[name=add], [name=remove]");
	const card = button?.closest("[data-rows]");
	if (!card)
		return;
	event.preventDefault();
	changed.add(card.closest("form"));
	if (button.name === "add")
		addRow(card);
	else
		removeRow(card, button.closest("li"));
});

// ---- dates: a field for dates sends nothing when what is typed is no date, so that is said before it is sent
function asDate(input) {
	const typed = input.value;
	input.type = "date";
	if (input.value !== typed) {
		input.type = "text"; // what was typed and refused must still be read
		input.value = typed;
	}
}

function sayBadDate(input) {
	const note = document.getElementById(`${input.id}-error`) ?? document.createElement("p");
	note.id = `${input.id}-error`;
	note.className = "error";
	note.textContent = "Check the date of birth: it is not complete, or the calendar has no such day.";
	input.after(note);
	input.setAttribute("aria-describedby", `${input.getAttribute("aria-describedby") ?? ""} ${note.id}`.trim());
	input.setAttribute("aria-invalid", "true");
	input.focus();
}

document.addEventListener("submit", (event) => {
	const bad = [...event.target.querySelectorAll("[data-date]")].find((input) => input.validity.badInput && input.checkVisibility());
	if (!bad)
		return;
	event.preventDefault();
	event.stopImmediatePropagation();
	sayBadDate(bad);
}, true);

document.addEventListener("input", (event) => {
	if (!event.target.matches("[data-date][aria-invalid]"))
		return;
	document.getElementById(`${event.target.id}-error`)?.remove();
	event.target.removeAttribute("aria-invalid");
});

// ---- what is chosen, and what would be lost
const changed = new Set();

document.addEventListener("input", (event) => {
	const form = event.target.form;
	if (form?.querySelector("[data-rows]"))
		changed.add(form);
	const card = event.target.closest("[data-rows]");
	if (card)
		refresh(card);
	const box = event.target.closest("[data-boxes]");
	if (box)
		box.querySelector("summary span").textContent = [...box.querySelectorAll(":checked")]
			.map((tick) => tick.parentElement.textContent.trim()).join(", ") || box.dataset.boxes;
});

document.addEventListener("change", (event) => {
	const menu = event.target.closest("[data-primary]");
	if (!menu)
		return;
	const card = event.target.form.querySelector(`[data-rows="${menu.dataset.primary}"]`);
	mark(card, rowsOf(card).find((row) => row.dataset.at === event.target.value));
});

document.addEventListener("submit", (event) => {
	changed.delete(event.target);
	// one click is enough: the once-key makes a second one harmless, this makes it visible
	for (const button of event.target.querySelectorAll("[name=save]"))
		setTimeout(() => { button.disabled = true; setTimeout(() => { button.disabled = false; }, 4000); });
});

window.addEventListener("beforeunload", (event) => {
	for (const form of changed)
		if (form.isConnected)
			event.preventDefault();
});

document.addEventListener("click", (event) => {
	const close = event.target.closest("[data-close]");
	const form = close?.closest("dialog")?.querySelector("form");
	if (!form || !changed.has(form))
		return;
	if (confirm("Leave without saving? What you typed will be gone."))
		changed.delete(form);
	else {
		event.preventDefault();
		event.stopImmediatePropagation();
	}
}, true);

document.addEventListener("keydown", (event) => {
	// in Add Connection the first button searches, for ENTER in Search; ENTER in Title means to save
	if (event.key === "Enter" && event.target.matches("#add-connection-form #title")) {
		event.preventDefault();
		event.target.form.requestSubmit(event.target.form.querySelector(".d-foot button"));
	}
	if (event.key === "Enter" && (event.ctrlKey || event.metaKey) && event.target.form?.querySelector("[data-rows]"))
		event.target.form.requestSubmit();
});

// ---- the SSN: counts down, then the number leaves the page and the server is asked for the mask
let ends = 0;

function watch() {
	const field = document.querySelector("#ssn-field[data-seconds]");
	if (field && !field.dataset.watched) {
		field.dataset.watched = "1";
		ends = Date.now() + Number(field.dataset.seconds) * 1000;
		field.querySelector("input").dataset.number = field.querySelector("input").value;
	}
	if (field)
		tick(field);
}

function tick(field) {
	const left = Math.max(0, Math.ceil((ends - Date.now()) / 1000));
	const clock = field.querySelector("b");
	if (clock && clock.textContent !== String(left))
		clock.textContent = left;
	field.querySelector(".run")?.setAttribute("stroke-dasharray", `${left} 60`);
	if (!left)
		hide(field);
}

// What was typed over the number stays; only the number itself goes.
function hide(field) {
	const input = field.querySelector("input");
	delete field.dataset.seconds;
	if (input.value !== input.dataset.number) {
		delete input.dataset.number;
		input.classList.add("ssn");
		field.querySelector(".countdown")?.remove();
		return;
	}
	input.value = "XXX-XX-XXXX";
	input.removeAttribute("name");
	input.readOnly = true;
	delete input.dataset.number;
	field.querySelector("button[value=hide]")?.click();
}

function hideNow() {
	const field = document.querySelector("#ssn-field[data-seconds]");
	if (field)
		hide(field);
}

setInterval(watch, 250);
document.addEventListener("htmx:afterSettle", () => {
	watch();
	const field = document.querySelector("#ssn-field[data-seconds] input");
	field?.focus();
});
document.addEventListener("visibilitychange", () => { if (document.hidden) hideNow(); });
window.addEventListener("pagehide", hideNow);
window.addEventListener("pageshow", (event) => { if (event.persisted) hideNow(); });

// ---- at the start; a pop-up arrives later
function prepare() {
	cards(document).forEach(refresh);
	document.querySelectorAll("[data-date]").forEach(asDate);
}

document.addEventListener("htmx:afterSettle", (event) => { if (event.detail.target?.id === "dialogs") prepare(); });
document.addEventListener("toggle", (event) => { if (event.target.id === "select-primary") prepare(); }, true);
prepare();
watch();

// ---- Primary Contact: a tick in the pop-up is a choice of the list behind it, to be saved there
function showYes(kept) {
	for (const cell of document.querySelectorAll("[data-primary-of]")) {
		cell.dataset.was ??= cell.textContent.trim();
		const primary = kept.value ? cell.dataset.primaryOf === kept.value : cell.dataset.was === "Yes";
		const text = document.createElement("span");
		text.className = primary ? "chip chip-on" : "muted";
		text.textContent = primary ? "Yes" : "No";
		cell.replaceChildren(text);
	}
}

document.addEventListener("change", (event) => {
	const box = event.target.closest("[name=primary_contact]");
	const kept = box?.form?.querySelector("[name=primary]");
	if (!kept)
		return;
	kept.value = box.checked ? box.value : kept.dataset.before ?? "";
	showYes(kept);
});

// The pop-up arrives with what is stored; a choice that waits for Save counts more.
document.addEventListener("htmx:afterSettle", (event) => {
	const box = event.detail.target?.id === "dialogs" && event.detail.target.querySelector("[name=primary_contact]");
	const kept = box && box.form?.querySelector("[name=primary]");
	if (!kept)
		return;
	kept.dataset.before = kept.value === box.value ? "" : kept.value;
	if (!kept.value)
		return;
	box.checked = kept.value === box.value;
	box.disabled = false;
	box.closest("footer").querySelector(".hint")?.remove();
});
