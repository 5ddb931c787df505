/* render TEMPLATE DATASET: what the site's own template_render() makes of an HDF file, on standard output.
 * Beside lib/view the only place that knows ClearSilver, so that golden files go through the real escaping. */
#include "view/node.h"

#include "base/conf.h"
#include "base/fail.h"

static void destroy(void *hdf)
{
	HDF *gone = hdf;

	hdf_destroy(&gone);
}

static const char *rendered(struct arena *mem, const char *template, const char *dataset)
{
	HDF *hdf;

	conf_load();
	node_check(hdf_init(&hdf), "hdf_init");
	arena_defer(mem, destroy, hdf);
	node_check(hdf_read_file(hdf, dataset), dataset);
	return template_render(mem, hdf, template);
}

int main(int argc, char **argv)
{
	static struct catcher caught;
	struct arena *mem = arena_new();

	if (argc != 3) {
		fprintf(stderr, "render TEMPLATE DATASET\n");
		return 2;
	}
	if (setjmp(caught.here)) {
		fprintf(stderr, "render: %s\n", caught.why);
		return 1;
	}
	fail_catch(&caught);
	fputs(rendered(mem, argv[1], argv[2]), stdout);
	arena_free(mem);
	return 0;
}
