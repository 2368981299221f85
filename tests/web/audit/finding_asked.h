#ifndef TESTS_WEB_AUDIT_FINDING_ASKED_H
#define TESTS_WEB_AUDIT_FINDING_ASKED_H

/* Raising, moving and looking at findings of the demonstration body through the browser's door. */

#include "store/audit/findings.h"
#include "web/demo.h"

#define WORDS                                                                                                \
	"title=%E9%8D%B5%E3%81%AE%E7%AE%A1%E7%90%86&severity=minor&clause=6(4)&threat=3(2)&facts=fact&"      \
	"criterion=rule"                                                                                     \
	"&cause=&effect=&proposal=&item=A645&predecessor="

static inline void
setup(void)
{
	demo_start();
}

static inline void
teardown(void)
{
	demo_stop();
}

/* The id of the finding the last answer leads to. */
static inline int
led_to(void)
{
	const char *at = strstr(b->answer.data, "Location: /findings/");
	ck_assert_ptr_nonnull(at);
	return atoi(at + strlen("Location: /findings/"));
}

static inline int
raise_for(const char *department)
{
	char form[1024];
	snprintf(form, sizeof form, "%s&department=%s", WORDS, department);
	ck_assert_int_eq(body_as(b, AUDITOR, "POST", "/findings", form), 303);
	return led_to();
}

static inline int
act(int role, int id, const char *what, const char *fields, int revision)
{
	char path[64], form[1024];
	snprintf(path, sizeof path, "/findings/%d/%s", id, what);
	snprintf(form, sizeof form, "revision=%d&%s", revision, fields);
	return body_as(b, role, "POST", path, form);
}

static inline int
look(int role, int id)
{
	char path[64];
	snprintf(path, sizeof path, "/findings/%d", id);
	return body_as(b, role, "GET", path, NULL);
}

#endif
