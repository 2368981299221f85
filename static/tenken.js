// Small comforts for the answering page. Everything works without them: the count,
// saving in every pause and on leaving, and a warning before leaving what is not saved.
// That it is saved is said only when the server has answered so.
(() => {
	"use strict";
	const form = document.querySelector("form[data-sheet]");
	if (!form || !window.fetch) return;
	const pause = 3000, most = 20000, again = 10000;
	const given = form.querySelector("[data-given]");
	const bar = form.querySelector(".meter progress");
	const saved = form.querySelector("[data-saved]");
	const words = saved.dataset; // what is said stands in the template
	let changes = 0, stored = 0, saving = false, leaving = false, ended = false;
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
		latest ||= setTimeout(save, most);
	};

	const tell = (said) => {
		form.elements.revision.value = said.revision;
		form.elements.shown.value = said.shown;
		saved.textContent = words.done.replace(/\{(\w+)\}/g, (_, name) => said[name]) +
			(said.replaced ? words.replaced : "") + (said.standing ? words.standing : "");
	};

	const send = async (keepalive) => {
		const body = new URLSearchParams(new FormData(form));
		body.set("do", "save");
		const answer = await fetch(form.action, {
			method: "POST", body, keepalive, headers: { Accept: "application/json" }, redirect: "manual",
		});
		if (answer.type === "opaqueredirect") return null; // to sign in again: what was sent is kept
		const kind = answer.headers.get("Content-Type") || "";
		if (!answer.ok || !kind.startsWith("application/json")) throw new Error(answer.status);
		return answer.json();
	};

	const save = async (keepalive = false) => {
		stop();
		if (!changed() || leaving || ended) return;
		if (saving) return later(pause);
		const at = changes;
		saving = true;
		try {
			const said = await send(keepalive === true);
			ended = said === null;
			if (said) tell(said);
			else saved.textContent = words.ended;
			if (said) stored = at;
			if (said && changed()) later(pause);
		} catch {
			saved.textContent = words.failed;
			later(again);
		} finally {
			saving = false;
		}
	};

	form.addEventListener("input", () => {
		changes++;
		count();
		later(pause);
	});
	form.addEventListener("submit", () => {
		leaving = true;
		stop();
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
			go(field, event.shiftKey ? -1 : 1);
			return;
		}
		const key = event.key.length === 1 ? event.key.normalize("NFKC").toLowerCase() : "";
		if (!key.trim() || !field.matches("select") || !choose(field, marks[key] ?? key)) return;
		event.preventDefault();
		go(field, 1);
	});
})();

// What went wrong is read first.
document.querySelector("#errors")?.focus();

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
