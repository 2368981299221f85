#ifndef HTTP_LISTEN_H
#define HTTP_LISTEN_H

#include "base/err.h"

/* Opens a listening socket; *bound is its port. The caller closes *fd. */
bool listen_open(const char *address, int port, int *fd, int *bound, struct err *e);

#endif
