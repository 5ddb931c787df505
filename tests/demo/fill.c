/* fill N [SEED]: brings the database of upcard.conf up to N customers, for demos, tests and benchmarks.
 * What a customer is like depends on SEED and on how many there are before it, so two steps give what one
 * gives. Not here: names and numbers (made.c). Nothing in Upcard writes customers in bulk, hence connections
 * of its own instead of db.h's. */
#include "made.h"

#include "base/buffer.h"
#include "base/conf.h"
#include "base/fail.h"
#include "base/text.h"
#include "domain/customer/search_key.h"

#include <mysql.h>
#include <pwd.h>
#include <signal.h>
#include <time.h>
#include <unistd.h>

enum { ROOM = 256 * 1024, CELL = 1024, CELLS = 20, KEYS = 32, YEARS = 5 };

/* MariaDB keeps one processor busy for each connection, and its work is nearly all there is to do. */
enum { LANES = 2, LEAST_BATCH = 1000, MOST_BATCH = 10000 };

enum table { CUSTOMER, CONTACT, ACTIVITY, SEARCH_KEY, TABLES };

static const struct { const char *insert; unsigned columns; } tables[TABLES] = {
	[CUSTOMER] = { "INSERT INTO customer (id, customer_type, first_name, middle_name, last_name, "
		"suffix, business_name, gender, date_of_birth, marital_status, privacy, preferred_contact, "
		"primary_phone, primary_phone_type, primary_email, primary_address, primary_city, "
		"inactive, row_version, created_at, created_by, changed_at, changed_by) VALUES ", 23 },
	[CONTACT] = { "INSERT INTO contact (customer_id, kind, type, is_primary, street, city, state, zip, number, address) "
		"VALUES ", 10 },
	[ACTIVITY] = { "INSERT INTO activity (customer_id, happened_at, staff_id, action, fields, "
		"row_version) VALUES ", 6 },
	[SEARCH_KEY] = { "INSERT INTO search_key (inactive, word, customer_id) VALUES ", 3 },
};

struct key {
	const char *word, *customer_id;
	bool inactive;
};

/* One connection with the statements that it gathers. */
struct lane {
	MYSQL *mysql;
	bool is_waiting;     /* a statement was sent, its answer has not been read */
	struct arena *mem;   /* what lives as long as the transaction */
	struct key *keys;    /* written last, in the order of the index */
	size_t key_count, keys_sent, keys_room;
	struct { size_t length; char text[ROOM + CELL * CELLS]; } rows[TABLES];
};

struct fill {
	struct arena *mem;     /* what lives as long as the program */
	struct arena *scratch; /* one customer's */
	uint64_t seed, from, to, next_id;
	const char *staff_id;
	double now;            /* the database's clock at the start */
	double started_at;
	uint64_t tenths_told;
	struct lane lanes[LANES];
};

static volatile sig_atomic_t stop;

static void ask_to_stop(int signal)
{
	(void)signal;
	stop = 1;
}

static double seconds(void)
{
	struct timespec now;

	clock_gettime(CLOCK_MONOTONIC, &now);
	return (double)now.tv_sec + (double)now.tv_nsec / 1e9;
}

/* ---------------------------------------------------------------- connections */

static _Noreturn void lost(struct lane *lane)
{
	fail(FAULT_UNAVAILABLE, "MariaDB: %s", mysql_error(lane->mysql));
}

/* As the person at the keyboard if the environment names the socket for it, else as the programs do. */
static void open_connection(struct lane *lane)
{
	const char *socket = getenv("UPCARD_ROOT_SOCKET"), *user = conf_get("db.user");
	const char *password = conf_get("db.password");

	if (socket) {
		const struct passwd *me = getpwuid(geteuid());
		user = me ? me->pw_name : "root";
		password = NULL;
	}
	lane->mysql = mysql_init(NULL);
	if (!lane->mysql)
		abort();
	mysql_optionsv(lane->mysql, MYSQL_SET_CHARSET_NAME, "utf8mb4");
	/* Whatever a row refers to is written here as well. With unique_checks=0 in addition, MariaDB locks
	 * whole tables while they are empty, and the lanes would wait for each other. */
	mysql_optionsv(lane->mysql, MYSQL_INIT_COMMAND, "SET sql_mode='STRICT_ALL_TABLES', "
		"time_zone='+00:00', foreign_key_checks=0, innodb_lock_wait_timeout=60");
	if (!mysql_real_connect(lane->mysql, NULL, user, password, conf_get("db.name"), 0,
	    text_or(socket, conf_get("db.socket")), 0))
		lost(lane);
}

/* Reads the answer to what was sent. */
static void settle(struct lane *lane)
{
	if (lane->is_waiting && mysql_read_query_result(lane->mysql))
		lost(lane);
	lane->is_waiting = false;
}

/* Sends SQL and comes back at once: more rows are made while MariaDB is busy with these. */
static void send(struct lane *lane, const char *sql, size_t length)
{
	settle(lane);
	if (mysql_send_query(lane->mysql, sql, length))
		lost(lane);
	lane->is_waiting = true;
}

/* The only cell that SQL (a SELECT) finds, NULL when it finds none. In MEM. */
static const char *only_cell(struct fill *fill, struct arena *mem, const char *sql)
{
	struct lane *lane = &fill->lanes[0];
	const char *text = NULL;
	MYSQL_RES *result;
	MYSQL_ROW row;

	if (mysql_real_query(lane->mysql, sql, strlen(sql)))
		lost(lane);
	result = mysql_store_result(lane->mysql);
	if (!result)
		lost(lane);
	row = mysql_fetch_row(result);
	if (row && row[0])
		text = arena_copy(mem, row[0], strlen(row[0]));
	mysql_free_result(result);
	return text;
}

/* ---------------------------------------------------------------- rows */

static void flush(struct lane *lane, enum table table)
{
	if (lane->rows[table].length)
		send(lane, lane->rows[table].text, lane->rows[table].length);
	lane->rows[table].length = 0;
}

static char *add_cell(struct lane *lane, char *end, const char *text)
{
	if (!text)
		return stpcpy(end, "NULL");
	if (strlen(text) * 2 + 4 > CELL)
		fail(FAULT_BROKEN, "a value is too long: %.40s", text);
	*end++ = '\'';
	end += mysql_real_escape_string(lane->mysql, end, text, strlen(text));
	*end++ = '\'';
	return end;
}

/* CELLS are in the order of the statement. */
static void add_row(struct lane *lane, enum table table, const char *const *cells)
{
	bool first = !lane->rows[table].length;
	char *end = lane->rows[table].text + lane->rows[table].length;

	if (first)
		end = stpcpy(end, tables[table].insert);
	for (unsigned i = 0; i < tables[table].columns; i++) {
		end = stpcpy(end, i ? "," : first ? "(" : ",(");
		end = add_cell(lane, end, cells[i]);
	}
	*end++ = ')';
	lane->rows[table].length = (size_t)(end - lane->rows[table].text);
	if (lane->rows[table].length > ROOM)
		flush(lane, table);
}
#define ADD(lane, table, ...) add_row(lane, table, (const char *const[]){ __VA_ARGS__ })

/* The moment AGE seconds ago, as MariaDB writes it. */
static const char *moment(struct fill *fill, double age)
{
	time_t then = (time_t)(fill->now - age);
	char text[32];
	struct tm tm;

	gmtime_r(&then, &tm);
	return arena_copy(fill->scratch, text, strftime(text, sizeof text, "%Y-%m-%d %H:%M:%S", &tm));
}

/* As contact_primary() writes it. */
static const char *in_one_line(struct arena *mem, const struct made_address *at)
{
	const char *street = text_join(mem, at->street, ", ", at->city);

	return at->type ? text_join(mem, street, ", ", text_join(mem, at->state, " ", at->zip)) : NULL;
}

static void add_customer(struct fill *fill, struct lane *lane, uint64_t k, const char *id,
	const struct made *made)
{
	double turn = (double)YEARS * 365.25 * 86400 / (double)fill->to;
	double age = turn * ((double)(fill->to - k) - made->added);
	bool changed = made->changed < 1;
	const char *created_at = moment(fill, age), *changed_at = moment(fill, age * made->changed);
	const char *me = fill->staff_id;

	ADD(lane, CUSTOMER, id, made->customer_type, made->first_name, made->middle_name, made->last_name,
		made->suffix, made->business_name, made->gender, made->date_of_birth, made->marital_status,
		made->privacy, made->preferred_contact, made->phones[0].text, made->phones[0].type,
		made->emails[0].text, in_one_line(lane->mem, &made->addresses[0]),
		made->addresses[0].type ? text_join(lane->mem, made->addresses[0].city, ", ", made->addresses[0].state) : NULL,
		made->inactive ? "1" : "0", changed ? "2" : "1",
		created_at, me, changed_at, me);
	ADD(lane, ACTIVITY, id, created_at, me, "customer_added", NULL, "1");
	if (made->inactive)
		ADD(lane, ACTIVITY, id, changed_at, me, "set_inactive", NULL, "2");
	else if (changed)
		ADD(lane, ACTIVITY, id, changed_at, me, "customer_changed", "Phone Numbers", "2");
}

static void note(struct buffer *contacts, const char *name, const char *text)
{
	if (!text_empty(text))
		buffer_add(contacts, &(struct text_value){ name, text }, sizeof(struct text_value));
}

/* Rows of what hangs on a customer; CONTACTS gets the same as contact_subject() would note. */
static void add_contacts(struct lane *lane, const char *id, const struct made *made, struct buffer *contacts)
{
	for (unsigned i = 0; made->addresses[i].type; i++) {
		const struct made_address *at = &made->addresses[i];
		ADD(lane, CONTACT, id, "addresses", at->type, i ? "0" : "1", at->street, at->city, at->state, at->zip, NULL, NULL);
		note(contacts, "city", text_join(lane->mem, at->city, " ", at->state));
		note(contacts, "zip", at->zip);
	}
	for (unsigned i = 0; made->phones[i].type; i++) {
		ADD(lane, CONTACT, id, "phones", made->phones[i].type, i ? "0" : "1", NULL, NULL, NULL, NULL,
			made->phones[i].text, NULL);
		note(contacts, "phone", made->phones[i].text);
	}
	for (unsigned i = 0; made->emails[i].type; i++) {
		ADD(lane, CONTACT, id, "emails", made->emails[i].type, i ? "0" : "1", NULL, NULL, NULL, NULL, NULL,
			made->emails[i].text);
		note(contacts, "email", made->emails[i].text);
	}
	buffer_add(contacts, &(struct text_value){ NULL, NULL }, sizeof(struct text_value));
}

static void add_one(struct fill *fill, struct lane *lane, uint64_t k)
{
	const char *id = arena_text(lane->mem, "%llu", (unsigned long long)(fill->next_id + k - fill->from));
	struct made made = made_customer(fill->scratch, fill->seed, k);
	struct buffer contacts = { .mem = fill->scratch };
	struct search_subject searched = { .id = id, .first_name = made.first_name, .middle_name = made.middle_name,
		.last_name = made.last_name, .business_name = made.business_name };

	add_customer(fill, lane, k, id, &made);
	add_contacts(lane, id, &made, &contacts);
	searched.contacts = (const void *)contacts.bytes;
	for (const char **word = search_key_words(fill->scratch, &searched); *word; word++) {
		if (lane->key_count == lane->keys_room)
			fail(FAULT_BROKEN, "more than %d search keys a customer", KEYS);
		lane->keys[lane->key_count++] = (struct key){ arena_copy(lane->mem, *word, strlen(*word)), id,
			made.inactive };
	}
	arena_reset(fill->scratch);
}

static int by_index(const void *a, const void *b)
{
	const struct key *left = a, *right = b;
	int order = left->inactive - right->inactive;

	if (!order)
		order = strcmp(left->word, right->word);
	return order ? order : strcmp(left->customer_id, right->customer_id);
}

/* ---------------------------------------------------------------- transactions */

static void begin(struct lane *lane, size_t size)
{
	lane->key_count = lane->keys_sent = 0;
	lane->keys_room = size * KEYS;
	lane->keys = arena_get(lane->mem, lane->keys_room * sizeof *lane->keys);
	send(lane, "BEGIN", strlen("BEGIN"));
}

/* Sends what was gathered. Keys follow as they stand in the index: they are most of the work. */
static void sort_keys(struct lane *lane)
{
	for (enum table table = 0; table < TABLES; table++)
		flush(lane, table);
	qsort(lane->keys, lane->key_count, sizeof *lane->keys, by_index);
}

static void add_keys(struct lane *lane, size_t most)
{
	for (; most && lane->keys_sent < lane->key_count; most--) {
		const struct key *key = &lane->keys[lane->keys_sent++];
		ADD(lane, SEARCH_KEY, key->inactive ? "1" : "0", key->word, key->customer_id);
	}
}

static void commit(struct lane *lane)
{
	add_keys(lane, lane->key_count);
	flush(lane, SEARCH_KEY);
	send(lane, "COMMIT", strlen("COMMIT"));
	settle(lane);
	arena_reset(lane->mem);
}

/* Adds customers COUNT to END - 1 to LANE, while BEFORE gets the keys of those before them and is committed:
 * both have something to do all the time, and in different tables, as in one they wait for each other.
 * Each transaction holds its customers whole, and they end in order: whatever stops this, the first customers
 * are there and no others. */
static void add_batch(struct fill *fill, struct lane *lane, struct lane *before, uint64_t count, uint64_t end)
{
	size_t share = before->key_count / (size_t)(end - count) + 1;

	begin(lane, (size_t)(end - count));
	for (; count < end; count++) {
		add_one(fill, lane, count);
		add_keys(before, share);
	}
	if (before->key_count)
		commit(before);
	sort_keys(lane);
}

/* ---------------------------------------------------------------- the run */

/* 40,000 */
static const char *grouped(struct arena *mem, uint64_t number)
{
	if (number < 1000)
		return arena_text(mem, "%u", (unsigned)number);
	return arena_text(mem, "%s,%03u", grouped(mem, number / 1000), (unsigned)(number % 1000));
}

/* How many are committed. Rewrites its line on a terminal; in a log it adds one for each tenth. */
static void tell(struct fill *fill, uint64_t count)
{
	double elapsed = seconds() - fill->started_at;
	uint64_t tenth = (count - fill->from) * 10 / (fill->to - fill->from);
	uint64_t speed = (uint64_t)((double)(count - fill->from) / elapsed);
	bool terminal = isatty(STDERR_FILENO);

	if (!terminal && tenth == fill->tenths_told)
		return;
	fill->tenths_told = tenth;
	fprintf(stderr, "%sFilling: %s of %s customers (%s a second)%s", terminal ? "\r" : "",
		grouped(fill->scratch, count), grouped(fill->scratch, fill->to),
		grouped(fill->scratch, speed), terminal && count < fill->to && !stop ? "   " : "\n");
}

static void look_around(struct fill *fill)
{
	fill->staff_id = only_cell(fill, fill->mem, "SELECT MIN(id) FROM staff");
	if (!fill->staff_id)
		fail(FAULT_BROKEN, "nobody is in the table staff who could have added customers");
	fill->next_id = text_number(only_cell(fill, fill->mem,
		"SELECT GREATEST(COALESCE(MAX(id), 0) + 1, 10001) FROM customer"));
	fill->from = text_number(only_cell(fill, fill->mem, "SELECT COUNT(*) FROM customer"));
	fill->now = (double)text_number(only_cell(fill, fill->mem, "SELECT UNIX_TIMESTAMP()"));
	fill->started_at = seconds();
}

/* A tenth of the work at a time, if that is neither tiny nor longer than Ctrl-C should wait. */
static uint64_t batch_size(const struct fill *fill)
{
	uint64_t size = (fill->to - fill->from + 9) / 10;

	return size < LEAST_BATCH ? LEAST_BATCH : size > MOST_BATCH ? MOST_BATCH : size;
}

static int add_all(struct fill *fill)
{
	uint64_t count = fill->from, size = batch_size(fill);
	unsigned turn = 0;

	while (count < fill->to && !stop) {
		uint64_t end = fill->to - count < size ? fill->to : count + size;
		add_batch(fill, &fill->lanes[turn % LANES], &fill->lanes[(turn + 1) % LANES], count, end);
		tell(fill, count);
		count = end;
		turn++;
	}
	commit(&fill->lanes[(turn + 1) % LANES]);
	tell(fill, count);
	if (count == fill->to)
		return 0;
	fprintf(stderr, "Stopped; the same command goes on from here.\n");
	return 130;
}

static int run(struct fill *fill)
{
	conf_load();
	for (struct lane *lane = fill->lanes; lane < fill->lanes + LANES; lane++) {
		lane->mem = arena_new();
		open_connection(lane);
	}
	look_around(fill);
	if (fill->from >= fill->to) {
		fprintf(stderr, "Nothing to fill: there are %s customers already.\n",
			grouped(fill->scratch, fill->from));
		return 0;
	}
	/* The first Ctrl-C waits for what was begun, the second does not: that is then rolled back. */
	sigaction(SIGINT, &(struct sigaction){ .sa_handler = ask_to_stop,
		.sa_flags = (int)(SA_RESTART | SA_RESETHAND) }, NULL);
	return add_all(fill);
}

static void end(struct fill *fill)
{
	for (struct lane *lane = fill->lanes; lane < fill->lanes + LANES; lane++) {
		mysql_close(lane->mysql);
		arena_free(lane->mem);
	}
	arena_free(fill->scratch);
	arena_free(fill->mem);
}

int main(int argc, char **argv)
{
	static struct fill fill;
	struct catcher catcher;
	int result;

	if (argc < 2 || argc > 3 || !text_all_digits(argv[1]) || strlen(argv[1]) > 8 ||
	    (argc == 3 && (!text_all_digits(argv[2]) || strlen(argv[2]) > 18))) {
		fprintf(stderr, "Usage: fill N [SEED]\n"
			"Brings the database up to N customers, at most 99999999. SEED is a number.\n");
		return 2;
	}
	fill.mem = arena_new();
	fill.scratch = arena_new();
	fill.to = text_number(argv[1]);
	fill.seed = argc == 3 ? text_number(argv[2]) : 1;
	if (setjmp(catcher.here)) {
		fprintf(stderr, "%sfill: %s\n", isatty(STDERR_FILENO) ? "\n" : "", catcher.why);
		return 1;
	}
	fail_catch(&catcher);
	result = run(&fill);
	end(&fill);
	return result;
}
