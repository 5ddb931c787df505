/* Adding somebody on the spot: the customer, copies of how to reach it, the connection, all histories. */
#include "domain/customer/connection_new.h"

#include "domain/log/activity.h"
#include "domain/customer/customer.h"

enum connected connection_new(struct work *w, const char *customer_id, struct form *form, const struct form *how,
	bool same_contact, const char **new_id)
{
	const struct row *customer = customer_get(w, customer_id);
	bool copied = false;

	if (!customer)
		return CONNECT_GONE;
	if (customer_is_business(customer) && text_same(form_value(form, "customer_type"), "business"))
		return CONNECT_TWO_BUSINESSES;
	if (same_contact)
		form->groups = customer_as_form(w, customer).groups;
	for (const struct form_rows *card = form->groups; same_contact && card->group; card++)
		copied = copied || card->count;
	*new_id = customer_add(w, form);
	if (copied) {
		activity_note(w, "contact_copied", *new_id, arena_text(w->mem, "from %s (%s)",
			row_text(customer, "name"), customer_id), NULL);
		activity_note(w, "contact_copied", customer_id, arena_text(w->mem, "to customer %s", *new_id), NULL);
	}
	return connection_add(w, customer_id, *new_id, how);
}
