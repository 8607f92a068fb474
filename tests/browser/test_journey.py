"""What happens on the way from the first page to the result; `test_ways.py` walks it whole."""

from playwright.sync_api import Locator, Page, expect

from tests.browser.conftest import OpenStudent
from tests.browser.student import Student


def heading(page: Page) -> Locator:
    return page.get_by_role("heading", level=1)


def expect_full_result(page: Page, questions: int) -> None:
    expect(heading(page)).to_contain_text(f"of {questions} points")
    reviews = page.locator(".review")
    expect(reviews).to_have_count(questions)
    for review in reviews.all():
        expect(review.locator(".standing")).to_contain_text("ight")
        expect(review.locator(".because")).to_contain_text("Why:")
        expect(review.locator(".verdicts .right, .verdicts .missed").first).to_be_visible()
    expect(page.locator(".evidence mark").first).to_be_visible()


def test_with_script(student: Student) -> None:
    page = student.page
    student.go("/")
    page.get_by_role("link", name="The wall").click()
    page.get_by_label("6", exact=True).check()
    page.get_by_role("button", name="Start").click()
    expect(student.state).to_have_text("Your answers are saved as you give them.")
    expect(student.question(1)).to_be_visible()
    expect(student.question(2)).to_be_hidden()
    student.answer_all()
    expect(page.locator("#tally")).to_have_text("6 of 6 answered")
    student.check_answers()
    expect(page.get_by_text("Every question is answered.")).to_be_visible()
    student.hand_in()
    expect_full_result(page, 6)
    page.get_by_role("button", name="Again with other questions").click()
    expect(page.locator("#tally")).to_have_text("0 of 6 answered")


def test_without_script(open_student: OpenStudent) -> None:
    student = open_student(java_script_enabled=False)
    page = student.page
    student.start()
    for n in range(1, 7):
        expect(student.question(n)).to_be_visible()
    student.answer(1)
    student.question(1).get_by_role("button", name="Save").click()
    expect(page).to_have_url(page.url.split("#")[0] + "#q1")
    assert student.chosen(1)
    expect(student.entry(1)).to_contain_text("answered")
    for n in range(2, 6):
        student.answer(n)
    student.check_answers()
    expect(page.locator(".checklist [data-state=open]")).to_have_count(1)
    page.get_by_role("link", name="Answer").click()
    assert len(student.chosen(5)) >= 1
    student.answer(6)
    student.check_answers()
    student.hand_in()
    expect_full_result(page, 6)


def test_enter_in_a_field_sends_nothing_away(student: Student) -> None:
    student.start()
    student.question(1).locator("input").first.focus()
    student.page.keyboard.press("Enter")
    student.answer(1)
    expect(student.state).to_have_text("Saved")
    expect(student.question(1)).to_be_visible()


def touch(target: Locator) -> None:
    """Tap where something is: Playwright's own tap scrolls a bar that is stuck to the top."""
    box = target.bounding_box()
    assert box
    target.page.touchscreen.tap(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)


def test_by_touch_on_a_phone(open_student: OpenStudent) -> None:
    student = open_student(viewport={"width": 360, "height": 640}, has_touch=True, is_mobile=True)
    page = student.page
    student.start()
    parts = page.get_by_role("navigation", name="Parts of this page")
    expect(page.locator("#p1")).to_be_visible()
    expect(student.question(1)).to_be_hidden()
    page.locator("#p4").scroll_into_view_if_needed()
    depth = page.evaluate("() => scrollY")
    touch(parts.get_by_role("link", name="Questions"))
    expect(page.locator("#p1")).to_be_hidden()
    for n in range(1, 7):
        for group in student.groups(n):
            group.locator(".option").first.tap()
        if n < 6:
            page.get_by_role("link", name="Next").tap()
            expect(student.question(n + 1).locator("h3")).to_be_in_viewport()
    touch(parts.get_by_role("link", name="Text"))
    assert page.evaluate("() => scrollY") == depth, "the text is where the reader left it"
    touch(parts.get_by_role("link", name="Questions"))
    page.get_by_role("button", name="Check my answers").tap()
    page.get_by_role("button", name="Hand in").tap()
    expect_full_result(page, 6)


def test_another_article_is_an_equal_choice(student: Student) -> None:
    page = student.page
    student.go("/practice/garden")
    this, other = page.locator(".pair a").all()
    assert this.bounding_box()["height"] == other.bounding_box()["height"]  # type: ignore[index]  # both are visible
    other.click()
    expect(heading(page)).to_have_text("The wall")


def test_the_list_of_questions_says_how_each_stands(student: Student) -> None:
    student.start()
    expect(student.entry(1)).to_contain_text("open")
    student.question(1).get_by_role("button", name="Flag for later").click()
    expect(student.entry(1)).to_contain_text("open, flagged")
    student.answer(1)
    expect(student.entry(1)).to_contain_text("answered, flagged")
    expect(student.state).to_have_text("Saved")
    student.page.reload()
    expect(student.entry(1)).to_contain_text("answered, flagged")
    student.question(1).get_by_role("button", name="Remove the flag").click()
    expect(student.entry(1)).not_to_contain_text("flagged")


def test_back_forward_and_reload_keep_the_question(student: Student) -> None:
    page = student.page
    student.start()
    page.get_by_role("link", name="Next").click()
    student.answer(2)
    expect(student.state).to_have_text("Saved")
    page.get_by_role("link", name="Next").click()
    expect(student.question(3)).to_be_visible()
    page.go_back()
    expect(student.question(2)).to_be_visible()
    page.reload()
    expect(student.question(2)).to_be_visible()
    assert student.chosen(2)
    page.go_forward()
    expect(student.question(3)).to_be_visible()


def test_the_check_leads_back_to_the_question(student: Student) -> None:
    student.start()
    student.check_answers()
    student.page.locator(".checklist a").nth(3).click()
    expect(student.question(4)).to_be_visible()
    expect(student.question(4).locator("> fieldset > legend")).to_be_focused()


def test_evidence_leads_to_its_paragraph(student: Student) -> None:
    page = student.page
    student.start()
    student.check_answers()
    student.hand_in()
    link = page.locator(".evidence a").first
    link.click()
    target = page.locator(link.get_attribute("href") or "")
    expect(target).to_be_in_viewport()
    quoted = page.locator(".evidence mark").first.inner_text()
    assert quoted in target.inner_text()
