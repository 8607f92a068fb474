"""The templates of the kinds: every kind can be answered, kept, shown again and reviewed."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from flask import Flask
from selectolax.lexbor import LexborHTMLParser as Page
from selectolax.lexbor import LexborNode

from app.domain.bank import Bank
from app.kinds import KINDS, kind_of
from app.library.reading import read_file
from tests.web.cast import Browser, Program

BANK = """\
byline: 1
title: The bridge
language: en
article:
  title: Footbridge stays shut
  type: news report
  text: |
    The “trap” stays shut until autumn, a report says. Tom fell there in March.
sources:
  writer: {name: Ana Reyes, type: writer}
  report: {name: a council <i>report</i>, type: document}
questions:
  - id: choice
    kind: choice
    answer: In March
    distractors: {In May: It is not named.}
  - id: multiple
    kind: multiple
    answers: {A bridge: It is told.}
    distractors: [A ferry]
  - id: statements
    kind: statements
    statements:
      - {says: Tom fell., is: true, evidence: Tom fell}
      - {says: He swam., is: not stated, absent: [swam]}
  - id: match
    kind: match
    pairs: {Tom <b>: fell, The bridge: is shut, The path: is shut}
    extra: [swam]
  - id: classify
    kind: classify
    categories: {Fact: [Tom fell.], Judgement: [It is a trap <b>.], Neither: []}
  - id: order
    kind: order
    sequence: [Tom fell., A report was made <b>., The bridge was shut.]
  - id: chain
    kind: chain
    chain: [report, writer]
    extra: [A ferryman]
  - id: highlight
    kind: highlight
    paragraph: 1
    targets: {'"trap"': It judges.}
    decoys: [autumn, Tom]
  - id: numeric
    kind: numeric
    answer: 3
    tolerance: 0.5
    unit: months
  - id: short_text
    kind: short_text
    answers: [a report <b>]
"""

COMMON = """
    skill: {skill}
    level: 1
    prompt: What about {kind}?
    because: The text says so.
    evidence: stays shut
"""

SKILLS = ("facts/explicit-information", "sourcing/source-chain", "framing/word-choice")
BLUEPRINT = {"facts": 4, "sourcing": 3, "framing": 3}


def bank_text() -> str:
    """The bank with the common fields of every question."""
    text = BANK
    for n, kind in enumerate(KINDS):
        line = f"    kind: {kind}\n"
        text = text.replace(line, line + COMMON.format(kind=kind, skill=SKILLS[n % 3])[1:])
    return text


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
        """The stored responses by kind."""
        reply = self.browser.get(f"/api{self.address}", headers=dict(self.token))
        answers = {one["n"]: one["response"] for one in reply.get_json()["answers"]}
        return {item["kind"]: answers.get(item["n"]) for item in self.items}

    def item(self, kind: str) -> Any:
        return next(item for item in self.items if item["kind"] == kind)


@pytest.fixture
def sitting(site: Flask, banks: Path, owner: Browser) -> Sitting:
    file = banks / "bridge.yaml"
    file.write_text(bank_text(), encoding="utf-8")
    reading = read_file(file)
    assert reading.problems == ()
    assert reading.bank is not None
    opened = Program(site).open_attempt(bank="bridge", blueprint=BLUEPRINT)
    token = {"Authorization": f"Bearer {opened['token']}"}
    items = opened["paper"]["items"]
    assert sorted(item["kind"] for item in items) == sorted(KINDS)
    return Sitting(owner, f"/attempts/{opened['id']}", token, reading.bank, items)


def right_answer(bank: Bank, kind: str) -> Any:
    """The response that the solution stands for."""
    question = bank.by_id[kind]
    key = kind_of(question).solution(question.definition)
    if kind == "statements":
        return {row: verdict["is"] for row, verdict in key["rows"].items()}
    if kind == "short_text":
        return key["answers"][0]
    return next(value for name, value in key.items() if name != "reasons")


def form_of(item: Mapping[str, Any], response: Any) -> dict[str, Any]:
    """What a form without a script sends for a response."""
    name = f"a{item['n']}"
    if item["kind"] in ("order", "chain") and isinstance(response, list):
        response = {row: place for place, row in enumerate(response, start=1)}
    if isinstance(response, dict):
        return {f"{name}.{row}": str(value) for row, value in response.items()}
    return {name: response}


def on_page(section: LexborNode) -> dict[str, list[str]]:
    """What the fields of a question would send as the page stands."""
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


def answer_all(sitting: Sitting) -> dict[str, Any]:
    """The form that answers everything rightly."""
    form: dict[str, Any] = {}
    for item in sitting.items:
        form |= form_of(item, right_answer(sitting.bank, item["kind"]))
    return form


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
    right = right_answer(sitting.bank, kind)
    form = form_of(sitting.item(kind), right)
    sitting.post("/answers", form)
    assert sitting.stored()[kind] == right
    again = on_page(section_of(sitting, sitting.page(), kind))
    assert again == {
        name: value if isinstance(value, list) else [value] for name, value in form.items()
    }


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("raw", [{"nowhere": [1]}, [["x"]], 12.5, True, "x" * 300])
def test_what_is_no_answer_is_refused_and_changes_nothing(
    sitting: Sitting, kind: str, raw: object
) -> None:
    right = right_answer(sitting.bank, kind)
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
    sitting.post("/hand-in", answer_all(sitting))
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


WRONG: Mapping[str, Any] = {
    "numeric": "30",
    "short_text": "a ferry",
}


def wrong_answer(sitting: Sitting, kind: str) -> Any:
    """A response that earns nothing."""
    item = sitting.item(kind)
    right = right_answer(sitting.bank, kind)
    if kind in WRONG:
        return WRONG[kind]
    if kind in ("order", "chain"):
        return right[::-1]
    entries = item["parts"] if kind == "highlight" else item["options"]
    ids = [entry["id"] for entry in entries if "id" in entry]
    if isinstance(right, dict):
        return {row: next(one for one in ids if one != key) for row, key in right.items()}
    wrong = [one for one in ids if one not in right]
    return wrong if isinstance(right, list) else wrong[0]


def test_wrong_answers_are_reviewed_beside_the_right_ones(sitting: Sitting) -> None:
    form: dict[str, Any] = {}
    for item in sitting.items:
        form |= form_of(item, wrong_answer(sitting, item["kind"]))
    sitting.post("/hand-in", form)
    body = sitting.page("/result")
    for kind in KINDS:
        section = section_of(sitting, body, kind)
        fate = "blank" if kind == "short_text" else "wrong"
        assert section.css_first(f".standing.{fate}") is not None, kind
        marked = ".verdicts .missed" if kind == "short_text" else ".verdicts .wrong"
        assert section.css(marked), kind


def test_texts_of_a_bank_are_never_markup(sitting: Sitting) -> None:
    sitting.post("/answers", answer_all(sitting))
    pages = [sitting.page()]
    sitting.post("/hand-in", {})
    pages.append(sitting.page("/result"))
    for body in pages:
        assert body.css("b") == []
        assert body.css("i") == []
        assert "a council <i>report</i>" in body.text()


def test_the_paper_holds_nothing_of_the_key(sitting: Sitting) -> None:
    shown = sitting.page().html or ""
    assert "In May" in shown  # an option
    assert "It is not named." not in shown
    assert "It judges." not in shown
    assert "a report &lt;b&gt;" not in shown.split('id="questions"')[1]
    assert '"tolerance"' not in json.dumps(sitting.items)
