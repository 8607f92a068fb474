"""The states in which a student can meet the pages, each by the way that leads there."""

from collections.abc import Callable
from typing import Final

from playwright.sync_api import Locator, expect

from tests.browser.conftest import SERVER_CLOCK
from tests.browser.student import Student
from tests.every_kind import LENGTH

Visit = Callable[[Student], None]
PROVOKED: Final = r"Failed to load resource"
"""What the console may say of a state that is a fault."""


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
    student.page.get_by_role("button", name="Continue").click()
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
    heading = student.page.get_by_role("heading", level=1)
    expect(heading).to_contain_text("can no longer open your quiz")


def error(student: Student) -> None:
    student.go("/practice/nowhere")


def paper_not_saved(student: Student) -> None:
    student.start()
    student.page.route("**/api/**", lambda route: route.abort())
    student.answer(1)
    expect(student.state).to_contain_text("Not saved yet: no connection")


def start_with_every_kind(student: Student) -> None:
    """Open the paper of all kinds, all of it in view, as who has no JavaScript gets it."""
    student.page.route(
        "**/static/*.js", lambda route: route.fulfill(content_type="text/javascript", body="")
    )
    student.start("ferry", LENGTH)


def paper_of_every_kind(student: Student) -> None:
    start_with_every_kind(student)
    answer_somehow(student)


def answer_somehow(student: Student) -> None:
    """Give every question of a paper that is all in view some answer, right or not."""
    for group in student.page.locator(".options, .verdict-row, .phrases").all():
        group.locator(".option, .phrase").first.click()
    for field in student.page.locator(".question [type=text]").all():
        field.fill("something")
    for question in student.page.locator(".question").all():
        choose_somehow(question)


def choose_somehow(question: Locator) -> None:
    """Choose in each list of a question the entry after its first."""
    for place, select in enumerate(question.locator("[data-shape] select").all(), start=1):
        select.select_option(index=min(place, select.locator("option").count() - 1))


def conflict_without_script(student: Student) -> None:
    start_with_every_kind(student)
    address = student.page.url
    answer_somehow(student)
    student.check_answers()
    student.page.goto(address)
    for revision in student.page.locator("[type=hidden][name^=r]").all():
        revision.evaluate("field => (field.value = 0)")
    student.page.locator(".question [type=text]").first.fill("something else")
    student.page.get_by_role("button", name="Check my answers").click()
    expect(student.page.get_by_role("alert")).to_be_visible()


def check_of_every_kind(student: Student) -> None:
    paper_of_every_kind(student)
    student.check_answers()


def result_of_every_kind(student: Student) -> None:
    check_of_every_kind(student)
    student.hand_in()


def result_of_blanks(student: Student) -> None:
    start_with_every_kind(student)
    student.check_answers()
    student.hand_in()


VISITS: Final[dict[str, Visit]] = {
    visit.__name__: visit
    for visit in (
        home,
        practice,
        paper,
        paper_in_use,
        paper_in_conflict,
        paper_not_saved,
        paper_of_every_kind,
        conflict_without_script,
        paper_with_a_clock,
        time_up,
        check,
        check_of_every_kind,
        result,
        result_with_bands,
        result_of_every_kind,
        result_of_blanks,
        whose,
        wrong_code,
        lost_key,
        lost_form,
        error,
    )
}
