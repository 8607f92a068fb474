"""Dragging is an extra: lines follow the pointer at their grip, and nowhere else."""

from typing import Final

import pytest
from playwright.sync_api import CDPSession, Locator, expect

from tests.browser.conftest import OpenStudent
from tests.browser.student import Student
from tests.browser.test_ways import PHONE
from tests.every_kind import every_bank

ORDER: Final = "What came first?"
CHAIN: Final = "Through whose hands did the story come to those who heard it?"
STEPS: Final = 8


def open_question(student: Student, prompt: str) -> Locator:
    """The question with this prompt, in view."""
    student.start("ferry", 12)
    question = student.page.locator(".question", has=student.page.locator("h3", has_text=prompt))
    tab = student.page.locator(".switch a").last
    if tab.is_visible():
        tab.tap()
    student.turn_to(int(question.get_attribute("data-n") or 0))
    return question


def lines(question: Locator) -> list[tuple[str, str]]:
    """Each line with its place, from top to bottom."""
    return [
        (line.locator("label").inner_text(), line.locator("select").input_value())
        for line in question.locator(".place").all()
    ]


def texts(question: Locator) -> list[str]:
    return [text for text, _ in lines(question)]


def drag_with_mouse(question: Locator, line: int, to: int, share: float = 0.8) -> None:
    """Take a line at its grip as far as a share of the height of the line of another place."""
    mouse = question.page.mouse
    x, y = grip_of(question, line)
    mouse.move(x, y)
    mouse.down()
    mouse.move(x, height_at(question, to, share), steps=STEPS)
    mouse.up()


def drag_with_finger(question: Locator, line: int, to: int, share: float = 0.8) -> None:
    """The same by touch."""
    x, y = grip_of(question, line)
    swipe(question, x, y, height_at(question, to, share))


def swipe(question: Locator, x: float, start: float, end: float) -> None:
    """Put a finger down, move it up or down, lift it."""
    session = question.page.context.new_cdp_session(question.page)
    touch(session, "touchStart", (x, start))
    for step in range(1, STEPS + 1):
        touch(session, "touchMove", (x, start + (end - start) * step / STEPS))
    touch(session, "touchEnd")


def touch(session: CDPSession, name: str, *points: tuple[float, float]) -> None:
    """Send what a touch screen would."""
    sent = {"type": name, "touchPoints": [{"x": x, "y": y} for x, y in points]}
    session.send("Input.dispatchTouchEvent", sent)


def grip_of(question: Locator, line: int) -> tuple[float, float]:
    """The middle of a line's grip."""
    question.locator(".place").nth(line).scroll_into_view_if_needed()
    box = question.locator(".grip").nth(line).bounding_box()
    assert box
    return box["x"] + box["width"] / 2, box["y"] + box["height"] / 2


def height_at(question: Locator, line: int, share: float) -> float:
    box = question.locator(".place").nth(line).bounding_box()
    assert box
    return box["y"] + box["height"] * share


@pytest.mark.parametrize("by", ["mouse", "finger"])
def test_a_line_goes_where_it_is_dragged(open_student: OpenStudent, by: str) -> None:
    student = open_student(**(PHONE if by == "finger" else {}))
    drag = drag_with_finger if by == "finger" else drag_with_mouse
    question = open_question(student, ORDER)
    first, second, third, fourth = texts(question)
    drag(question, 0, 2)
    assert texts(question) == [second, third, first, fourth]
    drag(question, 3, 1, 0.2)
    assert lines(question) == [(second, "1"), (fourth, "2"), (third, "3"), (first, "4")]
    expect(student.state).to_have_text("Saved")
    student.page.reload()
    assert lines(question) == [(second, "1"), (fourth, "2"), (third, "3"), (first, "4")]


def test_a_line_that_is_let_go_where_it_was_is_no_answer(student: Student) -> None:
    question = open_question(student, ORDER)
    before = lines(question)
    drag_with_mouse(question, 1, 1, 0.6)
    assert lines(question) == before
    expect(student.entry(int(question.get_attribute("data-n") or 0))).to_contain_text("open")


def test_places_that_were_chosen_hold_when_another_line_is_dragged(student: Student) -> None:
    question = open_question(student, ORDER)
    first, second, third, fourth = texts(question)
    for text, place in ((first, "4"), (second, "3"), (third, "2"), (fourth, "1")):
        question.get_by_label(text, exact=True).select_option(place)
    x, y = grip_of(question, 3)
    student.page.mouse.move(x, y)
    student.page.mouse.down()
    assert texts(question) == [fourth, third, second, first], "now where their places say"
    student.page.mouse.move(x, height_at(question, 0, 0.2), steps=STEPS)
    student.page.mouse.up()
    assert sorted(place for _, place in lines(question)) == ["1", "2", "3", "4"]
    assert [text for text in texts(question) if text != fourth] == [third, second, first]


def test_a_chain_takes_in_what_is_dragged_up_and_lets_go_what_is_dragged_out(
    student: Student,
) -> None:
    question = open_question(student, CHAIN)
    captain, gazette, listener = every_bank("ferry").questions[CHAIN]["chain"]
    question.get_by_label(gazette, exact=True).select_option("1")
    question.get_by_label(listener, exact=True).select_option("2")
    drag_with_mouse(question, texts(question).index(captain), 0, 0.1)
    assert dict(lines(question)) == {captain: "1", gazette: "2", listener: "3", "a porter": ""}
    drag_with_mouse(question, 1, 3)
    assert lines(question)[:2] == [(captain, "1"), (listener, "2")]
    assert dict(lines(question))[gazette] == ""
    expect(student.state).to_have_text("Saved")


def test_a_finger_beside_the_grip_scrolls(open_student: OpenStudent) -> None:
    student = open_student(**PHONE)
    question = open_question(student, ORDER)
    before = lines(question)
    label = question.locator(".place label").last
    label.scroll_into_view_if_needed()
    box = label.bounding_box()
    assert box
    depth = student.page.evaluate("scrollY")
    swipe(question, box["x"] + 20, box["y"] + 5, box["y"] - 195)
    student.page.wait_for_function("depth => scrollY > depth + 50", arg=depth)
    assert lines(question) == before


def test_without_a_script_there_is_no_grip(open_student: OpenStudent) -> None:
    student = open_student(java_script_enabled=False)
    student.start("ferry", 12)
    for grip in student.page.locator(".grip").all():
        expect(grip).to_be_hidden()
