/* What is around a code when it is pasted. Not here: what a good code is (check.c, check_phone.c). */
#include "rules/typed.h"

#include "base/fold.h"
#include "base/text.h"

const char *typed_bare(struct arena *mem, const char *text, const char *scheme, const char *front, const char *behind)
{
	const char *begin = fold_marks(mem, text);
	size_t length;

	begin += strspn(begin, front);
	if (!strncasecmp(begin, scheme, strlen(scheme)))
		begin += strlen(scheme);
	begin += strspn(begin, front);
	length = strlen(begin);
	while (length && strchr(behind, begin[length - 1]))
		length--;
	return arena_copy(mem, begin, length);
}

const char *typed_email(struct arena *mem, const char *text)
{
	const char *bare = fold_marks(mem, text), *open = strrchr(bare, '<');
	bool is_link;

	/* "Maria Delgado <maria@example.com>", as mail programs copy it */
	if (open && open > bare && !strchr(bare, ',') && !memchr(bare, '@', (size_t)(open - bare)))
		bare = open;
	is_link = strcasestr(bare, "mailto:") != NULL;
	bare = typed_bare(mem, bare, "mailto:", " '\"<([{", " '\">)]}/,;.:");
	return is_link ? arena_copy(mem, bare, strcspn(bare, "?")) : bare;
}
