"""What every page must be, whatever is on it: checks that any test can make of a page."""

from typing import Any, Final

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, ViewportSize

NARROW: Final[ViewportSize] = {"width": 320, "height": 568}
WIDE: Final[ViewportSize] = {"width": 1280, "height": 800}
MOST_STOPS: Final = 200


def assert_accessible(page: Page) -> None:
    """Axe finds nothing wrong."""
    found = Axe().run(page)
    assert found.violations_count == 0, found.generate_report()


def resize(page: Page, size: ViewportSize) -> None:
    """Look at the same page on another screen; where only one part fits, the questions."""
    page.set_viewport_size(size)
    tab = page.locator(".switch a").last
    if tab.is_visible():
        tab.click()


# Not `innerWidth`: a telephone zooms out until all that is too wide is in view.
SIDEWAYS: Final = "(root => [root.scrollWidth, root.clientWidth])(document.documentElement)"
SMALL: Final = """() => [
  ...document.querySelectorAll("a, button, input, select, .option, .phrase, .grip"),
].filter((element) => {
  const box = element.getBoundingClientRect();
  const needed = element.matches(".option, .button, select, [type=text], .grip, .overview a")
    ? 44 : 24;
  const inLabel = element.matches("label input");
  return !inLabel && box.width && (box.height < needed || box.width < needed);
}).map((element) => element.outerHTML.slice(0, 120))"""


def assert_fits(page: Page) -> None:
    """Nothing is cut off or reached by scrolling sideways, and all targets are large enough.

    24 px each way, 44 for what an answer is given with.
    """
    wide, window = page.evaluate(SIDEWAYS)
    assert wide <= window
    small = page.evaluate(SMALL)
    assert small == [], small


def assert_still(page: Page) -> None:
    """Nothing moves by itself or glides."""
    assert page.evaluate("() => document.getAnimations().length") == 0
    behaviour = "getComputedStyle(document.documentElement).scrollBehavior"
    assert page.evaluate(behaviour) == "auto"


FOCUSED: Final = """() => {
  const element = document.activeElement;
  const last = window.lastFocused;
  if (element === document.body || window.visited.has(element)) return null;
  window.visited.add(element);
  const shown = element.closest(".option, .phrase") ?? element;
  const marks = [element, shown, element.querySelector("h3")].filter(Boolean);
  const outlined = marks.some((mark) => getComputedStyle(mark).outlineStyle !== "none"
    || getComputedStyle(mark, "::after").outlineStyle !== "none");

  // Seen: what lies on top, at three points of what is in the window, is the element itself.
  const box = shown.getBoundingClientRect();
  const from = { x: Math.max(box.left, 0), y: Math.max(box.top, 0) };
  const to = { x: Math.min(box.right, innerWidth), y: Math.min(box.bottom, innerHeight) };
  const clear = [0.1, 0.5, 0.9].filter((share) => {
    const x = from.x + (to.x - from.x) * share, y = from.y + (to.y - from.y) * share;
    const top = document.elementFromPoint(x, y);
    return top && (shown.contains(top) || top.contains(shown));
  }).length;
  const tall = box.height > innerHeight / 2;
  const seen = clear === 3 || (tall && clear > 0);

  // In order: behind the one before in the document, and below it or beside it in its own part.
  const part = element.closest(".text, .questions") ?? document.body;
  const down = part.scrollTop + scrollY;
  const here = { element, part, top: box.top + down, bottom: box.bottom + down, box };
  window.lastFocused = here;
  let ordered = true;
  if (last && last.element !== element) {
    const later = last.element.compareDocumentPosition(element) & Node.DOCUMENT_POSITION_FOLLOWING;
    const inside = last.element.contains(element);
    const rightward = getComputedStyle(document.documentElement).direction === "ltr";
    const beside = rightward ? box.left >= last.box.left : box.right <= last.box.right;
    const below = here.top >= last.bottom - 4 || (here.bottom > last.top && beside);
    ordered = !!later && (inside || part !== last.part || below);
  }
  return { name: element.outerHTML.slice(0, 120), outlined, seen, ordered };
}"""


def walk(page: Page, key: str = "Tab") -> list[dict[str, Any]]:
    """Go through a page with Tab or Shift+Tab, until it leaves the page or comes round.

    Of each stop: its name, and whether it was marked, seen, and in the order of reading.
    """
    page.evaluate("() => { window.visited = new Set(); window.lastFocused = null; }")
    stops: list[dict[str, Any]] = []
    for _ in range(MOST_STOPS):
        page.keyboard.press(key)
        stop = page.evaluate(FOCUSED)
        if stop is None:
            return stops
        stops.append(stop)
    raise AssertionError(f"{key} never comes to an end")


def assert_focus_is_never_lost(page: Page) -> None:
    """Forth in the order of reading, and back; every stop is marked and none is covered."""
    page.locator(".skip").focus()
    forth = walk(page)
    assert len(forth) > 1
    lost = [stop for stop in forth if not (stop["outlined"] and stop["seen"] and stop["ordered"])]
    assert lost == []
    back = walk(page, "Shift+Tab")
    assert len(back) >= len(forth)
    assert [stop for stop in back if not (stop["outlined"] and stop["seen"])] == []
