"""Where the keyboard's focus goes, on every page, in windows so low that bars cover much of it."""

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


@pytest.mark.parametrize("visit", VISITS.values(), ids=VISITS.keys())
def test_the_focus_is_marked_and_seen_and_goes_as_one_reads(
    student: Student, visit: Visit, watch: Watch, server_clock: ServerClock
) -> None:
    assert server_clock.ahead == 0
    watch.allowed = PROVOKED
    visit(student)
    for size in (PHONE, ZOOMED):
        resize(student.page, size)
        assert_fits(student.page)
        assert_focus_is_never_lost(student.page)
