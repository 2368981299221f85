#ifndef XLSX_STYLE_H
#define XLSX_STYLE_H

/* How cells of our workbooks look. Each style is made once a workbook. */

#include "xlsx/xlsx.h"

struct lxw_workbook;
struct lxw_format;
struct style_set;

enum { STYLE_TEXT = -1 }; /* instead of a number of decimals */

struct style_set *styles_create(struct arena *a, struct lxw_workbook *book);

struct lxw_format *style_line(struct style_set *s, unsigned flags, bool wrapped);
struct lxw_format *style_header(struct style_set *s);
struct lxw_format *style_cell(struct style_set *s, enum xlsx_align align, unsigned flags, int decimals);

#endif
