/* Walks tests/refused/questionnaire: NAME.yaml and, beside it, NAME.faults with
 * every fault expected of it, "line: sentence" each, in order. Files named
 * policy-… and scales-… are read as such. */
#include <stdio.h>

#include "base/buf.h"
#include "base/file.h"
#include "base/resource.h"
#include "domain/sample.h"

static const char directory[] = "tests/refused/questionnaire";

static char *
corpus_read(struct arena *a, const char *name, size_t length, const char *suffix, size_t *size)
{
	char relative[512], path[4096];
	struct err e = {0};
	char *text;
	snprintf(relative, sizeof relative, "%s/%.*s%s", directory, (int)length, name, suffix);
	resource_path(relative, path, sizeof path);
	ck_assert_msg(file_read(a, path, &text, size, &e), "%s", e.text);
	return text;
}

static const void *
corpus_parse(struct sample *s, const char *name, const char *text, size_t length)
{
	if (strncmp(name, "policy-", 7) == 0)
		return policy_parse(text, length, name, &s->faults);
	if (strncmp(name, "scales-", 7) == 0)
		return scales_parse(text, length, name, &s->faults);
	return questionnaire_parse(text, length, name, s->policy, s->scales, 2026, &s->faults);
}

START_TEST(every_refused_file_has_exactly_its_faults)
{
	struct sample s = sample_create();
	struct arena *a = s.faults.arena;
	char **names, path[4096];
	size_t count, length, wrong = 0;
	struct err e = {0};
	resource_path(directory, path, sizeof path);
	ck_assert_msg(file_list(a, path, ".yaml", &names, &count, &e), "%s", e.text);
	ck_assert_uint_gt(count, 30);
	for (size_t i = 0; i < count; i++) {
		size_t stem = strlen(names[i]) - strlen(".yaml");
		char *text = corpus_read(a, names[i], stem, ".yaml", &length);
		s.faults.count = 0;
		ck_assert_ptr_null(corpus_parse(&s, names[i], text, length));
		struct buf found = BUF_INIT;
		for (size_t k = 0; k < s.faults.count; k++) {
			ck_assert_str_eq(s.faults.items[k].file, names[i]);
			buf_addf(&found, "%d: %s\n", s.faults.items[k].line, s.faults.items[k].text);
		}
		char *expected = corpus_read(a, names[i], stem, ".faults", &length);
		if (strcmp(found.data, expected) != 0) {
			fprintf(stderr, "%s gave:\n%sexpected:\n%s", names[i], found.data, expected);
			wrong++;
		}
		buf_free(&found);
	}
	arena_destroy(a);
	ck_assert_uint_eq(wrong, 0);
}
END_TEST

Suite *refused_suite(void);
Suite *
refused_suite(void)
{
	Suite *s = suite_create("refused");
	TCase *t = tcase_create("refused");
	tcase_add_test(t, every_refused_file_has_exactly_its_faults);
	suite_add_tcase(s, t);
	return s;
}
