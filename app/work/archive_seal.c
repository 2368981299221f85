#include "work/archive_seal.h"

#include "base/words.h"
#include "store/files.h"
#include "work/archive.h"
#include "zip/zip.h"

enum { BYTES_MOST = 1024 * 1024 * 1024 };

bool
sealing_add(struct sealing *s, const char *name, const char *data, size_t length, struct err *e)
{
	s->total += length;
	if (s->total > BYTES_MOST)
		return err_set(e, ERR_CONFLICT,
			_("the archive would be larger than 1 GiB; write it without the files handed in"));
	s->members = ARENA_PUSH(s->arena, s->members, s->count);
	s->members[s->count++] = (struct archive_member){name, data, length};
	return true;
}

static bool
part_add(struct sealing *s, struct store *from, const struct archive_part *p, struct err *e)
{
	char *data;
	size_t length;
	return file_get(from, s->arena, p->digest, &data, &length, e) &&
	       sealing_add(s, p->name, data, length, e);
}

bool
sealing_add_kept(struct sealing *s, struct store *from, struct db *db, archive_parts_of *parts, int64_t of,
	size_t *count, struct err *e)
{
	struct archive_part *list;
	if (!parts(db, s->arena, of, &list, count, e))
		return false;
	for (size_t i = 0; i < *count; i++)
		if (!part_add(s, from, &list[i], e))
			return false;
	return true;
}

static void
files_say(struct sealing *s)
{
	struct manifest *m = &s->manifest;
	for (size_t i = 0; i < s->count; i++)
		manifest_add(
			m, "bytes", s->members[i].name, arena_printf(m->arena, "%zu", s->members[i].length));
	for (size_t i = 0; i < s->count; i++) {
		char digest[DIGEST_SIZE];
		sha256_of(s->members[i].data, s->members[i].length, digest);
		manifest_add(m, "sha256", s->members[i].name, digest);
	}
}

static bool
members_bind(
	const struct sealing *s, instant_t at, const struct buf *manifest, struct buf *out, struct err *e)
{
	struct bundle *zip = bundle_create(at);
	bool ok = bundle_add(zip, ARCHIVE_MANIFEST, manifest->data, manifest->length, e);
	for (size_t i = 0; ok && i < s->count; i++)
		ok = bundle_add(zip, s->members[i].name, s->members[i].data, s->members[i].length, e);
	ok = ok && bundle_finish(zip, out, e);
	bundle_destroy(zip);
	return ok;
}

bool
sealing_finish(struct sealing *s, instant_t at, struct buf *out, char seal[DIGEST_SIZE], struct err *e)
{
	struct buf text = BUF_INIT;
	files_say(s);
	manifest_write(&s->manifest, &text);
	manifest_seal(text.data, text.length, seal);
	bool ok = members_bind(s, at, &text, out, e);
	buf_free(&text);
	return ok;
}
