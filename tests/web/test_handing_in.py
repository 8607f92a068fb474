"""Handing in without JavaScript: once, with everything that the form carries."""

from concurrent.futures import ThreadPoolExecutor

from flask import Flask

from tests.web.cast import (
    Browser,
    all_forms,
    browser_of,
    first_answer,
    items_of,
    start_practice,
    stored,
)


def test_handing_in_carries_the_answers_of_the_form(owner: Browser) -> None:
    address = start_practice(owner)
    items = items_of(owner, address)
    reply = owner.post(f"{address}/hand-in", data=all_forms(items))
    assert reply.location == f"{address}/result"
    assert stored(owner, address) == {item["n"]: first_answer(item) for item in items}


def test_handing_in_at_once_many_times_is_handing_in_once(site: Flask, owner: Browser) -> None:
    address = start_practice(owner)
    sent = all_forms(items_of(owner, address))
    key = owner.get_cookie("byline_student")
    assert key is not None

    def hand_in(_: int) -> tuple[int, str | None]:
        browser = browser_of(site)
        browser.set_cookie("byline_student", key.value)
        reply = browser.post(f"{address}/hand-in", data=sent)
        return reply.status_code, reply.location

    with ThreadPoolExecutor(8) as pool:
        replies = set(pool.map(hand_in, range(20)))
    assert replies == {(303, f"{address}/result")}
    assert len(stored(owner, address)) == 6


def test_after_handing_in_the_paper_leads_to_the_result(owner: Browser) -> None:
    address = start_practice(owner)
    owner.post(f"{address}/hand-in")
    for page in (address, f"{address}/check"):
        reply = owner.get(page)
        assert (reply.status_code, reply.location) == (303, f"{address}/result")


def test_a_late_form_learns_so_with_the_way_to_the_result(owner: Browser) -> None:
    address = start_practice(owner)
    sent = all_forms(items_of(owner, address))
    owner.post(f"{address}/hand-in")
    reply = owner.post(f"{address}/answers", data=sent)
    assert reply.status_code == 409
    assert f'href="{address}/result"' in reply.text
    assert stored(owner, address) == {}


def test_again_draws_other_questions(owner: Browser) -> None:
    address = start_practice(owner)
    before = {item["prompt"] for item in items_of(owner, address)}
    owner.post(f"{address}/hand-in")
    reply = owner.post(f"{address}/again")
    assert reply.status_code == 303
    assert not before & {item["prompt"] for item in items_of(owner, str(reply.location))}
