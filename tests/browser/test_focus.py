"""Small windows and large type on every page: all of it fits, and the focus is never lost."""

from typing import Final

import pytest
from playwright.sync_api import ViewportSize

from tests.browser.conftest import ServerClock, Watch
from tests.browser.looks import assert_fits, assert_focus_is_never_lost, resize
from tests.browser.states import PROVOKED, VISITS, Visit
from tests.browser.student import Student

PHONE: Final[ViewportSize] = {"width": 360, "height": 640}
ZOOMED: Final[ViewportSize] = {"width": 320, "height": 256}
"""A screen of 1280 x 1024 at 400 %."""
ZOOMS: Final[tuple[ViewportSize, ...]] = (
    {"width": 640, "height": 400},
    {"width": 427, "height": 267},
    {"width": 320, "height": 200},
)
"""A screen of 1280 x 800 at 200, 300 and 400 %."""
LARGE_TYPE: Final = "size => { document.documentElement.style.fontSize = size; }"


@pytest.mark.parametrize("visit", VISITS.values(), ids=VISITS.keys())
def test_a_small_window_shows_everything_and_never_hides_the_focus(
    student: Student, visit: Visit, watch: Watch, server_clock: ServerClock
) -> None:
    assert server_clock.ahead == 0
    watch.allowed = PROVOKED
    visit(student)
    for zoom in ZOOMS:
        resize(student.page, zoom)
        assert_fits(student.page)
    resize(student.page, {"width": 640, "height": 800})
    student.page.evaluate(LARGE_TYPE, "200%")
    assert_fits(student.page)
    student.page.evaluate(LARGE_TYPE, "")
    for size in (PHONE, ZOOMED):
        resize(student.page, size)
        assert_fits(student.page)
        assert_focus_is_never_lost(student.page)
