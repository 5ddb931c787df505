/* The rights as rows. Who holds which is data: tables role and role_right. */
#include "domain/staff/right.h"

#include "base/text.h"

static const char *const codes[] = {
	[ANYONE] = "",
	[SIGNED_IN] = "",
	[BY_TICKET] = "",
	[MAY_SEE_CUSTOMERS] = "customer.see",
	[MAY_ADD_CUSTOMERS] = "customer.add",
	[MAY_EDIT_CUSTOMERS] = "customer.edit",
	[MAY_SET_STATUS] = "customer.status",
	[MAY_SEE_SSN_LAST4] = "ssn.last4",
	[MAY_REVEAL_SSN] = "ssn.reveal",
	[MAY_MANAGE_STAFF] = "staff.manage",
	[MAY_CHANGE_SETTINGS] = "setting.change",
};

const char *right_code(enum right right)
{
	return codes[right];
}

bool right_held(const struct work *w, enum right right)
{
	if (right == ANYONE)
		return true;
	if (!w->me || right == BY_TICKET)
		return false;
	return right == SIGNED_IN || text_in_set(w->rights, codes[right]);
}
