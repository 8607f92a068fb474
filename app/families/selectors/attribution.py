"""Selectors for who says it: the source of a statement, or that it has none."""

from collections.abc import Iterator, Sequence
from functools import partial

from app.domain.annotation import Claim, Source
from app.families.annotation_index import Material
from app.families.choosing import choose, lot
from app.families.selection import Found, Miss, Pick
from app.families.selectors.misreadings import about
from app.families.selectors.origins import (
    RECORDS,
    among_claims,
    any_alike,
    chain_of,
    cited,
    independent,
    is_aside,
    may_be_reached,
    name_of,
    names_source,
    near,
    rivals,
    sourced,
    untouched,
    with_statement,
)
from app.families.standing import own_word
from app.families.views import claim_view, source_view


def on_whose_word(material: Material) -> Found:
    """The source of a statement, among others that have no part in it."""
    for claim in sourced(material):
        if names_source(claim, chain_of(claim, material)[:-1]):
            yield Miss(claim.id, "the statement itself names a source of it")
            continue
        origin = material.origin(claim)
        others = choose(
            material,
            "whose word",
            name_of(origin),
            rivals(claim, material),
            name_of,
            partial(any_alike, origin),
        )
        if others:
            yield _source_pick(claim, others, material)
        else:
            yield Miss(claim.id, "there are no two other sources to set beside its own")


def _source_pick(claim: Claim, others: Sequence[Source], material: Material) -> Pick:
    values = {
        "claim": claim_view(claim, material),
        "others": [with_statement(other, material) for other in others],
    }
    places = cited([claim], material)
    return Pick(claim.id, "claims", claim.id, values, (claim.id,), places)


def without_source(material: Material) -> Found:
    """What the text states without a source, among statements with one."""
    for claim in material.in_order:
        if _without_word(claim, material) and material.stands_alone(claim.says):
            others = [other for other in _unnamed(claim, material) if len(other.chain) > 1]
            yield among_claims(claim, material, others, "statements with a source")


def with_source(material: Material) -> Found:
    """What the text has from a source, among statements without one."""
    for claim in sourced(material):
        if not material.stands_alone(claim.says) or names_source(claim, chain_of(claim, material)):
            continue
        others = [o for o in near(claim, material) if _without_word(o, material)]
        yield among_claims(claim, material, others, "statements without a source")


def _without_word(claim: Claim, material: Material) -> bool:
    """Whether the text states a claim, and no attribution nearby may be taken to cover it."""
    plain = own_word(claim) and not is_aside(claim, material)
    return plain and not may_be_reached(claim, sourced(material))


def _unnamed(claim: Claim, material: Material) -> Iterator[Claim]:
    """Claims near one, from a source, that do not themselves tell from which."""
    fitting = {other.id for other in sourced(material)}
    return (
        other
        for other in near(claim, material)
        if other.id in fitting and not names_source(other, chain_of(other, material))
    )


def resting_on(material: Material) -> Found:
    """The statement that comes from a source, among others in which it has no part."""
    for claim in sourced(material):
        source = material.origin(claim)
        if names_source(claim, [source]) or not material.stands_alone(claim.says):
            yield Miss(claim.id, "the statement itself names its source")
            continue
        others = [o for o in _unnamed(claim, material) if untouched(o, source, material)]
        yield among_claims(
            claim,
            material,
            others,
            "statements from others",
            source=source_view(source, material),
        )


def pairs(material: Material) -> Found:
    """Three statements to be matched with the sources from which they come, one source to spare."""
    claims = [
        claim
        for claim in sourced(material)
        if material.stands_alone(claim.says) and not names_source(claim, chain_of(claim, material))
    ]
    used: set[str] = set()
    for claim in claims:
        group = _independent_group(claim, [c for c in claims if c.id not in used], material)
        spare = [s for s in rivals(claim, material) if _spare(s, group, material)]
        if claim.id in used or len(group) < 3 or not spare:
            continue
        used.update(about(group))
        yield _paired(group, spare[0], material)
    if not used:
        yield Miss("all", "it needs three statements whose sources have nothing to do with another")


def _paired(group: Sequence[Claim], spare: Source, material: Material) -> Pick:
    first = group[0]
    values = {
        "rows": [claim_view(member, material) for member in group],
        "spare": with_statement(spare, material),
    }
    evidence = cited(group, material)
    return Pick(first.id, "claims", first.id, values, about(group), evidence)


def _independent_group(claim: Claim, claims: Sequence[Claim], material: Material) -> list[Claim]:
    group = [claim]
    for other in sorted(claims, key=lambda c: c.evidence[0]):
        fits = all(
            independent(other, material.origin(member), material)
            and independent(member, material.origin(other), material)
            for member in group
        )
        if other is not claim and fits and len(group) < 3:
            group.append(other)
    return group


def _spare(source: Source, group: Sequence[Claim], material: Material) -> bool:
    return all(independent(claim, source, material) for claim in group)


def on_record(material: Material) -> Found:
    """Statements that go back to a document or to figures, among others that do not."""
    claims = [c for c in material.in_order if material.stands_alone(c.says)]
    recorded = [c for c in sourced(material) if c in claims and _recorded(c, material)]
    on_paper = [c for c in material.in_order if _touched_by_record(c, material)]
    spoken = [c for c in sourced(material) if c in claims and c not in on_paper]
    spoken = [c for c in spoken if not may_be_reached(c, on_paper) and not _tells(c, material)]
    for number in range(0, len(recorded) - 1, 2):
        pair = recorded[number : number + 2]
        start = lot(max(1, len(spoken) - 2), "record", pair[0].id)
        others = spoken[start : start + 3]
        if len(others) < 2:
            yield Miss(pair[0].id, "it needs two statements that go back to no document")
            continue
        group = [*pair, *others]
        values = {
            "right": [claim_view(claim, material) for claim in pair],
            "others": [claim_view(claim, material) for claim in others],
        }
        evidence = cited(group, material)
        yield Pick(pair[0].id, "claims", pair[0].id, values, about(group), evidence)


def _recorded(claim: Claim, material: Material) -> bool:
    on_record = claim.status == "attributed" and material.origin(claim).type in RECORDS
    return on_record and not _tells(claim, material)


def _tells(claim: Claim, material: Material) -> bool:
    return names_source(claim, chain_of(claim, material)[:-1])


def _touched_by_record(claim: Claim, material: Material) -> bool:
    return any(s.type in RECORDS | {"social media"} for s in chain_of(claim, material))
