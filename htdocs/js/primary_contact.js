// Primary Contact: a tick in the pop-up is a choice of the list behind it, to be saved there.
const keptOf = (box) => box?.form?.querySelector("[name=primary]");

function showYes(kept) {
	for (const cell of document.querySelectorAll("[data-primary-of]")) {
		const is = kept.value ? cell.dataset.primaryOf === kept.value : cell.hasAttribute("data-stored");
		cell.querySelector("[data-yes]").hidden = !is;
		cell.querySelector("[data-no]").hidden = is;
	}
}

document.addEventListener("change", (event) => {
	const box = event.target.closest("[name=primary_contact]"), kept = keptOf(box);
	if (!kept)
		return;
	kept.value = box.checked ? box.value : kept.dataset.before ?? "";
	showYes(kept);
});

// The pop-up arrives with what is stored; a choice that waits for Save counts more.
document.addEventListener("htmx:afterSettle", (event) => {
	const box = event.target.querySelector("[name=primary_contact]"), kept = keptOf(box);
	if (!kept)
		return;
	kept.dataset.before = kept.value === box.value ? "" : kept.value;
	if (!kept.value)
		return;
	box.checked = kept.value === box.value;
	box.disabled = false;
	box.closest("footer").querySelector(".hint")?.remove();
});
