// ENTER presses the first button of a form. In a part with data-enter it presses the button of that value instead, and
// with Ctrl it saves a form with rows from anywhere.
document.addEventListener("keydown", (event) => {
	const form = event.target.form;
	const wanted = event.target.matches("input") && event.target.closest("[data-enter]")?.dataset.enter;
	if (event.key !== "Enter" || !form)
		return;
	if (wanted) {
		event.preventDefault();
		form.requestSubmit(form.querySelector(`button[value="${wanted}"]`));
	} else if ((event.ctrlKey || event.metaKey) && form.querySelector("[data-rows]"))
		form.requestSubmit();
});
