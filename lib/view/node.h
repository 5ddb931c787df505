/* Inside lib/view only: the HDF tree behind a page. */
#ifndef VIEW_NODE_H
#define VIEW_NODE_H

#include <ClearSilver/ClearSilver.h>

#include "view/page.h"

struct page {
	struct arena *mem;
	HDF *hdf;
};

/* Ends ClearSilver's errors: fails when ERROR is one. DOING is for the log. */
void node_check(NEOERR *error, const char *doing);

/* The node NAME below PARENT, made when it is not there. */
HDF *node_at(HDF *parent, const char *name);

/* The same for the number NAME. */
HDF *node_number(HDF *parent, unsigned number);

/* Gives the child NAME of PARENT the value TEXT; nothing happens for NULL and "". */
void node_put(HDF *parent, const char *name, const char *text);

/* What TEMPLATE makes of HDF, in MEM. */
const char *template_render(struct arena *mem, HDF *hdf, const char *template);

#endif
