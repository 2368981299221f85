/* A message as text: headers that hold Japanese, and a body that survives any server. */
#include "mail/mail.h"

#include <stdio.h>
#include <string.h>

#include "base/utf8.h"
#include "base/words.h"

/* RFC 5321, 4.5.3.1; RFC 2047, 2: an encoded word has 75 characters at most. */
enum { LOCAL_MOST = 64, ADDRESS_MOST = 254, FIRST_BYTES = 36, WORD_BYTES = 45, LINE_BYTES = 57 };

static bool
is_letter_or_digit(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

/* Runs of allowed characters with single dots between. */
static bool
dotted(const char *s, size_t length, const char *more)
{
	for (size_t i = 0; i < length; i++) {
		bool dot = s[i] == '.';
		if (dot ? i == 0 || i + 1 == length || s[i - 1] == '.'
			: !is_letter_or_digit(s[i]) && (s[i] == '\0' || strchr(more, s[i]) == NULL))
			return false;
	}
	return length > 0;
}

bool
mail_address_fits(const char *address)
{
	const char *at = strrchr(address, '@');
	size_t length = strlen(address);
	if (at == NULL || length > ADDRESS_MOST || at - address > LOCAL_MOST)
		return false;
	return dotted(address, (size_t)(at - address), "!#$%&'*+-/=?^_`{|}~") &&
	       dotted(at + 1, strlen(at + 1), "-") && at[1] != '-' && address[length - 1] != '-';
}

/* ---- encodings ------------------------------------------------------------------------------ */

static void
base64_add(struct buf *out, const char *bytes, size_t length)
{
	static const char digits[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
	const unsigned char *b = (const unsigned char *)bytes;
	for (size_t i = 0; i < length; i += 3) {
		unsigned n = (unsigned)b[i] << 16;
		n |= i + 1 < length ? (unsigned)b[i + 1] << 8 : 0;
		n |= i + 2 < length ? (unsigned)b[i + 2] : 0;
		buf_addc(out, digits[n >> 18]);
		buf_addc(out, digits[n >> 12 & 63]);
		buf_addc(out, i + 1 < length ? digits[n >> 6 & 63] : '=');
		buf_addc(out, i + 2 < length ? digits[n & 63] : '=');
	}
}

/* As many bytes as a piece may have, ending after a whole character. */
static size_t
piece_length(const char *text, size_t most)
{
	size_t length = strlen(text);
	if (length <= most)
		return length;
	for (length = most; ((unsigned char)text[length] & 0xC0) == 0x80; length--)
		;
	return length;
}

/* The first stands behind the header's name. */
static void
words_add(struct buf *out, const char *text)
{
	size_t most = FIRST_BYTES;
	for (size_t length; *text != '\0'; text += length) {
		length = piece_length(text, most);
		buf_adds(out, most == FIRST_BYTES ? " =?UTF-8?B?" : "\r\n =?UTF-8?B?");
		most = WORD_BYTES;
		base64_add(out, text, length);
		buf_adds(out, "?=");
	}
}

static bool
header_fits(const char *text, struct err *e)
{
	for (const char *c = text; *c != '\0'; c++)
		if ((unsigned char)*c < ' ' || *c == 0x7F)
			return err_set(e, ERR_INPUT,
				_("a name or a subject of mail cannot hold line ends or other controls"));
	return utf8_plain(text, strlen(text)) ||
	       err_set(e, ERR_INPUT, _("a name or a subject of mail is not text"));
}

static bool
address_add(struct buf *out, const char *header, const char *address, const char *name, struct err *e)
{
	if (!mail_address_fits(address))
		return err_set(e, ERR_INPUT, _("\"%s\" is not a mail address"), address);
	if (!header_fits(name, e))
		return false;
	buf_addf(out, "%s:", header);
	words_add(out, name);
	buf_addf(out, "%s<%s>\r\n", *name != '\0' ? "\r\n " : " ", address);
	return true;
}

static void
date_add(struct buf *out, instant_t at)
{
	static const char days[][4] = {"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
	static const char months[][4] = {
		"Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
	struct civil c = civil_of_instant(at);
	buf_addf(out, "Date: %s, %d %s %d %02d:%02d:%02d +0900\r\n", days[day_weekday(day_of_instant(at))],
		c.day, months[c.month - 1], c.year, c.hour, c.minute, c.second);
}

static void
body_add(struct buf *out, const char *text)
{
	struct buf lines = BUF_INIT;
	for (; *text != '\0'; text++) {
		if (*text == '\n')
			buf_addc(&lines, '\r');
		buf_addc(&lines, *text);
	}
	for (size_t at = 0; at < lines.length; at += LINE_BYTES) {
		size_t left = lines.length - at;
		base64_add(out, lines.data + at, left < LINE_BYTES ? left : LINE_BYTES);
		buf_adds(out, "\r\n");
	}
	buf_free(&lines);
}

bool
mail_format(const struct mail *m, struct buf *out, struct err *e)
{
	if (!mail_address_fits(m->id))
		return err_set(e, ERR_INPUT, _("\"%s\" cannot name a message"), m->id);
	if (!address_add(out, "From", m->from, m->from_name, e) ||
		!address_add(out, "To", m->to, m->to_name, e) || !header_fits(m->subject, e))
		return false;
	buf_adds(out, "Subject:");
	words_add(out, m->subject);
	buf_adds(out, "\r\n");
	date_add(out, m->at);
	buf_addf(out, "Message-ID: <%s>\r\n", m->id);
	buf_adds(out, "Auto-Submitted: auto-generated\r\n"
		      "MIME-Version: 1.0\r\n"
		      "Content-Type: text/plain; charset=UTF-8\r\n"
		      "Content-Transfer-Encoding: base64\r\n"
		      "\r\n");
	body_add(out, m->text);
	return true;
}
