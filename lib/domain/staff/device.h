/* Devices that people signed in on: a cookie, sealed with the product's key, says who did. Whoever guesses elsewhere holds
 * nobody up there (OWASP, Slow Down Online Guessing Attacks with Device Cookies). It opens nothing by itself. */
#ifndef DOMAIN_STAFF_DEVICE_H
#define DOMAIN_STAFF_DEVICE_H

#include "base/arena.h"

/* A desk has one computer and several people, so one cookie names them all. */
enum { DEVICE_PEOPLE = 12, DEVICE_DAYS = 365 };

/* What tries of STAFF_ID are counted under on the device that sent COOKIE, in MEM. NULL when they did not sign in there, or
 * COOKIE is none that we made. */
const char *device_lane(struct arena *mem, const char *cookie, const char *staff_id);

/* The cookie of the device that sent COOKIE (anything; NULL for none) when STAFF_ID has signed in there, in MEM. */
const char *device_cookie(struct arena *mem, const char *cookie, const char *staff_id);

#endif
