/* Where a list is, for the template; its rows are the domain's. */
#include "desk/list.h"

static void put_number(struct request *rq, const char *name, unsigned number)
{
	page_put(rq->page, name, text_of_number(rq->work.mem, number));
}

void list_put(struct request *rq, const char *name, const struct row *rows, unsigned page, unsigned size, unsigned pages)
{
	unsigned count = 0;

	page_put_rows(rq->page, name, rows, size);
	for (; rows && count < size; rows = rows->next)
		count++;
	put_number(rq, "List.page", page + 1);
	page_put(rq->page, "List.shown", count == 1 ? text_of_number(rq->work.mem, page * size + 1) :
		arena_text(rq->work.mem, "%u-%u", page * size + 1, page * size + count));
	if (page)
		put_number(rq, "List.previous", page);
	if (rows && (!pages || page + 1 < pages))
		put_number(rq, "List.next", page + 2);
}
