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

_MODULES: tuple[Kind, ...] = (
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

KINDS: Final[Mapping[str, Kind]] = MappingProxyType({kind.NAME: kind for kind in _MODULES})
"""Every kind by its name, in the order of the documentation."""

CONFIDENT: Final = frozenset(kind.NAME for kind in (choice, statements, numeric, short_text))
"""The kinds of which a student can be asked how sure they are: one answer, right or not."""


def kind_of(question: Question) -> Kind:
    """The module that can read the question's definition."""
    return KINDS[question.kind]
