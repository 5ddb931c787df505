/* What is tidied. How old is too old, and how much goes at a time, is the entity's to say, in its own file. */
#include "task/tidy.h"

#include "domain/customer/lookup.h"
#include "domain/customer/photo.h"
#include "domain/staff/attempt.h"
#include "domain/staff/draft.h"
#include "domain/staff/once.h"
#include "domain/staff/session.h"
#include "domain/staff/ticket.h"

/* Each deletes some of its old rows and tells whether there were any. */
static bool (*const deeds[])(struct work *w) = {
	session_tidy, once_tidy, draft_tidy, attempt_tidy, ticket_tidy, lookup_tidy, photo_tidy, NULL
};

void tidy(struct work *w, unsigned rounds)
{
	for (bool (*const *deed)(struct work *) = deeds; *deed; deed++) {
		bool is_more = true;
		for (unsigned i = 0; i < rounds && is_more; i++) {
			db_begin(w);
			is_more = (*deed)(w);
			db_commit(w);
		}
	}
}
