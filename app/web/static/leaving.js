// Wipes what Byline kept in this browser: of a paper that is handed in, and all of it when somebody
// says that it is not theirs.

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
