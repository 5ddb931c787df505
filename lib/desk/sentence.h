/* What a page says after a form was carried out. */
#ifndef DESK_SENTENCE_H
#define DESK_SENTENCE_H

/* The sentence for WORD, which stands in `done` or `warn` of the page's address; NULL for none. It lives for ever. */
const char *sentence_of(const char *word);

#endif
