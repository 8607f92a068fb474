"""The kinds of question: one pure module each, and the table that names them."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from app.domain.kind import Kind
from app.domain.question import Question
from app.kinds import (
    chain,
    choice,
    classify,
    highlight,
    match,
    multiple,
    numeric,
    order,
    short_text,
    statements,
)

_TABLE: Final[dict[str, Kind]] = {
    kind.NAME: kind
    for kind in (
        choice,
        multiple,
        statements,
        match,
        classify,
        order,
        chain,
        highlight,
        numeric,
        short_text,
    )
}

KINDS: Final[Mapping[str, Kind]] = MappingProxyType(_TABLE)
"""Every kind by its name, in the order of the documentation."""


def kind_of(question: Question) -> Kind:
    """The module that can read the question's definition."""
    return KINDS[question.kind]
