// Who has a mother is her child: a title that is typed decides which ones are offered for the other record.
document.addEventListener("input", (event) => {
	if (!event.target.matches("[list=titles]"))
		return;
	const typed = event.target.value.trim().toLowerCase();
	const known = [...event.target.list.options].find((option) => option.value === typed);
	const back = known ? known.dataset.back.split(",") : [];
	document.querySelector("[data-back-titles]").replaceChildren(...back.map((word) => new Option(word)));
});
