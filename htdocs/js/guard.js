// A warning before typed words are left behind: the words of a form with rows, and those that came back with a page
// because they could not be saved ([data-unsaved]).
const unsaved = new Set(document.querySelectorAll("form:has([data-rows]):has([data-unsaved]), [data-unsaved]:has([name=once])"));

document.addEventListener("input", (event) => {
	const form = event.target.closest("form");
	if (form?.querySelector("[data-rows]"))
		unsaved.add(form);
});

document.addEventListener("submit", (event) => unsaved.delete(event.target));

window.addEventListener("beforeunload", (event) => {
	for (const form of unsaved)
		if (form.isConnected)
			event.preventDefault();
});

document.addEventListener("click", (event) => {
	const form = event.target.closest("[data-close]")?.closest("dialog")?.querySelector("form");
	if (!form || !unsaved.has(form))
		return;
	if (confirm("Leave without saving? What you typed will be gone."))
		unsaved.delete(form);
	else {
		event.preventDefault();
		event.stopImmediatePropagation();
	}
}, true);
