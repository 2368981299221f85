#include "base/file.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/words.h"

bool
file_read(struct arena *a, const char *path, char **data, size_t *length, struct err *e)
{
	FILE *f = fopen(path, "rb");
	struct stat st = {0};
	if (f == NULL || fstat(fileno(f), &st) != 0 || !S_ISREG(st.st_mode)) {
		int why = f == NULL ? errno : S_ISDIR(st.st_mode) ? EISDIR : ENOTSUP;
		if (f != NULL)
			fclose(f);
		return err_set(e, why == ENOENT ? ERR_ABSENT : ERR_SYSTEM, _("cannot read %s: %s"), path,
			strerror(why));
	}
	size_t size = (size_t)st.st_size;
	*data = arena_alloc(a, size + 1);
	*length = fread(*data, 1, size, f);
	bool whole = *length == size && !ferror(f);
	fclose(f);
	return whole || err_set(e, ERR_SYSTEM, _("cannot read %s: %s"), path, strerror(EIO));
}

/* False for a device, a pipe and the like, which must not be replaced by a file. */
static bool
may_replace(const char *path)
{
	struct stat st;
	return stat(path, &st) != 0 || S_ISREG(st.st_mode) || S_ISDIR(st.st_mode);
}

static bool
write_all(int fd, const char *data, size_t length)
{
	while (length > 0) {
		ssize_t n = write(fd, data, length);
		if (n < 0 && errno == EINTR)
			continue;
		if (n <= 0)
			return false;
		data += n;
		length -= (size_t)n;
	}
	return fsync(fd) == 0;
}

bool
file_write(const char *path, const void *data, size_t length, struct err *e)
{
	static atomic_uint serial; /* two threads may write the same file */
	char beside[4096];
	if (!may_replace(path))
		return err_set(e, ERR_INPUT, _("%s is not an ordinary file, so nothing was written"), path);
	if (snprintf(beside, sizeof beside, "%s.%ld-%u.new", path, (long)getpid(),
		    atomic_fetch_add(&serial, 1)) >= (int)sizeof beside)
		return err_set(e, ERR_INPUT, _("the path is too long: %s"), path);
	int fd = open(beside, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
	if (fd < 0)
		return err_set(e, ERR_SYSTEM, _("cannot write %s: %s"), path, strerror(errno));
	bool written = write_all(fd, data, length);
	int why = errno;
	if (close(fd) != 0 && written) {
		written = false;
		why = errno;
	}
	if (written && rename(beside, path) != 0) {
		written = false;
		why = errno;
	}
	if (!written) {
		unlink(beside);
		return err_set(e, ERR_SYSTEM, _("cannot write %s: %s"), path, strerror(why));
	}
	return true;
}

static int
by_bytes(const void *a, const void *b)
{
	return strcmp(*(char *const *)a, *(char *const *)b);
}

bool
file_list(struct arena *a, const char *directory, const char *suffix, char ***names, size_t *count,
	struct err *e)
{
	DIR *d = opendir(directory);
	if (d == NULL)
		return err_set(e, ERR_SYSTEM, _("cannot read %s: %s"), directory, strerror(errno));
	*names = NULL;
	*count = 0;
	size_t tail = strlen(suffix);
	for (struct dirent *entry; (entry = readdir(d)) != NULL;) {
		size_t n = strlen(entry->d_name);
		if (entry->d_name[0] == '.' || n < tail || strcmp(entry->d_name + n - tail, suffix) != 0)
			continue;
		*names = ARENA_PUSH(a, *names, *count);
		(*names)[(*count)++] = arena_strdup(a, entry->d_name);
	}
	closedir(d);
	if (*count > 0)
		qsort(*names, *count, sizeof **names, by_bytes);
	return true;
}

bool
directory_make(const char *path, struct err *e)
{
	char part[4096];
	if (path[0] == '\0' || snprintf(part, sizeof part, "%s", path) >= (int)sizeof part)
		return err_set(e, ERR_INPUT, _("not usable as a directory: %s"), path);
	for (char *slash = part + 1;; slash++) {
		if (*slash != '/' && *slash != '\0')
			continue;
		char was = *slash;
		*slash = '\0';
		if (mkdir(part, 0700) != 0 && errno != EEXIST)
			return err_set(e, ERR_SYSTEM, _("cannot create %s: %s"), part, strerror(errno));
		*slash = was;
		if (was == '\0')
			return true;
	}
}

bool
directory_sync(const char *path, struct err *e)
{
	int fd = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	bool synced = fd >= 0 && fsync(fd) == 0;
	int why = errno;
	if (fd >= 0)
		close(fd);
	return synced || err_set(e, ERR_SYSTEM, _("cannot write %s: %s"), path, strerror(why));
}

bool
file_hold(const char *path, int *fd, bool *held, struct err *e)
{
	*held = false;
	*fd = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0600);
	if (*fd < 0)
		return err_set(e, ERR_SYSTEM, _("cannot write %s: %s"), path, strerror(errno));
	*held = flock(*fd, LOCK_EX | LOCK_NB) == 0;
	if (*held)
		return true;
	int why = errno;
	close(*fd);
	*fd = -1;
	return why == EWOULDBLOCK || err_set(e, ERR_SYSTEM, _("cannot write %s: %s"), path, strerror(why));
}
