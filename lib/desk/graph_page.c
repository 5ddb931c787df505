/* The graph of connections, placed for its page. Who is in it is domain/customer/graph.c's to say, where the dots go
 * view/radial.c's, how they are drawn templates/connections/list.cs's. */
#include "desk/graph_page.h"

#include "desk/record.h"
#include "domain/customer/graph.h"
#include "view/radial.h"

/* Fills DOTS with the customer and its graph; returns how many there are. */
static size_t place(struct request *rq, const struct row *graph, struct radial_dot *dots)
{
	const char *ids[GRAPH_MAX + 1] = { rq->id };
	size_t count = 1;

	dots[0].parent = -1;
	for (const struct row *row = graph; row; row = row->next, count++) {
		ids[count] = row_text(row, "id");
		for (size_t i = 0; i < count; i++)
			if (text_same(ids[i], row_text(row, "parent_id")))
				dots[count].parent = (int)i;
	}
	radial_place(dots, count);
	return count;
}

/* A name for the picture: long ones would run into their neighbors; the whole one is the dot's title. */
static const char *short_name(struct arena *mem, const char *name)
{
	const char *end = name;

	if (text_length(name) <= 24)
		return name;
	for (int letters = 0; letters < 23; letters++)
		end += strlen(text_first(mem, end));
	return arena_text(mem, "%.*s\xe2\x80\xa6", (int)(end - name), name);
}

static void put_dot(struct request *rq, size_t at, const struct radial_dot *dots, const struct row *row)
{
	struct arena *mem = rq->work.mem;
	const struct radial_dot *dot = &dots[at], *from = &dots[dot->parent < 0 ? 0 : dot->parent];

	page_put_row(rq->page, arena_text(mem, "Graph.dots.%zu", at), row_with(mem, row, WITH(
		{ "x", arena_text(mem, "%d", dot->x) }, { "y", arena_text(mem, "%d", dot->y) },
		{ "from_x", arena_text(mem, "%d", from->x) }, { "from_y", arena_text(mem, "%d", from->y) },
		{ "text_y", arena_text(mem, "%d", dot->y + 36) },
		{ "short_name", short_name(mem, row_text(row, "name")) },
		{ "step", dot->step ? arena_text(mem, "%d", dot->step) : NULL })));
}

void graph_page_put(struct request *rq)
{
	const struct row *graph = graph_around(&rq->work, rq->id), *row = graph;
	struct radial_dot dots[GRAPH_MAX + 1] = { 0 }, least = { 0 }, most = { 0 };
	size_t count = place(rq, graph, dots);

	if (!graph)
		return;
	put_dot(rq, 0, dots, record_shown(rq));
	for (size_t at = 1; at < count; at++, row = row->next) {
		put_dot(rq, at, dots, row);
		least.x = dots[at].x < least.x ? dots[at].x : least.x;
		least.y = dots[at].y < least.y ? dots[at].y : least.y;
		most.x = dots[at].x > most.x ? dots[at].x : most.x;
		most.y = dots[at].y > most.y ? dots[at].y : most.y;
	}
	/* around the outermost dots, with room for the names below them */
	page_put(rq->page, "Graph.box", arena_text(rq->work.mem, "%d %d %d %d", least.x - 160, least.y - 30,
		most.x - least.x + 320, most.y - least.y + 80));
	page_put(rq->page, "Graph.width", arena_text(rq->work.mem, "%d", most.x - least.x + 320));
	page_put(rq->page, "Graph.height", arena_text(rq->work.mem, "%d", most.y - least.y + 80));
}
