/* Profile images, and those that were found and may become one. */
#include "domain/customer/photo.h"

#include "base/fail.h"
#include "base/base64.h"
#include "base/secret.h"
#include "domain/customer/customer.h"
#include "domain/log/activity.h"

static const char sql_photo_put[] =
	"REPLACE INTO photo SET customer_id = :customer_id, image = FROM_BASE64(:image), source = :source, "
	"  accepted_at = NOW(), accepted_by = :me";

static const char sql_photo_get[] = "SELECT TO_BASE64(image) AS image FROM photo WHERE customer_id = :customer_id";

static const char sql_photo_remove[] = "DELETE FROM photo WHERE customer_id = :customer_id";

static const char sql_photo_store_found[] =
	"REPLACE INTO found_image SET link_hash = :link_hash, image = FROM_BASE64(:image), fetched_at = NOW()";

static const char sql_photo_found[] =
	"SELECT TO_BASE64(image) AS image FROM found_image "
	"WHERE link_hash = :link_hash AND fetched_at > NOW() - INTERVAL 1 DAY";

static const char sql_photo_tidy[] = "DELETE FROM found_image WHERE fetched_at < NOW() - INTERVAL 1 DAY LIMIT 50";

/* The bytes of column image of ROW; NULL for none. */
static const char *bytes_of(struct work *w, const struct row *row, size_t *length)
{
	const char *text = row ? row_text(row, "image") : NULL, *bytes;

	if (!text)
		return NULL;
	bytes = base64_decode(w->mem, text, length);
	if (!bytes)
		fail(FAULT_BROKEN, "photo: the database gave no base64");
	return bytes;
}

void photo_put(struct work *w, const char *customer_id, const char *image, size_t length, const char *source)
{
	db_change(w, sql_photo_put, WITH({ "customer_id", customer_id }, { "source", text_cut(w->mem, source, 120) },
		{ "image", base64_encode(w->mem, image, length) }));
	customer_mark(w, customer_id);
}

const char *photo_get(struct work *w, const char *customer_id, size_t *length)
{
	return bytes_of(w, db_rows(w, sql_photo_get, WITH({ "customer_id", customer_id })), length);
}

bool photo_remove(struct work *w, const char *customer_id)
{
	if (db_change(w, sql_photo_remove, WITH({ "customer_id", customer_id })) != DB_DONE)
		return false;
	customer_mark(w, customer_id);
	activity_note(w, "photo_removed", customer_id, NULL, NULL);
	return true;
}

void photo_store_found(struct work *w, const char *link, const char *image, size_t length)
{
	db_change(w, sql_photo_store_found, WITH({ "link_hash", secret_sha256(w->mem, link) },
		{ "image", image ? base64_encode(w->mem, image, length) : NULL }));
}

const char *photo_found(struct work *w, const char *link, size_t *length, bool *known)
{
	const struct row *row = db_rows(w, sql_photo_found, WITH({ "link_hash", secret_sha256(w->mem, link) }));

	*known = row != NULL;
	return bytes_of(w, row, length);
}

bool photo_tidy(struct work *w)
{
	return db_change(w, sql_photo_tidy, NULL) == DB_DONE;
}
