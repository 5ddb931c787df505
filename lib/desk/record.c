/* The beginning of every page of a record. Its drawing is templates/part/summary.cs. */
#include "desk/record.h"

#include "domain/customer/connection.h"
#include "domain/customer/customer.h"

static const struct row *find(struct request *rq)
{
	if (!rq->id)
		return NULL;
	return request_is_post(rq) ? customer_row(&rq->work, rq->id) : customer_get(&rq->work, rq->id);
}

static const struct row *find_and_lock(struct request *rq)
{
	return rq->id ? customer_lock(&rq->work, rq->id) : NULL;
}

/* After a POST the record is not what it was when it was found. */
const struct row *record_shown(struct request *rq)
{
	if (!rq->shown)
		rq->shown = request_is_post(rq) ? customer_get(&rq->work, rq->id) : rq->record;
	return rq->shown;
}

static void put_glance(struct request *rq)
{
	page_put_row(rq->page, "Customer", record_shown(rq));
}

static void put(struct request *rq)
{
	const char *count;
	const struct row *connections = connection_summary(&rq->work, record_shown(rq), &count);

	put_glance(rq);
	page_put(rq->page, "Lookup.on", row_is(rq->who, "access_social_media") ? "1" : NULL);
	page_put_rows(rq->page, "Connections", connections, CONNECTION_SUMMARY);
	page_put(rq->page, "Customer.connections", count);
	if (text_number(count) > CONNECTION_SUMMARY || strlen(count) > 4)
		page_put(rq->page, "Customer.more_connections", "1");
}

const struct route_record record_of_customer = { find, put };

const struct route_record record_to_change = { find_and_lock, put };

const struct route_record record_at_a_glance = { find, put_glance };
