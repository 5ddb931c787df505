/* The gate. What a session is lies in domain/staff/session.c. */
#include "http/gate.h"

#include "base/conf.h"
#include "base/secret.h"
#include "domain/staff/device.h"
#include "domain/staff/session.h"
#include "http/decode.h"
#include "http/edge.h"

enum { PATH_MAX_LENGTH = 2000, SEAL_DIGITS = 16 };

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

void gate_begin(struct request *rq, const char *secret)
{
	come_in(rq, secret);
	rq->cookie = secret;
}

void gate_end(struct request *rq)
{
	rq->cookie = "";
}

static const char *device_name(void)
{
	return is_https() ? "__Host-device" : "device";
}

const char *gate_device(struct request *rq)
{
	bool twice;

	return decode_cookie(rq->work.mem, edge_variable("HTTP_COOKIE"), device_name(), &twice);
}

/* Strict: it is needed where somebody signs in, and that comes from our own page. */
void gate_keep_device(struct request *rq, const char *cookie)
{
	answer_header(rq, "Set-Cookie: %s=%s; Path=/; HttpOnly; SameSite=Strict%s; Max-Age=%d", device_name(), cookie,
		is_https() ? "; Secure" : "", DEVICE_DAYS * 24 * 3600);
}

bool gate_is_local_path(const char *path)
{
	size_t length = strlen(path);

	if (*path != '/' || path[1] == '/' || length > PATH_MAX_LENGTH)
		return false;
	while (*path > ' ' && *path < 0x7f && *path != '\\')
		path++;
	return !*path;
}

const char *gate_address(void)
{
	return text_or(edge_variable("REQUEST_URI"), "/");
}

const char *gate_here(struct request *rq)
{
	const char *address = gate_address(), *base = conf_get("site.base");
	const char *here = text_begins(address, base) ? address + strlen(base) : "";

	return gate_is_local_path(here) ? arena_copy(rq->work.mem, here, strlen(here)) : "";
}

bool gate_is_script(void)
{
	return edge_variable("HTTP_HX_REQUEST") != NULL;
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

const char *gate_seal(const struct request *rq, const char *text)
{
	const char *token = gate_token(rq);

	return token ? arena_copy(rq->work.mem, secret_hash(rq->work.mem, "seal", arena_text(rq->work.mem, "%s %s", token, text)),
		SEAL_DIGITS) : NULL;
}

bool gate_has_token(const struct request *rq)
{
	return secret_same(gate_token(rq), request_posted(rq, "token"));
}

const char *gate_cookie(struct request *rq)
{
	if (!rq->cookie)
		return NULL;
	return arena_text(rq->work.mem, "Set-Cookie: %s=%s; Path=/; HttpOnly; SameSite=Lax%s%s", cookie_name(), rq->cookie,
		is_https() ? "; Secure" : "", *rq->cookie ? "" : "; Max-Age=0");
}
