/* The hour of the day for tests: preloaded into a program, it moves the wall clock by as
 * many seconds as the file named by TENKEN_CLOCK holds (eight bytes, this machine's order).
 * The file is mapped, so the hour can change under a running program. What is measured
 * (the monotonic clock) stays as it is. */
#include <fcntl.h>
#include <stdint.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <sys/syscall.h>
#include <sys/time.h>
#include <time.h>
#include <unistd.h>

static const volatile int64_t *ahead;

__attribute__((constructor)) static void
clock_open(void)
{
	const char *name = getenv("TENKEN_CLOCK");
	int file = name != NULL ? open(name, O_RDONLY | O_CLOEXEC) : -1;
	if (file < 0)
		return;
	void *at = mmap(NULL, sizeof *ahead, PROT_READ, MAP_SHARED, file, 0);
	if (at != MAP_FAILED)
		ahead = at;
	close(file);
}

int
clock_gettime(clockid_t clock, struct timespec *out)
{
	long failed = syscall(SYS_clock_gettime, clock, out);
	if (failed == 0 && ahead != NULL && (clock == CLOCK_REALTIME || clock == CLOCK_REALTIME_COARSE))
		out->tv_sec += *ahead;
	return (int)failed;
}

int
gettimeofday(struct timeval *restrict out, void *restrict zone)
{
	struct timespec t;
	(void)zone;
	clock_gettime(CLOCK_REALTIME, &t);
	*out = (struct timeval){t.tv_sec, t.tv_nsec / 1000};
	return 0;
}

time_t
time(time_t *out)
{
	struct timespec t;
	clock_gettime(CLOCK_REALTIME, &t);
	if (out != NULL)
		*out = t.tv_sec;
	return t.tv_sec;
}
