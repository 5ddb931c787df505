/* The gate. What a session is lies in domain/session.c, what a password is in domain/staff.c. */
#include "http/gate.h"

#include "base/conf.h"
#include "base/secret.h"
#include "domain/staff/once.h"
#include "domain/staff/session.h"
#include "domain/customer/ssn.h"
#include "domain/staff/staff.h"
#include "http/decode.h"
#include "http/edge.h"

static bool is_https(void)
{
	return text_same(edge_variable("HTTPS"), "on");
}

bool gate_is_safe(void)
{
	const char *client = text_or(edge_variable("REMOTE_ADDR"), "");

	return is_https() || text_begins(client, "127.") || !strcmp(client, "::1");
}

static const char *cookie_name(void)
{
	return is_https() ? "__Host-sid" : "sid";
}

static void come_in(struct request *rq, const char *secret)
{
	const struct row *who = session_find(&rq->work, secret);

	if (!who)
		return;
	rq->who = who;
	rq->secret = secret;
	rq->work.me = row_text(who, "staff_id");
	rq->work.session_id = row_text(who, "id");
	rq->work.rights = row_text(who, "rights");
	if (row_is(who, "seen_long_ago"))
		session_touch(&rq->work);
}

bool gate_recognize(struct request *rq)
{
	bool twice;
	const char *secret = decode_cookie(rq->work.mem, edge_variable("HTTP_COOKIE"), cookie_name(), &twice);

	if (secret && !twice)
		come_in(rq, secret);
	return !twice;
}

bool gate_sign_in(struct request *rq)
{
	struct form form = form_read(rq->work.mem, rq->body, sign_in_fields, NULL);
	const char *staff_id, *secret;
	unsigned long long seconds;

	rq->status = 422;
	if (form.good)
		switch (staff_sign_in(&rq->work, form_value(&form, "user_name"), form_value(&form, "password"),
			&staff_id, &seconds)) {
		case SIGN_IN_DONE:
			once_tidy(&rq->work);
			secret = session_begin(&rq->work, staff_id);
			come_in(rq, secret);
			rq->cookie = secret;
			rq->status = 200;
			db_commit_now(&rq->work); /* signed in, whatever becomes of the form behind it */
			return true;
		case SIGN_IN_WRONG:
			form_refuse(&form, "password", "User name or password is wrong. Check both and try again.");
			break;
		case SIGN_IN_WAIT:
			rq->status = 429;
			add_header(rq, "Retry-After: %llu", seconds);
			form_refuse(&form, "password", arena_text(rq->work.mem,
				"Too many wrong tries. Wait %llu seconds and try again.", seconds));
			break;
		}
	page_put_form(rq->page, &form);
	return false;
}

bool gate_is_local_path(const char *place)
{
	size_t length = strlen(place);

	if (*place != '/' || place[1] == '/' || length > 2000)
		return false;
	while (*place > ' ' && *place < 0x7f && *place != '\\')
		place++;
	return !*place;
}

/* Where this request wanted to go, as a query for the sign-in; nothing when that is only the start page. */
static const char *next(struct request *rq)
{
	const char *uri = text_or(edge_variable("REQUEST_URI"), ""), *base = conf_get("site.base");
	const char *here = text_begins(uri, base) ? uri + strlen(base) : "";

	return gate_is_local_path(here) && here[1] ? arena_text(rq->work.mem, "?next=%s", text_encoded(rq->work.mem, here)) : "";
}

bool gate_ask(struct request *rq)
{
	if (edge_variable("HTTP_HX_REQUEST")) {
		show_error(rq, 401); /* htdocs/js/app.js then does without htmx, and the page below appears */
		return false;
	}
	if (!strcmp(rq->method, "GET")) {
		see_other(rq, "/session%s", next(rq));
		return false;
	}
	if (text_value_of(rq->body, "user_name") && text_value_of(rq->body, "password") && gate_sign_in(rq))
		return true;
	if (!text_value_of(rq->body, "user_name")) {
		struct form blank = form_blank(rq->work.mem, NULL, sign_in_fields, NULL);
		page_put_form(rq->page, &blank);
		rq->status = 401;
	}
	gate_put_words(rq);
	show_status(rq, rq->status, "session/again.cs");
	return false;
}

bool gate_is_ours(void)
{
	const char *site = edge_variable("HTTP_SEC_FETCH_SITE"), *origin = edge_variable("HTTP_ORIGIN");
	const char *host = text_or(edge_variable("HTTP_HOST"), ""), *scheme = is_https() ? "https://" : "http://";

	if (site)
		return !strcmp(site, "same-origin");
	return text_begins(origin, scheme) && !strcasecmp(origin + strlen(scheme), host);
}

const char *gate_token(const struct request *rq)
{
	return rq->who ? session_token(rq->work.mem, rq->secret) : NULL;
}

bool gate_has_token(const struct request *rq)
{
	return secret_same(gate_token(rq), text_value_of(rq->body, "token"));
}

void gate_put_words(struct request *rq)
{
	static const char left_out[] = "token,user_name,password,new_password,confirm_password,ssn,ssn_kept";
	const struct text_value *words = ssn_open_typed(&rq->work, rq->body);
	const char *ssn = text_value_of(words, "ssn");
	size_t count = 0;

	for (const struct text_value *word = words; word->name; word++)
		count++;
	struct text_value *kept = arena_get(rq->work.mem, (count + 2) * sizeof *kept), *end = kept;
	for (; words->name; words++)
		if (!text_in_set(left_out, words->name))
			*end++ = *words;
	if (!text_empty(ssn))
		*end++ = (struct text_value){ "ssn_kept", ssn_seal_typed(&rq->work, ssn) };
	page_put_values(rq->page, "Kept", kept);
}

const char *gate_cookie(struct request *rq)
{
	if (!rq->cookie)
		return NULL;
	return arena_text(rq->work.mem, "Set-Cookie: %s=%s; Path=/; HttpOnly; SameSite=Lax%s%s", cookie_name(), rq->cookie,
		is_https() ? "; Secure" : "", *rq->cookie ? "" : "; Max-Age=0");
}
