"""Selectors for the way of a statement, from its origin to the writer."""

from collections.abc import Iterator, Sequence
from typing import Any, Final

from app.domain.annotation import Claim, Source
from app.domain.option import sameness
from app.families.annotation_index import Material
from app.families.choosing import choose, distinct
from app.families.selection import Found, Miss, Pick
from app.families.selectors.misreadings import about
from app.families.selectors.origins import (
    chain_of,
    cited,
    is_aside,
    name_of,
    names_source,
    rivals,
)
from app.families.views import claim_view, claim_views, source_view

_LONGEST_WAY: Final = 6
"""Hands that can be put in order on a telephone, with two more to leave out."""


def _passed_on(material: Material, *, last: bool = False) -> list[Claim]:
    """One claim for each way of three or more hands, the first in the article or the last."""
    ways: dict[tuple[str, ...], Claim] = {}
    for claim in material.in_order:
        far = len(claim.chain) > 2 and not is_aside(claim, material)
        if far and (last or claim.chain not in ways):
            ways[claim.chain] = claim
    return list(ways.values())


def first_origin(material: Material) -> Found:
    """Where a statement comes from at first, among those who passed it on."""
    for claim in _passed_on(material):
        yield _hand_pick(claim, 0, material)


def last_giver(material: Material) -> Found:
    """From whom the writer has a statement, among those who had it before: one for each giver."""
    seen: set[str] = set()
    for claim in sorted(_passed_on(material, last=True), key=lambda claim: -len(claim.chain)):
        if claim.chain[-2] not in seen:
            found = _hand_pick(claim, len(claim.chain) - 2, material)
            if isinstance(found, Pick):
                seen.add(claim.chain[-2])
            yield found


def _hand_pick(claim: Claim, place: int, material: Material) -> Pick | Miss:
    """One hand of a way as the key, among its other hands before others."""
    chain = chain_of(claim, material)
    if names_source(claim, chain):
        return Miss(claim.id, "the statement itself names one of its sources")
    hands = [one for at, one in enumerate(chain[:-1]) if at != place]
    candidates = [*hands, *rivals(claim, material)]
    others = choose(
        material,
        "hands",
        name_of(chain[place]),
        candidates,
        name_of,
        lambda group: any(one in hands for one in group),
    )
    if not others:
        return Miss(claim.id, "there are not enough other sources to set beside its own")
    values = {
        "claim": claim_view(claim, material),
        "others": [_on_the_way(one, chain, material) for one in others],
    }
    places = cited([claim], material)
    return Pick(claim.id, "claims", claim.id, values, (claim.id,), places)


def _on_the_way(source: Source, chain: Sequence[Source], material: Material) -> dict[str, Any]:
    """A source with those from which and to which a statement went, "" for none."""
    place = chain.index(source) if source in chain else -1
    before = name_of(chain[place - 1]) if place > 0 else ""
    after = name_of(chain[place + 1]) if 0 <= place < len(chain) - 1 else ""
    return {**source_view(source, material), "before": before, "after": after}


def ways(material: Material) -> Found:
    """The way of a statement, with two sources that are no part of it."""
    for claim in _passed_on(material):
        names = {sameness(source.name) for source in chain_of(claim, material)}
        if len(names) < len(claim.chain) or len(claim.chain) > _LONGEST_WAY:
            yield Miss(claim.id, "its chain is too long, or two of its sources have one name")
            continue
        apart = [s for s in rivals(claim, material) if sameness(s.name) not in names]
        others = distinct(apart, lambda source: source.name, 2)
        values = {
            "claim": claim_view(claim, material),
            "others": [source_view(other, material) for other in others],
        }
        places = cited([claim], material)
        yield Pick(claim.id, "claims", claim.id, values, (claim.id,), places)


def directness(material: Material) -> Found:
    """Two statements that the writer has straight from their origin, and two passed-on ones."""
    claims = [c for c in material.in_order if _hides_origin(c, material)]
    straight = [c for c in claims if _is_straight(c, material)]
    passed = [c for c in claims if len(c.chain) > 2]
    if len(straight) < 2 or len(passed) < 2:
        yield Miss("all", "it needs two statements of each sort")
    for group in _fours(straight, passed):
        values = {
            "straight": claim_views(group[:2], material),
            "passed": claim_views(group[2:], material),
        }
        places = cited(group, material)
        yield Pick(group[0].id, "claims", group[0].id, values, about(group), places)


def _fours(straight: Sequence[Claim], passed: Sequence[Claim]) -> Iterator[Sequence[Claim]]:
    for number in range(0, min(len(straight), len(passed)) - 1, 2):
        yield [*straight[number : number + 2], *passed[number : number + 2]]


def _hides_origin(claim: Claim, material: Material) -> bool:
    """Whether a claim is understood by itself, and names no source before the writer."""
    named = names_source(claim, chain_of(claim, material)[:-1])
    return material.stands_alone(claim.says) and not named


def _is_straight(claim: Claim, material: Material) -> bool:
    """Whether the writer has a claim from where it began: news itself comes from somewhere."""
    told = material.origin(claim).type in {"news organisation", "reporter"}
    direct = len(claim.chain) == 2 and claim.status == "attributed" and not told
    return direct and not is_aside(claim, material)
