"""What every page must be, whatever is on it: checks that any test can make of a page."""

from typing import Final

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page


def assert_accessible(page: Page) -> None:
    """Axe finds nothing wrong."""
    found = Axe().run(page)
    assert found.violations_count == 0, found.generate_report()


# Not `innerWidth`: a telephone zooms out until all that is too wide is in view.
SIDEWAYS: Final = "(root => [root.scrollWidth, root.clientWidth])(document.documentElement)"
SMALL: Final = """() => [
  ...document.querySelectorAll("a, button, select, .option, .phrase, .code-field input"),
].filter((element) => {
  const box = element.getBoundingClientRect();
  const needed = element.matches(".option, .button, select, .overview a") ? 44 : 24;
  return box.width && (box.height < needed || box.width < needed);
}).map((element) => element.outerHTML.slice(0, 120))"""


def assert_fits(page: Page) -> None:
    """Nothing is cut off or reached by scrolling sideways, and all targets are large enough."""
    wide, window = page.evaluate(SIDEWAYS)
    assert wide <= window
    assert page.evaluate(SMALL) == []


def assert_still(page: Page) -> None:
    """Nothing moves by itself or glides."""
    assert page.evaluate("() => document.getAnimations().length") == 0
    assert (
        page.evaluate("() => getComputedStyle(document.documentElement).scrollBehavior") == "auto"
    )
