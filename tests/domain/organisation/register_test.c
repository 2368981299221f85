#include <check.h>
#include <string.h>

#include "base/resource.h"
#include "domain/organisation/register.h"

static struct arena *arena;
static struct faults faults;
static const struct registers *shipped;

static void
begin(void)
{
	char path[4096];
	arena = arena_create();
	faults = (struct faults){.arena = arena};
	resource_path("questionnaires/registers.yaml", path, sizeof path);
	shipped = registers_load(path, &faults);
	ck_assert_msg(shipped != NULL, "%s", faults.count > 0 ? faults.items[0].text : "");
}

static void
end(void)
{
	arena_destroy(arena);
}

/* One person (1001), one department (010), one system (S-01). */
static bool
known(void *context, enum register_type type, const char *of, const char *text)
{
	(void)context;
	if (type == REGISTER_PERSON)
		return strcmp(text, "1001") == 0;
	if (type == REGISTER_DEPARTMENT)
		return strcmp(text, "010") == 0;
	return strcmp(of, "system") == 0 && strcmp(text, "S-01") == 0;
}

static const struct references refs = {known, NULL};

static const struct register_kind *
kind(const char *key)
{
	const struct register_kind *k = register_find(shipped, key);
	ck_assert_ptr_nonnull(k);
	return k;
}

static size_t
place(const struct register_kind *k, const char *key)
{
	size_t i = 0;
	while (i < k->count && strcmp(k->fields[i].key, key) != 0)
		i++;
	ck_assert_uint_lt(i, k->count);
	return i;
}

/* An account that lacks nothing. */
static const char **
account(void)
{
	const struct register_kind *k = kind("sns");
	const char **t = ARENA_ARRAY(arena, const char *, k->count);
	for (size_t i = 0; i < k->count; i++)
		t[i] = "";
	t[FIELD_KEY] = "N-1";
	t[FIELD_NAME] = "公式";
	t[FIELD_DEPARTMENT] = "010";
	t[FIELD_OWNER] = "1001";
	t[place(k, "service")] = "X";
	t[place(k, "account")] = "@example";
	t[place(k, "stop")] = "責任者が止める";
	return t;
}

static const char *
complaint(const struct register_kind *k, const char **texts)
{
	struct entry_complaint out[64];
	size_t count = entry_check(arena, k, texts, &refs, out);
	const char *all = "";
	for (size_t i = 0; i < count; i++)
		all = arena_printf(arena, "%s%s: %s\n", all, k->fields[out[i].field].key, out[i].text);
	return all;
}

static const char *
complaint_about(const char *field, const char *text)
{
	const struct register_kind *k = kind("sns");
	const char **t = account();
	t[place(k, field)] = text;
	return complaint(k, t);
}

START_TEST(the_registers_ship_with_the_units_they_are_asked_by)
{
	static const char *const keys[] = {
		"system", "contract", "cloud", "sns", "facility", "asset", "procedure"};
	static const enum unit units[] = {
		UNIT_SYSTEM, UNIT_CONTRACT, UNIT_BODY, UNIT_ACCOUNT, UNIT_FACILITY, UNIT_BODY, UNIT_BODY};
	ck_assert_uint_eq(shipped->count, 7);
	for (size_t i = 0; i < 7; i++) {
		ck_assert_int_eq(shipped->kinds[i].confidential, i == 6);
		ck_assert_str_eq(shipped->kinds[i].key, keys[i]);
		ck_assert_int_eq(shipped->kinds[i].unit, units[i]);
	}
	ck_assert_ptr_eq(register_of_unit(shipped, UNIT_ACCOUNT), kind("sns"));
	ck_assert_ptr_null(register_of_unit(shipped, UNIT_BODY));
	ck_assert_ptr_null(register_of_unit(shipped, UNIT_PERSON));
	ck_assert_ptr_null(register_find(shipped, "car"));
}
END_TEST

START_TEST(an_account_without_a_responsible_person_is_refused)
{
	ck_assert_str_eq(complaint_about("owner", "1001"), "");
	ck_assert_str_eq(complaint_about("owner", ""), "owner: must be filled in\n");
	ck_assert_str_eq(complaint_about("owner", "\u3000"), "owner: must be filled in\n");
	ck_assert_str_eq(
		complaint_about("owner", "1002"), "owner: nobody in the roster has the number 1002\n");
}
END_TEST

START_TEST(what_cannot_be_is_refused_with_what_could)
{
	ck_assert_str_eq(complaint_about("service", "mixi"),
		"service: \"mixi\" is none of the choices (X, LINE, Facebook, Instagram, YouTube, その他)\n");
	ck_assert_str_eq(complaint_about("writers", "many"),
		"writers: \"many\" is not a whole number from 0 to 1000\n");
	ck_assert_str_eq(complaint_about("writers", "1001"),
		"writers: \"1001\" is not a whole number from 0 to 1000\n");
	ck_assert_str_eq(complaint_about("department", "099"), "department: there is no department 099\n");
	ck_assert_str_eq(complaint_about("key", "N 1"), "key: \"N 1\" has a blank in it\n");
	ck_assert_str_eq(
		complaint_about("key", "N/1"), "key: \"N/1\" cannot be part of an address of a page\n");
	ck_assert_str_eq(complaint_about("stop", "a\nb"), "stop: must stand on one line, without tabs\n");
	const char **t = account();
	t[FIELD_FROM] = "2026-04-01";
	t[FIELD_UNTIL] = "2026-03-31";
	ck_assert_str_eq(complaint(kind("sns"), t), "until: lies before 有効になった日\n");
}
END_TEST

START_TEST(a_day_is_kept_in_one_form_and_none_that_is_not_in_the_calendar)
{
	static const char *const wrong[] = {
		"2026-02-29", "2026-13-01", "2026-04", "04/01/2026", "2026-04-01-02", "R8.4.1", "46113"};
	const struct register_kind *k = kind("sns");
	const char **t = account();
	t[FIELD_FROM] = "2026/4/1";
	ck_assert_str_eq(complaint(k, t), "");
	ck_assert_str_eq(t[FIELD_FROM], "2026-04-01");
	for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++)
		ck_assert_str_eq(complaint_about("from", wrong[i]),
			arena_printf(arena, "from: \"%s\" is no day; write it as 2026-04-01\n", wrong[i]));
}
END_TEST

START_TEST(long_names_rare_kanji_and_formulas_are_texts_like_others)
{
	static const char thirty[] =
		"髙﨑𠮷葛\U000E0100城浄水場運転管理業務及び配水施設巡回点検業務委託契約更新";
	const char **t = account();
	t[FIELD_NAME] = thirty;
	t[place(kind("sns"), "url")] = "=HYPERLINK(\"http://x\")";
	ck_assert_str_eq(complaint(kind("sns"), t), "");
	ck_assert_ptr_eq(t[FIELD_NAME], thirty);
	char long_name[102];
	memset(long_name, 'a', 101);
	long_name[101] = '\0';
	ck_assert_str_eq(
		complaint_about("name", long_name), "name: has 101 characters; at most 100 are possible\n");
}
END_TEST

START_TEST(an_entry_may_name_one_of_another_register)
{
	const struct register_kind *k = kind("asset");
	const char **t = ARENA_ARRAY(arena, const char *, k->count);
	for (size_t i = 0; i < k->count; i++)
		t[i] = "";
	t[FIELD_KEY] = "A-1", t[FIELD_NAME] = "料金台帳", t[FIELD_DEPARTMENT] = "010";
	t[place(k, "class")] = "情報（印刷物を含む）";
	t[place(k, "c")] = "3", t[place(k, "i")] = "3", t[place(k, "a")] = "2";
	t[place(k, "system")] = "S-01";
	ck_assert_str_eq(complaint(k, t), "");
	ck_assert_uint_eq(entry_lacks(k, t), 4); /* owner, form, place, whether personal */
	t[place(k, "system")] = "S-02";
	t[place(k, "c")] = "4";
	ck_assert_str_eq(complaint(k, t),
		"c: \"4\" is none of the choices (3, 2, 1)\nsystem: no entry there has the number S-02\n");
}
END_TEST

START_TEST(an_entry_decides_the_flags_its_fields_tell_and_leaves_the_others)
{
	const struct register_kind *k = kind("facility");
	flags_t site = flag_parse("SITE"), srv = flag_parse("SRV"), ot = flag_parse("OT"),
		net = flag_parse("NET");
	const char **t = ARENA_ARRAY(arena, const char *, k->count);
	for (size_t i = 0; i < k->count; i++)
		t[i] = "";
	ck_assert_uint_eq(entry_flags(k, t, site | srv | net), site | srv | net);
	t[place(k, "class")] = "庁舎";
	t[place(k, "server")] = "あり";
	t[place(k, "control")] = "なし";
	ck_assert_uint_eq(entry_flags(k, t, site | ot | net), srv | net);
	t[place(k, "class")] = "配水場";
	t[place(k, "server")] = "なし";
	ck_assert_uint_eq(entry_flags(k, t, srv | net), site | net);
}
END_TEST

#define HEAD "管理番号,名称,所属コード,責任者,サービス,アカウント名,停止の手順\n"

static const struct entries *
read_file(const char *csv)
{
	return entries_parse(kind("sns"), csv, strlen(csv), "f.csv", &faults);
}

START_TEST(a_file_is_refused_with_every_fault_and_its_line)
{
	ck_assert_ptr_null(read_file("管理番号,車種\nN-1,x\n"));
	ck_assert_str_eq(faults.items[0].text, "there is no column \"車種\"");
	ck_assert_int_eq(faults.items[0].line, 1);
	faults.count = 0;
	ck_assert_ptr_null(
		read_file(HEAD "N-1,a,010,1001,X,a,b\nN-2,a,010,1001,X,a\nN-1,a,010,1001,X,a,b\n"));
	ck_assert_uint_eq(faults.count, 2);
	ck_assert_int_eq(faults.items[0].line, 3);
	ck_assert_int_eq(faults.items[1].line, 4);
	ck_assert_str_eq(faults.items[1].text, "number N-1 stands in line 2 already");
	faults.count = 0;
	ck_assert_ptr_null(read_file("名称\nx\n"));
	ck_assert_str_eq(faults.items[0].text, "the column 管理番号 (key) is missing from the first row");
	faults.count = 0;
	const struct entries none = {0},
			     *rows = read_file(HEAD "N-1,a,010,,mixi,a,b\nN-2,a,099,1001,X,a,b\n");
	ck_assert_ptr_nonnull(rows);
	entries_fill(arena, kind("sns"), &none, rows, day_of(2026, 4, 1));
	entries_check(kind("sns"), rows, &refs, "f.csv", &faults);
	ck_assert_uint_eq(faults.count, 3);
	ck_assert_str_eq(faults.items[0].text, "責任者: must be filled in");
	ck_assert_int_eq(faults.items[0].line, 2);
	ck_assert_int_eq(faults.items[2].line, 3);
}
END_TEST

START_TEST(a_missing_column_keeps_what_is_stored_and_an_empty_field_clears_it)
{
	const struct register_kind *k = kind("sns");
	const struct entries *before = read_file(
		HEAD "N-1,公式,010,1001,X,a,b\nN-2,広報,010,1001,LINE,c,d\nN-3,旧,010,1001,X,e,f\n");
	const struct entries none = {0};
	entries_fill(arena, k, &none, before, day_of(2025, 4, 1));
	before->rows[2].texts[FIELD_UNTIL] = "2026-03-31";
	const struct entries *after = read_file("管理番号,停止の手順,有効になった日\nN-4,z,\nN-1,,\n");
	entries_fill(arena, k, before, after, day_of(2026, 4, 1));
	ck_assert_str_eq(after->rows[0].texts[FIELD_FROM], "2026-04-01");
	ck_assert_str_eq(after->rows[1].texts[FIELD_FROM], "2025-04-01");
	ck_assert_str_eq(after->rows[1].texts[FIELD_NAME], "公式");
	ck_assert_str_eq(after->rows[1].texts[place(k, "stop")], "");
	struct entry_difference *d;
	ck_assert_uint_eq(entries_compare(arena, k, before, after, day_of(2026, 4, 1), &d), 3);
	ck_assert_int_eq(d[0].change, REGISTER_NEW);
	ck_assert_str_eq(d[0].after->texts[FIELD_KEY], "N-4");
	ck_assert_int_eq(d[1].change, REGISTER_CHANGED);
	ck_assert_str_eq(d[1].after->texts[FIELD_KEY], "N-1");
	ck_assert_int_eq(d[2].change, REGISTER_GONE); /* N-3 had ended: it is not there to be gone */
	ck_assert_str_eq(d[2].before->texts[FIELD_KEY], "N-2");
}
END_TEST

START_TEST(fields_come_back_from_their_document_as_they_went_in)
{
	const struct register_kind *k = kind("sns");
	const char **t = account(), **back = account();
	struct err e = {0};
	t[place(k, "url")] = "a\"b\\c\t";
	back[place(k, "stop")] = "";
	const char *document = entry_fields(arena, k, t);
	ck_assert_msg(entry_fields_read(arena, k, document, back, &e), "%s", e.text);
	for (size_t i = 0; i < k->count; i++)
		ck_assert_str_eq(t[i], back[i]);
	ck_assert(entry_fields_read(arena, k, "{\"former\":\"x\"}", back, &e));
	ck_assert(!entry_fields_read(arena, k, "[]", back, &e));
}
END_TEST

#define YAML_COLUMNS                                                                                         \
	"columns: {key: k, name: n, department: d, department_name: dn, owner: o, owner_name: on, from: f, " \
	"until: u}\nkinds:\n"
#define YAML_KIND "  - {key: car, title: 車, counter: 台, name: 車名, owner: 主, help: 説明, fields: [%s]}\n"

START_TEST(a_faulty_description_of_registers_is_refused)
{
	static const struct {
		const char *field, *fault;
	} rows[] = {
		{"{key: Seat, title: 席, type: day}",
			"car.Seat: key \"Seat\" must be small letters, 20 at most"},
		{"{key: seat, title: 席, type: text}",
			"car.seat: a text or number needs \"most\": how long or how large it may be"},
		{"{key: seat, title: 席, type: entry, of: bus}", "seat: there is no register \"bus\""},
		{"{key: seat, title: 席, type: entry}",
			"car.seat: \"of\" names the kind of an entry and belongs to type entry only"},
		{"{key: seat, title: 席, type: choice, choices: [{word: 革}]}",
			"car.seat: a field of choices needs two at least; add them"},
		{"{key: seat, title: 席, type: choice, choices: [{word: 革}, {word: 革}]}",
			"car.seat: choice \"革\" stands here twice"},
		{"{key: seat, title: 席, type: choice, choices: [{word: 革, flags: SEA}, {word: 布}]}",
			"car.seat: there is no flag \"SEA\""},
		{"{key: name, title: 席, type: day}",
			"car.name: this key or title stands in \"car\" already"},
	};
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		const char *yaml = arena_printf(arena, YAML_COLUMNS YAML_KIND, rows[i].field);
		faults.count = 0;
		ck_assert_ptr_null(registers_parse(yaml, strlen(yaml), "r.yaml", &faults));
		ck_assert_str_eq(faults.items[0].text, rows[i].fault);
	}
}
END_TEST

/* Nothing confidential comes to light by way of another register or a sheet. */
START_TEST(a_confidential_register_is_named_by_no_open_one_and_asked_by_no_sheet)
{
	static const char rest[] = "counter: 台, name: 車名, owner: 主, help: 説明, fields: [";
	const char *yaml = arena_printf(arena,
		YAML_COLUMNS "  - {key: car, title: 車, confidential: 1, unit: system, %s]}\n"
			     "  - {key: bus, title: バス, %s{key: of, title: 先, type: entry, of: car}]}\n",
		rest, rest);
	faults.count = 0;
	ck_assert_ptr_null(registers_parse(yaml, strlen(yaml), "r.yaml", &faults));
	ck_assert_uint_eq(faults.count, 2);
	ck_assert_str_eq(
		faults.items[0].text, "car: sheets would show what is confidential; leave out the unit");
	ck_assert_str_eq(faults.items[1].text, "of: the register \"car\" is confidential; this one is not");
}
END_TEST

Suite *register_suite(void);
Suite *
register_suite(void)
{
	Suite *s = suite_create("register");
	TCase *t = tcase_create("register");
	tcase_add_checked_fixture(t, begin, end);
	tcase_add_test(t, the_registers_ship_with_the_units_they_are_asked_by);
	tcase_add_test(t, an_account_without_a_responsible_person_is_refused);
	tcase_add_test(t, what_cannot_be_is_refused_with_what_could);
	tcase_add_test(t, a_day_is_kept_in_one_form_and_none_that_is_not_in_the_calendar);
	tcase_add_test(t, long_names_rare_kanji_and_formulas_are_texts_like_others);
	tcase_add_test(t, an_entry_may_name_one_of_another_register);
	tcase_add_test(t, an_entry_decides_the_flags_its_fields_tell_and_leaves_the_others);
	tcase_add_test(t, a_file_is_refused_with_every_fault_and_its_line);
	tcase_add_test(t, a_missing_column_keeps_what_is_stored_and_an_empty_field_clears_it);
	tcase_add_test(t, fields_come_back_from_their_document_as_they_went_in);
	tcase_add_test(t, a_faulty_description_of_registers_is_refused);
	tcase_add_test(t, a_confidential_register_is_named_by_no_open_one_and_asked_by_no_sheet);
	suite_add_tcase(s, t);
	return s;
}
