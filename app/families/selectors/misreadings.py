"""Wrong versions of claims as options, and what statements have in common."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any, Final

from app.domain.annotation import Claim
from app.domain.option import sameness
from app.families.annotation_index import Material, role_of
from app.families.standing import own_word
from app.families.views import claim_view
from app.families.words import content_words

Wrong = dict[str, Any]
"""A wrong option or row: `text`; `reported` (the text with the standing of the claim, "" if it has
no such wording); `because` (may be empty); whether the article leaves it `open`; the `claim` that
it is a version of."""

_HELD: Final = frozenset({"opinion", "prediction", "rumour"})


def misread(claim: Claim, material: Material) -> list[Wrong]:
    """The wrong versions of a claim that the text contradicts, and that have their standing."""
    return [one for one in versions(claim, material) if one["reported"] and not one["open"]]


def opened(claim: Claim, material: Material) -> list[Wrong]:
    """The wrong versions of a claim that the text leaves open, and that have their standing."""
    return [one for one in versions(claim, material) if one["reported"] and one["open"]]


def versions(claim: Claim, material: Material) -> list[Wrong]:
    """All wrong versions of a claim that can stand alone."""
    view = claim_view(claim, material)
    return [
        {
            "text": text,
            "reported": material.reported_as(claim, text),
            "because": wrong.why,
            "open": wrong.open,
            "claim": view,
        }
        for text, wrong in claim.misreadings.items()
        if material.stands_alone(text) and sameness(text) != sameness(claim.says)
    ]


def stated(material: Material) -> list[Claim]:
    """The claims that a text can settle; whether an opinion, forecast or rumour is so, none can.

    Left out are claims of sources about themselves that have no wording with their source:
    “according to Tom, a cyclist fell”, where Tom is the cyclist.
    """
    return [
        claim
        for claim in material.in_order
        if claim.status not in _HELD
        and (claim.as_reported or not _is_about_source(claim, material))
    ]


def _is_about_source(claim: Claim, material: Material) -> bool:
    """Whether a claim speaks of its source by the role that the source's name has in brackets."""
    role = content_words(role_of(material.origin(claim).name))
    return not own_word(claim) and bool(role & content_words(claim.says))


def text_of(wrong: Wrong) -> str:
    """The text of a wrong option."""
    return str(wrong["text"])


def reported_of(wrong: Wrong) -> str:
    """The text of a wrong option with the standing of its claim."""
    return str(wrong["reported"])


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
