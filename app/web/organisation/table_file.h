#ifndef WEB_ORGANISATION_TABLE_FILE_H
#define WEB_ORGANISATION_TABLE_FILE_H

/* A table handed out as a file that is read back as it was written: ?as=xlsx for a workbook, else CSV. */

#include "web/web.h"

/* fields: row by row, the titles first. The file is called after the title. */
void page_table_file(
	struct call *c, const char *title, const char *const *fields, size_t rows, size_t columns);

#endif
