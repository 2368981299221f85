#include "cli/serve_mail.h"

#include <string.h>

#include "base/file.h"
#include "base/words.h"

static bool
login_read(struct arena *a, const char *path, struct mail_server *server, struct err *e)
{
	char *text;
	size_t length;
	if (!file_read(a, path, &text, &length, e))
		return false;
	char *password = strpbrk(text, "\r\n");
	if (password != NULL) {
		*password++ = '\0';
		password += strspn(password, "\r\n");
		password[strcspn(password, "\r\n")] = '\0';
	}
	if (*text == '\0' || password == NULL || *password == '\0')
		return err_set(
			e, ERR_INPUT, _("%s needs two lines: the sign-in name and the password"), path);
	server->login = text;
	server->password = password;
	return true;
}

bool
serve_mail(struct arena *a, const char *url, const char *from, const char *login, const char *authorities,
	struct remind_config *out, struct err *e)
{
	struct mail_server *server = ARENA_NEW(a, struct mail_server);
	*out = (struct remind_config){0};
	if (url == NULL)
		return (from == NULL && login == NULL && authorities == NULL) ||
		       err_set(e, ERR_INPUT, _("options about mail need --smtp URL as well"));
	if (from == NULL || !mail_address_fits(from))
		return err_set(e, ERR_INPUT, _("--smtp needs --mail-from with the address mail comes from"));
	*server = (struct mail_server){.url = url, .authorities = authorities};
	if ((login != NULL && !login_read(a, login, server, e)) || !mail_server_check(server, e))
		return false;
	*out = (struct remind_config){server, from};
	return true;
}
