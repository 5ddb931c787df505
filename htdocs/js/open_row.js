// A row that leads somewhere ([data-open]): one click looks, two open; the keyboard does not wait.
let waiting = 0;

document.addEventListener("click", (event) => {
	const link = event.target.closest("tr[data-open]")?.querySelector("a.name");
	if (!link || event.target.closest("a:not(.name), button") || event.ctrlKey || event.metaKey || event.shiftKey)
		return;
	event.preventDefault();
	clearTimeout(waiting);
	waiting = setTimeout(() => link.dispatchEvent(new CustomEvent("look")), event.detail ? 220 : 0);
});

document.addEventListener("dblclick", (event) => {
	const row = event.target.closest("[data-open]");
	if (!row || event.target.closest("a:not(.name), button"))
		return;
	clearTimeout(waiting);
	location.assign(row.dataset.open);
});
