// The head of a drop-down of boxes says what is ticked.
document.addEventListener("input", (event) => {
	const boxes = event.target.closest("[data-boxes]");
	if (!boxes)
		return;
	const ticked = [...boxes.querySelectorAll(":checked")].map((tick) => tick.parentElement.textContent.trim());
	document.querySelector(`[popovertarget="${boxes.id}"] span`).textContent = ticked.join(", ") || boxes.dataset.boxes;
});
