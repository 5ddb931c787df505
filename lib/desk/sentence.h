/* What a page says after a form was carried out. The address it led to has it as one word, `done`, sealed for the session
 * that sent the form: a link from elsewhere makes no page of ours say anything. */
#ifndef DESK_SENTENCE_H
#define DESK_SENTENCE_H

#include "http/request.h"

/* The word for the address: what was DONE (a word of sentence.c), to which customer (ID; NULL for none), with what is worth a
 * look (WARN; "" for nothing). In RQ's memory. */
const char *sentence_word(struct request *rq, const char *done, const char *id, const char *warn);

/* Puts what the `done` of RQ's address says: "Page.done", "Page.warn", and around a customer's name "Done.before", "Done.id",
 * "Done.name" and "Done.after". Puts nothing when it was not made for this session. */
void sentence_put(struct request *rq);

#endif
