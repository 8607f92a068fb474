"""Saving as it is given: what the page says is true, and no answer is lost on the way."""

from collections.abc import Callable
from dataclasses import dataclass, field

import pytest
from playwright.sync_api import Dialog, Route, expect

from tests.browser.conftest import OpenStudent, Watch
from tests.browser.student import Student

ANSWERS = "**/api/attempts/*/answers/*"
FAILED_LOAD = r"Failed to load resource"
"""What Chromium writes to the console for a request that a test lets fail."""


@dataclass
class Road:
    """The way of the saves to the server: held up, broken or open, as `act` says."""

    act: Callable[[Route], None] = lambda route: route.continue_()
    seen: list[str] = field(default_factory=list)
    waiting: list[Route] = field(default_factory=list)

    def handle(self, route: Route) -> None:
        """Take one save."""
        self.seen.append(route.request.url.rpartition("/")[2])
        self.act(route)

    def hold(self) -> None:
        """Keep what comes until `release`."""
        self.act = self.waiting.append

    def release(self) -> None:
        """Let through what is held, and whatever comes later."""
        self.act = lambda route: route.continue_()
        for route in self.waiting:
            route.continue_()
        self.waiting.clear()

    def fail(self, status: int) -> None:
        """Answer with a status and nothing useful."""
        self.act = lambda route: route.fulfill(status=status, body="<html>")


@pytest.fixture
def road(student: Student) -> Road:
    road = Road()
    student.page.route(ANSWERS, road.handle)
    student.start()
    return road


def test_saved_is_said_only_after_the_reply(student: Student, road: Road) -> None:
    road.hold()
    student.answer(1)
    expect(student.state).to_have_text("Saving…")
    assert any(":1" in name for name in student.kept_in_browser())
    road.release()
    expect(student.state).to_have_text("Saved")
    assert student.kept_in_browser() == {}


def test_one_save_of_a_question_is_under_way_at_a_time(student: Student, road: Road) -> None:
    road.hold()
    with student.page.expect_request(ANSWERS):
        student.answer(1, 0)
    student.answer(1, 1)
    student.answer(1, 2)
    assert road.seen == ["1"]
    road.release()
    expect(student.state).to_have_text("Saved")
    last = student.chosen(1)
    student.page.reload()
    assert student.chosen(1) == last


def test_offline_in_the_middle_and_back(student: Student, watch: Watch) -> None:
    watch.allowed = FAILED_LOAD
    page = student.page
    student.start()
    student.answer(1)
    expect(student.state).to_have_text("Saved")
    page.context.set_offline(True)
    for n in (2, 3, 4):
        student.turn_to(n)
        student.answer(n)
    expect(student.state).to_contain_text("Not saved yet: no connection")
    page.get_by_role("button", name="Check my answers").click()
    expect(student.state).to_be_focused()
    assert page.url.endswith("#q4"), "the page stays while it has something to save"
    page.context.set_offline(False)
    expect(student.state).to_have_text("Saved")
    student.check_answers()
    expect(page.locator(".checklist [data-state=answered]")).to_have_count(4)


def test_what_was_not_sent_is_sent_after_a_reload(
    student: Student, road: Road, watch: Watch
) -> None:
    watch.allowed = FAILED_LOAD
    page = student.page
    page.on("dialog", Dialog.accept)
    road.act = Route.abort
    student.answer(1, 1)
    expect(student.state).to_contain_text("no connection")
    given = student.chosen(1)
    road.act = lambda route: route.continue_()
    with page.expect_response(ANSWERS) as reply:
        page.reload()
    assert reply.value.ok
    assert student.chosen(1) == given
    expect(student.state).to_have_text("Saved")
    assert student.kept_in_browser() == {}


def test_what_was_saved_elsewhere_meanwhile_is_not_written_over(
    student: Student, open_student: OpenStudent, road: Road, watch: Watch
) -> None:
    watch.allowed = FAILED_LOAD
    page = student.page
    page.on("dialog", Dialog.accept)
    road.act = Route.abort
    student.answer(1, 0)
    expect(student.state).to_contain_text("no connection")
    elsewhere = open_student()
    elsewhere.page.context.add_cookies(page.context.cookies())  # type: ignore[arg-type]  # what it gives, it takes
    elsewhere.page.goto(page.url)
    elsewhere.turn_to(1)
    elsewhere.answer(1, 1)
    expect(elsewhere.state).to_have_text("Saved")
    page.reload()
    student.turn_to(1)
    student.answer(1, 2)
    road.release()
    expect(student.state).to_contain_text("question 1 has a newer answer")


def test_trouble_of_the_server_is_told_apart_and_outlived(
    student: Student, road: Road, watch: Watch
) -> None:
    watch.allowed = FAILED_LOAD
    road.fail(503)
    student.answer(1)
    expect(student.state).to_contain_text("Not saved yet: the server has trouble")
    road.release()
    expect(student.state).to_have_text("Saved")


@pytest.mark.parametrize(
    ("status", "body"),
    [(200, "<html>Log in to the Wi-Fi"), (200, '{"revis'), (403, "<html>Blocked"), (404, "")],
    ids=["login page", "cut off", "filter", "foreign 404"],
)
def test_a_reply_that_is_not_ours_saves_nothing(
    student: Student, road: Road, watch: Watch, status: int, body: str
) -> None:
    watch.allowed = FAILED_LOAD
    road.act = lambda route: route.fulfill(status=status, body=body)
    student.answer(1)
    expect(student.state).to_contain_text("Not saved yet: the server has trouble")
    assert any(":1" in name for name in student.kept_in_browser())
    road.release()
    expect(student.state).to_have_text("Saved")
    given = student.chosen(1)
    student.page.reload()
    assert student.chosen(1) == given


def test_an_old_browser_that_cannot_limit_a_wait_saves(student: Student) -> None:
    student.page.add_init_script("delete AbortSignal.timeout")
    student.start()
    student.answer(1)
    expect(student.state).to_have_text("Saved")


def test_leaving_is_questioned_only_while_something_is_unsaved(
    student: Student, road: Road, watch: Watch
) -> None:
    watch.allowed = FAILED_LOAD
    asked: list[str] = []

    def accept(dialog: Dialog) -> None:
        asked.append(dialog.type)
        dialog.accept()

    student.page.on("dialog", accept)
    student.answer(1)
    expect(student.state).to_have_text("Saved")
    student.page.reload()
    assert asked == []
    road.act = Route.abort
    student.answer(1, 1)
    expect(student.state).to_contain_text("no connection")
    student.page.reload()
    assert asked == ["beforeunload"]


def test_the_check_waits_for_what_is_under_way(student: Student, road: Road) -> None:
    road.hold()
    student.answer(1)
    with student.page.expect_request(ANSWERS):
        student.page.get_by_role("button", name="Check my answers").click()
    expect(student.state).to_have_text("Saving…")
    road.release()
    student.page.wait_for_url("**/check")
    expect(student.page.locator(".checklist [data-state=answered]")).to_have_count(1)


def two_windows(student: Student) -> Student:
    """The same paper in a second window, opened before either is answered."""
    student.start()
    other = Student(student.page.context.new_page(), student.address)
    other.page.goto(student.page.url)
    student.answer(1, 0)
    expect(student.state).to_have_text("Saved")
    other.answer(1, 1)
    expect(other.state).to_contain_text("question 1 has a newer answer")
    return other


@pytest.mark.parametrize(("button", "place"), [("Keep the answer above", 1), ("saved one", 0)])
def test_a_newer_answer_from_another_window_is_offered(
    student: Student, watch: Watch, button: str, place: int
) -> None:
    watch.allowed = FAILED_LOAD
    other = two_windows(student)
    typed = other.chosen(1)
    conflict = other.question(1).locator(".conflict")
    shown = conflict.locator(".theirs").inner_text()
    first = other.groups(1)[0]
    assert first.locator(".option").first.inner_text() in shown
    assert other.chosen(1) == typed, "what was given stays visible"
    conflict.get_by_role("button", name=button).click()
    expect(other.state).to_have_text("Saved")
    expect(first.locator("input").nth(place)).to_be_checked()
    final = other.chosen(1)
    student.page.reload()
    assert student.chosen(1) == final
    assert student.kept_in_browser() == {}


def test_without_script_a_newer_answer_is_shown_too(
    open_student: OpenStudent, watch: Watch
) -> None:
    watch.allowed = FAILED_LOAD
    student = open_student(java_script_enabled=False)
    student.start()
    other = Student(student.page.context.new_page(), student.address)
    other.page.goto(student.page.url)
    student.answer(1, 0)
    student.question(1).get_by_role("button", name="Save").click()
    other.answer(1, 1)
    other.page.get_by_role("button", name="Check my answers").click()
    expect(other.page.get_by_role("alert")).to_contain_text("changed in another window")
    expect(other.question(1).locator(".conflict")).to_contain_text("newer answer")
    expect(other.groups(1)[0].locator("input").nth(1)).to_be_checked()
    other.check_answers()


def test_after_handing_in_the_browser_keeps_nothing(student: Student, watch: Watch) -> None:
    watch.allowed = FAILED_LOAD
    student.start()
    late = Student(student.page.context.new_page(), student.address)
    late.page.goto(student.page.url)
    student.question(1).get_by_role("button", name="Flag for later").click()
    assert student.kept_in_browser()
    student.check_answers()
    student.hand_in()
    late.answer(1)
    expect(late.state).to_have_text("Not saved: this quiz has already been handed in.")
    late.page.get_by_role("button", name="Check my answers").click()
    expect(late.page.get_by_role("link", name="See the result")).to_be_visible()
    late.page.get_by_role("link", name="See the result").click()
    expect(late.page.locator(".review .standing").first).to_contain_text("Not answered")
    assert late.kept_in_browser() == {}


def test_a_paper_of_another_browser_says_so(student: Student, watch: Watch) -> None:
    watch.allowed = FAILED_LOAD
    student.start()
    student.page.context.clear_cookies()
    student.answer(1)
    expect(student.state).to_contain_text("this browser can no longer open your quiz")
