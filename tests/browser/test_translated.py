"""What the scripts write on a page is translated too, and stands under its own language."""

from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Page, Route, expect

from app.domain.skill import SKILLS
from app.kinds import KINDS
from tests.browser.conftest import PSEUDO, OpenStudent, Watch
from tests.browser.looks import assert_fits
from tests.browser.student import Student
from tests.web.escapes import Escapes
from tests.web.foreign import LANGUAGE

BANK = "gefyra"
ANSWERS = "**/answers/*"
ALL: dict[str, Any] = dict.fromkeys(SKILLS, len(KINDS)) | {"cite": True, "confidence": True}
Reply = Callable[[Route], None]


@pytest.fixture(autouse=True)
def _provoked(watch: Watch) -> None:
    watch.allowed = "Failed to load resource"


@pytest.fixture
def student(open_student: OpenStudent) -> Student:
    """A reader of a right-to-left language at the paper that has everything."""
    student = open_student(locale=PSEUDO)
    open_paper(student)
    return student


def open_paper(student: Student, minutes: int | None = None) -> None:
    student.go(f"/practice/{BANK}")
    student.page.locator("main form .button.main").last.click()  # for the browser's key
    student.page.wait_for_url("**/attempts/*")
    wish = {"bank": BANK, "blueprint": ALL, "time_limit": minutes}
    reply = student.page.request.post(
        f"{student.address}/api/attempts", data=wish, headers={"Origin": student.address}
    )
    student.go(f"/attempts/{reply.json()['id']}")


def turn_to(page: Page, n: int) -> None:
    page.locator(f'.overview a[href="#q{n}"]').click()


def assert_nothing_escapes(page: Page) -> None:
    """Judge the page as it stands now, with all that scripts have done to it."""
    read = Escapes(page.content(), language=PSEUDO, direction="rtl", bank=LANGUAGE)
    assert "\n".join(read.found) == ""


def a_choice(page: Page) -> str:
    """The number of the first question with one right option."""
    return str(page.locator(".question:has([data-shape=one])").first.get_attribute("data-n"))


def test_a_paper_in_use(student: Student) -> None:
    page = student.page
    expect(student.state).to_contain_text("⟦")
    assert_nothing_escapes(page)
    for n in range(1, 11):
        turn_to(page, n)
        question = page.locator(f"#q{n}")
        question.locator("[data-flag]").click()
        for control in (".options .option", ".phrase", '[data-move="down"]'):
            for target in question.locator(control).filter(visible=True).all()[:1]:
                target.click()
        for select in question.locator("[data-shape] select").all()[:1]:
            select.select_option(index=1)
        for field in question.locator("[type=text]").all():
            field.fill("πλοίο")
    expect(student.state).to_have_text("⟦Saved⟧")
    assert_nothing_escapes(page)


def abort(route: Route) -> None:
    route.abort()


def status(code: int, body: Any = None) -> Reply:
    return lambda route: route.fulfill(status=code, json=body or {})


TROUBLES: dict[str, tuple[Reply, str]] = {
    "offline": (abort, "no connection"),
    "server": (status(503), "the server has trouble"),
    "refused": (status(400), "did not take the answer"),
    "lost": (status(404), "can no longer open your quiz"),
    "closed": (status(409), "already been handed in"),
    "conflict": (status(409, {"revision": 3, "response": None}), "has a newer answer"),
    "certain": (status(409, {"revision": 3, "response": None, "confidence": 2}), "a newer answer"),
}


@pytest.mark.parametrize("name", TROUBLES)
def test_a_paper_in_trouble(student: Student, name: str) -> None:
    reply, told = TROUBLES[name]
    page = student.page
    page.route(ANSWERS, reply)
    n = a_choice(page)
    turn_to(page, int(n))
    page.locator(f"#q{n} [data-shape=one] .option").first.click()
    expect(student.state).to_contain_text(told)
    assert_nothing_escapes(page)


def test_a_sentence_that_is_sought(student: Student) -> None:
    page = student.page
    page.locator("#q1 [data-pick]").click()
    assert_nothing_escapes(page)
    page.locator(".sentence").first.click()
    expect(student.state).to_have_text("⟦Saved⟧")
    assert_nothing_escapes(page)


def test_a_clock_that_runs_down(open_student: OpenStudent) -> None:
    student = open_student(locale=PSEUDO)
    page = student.page
    page.clock.install()
    open_paper(student, minutes=10)
    bell = page.locator("#bell")
    page.route("**/time", abort)  # only the page's own timers pass
    page.clock.run_for(5 * 60_000 + 1000)
    expect(bell).to_have_text("⟦5 minutes left.⟧")
    page.clock.run_for(4 * 60_000)
    expect(bell).to_have_text("⟦1 minute left.⟧")
    assert_nothing_escapes(page)
    page.route("**/more-time", abort)
    page.locator("[data-more-time]").click()
    expect(bell).to_contain_text("did not work")
    page.unroute("**/more-time")
    page.locator("[data-more-time]").click()
    expect(bell).to_contain_text("more time now")
    assert_nothing_escapes(page)


def test_longer_words_fit_a_phone(open_student: OpenStudent) -> None:
    """Spanish needs about a fifth more room than English."""
    student = open_student(locale="es", viewport={"width": 320, "height": 568})
    page = student.page
    student.go("/")
    assert_fits(page)
    student.go(f"/practice/{BANK}")
    assert_fits(page)
    open_paper(student, minutes=10)
    page.locator('.switch a[href="#questions"]').click()
    n = a_choice(page)
    turn_to(page, int(n))
    page.locator(f"#q{n} [data-shape=one] .option").first.click()
    page.locator(f"#q{n} [data-beside=confidence] .option").last.click()
    expect(student.state).to_have_text("Guardado")
    assert_fits(page)
    page.locator(".finish button").click()
    page.wait_for_url("**/check")
    assert_fits(page)
    narrowest = page.locator(".checklist .prompt").evaluate_all(
        "all => Math.min(...all.map((one) => one.getBoundingClientRect().width))"
    )
    assert narrowest > 200, "the words about an answer leave room for its question"
    page.locator("form[action$=hand-in] button").click()
    page.wait_for_url("**/result")
    assert_fits(page)
