#include "store/cycle/cycle_rules.h"

#include "base/secret.h"
#include "base/words.h"

SQL(insert_rule_text, "INSERT INTO rule_text (digest, yaml) VALUES ($1, $2) ON CONFLICT DO NOTHING");
SQL(insert_cycle_rules, "INSERT INTO cycle_rules (cycle_id, policy, scales) VALUES ($1, $2, $3)"
			" ON CONFLICT DO NOTHING");

static bool
text_keep(struct db *db, const char *yaml, size_t length, char digest[DIGEST_SIZE], struct err *e)
{
	digest_of(yaml, length, digest);
	return db_exec(db, e, insert_rule_text, "sb", digest, yaml, length);
}

bool
cycle_rules_keep(struct db *db, const struct bank *bank, int64_t cycle_id, struct err *e)
{
	char policy[DIGEST_SIZE], scales[DIGEST_SIZE];
	return text_keep(db, bank->policy_yaml, bank->policy_length, policy, e) &&
	       text_keep(db, bank->scales_yaml, bank->scales_length, scales, e) &&
	       db_exec(db, e, insert_cycle_rules, "iss", cycle_id, policy, scales);
}

SQL(list_ruleless, "SELECT id FROM cycle WHERE opened_at IS NOT NULL"
		   " AND id NOT IN (SELECT cycle_id FROM cycle_rules) ORDER BY id");

static bool
left_keep(struct db *db, struct piece *p, struct err *e)
{
	struct arena *a = arena_create();
	struct rows r;
	int64_t *ids = NULL;
	size_t n = 0;
	bool ok = db_query(db, &r, e, list_ruleless, "");
	while (ok && rows_next(&r)) {
		ids = ARENA_PUSH(a, ids, n);
		ids[n++] = row_int(&r, 0);
	}
	ok = ok && rows_end(&r, e);
	for (size_t i = 0; ok && i < n; i++)
		ok = cycle_rules_keep(db, p->with, ids[i], e);
	arena_destroy(a);
	return ok;
}

bool
cycle_rules_left(struct writer *w, const struct bank *bank, struct err *e)
{
	return writer_run(w, left_keep, (void *)(uintptr_t)bank, e);
}

SQL(find_cycle_rules, "SELECT p.yaml, s.yaml FROM cycle_rules r JOIN rule_text p ON p.digest = r.policy"
		      " JOIN rule_text s ON s.digest = r.scales WHERE r.cycle_id = $1");

static bool
rules_parse(struct arena *a, struct rows *r, struct cycle_rules *out, struct err *e)
{
	struct faults f = {.arena = a};
	size_t length;
	const char *yaml = row_peek(r, 0, &length);
	out->policy = policy_parse(yaml, length, "policy.yaml", &f);
	yaml = row_peek(r, 1, &length);
	out->scales = scales_parse(yaml, length, "scales.yaml", &f);
	return f.count == 0 || err_set(e, ERR_SYSTEM, _("the stored %s cannot be read: line %d: %s"),
				       f.items[0].file, f.items[0].line, f.items[0].text);
}

bool
cycle_rules_read(struct db *db, struct arena *a, const struct bank *bank, int64_t cycle_id,
	struct cycle_rules *out, struct err *e)
{
	struct rows r;
	*out = (struct cycle_rules){bank->policy, bank->scales};
	if (!db_query(db, &r, e, find_cycle_rules, "i", cycle_id))
		return false;
	bool ok = !rows_next(&r) || rules_parse(a, &r, out, e);
	return rows_end(&r, ok ? e : NULL) && ok;
}
