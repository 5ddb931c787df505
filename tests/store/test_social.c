/* Look-ups in the database: what is ordered, kept, left alone, compared and taken over. */
#include "story.h"

#include "domain/customer/lookup.h"
#include "domain/customer/photo.h"
#include "domain/staff/setting.h"
#include "domain/customer/social.h"
#include "domain/staff/ticket.h"
#include "rules/vocab.h"

#define MAIL(address) { "emails.0.type", "personal" }, { "emails.0.address", address }
#define HASH "16142c4ad90ac327005193d9505c2b91ca9b4e19aea0c3249111fa02bbe97020"

static const char sql_setting[] = "SELECT value FROM setting WHERE name = :name";
static const char sql_put_setting[] = "REPLACE INTO setting SET name = :name, value = :value";
static const char sql_forget_settings[] = "DELETE FROM setting";
static const char sql_switch[] = "UPDATE setting SET value = :value WHERE name = 'access_social_media'";
static const char sql_asked[] = "SELECT GROUP_CONCAT(fields ORDER BY id SEPARATOR '|') FROM activity "
	"WHERE customer_id = :id AND action = 'social_asked'";
static const char sql_sealed[] = "SELECT found FROM lookup_answer WHERE provider = 'gravatar'";
static const char sql_age[] = "UPDATE lookup_answer SET answered_at = answered_at - INTERVAL 25 HOUR";
static const char sql_wait_over[] = "UPDATE provider_state SET wait_until = NOW() - INTERVAL 1 SECOND";
static const char sql_ticket_age[] = "UPDATE ticket SET made_at = NOW() - INTERVAL :minutes MINUTE";
static const char sql_source[] = "SELECT CONCAT(source, ' ', accepted_by = :me) FROM value_source "
	"WHERE customer_id = :id AND field = 'company'";
static const char sql_updated[] = "SELECT fields FROM activity WHERE customer_id = :id AND action = 'social_updated'";

static void switch_to(const char *value)
{
	db_change(w, sql_switch, WITH({ "value", value }));
}

static const char *dana(void)
{
	switch_to("1");
	return add_customer(WITH(PERSON("Dana", "Whitfield"), MAIL("dana.whitfield@example.com")));
}

/* ------------------------------------------------------------------ orders */

static void a_look_up_is_ordered_only_when_somebody_can_be_asked(void **state)
{
	const char *id = dana(), *nobody = add_customer(WITH(PERSON("Ann", "Ames")));
	const char *placeholder = add_customer(WITH(PERSON("Ann", "Ames"), MAIL("NoEmail@example.com")));

	(void)state;
	assert_true(lookup_order(w, id, NULL));
	assert_false(lookup_order(w, nobody, NULL));
	assert_false(lookup_order(w, placeholder, NULL));
	assert_true(lookup_order(w, nobody, "other@example.com"));
	assert_false(lookup_order(w, nobody, "none@none.com"));
	assert_false(lookup_order(w, "1", NULL));
	same("state", row_text(lookup_get(w, id), "state"), "ordered");
	same("address", row_text(lookup_emails(w, id, lookup_get(w, id)), "address"), "dana.whitfield@example.com");
	same("typed", row_text(lookup_emails(w, nobody, lookup_get(w, nobody)), "address"), "other@example.com");
}

static void access_social_media_switches_all_of_it_off(void **state)
{
	const char *id = dana();

	(void)state;
	assert_true(lookup_order(w, id, NULL));
	switch_to("0");
	assert_null(lookup_get(w, id));
	assert_false(lookup_order(w, id, NULL));
	assert_false(lookup_order(w, id, "other@example.com"));
}

static void a_new_installation_has_it_off(void **state)
{
	(void)state; /* the database of these stories is schema.sql alone, and each story is undone */
	same("off", form_value(&(struct form){ .entries = setting_form(w).entries }, "access_social_media"), "0");
}

static void a_placeholder_beside_a_real_address_is_not_asked_about(void **state)
{
	const char *id, *all = "";

	(void)state;
	switch_to("1");
	id = add_customer(WITH(PERSON("Ann", "Ames"), MAIL("noemail@example.com"),
		{ "emails.1.type", "work" }, { "emails.1.address", "ann.ames@example.com" }));
	assert_true(lookup_order(w, id, NULL));
	for (const struct row *row = lookup_emails(w, id, lookup_get(w, id)); row; row = row->next)
		all = text_join(w->mem, all, "|", row_text(row, "address"));
	same("asked about", all, "ann.ames@example.com");
}

/* ------------------------------------------------------------------ answers */

static void keep(const char *id, enum outcome outcome, const struct finding *found, unsigned wait)
{
	lookup_store(w, id, "gravatar", HASH, outcome, found, wait);
}

static void an_answer_is_kept_a_day_sealed_and_logged_by_hash(void **state)
{
	const char *id = dana(), *sealed;
	struct findings found = { 0 };
	struct lookup_answer answer;

	(void)state;
	finding_add(w->mem, &found, "company", "Fernbank Design Group", "Gravatar");
	keep(id, OUTCOME_FOUND, found.first, 0);
	sealed = cell_of(sql_sealed, NULL);
	holds("sealed", sealed && !strstr(sealed, "Fernbank"));
	answer = lookup_answer(w, "gravatar", HASH);
	assert_true(answer.is_fresh);
	same("found", answer.found.first->value, "Fernbank Design Group");
	same("log", cell_of(sql_asked, WITH({ "id", id })), "gravatar, " HASH ", found");
	db_change(w, sql_age, NULL);
	answer = lookup_answer(w, "gravatar", HASH);
	holds("a day later nothing is left of it", !answer.is_known && !answer.is_fresh && !answer.found.first);
	assert_false(lookup_answer(w, "github", HASH).is_known);
}

static void only_found_and_nothing_are_good_for_later(void **state)
{
	const char *id = dana();

	(void)state;
	for (int i = 0; i < OUTCOMES; i++) {
		keep(id, (enum outcome)i, NULL, 0);
		assert_int_equal(lookup_answer(w, "gravatar", HASH).is_fresh, i == OUTCOME_FOUND || i == OUTCOME_NOTHING);
	}
}

static void five_failures_in_a_row_open_the_breaker(void **state)
{
	const char *id = dana();
	bool resting;

	(void)state;
	for (int i = 0; i < 4; i++)
		keep(id, i % 2 ? OUTCOME_LATE : OUTCOME_BROKEN, NULL, 0);
	assert_true(lookup_may_ask(w, "gravatar", &resting));
	keep(id, OUTCOME_LATE, NULL, 0);
	assert_false(lookup_may_ask(w, "gravatar", &resting));
	assert_true(resting);
	assert_true(lookup_may_ask(w, "github", &resting));
	db_change(w, sql_wait_over, NULL);
	assert_true(lookup_may_ask(w, "gravatar", &resting));
	keep(id, OUTCOME_NOTHING, NULL, 0);
	keep(id, OUTCOME_LATE, NULL, 0);
	assert_true(lookup_may_ask(w, "gravatar", &resting)); /* counted anew */
}

static void a_rate_limit_is_kept(void **state)
{
	bool resting;

	(void)state;
	keep(dana(), OUTCOME_BUSY, NULL, 120);
	assert_false(lookup_may_ask(w, "gravatar", &resting));
	assert_true(resting);
}

/* ------------------------------------------------------------------ tickets */

static void a_ticket_is_good_once(void **state)
{
	const char *ticket = ticket_make(w, dana(), "fullcontact", HASH);

	(void)state;
	assert_null(ticket_take(w, ""));
	assert_null(ticket_take(w, NULL));
	assert_null(ticket_take(w, HASH));
	same("provider", row_text(ticket_take(w, ticket), "provider"), "fullcontact");
	assert_null(ticket_take(w, ticket));
}

static void a_ticket_is_too_old_after_a_day(void **state)
{
	static const struct { const char *minutes; bool good; } rows[] = {
		{ "1439", true }, { "1441", false },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		const char *ticket = ticket_make(w, dana(), "fullcontact", HASH);
		db_change(w, sql_ticket_age, WITH({ "minutes", rows[i].minutes }));
		if ((ticket_take(w, ticket) != NULL) != rows[i].good)
			fail_msg("after %s minutes it is %s", rows[i].minutes, rows[i].good ? "too old" : "good");
	}
}

/* ------------------------------------------------------------------ comparing and taking over */

static struct findings some(void)
{
	struct findings found = { 0 };

	finding_add(w->mem, &found, "first_name", "Daniela", "Gravatar");
	finding_add(w->mem, &found, "last_name", "Whitfield", "Gravatar");
	finding_add(w->mem, &found, "company", "Fernbank Design Group", "Gravatar");
	finding_add(w->mem, &found, "company", "Fernbank", "GitHub");
	finding_add(w->mem, &found, "city", "Cedar Falls", "GitHub");
	finding_add(w->mem, &found, "state", "Iowa", "GitHub");
	finding_add_profile(w->mem, &found, "linkedin", "dana-w", "https://www.linkedin.com/in/dana-w", "GitHub");
	finding_add_photo(w->mem, &found, "https://example.com/a.png", "Gravatar");
	return found;
}

/* The rows as "label: current > value", with + behind those that add, * behind those that are ticked. */
static const char *compared(const char *id, const struct finding *found, const struct text_value *ticks)
{
	const struct row *customer = customer_get(w, id);
	struct form form = customer_as_form(w, customer);
	const char *text = "";

	for (const struct row *row = social_compare(w, customer, &form, found, ticks); row; row = row->next)
		text = text_join(mem, text, "|", arena_text(mem, "%s: %s > %s%s%s", row_text(row, "label"),
			text_or(row_text(row, "current"), "-"), row_text(row, "value"), row_text(row, "new") ? "+" : "",
			row_text(row, "ticked") ? "*" : ""));
	return text;
}

/* The key of the finding with VALUE among FOUND. */
static const char *key_of(const struct findings *found, const char *value)
{
	for (const struct finding *one = found->first; one; one = one->next)
		if (!strcmp(one->value, value))
			return finding_key(mem, one);
	fail_msg("%s was not found", value);
	return NULL;
}

static void nothing_is_ticked_by_itself_and_what_is_known_is_not_offered(void **state)
{
	const char *id = dana();
	struct findings found = some();

	(void)state;
	same("rows", compared(id, found.first, NULL), "First Name: Dana > Daniela|City: - > Cedar Falls+|State: - > IA+|"
		"Company: - > Fernbank Design Group+|Company: - > Fernbank|LinkedIn dana-w: - > dana-w+");
	same("ticks", compared(id, found.first, WITH({ "take", key_of(&found, "Fernbank") })), "First Name: Dana > Daniela|"
		"City: - > Cedar Falls+|State: - > IA+|Company: - > Fernbank Design Group+|Company: - > Fernbank*|"
		"LinkedIn dana-w: - > dana-w+");
	for (const struct row *row = social_photos(w, customer_get(w, id), found.first, NULL); row; row = row->next)
		holds("a picture", row_text(row, "new") && !row_text(row, "ticked"));
}

/* What they call DANA when these are found. */
static const char *called(const char *first, const char *last, const char *other_first)
{
	struct form form = customer_as_form(w, customer_get(w, dana()));
	struct findings found = { 0 };

	finding_add(w->mem, &found, "first_name", first, "A");
	finding_add(w->mem, &found, "last_name", last, "A");
	finding_add(w->mem, &found, "first_name", other_first, "B");
	return social_other_name(w, &form, found.first);
}

static void a_name_that_differs_is_told(void **state)
{
	static const struct { const char *first, *last, *other_first, *wanted; } table[] = {
		{ "Dana", "Whitfield", NULL, NULL }, { "dana", "WHITFIELD", NULL, NULL }, { NULL, NULL, NULL, NULL },
		{ "Daniela", "Whitfield", NULL, "Daniela Whitfield" }, { "Daniela", NULL, NULL, "Daniela Whitfield" },
		{ "Dana", "Castle", NULL, "Dana Castle" }, { NULL, "Castle", NULL, "Dana Castle" },
		{ "Luis", "Castle", NULL, "Luis Castle" }, { "Daniela", "Whitfield", "Dana", NULL },
		{ "Daniela", "Whitfield", "Luis", "Daniela Whitfield" },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(table); i++)
		same(arena_text(mem, "%zu", i), called(table[i].first, table[i].last, table[i].other_first), table[i].wanted);
}

static void a_business_is_offered_what_it_has_fields_for(void **state)
{
	const char *id;

	(void)state;
	switch_to("1");
	id = add_customer(WITH(BUSINESS_NAMED("Fernbank"), MAIL("info@example.com")));
	struct form form = customer_as_form(w, customer_get(w, id));
	same("rows", compared(id, some().first, NULL), "City: - > Cedar Falls+|State: - > IA+|LinkedIn dana-w: - > dana-w+");
	same("a business is nobody", social_other_name(w, &form, some().first), NULL);
}

static void values_that_break_a_rule_are_not_offered(void **state)
{
	struct findings found = { 0 };

	(void)state;
	finding_add(w->mem, &found, "first_name", "An impossibly long name that nobody has, though a stranger's server may "
		"say so", "Gravatar");
	same("rows", compared(dana(), found.first, NULL), "");
}

static void exactly_what_is_ticked_is_written_with_its_source(void **state)
{
	struct findings found = some();
	const char *id = dana(), *wrong;

	(void)state;
	assert_int_equal(social_accept(w, customer_lock(w, id), found.first, WITH({ "take", key_of(&found, "Fernbank Design Group") },
		{ "take", key_of(&found, "Cedar Falls") }, { "take", key_of(&found, "dana-w") }), version_of(id), &wrong), CUSTOMER_SAVED);
	assert_null(wrong);
	struct form form = stored_form(id);
	same("company", form_value(&form, "company"), "Fernbank Design Group");
	same("first name stays", form_value(&form, "first_name"), "Dana");
	same("city", form_group(&form, "addresses")->rows[0].entries[2].value, "Cedar Falls");
	same("no state", form_group(&form, "addresses")->rows[0].entries[3].value, NULL);
	same("source", cell_of(sql_source, WITH({ "id", id })), "Gravatar 1");
	same("profile", row_text(social_taken(w, customer_get(w, id)).profiles.first, "link"), "https://www.linkedin.com/in/dana-w");
	same("history", cell_of(sql_updated, WITH({ "id", id })), "Company, City, LinkedIn profile");
	same("rows then", compared(id, found.first, NULL), "First Name: Dana > Daniela|State: - > IA+|"
		"Company: Fernbank Design Group > Fernbank");
	assert_true(social_remove_profile(w, id, "linkedin", "dana-w"));
	assert_false(social_remove_profile(w, id, "linkedin", "dana-w"));
	assert_null(social_taken(w, customer_get(w, id)).profiles.first);
}

static void nothing_ticked_or_unknown_ticks_change_nothing(void **state)
{
	const char *id = dana(), *version = version_of(id), *wrong;

	(void)state;
	assert_int_equal(social_accept(w, customer_lock(w, id), some().first, NULL, version, &wrong), CUSTOMER_SAME);
	assert_int_equal(social_accept(w, customer_lock(w, id), some().first, WITH({ "take", "0123456789abcdef" }), version, &wrong), CUSTOMER_SAME);
	same("version", version_of(id), version);
}

static void two_values_of_one_field_are_refused(void **state)
{
	struct findings found = some();
	const char *id = dana(), *wrong;

	(void)state;
	assert_int_equal(social_accept(w, customer_lock(w, id), found.first, WITH({ "take", key_of(&found, "Fernbank Design Group") },
		{ "take", key_of(&found, "Fernbank") }), version_of(id), &wrong), CUSTOMER_SAME);
	same("sentence", wrong, "Tick one Company only.");
	same("nothing", form_value(&(struct form){ .entries = stored_form(id).entries }, "company"), NULL);
}

static void a_record_changed_meanwhile_is_not_overwritten(void **state)
{
	struct findings found = some();
	const char *id = dana(), *version = version_of(id), *wrong;

	(void)state;
	save_customer(id, WITH(PERSON("Dana", "Whitfield"), MAIL("dana.whitfield@example.com"), { "company", "Acme" }));
	assert_int_equal(social_accept(w, customer_lock(w, id), found.first, WITH({ "take", key_of(&found, "Fernbank") }), version, &wrong), CUSTOMER_STALE);
	same("company", form_value(&(struct form){ .entries = stored_form(id).entries }, "company"), "Acme");
}

/* ------------------------------------------------------------------ pictures and settings */

static void a_photo_is_kept_shown_and_removed(void **state)
{
	const char *id = dana();
	size_t length = 0;
	bool known;

	(void)state;
	photo_put(w, id, "\xff\xd8\xff\0x", 5, "Gravatar");
	assert_memory_equal(photo_get(w, id, &length), "\xff\xd8\xff\0x", 5);
	assert_int_equal(length, 5);
	assert_non_null(row_text(customer_get(w, id), "photo"));
	assert_true(photo_remove(w, id));
	assert_false(photo_remove(w, id));
	assert_null(photo_get(w, id, &length));
	assert_null(photo_found(w, "https://example.com/a.png", &length, &known));
	assert_false(known);
	photo_store_found(w, "https://example.com/a.png", NULL, 0);
	assert_null(photo_found(w, "https://example.com/a.png", &length, &known));
	assert_true(known);
}

static void settings_are_saved_and_placeholders_are_patterns(void **state)
{
	struct form form = form_read(w->mem, WITH({ "access_social_media", "1" }, { "social_providers", "github" },
		{ "placeholders", "*@hillside.example, no_one@* 100%@x.example" }), setting_fields, NULL);
	bool resting;

	(void)state;
	assert_true(form.good);
	assert_int_equal(setting_save(w, &form, NULL), SETTING_SAVED);
	assert_int_equal(setting_save(w, &(struct form){ .entries = setting_form(w).entries }, NULL), SETTING_SAME);
	same("placeholders", form_value(&(struct form){ .entries = setting_form(w).entries }, "placeholders"),
		"*@hillside.example 100@x.example no_one@*");
	form = form_read(w->mem, WITH({ "placeholders", "*@hillside.example, no_one@*" }), setting_fields, NULL);
	assert_int_equal(setting_save(w, &form, NULL), SETTING_SAVED); /* one card of two */
	same("not posted", form_value(&form, "social_providers"), "github");
	same("nor this", form_value(&(struct form){ .entries = setting_form(w).entries }, "access_social_media"), "1");
	form = form_read(w->mem, WITH({ "access_social_media", "" }), setting_fields, NULL);
	assert_int_equal(setting_save(w, &form, NULL), SETTING_REFUSED);
	assert_false(form.good);
	const char *id = add_customer(WITH(PERSON("Ann", "Ames")));
	assert_false(lookup_order(w, id, "Luis@Hillside.example"));
	assert_false(lookup_order(w, id, "no_one@example.com"));
	assert_true(lookup_order(w, id, "noxone@example.com"));
	assert_true(lookup_may_ask(w, "github", &resting));
	assert_false(lookup_may_ask(w, "gravatar", &resting));
	assert_false(resting);
}

static void a_setting_without_a_row_has_the_default_of_its_field(void **state)
{
	struct form form;

	(void)state;
	db_change(w, sql_forget_settings, NULL);
	form = setting_form(w);
	same("as the field says", form_value(&form, "access_social_media"), "0");
	same("no default", form_value(&form, "social_providers"), NULL);
	form = form_read(w->mem, WITH({ "access_social_media", "0" }), setting_fields, NULL);
	assert_int_equal(setting_save(w, &form, NULL), SETTING_SAME); /* it is that already */
	assert_true(form.good);
	form = form_read(w->mem, WITH({ "access_social_media", "1" }), setting_fields, NULL);
	assert_int_equal(setting_save(w, &form, NULL), SETTING_SAVED);
	form = setting_form(w);
	same("the row", form_value(&form, "access_social_media"), "1");
	same("still none", form_value(&form, "social_providers"), NULL);
}

/* Whatever may be typed or ticked has room in its row. */
static void every_setting_fits_its_column(void **state)
{
	(void)state;
	for (const struct field *field = setting_fields; field->name; field++) {
		char longest[2001] = "";

		if (!strcmp(field->name, "placeholders")) /* rows of their own */
			continue;
		assert_true(field->max < sizeof longest);
		memset(longest, 'x', field->max);
		for (const struct vocab_term *term = field->choices ? vocab_first(field->choices) : NULL; term; term = vocab_next(term))
			snprintf(longest + strlen(longest), sizeof longest - strlen(longest), "%s,", term->code);
		db_change(w, sql_put_setting, WITH({ "name", field->name }, { "value", longest })); /* fails when it does not */
		same(field->name, cell_of(sql_setting, WITH({ "name", field->name })), longest);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		STORY(a_look_up_is_ordered_only_when_somebody_can_be_asked), STORY(access_social_media_switches_all_of_it_off),
		STORY(a_new_installation_has_it_off), STORY(an_answer_is_kept_a_day_sealed_and_logged_by_hash),
		STORY(only_found_and_nothing_are_good_for_later), STORY(five_failures_in_a_row_open_the_breaker),
		STORY(a_rate_limit_is_kept), STORY(a_ticket_is_good_once), STORY(a_ticket_is_too_old_after_a_day),
		STORY(a_placeholder_beside_a_real_address_is_not_asked_about), STORY(nothing_is_ticked_by_itself_and_what_is_known_is_not_offered),
		STORY(a_name_that_differs_is_told),
		STORY(a_business_is_offered_what_it_has_fields_for), STORY(values_that_break_a_rule_are_not_offered),
		STORY(exactly_what_is_ticked_is_written_with_its_source), STORY(nothing_ticked_or_unknown_ticks_change_nothing),
		STORY(two_values_of_one_field_are_refused), STORY(a_record_changed_meanwhile_is_not_overwritten),
		STORY(a_photo_is_kept_shown_and_removed), STORY(settings_are_saved_and_placeholders_are_patterns),
		STORY(a_setting_without_a_row_has_the_default_of_its_field), STORY(every_setting_fits_its_column),
	};

	return cmocka_run_group_tests(tests, story_begin, story_end);
}
