/* What was taken from social media, as columns of the customer's own row: no statement more for a page of a record.
 * social.c takes them apart again. */
#ifndef DOMAIN_TAKEN_H
#define DOMAIN_TAKEN_H

/* Rows become lines, columns are parted by tabs: what was found has neither (rules/finding.c). */
#define SQL_TAKEN(id) \
	"(SELECT GROUP_CONCAT(CONCAT_WS('\\t', t.service, t.handle, t.link, t.source) ORDER BY t.service, t.handle " \
	"SEPARATOR '\\n') FROM social_profile t WHERE t.customer_id = " id ") AS profiles, " \
	"(SELECT GROUP_CONCAT(CONCAT_WS('\\t', v.field, v.source, v.accepted_at) ORDER BY v.accepted_at, v.field " \
	"SEPARATOR '\\n') FROM value_source v WHERE v.customer_id = " id ") AS sources"

#endif
