/* The sign-in. Whether a name and a password fit is domain/staff/staff.c's to say; that a form comes from our own page
 * has been made sure of before. */
#include "desk/sign_in.h"

#include "base/buffer.h"
#include "domain/customer/ssn.h"
#include "domain/staff/session.h"
#include "domain/staff/staff.h"
#include "http/gate.h"

int sign_in_try(struct request *rq)
{
	struct form form = form_read(rq->work.mem, rq->body, sign_in_fields, NULL);
	struct sign_in in = { .user_name = form_value(&form, "user_name"), .password = form_value(&form, "password"),
		.device = gate_device(rq) };
	int status = 422;

	if (form.good)
		switch (staff_sign_in(&rq->work, &in)) {
		case SIGN_IN_DONE:
			if (rq->who)
				session_end(&rq->work); /* the one that this browser held, whoever it was of */
			gate_begin(rq, session_begin(&rq->work, in.staff_id));
			gate_keep_device(rq, in.device);
			db_commit_now(&rq->work); /* signed in, whatever becomes of the form behind it */
			return 200;
		case SIGN_IN_WRONG:
			form_refuse(&form, "password", "User name or password is wrong. Check both and try again.");
			break;
		case SIGN_IN_WAIT:
			status = 429;
			answer_header(rq, "Retry-After: %llu", in.seconds);
			form_refuse(&form, "password", arena_text(rq->work.mem,
				"Too many wrong tries. Wait %llu seconds and try again.", in.seconds));
			break;
		}
	page_put_form(rq->page, &form);
	return status;
}

static bool has_credentials(const struct request *rq)
{
	return request_posted(rq, "user_name") && request_posted(rq, "password");
}

/* Where this request wanted to go, as a query for the sign-in; nothing when that is only the start page. */
static const char *next(struct request *rq)
{
	const char *here = gate_here(rq);

	return *here && here[1] ? arena_text(rq->work.mem, "?next=%s", text_encoded(rq->work.mem, here)) : "";
}

/* The page that keeps the form and asks for name and password; true when they are there and right. */
static bool ask_again(struct request *rq, struct answer *answer)
{
	int status = 401;

	if (has_credentials(rq)) {
		status = sign_in_try(rq);
	} else {
		struct form blank = form_blank(rq->work.mem, NULL, sign_in_fields, NULL);
		page_put_form(rq->page, &blank);
	}
	if (status == 200)
		return true;
	sign_in_put_words(rq);
	*answer = answer_page_with(status, "session/again.cs");
	return false;
}

bool sign_in_ask(struct request *rq, struct answer *answer)
{
	if (gate_is_script()) {
		*answer = answer_error(401); /* the script then does without htmx, and the page below appears */
		return false;
	}
	if (request_is_post(rq))
		return ask_again(rq, answer);
	*answer = answer_see_other(rq, "/session%s", next(rq));
	return false;
}

bool sign_in_renew(struct request *rq, struct answer *answer)
{
	if (has_credentials(rq))
		return sign_in_ask(rq, answer);
	sign_in_put_words(rq);
	page_put(rq->page, "Error.token", "1");
	*answer = answer_error(403);
	return false;
}

void sign_in_put_words(struct request *rq)
{
	static const char left_out[] = "token,user_name,password,new_password,confirm_password,ssn,ssn_kept";
	const struct text_value *words = ssn_open_typed(&rq->work, rq->body);
	const char *ssn = text_value_of(words, "ssn");
	struct buffer kept = { .mem = rq->work.mem };

	for (; words && words->name; words++)
		if (!text_in_set(left_out, words->name))
			buffer_add(&kept, words, sizeof *words);
	if (!text_empty(ssn))
		buffer_add(&kept, WITH({ "ssn_kept", ssn_seal_typed(&rq->work, ssn) }), sizeof *words);
	buffer_add(&kept, WITH({ NULL, NULL }), sizeof *words); /* the end */
	page_put_values(rq->page, "Kept", (const void *)kept.bytes);
}
