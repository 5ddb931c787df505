/* The searches: ranges over the keys that search_key.c writes. */
#include "domain/customer/search.h"

#include "base/buffer.h"
#include "base/fold.h"
#include "base/secret.h"
#include "domain/customer/listed.h"
#include "rules/check.h"
#include "rules/typed.h"

/* How many keys a statement reads: for a first page, when those were used up, for later pages or two words; for those who
 * may be connected; for the advanced search, and how many customers it holds against the other fields. */
enum { FIRST_KEYS = 32, MORE_KEYS = 120, ALL_KEYS = 5000, OTHERS_KEYS = 300, ADVANCED_KEYS = 20000, ADVANCED_ROWS = 2000 };
enum { SEARCH_TYPED_MAX = 200 };
#define LAST "\xf4\x8f\xbf\xbf" /* U+10FFFF: behind everything that can be typed */

/* Checks that refuse nothing: what was pasted around a code is no part of it. */
static const char *take_email(struct arena *mem, const char **value)
{
	*value = text_or(typed_email(mem, *value), *value);
	return NULL;
}

static const char *take_code(struct arena *mem, const char **value)
{
	*value = text_or(typed_bare(mem, *value, "", " '\"", " '\",;."), *value);
	return NULL;
}

const struct field search_fields[] = {
	{ .name = "first_name", .label = "First Name", .max = 60 },
	{ .name = "last_name", .label = "Last Name", .max = 60 },
	{ .name = "business_name", .label = "Business Name", .max = 120 },
	{ .name = "number", .label = "Customer Number", .max = 20, .check = take_code },
	{ .name = "phone", .label = "Phone Number", .max = 60, .input = "tel" },
	{ .name = "email", .label = "Email Address", .max = 254, .check = take_email, .input = "search" },
	{ .name = "city", .label = "City", .max = 60 },
	{ .name = "state", .label = "State", .max = 60, .check = check_state },
	{ .name = "zip", .label = "ZIP", .max = 20, .check = take_code },
	{ 0 }
};

/* Both halves are ranges of the primary key that stop by themselves; the second has no rows unless asked for.
 * A customer may be found by several keys, so more keys are read than rows shown. */
#define FOUND(range) \
	"FROM (SELECT f.customer_id, MIN(f.word) AS word, COUNT(*) AS `keys` FROM (" \
	"(SELECT customer_id, word FROM search_key WHERE inactive = 0 AND (" range ") " \
	"ORDER BY word, customer_id LIMIT :keys_limit) " \
	"UNION ALL " \
	"(SELECT customer_id, word FROM search_key WHERE inactive = :inactive_too AND (" range ") " \
	"ORDER BY word, customer_id LIMIT :keys_limit)) f GROUP BY f.customer_id) k "

#define ONE_RANGE "word BETWEEN :from AND CONCAT(:from, '" LAST "')"
#define TWO_RANGES ONE_RANGE " OR word BETWEEN CONCAT('|', :from) AND CONCAT('|', :from, '" LAST "')"
#define DIGIT_RANGES TWO_RANGES " OR word BETWEEN :end AND CONCAT(:end, '" LAST "')" \
	" OR word BETWEEN :without_1 AND CONCAT(:without_1, '" LAST "')" \
	" OR word BETWEEN :typed AND CONCAT(:typed, '" LAST "')"

#define LISTED_PAGE(found) \
	"SELECT " SQL_LISTED ", k.`keys` FROM (SELECT k.customer_id, k.word, k.`keys` " found \
	"ORDER BY k.word, k.customer_id LIMIT :page_limit) k " \
	"JOIN customer c ON c.id = k.customer_id ORDER BY k.word, c.id"

/* Later pages count rows; the first one, which is nearly every search, need not. */
#define LISTED_LATER(found) \
	"SELECT " SQL_LISTED " FROM (SELECT k.customer_id, k.word, " \
	"ROW_NUMBER() OVER (ORDER BY k.word, k.customer_id) AS n " found ") k " \
	"JOIN customer c ON c.id = k.customer_id " \
	"WHERE k.n BETWEEN :first AND :last ORDER BY k.n"

/* The first page of active customers, nearly every search: the range as it stands, without a table in between. More
 * keys are read than rows shown, as a customer may be found by several. */
#define LISTED_FIRST(range) \
	"SELECT " SQL_LISTED " FROM search_key k STRAIGHT_JOIN customer c ON c.id = k.customer_id " \
	"WHERE k.inactive = 0 AND (" range ") ORDER BY k.word, k.customer_id LIMIT :keys_limit"

static const char sql_search_word_first[] = LISTED_FIRST(TWO_RANGES);
static const char sql_search_digits_first[] = LISTED_FIRST(DIGIT_RANGES);
static const char sql_search_word[] = LISTED_PAGE(FOUND(TWO_RANGES));
static const char sql_search_word_later[] = LISTED_LATER(FOUND(TWO_RANGES));
static const char sql_search_digits[] = LISTED_PAGE(FOUND(DIGIT_RANGES));
static const char sql_search_digits_later[] = LISTED_LATER(FOUND(DIGIT_RANGES));

/* Two beginnings of different keys ("mar del", "delgado 0142"): asked only when the whole found nobody. */
#define BOTH FOUND(ONE_RANGE) \
	"WHERE EXISTS (SELECT 1 FROM search_key o WHERE o.customer_id = k.customer_id " \
	"AND (o.word BETWEEN :other AND CONCAT(:other, '" LAST "') OR o.word BETWEEN :end AND CONCAT(:end, '" LAST "'))) "

static const char sql_search_both[] = LISTED_LATER(BOTH);

/* Whom a customer may be connected with; who is connected already is told apart. */
#define OTHERS(found) \
	"SELECT " SQL_LISTED ", n.other_id IS NOT NULL AS connected FROM (SELECT k.customer_id, k.word " found ") k " \
	"JOIN customer c ON c.id = k.customer_id " \
	"LEFT JOIN connection n ON n.customer_id = :customer_id AND n.other_id = c.id " \
	"WHERE c.id <> :customer_id AND (:only IS NULL OR c.customer_type = :only) ORDER BY k.word, c.id LIMIT :page_limit"

static const char sql_search_others[] = OTHERS(FOUND(TWO_RANGES));
static const char sql_search_others_digits[] = OTHERS(FOUND(DIGIT_RANGES));
static const char sql_search_others_both[] = OTHERS(BOTH);

/* A key of the customer begins with what is asked in a name field; which name it was is_named() looks at. */
#define HAS_KEY(name) \
	"AND (:" name " IS NULL OR EXISTS (SELECT 1 FROM search_key n WHERE n.customer_id = c.id " \
	"AND n.word BETWEEN :" name " AND CONCAT(:" name ", '" LAST "'))) "

/* The most telling field gives the range, all of them are held against the rows. */
static const char sql_search_advanced[] =
	"SELECT " SQL_LISTED ", c.first_name, c.last_name, c.business_name, k.word "
	FOUND(ONE_RANGE " OR word BETWEEN :end AND CONCAT(:end, '" LAST "')")
	"JOIN customer c ON c.id = k.customer_id "
	"WHERE (:number IS NULL OR c.id = :number) "
	HAS_KEY("first_name") HAS_KEY("last_name") HAS_KEY("business_name")
	"AND (:phone IS NULL OR EXISTS (SELECT 1 FROM contact x WHERE x.customer_id = c.id "
	"  AND SUBSTRING_INDEX(x.number, 'x', 1) LIKE CONCAT('%', :phone))) "
	"AND (:email IS NULL OR EXISTS (SELECT 1 FROM contact x WHERE x.customer_id = c.id AND x.address LIKE :email)) "
	"AND ((:city IS NULL AND :state IS NULL AND :zip IS NULL) OR EXISTS (SELECT 1 FROM contact x "
	"  WHERE x.customer_id = c.id AND (:city IS NULL OR x.city LIKE :city) "
	"  AND (:state IS NULL OR x.state = :state) AND (:zip IS NULL OR x.zip LIKE :zip))) "
	"ORDER BY k.word, c.id LIMIT :rows_limit";

/* Value of :inactive_too: the other half of the index, or none. */
static const char *other_half(bool inactive_too)
{
	return inactive_too ? "1" : "-1";
}

/* Value of :first or, with ROWS behind it, of :last. */
static const char *row_of(struct work *w, unsigned page, unsigned rows)
{
	return text_of_number(w->mem, page * SEARCH_PAGE + 1 + rows);
}

static bool is_numeric(const char *folded_text)
{
	return *folded_text && strspn(folded_text, "0123456789 ") == strlen(folded_text);
}

/* The key range for the end of a phone number; NULL for less than four digits, which would find everybody. */
static const char *from_the_end(struct work *w, const char *digits)
{
	return strlen(digits) < 4 ? NULL : arena_text(w->mem, "~%s", text_reversed(w->mem, digits));
}

/* The ways to take digits: from their beginning, as the end of a phone number, without the 1 in front, as typed. */
struct digits {
	const char *all, *end, *without_1, *typed;
};

static struct digits digits_of(struct work *w, const char *asked)
{
	struct digits digits = { .all = text_digits(w->mem, asked), .typed = strchr(asked, ' ') ? asked : NULL };

	if (*digits.all == '1' && strlen(digits.all) > 3)
		digits.without_1 = digits.all + 1;
	digits.end = from_the_end(w, digits.all);
	return digits;
}

/* ROW and those behind it (of a LISTED_FIRST), each customer once, at most the first page and one more. False when the
 * keys were used up before the page was full: another statement must tell. */
static bool is_first_page(struct work *w, const struct row *row, const struct row **found)
{
	struct rows made = { 0 };
	unsigned keys = 0, count = 0;

	for (; row && count <= SEARCH_PAGE; row = row->next, keys++)
		if (!row_find(made.first, "id", row_text(row, "id"))) {
			rows_add(&made, row_with(w->mem, row, NULL));
			count++;
		}
	*found = made.first;
	return count > SEARCH_PAGE || keys < FIRST_KEYS;
}

static const struct row *find_digits(struct work *w, const char *asked, bool inactive_too, unsigned page)
{
	const struct digits digits = digits_of(w, asked);
	const struct row *rows;

	if (!page && !inactive_too && is_first_page(w, db_rows(w, sql_search_digits_first, WITH({ "from", digits.all },
	    { "end", digits.end }, { "without_1", digits.without_1 }, { "typed", digits.typed },
	    { "keys_limit", text_of_number(w->mem, FIRST_KEYS) })), &rows))
		return rows;
	if (!page)
		return db_rows(w, sql_search_digits, WITH({ "from", digits.all }, { "end", digits.end },
			{ "without_1", digits.without_1 }, { "typed", digits.typed },
			{ "inactive_too", other_half(inactive_too) }, { "keys_limit", text_of_number(w->mem, MORE_KEYS) },
			{ "page_limit", text_of_number(w->mem, SEARCH_PAGE + 1) }));
	return db_rows(w, sql_search_digits_later, WITH({ "from", digits.all }, { "end", digits.end },
		{ "without_1", digits.without_1 }, { "typed", digits.typed },
		{ "inactive_too", other_half(inactive_too) }, { "keys_limit", text_of_number(w->mem, ALL_KEYS) },
		{ "first", row_of(w, page, 0) }, { "last", row_of(w, page, SEARCH_PAGE) }));
}

static const struct row *find_word(struct work *w, const char *asked, bool inactive_too, unsigned page)
{
	const struct row *rows;
	unsigned count = 0, keys = 0;

	if (!page && !inactive_too && is_first_page(w, db_rows(w, sql_search_word_first,
	    WITH({ "from", asked }, { "keys_limit", text_of_number(w->mem, FIRST_KEYS) })), &rows))
		return rows;
	if (!page) {
		rows = db_rows(w, sql_search_word, WITH({ "from", asked }, { "inactive_too", other_half(inactive_too) },
			{ "keys_limit", text_of_number(w->mem, MORE_KEYS) },
			{ "page_limit", text_of_number(w->mem, SEARCH_PAGE + 1) }));
		for (const struct row *row = rows; row; row = row->next, count++)
			keys += (unsigned)text_number(row_text(row, "keys"));
		/* The first page reads a few keys only; customers with very many of them may use those up. */
		if (count > SEARCH_PAGE || keys < MORE_KEYS)
			return rows;
	}
	return db_rows(w, sql_search_word_later, WITH({ "from", asked },
		{ "inactive_too", other_half(inactive_too) }, { "keys_limit", text_of_number(w->mem, ALL_KEYS) },
		{ "first", row_of(w, page, 0) }, { "last", row_of(w, page, SEARCH_PAGE) }));
}

/* ASKED in two at its last blank: both must begin some key of the customer. False when it is one word. */
static bool in_two(struct work *w, const char *asked, struct text_value *two)
{
	const char *blank = strrchr(asked, ' ');

	if (!blank)
		return false;
	two[0] = (struct text_value){ "from", arena_copy(w->mem, asked, (size_t)(blank - asked)) };
	two[1] = (struct text_value){ "other", blank + 1 };
	two[2] = (struct text_value){ "end", text_all_digits(blank + 1) ? from_the_end(w, blank + 1) : NULL };
	return true;
}

static const struct row *find_both(struct work *w, const char *asked, bool inactive_too, unsigned page)
{
	struct text_value two[3];

	return !in_two(w, asked, two) ? NULL : db_rows(w, sql_search_both, WITH(two[0], two[1], two[2],
		{ "inactive_too", other_half(inactive_too) }, { "keys_limit", text_of_number(w->mem, ALL_KEYS) },
		{ "first", row_of(w, page, 0) }, { "last", row_of(w, page, SEARCH_PAGE) }));
}

const struct row *search_find(struct work *w, const char *text, bool inactive_too, unsigned page)
{
	const char *asked = search_key_asked(w->mem, text);
	const struct row *rows;

	if (!*asked || page >= SEARCH_PAGES)
		return NULL;
	if (is_numeric(asked))
		return find_digits(w, asked, inactive_too, page);
	rows = find_word(w, asked, inactive_too, page);
	return rows ? rows : find_both(w, asked, inactive_too, page);
}

static bool is_full(const struct row *rows)
{
	unsigned count = 0;

	for (; rows; rows = rows->next)
		count++;
	return count >= SEARCH_PAGE;
}

static const struct row *others_by_word(struct work *w, const char *asked, const char *id, const char *only, unsigned keys)
{
	return db_rows(w, sql_search_others, WITH({ "from", asked }, { "inactive_too", other_half(false) },
		{ "customer_id", id }, { "only", only }, { "keys_limit", text_of_number(w->mem, keys) },
		{ "page_limit", text_of_number(w->mem, SEARCH_PAGE) }));
}

const struct row *search_others(struct work *w, const char *text, const struct row *customer)
{
	const char *asked = search_key_asked(w->mem, text), *id = row_text(customer, "id");
	const char *only = text_same(row_text(customer, "customer_type"), "business") ? "individual" : NULL;
	const struct digits digits = digits_of(w, asked);
	const struct row *rows;
	struct text_value two[3];

	if (!*asked)
		return NULL;
	if (!is_numeric(asked)) {
		rows = others_by_word(w, asked, id, only, OTHERS_KEYS);
		if (!is_full(rows)) /* what may not be offered may have used up the keys */
			rows = others_by_word(w, asked, id, only, ALL_KEYS);
		return rows || !in_two(w, asked, two) ? rows : db_rows(w, sql_search_others_both, WITH(two[0], two[1],
			two[2], { "inactive_too", other_half(false) }, { "customer_id", id }, { "only", only },
			{ "keys_limit", text_of_number(w->mem, ALL_KEYS) },
			{ "page_limit", text_of_number(w->mem, SEARCH_PAGE) }));
	}
	return db_rows(w, sql_search_others_digits, WITH({ "from", digits.all }, { "end", digits.end },
		{ "without_1", digits.without_1 }, { "typed", digits.typed }, { "inactive_too", other_half(false) },
		{ "customer_id", id }, { "only", only }, { "keys_limit", text_of_number(w->mem, ALL_KEYS) },
		{ "page_limit", text_of_number(w->mem, SEARCH_PAGE) }));
}

/* What LIKE takes as it stands, behind it anything. */
static const char *beginning(struct work *w, const char *text)
{
	char *pattern, *end;

	if (text_empty(text))
		return NULL;
	pattern = end = arena_get(w->mem, strlen(text) * 2 + 2);
	for (; *text; text++) {
		if (strchr("%_\\", *text))
			*end++ = '\\';
		*end++ = *text;
	}
	*end = '%';
	return pattern;
}

static const char *national_digits(struct work *w, const char *phone)
{
	const char *digits = phone ? text_or(typed_phone_digits(w->mem, phone), text_digits(w->mem, phone)) : "";

	return strlen(digits) == 11 && *digits == '1' ? digits + 1 : digits;
}

/* The range of keys to begin with: the field that tells most. NULL when none can lead. */
static const char *leading_range(struct work *w, const struct form *form)
{
	static const char *const names[] = { "last_name", "business_name", "first_name", "zip", NULL };
	const char *phone = national_digits(w, form_value(form, "phone"));

	if (form_value(form, "number"))
		return fold(w->mem, form_value(form, "number"));
	if (*phone)
		return phone;
	if (form_value(form, "email"))
		return arena_text(w->mem, "|%s", fold(w->mem, form_value(form, "email")));
	for (const char *const *name = names; *name; name++)
		if (form_value(form, *name))
			return fold(w->mem, form_value(form, *name));
	if (form_value(form, "city"))
		return arena_text(w->mem, "@%s", fold(w->mem, form_value(form, "city")));
	return NULL;
}

static const char *folded_value(struct work *w, const struct form *form, const char *name)
{
	const char *value = form_value(form, name);

	return value && *fold(w->mem, value) ? text_cut(w->mem, fold(w->mem, value), SEARCH_KEY_LENGTH) : NULL;
}

/* Whether the name NAME of ROW, folded, has ASKED at the beginning of one of its words. */
static bool is_named(struct work *w, const struct row *row, const char *name, const char *asked)
{
	const char *words = fold(w->mem, text_or(row_text(row, name), ""));

	return !asked || strstr(arena_text(w->mem, " %s", words), arena_text(w->mem, " %s", asked));
}

/* Page PAGE of those of ROWS whose names are the ones asked for; one more tells that there are more. */
static const struct row *named(struct work *w, const struct row *rows, const struct form *form, unsigned page)
{
	const char *first_name = folded_value(w, form, "first_name"), *last_name = folded_value(w, form, "last_name");
	const char *business_name = folded_value(w, form, "business_name");
	struct rows made = { 0 };
	unsigned found = 0;

	for (; rows && found <= (page + 1) * SEARCH_PAGE; rows = rows->next) {
		if (!is_named(w, rows, "first_name", first_name) || !is_named(w, rows, "last_name", last_name) ||
		    !is_named(w, rows, "business_name", business_name) || found++ < page * SEARCH_PAGE)
			continue;
		rows_add(&made, row_with(w->mem, rows, NULL));
	}
	return made.first;
}

const struct row *search_advanced(struct work *w, const struct form *form, bool inactive_too, unsigned page)
{
	const char *from = leading_range(w, form), *phone = national_digits(w, form_value(form, "phone"));

	if (text_empty(from))
		return NULL;
	return named(w, db_rows(w, sql_search_advanced, WITH({ "from", from }, { "end", from_the_end(w, phone) },
		{ "inactive_too", other_half(inactive_too) },
		{ "first_name", folded_value(w, form, "first_name") },
		{ "last_name", folded_value(w, form, "last_name") },
		{ "business_name", folded_value(w, form, "business_name") },
		{ "number", form_value(form, "number") }, { "phone", *phone ? beginning(w, phone) : NULL },
		{ "email", beginning(w, form_value(form, "email")) }, { "city", beginning(w, form_value(form, "city")) },
		{ "state", form_value(form, "state") }, { "zip", beginning(w, form_value(form, "zip")) },
		{ "keys_limit", text_of_number(w->mem, ADVANCED_KEYS) },
		{ "rows_limit", text_of_number(w->mem, ADVANCED_ROWS) })), form, page);
}

static const char *context(struct work *w)
{
	return arena_text(w->mem, "search session %s", w->session_id);
}

/* Adds the word NAME with TEXT behind it to PACKED, unless nothing was typed. */
static void pack(struct work *w, struct buffer *packed, const char *name, const char *text)
{
	text = text_trim(w->mem, text_or(text, "")); /* no TAB, no line end */
	if (text_disguised(text)) /* which is not stored, so it cannot be meant */
		text = fold_marks(w->mem, text);
	text = text_cut(w->mem, text, SEARCH_TYPED_MAX);
	if (*text)
		buffer_put(packed, arena_text(w->mem, "%s\t%s\n", name, text));
}

const char *search_seal(struct work *w, const struct text_value *words, bool inactive_too)
{
	struct buffer packed = { .mem = w->mem };

	pack(w, &packed, "style", text_value_of(words, "style"));
	pack(w, &packed, "search", text_value_of(words, "search"));
	pack(w, &packed, "inactive", inactive_too ? "1" : NULL);
	for (const struct field *field = search_fields; field->name; field++)
		pack(w, &packed, field->name, text_value_of(words, field->name));
	return secret_seal(w->mem, context(w), buffer_text(&packed), NULL);
}

const struct text_value *search_open(struct work *w, const char *sealed)
{
	const char *packed = text_empty(sealed) ? NULL : secret_open(w->mem, context(w), sealed, NULL);
	struct buffer asked = { .mem = w->mem };

	if (!packed)
		return NULL;
	while (*packed) {
		size_t name = strcspn(packed, "\t");
		if (!packed[name])
			return NULL;
		size_t text = strcspn(packed + name + 1, "\n");
		buffer_add(&asked, &(struct text_value){ arena_copy(w->mem, packed, name),
			arena_copy(w->mem, packed + name + 1, text) }, sizeof(struct text_value));
		packed += name + 1 + text + (packed[name + 1 + text] == '\n');
	}
	buffer_add(&asked, &(struct text_value){ 0 }, sizeof(struct text_value));
	return (const void *)asked.bytes;
}
