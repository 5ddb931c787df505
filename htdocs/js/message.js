// A message about what was done is heard as well as seen, lies in the pop-up that opens over it, goes without a new page,
// after a while by itself, and is told once: not again when the page is loaded anew.
const SECONDS = 12;
const message = document.querySelector("[data-message]");

function dismiss() {
	const hadFocus = message.contains(document.activeElement);
	message.replaceChildren();
	if (hadFocus)
		(message.closest("dialog")?.querySelector("[data-close]") ?? document.querySelector("main")).focus();
}

// A warning stays, and so does what somebody is reading or about to press.
function leave() {
	if (!message.querySelector(".warn") && !message.matches(":hover, :focus-within"))
		dismiss();
	else
		setTimeout(leave, SECONDS * 1000);
}

// A region speaks when something comes into it: what was there from the start is silent.
function speak() {
	if (message.firstElementChild && !message.matches(":focus-within"))
		message.replaceChildren(message.firstElementChild.cloneNode(true));
}

// What lies below a pop-up is neither seen clearly nor heard.
function follow() {
	const over = document.querySelector("dialog:modal");
	if (!over || over.contains(message))
		return;
	over.append(message);
	over.addEventListener("close", () => document.body.append(message), { once: true });
	speak();
}

document.addEventListener("click", (event) => {
	if (!event.target.closest(".toast [aria-label]"))
		return;
	event.preventDefault();
	dismiss();
});
document.addEventListener("htmx:afterSettle", follow);
setTimeout(speak, 300);
setTimeout(leave, SECONDS * 1000);

const here = new URL(location.href);
for (const word of ["done", "since", "lookup"])
	here.searchParams.delete(word);
history.replaceState(null, "", here);
