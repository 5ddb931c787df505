/* Kept pages. Their address is the form's own, with the word `draft`. */
#include "http/posted.h"

#include "domain/staff/draft.h"
#include "http/gate.h"

/* "/customer/10403/details": the address of RQ below the site's base, without its query. */
static const char *path_of(const struct request *rq)
{
	return rq->id ? arena_text(rq->work.mem, "/%s/%s%s", rq->area, rq->id, rq->path + strlen("/#")) :
		arena_text(rq->work.mem, "/%s%s", rq->area, rq->path);
}

void posted_keep(struct request *rq, struct answer *answer, const char *text)
{
	bool is_page = answer->template && (answer->status == 200 || answer->status == 409 || answer->status == 422);

	if (!is_page || !rq->who || gate_is_script() || rq->work.shows_secret)
		return;
	db_begin(&rq->work);
	*answer = answer_see_other(rq, "%s?draft=%s", path_of(rq),
		draft_store(&rq->work, answer->status, text));
	db_commit(&rq->work);
}

/* What was kept is the whole page. When it is gone, the page as it is now takes its place. */
static struct answer show(struct request *rq)
{
	int status;
	const char *page = draft_find(&rq->work, request_query(rq, "draft"), &status);
	struct answer answer;

	if (!page)
		return gate_is_local_path(path_of(rq)) ? answer_see_other(rq, "%s", path_of(rq)) : answer_error(404);
	answer = answer_bytes("text/html; charset=utf-8", page, strlen(page));
	answer.status = status;
	return answer;
}

const struct route *posted_route(const struct request *rq)
{
	static const struct route route = { "GET", "", SIGNED_IN, show };

	return !request_is_post(rq) && request_query(rq, "draft") ? &route : NULL;
}
