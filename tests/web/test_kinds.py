"""The templates of the kinds: every kind can be answered, kept, shown again and reviewed."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from html import unescape
from pathlib import Path
from typing import Any

import pytest
from flask import Flask
from selectolax.lexbor import LexborHTMLParser as Page
from selectolax.lexbor import LexborNode

from app.domain.bank import Bank
from app.domain.question import Question
from app.domain.skill import SKILLS
from app.kinds import KINDS, kind_of
from app.library.reading import read_file
from tests.answering import form_of, question_of, right_response, wrong_response
from tests.every_kind import LENGTH, every_bank
from tests.web.cast import Browser, Program

BANK = "ferry-markup"
BLUEPRINT = dict.fromkeys(SKILLS, LENGTH // len(SKILLS))


@dataclass
class Sitting:
    """A browser at the paper that has one question of each kind."""

    browser: Browser
    address: str
    token: Mapping[str, str]
    bank: Bank
    items: list[Any]

    def page(self, part: str = "") -> LexborNode:
        reply = self.browser.get(f"{self.address}{part}", headers=dict(self.token))
        assert reply.status_code == 200, reply.text
        body = Page(reply.text).body
        assert body is not None
        return body

    def post(self, part: str, form: Any) -> None:
        reply = self.browser.post(f"{self.address}{part}", data=form, headers=dict(self.token))
        assert reply.status_code == 303, reply.text

    def stored(self) -> dict[str, Any]:
        """The stored responses by the id of their questions."""
        reply = self.browser.get(f"/api{self.address}", headers=dict(self.token))
        answers = {one["n"]: one["response"] for one in reply.get_json()["answers"]}
        return {question_of(self.bank, one).id: answers.get(one["n"]) for one in self.items}

    def item(self, kind: str) -> Any:
        """The question that the test of a kind brings."""
        return next(one for one in self.items if question_of(self.bank, one).id == kind)

    def right(self, kind: str) -> Any:
        """The right response to it."""
        return right_response(self.bank.by_id[kind])

    def answered(self, *, right: bool) -> dict[str, Any]:
        """The form that answers everything, rightly or wrongly."""
        form: dict[str, Any] = {}
        for item in self.items:
            response = right_response(question_of(self.bank, item))
            form |= form_of(item, response if right else wrong_response(item, response))
        return form


@pytest.fixture
def sitting(site: Flask, banks: Path, owner: Browser) -> Sitting:
    file = banks / f"{BANK}.yaml"
    file.write_text(every_bank(BANK).yaml, encoding="utf-8")
    reading = read_file(file)
    assert reading.bank is not None
    opened = Program(site).open_attempt(bank=BANK, blueprint=BLUEPRINT)
    token = {"Authorization": f"Bearer {opened['token']}"}
    items = opened["paper"]["items"]
    assert {item["kind"] for item in items} == set(KINDS)
    return Sitting(owner, f"/attempts/{opened['id']}", token, reading.bank, items)


def on_page(section: LexborNode) -> dict[str, list[str]]:
    """What the fields of a question would send from the page as it is."""
    found: dict[str, list[str]] = {}
    for field in section.css("input:not([type=hidden])"):
        if field.attributes["type"] == "text" or "checked" in field.attributes:
            found.setdefault(str(field.attributes["name"]), []).append(
                field.attributes["value"] or ""
            )
    for select in section.css("select"):
        chosen = select.css("option[selected]")
        found[str(select.attributes["name"])] = [str(one.attributes["value"]) for one in chosen]
    return {name: values for name, values in found.items() if any(values)}


def section_of(sitting: Sitting, body: LexborNode, kind: str) -> LexborNode:
    section = body.css_first(f"#q{sitting.item(kind)['n']}")
    assert section is not None
    return section


@pytest.mark.parametrize("kind", KINDS)
def test_every_field_has_a_label_and_a_name_of_the_question(sitting: Sitting, kind: str) -> None:
    section = section_of(sitting, sitting.page(), kind)
    n = sitting.item(kind)["n"]
    labelled = {label.attributes.get("for") for label in section.css("label")}
    fields = section.css("input:not([type=hidden]), select")
    assert fields
    for field in fields:
        assert str(field.attributes["name"]).split(".")[0] == f"a{n}"
        inside = field.parent is not None and field.parent.tag == "label"
        assert inside or field.attributes["id"] in labelled


@pytest.mark.parametrize("kind", KINDS)
def test_what_was_answered_is_kept_and_shown_again(sitting: Sitting, kind: str) -> None:
    assert on_page(section_of(sitting, sitting.page(), kind)) == {}
    right = sitting.right(kind)
    form = form_of(sitting.item(kind), right)
    sitting.post("/answers", form)
    assert sitting.stored()[kind] == right
    again = on_page(section_of(sitting, sitting.page(), kind))
    ticked = {name: value if isinstance(value, list) else [value] for name, value in form.items()}
    # The page has the options in the order of the paper.
    assert {name: sorted(value) for name, value in again.items()} == {
        name: sorted(value) for name, value in ticked.items()
    }


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("raw", [{"nowhere": [1]}, [["x"]], 12.5, True, "x" * 300])
def test_what_is_no_answer_is_refused_and_changes_nothing(
    sitting: Sitting, kind: str, raw: object
) -> None:
    right = sitting.right(kind)
    sitting.post("/answers", form_of(sitting.item(kind), right))
    n = sitting.item(kind)["n"]
    reply = sitting.browser.put(
        f"/api{sitting.address}/answers/{n}",
        json={"response": raw, "revision": 1},
        headers=dict(sitting.token),
    )
    assert (reply.status_code, reply.mimetype) == (400, "application/problem+json")
    assert reply.get_json()["detail"].endswith(".")
    assert sitting.stored()[kind] == right


@pytest.mark.parametrize("kind", ["order", "chain"])
def test_places_that_are_taken_twice_are_kept_and_shown_again(sitting: Sitting, kind: str) -> None:
    item = sitting.item(kind)
    ids = [entry["id"] for entry in item.get("rows", item.get("options"))]
    twice = {ids[0]: 2, ids[1]: 2}
    form = form_of(item, twice)
    sitting.post("/answers", form)
    assert sitting.stored()[kind] == twice
    again = on_page(section_of(sitting, sitting.page(), kind))
    assert again == {name: [value] for name, value in form.items()}
    sitting.post("/hand-in", {})
    assert "place 2" in section_of(sitting, sitting.page("/result"), kind).text()


def test_right_answers_are_reviewed_as_right(sitting: Sitting) -> None:
    sitting.post("/hand-in", sitting.answered(right=True))
    body = sitting.page("/result")
    for kind in KINDS:
        section = section_of(sitting, body, kind)
        assert section.css_first(".standing.right") is not None
        assert section.css(".verdicts .right")
        assert not section.css(".verdicts .wrong")
        assert not section.css(".verdicts .missed")
        assert all(line.css_first("svg") is not None for line in section.css(".verdicts > .right"))


def test_open_questions_are_reviewed_with_their_key(sitting: Sitting) -> None:
    sitting.post("/hand-in", {})
    body = sitting.page("/result")
    for kind in KINDS:
        section = section_of(sitting, body, kind)
        assert section.css_first(".standing.blank") is not None
        assert section.css(".verdicts .right, .verdicts .missed")
        assert not section.css(".verdicts .wrong")


def standing(question: Question, raw: Any) -> str:
    """How a response is marked, in a word."""
    kind = kind_of(question)
    return kind.mark(question.definition, kind.read(question.definition, raw)).standing


def test_wrong_answers_are_reviewed_beside_the_right_ones(sitting: Sitting) -> None:
    sitting.post("/hand-in", sitting.answered(right=False))
    body = sitting.page("/result")
    for kind in KINDS:
        section = section_of(sitting, body, kind)
        question = sitting.bank.by_id[kind]
        wrong = kind_of(question).read(
            question.definition, wrong_response(sitting.item(kind), sitting.right(kind))
        )
        waits = kind_of(question).mark(question.definition, wrong).standing == "for your teacher"
        assert section.css_first(".standing.blank" if waits else ".standing.wrong") is not None
        assert section.css(".verdicts .missed" if waits else ".verdicts .wrong"), kind


def test_texts_of_a_bank_are_never_markup(sitting: Sitting) -> None:
    sitting.post("/answers", sitting.answered(right=True))
    pages = [sitting.page()]
    sitting.post("/hand-in", {})
    pages.append(sitting.page("/result"))
    for body in pages:
        assert body.css("i") == []
        assert "cap<i>tain</i>" in body.text()


def test_the_paper_holds_nothing_of_the_key(sitting: Sitting) -> None:
    page = sitting.page().html or ""
    shown = page + json.dumps(sitting.items)
    assert "to Mon" in shown  # an option
    for reason in ("That is when", "He said so", "Nob<i>ody</i> bel", "Bec<i>ause</i> it"):
        assert reason not in unescape(shown)
    for kind in ("numeric", "short_text"):
        item = sitting.item(kind)
        assert str(sitting.right(kind)) not in json.dumps(item)
        assert str(sitting.right(kind)) not in section_of(sitting, sitting.page(), kind).text()
    assert '"tolerance"' not in shown
