#include "web/files.h"

#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "http/http.h"

enum { VERSION_SIZE = 17, PACK_LEAST = 1024 };

struct files {
	struct arena *arena;
	struct file *list;
	size_t count;
	char version[VERSION_SIZE];
};

/* What is not listed here is not served. */
static const struct {
	const char *suffix, *type;
	bool text; /* worth packing */
} types[] = {
	{".css", "text/css; charset=utf-8", true},
	{".js", "text/javascript; charset=utf-8", true},
	{".svg", "image/svg+xml", true},
	{".txt", "text/plain; charset=utf-8", true},
	{".png", "image/png", false},
	{".woff2", "font/woff2", false},
};

static bool
file_load(struct files *f, const char *directory, const char *name, size_t type, struct err *e)
{
	char path[PATH_MAX], *bytes;
	struct file file = {.name = name, .type = types[type].type};
	snprintf(path, sizeof path, "%s/%s", directory, name);
	if (!file_read(f->arena, path, &bytes, &file.length, e))
		return false;
	file.bytes = bytes;
	digest_of(file.bytes, file.length, file.digest);
	if (types[type].text && file.length >= PACK_LEAST)
		http_pack(file.bytes, file.length, &file.packed);
	f->list = ARENA_PUSH(f->arena, f->list, f->count);
	f->list[f->count++] = file;
	return true;
}

static bool
files_fill(struct files *f, const char *directory, struct err *e)
{
	struct buf all = BUF_INIT;
	bool loaded = true;
	for (size_t t = 0; loaded && t < sizeof types / sizeof *types; t++) {
		char **names;
		size_t count;
		loaded = file_list(f->arena, directory, types[t].suffix, &names, &count, e);
		for (size_t i = 0; loaded && i < count; i++) {
			loaded = file_load(f, directory, names[i], t, e);
			if (loaded)
				buf_adds(&all, f->list[f->count - 1].digest);
		}
	}
	char digest[DIGEST_SIZE];
	digest_of(all.data, all.length, digest);
	memcpy(f->version, digest, VERSION_SIZE - 1);
	buf_free(&all);
	return loaded;
}

struct files *
files_load(const char *directory, struct err *e)
{
	struct files *f = calloc(1, sizeof *f);
	if (f == NULL)
		abort();
	f->arena = arena_create();
	if (files_fill(f, directory, e))
		return f;
	files_destroy(f);
	return NULL;
}

void
files_destroy(struct files *f)
{
	if (f == NULL)
		return;
	for (size_t i = 0; i < f->count; i++)
		buf_free(&f->list[i].packed);
	arena_destroy(f->arena);
	free(f);
}

const struct file *
files_find(const struct files *f, const char *name)
{
	for (size_t i = 0; i < f->count; i++)
		if (strcmp(f->list[i].name, name) == 0)
			return &f->list[i];
	return NULL;
}

const char *
files_version(const struct files *f)
{
	return f->version;
}
