"""A time limit on the pages and in the API, with the server's clock moved by hand."""

from collections.abc import Iterator
from datetime import datetime
from typing import Any

import pytest
from flask import Flask
from selectolax.lexbor import LexborHTMLParser as Page

from app.classroom.services import open_services
from app.config import Settings
from app.web.site.current import move_in
from tests.classroom.conftest import Clock
from tests.kept import put_database
from tests.web.cast import Browser, Program, all_forms, browser_of, items_of, start_practice, stored

TEN = 600
AFTER = TEN + 31


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def site(application: Flask, settings: Settings, clock: Clock) -> Iterator[Flask]:
    put_database(settings)
    services = open_services(settings, clock=clock)
    move_in(application, services)
    yield application
    services.store.let_go()


@pytest.fixture
def paper(owner: Browser) -> str:
    """The address of a paper of ten minutes."""
    return start_practice(owner, time_limit="10")


def answer(owner: Browser, paper: str, n: int, revision: int = 0, place: int = 0) -> Any:
    """Save an option of that place by the API; the reply as JSON."""
    item = items_of(owner, paper)[n - 1]
    option = item["options"][place]["id"]
    response: Any = [option] if item["kind"] == "multiple" else option
    if "rows" in item:
        response = {row["id"]: option for row in item["rows"]}
    sent = {"response": response, "revision": revision}
    reply = owner.put(f"/api{paper}/answers/{n}", json=sent)
    return reply.get_json(force=True) | {"http": reply.status_code}


def test_the_practice_page_offers_no_limit_and_four(owner: Browser) -> None:
    options = Page(owner.get("/practice/orchard").text).css("#time_limit option")
    assert [one.attributes["value"] or "" for one in options] == ["", "10", "20", "30", "45"]
    without = owner.get(start_practice(owner))
    assert "clock.js" not in without.text
    assert "Time left" not in without.text


@pytest.mark.parametrize("limit", ["5", "0", "-10", "x", "10 "])
def test_no_other_limit_is_taken(owner: Browser, limit: str) -> None:
    data = {"length": "6", "time_limit": limit}
    assert owner.post("/practice/orchard", data=data).status_code == 400


def test_every_reply_on_an_open_paper_tells_the_time(
    owner: Browser, paper: str, clock: Clock
) -> None:
    clock.move(60)
    shown = owner.get(f"/api{paper}").get_json()
    time = owner.get(f"/api{paper}/time").get_json()
    saved = answer(owner, paper, 1)
    stale = answer(owner, paper, 1, place=1)
    assert [saved["http"], stale["http"]] == [200, 409]
    for reply in (shown, time, saved, stale):
        assert reply["remaining"] == 540
        assert datetime.fromisoformat(reply["deadline"]).timestamp() == clock().timestamp() + 540
    assert time["state"] == "open"
    assert "Time left when you opened this page: 9 min" in owner.get(paper).text
    assert "Time left when you opened this page: 9 min" in owner.get(f"{paper}/check").text


def test_a_paper_without_a_limit_says_nothing_of_time(owner: Browser) -> None:
    paper = start_practice(owner)
    assert owner.get(f"/api{paper}/time").get_json() == {"state": "open"}
    for reply in (owner.get(f"/api{paper}").get_json(), answer(owner, paper, 1)):
        assert not {"remaining", "deadline"} & set(reply)
    assert owner.post(f"/api{paper}/more-time").status_code == 409


def test_programs_may_set_any_limit(program: Program, clock: Clock) -> None:
    document = program.open_attempt(time_limit=7)
    assert document["remaining"] == 420
    clock.move(421)
    address = f"/api/attempts/{document['id']}"
    assert program.send("GET", address).get_json()["remaining"] == 0


@pytest.mark.parametrize("minutes", [0, 601, "10", 1.5])
def test_programs_may_not_set_what_cannot_be(program: Program, minutes: object) -> None:
    reply = program.send("POST", "/api/attempts", {"bank": "orchard", "time_limit": minutes})
    assert [error["field"] for error in reply.get_json()["errors"]] == ["time_limit"]


def test_a_late_answer_learns_so(owner: Browser, paper: str, clock: Clock) -> None:
    clock.move(TEN + 30)
    assert answer(owner, paper, 1)["http"] == 200
    clock.move(1)
    late = answer(owner, paper, 2)
    assert (late["http"], late["remaining"]) == (409, 0)
    assert late["type"] == "urn:problem-type:byline:time-up"
    assert set(stored(owner, paper)) == {1}


def test_a_late_form_is_kept_and_leads_to_the_hand_in(
    owner: Browser, paper: str, clock: Clock
) -> None:
    sent = all_forms(items_of(owner, paper))
    clock.move(AFTER)
    reply = owner.post(f"{paper}/answers", data=sent)
    assert reply.status_code == 409
    assert "came too late to count" in reply.text
    assert f'href="{paper}"' in reply.text
    owner.post(f"{paper}/hand-in")
    assert "6 answers came too late" in owner.get(f"{paper}/result").text
    assert owner.get(f"/api{paper}/result").get_json()["late"] == 6


@pytest.mark.parametrize("page", ["", "/check"])
def test_a_paper_past_its_end_has_one_button(
    owner: Browser, paper: str, clock: Clock, page: str
) -> None:
    answer(owner, paper, 1)
    clock.move(TEN - 1)
    assert "<title>Time is up" not in owner.get(paper + page).text
    clock.move(1)
    shown = Page(owner.get(paper + page).text)
    assert [title.text() for title in shown.css("h1")] == ["Time is up"]
    assert [button.text() for button in shown.css("button")] == ["Hand in"]
    clock.move(86_400)
    assert owner.get(f"{paper}/result").location == paper
    (form,) = shown.css("form")
    assert owner.post(str(form.attributes["action"])).status_code == 303
    result = owner.get(f"/api{paper}/result").get_json()
    assert sum(item["response"] is not None for item in result["items"]) == 1
    assert result["late"] == 0


def test_looking_at_a_paper_past_its_end_changes_nothing(
    owner: Browser, paper: str, clock: Clock
) -> None:
    clock.move(AFTER)
    for _ in range(2):
        owner.get(paper)
        assert owner.get(f"/api{paper}/time").get_json()["state"] == "open"


def test_five_more_minutes_save_the_form_too(owner: Browser, paper: str, clock: Clock) -> None:
    sent = all_forms(items_of(owner, paper))
    clock.move(TEN - 60)
    reply = owner.post(f"{paper}/more-time", data=sent)
    assert (reply.status_code, reply.location) == (303, paper)
    assert len(stored(owner, paper)) == 6
    assert owner.get(f"/api{paper}/time").get_json()["remaining"] == 360
    assert owner.post(f"/api{paper}/more-time").get_json()["remaining"] == 660


def test_again_has_the_same_limit(owner: Browser, paper: str) -> None:
    owner.post(f"/api{paper}/more-time")
    owner.post(f"{paper}/hand-in")
    again = str(owner.post(f"{paper}/again").location)
    assert owner.get(f"/api{again}/time").get_json()["remaining"] == TEN


def test_a_stranger_cannot_give_time(site: Flask, owner: Browser, paper: str) -> None:
    stranger = browser_of(site)
    start_practice(stranger)
    assert stranger.post(f"{paper}/more-time").status_code == 404
    assert owner.get(f"/api{paper}/time").get_json()["remaining"] == TEN
