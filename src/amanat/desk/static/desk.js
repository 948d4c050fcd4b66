// The desk in the browser: sends forms, puts in the pieces that changed, moves by keys. It keeps nothing and decides
// nothing: without it every form still works, by loading the page anew.
"use strict";
document.documentElement.classList.add("js");
const one = (what, from = document) => from.querySelector(what);
const all = (what, from = document) => [...from.querySelectorAll(what)];
const desk = one("#desk");

function say(words) { one("#said").textContent = words; }
function wrong(words) {
  const box = one("#wrong");
  box.textContent = words;
  box.hidden = !words;
}

// --- decisions ---

let busy = Promise.resolve();
async function send(form, button) {
  const data = new FormData(form);
  if (button && button.name) data.set(button.name, button.value);
  data.set("version", desk.dataset.version);
  data.set("view", desk.dataset.view);
  const where = button && button.hasAttribute("formaction") ? button.formAction : form.action;
  let answer;
  try {
    const response = await fetch(where, { method: "POST", body: new URLSearchParams(data), headers: { "X-Amanat": "live" } });
    answer = await response.json();
  } catch {
    wrong(document.body.dataset.silent);
    return false;
  }
  if (answer.error) {
    wrong(`${answer.code}: ${answer.error}`);
    return false;
  }
  wrong("");
  put(answer);
  say(one("#status").textContent.replace(/\s+/g, " "));
  return true;
}

function put(answer) {
  const held = document.activeElement, near = held && held.closest("[id]");
  const id = near ? near.id : "", name = held ? held.name : "";
  const turn = all("#open > li").findIndex((item) => item.contains(held));
  for (const [piece, html] of Object.entries(answer.pieces)) {
    const place = document.getElementById(piece);
    if (place) place.innerHTML = html;
  }
  const made = {};
  for (const [item, html] of Object.entries(answer.items)) {
    const frame = document.createElement("template");
    frame.innerHTML = html;
    made[item] = frame.content.firstElementChild;
    document.getElementById(item)?.replaceWith(made[item]);
  }
  for (const ids of Object.values(answer.lists)) for (const item of ids) made[item] ??= document.getElementById(item);
  for (const [list, ids] of Object.entries(answer.lists)) order(document.getElementById(list), ids.map((item) => made[item]));
  desk.dataset.version = answer.version;
  if (held && document.activeElement !== held) {
    const again = id && document.getElementById(id), remarks = all("#open > li");
    const field = again && name && all(`[name="${name}"]`, again)[0];
    const gone = turn >= 0 && !(again && again.closest("#open"));
    ((gone && remarks[Math.min(turn, remarks.length - 1)]) || field || again || one("#main")).focus({ preventScroll: true });
  }
}
function order(list, items) {
  const wanted = new Set(items);
  for (const child of [...list.children]) if (!wanted.has(child)) child.remove();
  items.forEach((item, n) => { if (list.children[n] !== item) list.insertBefore(item, list.children[n] || null); });
}

async function look(way) {
  const response = await fetch(`?view=${way}&from=${desk.dataset.view}`, { headers: { "X-Amanat": "live" } });
  const answer = await response.json();
  if (answer.error) return wrong(`${answer.code}: ${answer.error}`);
  desk.dataset.view = way;
  one("#safe").hidden = way !== "side";
  put(answer);
  for (const link of all(".views a", desk)) {
    if (link.dataset.way === way) link.setAttribute("aria-current", "true"); else link.removeAttribute("aria-current");
  }
  history.replaceState(null, "", `?view=${way}`);
}

if (desk) {
  document.addEventListener("submit", (event) => {
    const form = event.target;
    if (!form.matches("[data-live]")) return;
    event.preventDefault();
    const button = event.submitter;
    busy = busy.then(() => send(form, button)).then((done) => {
      if (done && form.id === "missed") { form.reset(); clear(form); }
    });
  });
  document.addEventListener("change", (event) => {
    const field = event.target;
    if (!field.matches("[data-now]")) return;
    const own = one("[data-own]", field.form);
    if (field.name === "role" && own) own.value = "";
    field.form.requestSubmit();
  });
  desk.addEventListener("click", (event) => {
    const link = event.target.closest("[data-way]");
    if (link && !event.ctrlKey && !event.metaKey) { event.preventDefault(); look(link.dataset.way); }
    const note = event.target.closest("a.ref, .places a");
    if (note) setTimeout(() => { const to = one(note.hash); if (to) to.focus({ preventScroll: true }); }, 0);
  });
}

// --- words that were missed: the browser tells block and units, the desk finds the letters ---

function clear(form) { for (const name of ["block", "from", "to"]) form.elements[name].value = ""; }
function units(block, node, offset) {
  let count = 0;
  const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
  for (let at; (at = walker.nextNode()); ) {
    const extra = at.parentElement.closest(".label, .ref");
    const sign = at.parentElement.closest(".hidden-sign");
    if (at === node) return count + (extra ? 0 : sign ? Math.min(offset, 1) : offset);
    if (!extra) count += sign ? 1 : at.data.length;
  }
  return count;
}
function blockOf(node) {
  const element = node.nodeType === Node.TEXT_NODE ? node.parentElement : node;
  return element && element.closest("#story > [id]");
}
function selected() {
  const choice = getSelection(), form = one("#missed");
  if (!form || !choice.rangeCount || choice.isCollapsed) return false;
  const range = choice.getRangeAt(0), block = blockOf(range.startContainer);
  if (!block || range.startContainer.nodeType !== Node.TEXT_NODE) return false;
  const last = blockOf(range.endContainer);
  const ends = last === block && range.endContainer.nodeType === Node.TEXT_NODE;
  const from = units(block, range.startContainer, range.startOffset);
  const to = ends ? units(block, range.endContainer, range.endOffset) : units(block, null, 0);
  if (to <= from) return false;
  const copy = range.cloneContents();
  all(".label, .ref", copy).forEach((extra) => extra.remove());
  form.elements.words.value = copy.textContent.trim();
  form.elements.block.value = block.id.slice(1);
  form.elements.from.value = from;
  form.elements.to.value = to;
  return true;
}
if (desk && one("#missed")) {
  document.addEventListener("selectionchange", () => { if (blockOf(getSelection().anchorNode || document.body)) selected(); });
  one("#missed-words").addEventListener("input", () => clear(one("#missed")));
}

// --- keys ---

let escaped = -Infinity;
async function hide() {
  if (document.body.classList.contains("hidden")) return;
  document.body.classList.add("hidden");
  document.title = " ";
  try { await fetch("/hide", { method: "POST", headers: { "X-Amanat": "live" } }); } finally { location.replace("/sign-in"); }
}
const hideButton = one("#hide");
if (hideButton) hideButton.addEventListener("click", hide);
function step(by) {
  const list = all("#remarks > ol > li");
  if (!list.length) return;
  const now = list.findIndex((item) => item.contains(document.activeElement));
  const next = list[(now + by + list.length) % list.length] || list[0];
  next.focus({ preventScroll: true });
  next.scrollIntoView({ block: "nearest" });
  const place = one(`#at-${next.id}`);
  if (place) place.scrollIntoView({ block: "center" });
}
document.addEventListener("keydown", (event) => {
  if (event.key === "Escape" && hideButton) {
    if (event.timeStamp - escaped < 800) hide();
    escaped = event.timeStamp;
    return;
  }
  if (!desk || event.ctrlKey || event.metaKey || event.altKey || event.target.matches("input, select, textarea")) return;
  const remark = document.activeElement.closest("#remarks li");
  const press = (what, from) => { const found = from && one(what, from); if (found) found.click(); return Boolean(found); };
  const does = {
    j: () => step(1),
    k: () => step(-1),
    f: () => press("button.fix", remark),
    x: () => { const field = remark && one("input[name=reason]", remark); if (field) field.focus(); return Boolean(field); },
    p: () => { const first = one("#people select, #people button"); if (first) first.focus(); return Boolean(first); },
    n: () => { if (selected()) one("#missed button").focus(); else one("#missed-words")?.focus(); return true; },
    u: () => one("#undo").click(),
    v: () => { const ways = all(".views a", desk), now = ways.findIndex((w) => w.hasAttribute("aria-current")); ways[(now + 1) % ways.length].click(); },
  }[event.key.toLowerCase()];
  if (does && does() !== false) event.preventDefault();
});

// --- a new story: drop a file; send once ---

const fresh = one("#new");
if (fresh) {
  for (const name of ["dragover", "dragleave", "drop"]) {
    fresh.addEventListener(name, (event) => {
      event.preventDefault();
      fresh.classList.toggle("drop", name === "dragover");
      if (name === "drop" && event.dataTransfer.files.length) fresh.elements.file.files = event.dataTransfer.files;
    });
  }
}
// --- what is being written is sealed as it is written; a form is sent once, and only while somebody is signed in ---

function written(form) {
  const fields = {};
  for (const [name, value] of new FormData(form)) if (typeof value === "string" && name !== "once") fields[name] = name in fields ? `${fields[name]}\n${value}` : value;
  return fields;
}
async function keepDraft(form) {
  const body = new URLSearchParams({ form: form.dataset.form, fields: JSON.stringify(written(form)) });
  try {
    const answer = await (await fetch("/draft", { method: "POST", body, headers: { "X-Amanat": "live" } })).json();
    wrong(answer.error ? `${answer.code}: ${answer.error}` : "");
    return answer.code !== "W009" && answer.code !== "W006";
  } catch { wrong(document.body.dataset.silent); return false; }
}
for (const form of all("form[data-form]")) {
  const draft = form.dataset.draft ? JSON.parse(form.dataset.draft) : {};
  for (const field of form.elements) {
    if (!field.name || !(field.name in draft) || field.type === "hidden" || field.type === "file") continue;
    const values = draft[field.name].split("\n");
    if (field.type === "checkbox") field.checked = values.includes(field.value); else field.value = draft[field.name];
  }
  let waits = 0;
  form.addEventListener("input", () => { clearTimeout(waits); waits = setTimeout(() => keepDraft(form), 1200); });
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    clearTimeout(waits);
    const buttons = all("button", form);
    for (const button of buttons) button.disabled = true;
    if (await keepDraft(form)) form.submit(); else for (const button of buttons) button.disabled = false;
  });
}
for (const form of all("form.once:not([data-form])")) {
  form.addEventListener("submit", () => setTimeout(() => { for (const button of all("button", form)) button.disabled = true; }, 0));
}
addEventListener("pageshow", (event) => { if (event.persisted) for (const button of all("form.once button")) button.disabled = false; });

// --- a long story: how far it is ---

const waiting = one("#wait");
if (waiting) {
  const ask = async () => {
    const answer = await (await fetch(waiting.dataset.wait, { headers: { "X-Amanat": "live" } })).json();
    if (answer.failed) return wrong(answer.failed);
    if (answer.done) return location.replace(waiting.dataset.then);
    for (const item of all("[data-step]", waiting)) {
      if (item.dataset.step === answer.step) item.setAttribute("aria-current", "step"); else item.removeAttribute("aria-current");
    }
    setTimeout(ask, 400);
  };
  setTimeout(ask, 300);
}
