#ifndef BASE_SECRET_H
#define BASE_SECRET_H

/*
 * Random tokens, digests and passwords: the door to libsodium.
 *
 * A token is 32 random bytes in URL-safe base64. The store never holds a token,
 * only its digest (BLAKE2b-256, RFC 7693, lower-case hex), so a stolen database
 * opens no session. Files are named by SHA-256, which other people's tools know too. Passwords are kept as Argon2id strings (RFC 9106) with
 * 19 MiB and two passes, the OWASP figure: about 20 ms of one core, which is why
 * the web checks them in a bounded lane of their own.
 */

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum { TOKEN_SIZE = 44, DIGEST_SIZE = 65, PASSWORD_HASH_SIZE = 128 }; /* each with its NUL */

void secret_init(void); /* once, before any thread */

void token_make(char out[TOKEN_SIZE]);
void token_digest(const char *token, char out[DIGEST_SIZE]);
void digest_of(const void *data, size_t length, char out[DIGEST_SIZE]);
void sha256_of(const void *data, size_t length, char out[DIGEST_SIZE]); /* FIPS 180-4, lower-case hex */
bool secret_equal(const char *a, const char *b); /* in time that tells nothing but the length */
uint64_t random_below(uint64_t limit);

void password_hash(const char *password, char out[PASSWORD_HASH_SIZE]);
bool password_verify(const char *hash, const char *password);
void password_waste(const char *password); /* the time of a verify, for unknown sign-in names */

#endif
