/* Puts customers together from the words of names.c. Phone numbers are of the exchange 555 and mail domains
 * are reserved ones, so that nobody real is called or written to. There are no social security numbers here:
 * any that looks right may be somebody's. */
#include "made.h"

#include "base/fold.h"
#include "base/text.h"
#include "names.h"

/* Households lie within a turn of ten customers, so that a member finds the others without looking. */
enum { TURN = 10 };

/* What a series of throws is for: each gets numbers of its own. */
enum series { FOR_PERSON, FOR_HOME, FOR_HOUSEHOLD };

struct dice {
	uint64_t state;
};

/* What people who live together share; the first two of several are a couple. */
struct home {
	unsigned place, size; /* which of how many */
	bool female[2], married;
	unsigned birth_year;
	char heritage;
	const char *last_name, *phone;
	const struct city *city;
	struct made_address address;
};

/* splitmix64 (Steele, Lea and Flood 2014): small, fast, and every seed is a good one.
 * Two throws must never stand in one list of arguments: C leaves open which comes first. */
static uint64_t throw(struct dice *dice)
{
	uint64_t z = dice->state += 0x9e3779b97f4a7c15;

	z = (z ^ z >> 30) * 0xbf58476d1ce4e5b9;
	z = (z ^ z >> 27) * 0x94d049bb133111eb;
	return z ^ z >> 31;
}

static struct dice dice_for(uint64_t seed, enum series series, uint64_t k)
{
	struct dice dice = { seed };

	dice.state = throw(&dice) + series;
	dice.state = throw(&dice) + k;
	dice.state = throw(&dice);
	return dice;
}

/* A number from 0 to LIMIT - 1. */
static unsigned below(struct dice *dice, unsigned limit)
{
	return (unsigned)((throw(dice) >> 32) * limit >> 32);
}

static bool percent(struct dice *dice, unsigned chance)
{
	return below(dice, 100) < chance;
}

static double part(struct dice *dice)
{
	return (double)(throw(dice) >> 11) / 0x1p53;
}

static const char *one_of(struct dice *dice, const char *const *words)
{
	unsigned count = 0;

	while (words[count])
		count++;
	return words[below(dice, count)];
}
#define ONE_OF(dice, ...) one_of(dice, (const char *const[]){ __VA_ARGS__, NULL })

/* Early words of a list are more frequent than late ones. */
static const char *early_of(struct dice *dice, const char *const *words)
{
	unsigned count = 0;

	while (words[count])
		count++;
	return words[below(dice, below(dice, count) + 1)];
}

/* Whether NAME is of that HERITAGE and GENDER; 0 is any. */
static bool fits(const struct name *name, char heritage, char gender)
{
	return (!heritage || name->heritage == heritage) &&
		(!gender || name->gender == gender || name->gender == 'n');
}

static const struct name *name_of(struct dice *dice, const struct name *names, char heritage, char gender)
{
	const struct name *name;
	unsigned total = 0, at;

	for (name = names; name->text; name++)
		total += fits(name, heritage, gender) ? name->weight : 0;
	at = below(dice, total);
	for (name = names; !fits(name, heritage, gender) || at >= name->weight; name++)
		at -= fits(name, heritage, gender) ? name->weight : 0;
	return name;
}

static const struct city *city_of(struct dice *dice)
{
	const struct city *city;
	unsigned total = 0, at;

	for (city = names_cities; city->name; city++)
		total += city->weight;
	at = below(dice, total);
	for (city = names_cities; at >= city->weight; city++)
		at -= city->weight;
	return city;
}

static const char *composed_name(struct arena *mem, struct dice *dice)
{
	const char *start = early_of(dice, names_family_starts);

	return arena_text(mem, "%s%s", start, early_of(dice, names_family_ends));
}

/* The table alone would leave nobody with a rare surname. */
static const char *last_name(struct arena *mem, struct dice *dice, char *heritage)
{
	const struct name *name;

	*heritage = 'e';
	if (percent(dice, 38))
		return composed_name(mem, dice);
	name = name_of(dice, names_family, 0, 0);
	*heritage = name->heritage;
	if (*heritage == 's' && percent(dice, 12))
		return arena_text(mem, "%s %s", name->text, name_of(dice, names_family, 's', 0)->text);
	if (percent(dice, 2))
		return arena_text(mem, "%s-%s", name->text, name_of(dice, names_family, 0, 0)->text);
	return name->text;
}

static const char *first_name(struct dice *dice, char heritage, char gender)
{
	if (heritage != 'e' && percent(dice, 40))
		heritage = 'e';
	return name_of(dice, names_given, heritage, gender)->text;
}

/* Area codes of the city as long as there are numbers enough; of a million customers most have codes from
 * anywhere, or each number would be that of thirty of them. The first ones keep to the lines set aside for
 * fiction, 555-0100 to 555-0199. */
static const char *phone(struct arena *mem, struct dice *dice, const struct city *city, uint64_t k)
{
	const char *area = city->areas[below(dice, 2)];
	unsigned line = k < 1000 ? 100 + below(dice, 100) : below(dice, 10000);
	unsigned anywhere = 200 + below(dice, 800);

	if (anywhere / 10 % 10 == anywhere % 10) /* 211, 800 and the like are services */
		anywhere = anywhere / 10 * 10 + (anywhere + 3) % 10;
	if (percent(dice, k < 20000 ? 10 : 75))
		area = arena_text(mem, "%u", anywhere);
	return arena_text(mem, "%s555%04u", area, line);
}

static const char *zip(struct arena *mem, struct dice *dice, const struct city *city)
{
	unsigned last = 1 + below(dice, 98);

	if (percent(dice, 15))
		return arena_text(mem, "%s%02u-%04u", city->zip, last, 1 + below(dice, 9998));
	return arena_text(mem, "%s%02u", city->zip, last);
}

static const char *unit(struct arena *mem, struct dice *dice)
{
	const char *kind = ONE_OF(dice, "Apt", "Apt", "Unit", "Lot");
	unsigned number = 1 + below(dice, 30);

	return arena_text(mem, " %s %u%s", kind, number, ONE_OF(dice, "", "", "A", "B", "C"));
}

static const char *street(struct arena *mem, struct dice *dice)
{
	unsigned number = 1 + below(dice, 1 + below(dice, 9899));
	const char *way = percent(dice, 25) ? ONE_OF(dice, "N ", "S ", "E ", "W ") : "";
	const char *name = early_of(dice, names_streets), *kind = one_of(dice, names_street_kinds);

	return arena_text(mem, "%u %s%s %s%s", number, way, name, kind,
		percent(dice, 18) ? unit(mem, dice) : "");
}

/* Some are known by their city only. */
static struct made_address address(struct arena *mem, struct dice *dice, const char *type,
	const struct city *city)
{
	struct made_address made = { .type = type, .city = city->name, .state = city->state };

	if (percent(dice, 3))
		return made;
	if (text_same(type, "mailing"))
		made.street = arena_text(mem, "PO Box %u", 1 + below(dice, 9999));
	else
		made.street = street(mem, dice);
	made.zip = zip(mem, dice, city);
	return made;
}

static void add_contact(struct made_contact *contacts, const char *type, const char *text)
{
	while (contacts->type)
		contacts++;
	*contacts = (struct made_contact){ type, text };
}

static void furnish(struct arena *mem, struct dice *dice, uint64_t k, struct home *home)
{
	home->last_name = last_name(mem, dice, &home->heritage);
	home->city = city_of(dice);
	home->address = address(mem, dice, "physical", home->city);
	home->phone = phone(mem, dice, home->city, k);
	home->female[0] = percent(dice, 50);
	home->female[1] = home->female[0] == percent(dice, 4);
	home->married = percent(dice, 85);
	home->birth_year = 1942 + below(dice, 38);
}

/* Nine turns of ten have a household of two to five; everybody else lives alone as far as we know. */
static struct home home_of(struct arena *mem, uint64_t seed, uint64_t k)
{
	static const unsigned char sizes[] = { 2, 2, 2, 2, 3, 3, 3, 4, 4, 5 };
	struct home home = { .size = 1 };
	struct dice dice = dice_for(seed, FOR_HOUSEHOLD, k / TURN);
	unsigned size = percent(&dice, 90) ? sizes[below(&dice, sizeof sizes)] : 0;
	unsigned first = below(&dice, TURN - size + 1), at = (unsigned)(k % TURN);

	if (at >= first && at < first + size) {
		home.place = at - first;
		home.size = size;
	} else {
		dice = dice_for(seed, FOR_HOME, k);
	}
	furnish(mem, &dice, k - home.place, &home);
	return home;
}

static bool is_couple(const struct home *home)
{
	return home->size > 1 && home->place < 2;
}

static bool is_ascii(const char *text)
{
	for (; *text; text++)
		if ((unsigned char)*text & 0x80)
			return false;
	return true;
}

/* TEXT as it goes into an e-mail address: folded, its first COUNT words without blanks. */
static const char *mail_word(struct arena *mem, const char *text, unsigned count)
{
	char *words = arena_text(mem, "%s", fold(mem, text)), *end = words;

	for (const char *c = words; *c && (*c != ' ' || --count); c++)
		if (*c != ' ')
			*end++ = *c;
	*end = '\0';
	return is_ascii(words) && *words ? words : "office";
}

static const char *mail_name(struct arena *mem, struct dice *dice, const struct made *made)
{
	const char *first = mail_word(mem, made->first_name, 2), *last = mail_word(mem, made->last_name, 3);
	unsigned most = percent(dice, 70) ? 99 : 9999;
	const char *number = percent(dice, 55) ? arena_text(mem, "%u", 1 + below(dice, most)) : "";

	switch (below(dice, 6)) {
	case 0: return arena_text(mem, "%s%s%s", first, last, number);
	case 1: return arena_text(mem, "%.1s%s%s", first, last, number);
	case 2: return arena_text(mem, "%s_%s%s", first, last, number);
	case 3: return arena_text(mem, "%s.%s%s", last, first, number);
	default: return arena_text(mem, "%s.%s%s", first, last, number);
	}
}

static const char *employer(struct arena *mem, struct dice *dice)
{
	const char *firm = one_of(dice, names_firms);

	return arena_text(mem, "%s %s", firm, one_of(dice, names_trades));
}

/* NAME is what stands in front of the @. */
static void add_emails(struct arena *mem, struct dice *dice, const char *name, struct made *made)
{
	if (percent(dice, 75))
		add_contact(made->emails, "personal",
			arena_text(mem, "%s@%s", name, one_of(dice, names_mail_domains)));
	if (percent(dice, 15))
		add_contact(made->emails, "work", arena_text(mem, "%s@%s.example", name,
			mail_word(mem, employer(mem, dice), 2)));
}

static void add_phones(struct arena *mem, struct dice *dice, const struct home *home, uint64_t k,
	struct made *made)
{
	bool at_home = home->size > 1 || percent(dice, 28), cell = !at_home || percent(dice, 80);

	if (at_home && percent(dice, 30)) {
		add_contact(made->phones, "home", home->phone);
		at_home = false;
	}
	if (cell)
		add_contact(made->phones, "cell", phone(mem, dice, home->city, k));
	if (at_home)
		add_contact(made->phones, "home", home->phone);
	if (percent(dice, 18))
		add_contact(made->phones, "work", phone(mem, dice, home->city, k));
}

/* What may stand beside where one lives; a post office box is now and then the primary address. */
static void add_addresses(struct arena *mem, struct dice *dice, const struct home *home, struct made *made)
{
	const char *type = ONE_OF(dice, "previous", "previous", "garage", "work");
	const struct city *city = percent(dice, 50) ? home->city : city_of(dice);
	bool has_box = percent(dice, 15), box_first = has_box && percent(dice, 40);

	made->addresses[box_first] = home->address;
	if (has_box)
		made->addresses[!box_first] = address(mem, dice, "mailing", home->city);
	if (percent(dice, 12))
		made->addresses[has_box + 1] = address(mem, dice, type, city);
}

static const char *marital_status(struct dice *dice, const struct home *home, unsigned birth_year)
{
	if (is_couple(home))
		return home->married ? "married" : "single";
	if (birth_year > 1996)
		return "single";
	if (birth_year < 1955 && percent(dice, 45))
		return "widowed";
	return ONE_OF(dice, "single", "single", "single", "married", "married", "divorced", "divorced",
		"separated");
}

static unsigned birth_year(struct dice *dice, const struct home *home)
{
	if (is_couple(home))
		return home->birth_year + home->place * below(dice, 7);
	if (home->size > 1)
		return home->birth_year + 21 + below(dice, 5);
	return 1938 + below(dice, 34) + below(dice, 34);
}

/* What a desk may have asked for and mostly has not. */
static void add_person_details(struct arena *mem, struct dice *dice, const struct home *home, char gender,
	struct made *made)
{
	unsigned year = birth_year(dice, home);
	unsigned month = 1 + below(dice, 12), day = 1 + below(dice, 28);
	const char *middle = first_name(dice, home->heritage, gender);

	if (percent(dice, 45) && is_ascii(middle))
		middle = arena_text(mem, "%.1s.", middle);
	if (percent(dice, 35) && !text_same(middle, made->first_name))
		made->middle_name = middle;
	if (gender == 'm' && percent(dice, 5))
		made->suffix = ONE_OF(dice, "Jr.", "Jr.", "Jr.", "Sr.", "II", "III", "III", "IV");
	if (percent(dice, 72))
		made->gender = gender == 'm' ? "male" : "female";
	if (percent(dice, 2))
		made->gender = ONE_OF(dice, "nonbinary", "unspecified");
	if (percent(dice, 70))
		made->date_of_birth = arena_text(mem, "%u-%02u-%02u", year, month, day);
	if (percent(dice, 60))
		made->marital_status = marital_status(dice, home, year);
}

static void make_person(struct arena *mem, struct dice *dice, const struct home *home, uint64_t k,
	struct made *made)
{
	char gender = (is_couple(home) ? home->female[home->place] : percent(dice, 50)) ? 'f' : 'm';
	const char *mail = NULL;

	made->customer_type = "individual";
	made->first_name = first_name(dice, home->heritage, gender);
	made->last_name = home->last_name;
	add_person_details(mem, dice, home, gender, made);
	if (home->size == 1 && below(dice, 1000) < 6) {
		const struct whole_name *whole = &names_whole[below(dice, NAMES_WHOLE)];
		made->first_name = whole->first;
		made->last_name = whole->last;
		made->middle_name = made->suffix = NULL;
		mail = whole->mail;
	}
	add_emails(mem, dice, text_or(mail, mail_name(mem, dice, made)), made);
	add_phones(mem, dice, home, k, made);
	add_addresses(mem, dice, home, made);
}

static const char *business_name(struct arena *mem, struct dice *dice, const struct home *home)
{
	const char *trade = one_of(dice, names_trades), *legal = one_of(dice, names_legal);
	const char *other = name_of(dice, names_family, 0, 0)->text;

	switch (below(dice, 12)) {
	case 0: return arena_text(mem, "%s & Sons %s", home->last_name, trade);
	case 1: return arena_text(mem, "%s Brothers %s%s", home->last_name, trade, legal);
	case 2: return arena_text(mem, "%s, %s & Associates", home->last_name, other);
	case 3: return arena_text(mem, "%s of %s", trade, home->city->name);
	case 4: case 5: return arena_text(mem, "%s %s%s", home->last_name, trade, legal);
	default: return arena_text(mem, "%s %s%s", one_of(dice, names_firms), trade, legal);
	}
}

static void make_business(struct arena *mem, struct dice *dice, const struct home *home, uint64_t k,
	struct made *made)
{
	const char *domain;

	made->customer_type = "business";
	made->business_name = business_name(mem, dice, home);
	domain = mail_word(mem, made->business_name, 2);
	if (percent(dice, 85))
		add_contact(made->emails, "work", arena_text(mem, "%s@%s.example",
			ONE_OF(dice, "info", "office", "fleet", "accounting", "contact"), domain));
	add_contact(made->phones, "work", phone(mem, dice, home->city, k));
	if (percent(dice, 35))
		add_contact(made->phones, "cell", phone(mem, dice, home->city, k));
	if (percent(dice, 25))
		add_contact(made->phones, "fax", phone(mem, dice, home->city, k));
	made->addresses[0] = home->address;
	if (percent(dice, 30))
		made->addresses[1] = address(mem, dice, ONE_OF(dice, "mailing", "garage"), home->city);
}

/* What somebody likes must not be what they forbid, nor what they have not got. */
static void add_wishes(struct dice *dice, struct made *made)
{
	if (percent(dice, 12))
		made->privacy = ONE_OF(dice, "no_email", "no_mail", "no_mail", "no_phone_calls",
			"no_email,no_mail", "no_mail,no_phone_calls", "no_email,no_mail,no_phone_calls");
	if (percent(dice, 50))
		made->preferred_contact = ONE_OF(dice, "phone", "text", "text", "email", "email", "mail");
	if (text_same(made->preferred_contact, "email") &&
	    (!made->emails[0].type || text_in_set(made->privacy, "no_email")))
		made->preferred_contact = "text";
	if (text_same(made->preferred_contact, "mail") && text_in_set(made->privacy, "no_mail"))
		made->preferred_contact = NULL;
	if (text_same(made->preferred_contact, "phone") && text_in_set(made->privacy, "no_phone_calls"))
		made->preferred_contact = NULL;
}

struct made made_customer(struct arena *mem, uint64_t seed, uint64_t k)
{
	struct made made = { 0 };
	struct home home = home_of(mem, seed, k);
	struct dice dice = dice_for(seed, FOR_PERSON, k);
	double age = part(&dice);

	made.added = part(&dice);
	made.inactive = percent(&dice, 3);
	/* Lately more than long ago, or a list of recent changes would look dead. */
	made.changed = made.inactive || percent(&dice, 30) ? age * age * age : 1;
	if (home.size == 1 && percent(&dice, 17))
		make_business(mem, &dice, &home, k, &made);
	else
		make_person(mem, &dice, &home, k, &made);
	add_wishes(&dice, &made);
	return made;
}
