#include "yaml/tree.h"

#include <yaml.h>

#include "base/utf8.h"
#include "base/words.h"

enum { DEEPEST = 16 };

struct reader {
	yaml_parser_t parser;
	const char *name;
	struct faults *faults;
};

static int
mark_line(yaml_mark_t m)
{
	return (int)m.line + 1;
}

static bool
event_next(struct reader *r, yaml_event_t *event)
{
	if (yaml_parser_parse(&r->parser, event))
		return true;
	yaml_mark_t at = r->parser.problem_mark;
	fault_add(r->faults, r->name, mark_line(at),
		_("this is not YAML near column %zu (%s); check indentation, colons and quotes"),
		at.column + 1, r->parser.problem);
	return false;
}

static struct node *
node_fault(struct reader *r, const yaml_event_t *event, const char *text)
{
	fault_add(r->faults, r->name, mark_line(event->start_mark), "%s", text);
	return NULL;
}

static bool
event_anchored(const yaml_event_t *event)
{
	switch (event->type) {
	case YAML_SCALAR_EVENT:
		return event->data.scalar.anchor != NULL;
	case YAML_SEQUENCE_START_EVENT:
		return event->data.sequence_start.anchor != NULL;
	case YAML_MAPPING_START_EVENT:
		return event->data.mapping_start.anchor != NULL;
	default:
		return false;
	}
}

static struct node *node_read(struct reader *r, const yaml_event_t *event, int depth);

/* Reads what stands between a start event and its end. */
static bool
children_read(struct reader *r, struct node *n, yaml_event_type_t end, int depth)
{
	for (;;) {
		yaml_event_t event;
		if (!event_next(r, &event))
			return false;
		if (event.type == end) {
			yaml_event_delete(&event);
			return true;
		}
		struct node *child = node_read(r, &event, depth + 1);
		yaml_event_delete(&event);
		if (child == NULL)
			return false;
		n->children = ARENA_PUSH(r->faults->arena, n->children, n->count);
		n->children[n->count++] = child;
	}
}

static struct node *
node_read(struct reader *r, const yaml_event_t *event, int depth)
{
	struct arena *a = r->faults->arena;
	struct node *n = ARENA_NEW(a, struct node);
	n->line = mark_line(event->start_mark);
	if (depth > DEEPEST)
		return node_fault(r, event, _("too many levels of indentation"));
	if (event_anchored(event))
		return node_fault(r, event, _("anchors (&) are not used here; write the text out"));
	switch (event->type) {
	case YAML_SCALAR_EVENT:
		n->text = arena_strndup(a, (const char *)event->data.scalar.value, event->data.scalar.length);
		if (!utf8_plain(n->text, event->data.scalar.length))
			return node_fault(r, event, _("the text holds a control character; take it out"));
		return n;
	case YAML_SEQUENCE_START_EVENT:
		n->kind = NODE_LIST;
		return children_read(r, n, YAML_SEQUENCE_END_EVENT, depth) ? n : NULL;
	case YAML_MAPPING_START_EVENT:
		n->kind = NODE_RECORD;
		return children_read(r, n, YAML_MAPPING_END_EVENT, depth) ? n : NULL;
	default: /* only an alias is left */
		return node_fault(r, event, _("references (*) are not used here; write the text out"));
	}
}

static struct node *
document_read(struct reader *r)
{
	yaml_event_t event;
	struct node *root = NULL;
	for (bool more = true; more;) {
		if (!event_next(r, &event))
			return NULL;
		switch (event.type) {
		case YAML_STREAM_END_EVENT:
			more = false;
			break;
		case YAML_STREAM_START_EVENT:
		case YAML_DOCUMENT_END_EVENT:
			break;
		case YAML_DOCUMENT_START_EVENT:
			if (root == NULL)
				break;
			root = node_fault(r, &event, _("a second document begins here; keep one in a file"));
			more = false;
			break;
		default:
			root = node_read(r, &event, 0);
			more = root != NULL;
		}
		yaml_event_delete(&event);
	}
	return root;
}

/* libyaml names no line for bytes it cannot read, so they are looked for first. */
static bool
bytes_check(const char *text, size_t length, const char *name, struct faults *f)
{
	const char *at = text, *end = text + length;
	int line = 1;
	while (at < end) {
		int32_t c = utf8_next(&at, end);
		if (c < 0 || c == 0) {
			fault_add(f, name, line,
				c < 0 ? _("this line is not UTF-8; save the file as UTF-8")
				      : _("this line holds a NUL character; take it out"));
			return false;
		}
		line += c == '\n';
	}
	return true;
}

struct node *
tree_parse(const char *text, size_t length, const char *name, struct faults *f)
{
	if (length > YAML_MOST) {
		fault_add(f, name, 0, _("the file is larger than 1 MB; divide it"));
		return NULL;
	}
	if (!bytes_check(text, length, name, f))
		return NULL;
	struct reader r = {.name = name, .faults = f};
	yaml_parser_initialize(&r.parser);
	yaml_parser_set_input_string(&r.parser, (const unsigned char *)text, length);
	size_t before = f->count;
	struct node *root = document_read(&r);
	yaml_parser_delete(&r.parser);
	if (root == NULL && f->count == before)
		fault_add(f, name, 0, _("the file is empty"));
	return root;
}

/* ---- writing ---------------------------------------------------------------- */

static int
emitter_take(void *out, unsigned char *bytes, size_t length)
{
	buf_add(out, bytes, length);
	return 1;
}

static void
node_write(yaml_emitter_t *emitter, const struct node *n)
{
	yaml_event_t event;
	if (n->kind == NODE_TEXT) {
		yaml_scalar_event_initialize(&event, NULL, NULL, (const yaml_char_t *)n->text, -1, 1, 1,
			YAML_DOUBLE_QUOTED_SCALAR_STYLE);
		yaml_emitter_emit(emitter, &event);
		return;
	}
	if (n->kind == NODE_LIST)
		yaml_sequence_start_event_initialize(&event, NULL, NULL, 1, YAML_FLOW_SEQUENCE_STYLE);
	else
		yaml_mapping_start_event_initialize(&event, NULL, NULL, 1, YAML_FLOW_MAPPING_STYLE);
	yaml_emitter_emit(emitter, &event);
	for (size_t i = 0; i < n->count; i++)
		if (!n->children[i]->dropped)
			node_write(emitter, n->children[i]);
	if (n->kind == NODE_LIST)
		yaml_sequence_end_event_initialize(&event);
	else
		yaml_mapping_end_event_initialize(&event);
	yaml_emitter_emit(emitter, &event);
}

void
tree_write(const struct node *root, struct buf *out)
{
	yaml_emitter_t emitter;
	yaml_event_t event;
	yaml_emitter_initialize(&emitter);
	yaml_emitter_set_output(&emitter, emitter_take, out);
	yaml_emitter_set_unicode(&emitter, 1);
	yaml_stream_start_event_initialize(&event, YAML_UTF8_ENCODING);
	yaml_emitter_emit(&emitter, &event);
	yaml_document_start_event_initialize(&event, NULL, NULL, NULL, 1);
	yaml_emitter_emit(&emitter, &event);
	node_write(&emitter, root);
	yaml_document_end_event_initialize(&event, 1);
	yaml_emitter_emit(&emitter, &event);
	yaml_stream_end_event_initialize(&event);
	yaml_emitter_emit(&emitter, &event);
	yaml_emitter_delete(&emitter);
}
