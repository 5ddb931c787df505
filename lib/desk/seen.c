/* Who saw which customers. No handler takes part: a customer's row is known in the page by its column customer_type. */
#include "desk/seen.h"

#include "domain/log/visit.h"

/* The numbers of the customers that ANSWER shows, "" for none. */
static const char *shown(struct request *rq, const struct answer *answer)
{
	bool is_page = answer->status == 200 || answer->status == 409 || answer->status == 422;

	if (!rq->who || !is_page)
		return "";
	return answer->type ? text_or(rq->id, "") : page_shown(rq->page, "customer_type");
}

static bool is_refusal(int status)
{
	return status == 403 || status == 429 || status >= 500;
}

void seen_note(struct request *rq, const struct answer *answer)
{
	struct visit visit = { .status = answer->status, .customer_id = rq->id, .shown = shown(rq, answer),
		.page = arena_text(rq->work.mem, "%s /%s%s", rq->method, text_or(rq->area, ""), text_or(rq->path, "")) };

	if (*visit.shown || answer->file || is_refusal(answer->status))
		visit_note(&rq->work, &visit);
}
