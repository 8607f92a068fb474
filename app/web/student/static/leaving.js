// Wipes what Byline kept in this browser: of a paper that is handed in, and all of it when a student
// says that it is not theirs. And carries the answers away as a file, for when nothing else works.

function wipe(prefix) {
  try {
    for (const key of Object.keys(localStorage)) {
      if (key.startsWith(prefix)) localStorage.removeItem(key);
    }
  } catch {
    // A browser without storage kept nothing.
  }
}

const done = document.querySelector("[data-handed-in]");
if (done) wipe(`byline:${done.dataset.handedIn}:`);

document.addEventListener("submit", (event) => {
  if (event.target.matches("[data-wipe]")) wipe("byline:");
});

for (const link of document.querySelectorAll("[data-download]")) {
  link.addEventListener("click", () => (link.href = URL.createObjectURL(fileOfAnswers())));
}

function fileOfAnswers() {
  const { attempt } = document.getElementById("questions").dataset;
  const answers = [];
  document.dispatchEvent(new CustomEvent("gather", { detail: answers }));
  const file = { format: "byline-answers", version: 1, attempt, answers };
  return new Blob([JSON.stringify(file, null, 1)], { type: "application/json" });
}
