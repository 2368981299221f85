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

	const later = () => {
		clearTimeout(timer);
		timer = setTimeout(save, 20000);
	};

	const save = async () => {
		if (!changed || leaving) return;
		const body = new URLSearchParams(new FormData(form)), at = changes;
		body.set("do", "save");
		try {
			const answer = await fetch(form.action, {
				method: "POST", body, headers: { Accept: "application/json" }, redirect: "error",
			});
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
		}
	};

	form.addEventListener("input", () => {
		changed = true;
		changes++;
		count();
		if (!timer) later();
	});
	form.addEventListener("change", later);
	form.addEventListener("submit", () => {
		leaving = true;
		clearTimeout(timer);
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
