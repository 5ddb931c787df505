/* The columns of a customer in a list, shared by the statements that make lists. */
#ifndef DOMAIN_CUSTOMER_LISTED_H
#define DOMAIN_CUSTOMER_LISTED_H

#define SQL_NAME(c) \
	"IF(" c ".customer_type = 'business', " c ".business_name, CONCAT_WS(' ', " c ".first_name, " c ".last_name, " \
	c ".suffix)) AS name, " \
	"IF(" c ".customer_type = 'business', " c ".business_name, CONCAT(" c ".last_name, ', ', " c ".first_name, " \
	"IF(" c ".suffix IS NULL, '', CONCAT(' ', " c ".suffix)))) AS list_name"

/* As format_phone() shows it: behind the number may be an extension, "6145550142x123". */
#define SQL_PHONE(number) \
	"REPLACE(IF(" number " LIKE '+%', " number ", CONCAT('(', LEFT(" number ", 3), ') ', MID(" number ", 4, 3), '-', " \
	"MID(" number ", 7))), 'x', ' x')"

/* For a SELECT whose customer is c. */
#define SQL_LISTED \
	"c.id, c.customer_type, " SQL_NAME("c") ", c.inactive, c.changed_at, " \
	SQL_PHONE("c.primary_phone") " AS phone, c.primary_email AS email, c.primary_city AS city"

#endif
