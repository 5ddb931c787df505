// Of the boxes with the same word in data-one only one can be ticked.
document.addEventListener("change", (event) => {
	const box = event.target;
	if (!box.matches("[data-one]") || !box.checked)
		return;
	for (const other of box.form.querySelectorAll(`[data-one="${box.dataset.one}"]`))
		other.checked = other === box;
});
