// Working papers of audits where the network is poor. What is typed is kept in this browser, at once,
// until the server has answered that it is stored; it is sent in every pause, when the network is
// back, and when one of these pages is opened again. It is sent with the revision it was made from:
// where another auditor has written meanwhile both are shown, and nothing is stored until someone
// has chosen. Without this script the form does the same, when its button is pressed.
//
// There is no service worker: browsers have them on secure origins only, and these bodies' networks
// mostly speak plain HTTP. Instead one page (papers.tpl) holds every paper of an audit, so that once
// open it needs no network to be written in.
(() => {
	"use strict";
	const pause = 3000, again = [5000, 10000, 20000, 40000, 60000], prefix = "tenken-paper:";

	// Where every paper of an audit is on one page the form stands there once, as a template.
	const blank = document.querySelector("template#paper");
	for (const place of blank ? document.querySelectorAll("[data-line]") : []) {
		const form = blank.content.firstElementChild.cloneNode(true), item = place.dataset.line;
		const values = Object.fromEntries([...place.querySelectorAll("[data-value]")].map((v) => [v.dataset.value, v.textContent]));
		form.action = form.getAttribute("action").replace(/ITEM$/, encodeURIComponent(item));
		form.dataset.paper = form.dataset.paper.replace(/ITEM$/, item);
		form.elements.revision.defaultValue = place.dataset.revision;
		for (const e of form.querySelectorAll("[id], [for]"))
			for (const name of ["id", "for"]) if (e.hasAttribute(name)) e.setAttribute(name, e.getAttribute(name).replace(/ITEM$/, item));
		for (const c of form.elements) {
			const value = c.name.startsWith("used-") ? ((values.used ?? "").split("\u30fb").includes(c.value) ? c.value : "") : values[c.name];
			if (c.type === "radio" || c.type === "checkbox") c.defaultChecked = c.value === value;
			else if (c.type !== "hidden" && value) c.defaultValue = value;
		}
		place.append(form);
	}
	const forms = [...document.querySelectorAll("form[data-paper]")];
	const bell = document.querySelector("[data-unsent]"), counter = document.querySelector("[data-unsent-count]");
	if ((!forms.length && !bell) || !window.fetch) return;
	const account = bell?.dataset.unsent ?? forms[0].dataset.paper.split("/")[0];
	const formKey = () => bell?.dataset.formKey ?? forms[0].elements.form_key.value;
	const papers = new Map(); // by key: what this page has a form for
	let fails = 0, timer = 0, sending = false, keeps = true;

	// ---- what is kept: {revision, base, fields, clash, why} by account, audit and item ----
	const kept = (key) => {
		try {
			return JSON.parse(localStorage.getItem(prefix + key));
		} catch {
			return null;
		}
	};
	const keep = (key, entry) => {
		try {
			localStorage.setItem(prefix + key, JSON.stringify(entry));
			keeps = true;
		} catch {
			keeps = false; // full, or forbidden: then leaving the page is warned of
		}
	};
	const drop = (key) => localStorage.removeItem(prefix + key);
	const waiting = () => Object.keys(localStorage).filter((k) => k.startsWith(`${prefix}${account}/`)).map((k) => k.slice(prefix.length));

	const count = () => {
		const keys = waiting(), n = keys.length, clashes = keys.filter((k) => kept(k)?.clash).length;
		if (counter) {
			counter.textContent = n ? counter.dataset.some.replace("{n}", n) : counter.dataset.none;
			counter.classList.toggle("bad-text", n > 0);
		}
		if (bell) {
			bell.hidden = !n;
			bell.textContent = bell.dataset.some.replace("{n}", n) + (clashes ? `　${bell.dataset.clash.replace("{n}", clashes)}` : "");
		}
		for (const [key, p] of papers) {
			const mark = p.form.closest("details")?.querySelector("[data-unsent-mark]");
			if (mark) mark.hidden = !kept(key);
		}
	};

	// ---- a form as an object: every control by its name, "" where it is off ----
	const controls = (form) => [...form.elements].filter((c) => c.name && c.type !== "hidden" && c.type !== "submit");
	const read = (form, stored) => {
		const out = {};
		for (const c of controls(form)) {
			const on = stored ? c.defaultChecked : c.checked;
			if (c.type === "radio") out[c.name] = on ? c.value : out[c.name] ?? "";
			else if (c.type === "checkbox") out[c.name] = on ? c.value : "";
			else out[c.name] = (stored ? c.defaultValue : c.value).replace(/\r\n?/g, "\n");
		}
		return out;
	};
	const write = (form, fields) => {
		for (const c of controls(form)) {
			const value = fields[c.name] ?? "";
			if (c.type === "radio" || c.type === "checkbox") c.checked = c.value === value;
			else c.value = value;
		}
		judged(form);
	};
	const same = (a, b) => Object.keys({ ...a, ...b }).every((name) => (a[name] ?? "") === (b[name] ?? ""));

	// What the server tells of another's paper, as fields of this form.
	const told = (form, paper) => {
		const out = {}, used = (paper.used || "").split("\u30fb");
		for (const c of controls(form))
			out[c.name] = c.name.startsWith("used-") ? (used.includes(c.value) ? c.value : "") : paper[c.name] ?? "";
		return out;
	};

	const judged = (form) => {
		const place = form.closest("details")?.querySelector("[data-judged]");
		const chosen = form.querySelector("input[name=judgement]:checked");
		if (place && chosen) place.replaceChildren(...[...chosen.nextElementSibling.childNodes].map((n) => n.cloneNode(true)));
	};

	const say = (p, text, how) => {
		p.state.hidden = false;
		p.state.textContent = text;
		p.state.classList.toggle("good", how === "good");
		p.state.classList.toggle("bad", how === "bad");
	};

	// ---- two papers side by side ----
	const element = (name, text, className) => {
		const e = document.createElement(name);
		if (text !== undefined) e.textContent = text;
		if (className) e.className = className;
		return e;
	};
	const title = (control) => (control.type === "radio" ? control.closest("fieldset").querySelector("legend")
		: control.type === "checkbox" ? control.nextElementSibling : control.closest(".field").querySelector("label")).textContent;
	const shown = (control, value, words) => control.type === "radio"
		? [...control.form.elements[control.name]].find((r) => r.value === value)?.nextElementSibling.textContent ?? words.empty
		: control.type === "checkbox" ? (value ? words.on : words.off) : value || words.empty;

	const clashRow = (p, control, mine, theirs) => {
		const words = p.panel.dataset, row = element("div", undefined, "clash"), actions = element("p", undefined, "actions");
		const set = (value) => {
			write(p.form, { ...read(p.form), [control.name]: value });
			typed(p);
		};
		const choice = (text, value) => {
			const b = element("button", text, "second");
			b.type = "button";
			b.addEventListener("click", () => set(value));
			actions.append(b);
		};
		choice(words.take, theirs);
		choice(words.keep, mine);
		if (control.matches("textarea, input[type=text]") && mine && theirs) choice(words.both, `${theirs}\n${mine}`);
		row.append(element("h3", title(control)), element("p", words.theirs, "small muted"), element("blockquote", shown(control, theirs, words)),
			element("p", words.mine, "small muted"), element("blockquote", shown(control, mine, words)), actions);
		return row;
	};

	// theirs: {revision, fields, who, at}. What only one of the two has changed is chosen beforehand.
	const clash = (p, entry, theirs) => {
		const words = p.panel.dataset, merged = {}, rows = [], seen = new Set();
		for (const c of controls(p.form)) {
			const mine = entry.fields[c.name] ?? "", other = theirs.fields[c.name] ?? "", base = entry.base[c.name] ?? "";
			merged[c.name] = mine === base ? other : mine;
			if (mine !== other && !seen.has(c.name)) rows.push(clashRow(p, c, mine, other));
			seen.add(c.name);
		}
		keep(p.key, { ...entry, fields: merged, mine: entry.fields, clash: true });
		write(p.form, merged);
		p.theirs = theirs;
		const store = element("button", words.store);
		store.type = "button";
		store.addEventListener("click", () => {
			keep(p.key, { revision: theirs.revision, base: theirs.fields, fields: read(p.form) });
			settle(p);
			flush();
		});
		p.panel.replaceChildren(element("h2", `${words.heading}${theirs.who ? `（${theirs.who}　${theirs.at}）` : ""}`), ...rows, element("p", words.after), store);
		p.panel.hidden = false;
		p.state.hidden = true;
		p.form.closest("details")?.setAttribute("open", "");
		count();
	};
	const settle = (p) => {
		p.theirs = null;
		p.panel.hidden = true;
		p.panel.replaceChildren();
	};

	// The paper stored now is not the one this was made from.
	const rebase = (p, entry, theirs) => {
		if (same(entry.fields, theirs.fields)) {
			drop(p.key); // an earlier sending arrived; its answer was lost
			revise(p, theirs.revision, theirs.fields);
			return say(p, p.state.dataset.saved, "good");
		}
		if (same(entry.base, theirs.fields)) { // something else about the line has changed
			revise(p, theirs.revision, theirs.fields);
			keep(p.key, { ...entry, revision: theirs.revision, clash: false });
			return later(0);
		}
		clash(p, entry, theirs);
	};

	const revise = (p, revision, fields) => {
		p.revision = revision;
		p.base = fields;
		const all = forms.length === 1 ? document.querySelectorAll("main input[name=revision]") : [p.form.elements.revision];
		for (const field of all) field.value = revision;
	};

	// ---- sending ----
	const post = async (key, entry) => {
		const [, audit, item] = key.split("/"), body = new URLSearchParams({ form_key: formKey(), revision: entry.revision });
		for (const [name, value] of Object.entries(entry.fields)) if (value !== "") body.set(name, value);
		const answer = await fetch(`/audits/${audit}/checklist/${encodeURIComponent(item)}`, { method: "POST", body, redirect: "manual",
			headers: { Accept: "application/json" } });
		if (answer.type === "opaqueredirect") return ["ended"];
		if (answer.status >= 500) throw new Error(answer.status);
		const json = (answer.headers.get("Content-Type") || "").startsWith("application/json") ? await answer.json() : {};
		if (answer.ok) return ["done", json];
		return [answer.status === 409 && json.paper ? "clash" : answer.status === 403 && !json.sentence ? "ended" : "refused", json];
	};

	const heard = (key, entry, what, said) => {
		const p = papers.get(key), now = kept(key);
		const more = now && !same(now.fields, entry.fields); // typed while this was on its way
		if (what === "done") {
			if (p) revise(p, said.revision, entry.fields);
			if (more) keep(key, { ...now, revision: said.revision, base: entry.fields });
			else drop(key);
			if (p) say(p, `${p.state.dataset.saved}（${said.at}）`, "good");
			if (more) later(pause);
		} else if (what === "clash" && p) {
			rebase(p, now ?? entry, { revision: said.revision, fields: told(p.form, said.paper), who: said.who, at: said.at });
		} else if (what === "clash") {
			keep(key, { ...(now ?? entry), clash: true });
		} else {
			if (now) keep(key, { ...now, why: what === "refused" ? said.sentence : undefined });
			if (p) say(p, what === "ended" ? p.state.dataset.ended : `${p.state.dataset.refused}${said.sentence ?? ""}`, "bad");
		}
		return what !== "ended";
	};

	const flush = async () => {
		clearTimeout(timer);
		timer = 0;
		if (sending) return later(pause);
		sending = true;
		try {
			for (const key of waiting()) {
				const entry = kept(key);
				if (!entry || entry.clash || entry.why) continue;
				if (!heard(key, entry, ...(await post(key, entry)))) break;
			}
			fails = 0;
		} catch {
			for (const p of papers.values()) if (kept(p.key) && !p.theirs) say(p, p.state.dataset.waits);
			later(again[Math.min(fails++, again.length - 1)]);
		} finally {
			sending = false;
			count();
		}
	};
	const later = (wait) => {
		clearTimeout(timer);
		timer = setTimeout(flush, wait);
	};

	const typed = (p) => {
		const fields = read(p.form), entry = kept(p.key);
		judged(p.form);
		if (!entry && same(fields, p.base)) return;
		keep(p.key, entry?.clash ? { ...entry, fields } : { revision: p.revision, base: p.base, fields });
		if (!entry?.clash) say(p, p.state.dataset.waits);
		if (!entry?.clash && !fails) later(pause);
		count();
	};

	// ---- beginning ----
	for (const form of forms) {
		const p = { form, key: form.dataset.paper, state: form.querySelector(".paper-state"), panel: form.querySelector("[data-conflict]"),
			revision: Number(form.elements.revision.value), base: read(form, true), theirs: null };
		papers.set(p.key, p);
		const entry = kept(p.key);
		if (entry) {
			const stored = { revision: p.revision, fields: p.base };
			if (entry.why) keep(p.key, { ...entry, why: undefined }); // tried once more
			write(form, entry.fields);
			if (entry.revision !== p.revision) rebase(p, { ...entry, fields: entry.mine ?? entry.fields }, stored);
			else say(p, p.state.dataset.waits);
		}
		form.addEventListener("input", () => typed(p));
		form.addEventListener("submit", (event) => {
			event.preventDefault();
			typed(p);
			if (!kept(p.key)) return say(p, p.state.dataset.saved, "good");
			if (!p.theirs) flush();
		});
	}
	addEventListener("online", () => later(0));
	addEventListener("beforeunload", (event) => {
		if (!keeps) event.preventDefault();
	});
	count();
	later(0);
})();
