#ifndef WEB_SHEET_PROXY_PAGE_H
#define WEB_SHEET_PROXY_PAGE_H

/* 代理入力: what finding a sheet by the code on its paper and filling it in share. */

#include "web/pages.h"

/* The sheet of a code as it was typed, if the caller may type it in now. ERR_INPUT: a code nobody printed. */
bool proxy_sheet(struct call *c, const char *typed, struct sheet *s, struct err *e);

#endif
