#include <check.h>
#include <string.h>

#include "base/buf.h"
#include "yaml/schema.h"
#include "yaml/yaml.h"

enum colour { RED = 1, GREEN };

struct plant {
	const char *name;
	enum colour colour;
	int height;
	bool edible;
	const char **uses;
	size_t uses_count;
	int line;
};

struct garden {
	const char *owner;
	struct plant *plants;
	size_t plants_count;
};

static const cyaml_strval_t colours[] = {{"red", RED}, {"green", GREEN}};
static const struct cyaml_schema_field plant_fields[] = {YAML_LINE(struct plant, line),
	YAML_TEXT("name", YAML_MUST, struct plant, name),
	YAML_WORD("colour", YAML_MAY, struct plant, colour, colours),
	YAML_NUMBER("height", YAML_MAY, struct plant, height),
	YAML_BIT("edible", YAML_MAY, struct plant, edible), YAML_TEXTS("uses", YAML_MAY, struct plant, uses),
	YAML_END};
static const struct cyaml_schema_value plant_schema = YAML_RECORD(struct plant, plant_fields);
static const struct cyaml_schema_field garden_fields[] = {YAML_TEXT("owner", YAML_MAY, struct garden, owner),
	YAML_RECORDS("plants", YAML_MAY, struct garden, plants, plant_schema), YAML_END};
static const struct cyaml_schema_value garden_schema = YAML_ROOT(struct garden, garden_fields);

static struct faults faults;

static const struct garden *
garden_parse(const char *text)
{
	return yaml_parse(&garden_schema, text, strlen(text), "garden.yaml", &faults);
}

static void
setup(void)
{
	faults = (struct faults){.arena = arena_create()};
}

static void
teardown(void)
{
	arena_destroy(faults.arena);
}

START_TEST(a_file_is_read_into_structs_that_know_their_lines)
{
	const struct garden *g = garden_parse("# ours\n"
					      "owner: 山田\n"
					      "plants:\n"
					      "  - name: \"yes\"\n"
					      "    colour: green\n"
					      "    height: -3\n"
					      "    uses: [茶, \"湿布: 冷\"]\n"
					      "\n"
					      "  - {name: NO, edible: 1}\n");
	ck_assert_uint_eq(faults.count, 0);
	ck_assert_str_eq(g->owner, "山田");
	ck_assert_uint_eq(g->plants_count, 2);
	const struct plant *p = g->plants;
	ck_assert_str_eq(p[0].name, "yes");
	ck_assert_int_eq(p[0].colour, GREEN);
	ck_assert_int_eq(p[0].height, -3);
	ck_assert_uint_eq(p[0].uses_count, 2);
	ck_assert_str_eq(p[0].uses[1], "湿布: 冷");
	ck_assert_int_eq(p[0].line, 4);
	ck_assert_str_eq(p[1].name, "NO");
	ck_assert(p[1].edible && !p[0].edible);
	ck_assert_int_eq(p[1].line, 9);
	ck_assert_uint_eq(p[1].uses_count, 0);
}
END_TEST

START_TEST(many_records_keep_their_order_and_lines)
{
	struct buf text = BUF_INIT;
	buf_adds(&text, "plants:\n");
	for (int i = 0; i < 500; i++)
		buf_addf(&text, "  - name: n%d\n    height: %d\n", i, i);
	const struct garden *g = garden_parse(text.data);
	buf_free(&text);
	ck_assert_uint_eq(g->plants_count, 500);
	for (int i = 0; i < 500; i++) {
		ck_assert_int_eq(g->plants[i].height, i);
		ck_assert_int_eq(g->plants[i].line, 2 + 2 * i);
	}
}
END_TEST

START_TEST(an_empty_record_is_all_nothing)
{
	const struct garden *g = garden_parse("{}\n");
	ck_assert_uint_eq(faults.count, 0);
	ck_assert_ptr_null(g->owner);
	ck_assert_uint_eq(g->plants_count, 0);
}
END_TEST

static void
fault_is(size_t i, int line, const char *text)
{
	ck_assert_msg(i < faults.count, "no fault %zu", i);
	ck_assert_str_eq(faults.items[i].file, "garden.yaml");
	ck_assert_int_eq(faults.items[i].line, line);
	ck_assert_str_eq(faults.items[i].text, text);
}

START_TEST(every_fault_of_shape_is_gathered_and_the_rest_is_loaded)
{
	const struct garden *g = garden_parse("ownr: x\n"
					      "plants:\n"
					      "  - name: a\n"
					      "    colour: gren\n"
					      "    height: tall\n"
					      "  - colour: red\n"
					      "  - name: b\n"
					      "    name: c\n"
					      "    edible: 1\n"
					      "  - just words\n"
					      "  - name: [d]\n"
					      "    uses: e\n");
	fault_is(0, 1, "there is no key \"ownr\"; did you mean \"owner\"?");
	fault_is(1, 4, "colour: there is no value \"gren\"; did you mean \"green\"?");
	fault_is(2, 5, "\"height\" must be a whole number, not \"tall\"");
	fault_is(3, 6, "\"name\" is missing in what begins here");
	fault_is(4, 8, "\"name\" stands here a second time; keep one");
	fault_is(5, 10, "\"plants\" must be made of \"key: value\" lines");
	fault_is(6, 11, "\"name\" must be a single value");
	fault_is(7, 12, "\"uses\" must be a list: lines that begin with \"- \", or [a, b]");
	ck_assert_uint_eq(faults.count, 8);
	ck_assert_uint_eq(g->plants_count, 1);
	ck_assert_str_eq(g->plants[0].name, "b");
	ck_assert_int_eq(g->plants[0].line, 7);
	ck_assert(g->plants[0].edible);
}
END_TEST

START_TEST(what_yaml_would_bend_is_refused)
{
	static const struct {
		const char *text;
		int line;
		const char *fault;
	} rows[] = {
		{"", 0, "the file is empty"},
		{"# nothing\n", 0, "the file is empty"},
		{"plants:\n  - {name: a, edible: maybe}\n", 2,
			"edible: there is no value \"maybe\"; known are: 0, 1"},
		{"plants:\n  - {name: a, edible: true}\n", 2,
			"edible: there is no value \"true\"; known are: 0, 1"},
		{"plants:\n  - {name: a, height: 0x10}\n", 2,
			"\"height\" must be a whole number, not \"0x10\""},
		{"plants:\n  - {name: a, height: 010}\n", 2,
			"\"height\" must be a whole number, not \"010\""},
		{"plants:\n  - {name: a, height: 99999999999}\n", 2,
			"\"height\" must be a whole number, not \"99999999999\""},
		{"owner: &o me\n", 1, "anchors (&) are not used here; write the text out"},
		{"owner: *o\n", 1, "references (*) are not used here; write the text out"},
		{"owner: a\n---\nowner: b\n", 2, "a second document begins here; keep one in a file"},
		{"owner: \"a\\0b\"\n", 1, "the text holds a control character; take it out"},
		{"owner: a\n\xE3\x81: b\n", 2, "this line is not UTF-8; save the file as UTF-8"},
		{"\"(line)\": 7\n", 1, "there is no key \"(line)\"; known are: owner, plants"},
		{"[a]: b\n", 1, "a key must be a word"},
		{"- a\n", 1, "\"garden.yaml\" must be made of \"key: value\" lines"},
	};
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		faults.count = 0;
		garden_parse(rows[i].text);
		ck_assert_uint_eq(faults.count, 1);
		fault_is(0, rows[i].line, rows[i].fault);
	}
	faults.count = 0;
	ck_assert_ptr_null(yaml_parse(&garden_schema, "owner: a\0b", 10, "garden.yaml", &faults));
	fault_is(0, 1, "this line holds a NUL character; take it out");
}
END_TEST

START_TEST(broken_yaml_names_its_line)
{
	ck_assert_ptr_null(garden_parse("owner: a\nplants:\n  - name: \"b\n"));
	ck_assert_uint_eq(faults.count, 1);
	ck_assert_int_ge(faults.items[0].line, 3);
	ck_assert_ptr_nonnull(strstr(faults.items[0].text, "this is not YAML"));
}
END_TEST

START_TEST(depth_and_size_have_bounds)
{
	struct buf text = BUF_INIT;
	buf_adds(&text, "owner: ");
	for (int i = 0; i < 5000; i++)
		buf_addc(&text, '[');
	ck_assert_ptr_null(garden_parse(text.data));
	fault_is(0, 1, "too many levels of indentation");
	faults.count = 0;
	while (text.length <= YAML_MOST)
		buf_adds(&text, "                                                               \n");
	ck_assert_ptr_null(garden_parse(text.data));
	fault_is(0, 0, "the file is larger than 1 MB; divide it");
	buf_free(&text);
}
END_TEST

START_TEST(a_file_that_is_not_there_is_a_fault)
{
	ck_assert_ptr_null(yaml_load(&garden_schema, "/nonexistent/x.yaml", "garden.yaml", &faults));
	fault_is(0, 0, "cannot read /nonexistent/x.yaml: No such file or directory");
}
END_TEST

Suite *yaml_suite(void);
Suite *
yaml_suite(void)
{
	Suite *s = suite_create("yaml");
	TCase *t = tcase_create("yaml");
	tcase_add_checked_fixture(t, setup, teardown);
	tcase_add_test(t, a_file_is_read_into_structs_that_know_their_lines);
	tcase_add_test(t, many_records_keep_their_order_and_lines);
	tcase_add_test(t, an_empty_record_is_all_nothing);
	tcase_add_test(t, every_fault_of_shape_is_gathered_and_the_rest_is_loaded);
	tcase_add_test(t, what_yaml_would_bend_is_refused);
	tcase_add_test(t, broken_yaml_names_its_line);
	tcase_add_test(t, depth_and_size_have_bounds);
	tcase_add_test(t, a_file_that_is_not_there_is_a_fault);
	suite_add_tcase(s, t);
	return s;
}
