/* Signing in and out, and one's own account: password and preferences. Whether a name and a password fit is
 * domain/staff/staff.c's to say; signing in in the middle of a form is desk/sign_in.c's. */
#include "desk/sentence.h"
#include "desk/sign_in.h"
#include "domain/staff/session.h"
#include "domain/staff/staff.h"
#include "http/gate.h"
#include "http/site.h"

/* Where to go after signing in, and from the start page: where the person wanted to go, if that is a place of this site, else to
 * the first page that they may see. */
static struct answer go_on(struct request *rq)
{
	const char *next = text_or(request_posted(rq, "next"), "");

	if (gate_is_local_path(next) && !text_begins(next, "/session"))
		return answer_see_other(rq, "%s", next);
	if (right_held(&rq->work, MAY_SEE_CUSTOMERS))
		return answer_see_other(rq, "/customers");
	return answer_see_other(rq, right_held(&rq->work, MAY_CHANGE_SETTINGS) ? "/setup" : "/session/account");
}

static struct answer sign_in(struct request *rq)
{
	struct form blank = form_blank(rq->work.mem, NULL, sign_in_fields, NULL);

	if (rq->who)
		return go_on(rq);
	page_put_form(rq->page, &blank);
	page_put(rq->page, "Next", request_query(rq, "next"));
	return answer_page("session/sign_in.cs");
}

static struct answer come_in(struct request *rq)
{
	int status = sign_in_try(rq);

	if (status == 200)
		return go_on(rq);
	page_put(rq->page, "Next", request_posted(rq, "next"));
	return answer_page_with(status, "session/sign_in.cs");
}

static struct answer sign_out(struct request *rq)
{
	if (rq->who)
		session_end(&rq->work);
	gate_end(rq);
	answer_header(rq, "Clear-Site-Data: \"cache\", \"storage\"");
	return answer_see_other(rq, "/session");
}

static struct answer show_account(struct request *rq, struct form *form, int status)
{
	page_put_form(rq->page, form);
	page_put_row(rq->page, "Account", rq->who);
	return answer_page_with(status, "session/account.cs");
}

static struct answer account(struct request *rq)
{
	struct form blank = form_blank(rq->work.mem, NULL, password_fields, NULL);

	return show_account(rq, &blank, 200);
}

static struct answer change_password(struct request *rq)
{
	struct form form = form_read(rq->work.mem, rq->body, password_fields, NULL);
	const char *secret;

	if (!staff_change_password(&rq->work, &form, &secret))
		return show_account(rq, &form, 422);
	if (!secret)
		return answer_error(401); /* of a form that was sent twice serve.c leads the second where the first one led */
	gate_begin(rq, secret);
	return answer_see_other(rq, "/session/account?done=%s", sentence_word(rq, "password", NULL, NULL));
}

static struct answer set_preferences(struct request *rq)
{
	staff_set_simple_search(&rq->work, text_same(request_posted(rq, "simple_search"), "0") ? "0" : "1");
	return answer_see_other(rq, "/session/account?done=%s", sentence_word(rq, "preferences", NULL, NULL));
}

static const struct route routes[] = {
	{ "GET",  "",             ANYONE,    sign_in },
	{ "POST", "",             ANYONE,    come_in },
	{ "POST", "/out",         ANYONE,    sign_out },
	{ "GET",  "/account",     SIGNED_IN, account },
	{ "POST", "/account",     SIGNED_IN, change_password },
	{ "POST", "/preferences", SIGNED_IN, set_preferences },
	{ 0 }
};

const struct area session_area = { "session", routes };
