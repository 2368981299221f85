/* What a file is that somebody hands in. */
#include "base/words.h"
#include "domain/answer/evidence.h"
#include "store/setting.h"
#include "web/sheet/evidence.h"

enum { MEGA = 1024 * 1024 };

bool
evidence_take(struct call *c, const struct http_field *file, struct evidence_sent *out, struct err *e)
{
	int most = setting_number(c->db, "evidence_most");
	if (file == NULL)
		return err_set(e, ERR_INPUT, _("no file was chosen"));
	if (file->length > (size_t)most * MEGA)
		return err_set(e, ERR_INPUT, _("the file is larger than %d MB"), most);
	out->name = evidence_name(c->arena, file->filename);
	if (out->name == NULL)
		return err_set(e, ERR_INPUT,
			_("the name of the file cannot be used; give it one of %d characters at most, none "
			  "of them "
			  "invisible"),
			EVIDENCE_NAME_MOST);
	const struct evidence_kind *kind = evidence_kind_of(out->name, file->value, file->length, e);
	out->kind = kind != NULL ? kind->key : NULL;
	out->size = (int64_t)file->length;
	return kind != NULL;
}
