/* Inside lib/view only: the HDF tree behind a page. */
#ifndef VIEW_NODE_H
#define VIEW_NODE_H

#include <ClearSilver/ClearSilver.h>

#include "view/page.h"

/* An error of ClearSilver that nobody looks at does not compile: each of these is called inside node_check(), or its
 * error passed on. tests/house/errors.sh finds the one that is missing here. */
#define LOOKED_AT __attribute__((warn_unused_result))
LOOKED_AT NEOERR *hdf_init(HDF **hdf);
LOOKED_AT NEOERR *hdf_get_node(HDF *hdf, const char *name, HDF **ret);
LOOKED_AT NEOERR *hdf_set_value(HDF *hdf, const char *name, const char *value);
LOOKED_AT NEOERR *hdf_read_file(HDF *hdf, const char *path);
LOOKED_AT NEOERR *cs_init(CSPARSE **parse, HDF *hdf);
LOOKED_AT NEOERR *cs_parse_file(CSPARSE *parse, const char *path);
LOOKED_AT NEOERR *cs_render(CSPARSE *parse, void *ctx, CSOUTFUNC cb);
LOOKED_AT NEOERR *string_append(STRING *str, const char *buf);
LOOKED_AT NEOERR *ne_load_file(const char *path, char **str);

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
