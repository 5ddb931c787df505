// Pop-ups: the server sends them open over an inert page; here they become modal, with the focus on what has autofocus.
// One that htmx brought into #dialogs goes without a new page; one that is a page of its own is left by its link.
const place = document.querySelector("#dialogs");
const served = document.querySelector("dialog[open]");
let opener = null;

function open(dialog) {
	dialog.removeAttribute("open");
	dialog.showModal();
}

function close(dialog) {
	dialog.close();
	if (dialog === served)
		return false;
	dialog.remove();
	opener?.focus();
	if (document.activeElement === document.body) // what opened it is gone
		document.querySelector("main").focus();
	return true;
}

// A page of its own has no place for a pop-up that arrives: its links and buttons load pages.
function loadPages() {
	for (const one of served.querySelectorAll("[hx-target='#dialogs']"))
		["hx-get", "hx-post"].forEach((name) => one.removeAttribute(name));
}

document.addEventListener("htmx:beforeRequest", (event) => {
	if (event.detail.target === place && !event.detail.elt.closest("dialog"))
		opener = event.detail.elt;
});

// Somebody who waits sees that what they pressed was heard.
document.addEventListener("htmx:beforeRequest", (event) => event.detail.elt.setAttribute("aria-busy", "true"));
document.addEventListener("htmx:afterRequest", (event) => event.detail.elt.removeAttribute("aria-busy"));

document.addEventListener("htmx:afterSwap", () => { if (served) loadPages(); });

document.addEventListener("htmx:afterSettle", (event) => {
	const dialog = event.detail.target === place && place?.querySelector("dialog");
	if (!dialog)
		return;
	open(dialog);
	document.querySelector(`[data-until="${dialog.id}"]`)?.remove(); // what only led here has done its work
});

document.addEventListener("click", (event) => {
	const dialog = event.target.closest("dialog");
	const leaves = event.target.closest("[data-close]");
	const beside = event.target === dialog && dialog.matches("[data-light]");
	if (!dialog || (!leaves && !beside))
		return;
	if (close(dialog))
		event.preventDefault();
	else if (beside)
		location.assign(dialog.querySelector("[data-close]").href);
});

const leave = (dialog) => dialog.querySelector("[data-close]")?.click();

document.addEventListener("cancel", (event) => {
	event.preventDefault();
	leave(event.target);
}, true);

// The key itself, for a browser lets nobody hold a pop-up open twice: then it closes it unasked. What Escape means further in
// (a menu, a search field with words) comes first.
document.addEventListener("keydown", (event) => {
	const dialog = document.querySelector("dialog:modal"), searched = event.target.type === "search" && event.target.value;
	if (event.key !== "Escape" || event.defaultPrevented || !dialog || searched || document.querySelector(":popover-open"))
		return;
	event.preventDefault();
	leave(dialog);
});

if (served) {
	loadPages();
	open(served);
}
