"""One computer for several students, several devices for one: nothing is mixed up, nothing lost."""

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import OpenStudent, Watch
from tests.browser.student import Student

ANSWERS = "**/api/attempts/*/answers/*"


@pytest.fixture(autouse=True)
def _provoked(watch: Watch) -> None:
    watch.allowed = "Failed to load resource"


def code_of(student: Student) -> str:
    return student.page.locator(".code").inner_text()


def test_the_code_goes_on_at_another_device(student: Student, open_student: OpenStudent) -> None:
    student.start()
    student.answer(1, 1)
    expect(student.state).to_have_text("Saved")
    other = open_student()
    other.go("/")
    other.page.get_by_label("Code").fill(f" {code_of(student).lower().replace('-', ' ')} ")
    other.page.get_by_role("button", name="Continue").click()
    other.page.wait_for_url("**/attempts/*")
    assert other.chosen(1) == student.chosen(1)
    other.turn_to(2)
    other.answer(2)
    expect(other.state).to_have_text("Saved")
    student.page.reload()
    assert student.chosen(2) == other.chosen(2)


def test_a_wrong_code_can_be_mended(student: Student) -> None:
    student.start()
    code = code_of(student)
    student.page.context.clear_cookies()
    student.go("/")
    student.page.get_by_label("Code").fill("2222-2222")
    student.page.keyboard.press("Enter")
    expect(student.page.get_by_role("alert")).to_contain_text("No quiz has this code")
    student.page.get_by_label("Code").fill(code)
    student.page.keyboard.press("Enter")
    student.page.wait_for_url("**/attempts/*")


def test_two_students_in_one_browser_never_meet(student: Student) -> None:
    """The first one leaves unsent answers and an open page; the second sits down."""
    page = student.page
    page.on("dialog", lambda dialog: dialog.accept())
    student.start()
    first = page.url
    student.answer(1, 1)
    expect(student.state).to_have_text("Saved")
    student.turn_to(2)
    student.question(2).get_by_role("button", name="Flag for later").click()
    page.route(ANSWERS, lambda route: route.abort())
    student.answer(2)
    expect(student.state).to_contain_text("no connection")
    assert len(student.kept_in_browser()) == 2
    page.goto("about:blank")
    page.unroute(ANSWERS)
    second = Student(page.context.new_page(), student.address)
    second.go("/practice/harbour")
    second.page.get_by_role("button", name="Start").click()
    expect(second.page.get_by_role("heading", level=1)).to_contain_text("Is it yours?")
    second.page.get_by_role("button", name="This is not me").click()
    second.page.wait_for_url("**/attempts/*")
    assert second.page.url != first
    assert second.kept_in_browser() == {}
    for n in range(1, second.length() + 1):
        assert second.chosen(n) == []
    for address in (first, f"{first.split('#')[0]}/check", f"{first.split('#')[0]}/result"):
        page.goto(address)
        expect(page.get_by_role("heading", level=1)).to_have_text("Nothing here")
    second.answer_all()
    second.check_answers()
    second.hand_in()
    assert second.kept_in_browser() == {}


def test_this_is_not_me_leaves_nothing(student: Student) -> None:
    page = student.page
    student.start()
    student.question(1).get_by_role("button", name="Flag for later").click()
    student.answer(1)
    expect(student.state).to_have_text("Saved")
    address = page.url
    assert student.kept_in_browser()
    page.get_by_role("button", name="This is not me").click()
    expect(page.get_by_role("link", name="The wall")).to_be_visible()
    assert student.kept_in_browser() == {}
    assert page.context.cookies() == []
    page.go_back()
    expect(page.get_by_role("heading", level=1)).to_have_text("Nothing here")
    page.goto(address)
    expect(page.get_by_role("heading", level=1)).to_have_text("Nothing here")


def test_only_what_is_ours_is_wiped_by_the_script(student: Student) -> None:
    page = student.page
    page.route("**/not-me", lambda route: route.fulfill(status=204))
    student.start()
    student.question(1).get_by_role("button", name="Flag for later").click()
    page.evaluate("() => localStorage.setItem('somebody else', 'x')")
    page.get_by_role("button", name="This is not me").click()
    assert student.kept_in_browser() == {"somebody else": "x"}


def test_the_result_is_closed_to_the_next_student(student: Student) -> None:
    page = student.page
    student.start()
    student.check_answers()
    student.hand_in()
    result = page.url
    page.get_by_role("button", name="This is not me").click()
    expect(page.get_by_role("link", name="The wall")).to_be_visible()
    page.goto(result)
    expect(page.get_by_role("heading", level=1)).to_have_text("Nothing here")


def test_a_page_that_lost_its_key_sends_its_answers_with_the_code(student: Student) -> None:
    page = student.page
    student.start()
    code = code_of(student)
    page.context.clear_cookies()
    student.answer(1, 1)
    expect(student.state).to_contain_text("this browser can no longer open your quiz")
    given = student.chosen(1)
    assert any(":1" in name for name in student.kept_in_browser())
    page.get_by_label("Code").fill("2222-2222")
    page.get_by_role("button", name="Send it again").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("can no longer open your quiz")
    page.get_by_label("Code").fill(code.lower())
    page.get_by_role("button", name="Send it again").click()
    page.wait_for_url("**/check")
    expect(page.locator(".checklist [data-state=answered]")).to_have_count(1)
    page.get_by_role("link", name="Back to the questions").click()
    expect(student.state).to_have_text("Saved")
    assert student.chosen(1) == given
    assert student.kept_in_browser() == {}


def test_without_script_a_lost_key_costs_nothing(open_student: OpenStudent) -> None:
    student = open_student(java_script_enabled=False)
    page = student.page
    student.start()
    code = code_of(student)
    student.answer(1)
    student.answer(2, 1)
    page.context.clear_cookies()
    page.get_by_role("button", name="Check my answers").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("can no longer open your quiz")
    page.get_by_label("Code").fill(code)
    page.get_by_role("button", name="Send it again").click()
    expect(page.locator(".checklist [data-state=answered]")).to_have_count(2)
