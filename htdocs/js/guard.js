// Asks before words are left behind that would be saved: those of every form that changes something (it has a once-key),
// when they are not what the page showed, and those that came back because they could not be saved ([data-unsaved]).
// What only asks does not count (a search, [data-asks]), nor does a row in which nothing stands.
const shown = new WeakMap(), unsaved = new WeakSet();
let carried = false, sending = null;

const formsIn = (part) => [...part.querySelectorAll("form:has([name=once])")];
const isOff = (one) => !one.name || one.matches(":disabled, button, [type=search], [data-asks], :is([type=checkbox], [type=radio]):not(:checked)");
const isBlank = (row) => row && ![...row.querySelectorAll("input:not([type=hidden])")].some((one) => one.value.trim());
// What the browser filled in, and an SSN that is being shown.
const isUntyped = (one) => one.matches("[type=password]:autofill") || (one.matches("[data-seconds] *") && one.value === one.defaultValue);

const wordsOf = (form) => [...form.elements]
	.filter((one) => !isOff(one) && !isUntyped(one) && !isBlank(one.closest("[data-rows] li")))
	.map((one) => `${one.name}=${one.value}`).join("\n");
const changedIn = (part) => formsIn(part).filter((form) => unsaved.has(form) || shown.get(form) !== wordsOf(form));

// What stands in FORM now is what it shows.
function settle(form) {
	unsaved.delete(form);
	shown.set(form, wordsOf(form));
}

function meet(form) {
	settle(form);
	if (carried || form.matches("[data-unsaved], :has([data-unsaved])"))
		unsaved.add(form);
}

// Whether nothing in PART would be lost, or somebody says that it may be.
function mayLeave(part) {
	const changed = changedIn(part);
	if (changed.length && !confirm("Leave without saving? What you typed will be gone."))
		return false;
	changed.forEach(settle);
	return true;
}

formsIn(document).forEach(meet);

document.addEventListener("submit", (event) => { sending = event.target; });
document.addEventListener("input", (event) => { if (event.target.form === sending) sending = null; });

// A form that was sent shows what was sent, should its page come back by Back.
window.addEventListener("pagehide", () => {
	if (sending)
		settle(sending);
	sending = null;
});

window.addEventListener("beforeunload", (event) => {
	if (!changedIn(document).some((form) => form !== sending))
		return;
	sending = null;
	event.preventDefault();
});

document.addEventListener("click", (event) => {
	const dialog = event.target.closest("[data-close]")?.closest("dialog");
	if (!dialog || mayLeave(dialog))
		return;
	event.preventDefault();
	event.stopImmediatePropagation();
}, true);

// htmx: what is asked for takes the place of its target, with what is typed there. What is sent takes it along, unsaved.
const takesPlace = (event) => event.detail.requestConfig.verb === "get";

document.addEventListener("htmx:beforeRequest", (event) => {
	if (takesPlace(event) && !mayLeave(event.detail.target))
		event.preventDefault();
});

document.addEventListener("htmx:beforeSwap", (event) => {
	const changed = changedIn(event.detail.target);
	if (takesPlace(event) && changed.length)
		event.detail.shouldSwap = false; // typed while it was on its way, as when a look-up arrives by itself
	carried = changed.includes(event.detail.requestConfig.elt.form);
});

document.addEventListener("htmx:afterSettle", () => {
	formsIn(document).filter((form) => !shown.has(form)).forEach(meet);
	carried = false;
});
