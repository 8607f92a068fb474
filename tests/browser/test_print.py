"""Paper out of a printer: the text, every question with room to answer, nothing to click."""

import re
from collections.abc import Iterator, Mapping
from io import BytesIO
from typing import Any, Final

import pytest
from playwright.sync_api import Page, expect
from pypdf import PdfReader

from tests.browser.conftest import OpenStudent
from tests.browser.states import result_of_every_kind
from tests.browser.student import Student
from tests.every_kind import DRESSES, LENGTH, every_bank

NOT_PRINTED: Final = ("Check my answers", "Flag for later", "↑", "Previous", "Skip to")
HIDDEN: Final = (
    ".masthead, .switch, .tally, .overview, .steps, .finish, .question .scripted, .moves"
)


def printed(page: Page) -> list[str]:
    """What stands on each sheet, without any spaces: a printer knows none."""
    sheets = PdfReader(BytesIO(page.pdf(format="A4"))).pages
    return [squeezed(sheet.extract_text()) for sheet in sheets]


def squeezed(text: str) -> str:
    """The text without spaces, and with ligatures taken apart."""
    return re.sub(r"\s+", "", text.replace("ﬁ", "fi").replace("ﬂ", "fl").replace("ﬀ", "ff"))


def to_choose_from(asked: Mapping[str, Any]) -> Iterator[str]:
    """The texts without which a question cannot be answered with a pencil."""
    yield from asked.get("pairs", {}).values()
    for name in ("pairs", "extra", "answers", "distractors", "options", "sequence", "chain"):
        if asked["kind"] != "short_text":
            yield from asked.get(name, ())


@pytest.mark.parametrize("scripted", [True, False], ids=["script", "no script"])
def test_a_paper_of_every_kind_prints_whole(open_student: OpenStudent, *, scripted: bool) -> None:
    student = open_student(java_script_enabled=scripted, color_scheme="dark")
    student.start("ferry", LENGTH)
    sheets = printed(student.page)
    whole = "".join(sheets)
    assert 2 <= len(sheets) <= 7, "the text, then the questions"
    assert squeezed("The same day a listener read it out") in sheets[0]
    for prompt, asked in every_bank("ferry").questions.items():
        assert squeezed(prompt) in whole
        for text in to_choose_from(asked):
            assert squeezed(text) in whole, prompt
    assert [words for words in NOT_PRINTED if squeezed(words) in whole] == []


def test_what_a_question_asks_is_not_torn_apart(student: Student) -> None:
    student.start("ferry", LENGTH)
    student.page.emulate_media(media="print")
    for question in student.page.locator(".question").all():
        assert question.evaluate("e => getComputedStyle(e).breakInside") == "avoid"


@pytest.mark.parametrize("name", DRESSES)
def test_every_bank_prints(open_student: OpenStudent, name: str) -> None:
    student = open_student()
    student.start(name, LENGTH)
    assert all(printed(student.page))


def test_a_paper_prints_without_what_is_clicked(student: Student) -> None:
    student.start("ferry", LENGTH)
    page = student.page
    page.emulate_media(media="print")
    for shown in (*page.locator(".question").all(), page.locator("#text")):
        expect(shown).to_be_visible()
    for hidden in page.locator(HIDDEN).all():
        expect(hidden).to_be_hidden()


def test_a_result_prints_without_navigation(student: Student) -> None:
    result_of_every_kind(student)
    page = student.page
    whole = "".join(printed(page))
    for prompt in every_bank("ferry").questions:
        assert squeezed(prompt) in whole
    assert squeezed("Question by question") in whole
    for words in ("Again with other questions", "All articles", "Skip to"):
        assert squeezed(words) not in whole
