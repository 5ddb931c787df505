// Fields for dates, once a script is there: such a field sends nothing when what is typed is no date, so that is said
// before the form is sent.
function asDate(input) {
	const typed = input.value;
	input.type = "date";
	if (input.value !== typed) {
		input.type = "text"; // what was typed and refused must still be read
		input.value = typed;
	}
}

const prepare = () => document.querySelectorAll("[data-date]").forEach(asDate);

function sayBad(input) {
	const id = `${input.id}-error`;
	const note = document.querySelector("[data-bad-date]").content.firstElementChild.cloneNode(true);
	const told = new Set(input.getAttribute("aria-describedby")?.split(" ")).add(id);
	document.getElementById(id)?.remove();
	note.id = id;
	input.after(note);
	input.setAttribute("aria-describedby", [...told].join(" ").trim());
	input.setAttribute("aria-invalid", "true");
	input.focus();
}

document.addEventListener("submit", (event) => {
	const bad = [...event.target.querySelectorAll("[data-date]")].find((input) => input.validity.badInput && input.checkVisibility());
	if (!bad)
		return;
	event.preventDefault();
	event.stopImmediatePropagation();
	sayBad(bad);
}, true);

document.addEventListener("input", (event) => {
	if (!event.target.matches("[data-date][aria-invalid]"))
		return;
	document.getElementById(`${event.target.id}-error`)?.remove();
	event.target.removeAttribute("aria-invalid");
});

document.addEventListener("htmx:afterSettle", prepare);
prepare();
