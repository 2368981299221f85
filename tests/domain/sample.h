/* A policy of a few clauses, four scales and a way to read a set against them. */
#include <check.h>
#include <string.h>

#include "domain/questionnaire/questionnaire.h"

static const char sample_policy[] =
	"title: 方針\n"
	"edition: 令和8年3月\n"
	"body: 団体\n"
	"clauses:\n"
	"  - {key: '3', title: 脅威, kind: threat, numbered: 1, summary: s}\n"
	"  - {key: 3(1), title: 意図, kind: threat, parent: '3', numbered: 1, summary: s}\n"
	"  - {key: 3(2), title: ミス, kind: threat, parent: '3', numbered: 1, summary: s}\n"
	"  - {key: '4', title: 範囲, kind: scope, numbered: 1, summary: s}\n"
	"  - {key: '6', title: 対策, kind: duty, numbered: 1, summary: s}\n"
	"  - {key: 6(1), title: 体制, kind: duty, parent: '6', numbered: 1,"
	" measure: 6(1), refs: ['3'], summary: s}\n"
	"  - {key: 6(1)①, title: 枝, kind: duty, parent: 6(1), numbered: 1,"
	" measure: 6(1), summary: s}\n"
	"  - {key: '8', title: 見直し, kind: duty, numbered: 1, measure: '8',"
	" summary: s}\n";

static const char sample_scales[] =
	"scales:\n"
	"  - key: Q4\n"
	"    title: 実施\n"
	"    kind: choice\n"
	"    choices:\n"
	"      - {code: 'yes', label: はい, mark: ○, role: scored, points: 100, done: 1, partly: 0, reason: "
	"0}\n"
	"      - {code: partly, label: 一部, mark: △, role: scored, points: 50, done: 0, partly: 1, reason: "
	"1}\n"
	"      - {code: 'no', label: いいえ, mark: ×, role: scored, points: 0, done: 0, partly: 0, reason: "
	"1}\n"
	"      - {code: na, label: 該当なし, mark: －, role: na, points: 0, done: 0, partly: 0, reason: 1}\n"
	"      - {code: unknown, label: 不明, mark: ？, role: unknown, points: 0, done: 0, partly: 0, "
	"reason: 0}\n"
	"  - key: YN\n"
	"    title: 二択\n"
	"    kind: choice\n"
	"    choices:\n"
	"      - {code: 'yes', label: はい, mark: ○, role: scored, points: 100, done: 1, partly: 0, reason: "
	"0}\n"
	"      - {code: 'no', label: いいえ, mark: ×, role: scored, points: 0, done: 0, partly: 0, reason: "
	"1}\n"
	"  - {key: KQ, title: 知識, kind: knowledge}\n"
	"  - {key: TXT, title: 自由, kind: text}\n"
	"methods:\n"
	"  - {key: 閲, title: 閲覧}\n"
	"  - {key: 聞, title: 聞取り}\n";

struct sample {
	struct faults faults;
	const struct policy *policy;
	const struct scales *scales;
};

static inline struct sample
sample_create(void)
{
	struct sample s = {.faults = {.arena = arena_create()}};
	s.policy = policy_parse(sample_policy, strlen(sample_policy), "policy.yaml", &s.faults);
	s.scales = scales_parse(sample_scales, strlen(sample_scales), "scales.yaml", &s.faults);
	ck_assert_uint_eq(s.faults.count, 0);
	return s;
}

static inline const struct questionnaire *
sample_set(struct sample *s, const char *yaml, int year)
{
	return questionnaire_parse(yaml, strlen(yaml), "set.yaml", s->policy, s->scales, year, &s->faults);
}
