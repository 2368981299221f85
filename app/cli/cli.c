#include "cli/cli.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/number.h"
#include "base/words.h"

enum { EXIT_WRONG_USE = 2, OPTIONS_MOST = 16, OPERANDS_MOST = 256 };

static int
wrong_use(const struct err *e)
{
	fprintf(stderr, "tenken: %s\n", e->text);
	return EXIT_WRONG_USE;
}

static void
option_shape(const struct option_row *o, char out[64])
{
	const char *dashes = strlen(o->name) == 1 ? "-" : "--";
	snprintf(out, 64, "%s%s%s%s", dashes, o->name, o->kind == OPTION_SWITCH ? "" : " ",
		o->kind == OPTION_SWITCH ? "" : o->value);
}

static void
command_help(const struct command *c)
{
	char shape[64];
	printf(_("Usage: tenken %s"), c->name);
	if (c->operands[0] != '\0')
		printf(" %s", c->operands);
	for (size_t i = 0; i < c->option_count; i++) {
		option_shape(&c->options[i], shape);
		printf(c->options[i].required ? " %s" : " [%s]", shape);
	}
	printf("\n\n%s\n\n", _(c->summary));
	for (size_t i = 0; i < c->option_count; i++) {
		option_shape(&c->options[i], shape);
		printf("  %-24s %s\n", shape, _(c->options[i].help));
	}
}

/* "roster" of "roster import", too. */
static bool
name_begins(const struct command *c, const char *word)
{
	size_t length = strlen(word);
	return strncmp(c->name, word, length) == 0 && (c->name[length] == '\0' || c->name[length] == ' ');
}

/* Of the commands that begin with that word, or of all; false when there is none. */
static bool
program_help(const char *word)
{
	bool any = false;
	for (size_t i = 0; i < command_count; i++) {
		if (word != NULL && !name_begins(commands[i], word))
			continue;
		if (!any)
			printf("%s\n\n", _("tenken: audit and self-inspection for local public bodies"));
		printf("  tenken %-22s %s\n", commands[i]->name, _(commands[i]->summary));
		any = true;
	}
	if (any)
		printf("\n%s\n", _("Each command explains itself with --help."));
	return any;
}

/* How many words of argv the command's name takes; 0 when it is another command. */
static int
name_words(const struct command *c, int argc, char **argv)
{
	char said[128] = "";
	for (int words = 1; words <= 2 && words < argc; words++) {
		if (words > 1)
			strncat(said, " ", sizeof said - strlen(said) - 1);
		strncat(said, argv[words], sizeof said - strlen(said) - 1);
		if (strcmp(said, c->name) == 0)
			return words;
	}
	return 0;
}

static const struct command *
command_find(int argc, char **argv, int *words)
{
	for (size_t i = 0; i < command_count; i++)
		if ((*words = name_words(commands[i], argc, argv)) > 0)
			return commands[i];
	return NULL;
}

struct parsed {
	const char *texts[OPTIONS_MOST];
	int64_t numbers[OPTIONS_MOST];
	double fractions[OPTIONS_MOST];
	bool given[OPTIONS_MOST];
	const char *positional[OPERANDS_MOST];
	size_t count;
};

static bool
option_value(const struct option_row *o, const char *value, struct parsed *p, size_t i, struct err *e)
{
	char *end;
	p->texts[i] = value;
	switch (o->kind) {
	case OPTION_NUMBER:
		if (!number_parse(value, o->least, o->most, &p->numbers[i]))
			return err_set(e, ERR_INPUT,
				_("--%s takes a whole number from %lld to %lld, not \"%s\""), o->name,
				(long long)o->least, (long long)o->most, value);
		return true;
	case OPTION_FRACTION:
		p->fractions[i] = strtod(value, &end);
		if (end == value || *end != '\0' || !(p->fractions[i] >= 0 && p->fractions[i] <= 1))
			return err_set(e, ERR_INPUT, _("--%s takes a fraction from 0 to 1, not \"%s\""),
				o->name, value);
		return true;
	default:
		return o->check == NULL || o->check(value, e);
	}
}

/* Takes the option at argv[*i] and its value ("--data DIR" or "--data=DIR"). */
static bool
option_take(const struct command *c, int argc, char **argv, int *i, struct parsed *p, struct err *e)
{
	const char *said = argv[*i] + strspn(argv[*i], "-");
	size_t length = strcspn(said, "=");
	for (size_t k = 0; k < c->option_count; k++) {
		const struct option_row *o = &c->options[k];
		if (strlen(o->name) != length || strncmp(o->name, said, length) != 0)
			continue;
		if (p->given[k])
			return err_set(e, ERR_INPUT, _("%s is given twice"), argv[*i]);
		p->given[k] = true;
		if (o->kind == OPTION_SWITCH && said[length] == '\0')
			return true;
		if (o->kind != OPTION_SWITCH && said[length] == '=')
			return option_value(o, said + length + 1, p, k, e);
		if (o->kind == OPTION_SWITCH || *i + 1 >= argc)
			return err_set(e, ERR_INPUT,
				o->kind == OPTION_SWITCH ? _("%s takes no value") : _("%s needs a value"),
				argv[*i]);
		*i += 1;
		return option_value(o, argv[*i], p, k, e);
	}
	return err_set(e, ERR_INPUT, _("tenken %s has no option %s"), c->name, argv[*i]);
}

static bool
arguments_parse(const struct command *c, int argc, char **argv, int first, struct parsed *p, struct err *e)
{
	bool options_end = false;
	for (int i = first; i < argc; i++) {
		if (!options_end && strcmp(argv[i], "--") == 0)
			options_end = true;
		else if (!options_end && argv[i][0] == '-' && argv[i][1] != '\0') {
			if (!option_take(c, argc, argv, &i, p, e))
				return false;
		} else if (p->count == c->operand_most || p->count == OPERANDS_MOST)
			return err_set(e, ERR_INPUT, _("tenken %s does not take \"%s\""), c->name, argv[i]);
		else
			p->positional[p->count++] = argv[i];
	}
	if (p->count < c->operand_least)
		return err_set(e, ERR_INPUT, _("tenken %s needs %s"), c->name, c->operands);
	for (size_t k = 0; k < c->option_count; k++)
		if (c->options[k].required && !p->given[k])
			return err_set(e, ERR_INPUT, _("tenken %s needs %s%s"), c->name,
				strlen(c->options[k].name) == 1 ? "-" : "--", c->options[k].name);
	return true;
}

static bool
asks_for_help(int argc, char **argv)
{
	for (int i = 1; i < argc; i++)
		if (strcmp(argv[i], "--help") == 0)
			return true;
	return false;
}

int
cli_main(int argc, char **argv)
{
	struct err e = {0};
	int words = 0;
	const struct command *c = command_find(argc, argv, &words);
	if (c == NULL && asks_for_help(argc, argv) &&
		program_help(strcmp(argv[1], "--help") == 0 ? NULL : argv[1]))
		return EXIT_SUCCESS;
	if (c == NULL) {
		err_set(&e, ERR_INPUT,
			argc > 1 ? _("there is no command \"%s\"; tenken --help lists them")
				 : _("say what to do; tenken --help lists the commands"),
			argc > 1 ? argv[1] : "");
		return wrong_use(&e);
	}
	if (asks_for_help(argc, argv)) {
		command_help(c);
		return EXIT_SUCCESS;
	}
	struct parsed p = {0};
	if (!arguments_parse(c, argc, argv, words + 1, &p, &e))
		return wrong_use(&e);
	struct arguments a = {.positional = p.positional,
		.count = p.count,
		.texts = p.texts,
		.numbers = p.numbers,
		.fractions = p.fractions,
		.given = p.given};
	if (c->run(&a, &e))
		return EXIT_SUCCESS;
	if (e.kind != ERR_NONE)
		fprintf(stderr, "tenken: %s\n", e.text);
	return EXIT_FAILURE;
}
