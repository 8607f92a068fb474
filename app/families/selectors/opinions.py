"""Selectors for facts and opinions: what evidence can settle, and what it cannot."""

from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import Final

from app.domain.annotation import Claim
from app.families.annotation_index import Material, overlap
from app.families.choosing import lot
from app.families.selection import Found, Miss, Pick
from app.families.selectors.facts import HELD, is_checkable
from app.families.selectors.misreadings import about, standing_alone
from app.families.views import claim_view

_FEWEST: Final = 3
"""Phrases of a paragraph among which one can choose."""

_MOST_WORDS: Final = 15
"""Words of a phrase that is marked in a paragraph."""


def checked_and_held(material: Material) -> Found:
    """Two statements that evidence can settle and two that it cannot, to be sorted."""
    held, checked = _both_sorts(material)
    if len(held) < 2 or len(checked) < 2:
        yield Miss("all", "it needs two opinions or predictions, and two reported facts")
        return
    for number, pair in enumerate(_pairs(held)):
        facts = _some(checked, 2, f"sorted {number}")
        values = {
            "checked": [claim_view(claim, material) for claim in facts],
            "held": [claim_view(claim, material) for claim in pair],
        }
        yield _group_pick(pair[0].id, [*facts, *pair], values)


def checkable(material: Material) -> Found:
    """Statements that evidence can settle, to be told from opinions and predictions."""
    held, checked = _both_sorts(material)
    if len(held) < 2 or len(checked) < 2:
        yield Miss("all", "it needs two opinions or predictions, and two reported facts")
        return
    for number, pair in enumerate(_pairs(held[1:] + held[:1])):
        facts = _some(checked, 2 + lot(2, "checkable", pair[0].id), f"checkable {number}")
        values = {
            "right": [claim_view(claim, material) for claim in facts],
            "wrong": [claim_view(claim, material) for claim in pair],
        }
        yield _group_pick(pair[0].id, [*facts, *pair], values)


def _both_sorts(material: Material) -> tuple[list[Claim], list[Claim]]:
    alone = standing_alone(material)
    held = [claim for claim in alone if claim.status in HELD]
    return held, [claim for claim in alone if is_checkable(claim, material)]


def _pairs(claims: Sequence[Claim]) -> list[Sequence[Claim]]:
    """Pairs of neighbours; an odd one at the end goes with the first."""
    turned = [*claims, *claims[: len(claims) % 2]]
    return [turned[start : start + 2] for start in range(0, len(turned), 2)]


def _some(claims: Sequence[Claim], count: int, label: str) -> Sequence[Claim]:
    """So many claims that do not give each other away, from a place that the label's lot gives."""
    start = lot(len(claims), label)
    chosen: list[Claim] = []
    for claim in (*claims[start:], *claims[:start]):
        apart = not any(one.id in claim.enemies or claim.id in one.enemies for one in chosen)
        if apart and len(chosen) < count:
            chosen.append(claim)
    return chosen


def _group_pick(item: str, group: Sequence[Claim], values: Mapping[str, object]) -> Pick:
    evidence = tuple(span for claim in group for span in claim.evidence)
    return Pick(item, "claims", item, values, about(group), evidence)


def judging_words(material: Material) -> Found:
    """The words of a paragraph that judge or predict, among words that report facts."""
    numbers = sorted({claim.evidence[0].paragraph for claim in material.in_order})
    for number in numbers:
        here = [c for c in material.in_order if _is_markable(c, number, material)]
        held = [claim for claim in here if claim.status in HELD]
        if held:
            yield _marked(number, held, here, material)


def _is_markable(claim: Claim, number: int, material: Material) -> bool:
    """Whether the words of a claim are one short phrase of a paragraph."""
    if len(claim.evidence) != 1 or claim.evidence[0].paragraph != number:
        return False
    short = len(material.quote_of(claim).split()) <= _MOST_WORDS
    return short and material.is_single(claim.evidence[0])


def _marked(
    number: int, held: Sequence[Claim], here: Sequence[Claim], material: Material
) -> Pick | Miss:
    facts = [claim for claim in here if is_checkable(claim, material)]
    if len(held) + len(facts) < _FEWEST or not facts:
        return Miss(held[0].id, "the paragraph has too few facts beside the opinion")
    shown = sorted((*held, *facts), key=lambda claim: claim.evidence[0])
    if any(overlap(one.evidence[0], other.evidence[0]) for one, other in pairwise(shown)):
        return Miss(held[0].id, "its words overlap with others of the paragraph")
    values = {
        "number": number,
        "held": [claim_view(claim, material) for claim in held],
        "facts": [claim_view(claim, material) for claim in facts],
        "several": len(held) > 1,
        "judged": any(claim.status == "opinion" for claim in held),
        "foretold": any(claim.status == "prediction" for claim in held),
    }
    evidence = tuple(claim.evidence[0] for claim in held)
    return Pick(held[0].id, "claims", held[0].id, values, about(shown), evidence)
