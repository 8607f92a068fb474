"""What a selector finds in the annotation: the makings of one question, or why there is none."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, Final

from app.domain.annotation import Claim
from app.domain.article import Span
from app.families.annotation_index import Material


@dataclass(frozen=True)
class Pick:
    """The makings of one question.

    `item` is the id of the entry that it is made of, with a number if it makes several; `section`
    and `entry` say where that entry stands in the bank; `values` are what the templates can name;
    `about` are the claims and devices that the question shows or rests on; `evidence` are the
    places that settle it, `absent` the words that must not occur; `enemies` are the items of
    questions of the same family that ask nearly the same, `entries` the ids of what is not stated
    that the question shows.
    """

    item: str
    section: str
    entry: str
    values: Mapping[str, Any]
    about: tuple[str, ...] = ()
    evidence: tuple[Span, ...] = ()
    absent: tuple[str, ...] = ()
    enemies: tuple[str, ...] = ()
    entries: tuple[str, ...] = ()


ALL: Final = "all"
"""The item of a miss that is about all entries."""


@dataclass(frozen=True, slots=True)
class Miss:
    """An entry of which a family makes no question, and why not."""

    item: str
    why: str


def evidence_of(claims: Iterable[Claim]) -> tuple[Span, ...]:
    """The evidence of several claims, in their order."""
    return tuple(span for claim in claims for span in claim.evidence)


Found = Iterator[Pick | Miss]
Selector = Callable[[Material], Found]


@dataclass(frozen=True, slots=True)
class Unmade:
    """A question that was not made: the family, the entry and the reason."""

    family: str
    item: str
    why: str


@dataclass(frozen=True)
class Made:
    """What the families made of a bank: questions as a bank would write them, and what is missing.

    `places` says of each question where its entry stands: (section, key or index as text).
    """

    questions: tuple[dict[str, Any], ...] = ()
    places: Mapping[str, tuple[str, str]] = field(default_factory=dict)
    unmade: tuple[Unmade, ...] = ()
