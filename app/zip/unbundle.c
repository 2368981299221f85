#include "zip/zip.h"

#include <stdlib.h>
#include <zip.h>

#include "base/words.h"

enum { CHUNK = 64 * 1024, FREE_OF_RATIO = 1024 * 1024 };

struct unbundle {
	zip_t *zip;
	struct unbundle_limits limits;
	size_t taken; /* unpacked so far */
};

static zip_t *
zip_open_bytes(const void *data, size_t length)
{
	zip_source_t *source = zip_source_buffer_create(data, length, 0, NULL);
	if (source == NULL)
		abort();
	zip_t *zip = zip_open_from_source(source, ZIP_RDONLY, NULL);
	if (zip == NULL)
		zip_source_free(source);
	return zip;
}

struct unbundle *
unbundle_open(const void *data, size_t length, const struct unbundle_limits *limits, struct err *e)
{
	/* libzip takes nothing at all for an archive without files. */
	zip_t *zip = length > 0 ? zip_open_bytes(data, length) : NULL;
	if (zip == NULL) {
		err_set(e, ERR_INPUT, _("this is not a ZIP archive, or it is damaged"));
		return NULL;
	}
	zip_int64_t count = zip_get_num_entries(zip, 0);
	if (count < 0 || (size_t)count > limits->entries) {
		zip_discard(zip);
		err_set(e, ERR_INPUT, _("the archive holds more than %zu files"), limits->entries);
		return NULL;
	}
	struct unbundle *u = malloc(sizeof *u);
	if (u == NULL)
		abort();
	*u = (struct unbundle){.zip = zip, .limits = *limits};
	return u;
}

void
unbundle_close(struct unbundle *u)
{
	if (u == NULL)
		return;
	zip_discard(u->zip);
	free(u);
}

size_t
unbundle_count(const struct unbundle *u)
{
	return (size_t)zip_get_num_entries(u->zip, 0);
}

const char *
unbundle_name(const struct unbundle *u, size_t index)
{
	const char *name = zip_get_name(u->zip, index, ZIP_FL_ENC_GUESS);
	return name != NULL ? name : "";
}

/* What the directory says of an entry's size is not believed: it is counted. */
static bool
within_limits(const struct unbundle *u, const char *name, size_t unpacked, size_t packed, struct err *e)
{
	const struct unbundle_limits *l = &u->limits;
	if (unpacked > l->entry_size || unpacked > l->total_size - u->taken)
		return err_set(e, ERR_INPUT, _("\"%s\" in the archive is too large when unpacked"), name);
	if (unpacked > FREE_OF_RATIO && unpacked / l->ratio > packed)
		return err_set(e, ERR_INPUT,
			_("\"%s\" in the archive is packed more than %u times: such archives are made to "
			  "fill a "
			  "computer up"),
			name, l->ratio);
	return true;
}

static bool
inflate_entry(struct unbundle *u, zip_file_t *file, const zip_stat_t *stat, struct buf *out, struct err *e)
{
	for (;;) {
		buf_reserve(out, CHUNK);
		zip_int64_t n = zip_fread(file, out->data + out->length, CHUNK);
		if (n < 0)
			return err_set(e, ERR_INPUT, _("\"%s\" in the archive is damaged"), stat->name);
		if (n == 0)
			return true;
		out->length += (size_t)n;
		if (!within_limits(u, stat->name, out->length, stat->comp_size, e))
			return false;
	}
}

bool
unbundle_read(
	struct unbundle *u, struct arena *a, const char *name, char **data, size_t *length, struct err *e)
{
	zip_stat_t stat;
	if (zip_stat(u->zip, name, 0, &stat) != 0)
		return err_set(e, ERR_ABSENT, _("the archive has no \"%s\""), name);
	zip_file_t *file = zip_fopen_index(u->zip, stat.index, 0);
	if (file == NULL)
		return err_set(e, ERR_INPUT,
			_("\"%s\" in the archive cannot be unpacked: it is locked with a password or packed "
			  "in a "
			  "way that is not known here"),
			name);
	struct buf bytes = BUF_INIT;
	bool whole = inflate_entry(u, file, &stat, &bytes, e);
	zip_fclose(file);
	if (whole) {
		u->taken += bytes.length;
		*length = bytes.length;
		*data = arena_strndup(a, bytes.data, bytes.length);
	}
	buf_free(&bytes);
	return whole;
}
