#ifndef DOMAIN_ORGANISATION_FLAG_H
#define DOMAIN_ORGANISATION_FLAG_H

/*
 * Department flags: facts about a department, set by the secretariat, on which
 * items depend. MYN マイナンバー利用事務系, LGW LGWAN接続系, NET インターネット接続系,
 * OUT 業務委託, CLD クラウド, SNS, SRV サーバ・システム室所管, SYSO 情報システム所管,
 * MED 媒体・持出し, PII 契約者情報, TMP 臨時・非常勤在籍, SITE 出先・無人施設, OT 監視制御.
 * A condition is keys joined by '&' (all must hold) or by '|' (one must); empty
 * always holds.
 */

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"

typedef unsigned flags_t;

size_t flag_count(void);
const char *flag_key(size_t i);
const char *flag_name(size_t i);     /* what people call it */
flags_t flag_parse(const char *key); /* 0 when unknown */
/* "NET LGW": blanks, commas; *unknown: where the unknown one starts */
bool flags_parse(const char *list, flags_t *out, const char **unknown);
const char *flags_format(struct arena *a, flags_t flags); /* "LGW NET" in table order */

struct condition {
	flags_t flags;
	bool any; /* '|' */
};

bool condition_parse(const char *text, struct condition *c, const char **unknown);
bool condition_holds(struct condition c, flags_t flags);

#endif
