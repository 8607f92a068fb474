"""A kind that is not in the table comes all the way by its module, its template and its bank."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
import yaml
from flask import Flask
from jinja2 import ChoiceLoader, DictLoader
from selectolax.lexbor import LexborHTMLParser as Page

from app import create_app, kinds
from app.bank.json_schema import bank_schema
from app.config import Settings
from app.domain.bank import Bank
from app.domain.kind import Json
from app.formats.printed.html_page import as_html
from app.formats.printed.layout import Entry, Layout, lay_out
from app.formats.printed.printed_paper import PrintedPaper, lay_out_paper
from app.formats.printed.terminal_text import as_text
from app.library.reading import read_file
from app.lint.run import lint
from app.lint.view import BankView
from app.quiz.blueprint import Blueprint
from app.quiz.drawing import draw
from app.web.api.openapi import described_text
from tests.answering import form_of, question_of, right_response, wrong_response
from tests.contract import toy
from tests.every_kind import FERRY, as_yaml
from tests.web.api.test_openapi import described_reply
from tests.web.cast import Program

TEMPLATE = Path(__file__).with_name("toy.html")
ONLY_TOYS: dict[str, Any] = {"facts": 2, "sourcing": 0, "framing": 0, "kinds": ["toy"]}
TOY: dict[str, Any] = {
    "id": "toy",
    "kind": "toy",
    "skill": "facts/explicit-information",
    "level": 1,
    "prompt": "What kept the ferry, perhaps?",
    "right": ["the fog"],
    "wrong": ["the captain"],
    "because": "It stands there.",
    "evidence": "It was “perhaps” the fog",
}
OWN: dict[str, Any] = {
    "id": "who",
    "for": "sources",
    "where": {"id": "captain"},
    "kind": "toy",
    "skill": "facts/explicit-information",
    "level": 1,
    "prompt": "Who speaks in the text?",
    "answer": ["{{ source.name }}"],
    "distractors": ["a gull", "a whale"],
}


@pytest.fixture(autouse=True)
def _in_the_table(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Add the one line that a kind has in the table."""
    monkeypatch.setitem(kinds._TABLE, "toy", toy)
    described_text.cache_clear()
    yield
    described_text.cache_clear()


def written(*questions: Mapping[str, Any], **more: Any) -> str:
    """The bank of every kind with other questions."""
    bank: dict[str, Any] = yaml.safe_load(FERRY)
    return as_yaml(bank | more | {"questions": list(questions)})


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A bank with one toy that is written, and one that a family makes."""
    path = tmp_path / "banks" / "toys.yaml"
    path.parent.mkdir()
    families = {"builtin": False, "own": [OWN | {"distractors": ["a gull"]}]}
    path.write_text(written(TOY, families=families), encoding="utf-8")
    return path


@pytest.fixture
def bank(file: Path) -> Bank:
    reading = read_file(file)
    assert reading.problems == ()
    assert reading.bank is not None
    return reading.bank


def test_it_is_read_and_made_by_families(bank: Bank) -> None:
    assert {one.id: one.kind for one in bank.questions} == {"toy": "toy", "who.captain": "toy"}
    made = toy.present(bank.by_id["who.captain"].definition, 1)["options"]
    assert {option["text"] for option in made} == {"the captain", "a gull"}


def test_what_is_wrong_with_it_is_found_at_its_line(file: Path) -> None:
    file.write_text(written(TOY | {"wrong": ["The fog."]}), encoding="utf-8")
    (problem,) = read_file(file).problems
    line = file.read_text(encoding="utf-8").splitlines()[problem.position.line - 1]
    assert (problem.rule, line.strip()) == ("answer-among-distractors", "- The fog.")


def test_a_family_without_its_distractors_is_refused(file: Path) -> None:
    bare = {name: value for name, value in OWN.items() if name != "distractors"}
    file.write_text(written(families={"own": [bare]}), encoding="utf-8")
    assert [problem.rule for problem in read_file(file).problems] == ["distractors-missing"]


def test_an_editor_gets_its_fields() -> None:
    schema = bank_schema()
    assert "toy" in schema["properties"]["questions"]["items"]["properties"]["kind"]["enum"]
    assert {"right", "wrong"} <= set(schema["$defs"]["toy"]["required"])


def test_the_linter_sees_it(file: Path) -> None:
    long = TOY | {"right": ["the fog that lay on the water and did not lift before the evening"]}
    file.write_text(written(long), encoding="utf-8")
    reading = read_file(file)
    assert reading.bank is not None
    (view,) = BankView.of(reading.bank).questions
    assert [option.text for option in view.options][1:] == ["the captain"]
    assert "longest-option" in {problem.rule for problem in lint(reading).problems}


@dataclass
class Served:
    """A site with the bank, and a program at a paper of toys."""

    site: Flask
    program: Program
    bank: Bank
    opened: Any

    @property
    def address(self) -> str:
        return f"/attempts/{self.opened['id']}"

    @property
    def items(self) -> list[Any]:
        return list(self.opened["paper"]["items"])

    def page(self, part: str = "") -> Page:
        reply = self.program.send("GET", f"{self.address}{part}")
        assert reply.status_code == 200, reply.text
        return Page(reply.text)


@pytest.fixture
def served(file: Path, bank: Bank, tmp_path: Path) -> Served:
    settings = Settings.from_environment({}, banks=file.parent, data=tmp_path / "kept")
    site = create_app(settings=settings)
    templates = {"kinds/toy.html": TEMPLATE.read_text(encoding="utf-8")}
    given = site.jinja_env.loader
    assert given is not None
    site.jinja_env.loader = ChoiceLoader([given, DictLoader(templates)])
    program = Program(site)
    opened = program.open_attempt(bank="toys", blueprint=ONLY_TOYS | {"confidence": True})
    return Served(site, program, bank, opened)


def test_the_page_asks_it(served: Served) -> None:
    page = served.page()
    for item in served.items:
        boxes = page.css(f"#q{item['n']} input[name=a{item['n']}]")
        assert [box.attributes["value"] for box in boxes] == [one["id"] for one in item["options"]]
        assert item["confidence"] is True


def test_answers_are_saved_marked_and_reviewed(served: Served) -> None:
    right, wrong = served.items
    key = right_response(question_of(served.bank, right))
    other = right_response(question_of(served.bank, wrong))
    form = form_of(right, key) | form_of(wrong, wrong_response(wrong, other))
    program, headers = served.program, {"Authorization": f"Bearer {served.program.token}"}
    reply = served.site.test_client().post(f"{served.address}/answers", data=form, headers=headers)
    assert reply.status_code == 303
    assert served.page().css("input[type=radio][checked]")
    assert program.send("POST", f"/api{served.address}/hand-in").status_code == 200
    result = program.send("GET", f"/api{served.address}/result").get_json()
    assert [item["mark"] for item in result["items"]] == [1, 0]
    page = served.page("/result")
    assert page.css_first(f"#q{right['n']} .standing.right") is not None
    assert page.css_first(f"#q{wrong['n']} .standing.wrong") is not None
    rule = page.css_first(f"#q{right['n']} .rule")
    assert rule is not None
    assert rule.text() == toy.RULES[toy.RULE]


def test_the_description_of_the_api_knows_it(served: Served) -> None:
    program, path = served.program, f"/api{served.address}"
    description = program.send("GET", "/api/openapi.json").get_json()
    kinds_described = description["components"]["schemas"]["Response"]["anyOf"]
    assert {"title": "toy", **toy.RESPONSE.json_schema()} in kinds_described
    item = served.items[0]
    right = right_response(question_of(served.bank, item))
    for method, call, body in (
        ("PUT", f"{path}/answers/1", {"response": right, "revision": 0, "confidence": 3}),
        ("PUT", f"{path}/answers/1", {"response": "neither", "revision": 1}),
        ("PUT", f"{path}/answers/1", {"response": None, "revision": 0}),
        ("GET", path, None),
        ("POST", f"{path}/hand-in", None),
        ("GET", f"{path}/result", None),
    ):
        assert described_reply(served.site, method, program.send(method, call, body)) == []


def printed(bank: Bank) -> PrintedPaper:
    paper = draw(bank, Blueprint.from_json(ONLY_TOYS), 1)
    return lay_out_paper(bank, paper, key=True)


def test_it_is_printed_with_its_key(bank: Bank) -> None:
    paper = printed(bank)
    for text in (as_text(paper, 80), as_html(paper)):
        assert toy.ON_PAPER in text
        assert ") the fog" in text
    toys = {question.prompt: question for question in paper.questions}
    question = toys[TOY["prompt"]]
    assert question.key is not None
    (answer,) = question.key.answers
    assert answer in map(str, question.layout.options)


class Sideways(toy.Definition):
    """The definition of a kind that is not printed as a list."""


def test_a_format_can_lay_it_out_in_its_own_way(bank: Bank) -> None:
    @lay_out.register
    def _(definition: Sideways, _item: Mapping[str, Json]) -> Layout:
        return Layout(passage=[Entry(word.id, "", word.text) for word in definition.words])

    definition = bank.by_id["toy"].definition
    item = toy.present(definition, 1)
    assert len(lay_out(definition, item).options) == 2
    assert [one.text for one in lay_out(Sideways(definition.words), item).passage] == [
        "the fog",
        "the captain",
    ]
