// Primary Contact: a tick in the pop-up is a choice of the list behind it, to be saved there. Until then it looks pending.
const keptOf = (box) => box?.form?.querySelector("[name=primary]");

function showState(kept) {
	for (const cell of document.querySelectorAll("[data-primary-of]")) {
		const is = cell.hasAttribute("data-stored"), will = kept.value ? cell.dataset.primaryOf === kept.value : is;
		const state = (will === is ? "" : "pending ") + (will ? "yes" : "no");
		for (const one of cell.querySelectorAll("[data-when]"))
			one.hidden = one.dataset.when !== state;
	}
}

function showPending(box, kept) {
	box.closest("footer").querySelector("[data-pending]").hidden = kept.value !== box.value;
}

// Who is stored need not be chosen: taking the choice of another one back is enough.
const isStored = (id) => [...document.querySelectorAll("[data-stored]")].some((cell) => cell.dataset.primaryOf === id);

document.addEventListener("change", (event) => {
	const box = event.target.closest("[name=primary_contact]"), kept = keptOf(box);
	if (!kept)
		return;
	kept.value = box.checked ? box.value : kept.dataset.before ?? "";
	if (isStored(kept.value))
		kept.value = "";
	showState(kept);
	showPending(box, kept);
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
	box.closest("footer").querySelector(".hint:not([data-pending])")?.remove();
	showPending(box, kept);
});
