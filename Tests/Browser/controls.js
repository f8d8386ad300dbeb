// Every control that can be seen: those without a name, those that the keyboard does not reach, those too small to touch.
const found = [];
let count = 0;
const scope = document.querySelector("dialog[open]") || document;
for (const control of scope.querySelectorAll("a[href], button, input, textarea, select, summary, [tabindex]")) {
  if (!control.checkVisibility({ checkVisibilityCSS: true }) || control.closest("template")) { continue; }
  if (!document.querySelector("dialog[open]") && control.closest("dialog")) { continue; }
  count += 1;
  const labelled = (control.getAttribute("aria-labelledby") || "").split(" ").map(id => id && document.getElementById(id)).filter(Boolean);
  const name = control.getAttribute("aria-label") || labelled.map(one => one.textContent).join(" ")
    || Array.from(control.labels || []).map(label => label.textContent).join(" ") || control.textContent;
  const what = control.tagName + "." + control.className + " " + (name || "").trim().slice(0, 30);
  if (!name || !name.trim()) { found.push("no name: " + what); }
  if (control.tabIndex < 0) { found.push("not reachable: " + what); }
  control.focus({ preventScroll: true });
  if (document.activeElement !== control) { found.push("takes no focus: " + what); }
  const area = (control.matches("input[type=checkbox], input[type=file]") && control.closest("label")) || control;
  const box = area.getBoundingClientRect();
  if (!control.matches(".skip") && (box.height < 43.9 || box.width < 43.9)) { found.push("small: " + what + " " + Math.round(box.width) + " x " + Math.round(box.height)); }
}
return { count: count, found: Array.from(new Set(found)).slice(0, 12) };
