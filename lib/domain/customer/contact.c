/* Addresses, phones and e-mails. A row is known by its type, so there is no id to keep apart or to forge. */
#include "domain/customer/contact.h"

#include "base/buffer.h"
#include "rules/check.h"
#include "rules/format.h"

static const struct field address_fields[] = {
	{ .name = "type", .label = "Type", .choice = "address_type", .default_value = "physical",
	  .required = "Choose a type for this address." },
	{ .name = "street", .label = "Address", .max = 120 },
	{ .name = "city", .label = "City", .max = 60 },
	{ .name = "state", .label = "State", .max = 60, .check = check_state },
	{ .name = "zip", .label = "ZIP", .max = 20, .check = check_zip, .input = "zip" },
	{ 0 }
};

static const struct field phone_fields[] = {
	{ .name = "type", .label = "Type", .choice = "phone_type", .default_value = "home",
	  .required = "Choose a type for this phone number." },
	{ .name = "number", .label = "Phone Number", .max = 60, .check = check_phone, .format = format_phone,
	  .input = "tel" },
	{ 0 }
};

const struct field email_fields[] = {
	{ .name = "type", .label = "Type", .choice = "email_type", .default_value = "personal",
	  .required = "Choose a type for this e-mail address." },
	{ .name = "address", .label = "Email Address", .max = 254, .check = check_email, .input = "email" },
	{ 0 }
};

const struct field_group contact_groups[] = {
	{ "addresses", "Address", "address", address_fields },
	{ "phones", "Phone Numbers", "phone number", phone_fields },
	{ "emails", "Email Addresses", "e-mail address", email_fields },
	{ 0 }
};

static const char sql_contact_read[] =
	"SELECT kind, type, street, city, state, zip, number, address, is_primary FROM contact "
	"WHERE customer_id = :customer_id ORDER BY kind, is_primary DESC, type";

static const char sql_contact_forget[] = "DELETE FROM contact WHERE customer_id = :customer_id";

static const char sql_contact_add[] =
	"INSERT INTO contact SET customer_id = :customer_id, kind = :kind, type = :type, street = :street, city = :city, "
	"  state = :state, zip = :zip, number = :number, address = :address, is_primary = :is_primary";

/* The stored value of NAME in ROW; NULL when it has none. */
static const char *value_in(const struct form_row *row, const char *name)
{
	const struct form_entry *entry = form_entry_named(row->entries, name);

	return entry ? entry->value : NULL;
}

void contact_add(struct work *w, const char *customer_id, const struct form *form)
{
	for (const struct form_rows *card = form->groups; card->group; card++)
		for (const struct form_row *row = card->rows; row < card->rows + card->count; row++)
			if (!form_row_blank(card, row))
				db_change(w, sql_contact_add, WITH({ "customer_id", customer_id }, { "kind", card->group->name },
					{ "type", value_in(row, "type") }, { "street", value_in(row, "street") },
					{ "city", value_in(row, "city") }, { "state", value_in(row, "state") },
					{ "zip", value_in(row, "zip") }, { "number", value_in(row, "number") },
					{ "address", value_in(row, "address") }, { "is_primary", row->primary ? "1" : "0" }));
}

void contact_write(struct work *w, const char *customer_id, const struct form *form)
{
	db_change(w, sql_contact_forget, WITH({ "customer_id", customer_id }));
	contact_add(w, customer_id, form);
}

void contact_read(struct work *w, const char *customer_id, struct form *form)
{
	const struct row *row = db_rows(w, sql_contact_read, WITH({ "customer_id", customer_id }));

	for (; row; row = row->next)
		form_add_row(w->mem, form, row_text(row, "kind"), row->columns, row_is(row, "is_primary"));
}

/* The stored value of NAME in the primary row of the card; NULL when there is none. */
static const char *primary_value(const struct form *form, const char *card_name, const char *name)
{
	const struct form_rows *card = form_group((struct form *)form, card_name);

	for (unsigned at = 0; at < card->count; at++)
		if (card->rows[at].primary && !form_row_blank(card, &card->rows[at]))
			return value_in(&card->rows[at], name);
	return NULL;
}

static const char *or_null(const char *text)
{
	return text_empty(text) ? NULL : text;
}

const struct text_value *contact_primary(struct work *w, const struct form *form)
{
	const char *city = primary_value(form, "addresses", "city"), *state = primary_value(form, "addresses", "state");
	const char *line = text_join(w->mem, primary_value(form, "addresses", "street"), ", ", city);

	line = text_join(w->mem, line, ", ", text_join(w->mem, state, " ", primary_value(form, "addresses", "zip")));
	const struct text_value values[] = { { "primary_phone", primary_value(form, "phones", "number") },
		{ "primary_phone_type", primary_value(form, "phones", "type") },
		{ "primary_email", primary_value(form, "emails", "address") },
		{ "primary_address", or_null(line) },
		{ "primary_city", or_null(text_join(w->mem, city, ", ", state)) }, { 0 } };

	return memcpy(arena_get(w->mem, sizeof values), values, sizeof values);
}

static void note(struct buffer *contacts, const char *name, const char *text)
{
	if (!text_empty(text))
		buffer_add(contacts, &(struct text_value){ name, text }, sizeof(struct text_value));
}

void contact_subject(struct work *w, const struct form *form, struct search_subject *searched)
{
	struct buffer contacts = { .mem = w->mem };

	for (const struct form_rows *card = form->groups; card->group; card++)
		for (unsigned at = 0; at < card->count; at++) {
			const struct form_row *row = &card->rows[at];
			const char *city = value_in(row, "city");
			note(&contacts, "phone", value_in(row, "number"));
			note(&contacts, "email", value_in(row, "address"));
			note(&contacts, "zip", value_in(row, "zip"));
			if (city)
				note(&contacts, "city", text_join(w->mem, city, " ", value_in(row, "state")));
		}
	buffer_add(&contacts, &(struct text_value){ 0 }, sizeof(struct text_value));
	searched->contacts = (const void *)contacts.bytes;
}
