#ifndef DOMAIN_ORGANISATION_ROLE_H
#define DOMAIN_ORGANISATION_ROLE_H

/*
 * What a person may do. Roles are a set; every one who signs in may answer the
 * sheets that are theirs. Titles of posts are master data, not roles.
 */

enum role {
	ROLE_STAFF = 1 << 0,      /* 職員: answers */
	ROLE_MANAGER = 1 << 1,    /* 所属長: progress and figures of the own department */
	ROLE_AUDITOR = 1 << 2,    /* 監査人: reports of every department, findings */
	ROLE_MANAGEMENT = 1 << 3, /* 管理者層: dashboard */
	ROLE_ADMIN = 1 << 4,      /* 事務局: roster, question sets, cycles */
	ROLE_LEAD = 1 << 5,       /* 監査責任者: confirms what auditors find */
};

enum { ROLE_ANYONE = 0, ROLE_ALL = (1 << 6) - 1 };

const char *role_key(enum role r);    /* "staff" … "lead" */
unsigned role_parse(const char *key); /* 0 when unknown */

#endif
