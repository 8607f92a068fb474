// Saves each answer as it is given, keeps it in this browser until the server has it, and says so.
//
// An answer is read from the form's controls by the shape of its question (`data-shape`), so that a
// new kind of question seldom needs anything here. `unsent` holds what the server has not
// acknowledged, by question number; `held` those of them that wait for the student to decide.

const PAUSE = 400; // milliseconds after a change, so that several ticks or letters travel together
const FIRST_WAIT = 1000;
const LONGEST_WAIT = 30000;
const PATIENCE = 15000; // for one reply

const form = document.getElementById("questions");
const state = document.getElementById("state");
const words = JSON.parse(document.getElementById("words").textContent);
const drawer = `byline:${form.dataset.attempt}:`;

const unsent = new Map();
const held = new Map();
let sending = null;
let timer = 0;
let failures = 0;
let trouble = ""; // a name in `words`: why nothing can be saved just now
let stopped = false; // for good: the server will never take another answer
let over = false; // the time is up, and no more was given yet
let leaving = false;

const question = (n) => document.getElementById(`q${n}`);
const revisionField = (n) => form.elements[`r${n}`];
const same = (a, b) => JSON.stringify({ ...a, revision: 0 }) === JSON.stringify({ ...b, revision: 0 });

// --- Answers in the form ---

const shapes = {
  one: ([control]) => control.value,
  text: ([control]) => control.value.trim(),
  many: (spoken) => spoken.map((control) => control.value),
  rows: (spoken) => byRow(spoken, (value) => value),
  places: (spoken) => byRow(spoken, Number),
};

function byRow(spoken, read) {
  return Object.fromEntries(spoken.map((control) => [rowOf(control), read(control.value)]));
}

const rowOf = (control) => control.name.slice(control.name.indexOf(".") + 1);
const controlsIn = (element) => [...element.querySelectorAll("input:not([type=hidden]), select")];
const controls = (n) => controlsIn(question(n).querySelector("[data-shape]"));

// What is asked beside the answer, each by the name that the server knows it by.
const besides = (n) => [...question(n).querySelectorAll("[data-beside]")];

function isTicked(control) {
  return control.type === "radio" || control.type === "checkbox";
}

function speaks(control) {
  return isTicked(control) ? control.checked : control.value.trim() !== "";
}

function given(n) {
  const spoken = controls(n).filter(speaks);
  if (!spoken.length) return null;
  return shapes[question(n).querySelector("[data-shape]").dataset.shape](spoken);
}

function answerTo(n) {
  const beside = besides(n).map((part) => [part.dataset.beside, givenIn(part)]);
  return { response: given(n), ...Object.fromEntries(beside) };
}

function givenIn(part) {
  const spoken = controlsIn(part).find(speaks);
  if (!spoken) return null;
  return isTicked(spoken) ? Number(spoken.value) : spoken.value;
}

// What a response says to one control: whether it is ticked, or the text of its value.
function valueIn(response, control) {
  const list = Array.isArray(response);
  const own = !list && response instanceof Object ? response[rowOf(control)] : response;
  if (isTicked(control)) return list ? response.includes(control.value) : String(own) === control.value;
  if (list) return String(response.indexOf(rowOf(control)) + 1 || "");
  return String(own ?? "");
}

function fill(n, answer) {
  fillIn(controls(n), answer.response);
  for (const part of besides(n)) fillIn(controlsIn(part), answer[part.dataset.beside]);
  form.dispatchEvent(new CustomEvent("filled"));
}

function fillIn(elements, response) {
  for (const control of elements) {
    control[isTicked(control) ? "checked" : "value"] = valueIn(response, control);
  }
}

// An answer as texts of the bank's and, in elements, words of ours: each has its own language.
function inWords(n, answer) {
  const said = controls(n).map((control) => saidOf(control, valueIn(answer.response, control)));
  const own = said.filter(Boolean).join(" · ") || ours(words.blank);
  return [own, ...besides(n).flatMap((part) => saidBeside(part, answer[part.dataset.beside]))];
}

function ours(textContent) {
  const { lang, dir } = document.documentElement;
  return Object.assign(document.createElement("span"), { lang, dir, textContent });
}

function saidBeside(part, value) {
  const { name, beside } = part.dataset;
  const said = controlsIn(part).map((control) => valueIn(value, control) && textOf(control, value));
  const told = (text) => (beside === "cite" ? [ours(`${name}:`), ` ${text}`] : [ours(`${name}: ${text}`)]);
  return said.filter(Boolean).flatMap((text) => [" · ", ...told(text)]);
}

function textOf(control, value) {
  if (isTicked(control)) return control.labels[0].querySelector(".level").textContent;
  return [...control.options].find((option) => option.value === value)?.text;
}

function saidOf(control, value) {
  if (!value || control.type === "text") return value;
  const label = control.labels[0].textContent.trim();
  if (!isTicked(control)) return `${label}: ${textOf(control, value)}`;
  const row = control.closest(".statement")?.querySelector("legend").textContent ?? "";
  return `${row} ${label}`.trim();
}

// --- The browser's own copy ---

function keep(n) {
  try {
    if (unsent.has(n)) localStorage.setItem(drawer + n, JSON.stringify(unsent.get(n)));
    else localStorage.removeItem(drawer + n);
  } catch {
    // Without storage the answer lives as long as this page does.
  }
}

function keptAnswer(n) {
  try {
    return JSON.parse(localStorage.getItem(drawer + n));
  } catch {
    return null;
  }
}

function takeUpKeptAnswers() {
  for (const element of form.querySelectorAll(".question")) {
    const n = Number(element.dataset.n);
    const kept = keptAnswer(n);
    if (!kept) continue;
    unsent.set(n, kept);
    revisionField(n).value = kept.revision; // not the page's: what was saved since is not yet seen
    fill(n, kept);
  }
}

// --- What the student reads ---

function say(text, mood) {
  if (state.textContent !== text) state.textContent = text;
  state.dataset.state = mood;
  document.documentElement.classList.toggle("unsaved", mood === "trouble");
}

function show() {
  const [waiting] = held;
  if (over && !stopped) say(words.over, "trouble");
  else if (trouble) say(words[trouble], "trouble");
  else if (waiting) say(words[waiting[1]].replace("{n}", waiting[0]), "trouble");
  else if (unsent.size) say(words.saving, "busy");
  else say(words.saved, "saved");
}

function offerBoth(n, saved) {
  const offer = document.getElementById("conflict").content.cloneNode(true).firstElementChild;
  offer.querySelector(".theirs").append(...inWords(n, saved));
  offer.addEventListener("click", (event) => {
    const choice = event.target.closest("[data-keep]")?.dataset.keep;
    if (choice) settle(n, saved, choice);
  });
  withdrawOffer(n);
  question(n).append(offer);
}

function withdrawOffer(n) {
  question(n).querySelector(".conflict")?.remove();
}

function settle(n, saved, choice) {
  withdrawOffer(n);
  held.delete(n);
  revisionField(n).value = saved.revision;
  if (choice === "theirs") {
    unsent.delete(n);
    fill(n, saved);
    keep(n);
  } else {
    note(n);
  }
  question(n).querySelector("legend").focus();
  send();
}

// --- Sending, one answer at a time ---

function current(n) {
  return { ...answerTo(n), revision: Number(revisionField(n).value) };
}

function note(n) {
  unsent.set(n, current(n));
  keep(n);
}

function send(pause = 0) {
  clearTimeout(timer);
  show();
  if (!stopped && !over) timer = setTimeout(drain, pause);
}

// The promise of the round under way, or of a new one: there are never two.
function drain() {
  clearTimeout(timer);
  if (stopped || over) return Promise.resolve();
  sending ??= sendAll().finally(() => {
    sending = null;
    show();
  });
  return sending;
}

async function sendAll() {
  for (let n = nextUnsent(); n !== undefined; n = nextUnsent()) {
    if (!(await sendOne(n, unsent.get(n)))) return;
  }
}

function nextUnsent() {
  return [...unsent.keys()].find((n) => !held.has(n));
}

async function sendOne(n, answer) {
  let reply;
  try {
    reply = await put(n, answer);
  } catch (fault) {
    return later(fault.name === "TimeoutError" ? "server" : "offline");
  }
  return take(n, answer, reply, await reply.json().catch(() => null));
}

function put(n, answer) {
  return fetch(`${form.dataset.api}/${n}`, {
    method: "PUT",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify(answer),
    keepalive: true, // a closed tab still delivers it
    signal: AbortSignal.timeout?.(PATIENCE),
  });
}

// True when the next answer may go out. All that our server says is JSON: what is not, or is cut off, came
// from a Wi-Fi's own page or a filter, and whether the answer was saved is open.
function take(n, answer, reply, body) {
  if (!body || reply.status >= 500 || [408, 425, 429].includes(reply.status)) {
    return later("server", Number(reply.headers.get("Retry-After")) * 1000);
  }
  failures = 0;
  trouble = "";
  document.dispatchEvent(new CustomEvent("heard", { detail: body }));
  if (reply.ok) acknowledge(n, answer, body.revision);
  else if (reply.status === 409 && "revision" in body) hold(n, body);
  else if (body.type?.endsWith("time-up")) keptAsLate(n, answer);
  else if (reply.status === 409) return stop("closed");
  else if ([401, 403, 404].includes(reply.status)) return lose();
  else held.set(n, "refused");
  show();
  return true;
}

function acknowledge(n, answer, revision) {
  revisionField(n).value = revision;
  const latest = unsent.get(n);
  if (latest && !same(latest, answer)) latest.revision = revision;
  else unsent.delete(n);
  keep(n);
}

function keptAsLate(n, answer) {
  if (same(unsent.get(n), answer)) unsent.delete(n);
  keep(n);
}

function hold(n, saved) {
  held.set(n, "conflict");
  offerBoth(n, saved);
}

function stop(why) {
  trouble = why;
  stopped = true;
  return false;
}

// The form itself can bring the answers, with the paper's code.
function lose() {
  state.after(document.getElementById("lost").content.cloneNode(true));
  return stop("lost");
}

function later(why, atLeast = 0) {
  trouble = why;
  const wait = Math.min(FIRST_WAIT * 2 ** failures, LONGEST_WAIT) * (0.75 + Math.random() / 2);
  failures += 1;
  timer = setTimeout(drain, Math.max(wait, atLeast || 0));
  return false;
}

// --- The end of the time ---

async function handIn() {
  const rest = [...unsent].filter(([n]) => held.get(n) !== "refused");
  const reply = await fetch(form.dataset.api.replace(/answers$/, "hand-in"), {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify({ answers: Object.fromEntries(rest) }),
    keepalive: true,
    signal: AbortSignal.timeout?.(PATIENCE),
  });
  leaving = reply.ok || reply.status === 400;
  if (reply.ok) location.assign(`${location.pathname}/result`);
  else if (leaving) location.reload(); // the page that comes now hands in without these answers
}

function lock(locked) {
  over = locked;
  for (const fields of form.querySelectorAll(".question > fieldset")) fields.disabled = locked;
  send();
}

// --- Events ---

// A script that wants all answers, unsent ones too, brings a list for them.
document.addEventListener("gather", ({ detail }) => {
  for (const { dataset } of form.querySelectorAll(".question")) {
    const n = Number(dataset.n);
    detail.push({ n, ...(unsent.get(n) ?? current(n)) });
  }
});

document.addEventListener("time-out", () => lock(true));
document.addEventListener("time-in", () => lock(false));
document.addEventListener("time-up", (event) => {
  event.preventDefault();
  if (!stopped && !leaving) handIn().catch(() => {}); // the clock asks again
});

form.addEventListener("input", (event) => {
  const n = Number(event.target.closest(".question")?.dataset.n);
  if (!n) return;
  note(n);
  if (held.get(n) === "conflict") return;
  held.delete(n);
  send(PAUSE);
});

form.addEventListener("submit", async (event) => {
  leaving ||= stopped;
  if (leaving || !unsent.size) return;
  event.preventDefault();
  do await drain();
  while (nextUnsent() !== undefined && !trouble);
  if (unsent.size && !stopped) {
    const [waiting] = held.keys();
    if (waiting) location.hash = `q${waiting}`;
    state.focus();
    return;
  }
  leaving = true;
  form.requestSubmit(event.submitter);
});

window.addEventListener("online", () => unsent.size && drain());
window.addEventListener("pagehide", () => unsent.size && drain());
document.addEventListener("visibilitychange", () => unsent.size && drain());
window.addEventListener("beforeunload", (event) => {
  if (unsent.size && !leaving) event.preventDefault();
});

takeUpKeptAnswers();
if (unsent.size) send();
else say(words.ready, "ready");
