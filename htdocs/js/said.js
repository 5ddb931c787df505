// What was understood of a date ([data-said]) is said below it when the field is left. The server reads it, as it does when
// the form is saved; a new word takes back what was said about the one before.
const noteOf = (input, what) => document.getElementById(`${input.id}-${what}`);

function say(input, { said = "", error = "" }) {
	const note = noteOf(input, "said");
	noteOf(input, "error")?.remove();
	note.className = error ? "error" : "hint";
	note.textContent = error || said;
	input.toggleAttribute("aria-invalid", Boolean(error));
	if (error)
		input.setAttribute("aria-invalid", "true");
}

async function ask(input) {
	const asked = input.value;
	const words = new URLSearchParams({ token: input.form.elements.token.value, [input.name]: asked });
	const answer = await fetch(input.dataset.said, { method: "POST", body: words }).catch(() => null);
	const kept = answer?.ok && await answer.json().catch(() => null);
	if (kept && input.isConnected && input.value === asked)
		say(input, kept);
}

document.addEventListener("change", (event) => {
	if (event.target.matches("[data-said]"))
		ask(event.target);
});

document.addEventListener("input", (event) => {
	if (event.target.matches("[data-said]"))
		say(event.target, {});
});
