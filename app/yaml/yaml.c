#include "yaml/yaml.h"

#include <stdint.h>
#include <string.h>

#include "base/buf.h"
#include "base/err.h"
#include "base/words.h"
#include "yaml/schema.h"
#include "yaml/shape.h"

const struct cyaml_schema_value yaml_text = {
	CYAML_VALUE_STRING(CYAML_FLAG_POINTER, char *, 0, CYAML_UNLIMITED)};

const cyaml_strval_t yaml_bits[2] = {{"0", 0}, {"1", 1}};

/* libcyaml grows its lists one entry at a time: a piece keeps its capacity before
 * it and doubles, so that the arena does not fill with outgrown copies. */
static void *
memory_take(void *arena, void *old, size_t size)
{
	enum { HEAD = 16 };
	size_t capacity = 0;
	if (size == 0)
		return NULL;
	if (old != NULL)
		memcpy(&capacity, (char *)old - HEAD, sizeof capacity);
	if (size <= capacity)
		return old;
	size_t wanted = size > 2 * capacity ? size : 2 * capacity;
	char *piece = (char *)arena_alloc(arena, HEAD + wanted) + HEAD;
	memcpy(piece - HEAD, &wanted, sizeof wanted);
	if (old != NULL)
		memcpy(piece, old, capacity);
	return piece;
}

static void *
tree_load(
	const struct node *root, const struct cyaml_schema_value *schema, const char *name, struct faults *f)
{
	cyaml_config_t config = {.mem_fn = memory_take,
		.mem_ctx = f->arena,
		.log_level = CYAML_LOG_ERROR,
		.flags = CYAML_CFG_NO_ALIAS};
	struct buf text = BUF_INIT;
	cyaml_data_t *data = NULL;
	tree_write(root, &text);
	cyaml_err_t wrong =
		cyaml_load_data((const uint8_t *)text.data, text.length, &config, schema, &data, NULL);
	buf_free(&text);
	if (wrong != CYAML_OK) {
		fault_add(f, name, 0, _("the file cannot be loaded: %s"), cyaml_strerror(wrong));
		return NULL;
	}
	/* libcyaml gives nothing at all for a record of which every key was left out. */
	if (data == NULL)
		data = arena_alloc(f->arena, schema->data_size);
	shape_lines(root, schema, data);
	return data;
}

void *
yaml_parse(const struct cyaml_schema_value *schema, const char *text, size_t length, const char *name,
	struct faults *f)
{
	struct node *root = tree_parse(text, length, name, f);
	if (root == NULL || !shape_check(root, schema, name, f))
		return NULL;
	return tree_load(root, schema, name, f);
}

void *
yaml_load(const struct cyaml_schema_value *schema, const char *path, const char *name, struct faults *f)
{
	size_t length;
	const char *text = faults_read_file(f, path, name, &length);
	return text == NULL ? NULL : yaml_parse(schema, text, length, name, f);
}
