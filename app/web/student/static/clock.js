// Counts down what the server says is left, by a clock of the browser that cannot be set.
//
// Minutes are shown, never seconds, and only 5 and 1 are announced. At the end `document` gets the
// event "time-up", and again at each look, until the paper is handed in or has more time.

const LOOK = 10000; // milliseconds: an extension shows soon
const LEAP = 20; // seconds by which the end must move to count as an extension

const clock = document.getElementById("clock");
const bell = document.getElementById("bell");
const button = document.querySelector("[data-more-time]");
const says = clock.dataset;

let end = performance.now() + says.remaining * 1000;
let rung = dueBell(); // the minutes that were announced last
let over = false;

const secondsLeft = () => Math.max(0, (end - performance.now()) / 1000);
const minutesLeft = () => Math.ceil(secondsLeft() / 60);

function dueBell() {
  const left = (end - performance.now()) / 1000;
  return [1, 5].find((minutes) => left <= minutes * 60) ?? Infinity;
}

function tell() {
  const text = says.says.replace("{n}", minutesLeft());
  if (clock.textContent !== text) clock.textContent = text;
  clock.classList.toggle("short", minutesLeft() <= 5);
}

function tick() {
  tell();
  if (dueBell() < rung) {
    rung = dueBell();
    bell.textContent = rung === 1 ? says.one : says.five;
  }
  if (!secondsLeft() && !over) {
    over = true;
    document.dispatchEvent(new CustomEvent("time-out"));
    look();
  }
}

function hear({ remaining }) {
  if (remaining === undefined) return;
  const longer = remaining - secondsLeft() > LEAP;
  end = performance.now() + remaining * 1000;
  if (longer) {
    rung = dueBell();
    tell();
    bell.textContent = `${says.more} ${clock.textContent}`;
  }
  if (over && remaining) {
    over = false;
    document.dispatchEvent(new CustomEvent("time-in"));
  }
  if (over) finish();
}

// A script that has something to hand in beside the page's own form takes the event.
function finish() {
  const event = new CustomEvent("time-up", { cancelable: true });
  if (document.dispatchEvent(event)) document.getElementById("hand-in")?.submit();
}

async function ask(path, options) {
  const reply = await fetch(says.api + path, { signal: AbortSignal.timeout?.(LOOK), ...options });
  if (!reply.ok) throw new Error(reply.status);
  hear(await reply.json());
}

const look = () => ask("time").catch(() => {}); // the next look may reach the server

button?.addEventListener("click", () => {
  ask("more-time", { method: "POST" }).catch(() => (bell.textContent = says.failed));
});
document.addEventListener("heard", (event) => hear(event.detail));
document.addEventListener("visibilitychange", () => document.hidden || look());

if (button) button.hidden = false;
setInterval(tick, 1000);
setInterval(look, LOOK);
tick();
