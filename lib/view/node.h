/* Inside lib/view only: the HDF tree behind a page. It is made in the arena, in the form that ClearSilver's neo_hdf.h
 * publishes, so that a node costs no malloc, no copy of its name and no hash, and nothing has to be taken apart. */
#ifndef VIEW_NODE_H
#define VIEW_NODE_H

#include <ClearSilver/ClearSilver.h>

#include "view/page.h"

/* An error of ClearSilver that nobody looks at does not compile: each of these is called inside node_check(), or its
 * error passed on. */
#define LOOKED_AT __attribute__((warn_unused_result))
LOOKED_AT NEOERR *hdf_init(HDF **hdf);
LOOKED_AT NEOERR *hdf_set_value(HDF *hdf, const char *name, const char *value);
LOOKED_AT NEOERR *hdf_read_file(HDF *hdf, const char *path);
LOOKED_AT NEOERR *cs_init(CSPARSE **parse, HDF *hdf);
LOOKED_AT NEOERR *cs_parse_file(CSPARSE *parse, const char *path);
LOOKED_AT NEOERR *cs_render(CSPARSE *parse, void *ctx, CSOUTFUNC cb);
LOOKED_AT NEOERR *string_append(STRING *str, const char *buf);
LOOKED_AT NEOERR *neos_html_escape(const char *src, int slen, char **out);

struct page {
	struct arena *mem;
	HDF *hdf;
	struct page_row {
		const struct row *row;
		struct page_row *next;
	} *first, *last; /* that were put */
};

/* Ends ClearSilver's errors: fails when ERROR is one. DOING is for the log. */
void node_check(NEOERR *error, const char *doing);

/* An empty tree in MEM. ClearSilver may read it; what would change it (hdf_set_value, hdf_destroy) must not be called. */
HDF *node_root(struct arena *mem);

/* The node NAME (without dots; lives as long as the tree) below PARENT, made when it is not there. */
HDF *node_at(HDF *parent, const char *name);

/* The same for a NAME with dots, which is not kept. */
HDF *node_path(HDF *parent, const char *name);

/* The same for the number NAME. */
HDF *node_number(HDF *parent, unsigned number);

/* Gives the child NAME of PARENT the value TEXT; both live as long as the tree. Nothing happens for NULL and "". */
void node_put(HDF *parent, const char *name, const char *text);

/* The same for all VALUES, which end with an empty name; no name stands there twice. */
void node_put_all(HDF *parent, const struct text_value *values);

/* What TEMPLATE makes of HDF, in MEM. HDF is only read. */
const char *template_render(struct arena *mem, HDF *hdf, const char *template);

#endif
