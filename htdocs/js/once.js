// One click on Save is enough: the once-key makes a second one harmless, this makes it visible.
const pressed = new Set();

function release() {
	for (const button of pressed)
		button.disabled = false;
	pressed.clear();
}

document.addEventListener("submit", (event) => {
	for (const button of event.target.querySelectorAll("[name=save]"))
		setTimeout(() => {
			button.disabled = true;
			pressed.add(button);
			setTimeout(release, 4000);
		});
});

// Who has come back by Back may change what was sent and save it at once.
window.addEventListener("pageshow", release);
