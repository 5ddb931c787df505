/* Signing in and out, and one's own account: password and preferences. Whether a name and a password fit is
 * domain/staff.c's to say; signing in in the middle of a form is http/gate.c's. */
#include "domain/staff/session.h"
#include "domain/staff/staff.h"
#include "http/gate.h"
#include "http/serve.h"

/* Where to go after signing in: where the person wanted to go, if that is a place of this site. */
static void go_on(struct request *rq)
{
	const char *next = text_or(text_value_of(rq->body, "next"), "");

	if (gate_is_local_path(next) && !text_begins(next, "/session"))
		see_other(rq, "%s", next);
	else
		see_other(rq, right_held(&rq->work, MAY_SEE_CUSTOMERS) ? "/customers" : "/session/account");
}

static void sign_in(struct request *rq)
{
	struct form blank = form_blank(rq->work.mem, NULL, sign_in_fields, NULL);

	if (rq->who) {
		go_on(rq);
		return;
	}
	page_put_form(rq->page, &blank);
	page_put(rq->page, "Next", text_value_of(rq->query, "next"));
	show(rq, "session/sign_in.cs");
}

static void come_in(struct request *rq)
{
	if (gate_sign_in(rq)) {
		go_on(rq);
		return;
	}
	page_put(rq->page, "Next", text_value_of(rq->body, "next"));
	show_status(rq, rq->status, "session/sign_in.cs");
}

static void sign_out(struct request *rq)
{
	if (rq->who)
		session_end(&rq->work);
	rq->cookie = "";
	add_header(rq, "Clear-Site-Data: \"cache\", \"storage\"");
	see_other(rq, "/session");
}

static void account(struct request *rq)
{
	struct form blank = form_blank(rq->work.mem, NULL, password_fields, NULL);

	page_put_form(rq->page, &blank);
	page_put_row(rq->page, "Account", rq->who);
	show(rq, "session/account.cs");
}

static void change_password(struct request *rq)
{
	struct form form = form_read(rq->work.mem, rq->body, password_fields, NULL);

	if (staff_change_password(&rq->work, &form)) {
		see_other(rq, "/session/account?done=password");
		return;
	}
	page_put_form(rq->page, &form);
	page_put_row(rq->page, "Account", rq->who);
	show_status(rq, 422, "session/account.cs");
}

static void keep_preferences(struct request *rq)
{
	staff_set_simple_search(&rq->work, text_same(request_posted(rq, "simple_search"), "0") ? "0" : "1");
	see_other(rq, "/session/account?done=preferences");
}

static const struct route routes[] = {
	{ "GET",  "",             ANYONE,    sign_in },
	{ "POST", "",             ANYONE,    come_in },
	{ "POST", "/out",         ANYONE,    sign_out },
	{ "GET",  "/account",     SIGNED_IN, account },
	{ "POST", "/account",     SIGNED_IN, change_password },
	{ "POST", "/preferences", SIGNED_IN, keep_preferences },
	{ 0 }
};

int main(void)
{
	return serve(routes);
}
