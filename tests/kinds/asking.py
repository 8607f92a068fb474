"""Making a definition of a kind from its own fields, for the tests of this folder."""

from typing import Any

from app.domain.kind import Kind, Surroundings, define

COMMON = {
    "id": "a-question",
    "skill": "sourcing/source-chain",
    "level": 2,
    "prompt": "What does the text say?",
    "because": "The text says so.",
    "evidence": "says so",
}


def ask(kind: Kind, around: Surroundings | None = None, /, **own: Any) -> Any:
    """The definition of a sound question; its evidence is not looked up."""
    fields = kind.Fields.model_validate({"kind": kind.NAME} | COMMON | own)
    definition, problems = define(kind, fields, around or Surroundings())
    assert not problems
    return definition


def points(kind: Kind, definition: Any, raw: Any) -> float:
    """What an answer earns."""
    return kind.mark(definition, kind.read(definition, raw)).points
