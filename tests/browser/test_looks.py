"""Every page in every dress: axe, targets, focus, narrow screens, forced colours, print."""

from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Page, ViewportSize, expect

from tests.browser.conftest import PSEUDO, SERVER_CLOCK, OpenStudent, ServerClock, Watch
from tests.browser.looks import SIDEWAYS, assert_accessible, assert_fits
from tests.browser.student import Student

Visit = Callable[[Student], None]
NARROW: ViewportSize = {"width": 320, "height": 568}
WIDE: ViewportSize = {"width": 1280, "height": 800}


def home(student: Student) -> None:
    student.go("/")


def practice(student: Student) -> None:
    student.go("/practice/garden")


def paper(student: Student) -> None:
    student.start()


def paper_in_use(student: Student) -> None:
    student.start()
    student.answer(1)
    student.question(1).get_by_role("button", name="Flag for later").click()
    expect(student.state).to_have_text("Saved")
    student.turn_to(2)


def paper_in_conflict(student: Student) -> None:
    student.start()
    body = {"status": 409, "json": {"revision": 3, "response": None}}
    student.page.route("**/api/**", lambda route: route.fulfill(**body))
    student.answer(1)
    expect(student.question(1).locator(".conflict")).to_be_visible()


def paper_with_a_clock(student: Student) -> None:
    student.start(minutes=10)
    expect(student.page.get_by_role("button", name="5 more minutes")).to_be_visible()


def time_up(student: Student) -> None:
    student.start(minutes=10)
    address = student.page.url
    student.go("/")
    SERVER_CLOCK.move(600)
    student.page.goto(address)


def check(student: Student) -> None:
    student.start()
    student.answer(1)
    student.check_answers()


def result(student: Student) -> None:
    student.start()
    for n in (1, 2, 3):
        student.turn_to(n)
        student.answer(n)
    student.check_answers()
    student.hand_in()


def result_with_bands(student: Student) -> None:
    student.start_drawn("harbour", facts=8, sourcing=8)
    student.check_answers()
    student.hand_in()


def whose(student: Student) -> None:
    student.start()
    student.go("/practice/garden")
    student.page.get_by_role("button", name="Start").click()
    expect(student.page.get_by_role("button", name="This is not me")).to_be_visible()


def wrong_code(student: Student) -> None:
    student.go("/")
    student.page.get_by_label("Code").fill("2222-2222")
    student.page.get_by_role("button", name="Go on").click()
    expect(student.page.get_by_role("alert")).to_be_visible()


def lost_key(student: Student) -> None:
    student.start()
    student.page.context.clear_cookies()
    student.answer(1)
    expect(student.page.get_by_label("Code")).to_be_visible()


def lost_form(student: Student) -> None:
    lost_key(student)
    student.page.get_by_label("Code").fill("2222-2222")
    student.page.get_by_role("button", name="Send it again").click()
    expect(student.page.get_by_role("heading", level=1)).to_contain_text("lost the key")


def error(student: Student) -> None:
    student.go("/practice/nowhere")


VISITS: dict[str, Visit] = {
    visit.__name__: visit
    for visit in (
        home,
        practice,
        paper,
        paper_in_use,
        paper_in_conflict,
        paper_with_a_clock,
        time_up,
        check,
        result,
        result_with_bands,
        whose,
        wrong_code,
        lost_key,
        lost_form,
        error,
    )
}
every_page = pytest.mark.parametrize("visit", VISITS.values(), ids=VISITS.keys())


@pytest.fixture(autouse=True)
def _provoked(watch: Watch, server_clock: ServerClock) -> None:
    assert server_clock.ahead == 0
    watch.allowed = r"Failed to load resource: .* (404|409)"


@every_page
def test_axe_finds_nothing(student: Student, visit: Visit) -> None:
    visit(student)
    assert_accessible(student.page)
    student.page.emulate_media(color_scheme="dark")
    assert_accessible(student.page)
    turn_into_a_phone(student.page)
    assert_accessible(student.page)


def turn_into_a_phone(page: Page) -> None:
    """Look at the same page on the narrowest screen, the questions in front."""
    page.set_viewport_size(NARROW)
    if page.locator(".switch").count():
        page.get_by_role("link", name="Questions").click()


FOCUSED = """() => {
  const element = document.activeElement;
  if (element === document.body) return null;
  const shown = element.closest(".option") ?? element;
  const marks = [element, shown, element.querySelector("h3")].filter(Boolean);
  const outlined = marks.some((mark) => getComputedStyle(mark).outlineStyle !== "none"
    || getComputedStyle(mark, "::after").outlineStyle !== "none");
  const box = shown.getBoundingClientRect();
  const from = { x: Math.max(box.left, 0), y: Math.max(box.top, 0) };
  const to = { x: Math.min(box.right, innerWidth), y: Math.min(box.bottom, innerHeight) };
  const seen = [0.1, 0.5, 0.9].some((share) => {
    const x = from.x + (to.x - from.x) * share, y = from.y + (to.y - from.y) * share;
    const top = document.elementFromPoint(x, y);
    return top && (shown.contains(top) || top.contains(shown));
  });
  return { name: element.outerHTML.slice(0, 120), outlined, seen };
}"""


def walk(page: Page, most: int = 60) -> list[dict[str, Any]]:
    """Press Tab through a page; what had the focus, whether it was marked and whether seen."""
    stops: list[dict[str, Any]] = []
    for _ in range(most):
        page.keyboard.press("Tab")
        stop = page.evaluate(FOCUSED)
        if stop is None:
            return stops
        stops.append(stop)
    return stops


@every_page
def test_a_phone_fits_everything_and_never_hides_the_focus(student: Student, visit: Visit) -> None:
    visit(student)
    page = student.page
    turn_into_a_phone(page)
    assert_fits(page)
    stops = walk(page)
    assert len(stops) > 1
    assert [stop for stop in stops if not (stop["outlined"] and stop["seen"])] == []


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


OUTSIDE = """() => {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const found = [];
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const element = node.parentElement;
    if (element.closest("script, .wordmark, .n, .number")) continue;
    if (element.closest("[lang]").lang !== document.documentElement.lang) continue;
    const text = node.textContent.replace(/⟦[^⟧]*⟧/g, "");
    if (/[A-Za-z]{2}/.test(text)) found.push(text.trim());
  }
  return found;
}"""


@pytest.mark.parametrize("visit", [home, practice, paper, error], ids=lambda visit: visit.__name__)
def test_every_text_of_ours_can_be_translated(open_student: OpenStudent, visit: Visit) -> None:
    student = open_student(locale=PSEUDO)
    if visit is paper:
        student.go("/practice/harbour")
        student.page.locator("button").click()
        student.page.wait_for_url("**/attempts/*")
    else:
        visit(student)
    expect(student.page.locator("html")).to_have_attribute("dir", "rtl")
    assert student.page.evaluate(OUTSIDE) == []


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


HIDDEN = ".masthead, .switch, .tally, .overview, .steps, .finish, .question .scripted"


def test_a_paper_prints_as_a_paper(student: Student) -> None:
    paper_in_use(student)
    page = student.page
    page.emulate_media(media="print")
    for shown in (*page.locator(".question").all(), page.locator("#text")):
        expect(shown).to_be_visible()
    for hidden in page.locator(HIDDEN).all():
        expect(hidden).to_be_hidden()
    assert page.pdf().startswith(b"%PDF")


def test_a_result_prints_without_navigation(student: Student) -> None:
    result(student)
    page = student.page
    page.emulate_media(media="print")
    expect(page.locator(".masthead")).to_be_hidden()
    expect(page.get_by_role("button", name="Again with other questions")).to_be_hidden()
    expect(page.locator(".review")).to_have_count(6)
    assert page.pdf().startswith(b"%PDF")


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
