/* Requests by libcurl's multi interface. No function that curl calls back may fail(): they return its error. */
#include "outside/fetch.h"

#include "base/conf.h"
#include "base/fail.h"

#include <arpa/inet.h>
#include <curl/curl.h>
#include <netinet/in.h>
#include <time.h>

enum { RUNNING_MAX = 64, ANSWER_MAX = 256 * 1024 };

struct transfer {
	struct fetch *fetch;
	CURL *curl;
	struct curl_slist *headers;
	const struct ask *ask;
	void *whose;
	long long start;  /* when it may begin, in milliseconds */
	bool started;
	bool allow_private;
	char *text;
	size_t length, room, most;
};

struct fetch {
	struct arena *mem;
	CURLM *multi;
	long long until;
	struct transfer *transfers[RUNNING_MAX];
	unsigned count;
};

static long long now(void)
{
	struct timespec time;

	clock_gettime(CLOCK_MONOTONIC, &time);
	return (long long)time.tv_sec * 1000 + time.tv_nsec / 1000000;
}

/* ------------------------------------------------------------------ limits */

/* Whether URL belongs to the stand-in that outside.demo names. */
static bool is_demo(const char *url)
{
	const char *demo = conf_get("outside.demo");
	size_t length = strlen(demo);

	return length && !strncmp(url, demo, length) && (url[length] == '/' || !url[length]);
}

/* Addresses that are nobody's on the public internet: RFC 6890 and its IPv6 kin. */
static bool is_private_4(uint32_t address)
{
	static const struct { uint32_t net; unsigned bits; } nets[] = {
		{ 0x00000000, 8 }, { 0x0a000000, 8 }, { 0x64400000, 10 }, { 0x7f000000, 8 }, { 0xa9fe0000, 16 },
		{ 0xac100000, 12 }, { 0xc0000000, 24 }, { 0xc0000200, 24 }, { 0xc0a80000, 16 }, { 0xc6120000, 15 },
		{ 0xc6336400, 24 }, { 0xcb007100, 24 }, { 0xe0000000, 4 }, { 0xf0000000, 4 },
	};

	for (size_t i = 0; i < sizeof nets / sizeof *nets; i++)
		if ((address ^ nets[i].net) >> (32 - nets[i].bits) == 0)
			return true;
	return false;
}

/* Only what is allotted for the public (2000::/3) without the tunnels that carry an IPv4 address along. */
static bool is_private_6(const unsigned char *a)
{
	if ((a[0] & 0xe0) != 0x20)
		return true;
	return (a[0] == 0x20 && a[1] == 0x02) || (a[0] == 0x20 && a[1] == 0x01 && a[2] < 2) ||
		(a[0] == 0x20 && a[1] == 0x01 && a[2] == 0x0d && a[3] == 0xb8);
}

bool fetch_is_public(const struct sockaddr *address)
{
	struct sockaddr_in v4;
	struct sockaddr_in6 v6;

	if (address->sa_family == AF_INET) {
		memcpy(&v4, address, sizeof v4);
		return !is_private_4(ntohl(v4.sin_addr.s_addr)) && ntohs(v4.sin_port) == 443;
	}
	if (address->sa_family != AF_INET6)
		return false;
	memcpy(&v6, address, sizeof v6);
	return !is_private_6(v6.sin6_addr.s6_addr) && ntohs(v6.sin6_port) == 443;
}

/* Looks at the address that is really connected to, whatever name led there. */
static curl_socket_t open_socket(void *of, curlsocktype purpose, struct curl_sockaddr *address)
{
	const struct transfer *transfer = of;

	if (purpose != CURLSOCKTYPE_IPCXN || (!transfer->allow_private && !fetch_is_public(&address->addr)))
		return CURL_SOCKET_BAD;
	return socket(address->family, address->socktype | SOCK_CLOEXEC, address->protocol);
}

/* Keeps what comes, as long as it is not too much. */
static size_t take(char *text, size_t size, size_t count, void *of)
{
	struct transfer *transfer = of;
	size_t length = size * count;

	if (length > transfer->most - transfer->length)
		return 0;
	if (transfer->length + length + 1 > transfer->room) {
		size_t room = (transfer->length + length + 1) * 2;
		char *more = arena_get(transfer->fetch->mem, room);
		memcpy(more, transfer->text, transfer->length);
		transfer->text = more;
		transfer->room = room;
	}
	memcpy(transfer->text + transfer->length, text, length);
	transfer->length += length;
	return length;
}

/* ------------------------------------------------------------------ beginning */

static void finish(struct transfer *transfer)
{
	if (transfer->started)
		curl_multi_remove_handle(transfer->fetch->multi, transfer->curl);
	curl_easy_cleanup(transfer->curl);
	curl_slist_free_all(transfer->headers);
	transfer->curl = NULL;
}

static void end(void *of)
{
	struct fetch *fetch = of;

	for (unsigned i = 0; i < fetch->count; i++)
		if (fetch->transfers[i]->curl)
			finish(fetch->transfers[i]);
	curl_multi_cleanup(fetch->multi);
}

struct fetch *fetch_new(struct arena *mem, unsigned milliseconds)
{
	struct fetch *fetch = arena_get(mem, sizeof *fetch);

	fetch->mem = mem;
	fetch->until = now() + milliseconds;
	fetch->multi = curl_multi_init();
	if (!fetch->multi)
		fail(FAULT_BROKEN, "curl_multi_init: no memory");
	arena_defer(mem, end, fetch);
	return fetch;
}

static void add_header(struct transfer *transfer, const char *line)
{
	transfer->headers = curl_slist_append(transfer->headers, line);
}

static void set_limits(struct transfer *transfer)
{
	CURL *curl = transfer->curl;
	const char *authorities = conf_get("outside.ca");

	curl_easy_setopt(curl, CURLOPT_PROTOCOLS_STR, "https");
	curl_easy_setopt(curl, CURLOPT_FOLLOWLOCATION, 0L);
	curl_easy_setopt(curl, CURLOPT_DISALLOW_USERNAME_IN_URL, 1L);
	curl_easy_setopt(curl, CURLOPT_SSL_VERIFYPEER, 1L);
	curl_easy_setopt(curl, CURLOPT_SSL_VERIFYHOST, 2L);
	curl_easy_setopt(curl, CURLOPT_SSLVERSION, (long)CURL_SSLVERSION_TLSv1_2);
	curl_easy_setopt(curl, CURLOPT_CAINFO, *authorities ? authorities : "/etc/ssl/certs/ca-certificates.crt");
	curl_easy_setopt(curl, CURLOPT_CAPATH, NULL);
	curl_easy_setopt(curl, CURLOPT_PROXY, "");
	curl_easy_setopt(curl, CURLOPT_NOPROXY, "*");
	curl_easy_setopt(curl, CURLOPT_NETRC, (long)CURL_NETRC_IGNORED);
	curl_easy_setopt(curl, CURLOPT_NOSIGNAL, 1L);
	curl_easy_setopt(curl, CURLOPT_CONNECTTIMEOUT_MS, 1500L);
	curl_easy_setopt(curl, CURLOPT_LOW_SPEED_LIMIT, 100L);
	curl_easy_setopt(curl, CURLOPT_LOW_SPEED_TIME, 2L);
	curl_easy_setopt(curl, CURLOPT_OPENSOCKETFUNCTION, open_socket);
	curl_easy_setopt(curl, CURLOPT_OPENSOCKETDATA, transfer);
	curl_easy_setopt(curl, CURLOPT_WRITEFUNCTION, take);
	curl_easy_setopt(curl, CURLOPT_WRITEDATA, transfer);
	curl_easy_setopt(curl, CURLOPT_MAXFILESIZE_LARGE, (curl_off_t)transfer->most);
}

static void set_ask(struct transfer *transfer)
{
	const struct ask *ask = transfer->ask;

	add_header(transfer, arena_text(transfer->fetch->mem, "Accept: %s", ask->accept));
	add_header(transfer, "User-Agent: Upcard/" VERSION);
	if (ask->key)
		add_header(transfer, ask->key);
	curl_easy_setopt(transfer->curl, CURLOPT_URL, ask->url);
	if (ask->body) {
		add_header(transfer, "Content-Type: application/json");
		add_header(transfer, "Expect:");
		curl_easy_setopt(transfer->curl, CURLOPT_POSTFIELDS, ask->body);
	}
	curl_easy_setopt(transfer->curl, CURLOPT_HTTPHEADER, transfer->headers);
}

void fetch_begin(struct fetch *fetch, const struct ask *ask, void *whose)
{
	struct transfer *transfer = arena_get(fetch->mem, sizeof *transfer);

	transfer->fetch = fetch;
	transfer->ask = ask;
	transfer->whose = whose;
	transfer->start = now() + ask->after;
	transfer->most = ask->most ? ask->most : ANSWER_MAX;
	transfer->text = arena_get(fetch->mem, transfer->room = 4096);
	transfer->allow_private = is_demo(ask->url);
	if (fetch->count == RUNNING_MAX)
		fail(FAULT_BROKEN, "fetch: more than %d requests", RUNNING_MAX);
	transfer->curl = curl_easy_init();
	if (!transfer->curl)
		fail(FAULT_BROKEN, "curl_easy_init: no memory");
	fetch->transfers[fetch->count++] = transfer;
	set_limits(transfer);
	set_ask(transfer);
	curl_easy_setopt(transfer->curl, CURLOPT_PRIVATE, transfer);
}

/* ------------------------------------------------------------------ waiting */

/* The number in header NAME; -1 when it has none. */
static long number_in(CURL *curl, const char *name)
{
	struct curl_header *header;

	if (curl_easy_header(curl, name, 0, CURLH_HEADER, -1, &header) != CURLHE_OK || !text_all_digits(header->value) ||
	    strlen(header->value) > 12)
		return -1;
	return (long)text_number(header->value);
}

/* How long the server wants to be left alone: by Retry-After, else by the kinds of rate headers in use, which count
 * seconds from now or from 1970. */
static unsigned wait_of(CURL *curl)
{
	static const char *const left[] = { "x-ratelimit-remaining", "x-rate-limit-remaining" };
	static const char *const reset[] = { "x-ratelimit-reset", "x-rate-limit-reset" };
	curl_off_t after = 0;
	long wait;

	curl_easy_getinfo(curl, CURLINFO_RETRY_AFTER, &after);
	wait = (long)after;
	for (int i = 0; i < 2 && !wait; i++)
		if (number_in(curl, left[i]) == 0) {
			wait = number_in(curl, reset[i]);
			wait = wait > 1000000000 ? wait - (long)time(NULL) : wait;
		}
	return wait <= 0 ? 0 : wait > 86400 ? 86400 : (unsigned)wait;
}

static void read_reply(struct transfer *transfer, CURLcode result, struct reply *reply)
{
	struct curl_header *header;
	long status = 0;
	char *type = NULL;

	*reply = (struct reply){ .type = "", .location = "", .text = "" };
	if (result != CURLE_OK)
		return;
	curl_easy_getinfo(transfer->curl, CURLINFO_RESPONSE_CODE, &status);
	curl_easy_getinfo(transfer->curl, CURLINFO_CONTENT_TYPE, &type);
	reply->status = (int)status;
	reply->type = type ? arena_copy(transfer->fetch->mem, type, strlen(type)) : "";
	if (curl_easy_header(transfer->curl, "location", 0, CURLH_HEADER, -1, &header) == CURLHE_OK)
		reply->location = arena_copy(transfer->fetch->mem, header->value, strlen(header->value));
	if (curl_easy_header(transfer->curl, "content-encoding", 0, CURLH_HEADER, -1, &header) == CURLHE_OK &&
	    strcasecmp(header->value, "identity"))
		reply->status = 0; /* packed, though nobody asked for that: it may be a bomb */
	reply->text = transfer->text;
	reply->length = transfer->length;
	reply->wait = wait_of(transfer->curl);
}

/* Starts what may start by now. Returns how long to wait for the next that may not, at most until the end; -1 when
 * nothing is left to wait for. */
static long start_due(struct fetch *fetch)
{
	long long time = now(), soonest = fetch->until;
	bool any = false;

	for (unsigned i = 0; i < fetch->count; i++) {
		struct transfer *transfer = fetch->transfers[i];
		if (!transfer->curl)
			continue;
		any = true;
		if (transfer->started)
			continue;
		if (transfer->start > time) {
			soonest = transfer->start < soonest ? transfer->start : soonest;
			continue;
		}
		curl_easy_setopt(transfer->curl, CURLOPT_TIMEOUT_MS, (long)(fetch->until - time > 1 ? fetch->until - time : 1));
		transfer->started = curl_multi_add_handle(fetch->multi, transfer->curl) == CURLM_OK;
	}
	return any && time < fetch->until ? (long)(soonest - time) : -1;
}

void *fetch_next(struct fetch *fetch, struct reply *reply)
{
	struct transfer *transfer;
	CURLMsg *message;
	int running, left;
	long wait;

	for (;;) {
		wait = start_due(fetch);
		curl_multi_perform(fetch->multi, &running);
		while ((message = curl_multi_info_read(fetch->multi, &left)))
			if (message->msg == CURLMSG_DONE) {
				curl_easy_getinfo(message->easy_handle, CURLINFO_PRIVATE, (char **)&transfer);
				CURLcode result = message->data.result;
				if (result != CURLE_OPERATION_TIMEDOUT) /* else it is late, and its owner knows that */
					read_reply(transfer, result, reply);
				finish(transfer);
				if (result != CURLE_OPERATION_TIMEDOUT)
					return transfer->whose;
			}
		if (wait < 0)
			return NULL;
		curl_multi_poll(fetch->multi, NULL, 0, wait > 1000 ? 1000 : (int)wait, NULL);
	}
}
