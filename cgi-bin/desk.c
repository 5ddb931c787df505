/* The program of all pages. An area is a file beside this one with its routes; a new one is named here, and nowhere else.
 * Look-ups are a program of their own (lookup.c): slow providers hold nobody who saves, and curl stays out of here. */
#include "base/conf.h"
#include "desk/desk.h"
#include "outside/provider.h"

extern const struct area connect_area, connections_area, customer_area, customers_area, session_area, setup_area;

static const struct area *const areas[] = {
	&connect_area,
	&connections_area,
	&customer_area,
	&customers_area,
	&session_area,
	&setup_area,
	NULL
};

int main(void)
{
	conf_set_owner(provider_is_one);
	return desk_serve(areas);
}
