// Shows one question at a time, tells how each one stands, keeps the flags, and turns a phone's page
// between text and questions.

const root = document.documentElement;
const view = document.getElementById("main");
const form = document.getElementById("questions");
const tally = document.getElementById("tally");
const words = JSON.parse(document.getElementById("words").textContent);
const questions = [...form.querySelectorAll(".question")];
const links = [...form.querySelectorAll(".overview a")];
const tabs = [...document.querySelectorAll(".switch a")];
const steps = { previous: document.getElementById("previous"), next: document.getElementById("next") };
const flagDrawer = `byline:${form.dataset.attempt}:flags`;

const flags = new Set(keptFlags());
const scrolled = { text: 0, questions: 0 };
let current = 0;

// --- How each question stands ---

function standing(question) {
  const controls = [...question.querySelectorAll("[data-shape] input:not([type=hidden]), [data-shape] select")];
  const asked = new Set(controls.map((control) => control.name));
  const answered = new Set(controls.filter(speaks).map((control) => control.name));
  if (!answered.size) return "open";
  const whole = answered.size === asked.size || question.querySelector("[data-order=part]");
  return whole ? "answered" : "started";
}

function speaks(control) {
  return control.matches("[type=radio], [type=checkbox]") ? control.checked : control.value.trim();
}

function tell() {
  const standings = questions.map(standing);
  standings.forEach((name, i) => tellOne(links[i], name, flags.has(i + 1)));
  const done = standings.filter((name) => name !== "open").length;
  tally.textContent = tally.dataset.says.replace("{done}", done).replace("{all}", questions.length);
}

function tellOne(link, name, flagged) {
  link.dataset.state = name;
  link.querySelector(".word").textContent = words[name] + (flagged ? `, ${words.flagged}` : "");
  link.querySelector("use").setAttribute("href", `#icon-${name}`);
  link.querySelector(".flag").toggleAttribute("hidden", !flagged);
}

// --- Flags ---

function keptFlags() {
  try {
    return JSON.parse(localStorage.getItem(flagDrawer)) ?? [];
  } catch {
    return [];
  }
}

function toggleFlag(n) {
  if (!flags.delete(n)) flags.add(n);
  try {
    localStorage.setItem(flagDrawer, JSON.stringify([...flags]));
  } catch {
    // Without storage a flag lives as long as this page does.
  }
  nameFlag(n);
  tell();
}

function nameFlag(n) {
  const button = questions[n - 1].querySelector("[data-flag] span");
  button.textContent = flags.has(n) ? words.unflag : words.flag;
}

// --- One question in view ---

function turnTo(index) {
  current = index;
  questions.forEach((question, i) => question.classList.toggle("current", i === index));
  links.forEach((link, i) => {
    if (i === index) link.setAttribute("aria-current", "step");
    else link.removeAttribute("aria-current");
  });
  point(steps.previous, index - 1);
  point(steps.next, index + 1);
  form.querySelector(".finish .button").classList.toggle("main", index === questions.length - 1);
  form.dispatchEvent(new CustomEvent("turned"));
}

function point(step, index) {
  step.hidden = !(index in questions);
  step.setAttribute("href", `#q${index + 1}`);
}

function followAddress() {
  const asked = /^#q(\d+)$/.exec(location.hash);
  if (asked && asked[1] - 1 in questions) {
    look("questions");
    turnTo(asked[1] - 1);
    form.scrollTop = 0;
    form.scrollIntoView();
    questions[current].querySelector("legend").focus();
  } else if (/^#(p\d+|text)$/.test(location.hash)) {
    look("text");
  }
}

// --- Text or questions, where there is room for one of them ---

function look(side) {
  if (view.dataset.view === side) return;
  scrolled[view.dataset.view] = window.scrollY;
  view.dataset.view = side;
  for (const tab of tabs) {
    if (tab.hash === `#${side}`) tab.setAttribute("aria-current", "true");
    else tab.removeAttribute("aria-current");
  }
  window.scrollTo(0, scrolled[side]);
}

// --- Events ---

for (const tab of tabs) {
  tab.addEventListener("click", (event) => {
    event.preventDefault();
    look(tab.hash.slice(1));
  });
}

view.addEventListener("look", (event) => look(event.detail));

form.addEventListener("click", (event) => {
  const button = event.target.closest("[data-flag]");
  if (button) toggleFlag(Number(button.closest(".question").dataset.n));
});

// Enter in a field would send the form away.
form.addEventListener("keydown", (event) => {
  if (event.key === "Enter" && event.target.matches("input")) event.preventDefault();
});

form.addEventListener("input", tell);
form.addEventListener("filled", tell);
window.addEventListener("hashchange", followAddress);

view.dataset.view = "text";
turnTo(0);
tell();
flags.forEach(nameFlag);
for (const element of document.querySelectorAll(".scripted")) element.hidden = false;
root.classList.add("js");
followAddress();
// The browser takes the focus away again when it goes to the address's fragment itself.
window.addEventListener("load", () => setTimeout(followAddress));
