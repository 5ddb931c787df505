/* Addresses, phones and e-mails. A row is known by its type, so there is no id to keep apart or to forge. */
#include "domain/customer/contact.h"

#include "rules/check.h"
#include "rules/format.h"

static const struct field address_fields[] = {
	{ .name = "type", .label = "Type", .choice = "address_type", .default_value = "physical",
	  .required = "Choose a type for this address." },
	{ .name = "street", .label = "Address", .max = 120 },
	{ .name = "city", .label = "City", .max = 60 },
	{ .name = "state", .label = "State", .max = 30, .check = check_state },
	{ .name = "zip", .label = "ZIP", .max = 10, .check = check_zip, .input = "zip" },
	{ 0 }
};

static const struct field phone_fields[] = {
	{ .name = "type", .label = "Type", .choice = "phone_type", .default_value = "home",
	  .required = "Choose a type for this phone number." },
	{ .name = "number", .label = "Phone Number", .max = 30, .check = check_phone, .format = format_phone,
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
	"SELECT 'addresses' AS card, type, street, city, state, zip, NULL AS number, NULL AS address, is_primary "
	"FROM address WHERE customer_id = :customer_id UNION ALL "
	"SELECT 'phones', type, NULL, NULL, NULL, NULL, number, NULL, is_primary "
	"FROM phone WHERE customer_id = :customer_id UNION ALL "
	"SELECT 'emails', type, NULL, NULL, NULL, NULL, NULL, address, is_primary "
	"FROM email WHERE customer_id = :customer_id "
	"ORDER BY card, is_primary DESC, type";

/* By card: what takes all rows of a customer away, and what adds one. */
static const struct { const char *name; const char forget[64], add[160]; } statements[] = {
	{ "addresses", "DELETE FROM address WHERE customer_id = :customer_id",
	  "INSERT INTO address SET customer_id = :customer_id, is_primary = :is_primary, type = :type, "
	  "street = :street, city = :city, state = :state, zip = :zip" },
	{ "phones", "DELETE FROM phone WHERE customer_id = :customer_id",
	  "INSERT INTO phone SET customer_id = :customer_id, is_primary = :is_primary, type = :type, number = :number" },
	{ "emails", "DELETE FROM email WHERE customer_id = :customer_id",
	  "INSERT INTO email SET customer_id = :customer_id, is_primary = :is_primary, type = :type, address = :address" },
};
enum { CARDS = sizeof statements / sizeof *statements };

static void write_card(struct work *w, const char *customer_id, const struct form_rows *card, const char *add)
{
	for (unsigned at = 0; at < card->count; at++) {
		const struct form_row *row = &card->rows[at];
		if (form_row_blank(card, row))
			continue;
		db_change(w, add, form_values(w->mem, row->entries, WITH({ "customer_id", customer_id },
			{ "is_primary", row->primary ? "1" : "0" })));
	}
}

void contact_add(struct work *w, const char *customer_id, const struct form *form)
{
	for (int i = 0; i < CARDS; i++)
		write_card(w, customer_id, form_group((struct form *)form, statements[i].name), statements[i].add);
}

void contact_write(struct work *w, const char *customer_id, const struct form *form)
{
	for (int i = 0; i < CARDS; i++)
		db_change(w, statements[i].forget, WITH({ "customer_id", customer_id }));
	contact_add(w, customer_id, form);
}

void contact_read(struct work *w, const char *customer_id, struct form *form)
{
	const struct row *row = db_rows(w, sql_contact_read, WITH({ "customer_id", customer_id }));

	for (; row; row = row->next)
		form_add_row(w->mem, form, row_text(row, "card"), row->columns,
			text_same(row_text(row, "is_primary"), "1"));
}

/* The stored value of NAME in ROW; NULL when it has none. */
static const char *value_in(const struct form_row *row, const char *name)
{
	for (const struct form_entry *entry = row->entries; entry->field; entry++)
		if (!strcmp(entry->field->name, name))
			return entry->value;
	return NULL;
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

const struct text_value *contact_primary(struct work *w, const struct form *form)
{
	const char *city = text_join(w->mem, primary_value(form, "addresses", "city"), ", ",
		primary_value(form, "addresses", "state"));
	const struct text_value values[] = { { "primary_phone", primary_value(form, "phones", "number") },
		{ "primary_email", primary_value(form, "emails", "address") },
		{ "primary_city", text_empty(city) ? NULL : city }, { 0 } };

	return memcpy(arena_get(w->mem, sizeof values), values, sizeof values);
}

static void note(const char *const text, const char **list)
{
	unsigned count = 0;

	while (list[count])
		count++;
	if (!text_empty(text) && count < 7)
		list[count] = text;
}

void contact_subject(struct work *w, const struct form *form, struct search_subject *searched)
{
	for (const struct form_rows *card = form->groups; card->group; card++)
		for (unsigned at = 0; at < card->count; at++) {
			const struct form_row *row = &card->rows[at];
			const char *city = value_in(row, "city");
			note(value_in(row, "number"), searched->phones);
			note(value_in(row, "address"), searched->emails);
			note(value_in(row, "zip"), searched->zips);
			if (city)
				note(text_join(w->mem, city, " ", value_in(row, "state")), searched->cities);
		}
}
