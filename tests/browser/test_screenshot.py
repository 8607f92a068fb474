"""The picture in the README, taken only when it is asked for: BYLINE_SCREENSHOT=1 make test."""

import os
from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import OpenStudent

PICTURE = Path(__file__).parents[2] / "docs" / "screenshot.png"


@pytest.mark.skipif("BYLINE_SCREENSHOT" not in os.environ, reason="not asked for")
def test_take_the_screenshot(open_student: OpenStudent) -> None:
    student = open_student(viewport={"width": 1280, "height": 800}, color_scheme="light")
    student.start("remote-plots", 12)
    for n in (1, 2, 4):
        student.turn_to(n)
        student.answer(n)
    expect(student.state).to_have_text("Saved")
    student.turn_to(student.length())
    student.page.screenshot(path=PICTURE)
    assert PICTURE.stat().st_size > 0
