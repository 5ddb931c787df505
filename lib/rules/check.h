/* What a good value is: one function a kind of value, each a `check` of field.h. Pure: no database, no page. */
#ifndef RULES_CHECK_H
#define RULES_CHECK_H

#include "base/arena.h"

/* Each takes *VALUE as typed, puts the tidy form there (in MEM) and returns NULL, or returns what is wrong. */

/* Ten digits in any punctuation, with or without 1 or +1 in front; area code and exchange begin with 2-9
 * (North American Numbering Plan). Becomes ten digits. From abroad: + and 8 to 15 digits (ITU-T E.164), kept so. */
const char *check_phone(struct arena *mem, const char **value);

/* name@domain.tld, at most 254 characters, 64 before the @ (RFC 5321). The domain becomes lower case. */
const char *check_email(struct arena *mem, const char **value);

/* Two letters, or the whole name of a state of the US or a province of Canada. Becomes the two letters. */
const char *check_state(struct arena *mem, const char **value);

/* 12345, 12345-6789 or 123456789; in Canada A1A 1A1. Becomes 12345, 12345-6789 or A1A 1A1. */
const char *check_zip(struct arena *mem, const char **value);

/* Nine digits, with blanks or dashes or none, that the Social Security Administration can have given out:
 * not area 000, 666 or 9xx, not group 00, not serial 0000 (20 CFR 422.103; SSA on randomization, 2011).
 * Becomes nine digits. */
const char *check_ssn(struct arena *mem, const char **value);

/* Whether SSN (nine digits) is one that was printed on sample cards and is often typed as an example. */
_Bool ssn_is_specimen(const char *ssn);

/* A password people may choose: 12 to 128 characters, zxcvbn score 3 or better, and not common (NIST SP 800-63B, OWASP ASVS 5.0).
 * ABOUT are the names of the person and the dealership, that must not carry it, NULL at the end. Returns the sentence or NULL. */
const char *check_password(struct arena *mem, const char *password, const char *const *about);

#endif
