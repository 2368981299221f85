#include "json/json.h"

#include <jansson.h>
#include <string.h>

#include "base/words.h"

static bool
document_walk(json_t *document, json_take *take, void *context, struct err *e)
{
	const char *key, *name;
	json_t *value, *inner;
	json_object_foreach(document, key, value)
	{
		if (json_is_string(value)) {
			if (!take(context, key, NULL, json_string_value(value), e))
				return false;
			continue;
		}
		if (json_object_size(value) == 0) /* nor is anything but an object any larger */
			return err_set(e, ERR_INPUT, _("the document holds no text under \"%s\""), key);
		json_object_foreach(value, name, inner)
		{
			if (!json_is_string(inner))
				return err_set(
					e, ERR_INPUT, _("the document holds no text under \"%s\""), key);
			if (!take(context, key, name, json_string_value(inner), e))
				return false;
		}
	}
	return true;
}

bool
json_read(const char *text, json_take *take, void *context, struct err *e)
{
	json_error_t wrong;
	json_t *document = json_loadb(text, strlen(text), JSON_REJECT_DUPLICATES, &wrong);
	if (document == NULL)
		return err_set(e, ERR_INPUT, _("the document cannot be read at byte %d: %s"), wrong.position,
			wrong.text);
	bool done = json_is_object(document) ? document_walk(document, take, context, e)
					     : err_set(e, ERR_INPUT, _("the document is not an object"));
	json_decref(document);
	return done;
}

void
json_add(struct buf *out, const char *text)
{
	buf_addc(out, '"');
	while (*text != '\0') {
		size_t plain = 0;
		while ((unsigned char)text[plain] >= 0x20 && text[plain] != '"' && text[plain] != '\\')
			plain++;
		buf_add(out, text, plain);
		text += plain;
		if (*text == '\0')
			break;
		if (*text == '"' || *text == '\\')
			buf_addf(out, "\\%c", *text);
		else if (*text == '\n')
			buf_adds(out, "\\n");
		else
			buf_addf(out, "\\u%04x", (unsigned char)*text);
		text++;
	}
	buf_addc(out, '"');
}
