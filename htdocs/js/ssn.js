// An SSN that is shown ([data-seconds]) counts down; then, or when the page is hidden or left before, the number leaves
// the page and the server is asked for the mask.
const shown = () => document.querySelector("[data-seconds]");

function watch() {
	const field = shown();
	if (!field || field.dataset.ends)
		return;
	field.dataset.ends = Date.now() + Number(field.dataset.seconds) * 1000;
	field.querySelector("input").dataset.number = field.querySelector("input").value;
	tick(field);
}

// Once a second, until it is over or the field has gone.
function tick(field) {
	const rest = Number(field.dataset.ends) - Date.now(), left = Math.max(0, Math.ceil(rest / 1000));
	if (field !== shown())
		return;
	field.querySelector("b").textContent = left;
	field.querySelector(".run").setAttribute("stroke-dasharray", `${left} ${field.dataset.secondsMost}`);
	if (left)
		setTimeout(tick, rest - (left - 1) * 1000, field);
	else
		hide(field);
}

// What was typed over the number stays; only the number itself goes.
function hide(field) {
	const input = field.querySelector("input"), isNumber = input.value === input.dataset.number;
	delete field.dataset.seconds;
	delete input.dataset.number;
	if (!isNumber) {
		input.classList.add("ssn");
		field.querySelector(".countdown").remove();
		return;
	}
	input.value = "XXX-XX-XXXX";
	input.removeAttribute("name");
	input.readOnly = true;
	field.querySelector("button[value=hide]").click();
}

function hideNow() {
	const field = shown();
	if (field)
		hide(field);
}

document.addEventListener("htmx:afterSettle", (event) => {
	watch();
	if (event.target === shown() || document.activeElement === document.body)
		document.querySelector(".ssn-field :is(input, button)")?.focus();
});
document.addEventListener("visibilitychange", () => { if (document.hidden) hideNow(); });
window.addEventListener("pagehide", hideNow);
window.addEventListener("pageshow", (event) => { if (event.persisted) hideNow(); });
watch();
