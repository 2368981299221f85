#include "store/files.h"

#include <stdio.h>
#include <string.h>

#include "base/file.h"
#include "base/words.h"

enum { PATH_SIZE = 4096, SHELF = 2 };

struct file_place {
	char top[PATH_SIZE], shelf[PATH_SIZE], path[PATH_SIZE];
};

static bool
file_place(const struct store *s, const char *digest, struct file_place *p, struct err *e)
{
	const char *d = store_directory(s);
	snprintf(p->top, PATH_SIZE, "%s/files", d);
	snprintf(p->shelf, PATH_SIZE, "%s/files/%.*s", d, SHELF, digest);
	return snprintf(p->path, PATH_SIZE, "%s/files/%.*s/%s", d, SHELF, digest, digest) < PATH_SIZE ||
	       err_set(e, ERR_SYSTEM, _("the path is too long: %s"), d);
}

static bool
is_digest(const char *text)
{
	return strspn(text, "0123456789abcdef") == DIGEST_SIZE - 1 && text[DIGEST_SIZE - 1] == '\0';
}

/* It may be there and yet be half a file, of a disk that went wrong: then it is written again. */
static bool
is_stored(const struct file_place *p, const char *digest)
{
	char *data, found[DIGEST_SIZE];
	size_t length;
	struct arena *a = arena_create();
	bool there = file_read(a, p->path, &data, &length, NULL);
	if (there)
		sha256_of(data, length, found);
	arena_destroy(a);
	return there && strcmp(found, digest) == 0;
}

bool
file_put(struct store *s, const void *data, size_t length, char digest[DIGEST_SIZE], struct err *e)
{
	struct file_place p;
	sha256_of(data, length, digest);
	if (!file_place(s, digest, &p, e) || !directory_make(p.shelf, e))
		return false;
	if (!is_stored(&p, digest) && !file_write(p.path, data, length, e))
		return false;
	return directory_sync(p.shelf, e) && directory_sync(p.top, e) &&
	       directory_sync(store_directory(s), e);
}

bool
file_get(struct store *s, struct arena *a, const char *digest, char **data, size_t *length, struct err *e)
{
	struct file_place p;
	char found[DIGEST_SIZE];
	if (!is_digest(digest))
		return err_set(e, ERR_ABSENT, _("there is no such file"));
	if (!file_place(s, digest, &p, e))
		return false;
	if (!file_read(a, p.path, data, length, e))
		return e->kind == ERR_ABSENT ? err_set(e, ERR_ABSENT, _("there is no such file")) : false;
	sha256_of(*data, *length, found);
	return strcmp(found, digest) == 0 ||
	       err_set(e, ERR_SYSTEM, _("the stored file %s has changed, so it is not shown"), digest);
}
