// Improves pages that work without it: pop-ups without a new page, rows of a list that can be clicked, menus that
// close, the way out when a session ends behind an htmx request. Forms are form.js's.

// ---- pop-ups: the server sends them open over an inert page; here they become modal, with the focus inside
let opener = null;

function focusIn(dialog) {
	const first = ["#errors", "[autofocus]", "#first_name", "h2[tabindex]", "a, button"];
	first.map((selector) => dialog.querySelector(selector)).find(Boolean)?.focus();
}

function open(dialog) {
	dialog.removeAttribute("open");
	dialog.showModal();
	focusIn(dialog);
}

function close(dialog) {
	const came = dialog.parentElement.id === "dialogs";
	dialog.close();
	if (!came)
		return false; // it was a page of its own: the link goes back
	dialog.remove();
	opener?.focus();
	return true;
}

document.addEventListener("htmx:beforeRequest", (event) => {
	if (event.detail.target?.id === "dialogs" && !event.detail.elt.closest("dialog"))
		opener = event.detail.elt;
});

document.addEventListener("htmx:afterSettle", (event) => {
	const target = event.detail.target;
	const dialog = target?.id === "dialogs" && target.querySelector("dialog");
	if (dialog)
		open(dialog);
	else if (target?.matches("dialog[open]"))
		focusIn(target); // the look-up's pop-up has gone on from searching to what was found
	if (dialog?.id === "social")
		document.querySelector("#lookup-notice")?.remove();
});

// ---- found values: of those for one field only one can be ticked
document.addEventListener("change", (event) => {
	const box = event.target;
	if (!box.matches?.("[data-one]") || !box.checked)
		return;
	for (const other of box.form.querySelectorAll(`[data-one="${box.dataset.one}"]`))
		other.checked = other === box;
});

document.addEventListener("click", (event) => {
	const dialog = event.target.closest("dialog");
	const leaves = event.target.closest("[data-close]");
	if (!dialog || (event.target !== dialog && !leaves))
		return;
	if (event.target === dialog && dialog.id !== "look")
		return; // a click beside a form must not throw away what is typed
	if (close(dialog))
		event.preventDefault();
	else if (!leaves)
		location.assign(dialog.querySelector("[data-close]").href);
});

document.addEventListener("cancel", (event) => {
	event.preventDefault();
	event.target.querySelector("[data-close]")?.click();
}, true);

// ---- the list: one click looks, two open; the keyboard does not wait
let waiting = 0;

document.addEventListener("click", (event) => {
	const row = event.target.closest("tr[data-open]");
	const link = row?.querySelector("a.name");
	if (!link || event.target.closest("a:not(.name), button") || event.ctrlKey || event.metaKey || event.shiftKey)
		return;
	event.preventDefault();
	clearTimeout(waiting);
	waiting = setTimeout(() => link.dispatchEvent(new CustomEvent("look")), event.detail ? 220 : 0);
});

document.addEventListener("dblclick", (event) => {
	const row = event.target.closest("tr[data-open], #look[data-open]");
	if (!row || event.target.closest("a:not(.name), button"))
		return;
	clearTimeout(waiting);
	location.assign(row.dataset.open);
});

// ---- when an htmx request is refused (the session ended, the database is away), the page itself asks again:
// then the sign-in or the error page appears, and what was typed goes with it
document.addEventListener("htmx:responseError", (event) => {
	const element = event.detail.elt;
	for (const name of ["hx-get", "hx-post"])
		element.removeAttribute(name);
	if (element.href)
		location.assign(element.href);
	else
		element.form?.requestSubmit(element);
});

document.addEventListener("htmx:sendError", () => {
	const note = document.createElement("p");
	note.className = "toast toast-bad";
	note.setAttribute("role", "alert");
	note.textContent = "The server did not answer. Nothing was lost; check the connection and try again.";
	document.querySelector("#dialogs")?.after(note);
	setTimeout(() => note.remove(), 8000);
});

// ---- menus: Escape and a click beside them close; the message goes without a new page
document.addEventListener("keydown", (event) => {
	const menu = event.key === "Escape" && event.target.closest?.("details[open]");
	if (!menu)
		return;
	event.preventDefault();
	event.stopPropagation();
	menu.open = false;
	menu.querySelector("summary").focus();
}, true);

document.addEventListener("click", (event) => {
	for (const menu of document.querySelectorAll("details.menu[open]"))
		if (!menu.contains(event.target))
			menu.open = false;
	const dismiss = event.target.closest(".toast a");
	if (dismiss) {
		event.preventDefault();
		dismiss.parentElement.remove();
	}
});

// ---- a message about what was done is told once: not again when the page is loaded anew
if (new URLSearchParams(location.search).has("done")) {
	const here = new URL(location.href);
	here.searchParams.delete("done");
	here.searchParams.delete("warn");
	here.searchParams.delete("lookup");
	history.replaceState(null, "", here);
}

const served = document.querySelector("dialog[open]");
if (served) {
	// a page of its own has no place for a pop-up that arrives: its links and buttons load pages
	for (const one of served.querySelectorAll("[hx-target='#dialogs']"))
		["hx-get", "hx-post"].forEach((name) => one.removeAttribute(name));
	open(served);
} else
	document.querySelector("#errors")?.focus();
