// Boxes, radios and menus (a .panel that a button opens) by keyboard. ENTER on a box or radio chooses it, as SPACE does, and
// never sends the form. The arrow keys open a menu and move in it; ENTER on a radio in it closes it, and so does going on.
const panelOf = (one) => one.closest(".panel[popover]");
const headOf = (panel) => document.querySelector(`[popovertarget="${panel.id}"]`);
const opens = (one) => one.matches("[popovertarget]") && document.querySelector(`.panel[id="${one.getAttribute("popovertarget")}"]`);

// Of radios that belong together the chosen one stands for all: the browser's own arrow keys move among them.
const isStop = (one) => !one.matches(":disabled") && one.checkVisibility() && (one.type !== "radio" || one.checked);
const itemsOf = (panel) => [...panel.querySelectorAll("a, button, summary, input:not([type=hidden])")].filter(isStop);

function move(key, panel, from) {
	const items = itemsOf(panel), at = items.indexOf(from), last = items.length - 1;
	const next = { ArrowDown: at < last ? at + 1 : 0, ArrowUp: at > 0 ? at - 1 : last, Home: 0, End: last }[key];
	items[next]?.focus();
}

function choose(box) {
	const panel = box.type === "radio" && panelOf(box);
	box.click();
	if (panel)
		panel.hidePopover();
}

document.addEventListener("keydown", (event) => {
	const one = event.target, panel = panelOf(one), menu = opens(one), isBox = one.matches("[type=checkbox], [type=radio]");
	if (event.ctrlKey || event.metaKey || event.altKey)
		return;
	if (event.key === "Enter" && isBox)
		choose(one);
	else if (menu && ["ArrowDown", "ArrowUp"].includes(event.key)) {
		if (!menu.matches(":popover-open"))
			one.click();
		move(event.key, menu, null);
	} else if (panel && one.type !== "radio" && ["ArrowDown", "ArrowUp", "Home", "End"].includes(event.key))
		move(event.key, panel, one);
	else
		return;
	event.preventDefault();
});

// A menu that TAB has left is closed.
document.addEventListener("keyup", (event) => {
	for (const panel of event.key === "Tab" ? document.querySelectorAll(".panel:popover-open") : [])
		if (!panel.contains(event.target) && headOf(panel) !== event.target)
			panel.hidePopover();
});
