#include "base/secret.h"

#include <sodium.h>
#include <stdlib.h>
#include <string.h>

enum { PASSES = 2, MEMORY = 19 * 1024 * 1024 };

_Static_assert(PASSWORD_HASH_SIZE >= crypto_pwhash_STRBYTES, "an Argon2id string fits");

static char nobody[PASSWORD_HASH_SIZE];

void
secret_init(void)
{
	if (sodium_init() < 0)
		abort();
	if (nobody[0] == '\0')
		password_hash("", nobody);
}

void
token_make(char out[TOKEN_SIZE])
{
	unsigned char raw[32];
	randombytes_buf(raw, sizeof raw);
	sodium_bin2base64(out, TOKEN_SIZE, raw, sizeof raw, sodium_base64_VARIANT_URLSAFE_NO_PADDING);
}

void
token_digest(const char *token, char out[DIGEST_SIZE])
{
	digest_of(token, strlen(token), out);
}

void
digest_of(const void *data, size_t length, char out[DIGEST_SIZE])
{
	unsigned char raw[32];
	crypto_generichash(raw, sizeof raw, data, length, NULL, 0);
	sodium_bin2hex(out, DIGEST_SIZE, raw, sizeof raw);
}

void
sha256_of(const void *data, size_t length, char out[DIGEST_SIZE])
{
	unsigned char raw[crypto_hash_sha256_BYTES];
	crypto_hash_sha256(raw, data, length);
	sodium_bin2hex(out, DIGEST_SIZE, raw, sizeof raw);
}

bool
secret_equal(const char *a, const char *b)
{
	size_t n = strlen(a);
	return n == strlen(b) && sodium_memcmp(a, b, n) == 0;
}

uint64_t
random_below(uint64_t limit)
{
	uint64_t r, unbiased = UINT64_MAX - UINT64_MAX % limit;
	do
		randombytes_buf(&r, sizeof r);
	while (r >= unbiased);
	return r % limit;
}

void
password_hash(const char *password, char out[PASSWORD_HASH_SIZE])
{
	if (crypto_pwhash_str(out, password, strlen(password), PASSES, MEMORY) != 0)
		abort(); /* it fails only for want of memory */
}

bool
password_verify(const char *hash, const char *password)
{
	return crypto_pwhash_str_verify(hash, password, strlen(password)) == 0;
}

void
password_waste(const char *password)
{
	(void)password_verify(nobody, password);
}
