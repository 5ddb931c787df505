/* Passwords that others have tried long before: found in what was stolen elsewhere, walked on the keyboard, or made of words
 * that everybody knows of the person and the place. Pure. */
#ifndef RULES_COMMON_H
#define RULES_COMMON_H

#include "base/arena.h"

#include <stdbool.h>

/* Whether next to nothing is left of PASSWORD, or one of the passwords found most often elsewhere, when digits and signs, walks
 * on the keyboard, months and seasons, and the words of ABOUT (texts of one word or several; NULL at the end) are taken away:
 * "hillside2026!" of somebody who works there, "P@ssw0rd1234", "1qaz2wsx3edc". */
bool common_is(struct arena *mem, const char *password, const char *const *about);

#endif
