// Puts lines in an order: by a list of places on each, by buttons, and by dragging them at their grip.
//
// The places in the lists are the answer; whatever moves a line writes them and says "input". Where
// `data-order` is "part", lines without a place are no part of the order and stand behind it.

const form = document.getElementById("questions");
const lists = [...form.querySelectorAll("[data-order]")];

let stood = {}; // the line whose place is being chosen, and the places of all before

const linesOf = (list) => [...list.querySelectorAll(".place")];
const selectsOf = (list) => [...list.querySelectorAll("select")];

function remember(list) {
  for (const select of selectsOf(list)) select.dataset.was = select.value;
}

function sort(list) {
  stood = {};
  const place = (line) => Number(line.querySelector("select").value) || 99;
  list.querySelector("ul").append(...linesOf(list).sort((a, b) => place(a) - place(b)));
  remember(list);
}

// Two lines never share a place: the one that had it gets the other's. Arrow keys pass over other
// places on their way, so each step begins from how the lines stood before the first.
function trade(select) {
  const list = select.closest("[data-order]");
  const selects = selectsOf(list);
  if (stood.select !== select) stood = { select, places: selects.map((other) => other.dataset.was) };
  selects.forEach((other, i) => {
    if (other === select) return;
    const rival = select.value && stood.places[i] === select.value;
    other.value = rival ? stood.places[selects.indexOf(select)] : stood.places[i];
  });
  remember(list);
}

// Writes the places anew after a line came to stand elsewhere. It counts from then on, unless it did
// before and now stands behind another that does not.
function number(list, moved) {
  const counts = (line) => list.dataset.order === "whole" || line.querySelector("select").value;
  const lines = linesOf(list);
  const placed = lines.filter((line) => line !== moved && counts(line));
  const place = lines.indexOf(moved);
  if (!counts(moved) || place <= placed.length) placed.splice(place, 0, moved);
  lines.forEach((line) => (line.querySelector("select").value = placed.indexOf(line) + 1 || ""));
  sort(list);
  moved.querySelector("select").dispatchEvent(new Event("input", { bubbles: true }));
}

function move(button) {
  const list = button.closest("[data-order]");
  sort(list);
  const line = button.closest(".place");
  if (button.dataset.move === "up") line.previousElementSibling?.before(line);
  else line.nextElementSibling?.after(line);
  number(list, line);
  button.focus();
}

// --- Dragging ---

// The neighbours step aside: a line that is taken out of the page itself would lose the pointer.
function drag(line, y) {
  const middle = (other) => other.getBoundingClientRect().top + other.offsetHeight / 2;
  const { previousElementSibling: above, nextElementSibling: below } = line;
  if (above && y < middle(above)) line.after(above);
  else if (below && y > middle(below)) line.before(below);
  else return;
  line.scrollIntoView({ block: "nearest" });
}

function grasp(event) {
  const grip = event.target.closest(".grip");
  if (!grip || event.button) return;
  event.preventDefault();
  const line = grip.closest(".place");
  const list = line.closest("[data-order]");
  sort(list);
  const before = linesOf(list);
  grip.setPointerCapture(event.pointerId);
  line.classList.add("dragged");
  grip.onpointermove = ({ clientY }) => drag(line, clientY);
  grip.onpointerup = grip.onpointercancel = ({ type }) => {
    grip.onpointermove = null;
    line.classList.remove("dragged");
    if (type === "pointercancel") list.querySelector("ul").append(...before);
    else if (linesOf(list).some((other, i) => other !== before[i])) number(list, line);
  };
}

// --- Events ---

form.addEventListener("click", (event) => {
  const button = event.target.closest("[data-move]");
  if (button) move(button);
});
form.addEventListener("pointerdown", grasp);
// Before it bubbles to where answers are noted.
form.addEventListener("input", ({ target }) => target.closest("[data-order]") && trade(target), true);
form.addEventListener("focusout", () => (stood = {}));
form.addEventListener("filled", () => lists.forEach(sort));

lists.forEach(sort);
for (const list of lists) {
  const tools = list.dataset.order === "whole" ? ".grip, .moves" : ".grip";
  for (const element of list.querySelectorAll(tools)) element.hidden = false;
}
