# tenken: `make run` and `make test` do everything on a bare Debian 12.
#
# Set-up is part of the build: build/deps.mk is a target that installs what is
# missing and then writes the compiler flags; make restarts itself with them.

SHELL   := /bin/bash
MAKEFLAGS += --no-builtin-rules
DATA    ?= data
LISTEN  ?= 127.0.0.1:8080

.PHONY: all run test check e2e browser bench clean format
all: build/tenken

ifneq ($(filter-out clean format,$(or $(MAKECMDGOALS),all)),)
include build/deps.mk
endif

build/deps.mk: tests/setup.sh
	@mkdir -p build
	@bash tests/setup.sh build > $@.new && mv $@.new $@

# ---- what is compiled: a new file is found by itself ------------------------
C_FILES  := $(shell find app -name '*.c' | sort)
CC_FILES := $(shell find app -name '*.cc' | sort)
T_FILES  := $(shell find tests -name '*_test.c' | sort)
B_FILES  := $(shell find tests/bench -name '*.c' | sort)
LIB_FILES := $(filter-out app/main.c,$(C_FILES))

WARN   := -Wall -Wextra -Wvla -Wpointer-arith -Wstrict-prototypes -Wmissing-prototypes -Werror
COMMON := -Iapp -D_GNU_SOURCE -g -MMD -MP -fno-omit-frame-pointer $(DEPS_CFLAGS)
REL    := -O2 -fstack-protector-strong -D_FORTIFY_SOURCE=2
SAN    := -O1 -fsanitize=address,undefined -fno-sanitize-recover=all
LDLIBS := $(DEPS_LIBS) -pthread -lm

REL_OBJ := $(LIB_FILES:%.c=build/rel/%.o) $(CC_FILES:%.cc=build/rel/%.o) build/rel/schema.o
SAN_OBJ := $(LIB_FILES:%.c=build/san/%.o) $(CC_FILES:%.cc=build/san/%.o) build/san/schema.o

build/rel/%.o: %.c build/deps.mk
	@mkdir -p $(@D)
	@echo "  CC  $<"
	@$(CC) -std=c17 $(WARN) $(COMMON) $(REL) -c $< -o $@
build/san/%.o: %.c build/deps.mk
	@mkdir -p $(@D)
	@echo "  CC  $< (sanitized)"
	@$(CC) -std=c17 $(WARN) $(COMMON) $(SAN) -Itests -c $< -o $@
build/rel/%.o: %.cc build/deps.mk
	@mkdir -p $(@D)
	@echo "  CXX $<"
	@$(CXX) -std=c++17 -Wall -Wextra -Werror $(COMMON) $(REL) -c $< -o $@
build/san/%.o: %.cc build/deps.mk
	@mkdir -p $(@D)
	@echo "  CXX $< (sanitized)"
	@$(CXX) -std=c++17 -Wall -Wextra -Werror $(COMMON) $(SAN) -c $< -o $@

# The schema and its migrations go into the program without quoting: _binary_schema_sql_start.
build/rel/schema.o build/san/schema.o: $(sort $(wildcard app/store/schema/*.sql app/store/migration_*.sql))
	@mkdir -p $(@D)
	@cat app/store/schema/*.sql >$(@D)/schema.sql
	@cp app/store/migration_*.sql $(@D)
	@cd $(@D) && ld -r -b binary -z noexecstack -o schema.o schema.sql migration_*.sql

build/tenken: build/rel/app/main.o $(REL_OBJ) build/locale/ja/LC_MESSAGES/tenken.mo
	@echo "  LD  $@"
	@$(CXX) -o $@ $(filter %.o,$^) $(LDLIBS)
build/san/tenken: build/san/app/main.o $(SAN_OBJ) build/san/locale/ja/LC_MESSAGES/tenken.mo
	@echo "  LD  $@"
	@$(CXX) -fsanitize=address,undefined -o $@ $(filter %.o,$^) $(LDLIBS)

# One catalogue, written floor by floor.
build/locale/ja/LC_MESSAGES/tenken.mo build/san/locale/ja/LC_MESSAGES/tenken.mo: $(wildcard app/words/ja/*.po)
	@mkdir -p $(@D)
	@msgcat --use-first $^ | msgfmt --check-format -o $@ -

# ---- tests -------------------------------------------------------------------
# A test file NAME_test.c defines `Suite *NAME_suite(void)`; the list makes itself.
build/san/suites.c: $(T_FILES)
	@mkdir -p $(@D)
	@{ echo '#include <check.h>'; \
	  for f in $(basename $(notdir $(T_FILES))); do echo "Suite *$${f%_test}_suite(void);"; done; \
	  echo 'Suite *(*const suites[])(void) = {'; \
	  for f in $(basename $(notdir $(T_FILES))); do echo "$${f%_test}_suite,"; done; \
	  echo '}; const unsigned suite_count = sizeof suites / sizeof *suites;'; } > $@
build/san/suites.o: build/san/suites.c
	@$(CC) -std=c17 $(COMMON) $(SAN) -c $< -o $@
build/san/checks: build/san/tests/runner.o build/san/suites.o $(T_FILES:%.c=build/san/%.o) $(SAN_OBJ)
	@echo "  LD  $@"
	@$(CXX) -fsanitize=address,undefined -o $@ $^ $(LDLIBS) $(CHECK_LIBS)

# Only the Check suites: seconds. SUITE=name runs one.
check: build/san/checks build/san/locale/ja/LC_MESSAGES/tenken.mo
	@TENKEN_HOME=$(CURDIR) $(if $(SUITE),CK_RUN_SUITE=$(SUITE)) build/san/checks

test: build/tenken build/san/tenken build/san/checks
	@bash tests/setup.sh test
	@bash tests/run.sh

# ---- speed --------------------------------------------------------------------
build/bench/%: build/rel/tests/bench/%.o $(REL_OBJ)
	@mkdir -p $(@D)
	@echo "  LD  $@"
	@$(CXX) -o $@ $^ $(LDLIBS)
bench: build/tenken $(B_FILES:tests/bench/%.c=build/bench/%)
	@bash tests/setup.sh bench
	@bash tests/bench/run.sh

# ---- running -----------------------------------------------------------------
run: build/tenken
	@bash tests/serve_demo.sh "$(DATA)" "$(LISTEN)"

format:
	clang-format -i $$(git ls-files 'app/*.c' 'app/*.h' 'app/*.cc' 'tests/*.c' 'tests/*.h')

clean:
	rm -rf build

-include $(shell find build -name '*.d' 2>/dev/null)
