#include "zip/zip.h"

#include <stdlib.h>
#include <string.h>
#include <zip.h>

#include "base/utf8.h"
#include "base/words.h"

struct bundle {
	zip_t *zip;
	zip_source_t *bytes; /* what is written stays readable after the archive is closed */
	zip_uint16_t time, date;
};

/* MS-DOS counts from 1980 in steps of two seconds. */
static void
stamp_set(struct bundle *b, instant_t stamp)
{
	struct civil c = civil_of_instant(stamp);
	if (c.year < 1980)
		c = (struct civil){.year = 1980, .month = 1, .day = 1};
	b->time = (zip_uint16_t)(c.hour << 11 | c.minute << 5 | c.second / 2);
	b->date = (zip_uint16_t)((c.year - 1980) << 9 | c.month << 5 | c.day);
}

struct bundle *
bundle_create(instant_t stamp)
{
	struct bundle *b = calloc(1, sizeof *b);
	if (b == NULL || (b->bytes = zip_source_buffer_create(NULL, 0, 0, NULL)) == NULL)
		abort();
	zip_source_keep(b->bytes);
	b->zip = zip_open_from_source(b->bytes, ZIP_CREATE | ZIP_TRUNCATE, NULL);
	if (b->zip == NULL)
		abort();
	stamp_set(b, stamp);
	return b;
}

void
bundle_destroy(struct bundle *b)
{
	if (b == NULL)
		return;
	if (b->zip != NULL)
		zip_discard(b->zip);
	zip_source_free(b->bytes);
	free(b);
}

static bool
part_valid(const char *part, size_t length)
{
	return length > 0 && !(length == 1 && part[0] == '.') && !(length == 2 && memcmp(part, "..", 2) == 0);
}

/* Whoever unpacks the archive must not be led out of the folder he chose. */
static bool
name_valid(const char *name)
{
	if (!utf8_valid(name, strlen(name)) || strchr(name, '\\') != NULL)
		return false;
	for (const char *c = name; *c != '\0'; c++)
		if ((unsigned char)*c < ' ' || *c == 0x7f)
			return false;
	for (const char *part = name;; part += strcspn(part, "/") + 1) {
		size_t length = strcspn(part, "/");
		if (!part_valid(part, length))
			return false;
		if (part[length] == '\0')
			return true;
	}
}

static bool
source_add(struct bundle *b, const char *name, zip_source_t *source, struct err *e)
{
	if (!name_valid(name)) {
		zip_source_free(source);
		return err_set(e, ERR_INPUT, _("\"%s\" cannot be the name of a file in an archive"), name);
	}
	zip_int64_t at = zip_file_add(b->zip, name, source, ZIP_FL_ENC_UTF_8);
	if (at < 0) {
		zip_source_free(source);
		return err_set(e, ERR_INPUT, _("the archive has a file named \"%s\" already"), name);
	}
	zip_file_set_dostime(b->zip, (zip_uint64_t)at, b->time, b->date, 0);
	zip_file_set_external_attributes(b->zip, (zip_uint64_t)at, 0, ZIP_OPSYS_UNIX, 0100644u << 16);
	return true;
}

bool
bundle_add(struct bundle *b, const char *name, const void *data, size_t length, struct err *e)
{
	zip_source_t *source = zip_source_buffer(b->zip, data, length, 0);
	if (source == NULL)
		abort();
	return source_add(b, name, source, e);
}

static void
bytes_take(zip_source_t *bytes, struct buf *out)
{
	zip_stat_t stat;
	if (zip_source_stat(bytes, &stat) != 0 || zip_source_open(bytes) != 0)
		abort();
	buf_reserve(out, stat.size);
	if (zip_source_read(bytes, out->data + out->length, stat.size) != (zip_int64_t)stat.size)
		abort();
	out->length += stat.size;
	out->data[out->length] = '\0';
	zip_source_close(bytes);
}

bool
bundle_finish(struct bundle *b, struct buf *out, struct err *e)
{
	if (zip_get_num_entries(b->zip, 0) == 0)
		return err_set(e, ERR_INPUT, _("an archive needs at least one file"));
	if (zip_close(b->zip) != 0)
		return err_set(e, ERR_SYSTEM, _("the archive cannot be written: %s"), zip_strerror(b->zip));
	b->zip = NULL;
	bytes_take(b->bytes, out);
	return true;
}
