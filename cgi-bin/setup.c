/* Setup: the dealership's settings. */
#include "desk/form_was.h"
#include "desk/sentence.h"
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

static const char place[] = "form settings";

/* The page that shows FORM, filled with the words WAS; NULL: as posted. */
static struct answer show_settings(struct request *rq, struct form *form, const struct text_value *was, int status)
{
	form_was_put(rq, place, was);
	page_put_form(rq->page, form);
	put_keyless(rq);
	return answer_page_with(status, "setup/settings.cs");
}

static struct answer settings(struct request *rq)
{
	struct form form = setting_form(&rq->work);

	return show_settings(rq, &form, form_to_words(rq->work.mem, &form), 200);
}

static struct answer save(struct request *rq)
{
	struct form form = form_read(rq->work.mem, rq->body, setting_fields, NULL);
	struct form base;
	struct form_merge merge = form_was(rq, place, setting_fields, NULL, &base);

	switch (setting_save(&rq->work, &form, &merge)) {
	case SETTING_SAVED:
		return answer_see_other(rq, "/setup?done=%s", sentence_word(rq, "settings", NULL, NULL));
	case SETTING_SAME:
		return answer_see_other(rq, "/setup?done=%s", sentence_word(rq, "same", NULL, NULL));
	case SETTING_REFUSED:
		return show_settings(rq, &form, NULL, 422);
	case SETTING_STALE:
		break;
	}
	page_put(rq->page, "Stale.who", "somebody else");
	return show_settings(rq, &form, merge.next, 409);
}

static const struct route routes[] = {
	{ "GET",  "", MAY_CHANGE_SETTINGS, settings },
	{ "POST", "", MAY_CHANGE_SETTINGS, save },
	{ 0 }
};

const struct area setup_area = { "setup", routes };
