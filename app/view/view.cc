/*
 * The shim around ctemplate. Three things are done here that the library leaves
 * to its caller:
 *
 *   - Names are interned once per process. A plain string as a name makes every
 *     Set and Show take a process-wide lock; a StaticTemplateString carries its id.
 *     Each thread looks names up in a table of its own and asks the shared one
 *     only for a name it has not met.
 *   - Loading is strict. A template without the AUTOESCAPE line would print what
 *     people typed as markup, so it is refused at start.
 *   - Nothing is thrown through: every call that may throw turns it into an err,
 *     or, where only memory can be short, ends the process as the arenas do.
 *
 * The cache is frozen after loading, so filling takes no lock at all.
 */
#include <cstdarg>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <exception>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <unordered_map>

#include <ctemplate/template.h>
#include <ctemplate/template_cache.h>
#include <ctemplate/template_dictionary.h>
#include <ctemplate/template_emitter.h>

extern "C" {
#include "base/arena.h"
#include "base/file.h"
#include "base/words.h"
#include "view/view.h"
}

struct view {
	ctemplate::TemplateCache cache;
};

/* A struct dict is only ever a ctemplate dictionary seen from C. */
static ctemplate::TemplateDictionary *
dictionary_of(struct dict *d)
{
	return reinterpret_cast<ctemplate::TemplateDictionary *>(d);
}

static struct dict *
dict_of(ctemplate::TemplateDictionary *d)
{
	return reinterpret_cast<struct dict *>(d);
}

namespace
{

using interned = const ctemplate::StaticTemplateString;

const char autoescape[] = "{{%AUTOESCAPE context=\"HTML\"}}";
const char page_place[] = "<!--page-->";
const ctemplate::Strip strip = ctemplate::STRIP_BLANK_LINES;

/* Interned names live as long as the process; there are as many as templates have variables. */
interned *
intern_shared(const std::string &name)
{
	static std::mutex lock;
	static auto &names = *new std::unordered_map<std::string, interned *>; /* outlives every thread */
	std::lock_guard<std::mutex> guard(lock);
	auto known = names.find(name);
	if (known != names.end())
		return known->second;
	auto slot = names.emplace(name, nullptr).first; /* the key's bytes do not move */
	auto made = new ctemplate::StaticTemplateString{{slot->first.c_str(), slot->first.size(), 0}};
	ctemplate::StaticTemplateStringInitializer registered(made);
	return slot->second = made;
}

interned &
intern(const char *name)
{
	thread_local std::unordered_map<std::string_view, interned *> met;
	auto known = met.find(name);
	if (known != met.end())
		return *known->second;
	interned *made = intern_shared(name);
	met.emplace(
		std::string_view(made->do_not_use_directly_.ptr_, made->do_not_use_directly_.length_), made);
	return *made;
}

class buf_emitter : public ctemplate::ExpandEmitter
{
      public:
	explicit buf_emitter(struct buf *out) : out_(out)
	{
	}
	void
	Emit(char c) override
	{
		buf_addc(out_, c);
	}
	void
	Emit(const std::string &s) override
	{
		buf_add(out_, s.data(), s.size());
	}
	void
	Emit(const char *s) override
	{
		buf_adds(out_, s);
	}
	void
	Emit(const char *s, size_t length) override
	{
		buf_add(out_, s, length);
	}

      private:
	struct buf *out_;
};

bool
template_load(struct view *v, struct arena *a, const char *directory, const char *name, struct err *e)
{
	char *text;
	size_t length;
	if (!file_read(a, arena_printf(a, "%s/%s", directory, name), &text, &length, e))
		return false;
	if (strncmp(text, autoescape, sizeof autoescape - 1) != 0)
		return err_set(e, ERR_SYSTEM, _("the template %s does not open with %s"), name, autoescape);
	if (!v->cache.LoadTemplate(name, strip))
		return err_set(e, ERR_SYSTEM, _("the template %s has a mistake in its syntax"), name);
	return true;
}

bool
templates_load(struct view *v, const char *directory, struct err *e)
{
	std::unique_ptr<struct arena, void (*)(struct arena *)> a(arena_create(), arena_destroy);
	char **names;
	size_t count;
	if (!file_list(a.get(), directory, ".tpl", &names, &count, e))
		return false;
	v->cache.SetTemplateRootDirectory(directory);
	for (size_t i = 0; i < count; i++) {
		if (!template_load(v, a.get(), directory, names[i], e))
			return false;
	}
	v->cache.Freeze();
	return true;
}

} // namespace

extern "C" {

struct view *
view_create(const char *directory, struct err *e)
{
	try {
		auto v = std::make_unique<struct view>();
		return templates_load(v.get(), directory, e) ? v.release() : nullptr;
	} catch (const std::exception &x) {
		err_set(e, ERR_SYSTEM, _("the templates in %s cannot be loaded: %s"), directory, x.what());
		return nullptr;
	}
}

void
view_destroy(struct view *v)
{
	delete v;
}

struct dict *
dict_create(void)
{
	try {
		return dict_of(new ctemplate::TemplateDictionary(ctemplate::kStsEmpty));
	} catch (...) {
		abort();
	}
}

void
dict_destroy(struct dict *d)
{
	delete dictionary_of(d);
}

void
dict_set(struct dict *d, const char *name, const char *text)
{
	try {
		dictionary_of(d)->SetValue(intern(name), text != nullptr ? text : "");
	} catch (...) {
		abort();
	}
}

void
dict_setf(struct dict *d, const char *name, const char *format, ...)
{
	struct buf text = BUF_INIT;
	va_list args, again;
	va_start(args, format);
	va_copy(again, args);
	int length = vsnprintf(nullptr, 0, format, args);
	va_end(args);
	if (length < 0)
		abort();
	buf_reserve(&text, static_cast<size_t>(length) + 1);
	vsnprintf(text.data, static_cast<size_t>(length) + 1, format, again);
	va_end(again);
	dict_set(d, name, text.data);
	buf_free(&text);
}

void
dict_show(struct dict *d, const char *section)
{
	try {
		dictionary_of(d)->ShowSection(intern(section));
	} catch (...) {
		abort();
	}
}

struct dict *
dict_add(struct dict *d, const char *section)
{
	try {
		return dict_of(dictionary_of(d)->AddSectionDictionary(intern(section)));
	} catch (...) {
		abort();
	}
}

struct dict *
dict_include(struct dict *d, const char *name, const char *file)
{
	try {
		auto included = dictionary_of(d)->AddIncludeDictionary(intern(name));
		included->SetFilename(file);
		return dict_of(included);
	} catch (...) {
		abort();
	}
}

bool
view_fill(struct view *v, const char *file, struct dict *d, struct buf *out, struct err *e)
{
	try {
		buf_emitter emitter(out);
		if (v->cache.ExpandNoLoad(file, strip, dictionary_of(d), nullptr, &emitter))
			return true;
		return err_set(e, ERR_SYSTEM, _("the template %s cannot be filled"), file);
	} catch (const std::exception &x) {
		return err_set(e, ERR_SYSTEM, _("the template %s cannot be filled: %s"), file, x.what());
	}
}

/* What people typed is escaped, so the place can only be the template's own. */
bool
view_fill_within(
	struct view *v, const char *outer, const char *file, struct dict *d, struct buf *out, struct err *e)
{
	struct buf around = BUF_INIT;
	bool ok = view_fill(v, outer, d, &around, e);
	const char *place = ok ? strstr(around.data, page_place) : nullptr;
	if (ok && place == nullptr)
		ok = err_set(e, ERR_SYSTEM, _("the template %s has no place for a page"), outer);
	if (ok) {
		size_t before = static_cast<size_t>(place - around.data),
		       after = before + sizeof page_place - 1;
		buf_add(out, around.data, before);
		ok = view_fill(v, file, d, out, e);
		buf_add(out, around.data + after, around.length - after);
	}
	buf_free(&around);
	return ok;
}
}
