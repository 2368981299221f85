#include "domain/flag.h"

#include <string.h>

#include "base/buf.h"

static const char *const keys[] = {
	"MYN", "LGW", "NET", "OUT", "CLD", "SNS", "SRV", "SYSO", "MED", "PII", "TMP", "SITE", "OT"};
enum { FLAGS = sizeof keys / sizeof *keys };

size_t
flag_count(void)
{
	return FLAGS;
}

const char *
flag_key(size_t i)
{
	return keys[i];
}

static flags_t
flag_named(const char *key, size_t length)
{
	for (size_t i = 0; i < FLAGS; i++)
		if (strlen(keys[i]) == length && memcmp(keys[i], key, length) == 0)
			return 1u << i;
	return 0;
}

flags_t
flag_parse(const char *key)
{
	return flag_named(key, strlen(key));
}

bool
flags_parse(const char *list, flags_t *out, const char **unknown)
{
	static const char between[] = " \t,";
	*out = 0;
	for (list += strspn(list, between); *list != '\0'; list += strspn(list, between)) {
		size_t length = strcspn(list, between);
		flags_t flag = flag_named(list, length);
		if (flag == 0) {
			*unknown = list;
			return false;
		}
		*out |= flag;
		list += length;
	}
	return true;
}

const char *
flags_format(struct arena *a, flags_t flags)
{
	struct buf text = BUF_INIT;
	for (size_t i = 0; i < FLAGS; i++)
		if (flags & 1u << i)
			buf_addf(&text, "%s%s", text.length > 0 ? " " : "", keys[i]);
	const char *copy = arena_strndup(a, text.data, text.length);
	buf_free(&text);
	return copy;
}

bool
condition_parse(const char *text, struct condition *c, const char **unknown)
{
	char joint = '\0';
	*c = (struct condition){0};
	text += strspn(text, " ");
	while (*text != '\0' || joint != '\0') {
		size_t length = strcspn(text, " &|");
		flags_t flag = flag_named(text, length);
		*unknown = text;
		if (flag == 0)
			return false;
		c->flags |= flag;
		text += length;
		text += strspn(text, " ");
		if (*text == '\0')
			break;
		*unknown = text;
		if ((*text != '&' && *text != '|') || (joint != '\0' && *text != joint))
			return false; /* '&' and '|' in one condition would need an order */
		joint = *text++;
		text += strspn(text, " ");
	}
	c->any = joint == '|';
	return true;
}

bool
condition_holds(struct condition c, flags_t flags)
{
	if (c.flags == 0)
		return true;
	return c.any ? (flags & c.flags) != 0 : (flags & c.flags) == c.flags;
}
