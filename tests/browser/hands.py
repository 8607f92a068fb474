"""Ways to work the controls of a page: with a mouse, with keys alone, with a finger."""

from typing import Final, Protocol

from playwright.sync_api import Locator, Page

MOST_TABS: Final = 120
"""Presses of Tab after which what was looked for is nowhere."""


class Hand(Protocol):
    """One way to work controls. What is pressed is what a student sees: a label, not its box."""

    def press(self, target: Locator) -> None:
        """Press a button, follow a link, tick an option."""

    def choose(self, select: Locator, text: str) -> None:
        """Choose the entry of a list that reads `text`."""

    def write(self, field: Locator, text: str) -> None:
        """Write into a field."""


class Mouse:
    """A pointer: Playwright moves it to where something is and clicks there."""

    def press(self, target: Locator) -> None:
        """Click."""
        target.click()

    def choose(self, select: Locator, text: str) -> None:
        """Choose; the list itself is the browser's own and opens outside of the page."""
        select.click()
        select.select_option(label=text)
        select.press("Escape")

    def write(self, field: Locator, text: str) -> None:
        """Click into the field and type."""
        field.click()
        field.press_sequentially(text)


class Finger:
    """Touch: taps in the middle of what is seen, scrolled into view before."""

    def press(self, target: Locator) -> None:
        """Tap; Playwright's own tap scrolls a bar that is stuck to the top."""
        target.scroll_into_view_if_needed()
        box = target.bounding_box()
        assert box, f"nothing to tap: {target}"
        target.page.touchscreen.tap(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)

    def choose(self, select: Locator, text: str) -> None:
        """Tap the list, which a telephone shows in its own way, and choose."""
        self.press(select)
        select.select_option(label=text)
        select.press("Escape")

    def write(self, field: Locator, text: str) -> None:
        """Tap into the field and type."""
        self.press(field)
        field.press_sequentially(text)


class Keys:
    """A keyboard and nothing else: everything is reached with Tab."""

    def press(self, target: Locator) -> None:
        """Space on a button or a box, Enter on a link, arrows among radio buttons."""
        control = control_of(target)
        if control.get_attribute("type") == "radio":
            self.pick(control)
            return
        tab_to(control)
        is_link = control.evaluate("element => element.matches('a')")
        target.page.keyboard.press("Enter" if is_link else "Space")

    def pick(self, radio: Locator) -> None:
        """Go through a group of radio buttons until this one is chosen."""
        tab_to(radio, group=True)
        keyboard = radio.page.keyboard
        keyboard.press("Space")
        for _ in range(10):
            if radio.is_checked():
                return
            keyboard.press("ArrowDown")
        raise AssertionError(f"arrows never reach {radio}")

    def choose(self, select: Locator, text: str) -> None:
        """Go down the list, one entry after the other, as far as `text`."""
        tab_to(select)
        keyboard = select.page.keyboard
        keyboard.press("Home")
        for _ in range(select.locator("option").count()):
            if select.locator("option:checked").inner_text() == text:
                return
            keyboard.press("ArrowDown")
        raise AssertionError(f"arrows never reach {text}")

    def write(self, field: Locator, text: str) -> None:
        """Type."""
        tab_to(field)
        field.page.keyboard.type(text)


def control_of(target: Locator) -> Locator:
    """The control of a label; anything else is a control itself."""
    inside = target.locator("input")
    return inside if inside.count() else target


HAS_FOCUS: Final = """(element, group) => {
  const focused = document.activeElement;
  return element === focused || (group && !!element.name && element.name === focused.name);
}"""


def tab_to(target: Locator, *, group: bool = False) -> None:
    """Press Tab until something has the focus; with `group`, anything of the same name will do."""
    page: Page = target.page
    for _ in range(MOST_TABS):
        if target.evaluate(HAS_FOCUS, group):
            return
        page.keyboard.press("Tab")
    raise AssertionError(f"Tab never reaches {target}")
