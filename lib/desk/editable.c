/* Rows of a list as small forms. Storing them is the domain's. */
#include "desk/editable.h"

#include "base/buffer.h"
#include "rules/vocab.h"

/* What was posted as NAME.ID for ROW; NULL when it was not. */
static const char *posted(struct request *rq, const char *name, const struct row *row)
{
	return request_posted(rq, arena_text(rq->work.mem, "%s.%s", name, row_text(row, "id")));
}

/* What stood in field NUMBER when somebody began to type, encoded, as in_a_word() put it; NULL when the form does not say. */
static const char *as_shown(struct request *rq, const struct row *row, size_t number)
{
	const char *was = posted(rq, "was", row), *bar;

	for (; was && (bar = strchr(was, '|')); was = bar + 1)
		if (!number--)
			return arena_copy(rq->work.mem, was, (size_t)(bar - was));
	return NULL;
}

static bool is_as_shown(struct request *rq, const char *value, const char *shown)
{
	return text_same(text_encoded(rq->work.mem, text_or(value, "")), shown);
}

static bool differs(const struct row *row, const struct form_entry *entry)
{
	return strcmp(text_or(entry->value, ""), text_or(row_text(row, entry->field->name), "")) != 0;
}

/* Whether another desk changed field NUMBER of ROW after it was shown here. */
static bool is_changed_there(struct request *rq, const struct row *row, const struct form_entry *entry, size_t number)
{
	const char *shown = as_shown(rq, row, number);

	return shown && !is_as_shown(rq, row_text(row, entry->field->name), shown);
}

/* What was not touched here is what is stored now. */
static void take_stored(struct request *rq, struct form *form, const struct row *row)
{
	for (size_t i = 0; form->entries[i].field; i++) {
		struct form_entry *entry = &form->entries[i];
		const char *stored = row_text(row, entry->field->name);
		if (!entry->error && differs(row, entry) && is_as_shown(rq, entry->value, as_shown(rq, row, i)))
			form_set(rq->work.mem, entry, text_or(stored, ""));
	}
}

struct form editable_read(struct request *rq, const struct field *fields, const struct row *row)
{
	struct buffer words = { .mem = rq->work.mem };
	struct form form;

	if (!posted(rq, fields->name, row))
		return form_blank(rq->work.mem, row->columns, fields, NULL);
	for (const struct field *field = fields; field->name; field++)
		buffer_add(&words, WITH({ field->name, posted(rq, field->name, row) }), sizeof(struct text_value));
	buffer_add(&words, WITH({ NULL, NULL }), sizeof(struct text_value)); /* the end */
	form = form_read(rq->work.mem, (const void *)words.bytes, fields, NULL);
	take_stored(rq, &form, row);
	return form;
}

/* What is stored in ROW of FORM's fields, in one word for the page. */
static const char *in_a_word(struct request *rq, const struct form *form, const struct row *row)
{
	struct buffer all = { .mem = rq->work.mem };

	for (const struct form_entry *entry = form->entries; entry->field; entry++) {
		buffer_put(&all, text_encoded(rq->work.mem, text_or(row_text(row, entry->field->name), "")));
		buffer_put(&all, "|");
	}
	return buffer_text(&all);
}

bool editable_is_changed(const struct row *row, const struct form *form)
{
	for (const struct form_entry *entry = form->entries; entry->field; entry++)
		if (differs(row, entry))
			return true;
	return false;
}

/* Whether both desks changed the same field. */
static bool is_stale(struct request *rq, const struct row *row, const struct form *form)
{
	for (size_t i = 0; form->entries[i].field; i++)
		if (differs(row, &form->entries[i]) && is_changed_there(rq, row, &form->entries[i], i))
			return true;
	return false;
}

/* What is stored, as people read it: "Relative, mother". */
static const char *in_words(struct request *rq, const struct row *row, const struct form *form)
{
	const char *all = "";

	for (const struct form_entry *entry = form->entries; entry->field; entry++) {
		const char *value = row_text(row, entry->field->name);
		all = text_join(rq->work.mem, all, ", ",
			entry->field->choice ? vocab_label(entry->field->choice, value) : value);
	}
	return all;
}

const char *editable_error(struct request *rq, const struct row *row, const struct form *form)
{
	for (const struct form_entry *entry = form->entries; entry->field; entry++)
		if (entry->error)
			return entry->error;
	if (!is_stale(rq, row, form))
		return NULL;
	return arena_text(rq->work.mem, "Somebody else changed this to %s while you were typing. Check it and save again.",
		in_words(rq, row, form));
}

struct row *editable_as_typed(struct request *rq, const struct field *fields, const struct row *row)
{
	struct form form = editable_read(rq, fields, row);
	struct row *made = row_with(rq->work.mem, row, WITH({ "error", editable_error(rq, row, &form) },
		{ "was", in_a_word(rq, &form, row) }));

	for (const struct form_entry *entry = form.entries; entry->field; entry++)
		made = row_with(rq->work.mem, made, WITH({ entry->field->name, entry->text }));
	return made;
}

const struct row *editable_wrong(struct request *rq, const struct field *fields, const struct row *rows)
{
	for (; rows; rows = rows->next) {
		struct form form = editable_read(rq, fields, rows);
		if (editable_error(rq, rows, &form))
			return rows;
	}
	return NULL;
}
