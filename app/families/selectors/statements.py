"""Selectors for single statements: what the text says, and how strongly."""

from collections.abc import Sequence

from app.domain.annotation import Claim
from app.families.annotation_index import Material
from app.families.choosing import choose, lot
from app.families.selection import Found, Miss, Pick
from app.families.selectors.misreadings import Wrong, about_all, misread, stated, text_of
from app.families.views import claim_view


def versions(material: Material) -> Found:
    """One true statement among wrong ones, its own wrong versions and those of its neighbours."""
    for claim in stated(material):
        if not claim.certainty or len(claim.misreadings) < 2:
            yield _version(claim, material)


def _version(claim: Claim, material: Material) -> Pick | Miss:
    own = misread(claim, material)
    if not material.stands_alone(claim.says):
        return Miss(claim.id, "it cannot be understood without the statement before it")
    if not own:
        return Miss(claim.id, "it has no wrong version (misreadings)")
    near = [wrong for other in material.near(claim) for wrong in misread(other, material)]
    # The key is as often inside as outside the pair of options that are alike.
    pools = [own[:1] + near[:6], near[:6], own + near[:2]]
    first = lot(len(pools), "versions", claim.id)
    for pool in pools[first:] + pools[:first]:
        chosen = choose(material.cues, claim.says, pool, 2, claim.id, text_of)
        if chosen:
            return _claim_pick(claim, material, chosen)
    return Miss(claim.id, "no wrong versions near it are fit to stand beside it")


def _claim_pick(claim: Claim, material: Material, wrong: Sequence[Wrong]) -> Pick:
    values = {"claim": claim_view(claim, material), "wrong": list(wrong)}
    return Pick(
        claim.id, "claims", claim.id, values, about_all(claim, wrong), evidence=claim.evidence
    )


def strengths(material: Material) -> Found:
    """One true statement with a hedge or quantity, among its own wrong versions."""
    for claim in stated(material):
        own = misread(claim, material)
        if not claim.certainty or len(own) < 2:
            continue
        wrong = choose(material.cues, claim.says, own, 2, claim.id, text_of)
        if wrong:
            yield _claim_pick(claim, material, wrong)
        else:
            yield Miss(claim.id, "its wrong versions are not like it, or all sound too strong")


def verdicts(material: Material) -> Found:
    """Single statements to be held against the text: true, wrong, and left open."""
    claims = stated(material)
    share = _share(len(claims), len(material.not_stated))
    for claim in claims:
        wrong = misread(claim, material)
        if not wrong:
            yield Miss(claim.id, "it has no wrong version (misreadings)")
            continue
        if material.stands_alone(claim.says) and lot(100, "true", claim.id) < share:
            yield _verdict(claim, material, "true", claim.says, "", claim.id)
        if lot(100, "false", claim.id) < share:
            number = lot(len(wrong), "verdict", claim.id)
            version, item = wrong[number], f"{claim.id}.{number + 1}"
            yield _verdict(claim, material, "false", version["text"], version["because"], item)
    for entry in material.not_stated:
        values = {"said": "open", "statement": entry.says, "because": entry.because}
        yield Pick(
            f"open.{entry.id}",
            "not_stated",
            entry.id,
            values,
            absent=entry.absent,
            entries=(entry.id,),
        )


def _share(claims: int, entries: int) -> int:
    """The share of claims, in per cent, to be shown as true, and as wrong.

    There are then about as many of each as are left open: none of the answers is a good guess.
    """
    return 100 if not entries else min(100, 110 * entries // max(1, claims))


def _verdict(
    claim: Claim, material: Material, said: str, statement: str, because: str, item: str
) -> Pick:
    values = {
        "said": said,
        "statement": statement,
        "because": because,
        "claim": claim_view(claim, material),
    }
    return Pick(item, "claims", claim.id, values, (claim.id,), claim.evidence)
