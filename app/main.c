/* tenken (点検): audit and self-inspection for local public bodies. */
#include "base/secret.h"
#include "base/words.h"
#include "cli/cli.h"

int
main(int argc, char **argv)
{
	words_init();
	secret_init();
	return cli_main(argc, argv);
}
