#include "store/files.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

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

/* Putting and taking away do not cross each other, in this program and in others at the same body. */
static int
shelves_lock(const struct file_place *p, int how, struct err *e)
{
	int fd = open(p->top, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	if (fd >= 0 && flock(fd, how) == 0)
		return fd;
	err_set(e, ERR_SYSTEM, _("%s cannot be locked: %s"), p->top, strerror(errno));
	if (fd >= 0)
		close(fd);
	return -1;
}

/* What is put again is as new: whoever puts it is about to name it. */
static bool
file_store(const struct file_place *p, const void *data, size_t length, const char *digest, struct err *e)
{
	int lock = shelves_lock(p, LOCK_SH, e);
	if (lock < 0)
		return false;
	bool ok = (is_stored(p, digest) && utimensat(AT_FDCWD, p->path, NULL, 0) == 0) ||
		  file_write(p->path, data, length, e);
	close(lock);
	return ok;
}

bool
file_put(struct store *s, const void *data, size_t length, char digest[DIGEST_SIZE], struct err *e)
{
	struct file_place p;
	sha256_of(data, length, digest);
	if (!file_place(s, digest, &p, e) || !directory_make(p.shelf, e))
		return false;
	return file_store(&p, data, length, digest, e) && directory_sync(p.shelf, e) &&
	       directory_sync(p.top, e) && directory_sync(store_directory(s), e);
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

/* Under the lock; errno tells why not. */
static bool
drop_unless_new(const struct file_place *p, instant_t now, int64_t *size, bool *dropped)
{
	struct stat st;
	if (stat(p->path, &st) != 0)
		return errno == ENOENT;
	*dropped = st.st_mtime <= now - FILE_SETTLING;
	if (!*dropped)
		return true;
	*size = st.st_size;
	return unlink(p->path) == 0 && directory_sync(p->shelf, NULL);
}

bool
file_drop(struct store *s, const char *digest, instant_t now, int64_t *size, bool *dropped, struct err *e)
{
	struct file_place p;
	*size = 0;
	*dropped = true;
	if (!is_digest(digest))
		return err_set(e, ERR_ABSENT, _("there is no such file"));
	if (!file_place(s, digest, &p, e) || !directory_make(p.top, e))
		return false;
	int lock = shelves_lock(&p, LOCK_EX, e);
	if (lock < 0)
		return false;
	bool ok = drop_unless_new(&p, now, size, dropped) ||
		  err_set(e, ERR_SYSTEM, _("%s cannot be taken away: %s"), p.path, strerror(errno));
	close(lock);
	return ok;
}
