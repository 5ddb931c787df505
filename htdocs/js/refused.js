// When a request of htmx is refused (the session ended, the database is away), the page itself asks again: then the
// sign-in or the error page appears, and what was typed goes with it. When nobody answers, that is said.
document.addEventListener("htmx:responseError", (event) => {
	const element = event.detail.elt;
	for (const name of ["hx-get", "hx-post"])
		element.removeAttribute(name);
	if (element.href)
		location.assign(element.href);
	else
		element.form?.requestSubmit(element);
});

document.addEventListener("htmx:sendError", () => {
	const told = document.querySelector("[data-no-answer]");
	const note = told.content.firstElementChild.cloneNode(true);
	(document.querySelector("dialog:modal") ?? told.parentElement).append(note); // nothing below a pop-up is seen or heard
	setTimeout(() => note.remove(), 8000);
});
