"""Going on by code: at another device, and with a form that has lost its key."""

from dataclasses import replace
from typing import Any

import pytest
from flask import Flask
from selectolax.lexbor import LexborHTMLParser as Page

from app.classroom.resuming import KEPT_OPEN, MISSES_OF_ONE
from app.classroom.services import now
from app.web.site.current import move_in
from app.web.student.resume import address_hash
from tests.web.cast import Browser, Program, all_forms, browser_of, items_of, start_practice, stored


def code_on(page: str) -> str:
    """The resume code that a page shows."""
    (code,) = Page(page).css(".code")
    return code.text()


@pytest.fixture
def paper(owner: Browser) -> str:
    return start_practice(owner)


@pytest.fixture
def code(owner: Browser, paper: str) -> str:
    return code_on(owner.get(paper).text)


def hidden_fields(page: str) -> dict[str, Any]:
    """What the form that asks for a code keeps."""
    (form,) = [form for form in Page(page).css("form") if form.css("#code")]
    found: dict[str, Any] = {}
    for field in form.css("input[type=hidden]"):
        found.setdefault(str(field.attributes["name"]), []).append(field.attributes["value"] or "")
    return found


@pytest.mark.parametrize("change", [str, str.lower, lambda code: code.replace("-", "  ")])
def test_a_code_leads_to_the_paper(
    owner: Browser, stranger: Browser, paper: str, code: str, change: Any
) -> None:
    owner.post(f"{paper}/answers", data=all_forms(items_of(owner, paper)))
    reply = stranger.post("/resume", data={"code": change(code)})
    assert (reply.status_code, reply.location) == (303, paper)
    assert stored(stranger, paper) == stored(owner, paper)
    assert owner.get(paper).status_code == 200


def test_the_result_shows_the_code_and_the_code_the_result(
    owner: Browser, stranger: Browser, paper: str, code: str
) -> None:
    owner.post(f"{paper}/hand-in")
    assert code_on(owner.get(f"{paper}/result").text) == code
    assert stranger.post("/resume", data={"code": code}).location == paper
    assert stranger.get(f"{paper}/result").status_code == 200


def test_a_program_goes_on_by_code(site: Flask, owner: Browser, paper: str, code: str) -> None:
    program = Program(site)
    reply = program.send("POST", "/api/resume", {"code": code})
    assert reply.get_json()["id"] == paper.rsplit("/", 1)[-1]
    program.token = reply.get_json()["token"]
    assert program.send("GET", f"/api{paper}").get_json() == owner.get(f"/api{paper}").get_json()
    assert program.send("POST", "/api/resume", {"code": "2222-2222"}).status_code == 404


def test_a_browser_goes_on_with_its_own_key(stranger: Browser, paper: str, code: str) -> None:
    start_practice(stranger)
    assert "token" not in stranger.post("/api/resume", json={"code": code}).get_json()
    assert stranger.get(paper).status_code == 200


def test_a_wrong_code_is_named_and_can_be_mended(stranger: Browser) -> None:
    reply = stranger.post("/resume", data={"code": "abcd-efgg"})
    page = Page(reply.text)
    assert reply.status_code == 404
    (field,) = page.css("#code")
    assert field.attributes["value"] == "abcd-efgg"
    assert field.attributes["aria-invalid"] == "true"
    assert "Set-Cookie" not in reply.headers


def test_the_twenty_first_miss_has_to_wait_and_a_right_code_passes(
    site: Flask, stranger: Browser, paper: str, code: str
) -> None:
    for _ in range(MISSES_OF_ONE):
        assert stranger.post("/resume", data={"code": "2222-2222"}).status_code == 404
    reply = stranger.post("/resume", data={"code": "2222-2222"})
    assert reply.status_code == 429
    assert int(reply.headers["Retry-After"]) > 0
    assert browser_of(site).post("/resume", data={"code": code}).location == paper


def test_a_student_gets_a_new_code_and_keeps_what_the_form_holds(
    owner: Browser, paper: str, code: str
) -> None:
    sent = all_forms(items_of(owner, paper))
    assert owner.post(f"{paper}/new-code", data=sent).location == paper
    page = Page(owner.get(paper).text)
    (shown,) = page.css("strong.code")
    assert shown.text() != code
    assert len(stored(owner, paper)) == 6
    (button,) = page.css("button[formaction$='/new-code']")
    assert button.attributes["formaction"] == f"{paper}/new-code"


def test_a_result_offers_a_new_code_until_the_code_has_ended(
    site: Flask, owner: Browser, paper: str, code: str
) -> None:
    owner.post(f"{paper}/hand-in")
    assert code in owner.get(f"{paper}/result").text
    assert owner.post(f"{paper}/new-code").location == paper
    assert code not in owner.get(f"{paper}/result").text
    services = site.extensions["byline.services"]
    later = replace(services, clock=lambda: now() + KEPT_OPEN)
    move_in(site, later)
    assert not Page(owner.get(f"{paper}/result").text).css("strong.code, [form='new-code']")


def test_three_hundred_right_codes_from_one_school_pass(site: Flask, code: str) -> None:
    for _ in range(300):
        assert browser_of(site).post("/resume", data={"code": code}).status_code == 303


def test_addresses_are_kept_as_keyed_hashes_only(site: Flask, stranger: Browser) -> None:
    stranger.post("/resume", data={"code": "2222-2222"}, environ_base={"REMOTE_ADDR": "192.0.2.7"})
    with site.extensions["byline.services"].store.reading() as connection:
        (kept,) = connection.exec_driver_sql("SELECT address_hash FROM code_misses").scalars()
    assert b"192" not in kept

    def hashed(address: str) -> bytes:
        with site.test_request_context(environ_base={"REMOTE_ADDR": address}):
            return address_hash()

    assert kept == hashed("192.0.2.7") != hashed("192.0.2.8")
    assert hashed("2001:db8:1:2::1") == hashed("2001:db8:1:2:ffff::9") != hashed("2001:db8:1:3::1")
    site.secret_key = "another secret of at least 32 letters"
    assert kept != hashed("192.0.2.7")


def test_a_browser_that_holds_another_open_paper_is_asked(
    stranger: Browser, paper: str, code: str
) -> None:
    own = start_practice(stranger)
    asked = stranger.post("/resume", data={"code": code})
    assert asked.status_code == 200
    assert f'href="{own}"' in asked.text
    assert stranger.get(paper).status_code == 404
    mine = stranger.post("/resume", data={"code": code, "whose": "mine"})
    assert mine.location == paper
    assert [stranger.get(one).status_code for one in (own, paper)] == [200, 200]


def test_a_newcomer_takes_nothing_of_the_paper_before(
    stranger: Browser, paper: str, code: str
) -> None:
    own = start_practice(stranger)
    reply = stranger.post("/resume", data={"code": code, "whose": "new"})
    assert reply.location == paper
    assert reply.headers["Clear-Site-Data"] == '"storage"'
    assert [stranger.get(one).status_code for one in (own, paper)] == [404, 200]


# --- A form that has lost its key ---


@pytest.mark.parametrize("cookie", [None, "x" * 43, "one of somebody else"])
@pytest.mark.parametrize("where", ["answers", "answers/2", "hand-in"])
def test_no_lost_cookie_costs_an_answer(
    owner: Browser, stranger: Browser, paper: str, code: str, where: str, cookie: str | None
) -> None:
    if cookie and "else" in cookie:
        start_practice(stranger)
    elif cookie:
        stranger.set_cookie("byline_student", cookie)
    items = items_of(owner, paper)
    sent = all_forms(items)
    lost = stranger.post(f"{paper}/{where}", data=sent)
    assert lost.status_code == 404
    kept = hidden_fields(lost.text)
    assert kept == {name: one if isinstance(one, list) else [one] for name, one in sent.items()}
    wrong = stranger.post(f"{paper}/{where}", data=kept | {"code": "2222-2222"})
    assert wrong.status_code == 404
    assert hidden_fields(wrong.text).keys() == kept.keys()
    again = stranger.post(f"{paper}/{where}", data=kept | {"code": code})
    assert again.status_code == 303
    assert len(stored(owner, paper)) == 6
    assert stranger.get(paper).status_code in (200, 303)


def test_what_was_posted_is_kept_as_text(stranger: Browser, paper: str) -> None:
    sent = {"a1": ["<b>&\"'", "b"], "a2": "", "r1": "0"}
    kept = hidden_fields(stranger.post(f"{paper}/answers", data=sent).text)
    assert kept == {"a1": ["<b>&\"'", "b"], "a2": [""], "r1": ["0"]}


def test_a_code_sent_with_a_form_keeps_other_papers_apart(
    stranger: Browser, paper: str, code: str
) -> None:
    """The key in the browser may be another student's, whose paper must not come along."""
    other = start_practice(stranger)
    assert stranger.post(f"{paper}/answers", data={"code": code}).status_code == 303
    assert [stranger.get(one).status_code for one in (paper, other)] == [200, 404]


def test_the_code_of_another_paper_does_not_open_this_one(
    owner: Browser, stranger: Browser, paper: str
) -> None:
    other = code_on(owner.get(start_practice(owner)).text)
    reply = stranger.post(f"{paper}/answers", data={"code": other, "r1": "0"})
    assert reply.status_code == 404
    assert stranger.get(paper).status_code == 404


def test_too_many_wrong_codes_keep_the_form_too(stranger: Browser, paper: str) -> None:
    sent = {"code": "2222-2222", "r1": "0"}
    for _ in range(MISSES_OF_ONE):
        stranger.post(f"{paper}/answers", data=sent)
    reply = stranger.post(f"{paper}/answers", data=sent)
    assert reply.status_code == 429
    assert hidden_fields(reply.text) == {"r1": ["0"]}
