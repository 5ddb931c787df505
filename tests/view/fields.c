/* fields: draws every form on every page that saves it and looks whether each row of its tables is there to be typed in;
 * a field that a page forgot would never be asked. Then kinds.cs: what no page of the site needs yet. TAP; needs a
 * configuration whose template.folder has kinds.cs beside the site's templates. */
#include "base/conf.h"
#include "base/fail.h"
#include "desk/sign_in.h"
#include "domain/customer/connection.h"
#include "domain/customer/contact.h"
#include "domain/customer/customer.h"
#include "domain/customer/search.h"
#include "domain/staff/setting.h"
#include "domain/staff/staff.h"
#include "rules/format.h"
#include "view/page.h"

/* A page that draws the form of FIELDS and GROUPS. */
static const struct drawing {
	const char *template;
	const struct field *fields;
	const struct field_group *groups;
	const char *type;     /* of the customer; NULL: of any */
	const char *without;  /* fields that are not asked there, as nothing of them can be lost */
	bool required_only;   /* the page adds, and asks only what must be there */
	const char *behind;   /* behind each name, as in a list; NULL = nothing */
} drawings[] = {
	{ "customer/details.cs", customer_fields, contact_groups, "individual", "customer_type" },
	{ "customer/details.cs", customer_fields, contact_groups, "business", "customer_type" },
	{ "customers/new.cs", customer_fields, contact_groups, NULL, "company,job_title" },
	{ "connect/new.cs", customer_fields, NULL, NULL, .required_only = true },
	{ "connect/new.cs", customer_fields, NULL, "individual", "customer_type", .required_only = true },
	{ "connect/new.cs", connection_add_fields },
	{ "connect/add.cs", connection_add_fields },
	{ "connections/list.cs", connection_fields, .behind = ".7" },
	{ "setup/settings.cs", setting_fields },
	{ "customers/search.cs", search_fields },
	{ "session/sign_in.cs", sign_in_fields },
	{ "session/again.cs", sign_in_fields },
	{ "session/account.cs", password_fields },
	{ 0 }
};

static int bad;

static void told(bool good, const char *what)
{
	printf("%s - %s\n", good ? "ok" : "not ok", what);
	bad += !good;
}

static bool has_input(struct arena *mem, const char *page, const char *name)
{
	return strstr(page, arena_text(mem, "name=\"%s\"", name));
}

static bool is_asked(const struct drawing *drawing, const struct field *field)
{
	return !text_in_set(drawing->without, field->name) && (!drawing->required_only || field->required) &&
		(!drawing->type || !field->is || text_same(field->is, drawing->type));
}

static const char *drawn(struct arena *mem, const struct drawing *drawing)
{
	struct form form = form_blank(mem, NULL, drawing->fields, drawing->groups);
	struct page *page = page_new(mem);

	for (const struct field_group *group = drawing->groups; group && group->name; group++)
		form_add_row(mem, &form, group->name, NULL, true);
	page_put(page, "Customer.customer_type", drawing->required_only && drawing->type ? "business" : drawing->type);
	page_put(page, "May.customer_edit", "1");
	page_put(page, "Page.advanced", "1");
	page_put(page, "Find.advanced", "1");
	page_put(page, "Connected.0.id", "7");
	page_put_form(page, &form);
	return page_render(page, drawing->template);
}

/* What of DRAWING is not in PAGE, with blanks between. */
static const char *missing(struct arena *mem, const struct drawing *drawing, const char *page)
{
	const char *all = "";

	for (const struct field *field = drawing->fields; field->name; field++) {
		const char *name = arena_text(mem, "%s%s", field->name, text_or(drawing->behind, ""));
		if (is_asked(drawing, field) && !has_input(mem, page, name))
			all = text_join(mem, all, " ", name);
	}
	for (const struct field_group *group = drawing->groups; group && group->name; group++)
		for (const struct field *field = group->fields; field->name; field++)
			for (int blank = 0; blank < 2; blank++) {
				const char *name = arena_text(mem, "%s.%s.%s", group->name, blank ? "__" : "0", field->name);
				if (!has_input(mem, page, name))
					all = text_join(mem, all, " ", name);
			}
	return all;
}

static void draw_all(struct arena *mem)
{
	for (const struct drawing *drawing = drawings; drawing->template; drawing++) {
		const char *lost = missing(mem, drawing, drawn(mem, drawing));
		told(text_empty(lost), arena_text(mem, "%s asks for every field of its table%s%s", drawing->template,
			text_empty(lost) ? "" : ", but not for ", lost));
	}
}

/* ------------------------------------------------------------------ what no page needs yet */

static const struct field vehicle_fields[] = {
	{ .name = "model", .label = "Model" }, { .name = "odometer", .label = "Odometer", .kind = FIELD_WHOLE }, { 0 }
};
static const struct field_group deal_groups[] = {
	{ .name = "vehicles", .label = "Vehicles", .one = "vehicle", .fields = vehicle_fields, .ids = true, .max = 3 }, { 0 }
};
static const struct field deal_fields[] = {
	{ .name = "price", .label = "Price", .kind = FIELD_MONEY, .part = "deal" },
	{ .name = "note", .label = "Note", .kind = FIELD_LINES, .part = "deal" },
	{ .name = "signed", .label = "Signed", .kind = FIELD_DATE, .part = "deal" },
	{ .name = "cost", .label = "Cost", .kind = FIELD_MONEY, .see = "deal.cost", .part = "deal" },
	{ .name = "gender", .label = "Gender", .choice = "gender", .change = "deal.gender", .part = "deal" },
	{ 0 }
};

static void put(struct arena *mem, struct page *page, const char *prefix)
{
	struct form form = form_blank_as(mem, WITH({ "price", "12345.67" }, { "note", "one\ntwo" }, { "cost", "99.00" },
		{ "gender", "female" }), deal_fields, deal_groups, (struct form_asked){ .prefix = prefix });

	form_add_row(mem, &form, "vehicles", WITH({ "id", "17" }, { "model", "Focus" }, { "odometer", "45210" }), false);
	form_refuse(&form, "price", "Wrong.");
	page_put_form(page, &form);
}

static void draw_kinds(struct arena *mem)
{
	static const struct { bool there; const char *part, *what; } rows[] = {
		{ true, "id=\"buyer.price\" name=\"buyer.price\" type=\"text\" autocomplete=\"off\" inputmode=\"decimal\" "
			"value=\"$12,345.67\"", "money is shown as people write it" },
		{ true, "name=\"buyer.note\" rows=\"4\">\none\ntwo</textarea>", "several lines keep their breaks" },
		{ true, "name=\"buyer.signed\" type=\"text\" autocomplete=\"section-customer text\" placeholder=\"mm/dd/yyyy\"", "a date is a date" },
		{ false, "buyer.cost", "what may not be seen is not drawn" },
		{ false, "99.00", "nor its value" },
		{ true, "<input id=\"buyer.gender\" value=\"Female\" readonly>", "what may not be changed is to be read" },
		{ false, "name=\"buyer.gender\"", "and not posted" },
		{ true, "name=\"buyer.vehicles.0.id\" value=\"17\"", "a row that is stored carries its id" },
		{ true, "name=\"buyer.vehicles.0.odometer\" type=\"text\" autocomplete=\"off\" inputmode=\"numeric\" value=\"45,210\"",
			"a whole number has its commas" },
		{ true, "Remove Focus vehicle", "a row without a type is called by what stands first in it" },
		{ true, "data-limit=\"3\"", "rows with ids have a limit of their own" },
		{ true, "name=\"seller.price\"", "the second form of the page has names of its own" },
		{ true, "href=\"#buyer.price\"", "a mistake leads to the field of its form" },
		{ true, "2 things need", "mistakes of both forms make one list" },
	};
	struct page *page = page_new(mem);

	put(mem, page, "buyer");
	put(mem, page, "seller");
	const char *text = page_render(page, "kinds.cs");
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
		told(!strstr(text, rows[i].part) == !rows[i].there, rows[i].what);
	if (bad)
		printf("# %s\n", text);
}

int main(void)
{
	static struct catcher caught;
	struct arena *mem = arena_new();

	if (setjmp(caught.here)) {
		printf("not ok - %s\n", caught.why);
		return 1;
	}
	fail_catch(&caught);
	conf_load();
	draw_all(mem);
	draw_kinds(mem);
	arena_free(mem);
	return bad > 0;
}
