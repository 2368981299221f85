#include "domain/organisation/flag.h"

#include <string.h>

#include "base/buf.h"
#include "base/words.h"

static const struct {
	const char *key, *name;
} rows[] = {
	{"MYN", N_("work with individual numbers")},
	{"LGW", N_("terminals connected to LGWAN")},
	{"NET", N_("terminals connected to the internet")},
	{"OUT", N_("outsourcing")},
	{"CLD", N_("use of cloud services")},
	{"SNS", N_("messages on social networks")},
	{"SRV", N_("charge of a server or system room")},
	{"SYSO", N_("charge of information systems")},
	{"MED", N_("use or carrying out of media")},
	{"PII", N_("handling of contractors' data")},
	{"TMP", N_("temporary or part-time staff")},
	{"SITE", N_("branch or unmanned sites")},
	{"OT", N_("monitoring and control equipment")},
};
enum { FLAGS = sizeof rows / sizeof *rows };

size_t
flag_count(void)
{
	return FLAGS;
}

const char *
flag_key(size_t i)
{
	return rows[i].key;
}

const char *
flag_name(size_t i)
{
	return _(rows[i].name);
}

static flags_t
flag_named(const char *key, size_t length)
{
	for (size_t i = 0; i < FLAGS; i++)
		if (strlen(rows[i].key) == length && memcmp(rows[i].key, key, length) == 0)
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
			buf_addf(&text, "%s%s", text.length > 0 ? " " : "", rows[i].key);
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
