// Small comforts for the answering page. Everything works without them: the count,
// saving in every pause and on leaving, and a warning before leaving what is not saved.
// That it is saved is said only when the server has answered so. What it could not take
// stays in the form: it is asked again, ever less often, where that can help.
(() => {
	"use strict";
	const form = document.querySelector("form[data-sheet]");
	if (!form || !window.fetch) return;
	const pause = 3000, most = 20000, again = [5000, 10000, 20000, 40000, 80000, 120000], patience = 30000;
	const given = form.querySelector("[data-given]");
	const bar = form.querySelector(".meter progress");
	const saved = form.querySelector("[data-saved]");
	const others = form.querySelector("[data-others]");
	const words = saved.dataset; // what is said stands in the template
	let changes = 0, stored = 0, fails = 0, saving = false, leaving = false, over = false, underway;
	let paused = 0, latest = 0; // timers: after a pause; whatever is typed meanwhile

	const changed = () => changes !== stored;

	const count = () => {
		const n = new Set([...form.querySelectorAll("input[type=radio]:checked")].map((i) => i.name)).size;
		given.textContent = n;
		bar.value = n;
	};

	const stop = () => {
		clearTimeout(paused);
		clearTimeout(latest);
		paused = latest = 0;
	};

	const later = (wait) => {
		clearTimeout(paused);
		paused = setTimeout(save, wait);
		latest ||= setTimeout(save, Math.max(wait, most));
	};

	const say = (text, bad = true) => {
		saved.textContent = text;
		saved.classList.toggle("bad-text", bad);
	};

	// A stored document (domain/answer/answers.h) as fields of this form.
	const fields = (answers) => Object.entries(answers).flatMap(([id, a]) => typeof a === "string" ? [[id, a]] :
		[[id, a.c], [`${id}-n`, a.n], [`${id}-r`, a.r], [`${id}-x`, a.x ?? a.t]].filter(([, value]) => value !== undefined));

	// What another window had saved comes into this form, but for what was typed since this form was sent.
	const take = (answers, sent) => {
		const now = new FormData(form);
		for (const [name, value] of fields(answers)) {
			const field = form.elements[name];
			if (field && (now.get(name) ?? "") === (sent.get(name) ?? "")) field.value = value;
		}
		count();
	};

	// And what gave way to this form is said, so that both are there to choose from.
	const tellOthers = (answers) => {
		const list = others.querySelector("ul");
		for (const [id, a] of Object.entries(answers)) {
			const question = form.querySelector(`#q-${id}`), code = typeof a === "string" ? a : a.c;
			const label = [...question.querySelectorAll("input[type=radio]")].find((i) => i.value === code)?.parentNode.textContent;
			const line = document.createElement("li"), link = document.createElement("a");
			link.href = `#q-${id}`;
			link.textContent = [...question.querySelector("legend").childNodes].filter((n) => n.nodeType === Node.TEXT_NODE).map((n) => n.data).join("").trim();
			line.append(link, `　${list.dataset.other}：${[label, a.x ?? a.t, a.r].filter(Boolean).join("　")}`);
			list.append(line);
		}
		others.hidden = form.querySelector("[data-to-others]").hidden = false;
	};

	const filled = (text, from) => text.replace(/\{(\w+)\}/g, (_, name) => from[name]);

	// By what the server answered; true: it may be sent again as it is.
	const heard = {
		done(said, sent, at) {
			form.elements.revision.value = said.revision;
			form.elements.shown.value = said.shown;
			stored = at;
			if (said.answers) take(said.answers, sent);
			if (said.others) tellOthers(said.others);
			say(filled(words.done, said) + (said.answers && !said.standing ? words.merged : "") + (said.standing ? words.standing : ""), false);
		},
		faulty(said) {
			const each = new Set(said.faults.map((fault) => filled(words.number, fault)));
			say(filled(words.faulty, { numbers: [...each].join("、") }));
		},
		ended: () => say(words.ended), // what was sent is kept
		closed() {
			over = true;
			say(words.closed);
		},
		refused() {
			over = true;
			say(words.refused);
		},
	};

	const send = async (body, keepalive) => {
		underway = new AbortController();
		const ends = [underway.signal, AbortSignal.timeout?.(patience)].filter(Boolean);
		const answer = await fetch(form.action, { method: "POST", body, keepalive, headers: { Accept: "application/json" },
			redirect: "manual", signal: AbortSignal.any?.(ends) ?? underway.signal });
		if (answer.type === "opaqueredirect") return ["ended"]; // to sign in again
		const json = (answer.headers.get("Content-Type") || "").startsWith("application/json");
		if (answer.ok && json) return ["done", await answer.json()];
		if (answer.status === 422 && json) return ["faulty", await answer.json()];
		if (answer.status >= 500 || answer.ok) throw new Error(answer.status);
		return [answer.status === 409 ? "closed" : "refused"];
	};

	const save = async (keepalive = false) => {
		stop();
		if (!changed() || leaving || over) return;
		if (saving) return later(pause);
		const at = changes, sent = new URLSearchParams(new FormData(form));
		sent.set("do", "save");
		saving = true;
		try {
			const [what, said] = await send(sent, keepalive === true);
			fails = 0;
			heard[what](said, sent, at);
			if (changes !== at) later(pause);
		} catch {
			if (leaving) return;
			say(words.failed);
			later(again[Math.min(fails++, again.length - 1)]);
		} finally {
			saving = false;
		}
	};

	form.addEventListener("input", () => {
		leaving = false; // sending was stopped
		changes++;
		count();
		if (!fails) later(pause);
	});
	form.addEventListener("submit", () => {
		leaving = true;
		stop();
		underway?.abort(); // nothing arrives after what is sent now
	});
	document.addEventListener("visibilitychange", () => {
		if (document.visibilityState === "hidden") save(true);
	});
	addEventListener("online", () => save());
	addEventListener("pageshow", () => {
		leaving = false;
		count();
	});
	addEventListener("beforeunload", (event) => {
		if (changed() && !leaving) event.preventDefault();
	});
	count();
})();

// Typing in a paper: a key chooses the answer with that digit or mark and goes on, Enter goes on without
// choosing (with Shift: back), from the last field to the button.
(() => {
	"use strict";
	const form = document.querySelector("form[data-proxy]");
	if (!form) return;
	const marks = { o: "○", s: "△", x: "×", "-": "－", "?": "？" };
	const go = (field, by) => {
		const open = [...form.querySelectorAll("select, input:not([type=hidden]), button:not([hidden])")]
			.filter((one) => one.offsetParent && !one.disabled);
		const next = open[open.indexOf(field) + by];
		next?.focus();
		if (next?.type === "text") next.select();
	};
	const choose = (field, sign) => {
		const option = [...field.options].find((one) => one.dataset.key?.includes(sign));
		if (!option) return false;
		field.value = option.value;
		field.dispatchEvent(new Event("change", { bubbles: true }));
		return true;
	};
	form.addEventListener("keydown", (event) => {
		const field = event.target;
		if (event.isComposing || event.ctrlKey || event.altKey || event.metaKey || field.matches("button")) return;
		if (event.key === "Enter") {
			event.preventDefault();
			if (!event.repeat) go(field, event.shiftKey ? -1 : 1);
			return;
		}
		const key = event.key.length === 1 ? event.key.normalize("NFKC").toLowerCase() : "";
		if (event.repeat && key.trim() && field.matches("select")) return event.preventDefault(); // one press, one answer
		if (!key.trim() || !field.matches("select") || !choose(field, marks[key] ?? key)) return;
		event.preventDefault();
		go(field, 1);
	});
	let typed = document.querySelector("#errors") !== null; // shown again: nothing of it is stored
	form.addEventListener("input", () => { typed = true; });
	form.addEventListener("change", () => { typed = true; });
	form.addEventListener("submit", () => { typed = false; });
	addEventListener("beforeunload", (event) => {
		if (typed) event.preventDefault();
	});
})();

// What went wrong is read first; whoever types in a heap of papers mends it at once.
(document.querySelector("form[data-proxy] [aria-invalid]") ?? document.querySelector("#errors"))?.focus();

// How far a job is, without loading the page again; when it is over, once more.
(() => {
	"use strict";
	const going = document.querySelector("[data-going]");
	if (!going || !window.fetch) return;
	const look = async () => {
		try {
			const answer = await fetch(location.href, { redirect: "error" });
			const page = new DOMParser().parseFromString(await answer.text(), "text/html");
			if (!page.querySelector("[data-going]")) return location.reload();
			for (const place of going.querySelectorAll("[data-live]")) {
				const now = page.querySelector(`[data-live="${place.dataset.live}"]`);
				if (now && now.innerHTML !== place.innerHTML) place.innerHTML = now.innerHTML;
			}
		} catch {
			// the server may be starting again: ask later
		}
		setTimeout(look, 2000);
	};
	setTimeout(look, 1000);
})();
