"""Selectors for single statements: what the text says, how strongly, and with which number."""

from collections.abc import Sequence
from typing import Final

from app.domain.annotation import Claim
from app.families.annotation_index import Material
from app.families.choosing import choose
from app.families.selection import Found, Miss, Pick
from app.families.selectors.misreadings import Wrong, text_of, versions
from app.families.selectors.origins import cited, is_aside
from app.families.standing import RUMOUR
from app.families.views import claim_view, source_view
from app.language.amounts import Gap

_CONTEXT: Final = 5
"""Words that a statement with a gap has at least, so that one knows what is asked for."""


def told(material: Material) -> Found:
    """What the text says, or reports of a source, among wrong versions of the same statement."""
    for claim in material.in_order:
        if claim.status == RUMOUR or len(_in_strength(claim, material)) > 1:
            continue
        yield _among_versions(claim, material, versions(claim, material))


def strengths(material: Material) -> Found:
    """A statement that keeps a hedge or a quantity, among versions that are stronger or weaker."""
    for claim in material.in_order:
        wrong = _in_strength(claim, material)
        if claim.status != RUMOUR and len(wrong) > 1:
            yield _among_versions(claim, material, wrong)


def _in_strength(claim: Claim, material: Material) -> list[Wrong]:
    """The wrong versions that differ in nothing but how much, or how surely, they say."""
    return [
        wrong
        for wrong in versions(claim, material)
        if claim.certainty and material.amounts.differ_in_strength_only(claim.says, wrong["text"])
    ]


def _among_versions(claim: Claim, material: Material, wrong: Sequence[Wrong]) -> Pick | Miss:
    if not material.stands_alone(claim.says):
        return Miss(claim.id, "it cannot be understood without the statement before it")
    if len(wrong) < 2:
        return Miss(claim.id, "it has no two wrong versions (misreadings)")
    chosen = choose(material, "versions", claim.says, wrong, text_of)
    if not chosen:
        return Miss(claim.id, "it could be told from its wrong versions by its look")
    values = {"claim": claim_view(claim, material), "wrong": chosen, **_speaker(claim, material)}
    places = cited([claim], material)
    return Pick(claim.id, "claims", claim.id, values, (claim.id,), places)


def _speaker(claim: Claim, material: Material) -> dict[str, object]:
    """Who says it, unless the text says it itself: the wording depends on what that is."""
    origin = material.origin(claim)
    far = len(claim.chain) > 1 and not is_aside(claim, material)
    return {"source": source_view(origin, material), "sourced": far}


def gaps(material: Material) -> Found:
    """A number of the text that is missing in a statement."""
    for claim in material.in_order:
        if claim.status == RUMOUR or not material.stands_alone(claim.says):
            continue
        quoted = {gap.value for gap in material.amounts.gaps_in(material.quote_of(claim))}
        found = [
            gap
            for gap in material.amounts.gaps_in(claim.says)
            if gap.value in quoted and not (gap.alone or _is_shown(claim, gap, material))
        ]
        if not found:
            yield Miss(claim.id, "it has no number that its evidence has, too")
        elif material.is_careful(material.quote_of(claim)) and not material.is_careful(claim.says):
            yield Miss(claim.id, "it has not the hedge of its evidence")
        elif not material.reported_as(claim, found[0].text):
            yield Miss(claim.id, "its wording with the source (as_reported) has no place for a gap")
        elif len(claim.says.split()) >= _CONTEXT:
            yield _gap_pick(claim, found[0], material)


def _is_shown(claim: Claim, gap: Gap, material: Material) -> bool:
    """Whether the statement, or the name of its source, has the missing number once more."""
    shown = material.reported_as(claim, gap.text)
    return any(other.value == gap.value for other in material.amounts.gaps_in(shown))


def _gap_pick(claim: Claim, gap: Gap, material: Material) -> Pick:
    values = {
        "claim": claim_view(claim, material),
        "gapped": material.reported_as(claim, gap.text),
        "number": gap.value,
    }
    places = cited([claim], material)
    return Pick(claim.id, "claims", claim.id, values, (claim.id,), places)
