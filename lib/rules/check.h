/* What a good value is: one function a kind of value, each a `check` of field.h. Pure: no database, no page. */
#ifndef RULES_CHECK_H
#define RULES_CHECK_H

#include "base/arena.h"

/* Each takes *VALUE as typed, puts the tidy form there (in MEM) and returns NULL, or returns what is wrong. */

/* All of them take what is pasted: dashes, blanks, quotes and digits of any kind (base/fold.h, fold_marks), marks that
 * nobody sees, quotes or commas around. */

/* Ten digits in any punctuation, with or without 1 or +1 in front; area code and exchange begin with 2-9
 * (North American Numbering Plan). Becomes ten digits. From abroad: +, 00 or 011 and 8 to 15 digits (ITU-T E.164), (0) left
 * out; becomes + and the digits. Behind either an extension of 1 to 7 digits, which becomes "x123". With tel: or not. */
const char *check_phone(struct arena *mem, const char **value);

/* name@domain.tld, at most 254 characters, 64 before the @ (RFC 5321). The domain becomes lower case. With mailto:, a
 * name and brackets or quotes around, or a slash, comma, semicolon or dot behind, these are left out. */
const char *check_email(struct arena *mem, const char **value);

/* Two letters, the whole name or a common spelling of a state or territory of the US (USPS Publication 28) or of a
 * province of Canada. Becomes the two letters. */
const char *check_state(struct arena *mem, const char **value);

/* 12345, 12345-6789 or 123456789; in Canada A1A 1A1 or A1A-1A1. Becomes 12345, 12345-6789 or A1A 1A1. */
const char *check_zip(struct arena *mem, const char **value);

/* Nine digits, with blanks, dashes, dots or none, that the Social Security Administration can have given out:
 * not area 000 or 666, not group 00, not serial 0000 (20 CFR 422.103; SSA on randomization, 2011). Or an ITIN: 9 in
 * front and a group of the Internal Revenue Service. Becomes nine digits. */
const char *check_ssn(struct arena *mem, const char **value);

/* Whether NUMBER (nine digits; may be NULL) is an ITIN, and no SSN. */
_Bool ssn_is_itin(const char *number);

/* Whether SSN (nine digits) is one that was printed on sample cards and is often typed as an example. */
_Bool ssn_is_specimen(const char *ssn);

/* A password people may choose: 12 to 128 characters, zxcvbn score 3 or better, and not common (NIST SP 800-63B, OWASP ASVS 5.0).
 * ABOUT are the names of the person and the dealership, that must not carry it, NULL at the end. Returns the sentence or NULL. */
const char *check_password(struct arena *mem, const char *password, const char *const *about);

#endif
