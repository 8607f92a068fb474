"""The kinds that are more than a choice: saved as given, kept, and moved by keys."""

from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Locator, expect

from tests.browser.conftest import Watch
from tests.browser.student import Student

KINDS = ("match", "classify", "numeric", "chain", "short-text", "order", "highlight")
WHOLE = {"facts": 3, "sourcing": 2, "framing": 2}


def turn_to(student: Student, kind: str) -> Locator:
    """The question of a kind, in view."""
    question = student.page.locator(".question", has_text=f"What about {kind}?")
    student.turn_to(int(question.get_attribute("data-n") or 0))
    return question


def place(question: Locator, line: str) -> Locator:
    return question.get_by_label(line, exact=True)


def places(question: Locator) -> dict[str, str]:
    """Line -> the place that its select shows, from top to bottom."""
    lines = question.locator(".place").all()
    return {line.locator("label").inner_text(): place_in(line) for line in lines}


def place_in(line: Locator) -> str:
    return line.locator("select").input_value()


def saved(student: Student, attempt: str, question: Locator) -> Any:
    """What the server has for a question, once the page says that it has it."""
    expect(student.state).to_have_text("Saved")
    reply = student.page.request.get(f"{student.address}/api/attempts/{attempt}").json()
    n = int(question.get_attribute("data-n") or 0)
    return next(answer["response"] for answer in reply["answers"] if answer["n"] == n)


def answer_match(question: Locator) -> None:
    question.get_by_label("the ferry").select_option("late")


def answer_classify(question: Locator) -> None:
    question.get_by_text("A report").last.click()


def answer_numeric(question: Locator) -> None:
    question.get_by_role("textbox").press_sequentially("one")


def answer_chain(question: Locator) -> None:
    place(question, "the captain").select_option("1")


def answer_short_text(question: Locator) -> None:
    question.get_by_role("textbox").fill("the captain")


def answer_order(question: Locator) -> None:
    question.get_by_role("button", name="Move down").first.click()


def answer_highlight(question: Locator) -> None:
    question.get_by_label("perhaps").check()


ANSWERS: dict[str, Callable[[Locator], None]] = {
    "match": answer_match,
    "classify": answer_classify,
    "numeric": answer_numeric,
    "chain": answer_chain,
    "short-text": answer_short_text,
    "order": answer_order,
    "highlight": answer_highlight,
}


WORDS = {
    "match": "the ferry: late",
    "classify": "A report",
    "numeric": "one",
    "chain": "the captain: 1",
    "short-text": "the captain",
    "order": ": 2",
    "highlight": "perhaps",
}
"""What the page says of those answers when another window gave them."""


def shown(question: Locator) -> list[str]:
    """What the controls of a question show, in whichever order they stand."""
    controls = question.locator("input:checked, input[type=text], select").all()
    return sorted(f"{one.get_attribute('name')} {one.input_value()}" for one in controls)


@pytest.fixture
def attempt(student: Student) -> str:
    return student.start_drawn("tasks", **WHOLE)


def answer_otherwise(question: Locator, kind: str) -> None:
    """Give another answer than `ANSWERS` does."""
    if kind in ("numeric", "short-text"):
        question.get_by_role("textbox").fill("something else")
    elif kind == "match":
        question.get_by_label("the fog").select_option("never")
    elif kind == "chain":
        place(question, "a gull").select_option("1")
    elif kind == "order":
        question.get_by_role("button", name="Move up").last.click()
    else:
        question.locator(".option, .phrase").first.click()


def test_a_newer_answer_of_each_kind_is_shown_in_words(student: Student, watch: Watch) -> None:
    watch.allowed = "Failed to load resource"
    student.start_drawn("tasks", **WHOLE)
    other = Student(student.page.context.new_page(), student.address)
    other.page.goto(student.page.url)
    student.page.bring_to_front()
    given = {}
    for kind in KINDS:
        question = turn_to(student, kind)
        ANSWERS[kind](question)
        given[kind] = shown(question)
    expect(student.state).to_have_text("Saved")
    other.page.bring_to_front()
    for kind in KINDS:
        question = turn_to(other, kind)
        answer_otherwise(question, kind)
        expect(question.locator(".conflict .theirs")).to_contain_text(WORDS[kind])
        question.get_by_role("button", name="Take the saved one").click()
        expect(other.state).to_have_text("Saved")
        assert shown(question) == given[kind]


def test_lines_move_by_buttons_and_keep_the_focus(student: Student, attempt: str) -> None:
    question = turn_to(student, "order")
    first, second, third = places(question)
    up = question.get_by_role("button", name=f"Move up: {third}")
    up.focus()
    student.page.keyboard.press("Enter")
    assert list(places(question)) == [first, third, second]
    expect(up).to_be_focused()
    student.page.keyboard.press("Enter")
    assert places(question) == {third: "1", first: "2", second: "3"}
    response = saved(student, attempt, question)
    assert len(response) == 3
    place(question, second).select_option("1")
    assert places(question) == {third: "3", first: "2", second: "1"}, "two lines trade places"
    assert saved(student, attempt, question) == [response[2], response[1], response[0]]


def test_what_is_no_part_of_a_chain_stays_out(student: Student, attempt: str) -> None:
    question = turn_to(student, "chain")
    place(question, "a gull").select_option("1")
    place(question, "the captain").select_option("1")
    assert places(question)["a gull"] == ""
    place(question, "the Gazette").select_option("2")
    assert len(saved(student, attempt, question)) == 2
    place(question, "the Gazette").select_option("")
    assert len(saved(student, attempt, question)) == 1


def test_arrows_pass_over_a_place_without_taking_it(student: Student, attempt: str) -> None:
    question = turn_to(student, "chain")
    place(question, "the captain").select_option("1")
    place(question, "the Gazette").focus()
    student.page.keyboard.press("ArrowDown")
    assert places(question)["the captain"] == ""
    student.page.keyboard.press("ArrowDown")
    assert (places(question)["the captain"], places(question)["the Gazette"]) == ("1", "2")
    assert len(saved(student, attempt, question)) == 2
