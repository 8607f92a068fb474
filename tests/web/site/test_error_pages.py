"""Every kind of trouble as a page and as JSON, with an id and without anything of the inside."""

import pytest
from flask import Flask
from selectolax.lexbor import LexborHTMLParser as Page

from app import errors
from app.web.site import error_pages, error_texts
from tests.web.cast import Browser, form_fields, paper_of, start_practice

FAULTS: dict[int, Exception] = {
    400: errors.BadInput("This was not understood."),
    403: errors.NotPermitted("This is refused."),
    404: errors.NotFound("This is not there."),
    409: errors.AttemptClosed(),
    413: errors.TooLarge("This is too large."),
    429: errors.TooManyRequests("This was too often."),
    500: ValueError("Internal-word /srv/secret"),
    503: errors.Unavailable("This was not saved."),
}


@pytest.fixture(params=sorted(FAULTS))
def status(request: pytest.FixtureRequest, site: Flask, monkeypatch: pytest.MonkeyPatch) -> int:
    """Have the first page and the API's description fail with a status."""
    number = int(request.param)

    def broken() -> str:
        raise FAULTS[number]

    monkeypatch.setitem(site.view_functions, "home.contents", broken)
    monkeypatch.setitem(site.view_functions, "openapi.describe", broken)
    return number


def test_a_person_gets_a_page(status: int, owner: Browser) -> None:
    reply = owner.get("/")
    page = Page(reply.text)
    assert reply.status_code == status
    assert page.css_first("h1") is not None
    assert reply.headers["X-Request-ID"] in reply.text
    assert "Internal-word" not in reply.text
    assert "Traceback" not in reply.text


def test_a_program_gets_a_problem_document(status: int, owner: Browser) -> None:
    reply = owner.get("/api/openapi.json")
    document = reply.get_json(force=True)
    assert reply.status_code == document["status"] == status
    assert reply.mimetype == "application/problem+json"
    assert document["request_id"] == reply.headers["X-Request-ID"]
    assert document["title"]
    assert "Internal-word" not in reply.text


@pytest.mark.parametrize("kind", [errors.BadInput, errors.MalformedResponse, errors.Conflict])
def test_what_an_exception_says_is_for_programs(
    kind: type[errors.BylineError], site: Flask, owner: Browser, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken() -> str:
        raise kind("The id of a row is wrong.")

    monkeypatch.setitem(site.view_functions, "home.contents", broken)
    monkeypatch.setitem(site.view_functions, "openapi.describe", broken)
    page = Page(owner.get("/", headers={"Accept-Language": "es"}).text)
    shown = "".join(part.text() for part in page.css("main"))
    assert "The id of a row" not in shown
    assert "Vuelve atrás" in shown or "mientras tanto" in shown
    detail = owner.get("/api/openapi.json").get_json(force=True)["detail"]
    assert detail == "The id of a row is wrong."


def test_every_exception_of_ours_has_words() -> None:
    found = {kind.status for kind in subclasses(errors.BylineError)}
    assert found - set(error_texts.WORDS) == set()


def subclasses(kind: type[errors.BylineError]) -> set[type[errors.BylineError]]:
    below = {one for child in kind.__subclasses__() for one in subclasses(child)}
    return below | {kind}


def test_a_wrong_method_names_the_right_ones(owner: Browser) -> None:
    reply = owner.delete("/practice/orchard")
    assert reply.status_code == 405
    assert {"GET", "POST"} <= set(reply.headers["Allow"].split(", "))
    assert owner.delete("/api/attempts").get_json(force=True)["status"] == 405


def test_trouble_that_passes_says_when_to_come_back(
    owner: Browser, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise errors.Unavailable("The disk is full.")

    monkeypatch.setattr("app.web.api.routes.save_answer", full)
    address = start_practice(owner)
    reply = owner.put(f"/api{address}/answers/1", json={"response": None, "revision": 0})
    assert reply.status_code == 503
    assert int(reply.headers["Retry-After"]) > 0


def test_a_form_that_was_not_saved_can_be_sent_again(
    owner: Browser, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise errors.Unavailable("The disk is full.")

    address = start_practice(owner)
    sent = form_fields(paper_of(owner, address)["paper"]["items"][0])
    with monkeypatch.context() as patch:
        patch.setattr("app.web.student.attempt.save_answers", full)
        reply = owner.post(f"{address}/answers", data=sent)
    assert reply.status_code == 503
    form = next(form for form in Page(reply.text).css("form") if form.attributes["method"])
    kept = {field.attributes["name"]: field.attributes["value"] for field in form.css("input")}
    flat = {name: value[0] if isinstance(value, list) else value for name, value in sent.items()}
    assert kept == flat
    assert form.attributes["action"] == f"{address}/answers"
    again = owner.post(str(form.attributes["action"]), data=kept)
    assert again.status_code == 303
    assert len(paper_of(owner, address)["answers"]) == 1


def test_what_another_site_sent_cannot_be_sent_again(owner: Browser) -> None:
    reply = owner.post(
        "/practice/orchard", data={"length": "6"}, headers={"Origin": "https://evil.example"}
    )
    assert reply.status_code == 403
    assert Page(reply.text).css("form") == []


def test_a_page_that_fails_itself_still_answers(
    owner: Browser, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object, **__: object) -> str:
        raise RuntimeError("Internal-word")

    monkeypatch.setattr(error_pages, "render_template", broken)
    reply = owner.get("/nowhere")
    assert reply.status_code == 404
    assert reply.headers["X-Request-ID"] in reply.text
    assert "Internal-word" not in reply.text
