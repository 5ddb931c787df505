/* Two people, one record: field by field, row by row. */
#include "domain/customer/contact.h"
#include "rules/form_merge.h"
#include "unit.h"

static const struct field fields[] = {
	{ .name = "first_name", .label = "First Name", .max = 20 },
	{ .name = "gender", .label = "Gender", .choice = "gender" },
	{ .name = "privacy", .label = "Customer Privacy", .choices = "privacy" },
	{ .name = "ssn", .label = "SSN", .max = 40, .secret = true },
	{ 0 }
};

/* "first_name=Ann phones=cell:6145550141*,home:6145550142": a form; * marks the primary row, _ is a blank. */
static struct form of(const char *line)
{
	struct text_value words[8] = { { NULL, NULL } };
	size_t count = 0;
	char *copy = arena_copy(mem, line, strlen(line)), *phones = NULL, *word, *rest = copy;

	while ((word = strsep(&rest, " ")))
		if (text_begins(word, "phones="))
			phones = word + strlen("phones=");
		else if (*word)
			words[count++] = (struct text_value){ strsep(&word, "="), word };
	struct form form = form_blank(mem, words, fields, contact_groups);
	while (phones && (word = strsep(&phones, ","))) {
		bool primary = word[strlen(word) - 1] == '*';
		word[strlen(word) - (primary ? 1 : 0)] = '\0';
		const char *type = strsep(&word, ":");
		form_add_row(mem, &form, "phones", WITH({ "type", type }, { "number", word }), primary);
	}
	return form;
}

/* The same line of FORM, and behind it what is asked: "first_name?Ann/Bea". */
static const char *line(struct form *form)
{
	const struct form_rows *phones = form_group(form, "phones");
	const char *all = "", *rows = "", *asked = "";

	for (const struct form_entry *entry = form->entries; entry->field; entry++) {
		if (!text_empty(entry->value))
			all = text_join(mem, all, " ", arena_text(mem, "%s=%s", entry->field->name, entry->value));
		if (entry->stored)
			asked = text_join(mem, asked, " ", arena_text(mem, "%s?%s/%s", entry->field->name, entry->mine, entry->stored));
	}
	for (const struct form_row *row = phones->rows; row < phones->rows + phones->count; row++) {
		rows = text_join(mem, rows, ",", arena_text(mem, "%s:%s%s", row->entries[0].value, row->entries[1].value,
			row->primary ? "*" : ""));
		if (row->stored)
			asked = text_join(mem, asked, " ", arena_text(mem, "%s?%s/%s", text_or(row->name, "-"), text_or(row->mine, "-"), row->stored));
	}
	if (phones->stored)
		asked = text_join(mem, asked, " ", arena_text(mem, "phones?%s/%s", phones->mine, phones->stored));
	if (*rows)
		all = text_join(mem, all, " ", arena_text(mem, "phones=%s", rows));
	return text_join(mem, all, " ", asked);
}

/* BASE is NULL for a page that did not say how it was filled. */
static bool merged(const char *base, struct form *mine, const char *stored, struct form_merge *merge)
{
	static struct form was, now;

	was = of(base ? base : "");
	now = of(stored);
	merge->base = base ? &was : NULL;
	merge->stored = &now;
	return form_merge(mem, mine, merge);
}

#define A "6145550141"
#define B "6145550142"
#define C "6145550143"

static void what_only_one_of_them_touched_is_kept_and_the_rest_is_asked(void **state)
{
	static const struct { const char *base, *mine, *stored, *line, *theirs; } rows[] = {
		{ "first_name=Ann", "first_name=Ann", "first_name=Ann", "first_name=Ann", "" },
		{ "first_name=Ann", "first_name=Bea", "first_name=Ann", "first_name=Bea", "" },
		{ "first_name=Ann", "first_name=Ann", "first_name=Bea", "first_name=Bea", "First Name" },
		{ "first_name=Ann", "first_name=Bea", "first_name=Bea", "first_name=Bea", "" },
		{ "first_name=Ann", "first_name=Bea", "first_name=Cy", "first_name=Bea first_name?Bea/Cy", "" },
		{ "first_name=Ann", "", "first_name=Cy", "first_name?empty/Cy", "" },
		{ "first_name=Ann", "", "first_name=Ann", "", "" },
		{ "first_name=Ann", "first_name=Ann", "", "", "First Name" },
		{ "", "first_name=Bea", "first_name=Cy", "first_name=Bea first_name?Bea/Cy", "" },
		{ "", "first_name=Bea", "gender=female", "first_name=Bea gender=female", "Gender" },
		{ "privacy=no_mail", "privacy=no_mail,no_email", "privacy=", "privacy=no_mail,no_email privacy?No Email, No Mail/none", "" },
		{ "", "ssn=219458763", "", "ssn=219458763", "" },
		{ NULL, "first_name=Ann", "first_name=Ann", "first_name=Ann", "" },
		{ NULL, "first_name=Bea", "first_name=Ann", "first_name=Bea first_name?Bea/Ann", "" },
		{ NULL, "", "first_name=Ann gender=female", "first_name?empty/Ann gender?empty/Female", "" },
		/* rows */
		{ "phones=cell:" A "*", "phones=cell:" A "*", "phones=cell:" B "*", "phones=cell:" B "*", "Phone Numbers" },
		{ "phones=cell:" A "*", "phones=cell:" B "*", "phones=cell:" A "*", "phones=cell:" B "*", "" },
		{ "phones=cell:" A "*", "phones=cell:" A "*,home:" B, "phones=cell:" A "*,work:" C,
			"phones=cell:" A "*,home:" B ",work:" C, "Phone Numbers" },
		{ "phones=cell:" A "*", "phones=cell:" B "*", "phones=cell:" C "*",
			"phones=cell:" B "* phones.cell?Cell (614) 555-0142/Cell (614) 555-0143", "" },
		{ "phones=cell:" A "*", "", "phones=cell:" A "*", "", "" },
		{ "phones=cell:" A "*", "phones=cell:" A "*", "", "", "Phone Numbers" },
		{ "phones=cell:" A "*", "", "phones=cell:" B "*", "phones=cell:" B "* -?-/Cell (614) 555-0142", "" },
		{ "phones=cell:" A "*", "phones=cell:" B "*", "", "phones=cell:" B "* phones.cell?Cell (614) 555-0142/removed", "" },
		{ "", "phones=cell:" A "*", "phones=cell:" B "*", "phones=cell:" A "* phones.cell?Cell (614) 555-0141/Cell (614) 555-0142", "" },
		{ "", "phones=cell:" A "*", "phones=home:" B "*", "phones=cell:" A ",home:" B "*", "Phone Numbers" },
		/* which is primary */
		{ "phones=cell:" A "*,home:" B, "phones=cell:" A ",home:" B "*", "phones=cell:" A "*,home:" C, "phones=cell:" A ",home:" C "*", "Phone Numbers" },
		{ "phones=cell:" A "*,home:" B, "phones=cell:" A "*,home:" C, "phones=cell:" A ",home:" B "*", "phones=cell:" A ",home:" C "*", "" },
		{ "phones=cell:" A "*,home:" B ",work:" C, "phones=cell:" A ",home:" B "*,work:" C, "phones=cell:" A ",home:" B ",work:" C "*",
			"phones=cell:" A ",home:" B "*,work:" C " phones?primary: Home (614) 555-0142/primary: Work (614) 555-0143", "" },
		{ NULL, "phones=cell:" A "*", "phones=cell:" B "*", "phones=cell:" A "* phones.cell?Cell (614) 555-0141/Cell (614) 555-0142", "" },
		{ NULL, "phones=cell:" A "*", "", "phones=cell:" A "*", "" },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		struct form mine = of(rows[i].mine);
		struct form_merge merge = { 0 };
		const char *what = arena_text(mem, "%zu: %s | %s | %s", i, text_or(rows[i].base, "?"), rows[i].mine, rows[i].stored);
		bool whole = merged(rows[i].base, &mine, rows[i].stored, &merge);
		same(what, line(&mine), rows[i].line);
		same(what, merge.theirs, rows[i].theirs);
		holds(what, whole == !strchr(rows[i].line, '?'));
		holds(what, whole == !merge.next);
	}
}

/* What comes of MINE, sent after a try at merging had asked by MERGE, with CHOICES, while STORED is stored. */
static const char *sent_again(const struct form_merge *asked, const char *mine, const char *stored, const struct text_value *choices)
{
	struct form base = form_from_words(mem, asked->next, fields, contact_groups), form = of(mine), now = of(stored);
	struct form_merge merge = { .base = &base, .stored = &now, .choices = choices, .seen = asked->next };
	bool whole = form_merge(mem, &form, &merge);

	holds("what is asked has words for the next try", whole == !merge.next);
	return line(&form);
}

static void what_was_asked_goes_by_the_choice_made_and_is_asked_until_one_is_made(void **state)
{
	struct form form = of("first_name=Bea gender=female phones=cell:" B "*");
	static const char mine[] = "first_name=Bea gender=male phones=cell:" B "*", now[] = "first_name=Cy gender=male phones=cell:" C "*";
	struct form_merge asked = { 0 };

	(void)state;
	assert_false(merged("first_name=Ann gender=female phones=cell:" A "*", &form, now, &asked));
	same("as it is shown", line(&form), "first_name=Bea gender=male phones=cell:" B
		"* first_name?Bea/Cy phones.cell?Cell (614) 555-0142/Cell (614) 555-0143");
	same("no choice", sent_again(&asked, mine, now, NULL), line(&form));
	same("one of two", sent_again(&asked, mine, now, WITH({ "choose.first_name", "theirs" })),
		"first_name=Cy gender=male phones=cell:" B "* phones.cell?Cell (614) 555-0142/Cell (614) 555-0143");
	same("both", sent_again(&asked, mine, now, WITH({ "choose.first_name", "theirs" }, { "choose.phones.cell", "mine" })),
		"first_name=Cy gender=male phones=cell:" B "*");
	same("the other way", sent_again(&asked, mine, now, WITH({ "choose.first_name", "mine" }, { "choose.phones.cell", "theirs" })),
		"first_name=Bea gender=male phones=cell:" C "*");
	same("typed as they have it", sent_again(&asked, "first_name=Cy gender=male phones=cell:" C "*", now, NULL), now);
	same("stored anew meanwhile", sent_again(&asked, mine, "first_name=Di gender=male phones=cell:" C "*",
		WITH({ "choose.first_name", "theirs" }, { "choose.phones.cell", "mine" })),
		"first_name=Bea gender=male phones=cell:" B "* first_name?Bea/Di");
	same("no answer", sent_again(&asked, mine, now, WITH({ "choose.first_name", "x" }, { "choose.phones.cell", "theirs" })),
		"first_name=Bea gender=male phones=cell:" C "* first_name?Bea/Cy");
}

static void a_row_that_came_back_can_be_left_or_removed_again(void **state)
{
	struct form form = of("");
	struct form_merge asked = { 0 };

	(void)state;
	assert_false(merged("phones=cell:" A "*", &form, "phones=cell:" B "*", &asked));
	same("left", sent_again(&asked, "phones=cell:" B "*", "phones=cell:" B "*", NULL), "phones=cell:" B "*");
	same("removed", sent_again(&asked, "", "phones=cell:" B "*", NULL), "");
	form = of("phones=cell:" C "*");
	assert_false(merged("phones=cell:" A "*", &form, "", &asked));
	same("removed there", sent_again(&asked, "phones=cell:" C "*", "", WITH({ "choose.phones.cell", "theirs" })), "");
	same("kept here", sent_again(&asked, "phones=cell:" C "*", "", WITH({ "choose.phones.cell", "mine" })), "phones=cell:" C "*");
	same("removed here too", sent_again(&asked, "", "", NULL), "");
}

static void a_page_that_did_not_say_how_it_was_filled_asks_until_it_is_answered(void **state)
{
	struct form form = of("first_name=Bea phones=cell:" B "*");
	struct form_merge asked = { 0 };
	static const char mine[] = "first_name=Bea phones=cell:" B "*", now[] = "first_name=Ann phones=cell:" A "*";

	(void)state;
	assert_false(merged(NULL, &form, now, &asked));
	same("no choice", sent_again(&asked, mine, now, NULL), line(&form));
	same("mine", sent_again(&asked, mine, now, WITH({ "choose.first_name", "mine" }, { "choose.phones.cell", "mine" })), mine);
}

static void a_form_becomes_words_and_a_form_again(void **state)
{
	static const char whole[] = "first_name=Ann gender=female privacy=no_email,no_mail phones=cell:" A ",home:" B "*";
	struct form form = of(whole), secret = of("ssn=219458763");

	(void)state;
	form_add_row(mem, &form, "phones", WITH({ "type", "fax" }, { "number", "" }), false);
	struct form back = form_from_words(mem, form_to_words(mem, &form), fields, contact_groups);
	same("without blank rows", line(&back), whole);
	assert_null(form_to_words(mem, &secret)->name);
	back = form_from_words(mem, NULL, fields, contact_groups);
	same("of nothing", line(&back), "");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(what_only_one_of_them_touched_is_kept_and_the_rest_is_asked),
		cmocka_unit_test(what_was_asked_goes_by_the_choice_made_and_is_asked_until_one_is_made),
		cmocka_unit_test(a_row_that_came_back_can_be_left_or_removed_again),
		cmocka_unit_test(a_page_that_did_not_say_how_it_was_filled_asks_until_it_is_answered),
		cmocka_unit_test(a_form_becomes_words_and_a_form_again),
	};

	return cmocka_run_group_tests_name("form_merge", tests, memory_begin, memory_end);
}
