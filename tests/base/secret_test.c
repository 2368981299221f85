#include <check.h>
#include <pthread.h>
#include <stdatomic.h>
#include <string.h>

#include "base/lane.h"
#include "base/secret.h"

START_TEST(tokens_differ_and_fit_a_cookie)
{
	char a[TOKEN_SIZE], b[TOKEN_SIZE];
	token_make(a);
	token_make(b);
	ck_assert_uint_eq(strlen(a), 43); /* 32 bytes in base64 without padding */
	ck_assert_str_ne(a, b);
	ck_assert_uint_eq(strspn(a, "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"), 43);
}
END_TEST

START_TEST(a_digest_is_blake2b_256)
{
	char d[DIGEST_SIZE];
	digest_of("abc", 3, d); /* b2sum -l 256 */
	ck_assert_str_eq(d, "bddd813c634239723171ef3fee98579b94964e3bb1cb3e427262c8c068d52319");
}
END_TEST

START_TEST(a_file_is_named_by_sha_256)
{
	char d[DIGEST_SIZE];
	sha256_of("abc", 3, d); /* sha256sum */
	ck_assert_str_eq(d, "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}
END_TEST

START_TEST(only_the_right_password_passes)
{
	char hash[PASSWORD_HASH_SIZE];
	password_hash("正しい合言葉", hash);
	ck_assert_int_eq(strncmp(hash, "$argon2id$v=19$m=19456,t=2,p=1$", 31), 0);
	ck_assert(password_verify(hash, "正しい合言葉"));
	ck_assert(!password_verify(hash, "正しい合言"));
	ck_assert(!password_verify(hash, ""));
	ck_assert(!password_verify("not a hash", "正しい合言葉"));
}
END_TEST

START_TEST(equality_is_of_the_whole)
{
	ck_assert(secret_equal("abc", "abc"));
	ck_assert(!secret_equal("abc", "abd"));
	ck_assert(!secret_equal("abc", "abcd"));
}
END_TEST

static pthread_mutex_t gate = PTHREAD_MUTEX_INITIALIZER;
static atomic_int done;

static void
count_behind_gate(void *with)
{
	pthread_mutex_lock(&gate);
	atomic_fetch_add(&done, *(int *)with);
	pthread_mutex_unlock(&gate);
}

START_TEST(a_full_lane_refuses_and_what_it_took_is_done)
{
	int one = 1, taken = 0;
	struct lane *l = lane_create("test", 3);
	pthread_mutex_lock(&gate);
	for (int i = 0; i < 50; i++)
		taken += lane_add(l, count_behind_gate, &one);
	ck_assert_int_ge(taken, 3); /* what fits, and perhaps the one already at work */
	ck_assert_int_le(taken, 4);
	pthread_mutex_unlock(&gate);
	lane_destroy(l);
	ck_assert_int_eq(atomic_load(&done), taken);
}
END_TEST

Suite *secret_suite(void);
Suite *
secret_suite(void)
{
	Suite *s = suite_create("secret");
	TCase *t = tcase_create("secret");
	tcase_add_test(t, tokens_differ_and_fit_a_cookie);
	tcase_add_test(t, a_digest_is_blake2b_256);
	tcase_add_test(t, a_file_is_named_by_sha_256);
	tcase_add_test(t, only_the_right_password_passes);
	tcase_add_test(t, equality_is_of_the_whole);
	tcase_add_test(t, a_full_lane_refuses_and_what_it_took_is_done);
	suite_add_tcase(s, t);
	return s;
}
