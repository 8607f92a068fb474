"""The sentence that settles a question: marked in the text by mouse, keys and touch, and kept."""

from typing import Any

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.conftest import OpenStudent, Watch
from tests.browser.looks import NARROW, WIDE, assert_accessible, assert_fits
from tests.browser.student import Student

FAILED_LOAD = "Failed to load resource"
PHONE: Any = {"width": 360, "height": 640}


def start(student: Student, bank: str = "harbour") -> str:
    return student.start_drawn(bank, facts=3, cite=True, confidence=True)


@pytest.fixture
def attempt(student: Student) -> str:
    return start(student)


def sentences(student: Student) -> Locator:
    return student.page.locator(".sentence")


def mark_button(student: Student, n: int = 1) -> Locator:
    return student.question(n).get_by_role("button", name="Mark the sentence in the text")


def marked(student: Student) -> list[str]:
    """The sentences that the text shows as marked."""
    return student.page.locator(".sentence.cited").all_inner_texts()


def kept(student: Student, attempt: str, n: int = 1) -> dict[str, Any]:
    """What the server has of an answer, once the page says that it has it."""
    expect(student.state).to_have_text("Saved")
    reply = student.page.request.get(f"{student.address}/api/attempts/{attempt}").json()
    found: dict[str, Any] = next(answer for answer in reply["answers"] if answer["n"] == n)
    return found


def focused(page: Page) -> str:
    """The sentence that has the focus."""
    return str(page.evaluate("document.activeElement.textContent")).replace("\xa0", " ")


def test_a_click_marks_and_comes_back(student: Student, attempt: str) -> None:
    wanted = sentences(student).nth(2)
    wanted.click()
    assert marked(student) == [], "a text is for reading until a sentence is sought"
    mark_button(student).click()
    wanted.click()
    expect(mark_button(student)).to_be_focused()
    assert marked(student) == [wanted.inner_text()]
    expect(student.question(1).locator(".cited")).to_have_text(wanted.inner_text())
    assert kept(student, attempt) == kept(student, attempt) | {
        "response": None,
        "cite": wanted.get_attribute("data-id"),
    }
    expect(student.page.locator("#picking")).to_be_hidden()
    assert student.page.locator("[role=listbox], [role=option]").count() == 0


def test_the_text_shows_the_sentence_of_the_question_in_view(
    student: Student, attempt: str
) -> None:
    for n, place in ((1, 1), (2, 3)):
        student.turn_to(n)
        assert marked(student) == []
        mark_button(student, n).click()
        sentences(student).nth(place).click()
    first, second = (sentences(student).nth(place).inner_text() for place in (1, 3))
    assert marked(student) == [second]
    student.turn_to(1)
    assert marked(student) == [first]
    student.page.reload()
    assert marked(student) == [first]
    student.question(1).get_by_role("button", name="Unmark the sentence").click()
    assert marked(student) == []
    expect(mark_button(student)).to_be_focused()
    assert "cite" not in kept(student, attempt)


def test_keys_are_enough(student: Student, attempt: str) -> None:
    page, keyboard = student.page, student.page.keyboard
    texts = [text.replace("\xa0", " ") for text in sentences(student).all_inner_texts()]
    mark_button(student).focus()
    keyboard.press("Enter")
    listbox = page.get_by_role("listbox")
    expect(listbox).to_have_accessible_name(
        "Question 1: which sentence gives the answer? "
        "Arrow keys move, Enter marks, Escape goes back."
    )
    assert focused(page) == texts[0]
    expected = {
        "ArrowDown": 1,
        "ArrowRight": 2,
        "End": -1,
        "ArrowUp": -2,
        "Home": 0,
        "ArrowLeft": 0,
    }
    for key, place in expected.items():
        keyboard.press(key)
        assert focused(page) == texts[place], key
        assert page.locator(".sentence[tabindex='0']").count() == 1
    keyboard.press("ArrowDown")
    keyboard.press("Space")
    expect(mark_button(student)).to_be_focused()
    expect(mark_button(student)).to_have_accessible_description(texts[1])
    assert kept(student, attempt)["cite"] == sentences(student).nth(1).get_attribute("data-id")
    keyboard.press("Enter")
    assert focused(page) == texts[1], "the search begins at what is marked"
    expect(page.get_by_role("option", selected=True)).to_have_text(texts[1])
    keyboard.press("End")
    keyboard.press("Escape")
    expect(mark_button(student)).to_be_focused()
    assert [text.replace("\xa0", " ") for text in marked(student)] == [texts[1]]


def test_in_a_text_from_right_to_left_left_is_onward(student: Student) -> None:
    start(student, "garden")
    mark_button(student).click()
    second = sentences(student).nth(1)
    student.page.keyboard.press("ArrowLeft")
    expect(second).to_be_focused()
    student.page.keyboard.press("ArrowRight")
    expect(sentences(student).nth(0)).to_be_focused()


def test_another_question_ends_the_search(student: Student, attempt: str) -> None:
    assert attempt
    mark_button(student).click()
    student.turn_to(2)
    expect(student.page.locator("#picking")).to_be_hidden()
    sentences(student).nth(1).click()
    assert marked(student) == []


def test_a_finger_finds_it_on_a_phone(open_student: OpenStudent) -> None:
    student = open_student(viewport=PHONE, has_touch=True, is_mobile=True)
    attempt = start(student)
    page = student.page
    page.get_by_role("link", name="Questions").tap()
    expect(sentences(student).first).to_be_hidden()
    mark_button(student).tap()
    bar = page.locator("#picking")
    expect(bar).to_be_visible()
    last = sentences(student).last
    last.scroll_into_view_if_needed()
    height = bar.bounding_box()["height"]  # type: ignore[index]  # it is visible
    assert height <= 64, "what stays on top leaves the text to be read"
    assert bar.bounding_box()["y"] >= 0  # type: ignore[index]  # and it stays
    rows = page.locator(".sentence").evaluate_all(
        "all => all.flatMap((one) => [...one.getClientRects()].map((box) => box.height))"
    )
    assert min(rows) >= 24
    assert_fits(page)
    last.tap()
    expect(mark_button(student)).to_be_in_viewport()
    expect(last).to_be_hidden()
    assert kept(student, attempt)["cite"] == last.get_attribute("data-id")
    mark_button(student).tap()
    page.get_by_role("button", name="Back").tap()
    expect(mark_button(student)).to_be_in_viewport()
    assert kept(student, attempt)["revision"] == 1


def test_how_sure_is_saved_with_the_answer(student: Student, attempt: str) -> None:
    question = student.question(1)
    student.answer(1)
    question.get_by_label("Very sure").check()
    assert kept(student, attempt)["confidence"] == 3
    expect(student.entry(1)).to_contain_text("answered")
    student.page.reload()
    expect(question.get_by_label("Very sure")).to_be_checked()


def test_a_sentence_alone_is_no_answer(student: Student, attempt: str) -> None:
    mark_button(student).click()
    sentences(student).first.click()
    assert kept(student, attempt)["cite"]
    expect(student.entry(1)).to_contain_text("open")
    expect(student.page.locator("#tally")).to_contain_text("0 of 3")


def test_offline_in_the_middle_and_back(student: Student, attempt: str, watch: Watch) -> None:
    watch.allowed = FAILED_LOAD
    page = student.page
    student.answer(1)
    expect(student.state).to_have_text("Saved")
    page.context.set_offline(True)
    mark_button(student).click()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    student.question(1).get_by_label("Not sure").check()
    expect(student.state).to_contain_text("Not saved yet: no connection")
    assert any('"confidence":1' in value for value in student.kept_in_browser().values())
    page.context.set_offline(False)
    expected = {"cite": sentences(student).nth(1).get_attribute("data-id"), "confidence": 1}
    assert kept(student, attempt) == kept(student, attempt) | expected


def test_what_was_not_sent_is_there_after_a_reload(
    student: Student, attempt: str, watch: Watch
) -> None:
    watch.allowed = FAILED_LOAD
    page = student.page
    page.on("dialog", lambda dialog: dialog.accept())
    page.route("**/answers/*", lambda route: route.abort())
    mark_button(student).click()
    page.keyboard.press("End")
    page.keyboard.press("Enter")
    student.question(1).get_by_label("Very sure").check()
    expect(student.state).to_contain_text("no connection")
    page.unroute("**/answers/*")
    page.reload()
    assert marked(student) == [sentences(student).last.inner_text()]
    expect(student.question(1).get_by_label("Very sure")).to_be_checked()
    assert kept(student, attempt)["confidence"] == 3


@pytest.mark.parametrize(("button", "place"), [("Keep the answer above", 2), ("saved one", 1)])
def test_another_sentence_from_another_window_is_offered(
    student: Student, attempt: str, watch: Watch, button: str, place: int
) -> None:
    watch.allowed = FAILED_LOAD
    other = Student(student.page.context.new_page(), student.address)
    other.page.goto(student.page.url)
    for window, sentence, level in ((student, 1, "Very sure"), (other, 2, "Not sure")):
        window.page.bring_to_front()
        window.question(1).get_by_label(level).check()
        mark_button(window).click()
        sentences(window).nth(sentence).click()
        if window is student:
            expect(student.state).to_have_text("Saved")
    expect(other.state).to_contain_text("question 1 has a newer answer")
    conflict = other.question(1).locator(".conflict")
    shown = conflict.locator(".theirs")
    expect(shown).to_contain_text(sentences(other).nth(1).inner_text().replace("\xa0", " ")[:20])
    expect(shown).to_contain_text("Very sure")
    conflict.get_by_role("button", name=button).click()
    expect(other.state).to_have_text("Saved")
    assert marked(other) == [sentences(other).nth(place).inner_text()]
    assert kept(other, attempt)["confidence"] == {1: 3, 2: 1}[place]


@pytest.mark.parametrize("viewport", [NARROW, WIDE], ids=["phone", "desk"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_while_a_sentence_is_sought_and_after(
    open_student: OpenStudent, viewport: Any, scheme: str
) -> None:
    student = open_student(viewport=viewport, color_scheme=scheme)
    start(student)
    page = student.page
    if viewport is NARROW:
        page.get_by_role("link", name="Questions").click()
    assert_accessible(page)
    mark_button(student).click()
    assert_accessible(page)
    assert_fits(page)
    page.keyboard.press("End")
    box = sentences(student).last.bounding_box()
    bar = page.locator("#picking").bounding_box()
    assert box is not None
    assert bar is not None
    assert box["y"] >= bar["y"] + bar["height"], "the bar covers nothing that has the focus"
    page.keyboard.press("Enter")
    student.question(1).get_by_label("Very sure").check()
    student.answer(1)
    assert_accessible(page)
    assert_fits(page)
    expect(student.state).to_have_text("Saved")
    student.check_answers()
    student.hand_in()
    expect(page.locator(".certainty")).to_be_visible()
    expect(page.locator(".evidence .own").first).to_be_visible()
    assert_accessible(page)
    assert_fits(page)


def test_forced_colours_still_tell_what_is_marked(open_student: OpenStudent) -> None:
    student = open_student(forced_colors="active")
    start(student)
    mark_button(student).click()
    sentences(student).first.click()
    line = sentences(student).first.evaluate("one => getComputedStyle(one).textDecorationLine")
    assert line == "underline"
    assert_accessible(student.page)


def test_without_script_a_list_of_numbered_sentences_does_it(open_student: OpenStudent) -> None:
    student = open_student(java_script_enabled=False)
    student.go("/practice/harbour")
    student.page.get_by_text("More options").click()
    student.page.get_by_label("Also mark the sentence that gives the answer").check()
    assert student.page.get_by_label("Also say how sure you are").count() == 0
    student.page.get_by_role("button", name="Start").click()
    student.page.wait_for_url("**/attempts/*")
    question = student.question(1)
    expect(question.get_by_role("button", name="Mark the sentence")).to_be_hidden()
    question.get_by_label("Which sentence of the text gives the answer?").select_option(index=2)
    question.get_by_role("button", name="Save").click()
    expect(question.locator("[data-beside=cite] option:checked")).to_contain_text("2.1 ")
    expect(student.page.locator(".sentence-number").nth(1)).to_have_text("2.1")
    student.check_answers()
    student.hand_in()
    expect(student.page.get_by_role("heading", name="Found the evidence")).to_be_visible()
