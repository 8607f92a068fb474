"""An attempt without JavaScript: one form, saved, checked, handed in; nothing is ever lost."""

from datetime import UTC, datetime, timedelta

import pytest
import time_machine
from flask import Flask
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.web.cast import (
    Browser,
    all_forms,
    browser_of,
    fields_on,
    first_answer,
    form_fields,
    items_of,
    paper_of,
    start_practice,
    stored,
)


def test_the_whole_way_without_a_script(owner: Browser) -> None:
    address = start_practice(owner)
    items = items_of(owner, address)
    saved = owner.post(f"{address}/answers", data=all_forms(items))
    assert (saved.status_code, saved.location) == (303, f"{address}/check")
    assert stored(owner, address) == {item["n"]: first_answer(item) for item in items}
    assert "Every question is answered." in owner.get(f"{address}/check").text
    done = owner.post(f"{address}/hand-in")
    assert (done.status_code, done.location) == (303, f"{address}/result")
    assert owner.get(f"{address}/result").status_code == 200


def test_the_paper_shows_what_is_stored(owner: Browser) -> None:
    address = start_practice(owner)
    sent = all_forms(items_of(owner, address))
    owner.post(f"{address}/answers", data=sent)
    shown = fields_on(owner.get(address).text)
    assert {name: value for name, value in shown.items() if name[0] == "a"} == {
        name: value if isinstance(value, list) else [value]
        for name, value in sent.items()
        if name[0] == "a"
    }
    assert {value[0] for name, value in shown.items() if name[0] == "r"} == {"1"}


def test_saving_one_question_keeps_the_others_too(owner: Browser) -> None:
    address = start_practice(owner)
    items = items_of(owner, address)
    reply = owner.post(f"{address}/answers/2", data=all_forms(items))
    assert (reply.status_code, reply.location) == (303, f"{address}#q2")
    assert len(stored(owner, address)) == len(items)


def test_posting_the_same_form_again_changes_nothing(owner: Browser) -> None:
    address = start_practice(owner)
    sent = all_forms(items_of(owner, address))
    for _ in range(3):
        assert owner.post(f"{address}/answers", data=sent).status_code == 303
    assert {answer["revision"] for answer in paper_of(owner, address)["answers"]} == {1}


def test_a_form_that_is_silent_about_a_question_leaves_it_alone(owner: Browser) -> None:
    address = start_practice(owner)
    items = items_of(owner, address)
    owner.post(f"{address}/answers", data=all_forms(items))
    owner.post(f"{address}/answers", data={"r1": "1", "unknown": "x", "a99": "x", "a": "x"})
    left = stored(owner, address)
    assert left.pop(1) is None
    assert left == {item["n"]: first_answer(item) for item in items[1:]}


def test_a_newer_answer_stays_and_the_sent_one_is_shown(owner: Browser) -> None:
    """Two tabs: the second one learns of the newer answer, and what it sent is still there."""
    address = start_practice(owner, length=18)
    items = items_of(owner, address)
    item = next(item for item in items if item["kind"] == "choice")
    n, (mine, theirs) = item["n"], [option["id"] for option in item["options"][:2]]
    other = next(one for one in items if one["n"] != n)
    owner.post(f"{address}/answers", data={f"a{n}": theirs, f"r{n}": "0"})
    reply = owner.post(
        f"{address}/answers", data={f"a{n}": mine, f"r{n}": "0"} | form_fields(other)
    )
    shown = fields_on(reply.text)
    assert reply.status_code == 409
    assert (shown[f"a{n}"], shown[f"r{n}"]) == ([mine], ["1"])
    assert stored(owner, address) == {n: theirs, other["n"]: first_answer(other)}
    assert "newer answer" in reply.text
    assert owner.post(f"{address}/answers", data=shown).status_code == 303
    assert stored(owner, address)[n] == mine


def test_another_tab_that_knew_nothing_takes_nothing_back(owner: Browser) -> None:
    address = start_practice(owner)
    items = items_of(owner, address)
    blank = {f"r{item['n']}": "0" for item in items}
    owner.post(f"{address}/answers", data=all_forms(items))
    assert owner.post(f"{address}/answers", data=blank).status_code == 303
    assert stored(owner, address) == {item["n"]: first_answer(item) for item in items}


@pytest.mark.parametrize(
    "sent",
    [
        {"a1": "nonsense", "r1": "0"},
        {"a1.row": "x", "r1": "0"},
        {"r1": "x"},
        {"r1": "-1"},
        {"r1": "9" * 30},
        {"r1": "١"},
    ],
)
def test_what_no_page_sends_is_refused_as_a_whole(owner: Browser, sent: dict[str, str]) -> None:
    address = start_practice(owner)
    item = items_of(owner, address)[1]
    reply = owner.post(f"{address}/answers", data=form_fields(item) | sent)
    assert reply.status_code == 400
    assert stored(owner, address) == {}


def test_there_is_no_such_question(owner: Browser) -> None:
    address = start_practice(owner)
    assert owner.post(f"{address}/answers/7").status_code == 404
    assert owner.post(f"{address}/answers/0").status_code == 404


def test_a_form_beyond_measure_is_not_read(owner: Browser) -> None:
    address = start_practice(owner)
    assert owner.post(f"{address}/answers", data={"a1": "x" * 300_000}).status_code == 413


def test_nothing_expires_under_a_student(owner: Browser) -> None:
    address = start_practice(owner)
    sent = all_forms(items_of(owner, address))
    with time_machine.travel(datetime.now(UTC) + timedelta(days=7)):
        assert owner.post(f"{address}/answers", data=sent).status_code == 303
        assert len(stored(owner, address)) == 6


def test_two_students_with_one_browser_do_not_meet(site: Flask) -> None:
    first, second = browser_of(site), browser_of(site)
    address = start_practice(first)
    start_practice(second)
    assert second.get(address).status_code == 404
    assert second.post(f"{address}/hand-in").status_code == 404
    assert paper_of(first, address)["state"] == "open"


step = st.tuples(st.integers(0, 5), st.integers(0, 1), st.sampled_from("fjr"))


@settings(max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(steps=st.lists(step, max_size=12))
def test_the_page_always_shows_the_last_acknowledged_answers(
    owner: Browser, steps: list[tuple[int, int, str]]
) -> None:
    """Whatever a student does in turn by form, script and reload: what was confirmed is there."""
    address = start_practice(owner)
    items = items_of(owner, address)
    known: dict[int, str] = {}
    for place, option, way in steps:
        item = items[place]
        if item["kind"] != "choice" or way == "r":
            owner.get(address)
            continue
        n, answer = item["n"], item["options"][option]["id"]
        now = {one["n"]: one["revision"] for one in paper_of(owner, address)["answers"]}.get(n, 0)
        if way == "f":
            reply = owner.post(f"{address}/answers/{n}", data={f"a{n}": answer, f"r{n}": str(now)})
        else:
            body = {"response": answer, "revision": now}
            reply = owner.put(f"/api{address}/answers/{n}", json=body)
        assert reply.status_code in (200, 303)
        known[n] = answer
    shown = fields_on(owner.get(address).text)
    assert {name: [value] for name, value in (("a" + str(n), a) for n, a in known.items())} == {
        name: value for name, value in shown.items() if name[0] == "a"
    }
