/* The words of every drop-down. A new phone type is one row here and one word in schema.sql. */
#include "rules/vocab.h"

#include "base/text.h"

static const struct vocab_term terms[] = {
	{ "customer_type", "individual", "Individual" },
	{ "customer_type", "business", "Business" },

	{ "gender", "female", "Female" },
	{ "gender", "male", "Male" },
	{ "gender", "nonbinary", "Nonbinary" },
	{ "gender", "unspecified", "Not specified" },

	{ "marital_status", "single", "Single" },
	{ "marital_status", "married", "Married" },
	{ "marital_status", "separated", "Separated" },
	{ "marital_status", "divorced", "Divorced" },
	{ "marital_status", "widowed", "Widowed" },

	{ "privacy", "no_email", "No Email" },
	{ "privacy", "no_mail", "No Mail" },
	{ "privacy", "no_phone_calls", "No Phone Calls" },

	{ "preferred_contact", "email", "Email" },
	{ "preferred_contact", "mail", "Mail" },
	{ "preferred_contact", "phone", "Phone" },
	{ "preferred_contact", "text", "Text" },

	{ "address_type", "garage", "Garage" },
	{ "address_type", "mailing", "Mailing" },
	{ "address_type", "physical", "Physical" },
	{ "address_type", "previous", "Previous" },
	{ "address_type", "work", "Work" },

	{ "phone_type", "cell", "Cell" },
	{ "phone_type", "fax", "Fax" },
	{ "phone_type", "home", "Home" },
	{ "phone_type", "work", "Work" },

	{ "email_type", "personal", "Personal" },
	{ "email_type", "work", "Work" },

	{ "relationship", "employee", "Employee" },
	{ "relationship", "friend", "Friend" },
	{ "relationship", "relative", "Relative" },
	{ "relationship", "other", "Other" },

	{ "provider", "gravatar", "Gravatar" },
	{ "provider", "github", "GitHub" },
	{ "provider", "fediverse", "Fediverse" },
	{ "provider", "libravatar", "Libravatar" },
	{ "provider", "fullcontact", "FullContact" },
	{ "provider", "peopledata", "People Data Labs" },

	/* Not a drop-down: how services that look-ups find are written. Others begin with a capital letter. */
	{ "service", "aboutme", "About.me" },
	{ "service", "angellist", "AngelList" },
	{ "service", "facebook", "Facebook" },
	{ "service", "github", "GitHub" },
	{ "service", "gitlab", "GitLab" },
	{ "service", "linkedin", "LinkedIn" },
	{ "service", "stackoverflow", "Stack Overflow" },
	{ "service", "tiktok", "TikTok" },
	{ "service", "youtube", "YouTube" },
	{ "service", "wordpress", "WordPress" },

	{ "yes_no", "1", "Yes" },
	{ "yes_no", "0", "No" },

	/* USPS Publication 28, appendix B, and the provinces of Canada. */
	{ "state", "AL", "Alabama" }, { "state", "AK", "Alaska" }, { "state", "AZ", "Arizona" },
	{ "state", "AR", "Arkansas" }, { "state", "CA", "California" }, { "state", "CO", "Colorado" },
	{ "state", "CT", "Connecticut" }, { "state", "DE", "Delaware" }, { "state", "DC", "District of Columbia" },
	{ "state", "FL", "Florida" }, { "state", "GA", "Georgia" }, { "state", "HI", "Hawaii" },
	{ "state", "ID", "Idaho" }, { "state", "IL", "Illinois" }, { "state", "IN", "Indiana" },
	{ "state", "IA", "Iowa" }, { "state", "KS", "Kansas" }, { "state", "KY", "Kentucky" },
	{ "state", "LA", "Louisiana" }, { "state", "ME", "Maine" }, { "state", "MD", "Maryland" },
	{ "state", "MA", "Massachusetts" }, { "state", "MI", "Michigan" }, { "state", "MN", "Minnesota" },
	{ "state", "MS", "Mississippi" }, { "state", "MO", "Missouri" }, { "state", "MT", "Montana" },
	{ "state", "NE", "Nebraska" }, { "state", "NV", "Nevada" }, { "state", "NH", "New Hampshire" },
	{ "state", "NJ", "New Jersey" }, { "state", "NM", "New Mexico" }, { "state", "NY", "New York" },
	{ "state", "NC", "North Carolina" }, { "state", "ND", "North Dakota" }, { "state", "OH", "Ohio" },
	{ "state", "OK", "Oklahoma" }, { "state", "OR", "Oregon" }, { "state", "PA", "Pennsylvania" },
	{ "state", "RI", "Rhode Island" }, { "state", "SC", "South Carolina" }, { "state", "SD", "South Dakota" },
	{ "state", "TN", "Tennessee" }, { "state", "TX", "Texas" }, { "state", "UT", "Utah" },
	{ "state", "VT", "Vermont" }, { "state", "VA", "Virginia" }, { "state", "WA", "Washington" },
	{ "state", "WV", "West Virginia" }, { "state", "WI", "Wisconsin" }, { "state", "WY", "Wyoming" },
	{ "state", "AS", "American Samoa" }, { "state", "FM", "Federated States of Micronesia" }, { "state", "GU", "Guam" },
	{ "state", "MH", "Marshall Islands" }, { "state", "MP", "Northern Mariana Islands" }, { "state", "PW", "Palau" },
	{ "state", "PR", "Puerto Rico" }, { "state", "VI", "Virgin Islands" }, { "state", "AA", "Armed Forces Americas" },
	{ "state", "AE", "Armed Forces Europe" }, { "state", "AP", "Armed Forces Pacific" },
	{ "state", "AB", "Alberta" }, { "state", "BC", "British Columbia" }, { "state", "MB", "Manitoba" },
	{ "state", "NB", "New Brunswick" }, { "state", "NL", "Newfoundland and Labrador" },
	{ "state", "NS", "Nova Scotia" }, { "state", "NT", "Northwest Territories" }, { "state", "NU", "Nunavut" },
	{ "state", "ON", "Ontario" }, { "state", "PE", "Prince Edward Island" }, { "state", "QC", "Quebec" },
	{ "state", "SK", "Saskatchewan" }, { "state", "YT", "Yukon" },

	{ NULL, NULL, NULL }
};

const struct vocab_term *vocab_first(const char *list)
{
	/* The compiler keeps one copy of a list's name: mostly the names themselves need no look. */
	for (const struct vocab_term *term = terms, *before = NULL; term->list; before = term++)
		if ((!before || before->list != term->list) && !strcmp(term->list, list))
			return term;
	return NULL;
}

const struct vocab_term *vocab_next(const struct vocab_term *term)
{
	const struct vocab_term *next = term + 1;

	return next->list && (next->list == term->list || !strcmp(next->list, term->list)) ? next : NULL;
}

size_t vocab_count(const char *list)
{
	size_t count = 0;

	for (const struct vocab_term *term = vocab_first(list); term; term = vocab_next(term))
		count++;
	return count;
}

const char *vocab_label(const char *list, const char *code)
{
	for (const struct vocab_term *term = vocab_first(list); term; term = vocab_next(term))
		if (text_same(term->code, code))
			return term->label;
	return NULL;
}
