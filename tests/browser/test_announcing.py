"""What a screen reader hears while the student answers: each news once, and nothing beside."""

from typing import Final

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Watch
from tests.browser.hands import Mouse
from tests.browser.student import Student
from tests.every_kind import LENGTH, answer_rightly, every_bank

LISTEN: Final = """() => {
  window.heard = [];
  for (const region of document.querySelectorAll("[role=status], [role=alert], [aria-live]")) {
    new MutationObserver(() => heard.push(region.textContent.trim()))
      .observe(region, { childList: true, characterData: true, subtree: true });
  }
  return document.querySelectorAll("#state[role=status]").length;
}"""
SAVED: Final = ["Saving…", "Saved"]


@pytest.fixture
def listening(student: Student) -> Student:
    """A student at the paper of all kinds, whose screen reader is listened to."""
    student.start("ferry", LENGTH)
    assert student.page.evaluate(LISTEN) == 1, "the region is there before there is news"
    return student


def heard(page: Page) -> list[str]:
    """What was announced since the last time."""
    said: list[str] = page.evaluate("() => heard.splice(0)")
    return said


def test_each_kind_of_answer_is_announced_as_saved(listening: Student) -> None:
    student = listening
    for n in range(1, LENGTH + 1):
        student.turn_to(n)
        question = student.question(n)
        answer_rightly(Mouse(), question, every_bank("ferry"))
        expect(student.state).to_have_text("Saved")
        said = heard(student.page)
        assert said[-1] == "Saved"
        # An answer in several steps is saved in a few goes, and never announced twice alike.
        assert said == SAVED * (len(said) // 2), n


def test_reading_and_turning_pages_is_not_announced(listening: Student) -> None:
    student = listening
    student.turn_to(3)
    student.page.locator("#next").click()
    student.question(4).get_by_role("button", name="Flag for later").click()
    assert heard(student.page) == []


def test_trouble_and_its_end_are_announced_once(listening: Student, watch: Watch) -> None:
    watch.allowed = "Failed to load resource"
    student = listening
    context = student.page.context
    context.set_offline(True)
    for n in (1, 2):
        student.turn_to(n)
        question = student.question(n)
        answer_rightly(Mouse(), question, every_bank("ferry"))
    expect(student.state).to_contain_text("no connection")
    said = heard(student.page)
    assert said[0] == "Saving…"
    assert len(said) == 2
    assert "no connection" in said[1]
    context.set_offline(False)
    expect(student.state).to_have_text("Saved")
    assert heard(student.page)[-1] == "Saved"
