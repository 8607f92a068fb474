"""The JSON Schema: valid, made from the models, and of one mind with the reader."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from app.bank.format_page import EXAMPLE
from app.bank.json_schema import bank_schema
from app.bank.problems import Problems
from app.bank.scan import scan
from app.kinds import KINDS
from tests.bank.banks import SOUND, problems_of

SCHEMA = bank_schema()
VALIDATOR = Draft202012Validator(SCHEMA)
BANKS = [EXAMPLE, *sorted(Path("questions").glob("*.yaml"))]


def errors_of(yaml: str) -> list[str]:
    document = scan(yaml, Problems("x"))
    assert document is not None
    return [error.json_path for error in VALIDATOR.iter_errors(document.value)]


def properties(schema: Any) -> Iterator[tuple[str, dict[str, Any]]]:
    """Every field that a schema describes."""
    if isinstance(schema, dict):
        yield from schema.get("properties", {}).items()
        for part in schema.values():
            yield from properties(part)
    elif isinstance(schema, list):
        for part in schema:
            yield from properties(part)


def test_is_a_schema() -> None:
    Draft202012Validator.check_schema(SCHEMA)
    assert SCHEMA["$schema"] == "https://json-schema.org/draft/2020-12/schema"


def test_every_field_has_a_help_text() -> None:
    bare = [
        name
        for name, field in properties(SCHEMA)
        if not {"description", "$ref"} & field.keys() and field.keys() != {"const"}
    ]
    assert bare == []
    assert all(definition["description"] for definition in SCHEMA["$defs"].values())


@pytest.mark.parametrize("path", BANKS, ids=lambda path: path.stem)
def test_sound_banks_fulfil_it(path: Path) -> None:
    assert errors_of(path.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize(
    ("old", "new", "where"),
    [
        ("title: The bridge", "titel: x", "$"),
        ("byline: 1", "byline: 2", "$.byline"),
        ("level: 1", "level: 4", "$.questions[0].level"),
        ("kind: choice", "kind: choise", "$.questions[0].kind"),
        ("answer: In March", "answers: [x]", "$.questions[0]"),
        ("prompt: When did Tom fall?", "prompt:", "$.questions[0].prompt"),
        ("  writer: {", "  Writer: {", "$.sources"),
        ("status: reported fact", "status: fact", "$.claims.fall.status"),
        ("chain: [writer]", "chain: []", "$.claims.fall.chain"),
        ("  type: news report", "  type: news report\n  text_file: a.txt", "$.article"),
    ],
)
def test_finds_what_the_reader_finds(old: str, new: str, where: str) -> None:
    broken = SOUND.replace(old, new, 1)
    assert where in errors_of(broken)
    assert problems_of(broken)


@pytest.mark.parametrize("text", ["16", "1.10", "'x'", "no"])
def test_numbers_are_texts(text: str) -> None:
    assert errors_of(SOUND.replace("[In May]", f"[{text}]")) == []


def test_each_kind_has_its_own_fields() -> None:
    question = SCHEMA["properties"]["questions"]["items"]
    assert question["properties"]["kind"]["enum"] == list(KINDS)
    assert [case["then"]["$ref"] for case in question["allOf"]] == [f"#/$defs/{k}" for k in KINDS]
    assert "statements" not in SCHEMA["$defs"]["choice"]["properties"]
