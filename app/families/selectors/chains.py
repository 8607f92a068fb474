"""Selectors for the way of a statement, from its origin to the writer."""

from app.domain.annotation import Claim
from app.domain.option import sameness
from app.families.annotation_index import Material
from app.families.choosing import choose, distinct
from app.families.selection import Found, Miss, Pick, evidence_of
from app.families.selectors.misreadings import about
from app.families.selectors.origins import (
    among_claims,
    chain_of,
    claim_pick,
    may_be_reached,
    name_of,
    names_source,
    near,
    rivals,
)
from app.families.views import claim_views

_LONGEST_WAY = 6
"""Hands that can be put in order on a telephone, with two more to leave out."""


def _passed_on(material: Material) -> list[Claim]:
    """One claim for each way of three or more hands, the first in the article."""
    ways: dict[tuple[str, ...], Claim] = {}
    for claim in material.in_order:
        if len(claim.chain) > 2:
            ways.setdefault(claim.chain, claim)
    return list(ways.values())


def _passed_on_last(material: Material) -> list[Claim]:
    """The same with the last claim of each way, so that other statements are shown."""
    ways = {claim.chain: claim for claim in material.in_order if len(claim.chain) > 2}
    return list(ways.values())


def first_origin(material: Material) -> Found:
    """Where a statement comes from at first, among those who passed it on."""
    for claim in _passed_on(material):
        chain = chain_of(claim, material)
        if names_source(claim, chain):
            yield Miss(claim.id, "the statement itself names one of its sources")
            continue
        between = chain[1:-1]
        candidates = [*between[:2], *rivals(claim, material)]
        others = choose(material.cues, name_of(chain[0]), candidates, 2, claim.id, name_of)
        if others:
            yield claim_pick(claim, material, others)
        else:
            yield Miss(claim.id, "there are not enough other sources to set beside its own")


def last_giver(material: Material) -> Found:
    """From whom the writer has a statement, among those who had it before: one for each giver."""
    seen: set[str] = set()
    for claim in sorted(_passed_on_last(material), key=lambda claim: -len(claim.chain)):
        chain = chain_of(claim, material)
        if claim.chain[-2] in seen or names_source(claim, chain):
            continue
        candidates = [*chain[:-2], *rivals(claim, material)]
        others = choose(material.cues, name_of(chain[-2]), candidates, 2, claim.id, name_of)
        if others:
            seen.add(claim.chain[-2])
            yield claim_pick(claim, material, others)


def ways(material: Material) -> Found:
    """The way of a statement, with two sources that are no part of it."""
    for claim in _passed_on(material):
        names = {sameness(source.name) for source in chain_of(claim, material)}
        if len(names) < len(claim.chain) or len(claim.chain) > _LONGEST_WAY:
            yield Miss(claim.id, "its chain is too long, or two of its sources have one name")
            continue
        apart = [s for s in rivals(claim, material) if sameness(s.name) not in names]
        yield claim_pick(claim, material, distinct(apart, lambda source: source.name, 2))


def hands(material: Material) -> Found:
    """Through how many hands a statement came."""
    for claim in _passed_on_last(material):
        yield claim_pick(claim, material)


def longest_way(material: Material) -> Found:
    """The statement that came through most hands, among others near it with shorter ways."""
    for claim in material.in_order:
        if len(claim.chain) < 3 or not material.stands_alone(claim.says):
            continue
        length = len(claim.chain)
        as_long = [other for other in material.in_order if len(other.chain) >= length]
        shorter = [
            other
            for other in near(claim, material)
            if len(other.chain) < length and not may_be_reached(other, as_long)
        ]
        yield among_claims(claim, material, shorter, "statements with shorter ways")


def directness(material: Material) -> Found:
    """Two statements that the writer has straight from their origin, and two passed-on ones."""
    claims = [c for c in material.in_order if _hides_origin(c, material)]
    straight = [c for c in claims if _is_straight(c, material)]
    passed = [c for c in claims if len(c.chain) > 2]
    if len(straight) < 2 or len(passed) < 2:
        yield Miss("all", "it needs two statements of each sort")
    for number in range(0, min(len(straight), len(passed)) - 1, 2):
        group = [*straight[number : number + 2], *passed[number : number + 2]]
        values = {
            "straight": claim_views(group[:2], material),
            "passed": claim_views(group[2:], material),
        }
        yield Pick(group[0].id, "claims", group[0].id, values, about(group), evidence_of(group))


def _hides_origin(claim: Claim, material: Material) -> bool:
    """Whether a claim is understood by itself, and names no source before the writer."""
    named = names_source(claim, chain_of(claim, material)[:-1])
    return material.stands_alone(claim.says) and not named


def _is_straight(claim: Claim, material: Material) -> bool:
    """Whether the writer has a claim from where it began: news itself comes from somewhere."""
    told = material.origin(claim).type in {"news organisation", "reporter"}
    return len(claim.chain) == 2 and claim.status == "attributed" and not told
