"""Shared computers: whose the paper is, and leaving without a trace."""

from flask import Flask
from selectolax.lexbor import LexborHTMLParser as Page

from tests.web.cast import Browser, start_practice

SIX = {"length": "6", "time_limit": "10"}


def test_not_me_takes_the_key_and_leads_home(owner: Browser) -> None:
    paper = start_practice(owner)
    reply = owner.post("/not-me")
    assert (reply.status_code, reply.location) == (303, "/")
    assert reply.headers["Clear-Site-Data"] == '"storage"'
    assert owner.get_cookie("byline_student") is None
    assert owner.get(paper).status_code == 404


def test_not_me_is_on_every_page_that_shows_something_of_a_student(owner: Browser) -> None:
    assert 'action="/not-me"' not in owner.get("/practice/orchard").text
    paper = start_practice(owner)
    pages = [owner.get("/practice/orchard").text, owner.get(paper).text]
    owner.post(f"{paper}/hand-in")
    pages.append(owner.get(f"{paper}/result").text)
    for text in pages:
        (form,) = Page(text).css('form[action="/not-me"]')
        assert "data-wipe" in form.attributes
        (button,) = Page(text).css(f'button[form="{form.attributes["id"]}"]')
        assert button.text() == "This is not me"
        assert "leaving." in text


def test_an_open_paper_is_asked_about_before_another_is_drawn(owner: Browser) -> None:
    paper = start_practice(owner)
    asked = owner.post("/practice/orchard", data=SIX)
    assert asked.status_code == 200
    page = Page(asked.text)
    assert page.css(f'a[href="{paper}"]')
    forms = page.css('form[action="/practice/orchard"]')
    assert len(forms) == 2
    for form in forms:
        fields = {one.attributes["name"]: one.attributes["value"] for one in form.css("input")}
        assert fields == SIX
    assert [button.attributes["value"] for button in page.css("button")] == ["mine", "new"]


def test_the_owner_may_start_another_one(owner: Browser) -> None:
    first = start_practice(owner)
    reply = owner.post("/practice/orchard", data=SIX | {"whose": "mine"})
    assert "Clear-Site-Data" not in reply.headers
    assert [owner.get(one).status_code for one in (first, str(reply.location))] == [200, 200]


def test_another_student_starts_with_a_key_of_their_own(owner: Browser) -> None:
    first = start_practice(owner)
    before = owner.get_cookie("byline_student")
    reply = owner.post("/practice/orchard", data=SIX | {"whose": "new"})
    assert reply.headers["Clear-Site-Data"] == '"storage"'
    assert owner.get_cookie("byline_student") != before
    assert [owner.get(one).status_code for one in (first, str(reply.location))] == [404, 200]


def test_after_handing_in_the_next_start_has_a_key_of_its_own(owner: Browser) -> None:
    """The page does not ask then: it may be the next student, to whom the last result is none."""
    paper = start_practice(owner)
    owner.post(f"{paper}/hand-in")
    assert owner.get(f"{paper}/result").status_code == 200
    reply = owner.post("/practice/orchard", data=SIX)
    assert reply.status_code == 303
    assert owner.get(str(reply.location)).status_code == 200
    assert owner.get(f"{paper}/result").status_code == 404


def test_under_tls_the_key_of_this_host_is_dropped(site: Flask, owner: Browser) -> None:
    reply = owner.post(
        "/not-me", base_url="https://localhost", headers={"Origin": "https://localhost"}
    )
    assert reply.headers["Set-Cookie"].startswith("__Host-byline_student=; ")
    assert "Secure" in reply.headers["Set-Cookie"]
    assert site.config["TRUSTED_HOSTS"] is None
