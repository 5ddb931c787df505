/* The frame of a page. Its drawing is templates/layout.cs. */
#include "desk/page_frame.h"

#include "base/conf.h"
#include "base/secret.h"
#include "desk/sentence.h"
#include "desk/sign_in.h"
#include "http/gate.h"

static void put_person(struct request *rq)
{
	struct page *page = rq->page;
	const char *first = request_who(rq, "first_name"), *last = request_who(rq, "last_name");

	page_put(page, "Page.first_name", first);
	page_put(page, "Page.initials", arena_text(rq->work.mem, "%s%s",
		text_first(rq->work.mem, first), text_first(rq->work.mem, last)));
	page_put(page, "Page.dealership", request_who(rq, "dealership_name"));
	page_put(page, "Page.find", request_who(rq, "find"));
	page_put(page, "Page.token", gate_token(rq));
	page_put(page, "Page.once", secret_random(rq->work.mem, 16));
}

static void put_rights(struct request *rq)
{
	for (const struct right_row *row = right_rows; row->code; row++)
		if (right_held(&rq->work, row->right))
			page_put(rq->page, arena_text(rq->work.mem, "May.%s", row->flag), "1");
}

void page_frame_put(struct request *rq)
{
	page_put(rq->page, "Page.demo", *conf_get("outside.demo") ? "1" : NULL);
	if (!rq->who)
		return;
	sentence_put(rq);
	put_person(rq);
	put_rights(rq);
}

const char *page_frame_error(struct request *rq, int status)
{
	return arena_text(rq->work.mem, "error/%d.cs", status);
}

void page_frame_apologize(struct request *rq, const char *number, enum fault fault)
{
	if (fault == FAULT_SCHEMA)
		page_put(rq->page, "Error.schema", "1");
	page_put(rq->page, "Error.number", number);
	page_put(rq->page, "Error.here", gate_address());
	if (!request_is_post(rq) || !gate_is_ours())
		return;
	page_put(rq->page, "Error.posted", "1");
	page_put(rq->page, "Page.token", request_posted(rq, "token")); /* so that another try has it */
	sign_in_put_words(rq);
}
