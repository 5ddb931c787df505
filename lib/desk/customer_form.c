/* The customer form between browser and domain. Rules are in rules/form.c and domain/customer.c. */
#include "desk/customer_form.h"

#include "domain/customer/customer.h"
#include "domain/customer/contact.h"
#include "domain/customer/ssn.h"
#include "rules/check.h"

struct form customer_form_read(struct request *rq, const char *type)
{
	const struct text_value *words = ssn_open_typed(&rq->work, rq->body);

	if (type)
		words = text_values(rq->work.mem, WITH({ "customer_type", type }), words);
	return form_read(rq->work.mem, words, customer_fields, contact_groups);
}

static void add_row(struct request *rq, struct form *form, const char *name)
{
	form_add_row(rq->work.mem, form, name, NULL, false);
	page_put(rq->page, "Form.focus", arena_text(rq->work.mem, "%s.%u", name, form_group(form, name)->count - 1));
}

void customer_form_keep(struct request *rq, struct form *form, const struct row *customer)
{
	struct form stored = customer_as_form(&rq->work, customer);

	form_keep(rq->work.mem, form, &stored);
}

bool customer_form_changes_rows(struct request *rq, struct form *form, const struct row *customer)
{
	const char *more = request_posted(rq, "add"), *less = request_posted(rq, "remove");

	if (!more && !less)
		return false;
	if (customer)
		customer_form_keep(rq, form, customer);
	for (const struct field_group *group = contact_groups; group->name; group++) {
		const char *number = text_begins(less, group->name) ? less + strlen(group->name) : "";
		if (text_same(more, group->name))
			add_row(rq, form, more);
		if (*number == '.' && text_all_digits(number + 1))
			form_remove_row(form, group->name, (unsigned)text_number(number + 1));
	}
	form_forgive(form);
	return true;
}

struct answer customer_form_show(struct request *rq, struct form *form, int status, const char *template)
{
	struct form_entry *ssn = form_entry(form, "ssn");

	for (const struct field_group *group = contact_groups; group->name; group++)
		if (!form_group(form, group->name)->count)
			form_add_row(rq->work.mem, form, group->name, NULL, true);
	if (ssn->value) {
		ssn->kept = ssn_seal_typed(&rq->work, ssn->value);
		page_put(rq->page, "Ssn.kept", ssn_mask(&rq->work, ssn->value));
		page_put(rq->page, "Ssn.itin", ssn_is_itin(ssn->value) ? "1" : "0");
	}
	page_put_form(rq->page, form);
	return answer_page_with(status, template);
}

void customer_form_carry_over(struct request *rq, struct form *form, const char *text)
{
	struct arena *mem = rq->work.mem;
	const char *comma = strchr(text, ','), *blank = strrchr(text, ' '), *first = "", *last = text;

	if (strchr(text, '@')) {
		form_add_row(mem, form, "emails", WITH({ "type", "personal" }, { "address", text }), true);
		return;
	}
	if (strlen(text_digits(mem, text)) >= 7) {
		form_add_row(mem, form, "phones", WITH({ "type", "home" }, { "number", text }), true);
		return;
	}
	if (comma) {
		last = arena_copy(mem, text, (size_t)(comma - text));
		first = comma + 1;
	} else if (blank) {
		first = arena_copy(mem, text, (size_t)(blank - text));
		last = blank + 1;
	}
	form_entry(form, "first_name")->text = text_trim(mem, first);
	form_entry(form, "last_name")->text = text_trim(mem, last);
	form_entry(form, "business_name")->text = text;
}
