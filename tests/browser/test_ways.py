"""The whole journey in every kind of question, by every way of using a browser.

A way is data: a hand, a browser's settings, a bank, and what happens between. Each walks from the
first page over the practice, the paper with all kinds and the check to the result, and all of it
must be right at the end.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, Final

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import PSEUDO, OpenStudent, Watch
from tests.browser.hands import Finger, Hand, Keys, Mouse
from tests.browser.looks import assert_accessible, assert_fits, assert_still
from tests.browser.student import Student
from tests.every_kind import LENGTH, answer_rightly, every_bank

Check = Callable[[Page], None]
Happening = Callable[[Student], None]
WIDE: Final = {"viewport": {"width": 1280, "height": 800}}
PHONE: Final = {
    "viewport": {"width": 360, "height": 640},
    "has_touch": True,
    "is_mobile": True,
}
MIDDLE: Final = (4, 9)
"""Before and after which question something happens."""


def nothing(_where: Any) -> None:
    """Nothing happens, nothing is looked at."""


@dataclass(frozen=True)
class Way:
    """How a student goes through a practice.

    With `more`, the sentence that settles each answer is asked for too, and left out. `look` is
    done on every page and at every question; `first` happens before the first page, `between` at
    the first number of `MIDDLE`, `after` at the second. `allowed` is what the console may say.
    """

    hand: Hand = field(default_factory=Mouse)
    browser: dict[str, Any] = field(default_factory=lambda: WIDE)
    bank: str = "ferry"
    more: bool = False
    look: Check = nothing
    first: Happening = nothing
    between: Happening = nothing
    after: Happening = nothing
    allowed: str = r"^$"


def go_offline(student: Student) -> None:
    student.page.context.set_offline(True)


def come_back(student: Student) -> None:
    expect(student.state).to_contain_text("Not saved yet: no connection")
    assert student.kept_in_browser()
    student.page.context.set_offline(False)
    expect(student.state).to_have_text("Saved")
    assert student.kept_in_browser() == {}


GIVEN: Final = """() => Object.fromEntries(
  [...document.querySelectorAll("#questions input, #questions select")].map((control) => [
    `${control.name} ${control.type === "text" ? "" : control.value}`,
    control.type === "radio" || control.type === "checkbox" ? control.checked : control.value,
  ]))"""
"""What every control of the paper says, in whichever order they stand."""


def come_anew(student: Student) -> None:
    """Open the paper again: it shows what was given."""
    expect(student.state).to_have_text("Saved")
    given = student.page.evaluate(GIVEN)
    student.page.reload()
    assert student.page.evaluate(GIVEN) == given


def throttle(student: Student) -> None:
    """A line of 50 kB a second on which everything takes 400 ms longer."""
    session = student.page.context.new_cdp_session(student.page)
    line = {"latency": 400, "downloadThroughput": 50_000, "uploadThroughput": 50_000}
    session.send("Network.enable")
    session.send("Network.emulateNetworkConditions", {"offline": False} | line)


def check_direction(page: Page) -> None:
    expect(page.locator("html")).to_have_attribute("dir", "rtl")
    assert_fits(page)


WAYS: Final[dict[str, Way]] = {
    "mouse": Way(look=assert_accessible, after=come_anew),
    "keys": Way(Keys()),
    "touch": Way(Finger(), PHONE, look=assert_fits),
    "without script": Way(browser=WIDE | {"java_script_enabled": False}),
    "without script, keys": Way(Keys(), WIDE | {"java_script_enabled": False}),
    "offline in the middle": Way(
        between=go_offline, after=come_back, allowed="Failed to load resource"
    ),
    "slow line": Way(first=throttle),
    "dark": Way(browser=WIDE | {"color_scheme": "dark"}, look=assert_accessible),
    "asked for more, touch": Way(Finger(), PHONE, more=True, look=assert_fits),
    "forced colours": Way(browser=WIDE | {"forced_colors": "active"}, look=assert_accessible),
    "reduced motion": Way(browser=WIDE | {"reduced_motion": "reduce"}, look=assert_still),
    "right to left": Way(browser=WIDE | {"locale": PSEUDO}, bank="ferry-ar", look=check_direction),
    "right to left, touch": Way(
        Finger(), PHONE | {"locale": PSEUDO}, bank="ferry-ar", look=check_direction
    ),
    "long words, touch": Way(
        Finger(),
        PHONE | {"viewport": {"width": 320, "height": 568}},
        bank="ferry-de",
        look=assert_fits,
    ),
}


@pytest.mark.parametrize("name", WAYS)
def test_the_whole_journey(open_student: OpenStudent, watch: Watch, name: str) -> None:
    way = WAYS[name]
    watch.allowed = way.allowed
    student = open_student(**way.browser)
    way.first(student)
    come_to_the_paper(student, way)
    answer_everything(student, way)
    hand_everything_in(student, way)
    assert_all_right(student.page)


def come_to_the_paper(student: Student, way: Way) -> None:
    page = student.page
    student.go("/")
    way.look(page)
    way.hand.press(page.get_by_role("link", name=every_bank(way.bank).title, exact=True))
    page.wait_for_url("**/practice/*")
    way.look(page)
    way.hand.press(page.locator(".option").filter(has_text=str(LENGTH)))
    if way.more:
        way.hand.press(page.locator("summary"))
        way.hand.press(page.get_by_label("Also mark the sentence"))
    way.hand.press(page.get_by_role("button", name="Start"))
    page.wait_for_url("**/attempts/*")
    way.look(page)
    questions = page.get_by_role("navigation", name="Parts of this page").get_by_role("link")
    if questions.count() and student.entry(1).is_hidden():
        way.hand.press(questions.filter(has_text="Questions"))


def answer_everything(student: Student, way: Way) -> None:
    """Answer one question after the other; with a script, only one is in view."""
    forth = student.page.locator("#next")
    before, after = MIDDLE
    for n in range(1, LENGTH + 1):
        if n == before:
            way.between(student)
        question = student.question(n)
        answer_rightly(way.hand, question, every_bank(way.bank))
        way.look(student.page)
        if n == after:
            way.after(student)
        if forth.is_visible():
            way.hand.press(forth)
            expect(question).to_be_hidden()
            expect(student.question(n + 1).locator("> fieldset > legend")).to_be_focused()


def hand_everything_in(student: Student, way: Way) -> None:
    page = student.page
    way.hand.press(page.get_by_role("button", name="Check my answers"))
    page.wait_for_url("**/check")
    expect(page.locator(".checklist [data-state=answered]")).to_have_count(LENGTH)
    way.look(page)
    way.hand.press(page.get_by_role("button", name="Hand in"))
    page.wait_for_url("**/result")
    way.look(page)


def assert_all_right(page: Page) -> None:
    expect(page.get_by_role("heading", level=1)).to_contain_text(f"{LENGTH} of {LENGTH} points")
    expect(page.locator(".standing.right")).to_have_count(LENGTH)
    expect(page.locator(".evidence mark")).not_to_have_count(0)
