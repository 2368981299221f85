#ifndef DOMAIN_ANSWER_ANSWER_LAYOUT_H
#define DOMAIN_ANSWER_ANSWER_LAYOUT_H

/* Where what stands in a workbook of answer sheets: for its writer and its reader. */

enum answer_column {
	ANSWER_NUMBER,
	ANSWER_CLAUSE,
	ANSWER_QUESTION,
	ANSWER_HELP,
	ANSWER_CHOICE,
	ANSWER_NA,
	ANSWER_REASON,
	ANSWER_EXTRA,
	ANSWER_KEY, /* hidden: the item's id; in row 1 the sheet's code */
	ANSWER_COLUMNS
};

#define ANSWER_SUBMIT  "submit"  /* key of the last row */
#define ANSWER_VERSION "version" /* the hidden worksheet */
#define ANSWER_FORMAT  "tenken-answers-1"
#define ANSWER_GUIDE   "guide" /* key of the worksheet that is none */

/* The hidden worksheet's rows: a key and its values. */
enum { VERSION_COLUMNS = 6 };
#define VERSION_SHEET    "sheet" /* code, sheet id, set, digest, revision */
#define VERSION_CYCLE    "cycle" /* its id, when it was opened */
#define VERSION_CHECKSUM "checksum"

#endif
