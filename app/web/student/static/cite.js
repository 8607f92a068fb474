// Marks the sentence that settles a question in the text itself: by mouse, finger or keyboard.
//
// The answer stays the question's select, which is set as if its option had been chosen: saving and
// all the rest know nothing of this. While a sentence is sought, the text is a list box.

const view = document.getElementById("main");
const article = document.getElementById("text");
const text = article.querySelector(".paragraphs");
const form = document.getElementById("questions");
const bar = document.getElementById("picking");
const prompt = bar.querySelector("p");
const paragraphs = [...text.children];
const sentences = [...text.querySelectorAll(".sentence")];
const boxes = [...form.querySelectorAll("[data-beside=cite]")];

const BAR = 64; // pixels at the top that the bar may cover
const KEYS = { ArrowDown: 1, ArrowUp: -1, ArrowRight: 1, ArrowLeft: -1, Home: -Infinity, End: Infinity };

let sought = null; // the box whose sentence is sought

const selectOf = (box) => box.querySelector("select");
const chosenIn = (box) => sentences.find((one) => one.dataset.id === selectOf(box).value);

// --- What is marked ---

function tell(box) {
  const chosen = chosenIn(box);
  const cited = box.querySelector(".cited");
  cited.textContent = chosen?.textContent ?? "";
  cited.hidden = !chosen;
  box.querySelector("[data-unpick]").hidden = !chosen;
}

// The text shows the sentence of the question in view.
function show() {
  const box = form.querySelector(".question.current [data-beside=cite]");
  const chosen = box && chosenIn(box);
  for (const one of sentences) one.classList.toggle("cited", one === chosen);
}

function tellAll() {
  boxes.forEach(tell);
  show();
}

function choose(box, id) {
  selectOf(box).value = id;
  selectOf(box).dispatchEvent(new Event("input", { bubbles: true }));
  tell(box);
  show();
}

// --- Seeking ---

function seek(box) {
  sought = box;
  prompt.textContent = prompt.dataset.says.replace("{n}", box.closest(".question").dataset.n);
  bar.hidden = false;
  view.classList.add("seeking");
  list();
  view.dispatchEvent(new CustomEvent("look", { detail: "text" }));
  moveTo(chosenIn(box) ?? sentences.find(isInView) ?? sentences[0]);
}

function list() {
  text.setAttribute("role", "listbox");
  text.setAttribute("aria-labelledby", "seek seek-keys");
  for (const paragraph of paragraphs) paragraph.setAttribute("role", "presentation");
  for (const number of text.querySelectorAll(".number")) number.setAttribute("aria-hidden", "true");
  for (const one of sentences) {
    one.setAttribute("role", "option");
    one.setAttribute("aria-selected", String(one === chosenIn(sought)));
  }
}

function unlist() {
  text.removeAttribute("role");
  text.removeAttribute("aria-labelledby");
  for (const paragraph of paragraphs) paragraph.removeAttribute("role");
  for (const number of text.querySelectorAll(".number")) number.removeAttribute("aria-hidden");
  for (const one of sentences) {
    for (const name of ["role", "aria-selected", "tabindex"]) one.removeAttribute(name);
  }
}

function isInView(one) {
  const { top } = one.getBoundingClientRect();
  return top >= BAR && top < window.innerHeight;
}

function moveTo(one) {
  for (const other of sentences) other.tabIndex = other === one ? 0 : -1;
  one.focus();
}

function leave() {
  const box = sought;
  sought = null;
  bar.hidden = true;
  view.classList.remove("seeking");
  unlist();
  return box;
}

function goBack() {
  const box = leave();
  view.dispatchEvent(new CustomEvent("look", { detail: "questions" }));
  box.querySelector("[data-pick]").focus();
}

function take(one) {
  choose(sought, one.dataset.id);
  goBack();
}

// --- Events ---

function press(event) {
  if (!sought || event.altKey || event.ctrlKey || event.metaKey) return;
  if (event.key === "Escape") goBack();
  else if (!event.target.matches(".sentence")) return;
  else if (event.key === "Enter" || event.key === " ") take(event.target);
  else if (event.key in KEYS) moveTo(neighbour(event.target, event.key));
  else return;
  event.preventDefault();
}

function neighbour(one, key) {
  const sideways = key === "ArrowLeft" || key === "ArrowRight";
  const turned = sideways && getComputedStyle(text).direction === "rtl" ? -1 : 1;
  const place = sentences.indexOf(one) + turned * KEYS[key];
  return sentences[Math.max(0, Math.min(place, sentences.length - 1))];
}

document.addEventListener("keydown", press);
bar.querySelector("button").addEventListener("click", goBack);
text.addEventListener("click", (event) => {
  const one = event.target.closest(".sentence");
  if (sought && one) take(one);
});
form.addEventListener("click", (event) => {
  const button = event.target.closest("[data-pick], [data-unpick]");
  if (!button) return;
  const box = button.closest("[data-beside]");
  if (button.matches("[data-pick]")) return seek(box);
  choose(box, "");
  box.querySelector("[data-pick]").focus();
});
form.addEventListener("filled", tellAll);
form.addEventListener("turned", () => {
  if (sought) leave();
  show();
});

for (const box of boxes) {
  box.querySelector("[data-by=number]").hidden = true;
  box.querySelector("[data-by=hand]").hidden = false;
}
tellAll();
