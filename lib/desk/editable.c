/* Rows of a list as small forms. Storing them is the domain's. */
#include "desk/editable.h"

#include "base/buffer.h"
#include "rules/vocab.h"

/* What was posted as NAME.ID for ROW; NULL when it was not. */
static const char *posted(struct request *rq, const char *name, const struct row *row)
{
	return request_posted(rq, arena_text(rq->work.mem, "%s.%s", name, row_text(row, "id")));
}

struct form editable_read(struct request *rq, const struct field *fields, const struct row *row)
{
	struct buffer words = { .mem = rq->work.mem };

	if (!posted(rq, fields->name, row))
		return form_blank(rq->work.mem, row->columns, fields, NULL);
	for (const struct field *field = fields; field->name; field++)
		buffer_add(&words, WITH({ field->name, posted(rq, field->name, row) }), sizeof(struct text_value));
	buffer_add(&words, WITH({ NULL, NULL }), sizeof(struct text_value)); /* the end */
	return form_read(rq->work.mem, (const void *)words.bytes, fields, NULL);
}

/* FORM in one word for the page; with ROW, what is stored there of FORM's fields. */
static const char *in_a_word(struct request *rq, const struct form *form, const struct row *row)
{
	struct buffer all = { .mem = rq->work.mem };

	for (const struct form_entry *entry = form->entries; entry->field; entry++) {
		buffer_put(&all, row ? row_text(row, entry->field->name) : entry->value);
		buffer_put(&all, "|");
	}
	return buffer_text(&all);
}

/* What was shown when somebody began to type; what is stored when the form does not say. */
static const char *as_shown(struct request *rq, const struct row *row, const struct form *form)
{
	const char *was = posted(rq, "was", row);

	return was ? was : in_a_word(rq, form, row);
}

bool editable_is_changed(struct request *rq, const struct row *row, const struct form *form)
{
	const char *typed = in_a_word(rq, form, NULL);

	return strcmp(typed, as_shown(rq, row, form)) && strcmp(typed, in_a_word(rq, form, row));
}

/* Whether another desk changed the row after it was shown here, and here it was changed too. */
static bool is_stale(struct request *rq, const struct row *row, const struct form *form)
{
	return editable_is_changed(rq, row, form) && strcmp(as_shown(rq, row, form), in_a_word(rq, form, row));
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
