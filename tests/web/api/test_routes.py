"""The practice as JSON, as a program without cookies does it."""

from typing import Any

import pytest
from flask import Flask

from tests.web.cast import Browser, Program, first_answer, start_practice


def opened(program: Program, **wish: Any) -> tuple[str, list[Any]]:
    """The address of a new attempt, and its items."""
    document = program.open_attempt(**{"seed": 1} | wish)
    return f"/api/attempts/{document['id']}", document["paper"]["items"]


def test_a_whole_practice(program: Program) -> None:
    address, items = opened(program, seed=7, blueprint={"facts": 2, "sourcing": 1, "framing": 0})
    assert [item["n"] for item in items] == [1, 2, 3]
    for item in items:
        saved = program.send(
            "PUT", f"{address}/answers/{item['n']}", {"response": first_answer(item), "revision": 0}
        ).get_json()
        assert saved["revision"] == 1
        assert saved["saved_at"].endswith("+00:00")
    shown = program.send("GET", address).get_json()
    assert shown["state"] == "open"
    assert [answer["n"] for answer in shown["answers"]] == [1, 2, 3]
    done = program.send("POST", f"{address}/hand-in").get_json()
    assert done == {"state": "handed-in", "result_url": f"{address}/result"}
    result = program.send("GET", done["result_url"]).get_json()
    assert result["of"] == 3
    assert result["points"] == pytest.approx(sum(item["mark"] for item in result["items"]))
    assert set(result["skills"]) == {"facts", "sourcing"}


def test_the_same_seed_draws_the_same_paper(program: Program) -> None:
    assert opened(program, seed=3)[1] == opened(program, seed=3)[1] != opened(program, seed=4)[1]


def test_the_reply_names_the_address(program: Program) -> None:
    document = program.open_attempt()
    assert program.seen[-1].headers["Location"] == f"/api/attempts/{document['id']}"
    assert "Set-Cookie" not in program.seen[-1].headers
    assert len(document["token"]) >= 43


def test_every_attempt_has_a_token_of_its_own(program: Program, site: Flask) -> None:
    address, _ = opened(program)
    other = Program(site)
    other.open_attempt()
    assert other.send("GET", address).status_code == 404
    assert program.send("GET", address).status_code == 200


def test_a_browsers_key_holds_what_it_opens_and_is_not_shown(owner: Browser) -> None:
    start_practice(owner)
    reply = owner.post("/api/attempts", json={"bank": "orchard"})
    cookie = owner.get_cookie("byline_student")
    assert cookie is not None
    assert "token" not in reply.get_json()
    assert cookie.value not in reply.text
    assert owner.get(f"/attempts/{reply.get_json()['id']}").status_code == 200


def test_a_stale_answer_gets_what_is_stored(program: Program) -> None:
    address, items = opened(program)
    options = [option["id"] for option in choice_in(items)["options"]]
    path = f"{address}/answers/{choice_in(items)['n']}"
    program.send("PUT", path, {"response": options[0], "revision": 0})
    stale = program.send("PUT", path, {"response": options[1], "revision": 0})
    told = stale.get_json(force=True)
    assert stale.status_code == 409
    assert stale.mimetype == "application/problem+json"
    assert (told["revision"], told["response"]) == (1, options[0])
    assert told["type"].endswith("stale-answer")
    same = program.send("PUT", path, {"response": options[0], "revision": 0})
    assert (same.status_code, same.get_json()["revision"]) == (200, 1)


def choice_in(items: list[Any]) -> Any:
    """The first question of the kind choice."""
    return next(item for item in items if item["kind"] == "choice")


def test_handing_in_twice_changes_nothing(program: Program) -> None:
    address, items = opened(program)
    item = choice_in(items)
    last = {str(item["n"]): {"response": first_answer(item), "revision": 0}}
    first = program.send("POST", f"{address}/hand-in", {"answers": last})
    result = program.send("GET", f"{address}/result").text
    second = program.send("POST", f"{address}/hand-in", {"answers": {}})
    assert first.get_json() == second.get_json()
    assert program.send("GET", f"{address}/result").text == result
    given = [entry["response"] for entry in program.seen[-1].get_json()["items"]]
    assert given.count(None) == len(items) - 1


def test_a_late_answer_is_refused(program: Program) -> None:
    address, items = opened(program)
    program.send("POST", f"{address}/hand-in")
    late = program.send(
        "PUT", f"{address}/answers/1", {"response": first_answer(items[0]), "revision": 0}
    )
    assert late.status_code == 409
    assert late.get_json(force=True)["type"].endswith("attempt-closed")
    shown = program.send("GET", address).get_json()
    assert (shown["state"], shown["answers"]) == ("handed-in", [])


@pytest.mark.parametrize(
    ("wish", "status", "word"),
    [
        ({}, 400, "bank"),
        ({"bank": 3}, 400, "bank"),
        ({"bank": "nowhere"}, 404, "nowhere"),
        ({"bank": "../orchard"}, 404, "bank"),
        ({"bank": "orchard", "seed": "7"}, 400, "seed"),
        ({"bank": "orchard", "seed": -1}, 400, "seed"),
        ({"bank": "orchard", "seed": 2**63}, 400, "seed"),
        ({"bank": "orchard", "score": 1}, 400, "score"),
        ({"bank": "orchard", "blueprint": []}, 400, "blueprint"),
        ({"bank": "orchard", "blueprint": {"facts": -1}}, 400, "facts"),
        ({"bank": "orchard", "blueprint": {"jokes": 1}}, 400, "jokes"),
        ({"bank": "orchard", "blueprint": {}}, 201, "paper"),
        ({"bank": "orchard", "blueprint": {"facts": 50}}, 400, "50"),
        ({"bank": "orchard", "blueprint": {"always": ["qx-other"]}}, 400, "qx-other"),
    ],
)
def test_a_wish_is_granted_or_refused_plainly(
    program: Program, wish: Any, status: int, word: str
) -> None:
    reply = program.send("POST", "/api/attempts", wish)
    assert (reply.status_code, word in reply.text) == (status, True), reply.text


@pytest.mark.parametrize(
    ("n", "body", "status"),
    [
        ("1", {"response": "nonsense", "revision": 0}, 400),
        ("1", {"response": 5, "revision": 0}, 400),
        ("1", {"response": None}, 400),
        ("1", {"response": None, "revision": 0, "mark": 1}, 400),
        ("1", [], 400),
        ("0", {"response": None, "revision": 0}, 404),
        ("99", {"response": None, "revision": 0}, 404),
        ("-1", {"response": None, "revision": 0}, 404),
        ("9" * 400, {"response": None, "revision": 0}, 404),
        ("1", {"response": "a" * 5000, "revision": 0}, 413),
        ("1", {"response": None, "revision": 0}, 200),
    ],
)
def test_an_answer_is_taken_or_refused_plainly(
    program: Program, n: str, body: Any, status: int
) -> None:
    address, _ = opened(program)
    reply = program.send("PUT", f"{address}/answers/{n}", body)
    assert reply.status_code == status, reply.text
    assert reply.get_json(force=True)


def test_there_is_no_result_before_handing_in(program: Program) -> None:
    address, _ = opened(program)
    assert program.send("GET", f"{address}/result").status_code == 409


def test_a_body_beyond_everything_is_not_read(program: Program) -> None:
    reply = program.send("POST", "/api/attempts", {"bank": "a" * 2_000_000})
    assert reply.status_code == 413


def test_nonsense_in_the_header_is_no_token(program: Program, site: Flask) -> None:
    address, _ = opened(program)
    for header in ("Bearer", "Bearer ", "Basic abc", "Bearer a b", "Bearer " + "é" * 43):
        client = site.test_client(use_cookies=False)
        assert client.get(address, headers={"Authorization": header}).status_code == 404
