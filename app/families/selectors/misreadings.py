"""Wrong versions of claims as options, and what statements have in common."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any, Final

from app.domain.annotation import Claim
from app.domain.option import sameness
from app.families.annotation_index import Material
from app.families.views import claim_view

Wrong = dict[str, Any]
"""A wrong option or row: `text`, `because` (may be empty), and the claim that it is about."""

_HELD: Final = frozenset({"opinion", "prediction"})


def misread(claim: Claim, material: Material) -> list[Wrong]:
    """The wrong versions of a claim that can stand alone."""
    return [
        {"text": text, "because": because, "claim": claim_view(claim, material)}
        for text, because in claim.misreadings.items()
        if material.stands_alone(text) and sameness(text) != sameness(claim.says)
    ]


def stated(material: Material) -> list[Claim]:
    """The claims that the text itself makes; whether an opinion is so, no text can settle."""
    return [claim for claim in material.in_order if claim.status not in _HELD]


def text_of(wrong: Wrong) -> str:
    """The text of a wrong option."""
    return str(wrong["text"])


def about(claims: Iterable[Claim]) -> tuple[str, ...]:
    """The ids of claims, each once."""
    return tuple(dict.fromkeys(claim.id for claim in claims))


def about_all(claim: Claim, wrongs: Iterable[Wrong]) -> tuple[str, ...]:
    """The ids of a claim and of those that wrong options are about, each once."""
    return tuple(dict.fromkeys([claim.id, *(str(wrong["claim"]["id"]) for wrong in wrongs)]))


def chunks(claims: Sequence[Claim], size: int) -> Iterator[Sequence[Claim]]:
    """Groups of so many claims, one after the other; a rest that is too small is left out."""
    for start in range(0, len(claims) - size + 1, size):
        yield claims[start : start + size]


def standing_alone(material: Material) -> list[Claim]:
    """The claims that can be understood without others, in the order of the article."""
    return [claim for claim in material.in_order if material.stands_alone(claim.says)]
