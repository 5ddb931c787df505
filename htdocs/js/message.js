// A message about what was done goes without a new page, and is told once: not again when the page is loaded anew.
document.addEventListener("click", (event) => {
	const dismiss = event.target.closest(".toast a");
	if (!dismiss)
		return;
	event.preventDefault();
	dismiss.parentElement.remove();
});

const here = new URL(location.href);
for (const word of ["done", "warn", "since", "lookup"])
	here.searchParams.delete(word);
history.replaceState(null, "", here);
