"""The pages of a paper that asks for sentences and confidence, as they work without a script."""

import re
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pytest
from flask import Flask
from selectolax.lexbor import LexborHTMLParser as Page

from app.quiz.confidence import ENOUGH
from tests.web.banks import orchard, secrets_in
from tests.web.cast import Browser, form_fields, paper_of

ALSO = {"cite": "yes", "confidence": "yes"}


@pytest.fixture
def calm(banks: Path) -> str:
    """The orchard without its content note: a bank that may ask how sure one is."""
    head, _, rest = orchard().partition("content_note:")
    text = head + rest[rest.index("article:") :]
    (banks / "calm.yaml").write_text(text, encoding="utf-8")
    return "calm"


@pytest.fixture
def address(owner: Browser, calm: str) -> str:
    reply = owner.post(f"/practice/{calm}", data={"length": "18"} | ALSO)
    assert reply.status_code == 303, reply.text
    return str(reply.location)


def page_of(owner: Browser, address: str) -> Page:
    return Page(owner.get(address).text)


def answers(owner: Browser, address: str) -> dict[int, Any]:
    return {answer["n"]: answer for answer in paper_of(owner, address)["answers"]}


def test_practice_offers_both_and_one_of_them_not_where_it_may_hurt(
    owner: Browser, calm: str
) -> None:
    offered = {bank: page_of(owner, f"/practice/{bank}") for bank in (calm, "orchard")}
    names = {
        bank: [box.attributes["name"] for box in page.css("input[type=checkbox]")]
        for bank, page in offered.items()
    }
    assert names == {calm: ["cite", "confidence"], "orchard": ["cite"]}
    assert not offered[calm].css("input[type=checkbox][checked]")
    refused = owner.post("/practice/orchard", data={"length": "6"} | ALSO)
    assert refused.status_code == 400
    wish = {"bank": "orchard", "blueprint": {"facts": 2, "confidence": True}}
    assert owner.post("/api/attempts", json=wish).status_code == 201


def test_a_paper_that_asks_for_nothing_has_nothing_of_it(owner: Browser, calm: str) -> None:
    plain = str(owner.post(f"/practice/{calm}", data={"length": "6", "whose": "mine"}).location)
    page = owner.get(plain).text
    for part in ("data-beside", "cite.js", "backing.css", 'class="sentence"', 'name="s1"'):
        assert part not in page


def test_every_question_lists_the_numbered_sentences_of_the_text(
    owner: Browser, address: str
) -> None:
    page = page_of(owner, address)
    listed = [
        [option.attributes.get("value") for option in box.css("option")]
        for box in page.css("select[data-beside], [data-beside=cite] select")
    ]
    in_text = [one.attributes["data-id"] for one in page.css(".sentence")]
    assert len(listed) == 18
    assert listed == [["", *in_text]] * 18
    numbers = [one.text() for one in page.css(".sentence-number")]
    assert numbers[:2] == ["1.1", "2.1"]
    labels = page.css("[data-beside=cite] option")[1].text()
    assert labels.startswith("1.1 The old orchard lost")


def test_the_text_reads_as_before(owner: Browser, address: str) -> None:
    def words(page: Page) -> list[str]:
        for number in page.css(".sentence-number"):
            number.decompose()
        return " ".join(part.text() for part in page.css(".paragraphs p")).split()

    plain = str(owner.post("/practice/calm", data={"length": "6", "whose": "mine"}).location)
    assert words(page_of(owner, address)) == words(page_of(owner, plain))


def fields(items: Iterable[Any], cite: str, **revisions: int) -> dict[str, Any]:
    sent: dict[str, Any] = {}
    for item in items:
        sent |= form_fields(item) | {f"c{item['n']}": cite}
        sent |= {f"s{item['n']}": "3"} if item.get("confidence") else {}
    return sent | {name: str(known) for name, known in revisions.items()}


def test_the_form_saves_both_and_shows_them_again(owner: Browser, address: str) -> None:
    document = paper_of(owner, address)
    items, cite = document["paper"]["items"], document["article"]["sentences"][1]["id"]
    owner.post(f"{address}/answers", data=fields(items, cite))
    kept = answers(owner, address)
    assert {answer["cite"] for answer in kept.values()} == {cite}
    sure = {item["n"] for item in items if item.get("confidence")}
    assert {n for n, answer in kept.items() if answer.get("confidence") == 3} == sure
    page = page_of(owner, address)
    chosen = [one.attributes["value"] for one in page.css("[data-beside=cite] option[selected]")]
    assert chosen == [cite] * len(items)
    ticked = [one.attributes["value"] for one in page.css("[data-beside=confidence] [checked]")]
    assert ticked == ["3"] * len(sure)


def test_the_check_does_not_nag_about_what_is_optional(owner: Browser, address: str) -> None:
    item = next(one for one in paper_of(owner, address)["paper"]["items"] if one.get("confidence"))
    owner.post(f"{address}/answers", data=form_fields(item))
    line = page_of(owner, f"{address}/check").css(".checklist > li")[item["n"] - 1].text()
    assert "Change" in line
    assert "sentence" not in line
    assert "sure" not in line


def test_leaving_a_sentence_open_takes_it_back(owner: Browser, address: str) -> None:
    document = paper_of(owner, address)
    item, cite = document["paper"]["items"][0], document["article"]["sentences"][0]["id"]
    owner.post(f"{address}/answers/1", data=fields([item], cite))
    owner.post(f"{address}/answers/1", data=fields([item], "", r1=1))
    assert "cite" not in answers(owner, address)[1]


def test_another_sentence_from_another_window_is_shown_beside(owner: Browser, address: str) -> None:
    document = paper_of(owner, address)
    item = next(item for item in document["paper"]["items"] if item["kind"] == "choice")
    one, other = (sentence["id"] for sentence in document["article"]["sentences"][:2])
    owner.post(f"{address}/answers", data=fields([item], one))
    reply = owner.post(f"{address}/answers", data=fields([item], other) | {f"s{item['n']}": "1"})
    assert reply.status_code == 409
    question = Page(reply.text).css_first(f"#q{item['n']}")
    assert question is not None
    told = question.css_first(".conflict")
    assert told is not None
    assert "1.1 The old orchard lost" in told.text()
    assert "Very sure" in told.text()
    [selected] = question.css("[data-beside=cite] option[selected]")
    assert selected.attributes["value"] == other
    [ticked] = question.css("[data-beside=confidence] [checked]")
    assert ticked.attributes["value"] == "1"


@pytest.mark.parametrize("sent", [{"c1": "nowhere"}, {"s1": "4"}, {"s1": "x"}, {"s1": "٣"}])
def test_what_no_page_of_ours_sends_is_refused(
    owner: Browser, address: str, sent: dict[str, str]
) -> None:
    reply = owner.post(f"{address}/answers", data={"r1": "0"} | sent)
    assert reply.status_code == 400
    assert answers(owner, address) == {}


@pytest.mark.parametrize("sent", [{"c1": "nowhere"}, {"s1": "1"}])
def test_what_was_not_asked_is_refused(owner: Browser, calm: str, sent: dict[str, str]) -> None:
    plain = str(owner.post(f"/practice/{calm}", data={"length": "6", "whose": "mine"}).location)
    assert owner.post(f"{plain}/answers", data=sent).status_code == 400


def result_of(owner: Browser, address: str, place: int, sure: str) -> Page:
    """The result of a paper with the first answers, one sentence and one level for all."""
    document = paper_of(owner, address)
    items, cite = document["paper"]["items"], document["article"]["sentences"][place]["id"]
    sent = fields(items, cite)
    sent |= {name: sure for name in sent if name.startswith("s")}
    assert owner.post(f"{address}/hand-in", data=sent).status_code == 303
    return page_of(owner, f"{address}/result")


def test_the_result_shows_both_beside_the_points(owner: Browser, address: str) -> None:
    page = result_of(owner, address, 0, "3")
    told = owner.get(f"/api{address}/result").get_json()
    found = page.css_first(".found h2")
    assert found is not None
    points, of = told["cite"]["points"], told["cite"]["of"]
    assert found.text() == f"Found the evidence: {points} of {of}"
    assert 0 < points < of
    panel = page.css_first(".certainty")
    assert panel is not None
    top = told["confidence"]["levels"][2]
    assert f"you were right {top['right']} of {top['answers']} times" in panel.text()
    rows = [[cell.text() for cell in row.css("td")] for row in panel.css("tbody tr")]
    assert rows[2] == [str(top[name]) for name in ("answers", "right", "partly")]
    assert page.css(".evidence .own mark"), "a sentence that holds the evidence is marked as both"
    assert page.css(".evidence .own:not(:has(mark))"), "and one that does not, too"


def test_no_total_below_nothing_is_shown(owner: Browser, address: str) -> None:
    document = paper_of(owner, address)
    key = right_answers(owner, address)
    items = [item for item in document["paper"]["items"] if item["kind"] == "choice"]
    sent: dict[str, str] = {}
    for item in items:
        wrong = next(one["id"] for one in item["options"] if one["id"] != key[item["n"]])
        sent |= {f"a{item['n']}": wrong, f"s{item['n']}": "3"}
    owner.post(f"{address}/hand-in", data=sent)
    told = owner.get(f"/api{address}/result").get_json()["confidence"]
    assert told["points"] == -6 * len(items) < 0
    panel = page_of(owner, f"{address}/result").css_first(".certainty")
    assert panel is not None
    assert f"earned 0 of {told['of']}" in panel.text()
    assert "-" not in panel.text()
    assert "−" not in panel.text()


def right_answers(owner: Browser, address: str) -> dict[int, str]:
    """The keys of the choices, read from the texts of this bank."""
    return {
        item["n"]: option["id"]
        for item in paper_of(owner, address)["paper"]["items"]
        if item["kind"] == "choice"
        for option in item["options"]
        if option["text"].startswith("Right")
    }


def test_again_asks_the_same_beside(owner: Browser, address: str) -> None:
    owner.post(f"{address}/hand-in")
    again = str(owner.post(f"{address}/again").location)
    assert all(item["cite"] for item in paper_of(owner, again)["paper"]["items"])


def test_a_curve_is_drawn_of_many_answers_only(site: Flask, owner: Browser, calm: str) -> None:
    few = str(owner.post(f"/practice/{calm}", data={"length": "18"} | ALSO).location)
    assert not result_of(owner, few, 0, "2").css(".curve")
    levels = [
        {"level": level, "probability": stated, "answers": ENOUGH, "right": 5, "partly": 1}
        for level, stated in ((1, 0.5), (2, 0.73), (3, 0.9))
    ]
    told = {"levels": levels, "points": 3.0, "of": 90, "brier": 0.2, "answers": 30}
    with site.test_request_context("/"):
        panel = vars(site.jinja_env.get_template("certainty.html").module)["panel"]
        assert 'class="curve"' in panel(told | {"curve": True})
        assert 'class="curve"' not in panel(told | {"curve": False})


def test_nothing_of_the_key_is_on_the_page(owner: Browser, address: str) -> None:
    document = paper_of(owner, address)
    owner.post(
        f"{address}/answers",
        data=fields(document["paper"]["items"], document["article"]["sentences"][0]["id"]),
    )
    for path in (address, f"{address}/check", f"/api{address}"):
        text = owner.get(path).text
        assert list(secrets_in(text)) == []
        assert "evidence" not in text
    page = page_of(owner, address)
    shapes = {
        re.sub(r'"(c|cited)[0-9]+"', r'"\1"', str(box.html))
        for box in page.css("[data-beside=cite]")
    }
    assert len(shapes) == 1, "every question asks in the same words, with evidence or without"
