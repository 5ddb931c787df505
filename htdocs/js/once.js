// One click on Save is enough: the once-key makes a second one harmless, this makes it visible.
document.addEventListener("submit", (event) => {
	for (const button of event.target.querySelectorAll("[name=save]"))
		setTimeout(() => {
			button.disabled = true;
			setTimeout(() => { button.disabled = false; }, 4000);
		});
});
