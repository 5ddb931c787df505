/* The guards, in their order. What each of them looks at lies in gate.c and domain/staff. */
#include "http/admit.h"

#include "domain/staff/ticket.h"
#include "http/edge.h"
#include "http/gate.h"

static bool refuse(struct answer *answer, int status)
{
	*answer = answer_error(status);
	return false;
}

static const struct area *area_named(const struct site *site, const char *name)
{
	for (const struct area *const *area = site->areas; *area; area++)
		if (!strcmp((*area)->name, name))
			return *area;
	return NULL;
}

const struct route *admit_route(struct request *rq, const struct site *site, struct answer *answer)
{
	const struct area *area = area_named(site, rq->area);
	bool known = false;

	for (const struct route *route = area ? area->routes : NULL; route && route->method; route++) {
		if (strcmp(route->path, rq->path))
			continue;
		if (!strcmp(route->method, rq->method))
			return route;
		known = true;
	}
	refuse(answer, known ? 405 : 404);
	if (known)
		answer_header(rq, "Allow: %s", request_is_post(rq) ? "GET, HEAD" : "POST");
	return NULL;
}

/* Whether the body is of the kind that ROUTE takes: JSON or a form. */
static bool takes_body(struct request *rq, const struct route *route, struct answer *answer)
{
	return !request_is_post(rq) || route->json == (rq->json != NULL) || refuse(answer, 400);
}

/* A provider of ours sends what it promised. Its ticket is all that it has to show, and is taken in the same transaction
 * as what the handler does. */
static bool has_ticket(struct request *rq, const struct route *route, struct answer *answer)
{
	rq->ticket = gate_is_safe() ? ticket_take(&rq->work, request_query(rq, "ticket")) : NULL;
	return rq->ticket ? takes_body(rq, route, answer) : refuse(answer, 404);
}

/* Whether the password was typed lately enough for ROUTE. */
static bool is_fresh(struct request *rq, const struct route *route)
{
	return !route->fresh || text_number(request_who(rq, "signed_in_seconds")) < route->fresh;
}

static bool is_signed_in(struct request *rq, const struct site *site, const struct route *route, struct answer *answer)
{
	if (route->right == ANYONE)
		return true;
	if (!rq->who || !is_fresh(rq, route))
		return site->sign_in(rq, answer);
	return !request_is_post(rq) || gate_has_token(rq) || site->renew(rq, answer);
}

static bool has_record(struct request *rq, const struct route *route, struct answer *answer)
{
	if (!route->record)
		return true;
	rq->record = route->record->find(rq);
	return rq->record || refuse(answer, 404);
}

/* A person with a browser. */
static bool is_admitted(struct request *rq, const struct site *site, const struct route *route, struct answer *answer)
{
	if (!takes_body(rq, route, answer))
		return false;
	if (!gate_is_safe())
		return refuse(answer, 426);
	if (!gate_recognize(rq))
		return refuse(answer, 400);
	if (request_is_post(rq) && !gate_is_ours())
		return refuse(answer, 403);
	if (!is_signed_in(rq, site, route, answer))
		return false;
	return (right_held(&rq->work, route->right) && right_held(&rq->work, route->also)) || refuse(answer, 403);
}

bool admit(struct request *rq, const struct site *site, const struct route *route, struct answer *answer)
{
	bool admitted = route->right == BY_TICKET ? has_ticket(rq, route, answer) : is_admitted(rq, site, route, answer);

	return admitted && has_record(rq, route, answer);
}
