/* checks [PART PARTS]: runs the suites the Makefile found, all or every PARTSth from PART,
 * and prints one line of totals. */
#include <check.h>
#include <stdio.h>
#include <stdlib.h>

#include "base/secret.h"
#include "base/words.h"

extern Suite *(*const suites[])(void);
extern const unsigned suite_count;

int
main(int count, char **words)
{
	unsigned first = count == 3 ? (unsigned)atoi(words[1]) : 0, step = count == 3 ? (unsigned)atoi(words[2]) : 1;
	char bodies[] = "/tmp/tenken-bodies-XXXXXX", command[64]; /* demo_body.h */
	if (mkdtemp(bodies) == NULL)
		return EXIT_FAILURE;
	setenv("TENKEN_TEST_BODIES", bodies, 1);
	setenv("TENKEN_LANG", "en", 0); /* sentences are compared as they stand in the code */
	words_init();
	secret_init();
	SRunner *runner = srunner_create(NULL);
	for (unsigned i = first; i < suite_count; i += step)
		srunner_add_suite(runner, suites[i]());
	srunner_run_all(runner, CK_ENV);
	int failed = srunner_ntests_failed(runner), run = srunner_ntests_run(runner);
	printf("checks: %d passed, %d failed\n", run - failed, failed);
	srunner_free(runner);
	snprintf(command, sizeof command, "rm -r %s", bodies);
	if (system(command) != 0)
		failed++;
	return failed == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
