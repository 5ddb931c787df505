// A row that leads somewhere ([data-open]): one click looks, two open; the keyboard does not wait. What is marked to be copied
// opens nothing.
let waiting = 0;

document.addEventListener("click", (event) => {
	const link = event.target.closest("tr[data-open]")?.querySelector("a.name");
	const marks = event.detail && !getSelection().isCollapsed;
	if (!link || marks || event.target.closest("a:not(.name), button") || event.ctrlKey || event.metaKey || event.shiftKey)
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
