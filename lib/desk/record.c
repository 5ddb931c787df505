/* The beginning of every page of a record. Its drawing is templates/part/summary.cs. */
#include "desk/record.h"

#include "domain/customer/connection.h"
#include "domain/customer/customer.h"

const struct row *record_open(struct request *rq)
{
	const struct row *customer = customer_get(&rq->work, rq->id), *connections;
	const char *count;

	if (!customer) {
		show_error(rq, 404);
		return NULL;
	}
	connections = connection_summary(&rq->work, customer, &count);
	page_put_row(rq->page, "Customer", customer);
	page_put(rq->page, "Lookup.on", text_same(request_who(rq, "access_social_media"), "1") ? "1" : NULL);
	page_put_rows(rq->page, "Connections", connections, CONNECTION_SUMMARY);
	page_put(rq->page, "Customer.connections", count);
	if (text_number(count) > CONNECTION_SUMMARY || strlen(count) > 4)
		page_put(rq->page, "Customer.more_connections", "1");
	return customer;
}
