/* Findings: what strangers' answers say, tidied. */
#include "unit.h"

#include "rules/finding.h"

static struct findings list;

static int begin(void **state)
{
	list = (struct findings){ 0 };
	return memory_begin(state);
}

/* The findings as "field=value" with blanks between, profiles as service:handle. */
static const char *all(void)
{
	const char *text = "";

	for (const struct finding *one = list.first; one; one = one->next)
		text = text_join(mem, text, " ", one->service ? arena_text(mem, "%s:%s", one->service, one->value) :
			arena_text(mem, "%s=%s", one->field, one->value));
	return text;
}

static void links_are_http_or_https_with_a_named_host(void **state)
{
	static const struct { const char *link, *wanted; } table[] = {
		{ "https://example.com/a", "https://example.com/a" },
		{ "http://example.com", "http://example.com" },
		{ "HTTPS://example.com/", "HTTPS://example.com/" },
		{ "linkedin.com/in/dana", "https://linkedin.com/in/dana" },
		{ "  https://example.com/x  ", "https://example.com/x" },
		{ "https://localhost:8443/pictures/1", "https://localhost:8443/pictures/1" },
		{ "javascript:alert(1)", NULL }, { "JavaScript:alert(1)", NULL }, { "data:text/html,x", NULL },
		{ "vbscript:x", NULL }, { "java\tscript:alert(1)", NULL }, { "file:///etc/passwd", NULL },
		{ "ftp://example.com/", NULL }, { "//example.com/", NULL }, { "https://", NULL }, { "", NULL }, { NULL, NULL },
		{ "https://user@example.com/", NULL }, { "https://user:word@example.com/", NULL },
		{ "user@example.com", NULL }, { "https://2130706433/", NULL }, { "https://0177.0.0.1/", NULL },
		{ "https://127.0.0.1/", NULL }, { "https://[::1]/", NULL }, { "https://example.com/\"onload=x", NULL },
		{ "https://example.com/<script>", NULL }, { "https://example.com\\@evil.example/", NULL }, { "word", NULL },
		{ "https://exämple.com/", NULL },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(table); i++)
		same(text_or(table[i].link, "(null)"), finding_link(mem, table[i].link), table[i].wanted);
}

static void a_link_of_more_than_500_bytes_is_none(void **state)
{
	(void)state;
	char *link = arena_text(mem, "https://example.com/%0600d", 1);
	same("long", finding_link(mem, link), NULL);
}

static void whole_names_are_taken_apart_when_they_have_two_words(void **state)
{
	(void)state;
	finding_add_name(mem, &list, "Dana R Whitfield", "A");
	finding_add_name(mem, &list, "danaw", "B");
	finding_add_name(mem, &list, NULL, "C");
	same("names", all(), "first_name=Dana last_name=Whitfield");
}

static void places_are_a_city_and_a_state_or_nothing(void **state)
{
	(void)state;
	finding_add_place(mem, &list, "Cedar Falls, Iowa, USA", "A");
	finding_add_place(mem, &list, "Cedar Falls, IA", "B");
	finding_add_place(mem, &list, "the moon", "C");
	finding_add_place(mem, &list, "Paris, France", "C");
	same("places", all(), "city=Cedar Falls state=IA");
	same("who says so", list.first->source, "A, B");
}

static void states_and_genders_become_their_codes(void **state)
{
	(void)state;
	finding_add(mem, &list, "state", "Ohio", "A");
	finding_add(mem, &list, "gender", "Female", "A");
	finding_add(mem, &list, "gender", "they", "B");
	finding_add(mem, &list, "state", "Bavaria", "B");
	same("codes", all(), "state=OH gender=female");
}

static void the_same_value_from_two_sources_is_one_finding(void **state)
{
	(void)state;
	finding_add(mem, &list, "company", "Fernbank Design Group", "A");
	finding_add(mem, &list, "company", "fernbank design  group", "B");
	finding_add(mem, &list, "company", "Fernbank", "A");
	same("values", all(), "company=Fernbank Design Group company=Fernbank");
	same("sources", list.first->source, "A, B");
}

static void profiles_are_known_by_service_and_handle(void **state)
{
	(void)state;
	finding_add_profile(mem, &list, "LinkedIn", NULL, "https://www.linkedin.com/in/dana-w/", "A");
	finding_add_profile(mem, &list, "linkedin", "Dana-W", "linkedin.com/in/dana-w", "B");
	finding_add_profile(mem, &list, "mastodon", NULL, "https://social.example.com/@danaw", "A");
	finding_add_profile(mem, &list, "x", "evil", "javascript:alert(1)", "A");
	finding_add_profile(mem, &list, "y", NULL, "https://example.com/", "A");
	finding_add_profile(mem, &list, NULL, "dana", "https://example.com/dana", "A");
	same("profiles", all(), "linkedin:dana-w mastodon:danaw");
}

static void pictures_need_https(void **state)
{
	(void)state;
	finding_add_photo(mem, &list, "http://example.com/a.png", "A");
	finding_add_photo(mem, &list, "https://example.com/a.png", "A");
	same("pictures", all(), "photo=https://example.com/a.png");
}

static void long_texts_and_floods_are_left_out(void **state)
{
	(void)state;
	finding_add(mem, &list, "company", arena_text(mem, "%0300d", 1), "A");
	assert_int_equal(list.count, 0);
	for (int i = 0; i < 100; i++)
		finding_add(mem, &list, "company", arena_text(mem, "Company %d", i), "A");
	assert_int_equal(list.count, 60);
}

static void control_characters_are_gone(void **state)
{
	(void)state;
	finding_add(mem, &list, "company", "Two\tLines\nand a bell\a", "A");
	same("tidied", all(), "company=Two Lines and a bell");
}

static void packed_findings_come_back_whole(void **state)
{
	(void)state;
	finding_add(mem, &list, "first_name", "Zoë <b>", "A");
	finding_add(mem, &list, "first_name", "Zoë <b>", "B");
	finding_add_profile(mem, &list, "github", "zoe", "https://github.com/zoe", "A");
	const char *before = all(), *packed = finding_pack(mem, list.first);
	list = finding_unpack(mem, packed);
	same("again", all(), before);
	same("sources", list.first->source, "A, B");
	same("link", list.last->link, "https://github.com/zoe");
}

static void broken_packs_give_what_is_whole(void **state)
{
	static const char *const table[] = { "", "a", "a\tb", "a\tb\tc\td", "\t\t\t\t", "a\tb\t\t\t" };

	(void)state;
	for (size_t i = 0; i < COUNT(table); i++)
		assert_int_equal(finding_unpack(mem, table[i]).count, 0);
	assert_int_equal(finding_unpack(mem, NULL).count, 0);
}

static void keys_tell_findings_apart(void **state)
{
	(void)state;
	finding_add(mem, &list, "first_name", "Dana", "A");
	finding_add(mem, &list, "last_name", "Dana", "A");
	finding_add_profile(mem, &list, "github", "dana", "https://github.com/dana", "A");
	finding_add_profile(mem, &list, "gitlab", "dana", "https://gitlab.com/dana", "A");
	for (const struct finding *one = list.first; one; one = one->next)
		for (const struct finding *other = one->next; other; other = other->next)
			assert_string_not_equal(finding_key(mem, one), finding_key(mem, other));
}

static void merging_adds_sources_and_the_rest(void **state)
{
	struct findings more = { 0 };

	(void)state;
	finding_add(mem, &list, "company", "One", "A");
	finding_add(mem, &more, "company", "one", "B");
	finding_add(mem, &more, "company", "Two", "B");
	finding_add(mem, &more, "company", "Three", "B");
	finding_merge(mem, &list, more.first);
	finding_add(mem, &list, "job_title", "Last", "A");
	finding_merge(mem, &list, more.first); /* nothing new */
	same("merged", all(), "company=One company=Two company=Three job_title=Last");
	assert_int_equal(list.count, 4);
	same("sources", list.first->source, "A, B");
	assert_int_equal(more.count, 3);
}

static void outcomes_have_words(void **state)
{
	(void)state;
	for (int i = 0; i < OUTCOMES; i++)
		assert_int_equal(outcome_of(outcome_code((enum outcome)i)), i);
	assert_int_equal(outcome_of("else"), OUTCOME_BROKEN);
	assert_int_equal(outcome_of(NULL), OUTCOME_BROKEN);
}

#define T(name) cmocka_unit_test_setup_teardown(name, begin, memory_end)

int main(void)
{
	const struct CMUnitTest tests[] = {
		T(links_are_http_or_https_with_a_named_host), T(a_link_of_more_than_500_bytes_is_none),
		T(whole_names_are_taken_apart_when_they_have_two_words), T(places_are_a_city_and_a_state_or_nothing),
		T(states_and_genders_become_their_codes), T(the_same_value_from_two_sources_is_one_finding),
		T(profiles_are_known_by_service_and_handle), T(pictures_need_https), T(long_texts_and_floods_are_left_out),
		T(control_characters_are_gone), T(packed_findings_come_back_whole), T(broken_packs_give_what_is_whole),
		T(keys_tell_findings_apart), T(merging_adds_sources_and_the_rest), T(outcomes_have_words),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
