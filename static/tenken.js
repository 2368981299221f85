// Small comforts for the answering page. Everything works without them: the count,
// saving every 20 seconds after a change, and a warning before leaving what is not saved.
(() => {
	"use strict";
	const form = document.querySelector("form[data-sheet]");
	if (!form || !window.fetch) return;
	const given = form.querySelector("[data-given]");
	const bar = form.querySelector(".meter progress");
	const saved = form.querySelector("[data-saved]");
	const words = saved.dataset; // what is said stands in the template
	let changed = false, changes = 0, timer = 0, leaving = false;

	const count = () => {
		const n = new Set([...form.querySelectorAll("input[type=radio]:checked")].map((i) => i.name)).size;
		given.textContent = n;
		bar.value = n;
	};

	// Counted from the first change that is not stored: who answers without a pause is saved too.
	const later = () => {
		if (!timer) timer = setTimeout(save, 20000);
	};

	const save = async () => {
		timer = 0;
		if (!changed || leaving) return;
		const body = new URLSearchParams(new FormData(form)), at = changes;
		body.set("do", "save");
		try {
			const answer = await fetch(form.action, {
				method: "POST", body, headers: { Accept: "application/json" }, redirect: "manual",
			});
			if (answer.type === "opaqueredirect") { // to sign in again: what was sent is kept
				saved.textContent = words.ended;
				return;
			}
			const kind = answer.headers.get("Content-Type") || "";
			if (!answer.ok || !kind.startsWith("application/json")) throw new Error(answer.status);
			const said = await answer.json();
			form.elements.revision.value = said.revision;
			saved.textContent = words.done.replace(/\{(\w+)\}/g, (_, name) => said[name]) +
				(said.replaced ? words.replaced : "");
			changed = changes !== at;
			if (changed) later();
		} catch {
			saved.textContent = words.failed;
			later();
		}
	};

	form.addEventListener("input", () => {
		changed = true;
		changes++;
		count();
		later();
	});
	form.addEventListener("submit", () => {
		leaving = true;
		clearTimeout(timer);
		timer = 0;
	});
	addEventListener("pageshow", () => {
		leaving = false;
		count();
	});
	addEventListener("beforeunload", (event) => {
		if (changed && !leaving) event.preventDefault();
	});
	count();
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
