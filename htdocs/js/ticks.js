// The boxes of what a look-up found: of those with the same word in data-one only one can be ticked, and Tick all new
// ticks what replaces nothing, but where a person has chosen already.
document.addEventListener("change", (event) => {
	const box = event.target;
	if (!box.matches("[data-one]") || !box.checked)
		return;
	for (const other of box.form.querySelectorAll(`[data-one="${box.dataset.one}"]`))
		other.checked = other === box;
});

document.addEventListener("click", (event) => {
	const form = event.target.closest("[data-tick-new]")?.form;
	for (const box of form?.querySelectorAll("[data-new]") ?? [])
		box.checked ||= !box.dataset.one || !form.querySelector(`[data-one="${box.dataset.one}"]:checked`);
});
