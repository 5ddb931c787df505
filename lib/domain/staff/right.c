/* The rights as rows. Who holds which is data: tables role and role_right. */
#include "domain/staff/right.h"

#include "base/text.h"

const struct right_row right_rows[] = {
	{ MAY_SEE_CUSTOMERS, "customer.see", "customer_see", "Find and open customers", "Customers" },
	{ MAY_ADD_CUSTOMERS, "customer.add", "customer_add", "Add customers", "Customers" },
	{ MAY_EDIT_CUSTOMERS, "customer.edit", "customer_edit", "Change customers and their connections", "Customers" },
	{ MAY_SET_STATUS, "customer.status", "customer_status", "Set customers inactive and active", "Customers" },
	{ MAY_SEE_SSN_LAST4, "ssn.last4", "ssn_last4", "See the last four digits of an SSN", "Social security numbers" },
	{ MAY_REVEAL_SSN, "ssn.reveal", "ssn_reveal", "Show a whole SSN for a minute, and replace it",
	  "Social security numbers" },
	{ MAY_MANAGE_STAFF, "staff.manage", "staff_manage", "Look after staff", "Dealership" },
	{ MAY_CHANGE_SETTINGS, "setting.change", "setting_change", "Change the settings", "Dealership" },
	{ 0 }
};

bool right_held(const struct work *w, enum right right)
{
	if (right == ANYONE)
		return true;
	if (!w->me || right == BY_TICKET)
		return false;
	if (right == SIGNED_IN)
		return true;
	for (const struct right_row *row = right_rows; row->code; row++)
		if (row->right == right)
			return text_in_set(w->rights, row->code);
	return false;
}
