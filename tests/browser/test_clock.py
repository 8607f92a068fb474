"""The time limit as a student meets it: calm, by the server's clock, and nothing is dropped."""

from datetime import UTC, datetime, timedelta

import pytest
from flask import Flask
from playwright.sync_api import Locator, Page, Route, expect

from app.classroom.extending import give_time
from tests.browser.conftest import OpenStudent, ServerClock, Watch
from tests.browser.student import Student

TEN = 600
LOOK = 11_000
"""Milliseconds after which the page has looked at the server once more."""

RECORD = """() => {
  window.rings = [];
  const bell = document.getElementById("bell");
  new MutationObserver(() => window.rings.push(bell.textContent)).observe(bell, {
    childList: true, characterData: true, subtree: true,
  });
}"""


@pytest.fixture(autouse=True)
def _provoked(watch: Watch) -> None:
    watch.allowed = "Failed to load resource"


def clock_of(page: Page) -> Locator:
    return page.locator("#clock")


def rings(page: Page) -> list[str]:
    found: list[str] = page.evaluate("() => window.rings")
    return found


def start_with_hand_moved_timers(student: Student) -> Page:
    """A paper of ten minutes on a page whose timers pass only when the test says so."""
    page = student.page
    page.clock.install()
    student.start(minutes=10)
    expect(clock_of(page)).to_have_text("Time left: 10 min")
    page.evaluate(RECORD)
    return page


def look(page: Page) -> None:
    """Let the page look at the server, and act on the answer."""
    with page.expect_response("**/time"):
        page.clock.run_for(LOOK)
    page.clock.run_for(1000)


@pytest.mark.parametrize("days", [-1, 1])
def test_the_clock_of_the_device_means_nothing(
    student: Student, server_clock: ServerClock, days: int
) -> None:
    page = student.page
    page.clock.set_fixed_time(datetime.now(UTC) + timedelta(days=days))
    student.start(minutes=10)
    expect(clock_of(page)).to_have_text("Time left: 10 min")
    server_clock.move(TEN - 200)
    page.reload()
    expect(clock_of(page)).to_have_text("Time left: 4 min")
    student.answer(1)
    expect(student.state).to_have_text("Saved")
    server_clock.move(197)
    page.reload()
    page.wait_for_url("**/result")
    expect(page.locator(".late")).to_have_count(0)


def test_the_page_counts_by_itself(student: Student) -> None:
    page = start_with_hand_moved_timers(student)
    page.route("**/time", lambda route: route.abort())
    page.clock.run_for(181_000)
    expect(clock_of(page)).to_have_text("Time left: 7 min")
    page.clock.run_for(3_600_000)
    expect(clock_of(page)).to_have_text("Time left: 0 min")


def test_only_five_minutes_and_one_are_announced(
    student: Student, server_clock: ServerClock
) -> None:
    page = start_with_hand_moved_timers(student)
    for seconds in (100, 100, 90, 30, 60, 60, 60, 60):
        server_clock.move(seconds)
        look(page)
    expect(clock_of(page)).to_have_text("Time left: 1 min")
    assert rings(page) == ["5 minutes left.", "1 minute left."]


def test_an_extension_shows_within_fifteen_seconds(
    student: Student, site: Flask, server_clock: ServerClock
) -> None:
    page = start_with_hand_moved_timers(student)
    server_clock.move(TEN - 250)
    look(page)
    expect(clock_of(page)).to_have_text("Time left: 5 min")
    give_time(site.extensions["byline.services"], page.url.rsplit("/", 1)[-1].split("#")[0], 20)
    with page.expect_response("**/time"):
        page.clock.run_for(15_000)
    expect(clock_of(page)).to_have_text("Time left: 25 min")
    assert rings(page)[-1] == "You have more time now. Time left: 25 min"
    server_clock.move(20 * 60)
    look(page)
    assert rings(page)[-1] == "5 minutes left.", "it is announced anew"


def test_five_more_minutes_are_one_press_away(student: Student) -> None:
    page = student.page
    student.start(minutes=10)
    page.get_by_role("button", name="5 more minutes").click()
    expect(clock_of(page)).to_have_text("Time left: 15 min")
    expect(page.locator("#bell")).to_have_text("You have more time now. Time left: 15 min")


def test_at_the_end_it_hands_in_what_it_still_holds(
    student: Student, server_clock: ServerClock
) -> None:
    page = student.page
    page.route("**/answers/*", lambda route: route.abort())
    student.start(minutes=10)
    student.answer(1)
    expect(student.state).to_contain_text("no connection")
    server_clock.move(TEN)
    page.evaluate("() => document.dispatchEvent(new Event('visibilitychange'))")
    page.wait_for_url("**/result")
    expect(page.locator(".review .standing").first).not_to_contain_text("Not answered")
    expect(page.locator(".late")).to_have_count(0)
    assert student.kept_in_browser() == {}


def test_what_comes_back_too_late_is_kept_and_told(
    student: Student, server_clock: ServerClock
) -> None:
    page = start_with_hand_moved_timers(student)
    page.context.set_offline(True)
    student.answer(1)
    page.clock.run_for(TEN * 1000)
    expect(student.state).to_contain_text("Time is up.")
    expect(student.question(1).locator("input").first).to_be_disabled()
    server_clock.move(TEN + 60)
    page.context.set_offline(False)
    page.clock.run_for(LOOK)
    page.wait_for_url("**/result")
    expect(page.locator(".late")).to_contain_text("1 answer came too late")
    assert student.kept_in_browser() == {}


def test_an_extension_opens_a_paper_that_seemed_over(
    student: Student, site: Flask, server_clock: ServerClock
) -> None:
    page = start_with_hand_moved_timers(student)
    page.context.set_offline(True)
    page.clock.run_for(TEN * 1000)
    expect(student.state).to_contain_text("Time is up.")
    server_clock.move(TEN)
    give_time(site.extensions["byline.services"], page.url.rsplit("/", 1)[-1], 10)
    page.context.set_offline(False)
    look(page)
    expect(clock_of(page)).to_have_text("Time left: 10 min")
    student.answer(1)
    page.clock.run_for(1000)
    expect(student.state).to_have_text("Saved")


def test_the_check_hands_in_too(student: Student, server_clock: ServerClock) -> None:
    page = student.page
    student.start(minutes=10)
    student.answer(1)
    student.check_answers()
    expect(clock_of(page)).to_have_text("Time left: 10 min")
    server_clock.move(TEN)
    page.evaluate("() => document.dispatchEvent(new Event('visibilitychange'))")
    page.wait_for_url("**/result")


def test_a_page_that_comes_back_after_the_end_hands_in_what_it_kept(
    student: Student, server_clock: ServerClock
) -> None:
    page = student.page
    page.on("dialog", lambda dialog: dialog.accept())
    student.start(minutes=10)
    page.context.set_offline(True)
    student.answer(1)
    expect(student.state).to_contain_text("no connection")
    address = page.url
    server_clock.move(TEN + 31)  # first: a page that is left may still bring its answers
    page.goto("about:blank")
    page.context.set_offline(False)
    page.goto(address)
    page.get_by_role("button", name="Hand in").click()
    page.wait_for_url("**/result")
    expect(page.locator(".late")).to_contain_text("1 answer came too late")
    assert student.kept_in_browser() == {}


def test_the_end_waits_for_a_server_in_trouble(student: Student, server_clock: ServerClock) -> None:
    page = student.page
    page.on("dialog", lambda dialog: dialog.accept())
    student.start(minutes=10)
    address = page.url
    page.route("**/answers/*", lambda route: route.abort())
    student.answer(1)
    expect(student.state).to_contain_text("no connection")
    server_clock.move(TEN + 31)
    page.goto("about:blank")
    tries: list[str] = []

    def fail_once(route: Route) -> None:
        tries.append(route.request.post_data or "")
        if len(tries) == 1:
            route.fulfill(status=503)
        else:
            route.continue_()

    page.route("**/api/attempts/*/hand-in", fail_once)
    page.goto(address)
    page.get_by_role("button", name="Hand in").click()
    page.wait_for_url("**/result")
    assert len(tries) == 2
    assert "response" in tries[1]
    expect(page.locator(".late")).to_contain_text("1 answer came too late")


def test_without_script(open_student: OpenStudent, server_clock: ServerClock) -> None:
    student = open_student(java_script_enabled=False)
    page = student.page
    student.start(minutes=10)
    expect(clock_of(page)).to_have_text("Time left when you opened this page: 10 min")
    student.answer(1)
    page.get_by_role("button", name="5 more minutes").click()
    expect(clock_of(page)).to_have_text("Time left when you opened this page: 15 min")
    assert student.chosen(1)
    student.answer(2)
    server_clock.move(2 * TEN)
    page.get_by_role("button", name="Check my answers").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Time is up")
    page.get_by_role("link", name="Back to the quiz").click()
    student.hand_in()
    expect(page.locator(".late")).to_contain_text("1 answer came too late")
