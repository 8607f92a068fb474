"""Every page in every dress: axe, contrast, forced colours, translation, right to left."""

import pytest
from playwright.sync_api import ViewportSize, expect

from app.errors import Unavailable
from tests.browser.conftest import PSEUDO, OpenStudent, ServerClock, Watch
from tests.browser.looks import (
    NARROW,
    SIDEWAYS,
    WIDE,
    assert_accessible,
    assert_fits,
    assert_focus_is_never_lost,
    resize,
)
from tests.browser.states import (
    PROVOKED,
    VISITS,
    Visit,
    check,
    home,
    paper_in_use,
    result,
    result_with_bands,
)
from tests.browser.student import Student

every_page = pytest.mark.parametrize("visit", VISITS.values(), ids=VISITS.keys())


@pytest.fixture(autouse=True)
def _provoked(watch: Watch, server_clock: ServerClock) -> None:
    assert server_clock.ahead == 0
    watch.allowed = PROVOKED


@every_page
def test_axe_finds_nothing(student: Student, visit: Visit) -> None:
    visit(student)
    assert_accessible(student.page)
    student.page.emulate_media(color_scheme="dark")
    assert_accessible(student.page)
    resize(student.page, NARROW)
    assert_accessible(student.page)


TOKENS = """() => {
  const style = getComputedStyle(document.documentElement);
  const canvas = document.createElement("canvas").getContext("2d", { willReadFrequently: true });
  const linear = (part) => part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  const brightness = (name) => {
    canvas.fillStyle = style.getPropertyValue(`--${name}`);
    canvas.fillRect(0, 0, 1, 1);
    const parts = [...canvas.getImageData(0, 0, 1, 1).data].slice(0, 3);
    const [red, green, blue] = parts.map((part) => linear(part / 255));
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const names = ["paper", "sheet", "tint", "ink", "faint", "edge", "accent", "good", "bad", "half"];
  return Object.fromEntries(names.map((name) => [name, brightness(name)]));
}"""


def contrast(one: float, other: float) -> float:
    """The contrast of two brightnesses as WCAG 2.2 defines it, from 1 to 21."""
    return (max(one, other) + 0.05) / (min(one, other) + 0.05)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_colours_stand_out_from_every_ground(open_student: OpenStudent, scheme: str) -> None:
    student = open_student(color_scheme=scheme)
    home(student)
    shades = student.page.evaluate(TOKENS)
    for ground in ("paper", "sheet", "tint"):
        for text in ("ink", "faint", "accent", "good", "bad", "half"):
            assert contrast(shades[text], shades[ground]) >= 4.5, f"{text} on {ground}"
        assert contrast(shades["edge"], shades[ground]) >= 3, f"edge on {ground}"


def test_a_form_that_met_a_busy_server_is_sent_again(
    student: Student, monkeypatch: pytest.MonkeyPatch
) -> None:
    check(student)

    def fail(*_anything: object) -> None:
        raise Unavailable("The disk is full.")

    with monkeypatch.context() as busy:
        busy.setattr("app.web.student.attempt.hand_in", fail)
        student.page.get_by_role("button", name="Hand in").click()
        expect(student.page.get_by_role("heading", level=1)).to_have_text("Not saved yet")
    assert_accessible(student.page)
    resize(student.page, NARROW)
    assert_fits(student.page)
    assert_focus_is_never_lost(student.page)
    student.page.get_by_role("button", name="Send it again").click()
    student.page.wait_for_url("**/result")


@pytest.mark.parametrize("visit", [paper_in_use, result], ids=["paper", "result"])
def test_forced_colours_keep_the_shapes(open_student: OpenStudent, visit: Visit) -> None:
    student = open_student(forced_colors="active")
    visit(student)
    if visit is paper_in_use:
        words = student.entry(1), student.entry(3)
        icons = [word.locator("use").first.get_attribute("href") for word in words]
        assert icons[0] != icons[1]
        borders = [word.evaluate("e => getComputedStyle(e).borderTopStyle") for word in words]
        assert borders[0] != borders[1]
    else:
        expect(student.page.locator(".standing .icon").first).to_be_visible()
    assert_accessible(student.page)


@pytest.mark.parametrize("viewport", [NARROW, WIDE], ids=["phone", "desk"])
def test_from_right_to_left(open_student: OpenStudent, viewport: ViewportSize) -> None:
    student = open_student(locale=PSEUDO, viewport=viewport)
    page = student.page
    student.go("/practice/garden")
    page.locator("form button").click()
    page.wait_for_url("**/attempts/*")
    wide, window = page.evaluate(SIDEWAYS)
    assert wide <= window
    text, number = page.locator("#p1").bounding_box(), page.locator("#p1 .number").bounding_box()
    assert text
    assert number
    assert number["x"] > text["x"] + text["width"] / 2, "the numbers stand where lines begin"
    if viewport is not NARROW:
        questions = page.locator("#questions").bounding_box()
        assert questions
        assert questions["x"] < text["x"]
        page.locator(".option").first.click()
        expect(student.state).to_have_text("⟦Saved⟧")
    assert_accessible(page)


def test_from_eight_questions_a_bar_shows_the_band(student: Student) -> None:
    result_with_bands(student)
    skills = student.page.locator(".profile > section")
    expect(skills.nth(0).locator("svg.bar")).to_be_visible()
    expect(skills.nth(0)).to_contain_text("you might well land between 0 and 1.4.")
    expect(skills).to_have_count(2)


def test_text_and_questions_scroll_apart_on_a_wide_screen(open_student: OpenStudent) -> None:
    student = open_student(viewport={"width": 1280, "height": 500})
    student.start("remote-plots", 12)
    page = student.page
    page.locator("#text").focus()
    page.keyboard.press("End")
    expect(page.locator(".paragraphs p").last).to_be_in_viewport()
    expect(student.question(1).locator("h3")).to_be_in_viewport()
    assert page.evaluate("() => document.documentElement.scrollHeight <= innerHeight")
