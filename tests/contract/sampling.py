"""Every kind with its samples, and what a contract test makes of them."""

from collections.abc import Mapping
from typing import Any

import pytest

from app.domain.kind import Json, Kind, Sample, define
from app.kinds import KINDS
from tests.contract import toy

KNOWN: tuple[Kind, ...] = (*KINDS.values(), toy)
"""The kinds of the table, and one that exists only here."""

EVERY_KIND = pytest.mark.parametrize("kind", KNOWN, ids=[kind.NAME for kind in KNOWN])
CASES = [(kind, sample) for kind in KNOWN for sample in kind.samples()]
EVERY_SAMPLE = pytest.mark.parametrize(
    ("kind", "sample"),
    CASES,
    ids=[f"{kind.NAME}-{n}" for n, (kind, _) in enumerate(CASES)],
)
COMMON = {
    "id": "a-question",
    "skill": "facts/explicit-information",
    "level": 1,
    "prompt": "What does the text say?",
    "because": "The text says so.",
    "evidence": "says so",
}


def read_fields(kind: Kind, own: Mapping[str, Any]) -> Any:
    return kind.Fields.model_validate({"kind": kind.NAME} | COMMON | dict(own))


def settled(kind: Kind, sample: Sample, own: Mapping[str, Any] | None = None) -> Any:
    """The definition of a sample, or of other fields in its surroundings."""
    fields_read = read_fields(kind, sample.fields if own is None else own)
    definition, problems = define(kind, fields_read, sample.around)
    assert not problems
    return definition


def responses(sample: Sample) -> list[Json]:
    return [None, sample.right, sample.wrong, *(response for response, _ in sample.partly)]


def entries_in(presented: Mapping[str, Json]) -> list[dict[str, str]]:
    lists = [entries for entries in presented.values() if isinstance(entries, list)]
    return [entry for entries in lists for entry in entries]


def ids_in(presented: Mapping[str, Json]) -> list[str]:
    return [entry["id"] for entry in entries_in(presented) if "id" in entry]
