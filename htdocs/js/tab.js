// TAB in a field goes to the next field: it does not stop at the Type, the x and the + of the rows between them, which are
// seldom needed. Shift+TAB stops at each of them, and who is at one goes on from there with TAB as always.
const ASIDE = "[data-rows] :is(select, button)";
const STOPS = "a[href], button, input, select, textarea, summary, [tabindex]";

const isStop = (one) => one.tabIndex >= 0 && !one.matches(":disabled") && one.checkVisibility({ visibilityProperty: true });

document.addEventListener("keydown", (event) => {
	const from = event.target;
	if (event.key !== "Tab" || event.shiftKey || event.ctrlKey || event.altKey || event.metaKey || !from.form || from.matches(ASIDE))
		return;
	const stops = [...(from.closest("dialog") ?? document).querySelectorAll(STOPS)].filter(isStop);
	const after = stops.slice(stops.indexOf(from) + 1), next = after.find((one) => !one.matches(ASIDE));
	if (!after[0]?.matches(ASIDE) || !next)
		return;
	event.preventDefault();
	next.focus();
	next.select?.();
});
