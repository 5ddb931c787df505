/* Setup: the dealership's settings. */
#include "domain/staff/setting.h"
#include "http/site.h"
#include "outside/provider.h"

/* Providers that cannot be asked until upcard.conf has a key for them. */
static void put_keyless(struct request *rq)
{
	const char *names = "";

	for (const struct provider *provider = providers; provider->name; provider++)
		if (!provider_is_ready(rq->work.mem, provider))
			names = text_join(rq->work.mem, names, ", ", provider_label(provider));
	page_put(rq->page, "Lookup.keyless", names);
}

static struct answer show_settings(struct request *rq, struct form *form, int status)
{
	page_put_form(rq->page, form);
	put_keyless(rq);
	return answer_page_with(status, "setup/settings.cs");
}

static struct answer settings(struct request *rq)
{
	struct form form = setting_form(&rq->work);

	return show_settings(rq, &form, 200);
}

static struct answer save(struct request *rq)
{
	struct form form = form_read(rq->work.mem, rq->body, setting_fields, NULL);

	if (setting_save(&rq->work, &form))
		return answer_see_other(rq, "/setup?done=settings");
	return form.good ? answer_see_other(rq, "/setup?done=same") : show_settings(rq, &form, 422);
}

static const struct route routes[] = {
	{ "GET",  "", MAY_CHANGE_SETTINGS, settings },
	{ "POST", "", MAY_CHANGE_SETTINGS, save },
	{ 0 }
};

const struct area setup_area = { "setup", routes };
