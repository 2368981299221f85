#ifndef BASE_LOG_H
#define BASE_LOG_H

/* One line to standard error, with the time in JST: for the engineer, never for
 * a page. Never holds an answer, a password or a token. */
void log_line(const char *format, ...) __attribute__((format(printf, 1, 2)));

#endif
