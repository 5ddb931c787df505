/* Search keys: every way to begin typing a customer. One function folds what is stored and what is asked.
 * A key that begins with | is an e-mail, with ~ a phone number from its end, with @ a city: nobody can type these by
 * accident, as folding leaves none of the three. | and ~ stand behind the letters, so names are listed first. */
#include "domain/customer/search_key.h"

#include "base/buffer.h"
#include "base/fold.h"
#include "rules/typed.h"

static const char sql_search_forget[] = "DELETE FROM search_key WHERE customer_id = :customer_id";

static const char sql_search_write[] =
	"INSERT INTO search_key (inactive, word, customer_id) "
	"SELECT :inactive, k.word, :customer_id FROM JSON_TABLE(:words, '$[*]' COLUMNS (word VARCHAR(100) PATH '$')) k";

static const char sql_search_set_inactive[] =
	"UPDATE search_key SET inactive = :inactive WHERE customer_id = :customer_id";

/* Keys being gathered. */
struct keys {
	struct arena *mem;
	struct buffer words;
};

static const char **words_of(const struct keys *keys)
{
	return (const char **)(void *)keys->words.bytes;
}

static void add(struct keys *keys, const char *word)
{
	size_t count = keys->words.length / sizeof word;

	if (!*word)
		return;
	word = text_cut(keys->mem, word, SEARCH_KEY_LENGTH);
	for (size_t i = 0; i < count; i++)
		if (!strcmp(words_of(keys)[i], word))
			return;
	buffer_add(&keys->words, &word, sizeof word);
}

/* WORDS from each of its words on, BEHIND at the end: "del carmen", "carmen". */
static void add_from_each_word(struct keys *keys, const char *words, const char *behind)
{
	while (!text_empty(words)) {
		add(keys, text_join(keys->mem, words, " ", behind));
		words = strchr(words, ' ');
		words = words ? words + 1 : NULL;
	}
}

static const char *folded(struct keys *keys, const char *text)
{
	return text ? fold(keys->mem, text) : "";
}

static void add_names(struct keys *keys, const struct search_subject *customer)
{
	const char *first = folded(keys, customer->first_name), *middle = folded(keys, customer->middle_name);
	const char *last = folded(keys, customer->last_name);
	const char *given = text_join(keys->mem, first, " ", middle);

	add_from_each_word(keys, first, last);
	add_from_each_word(keys, given, last);
	add_from_each_word(keys, last, given);
	add_from_each_word(keys, folded(keys, customer->business_name), "");
}

static void add_contact(struct keys *keys, const char *name, const char *text)
{
	if (!strcmp(name, "phone")) {
		/* without the extension: who has one is found by the number, from its beginning and its end */
		const char *digits = text_digits(keys->mem, arena_copy(keys->mem, text, strcspn(text, "x")));
		add(keys, digits);
		add(keys, arena_text(keys->mem, "~%s", text_reversed(keys->mem, digits)));
	} else {
		const char *mark = !strcmp(name, "email") ? "|" : !strcmp(name, "city") ? "@" : "";
		add(keys, arena_text(keys->mem, "%s%s", mark, fold(keys->mem, text)));
	}
}

const char *search_key_asked(struct arena *mem, const char *typed)
{
	const char *phone = typed_phone_digits(mem, typed);

	/* a number as it is stored; what is also a ZIP or a customer number keeps its blanks */
	if (text_empty(phone) || !strcmp(phone, text_digits(mem, typed)))
		phone = fold(mem, typed_bare(mem, strchr(typed, '@') ? typed_email(mem, typed) : typed, "tel:", " ", " "));
	return text_cut(mem, phone, SEARCH_KEY_LENGTH);
}

const char **search_key_words(struct arena *mem, const struct search_subject *customer)
{
	struct keys keys = { .mem = mem, .words = { .mem = mem } };
	const char *end = NULL;

	add(&keys, text_or(customer->id, ""));
	add_names(&keys, customer);
	for (const struct text_value *contact = customer->contacts; contact && contact->name; contact++)
		add_contact(&keys, contact->name, contact->text);
	buffer_add(&keys.words, &end, sizeof end);
	return words_of(&keys);
}

/* Folded words hold letters, digits and blanks (and ~ or @ in front): nothing that JSON would want escaped. */
static const char *as_json(struct arena *mem, const char *const *words)
{
	struct buffer json = { .mem = mem };

	buffer_put(&json, "[\"");
	for (const char *between = ""; *words; words++, between = "\",\"") {
		buffer_put(&json, between);
		buffer_put(&json, *words);
	}
	buffer_put(&json, "\"]");
	return buffer_text(&json);
}

void search_key_write(struct work *w, const struct search_subject *customer, bool inactive)
{
	db_change(w, sql_search_forget, WITH({ "customer_id", customer->id }));
	search_key_add(w, customer, inactive);
}

void search_key_add(struct work *w, const struct search_subject *customer, bool inactive)
{
	db_change(w, sql_search_write, WITH({ "customer_id", customer->id }, { "inactive", inactive ? "1" : "0" },
		{ "words", as_json(w->mem, search_key_words(w->mem, customer)) }));
}

void search_key_set_inactive(struct work *w, const char *customer_id, bool inactive)
{
	db_change(w, sql_search_set_inactive,
		WITH({ "customer_id", customer_id }, { "inactive", inactive ? "1" : "0" }));
}
