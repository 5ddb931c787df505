/* A page: values that a template shows. The only room that knows ClearSilver, which renders and does nothing else.
 * Every value is escaped for HTML where it is shown; templates cannot switch that off (tests/house). */
#ifndef VIEW_PAGE_H
#define VIEW_PAGE_H

#include "rules/form.h"
#include "store/row.h"

struct page;

/* An empty page. It lives in MEM and goes with it. */
struct page *page_new(struct arena *mem);

/* Puts TEXT under NAME ("Page.title"). NULL and "" are the same: nothing, which a template takes for false. */
void page_put(struct page *page, const char *name, const char *text);

/* Puts every column of ROW under NAME: column `phone` of "Customer" is Customer.phone. ROW, like all rows here, lives as
 * long as the page and is not copied. */
void page_put_row(struct page *page, const char *name, const struct row *row);

/* Puts ROWS as NAME.0, NAME.1, ... At most LIMIT of them; 0 for all. */
void page_put_rows(struct page *page, const char *name, const struct row *rows, unsigned limit);

/* Of all rows that were put and have a column KIND the ids, each once, with commas between; "" for none. In the page's memory. */
const char *page_shown(const struct page *page, const char *kind);

/* Puts values as NAME.0.name and NAME.0.value, ...: words of a form on their way through a page, as long as it lives. */
void page_put_values(struct page *page, const char *name, const struct text_value *values);

/* Puts FORM under "Form": Form.FIELD.label, text, error, stored, noted (there is one of these two), input, plain (text,
 * not required, nothing noted), said (kind_said), choices.N.code/label/on, and for a card Form.GROUP.label, one, error,
 * stored, full, rows.N.FIELD.(the same), rows.N.primary; its errors in the order of the page as
 * Form.errors.N.at/message. A secret field has no text. */
void page_put_form(struct page *page, const struct form *form);

/* Puts only what a page needs that shows the cards of FORM and edits nothing: of every row its title, primary and the
 * texts of its fields, under the same names. */
void page_put_cards(struct page *page, const struct form *form);

/* What TEMPLATE (a file below template.folder) makes of the page, in the page's memory.
 * Fails when the template is missing or wrong. */
const char *page_render(struct page *page, const char *template);

#endif
