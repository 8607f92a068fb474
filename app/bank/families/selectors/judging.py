"""Selectors for several statements that are supported, contradicted or left open."""

from collections.abc import Sequence
from typing import Any

from app.bank.families.choosing import choose
from app.bank.families.material import Material
from app.bank.families.picks import Found, Miss, Pick
from app.bank.families.selectors.misreadings import about, chunks, misread
from app.bank.families.views import claim_view, entry_view
from app.bank.families.words import content_words
from app.domain.annotation import Claim, NotStated


def judgements(material: Material) -> Found:
    """Four statements each: some true, some wrong, some left open, in changing proportion."""
    if not material.not_stated:
        yield Miss("all", "the bank has no entries in not_stated")
        return
    usable = [claim for claim in material.in_order if misread(claim, material)]
    for turn in (0, 1):
        for number, group in enumerate(chunks(usable, 3)):
            yield _judgement(group, material, turn, number)


def _judgement(group: Sequence[Claim], material: Material, turn: int, number: int) -> Pick:
    # Which roles the three have is turned with every group, so that no count can be expected.
    roles = ("true", "false", "true") if (number + turn) % 2 else ("false", "true", "false")
    rows: list[dict[str, Any]] = []
    for claim, role in zip(group, roles, strict=True):
        whole = role == "true" and material.stands_alone(claim.says)
        rows.append(_true_row(claim, material) if whole else _false_row(claim, material))
    entry = closest_entry(group, material, skip=turn)
    rows.append(_open_row(entry))
    first = group[0]
    return Pick(
        f"{first.id}.{turn + 1}",
        "claims",
        first.id,
        {"rows": rows, "first": claim_view(first, material)},
        about(group),
    )


def _true_row(claim: Claim, material: Material) -> dict[str, Any]:
    places = material.quotations(claim.evidence)
    view = claim_view(claim, material)
    return {
        "text": claim.says,
        "is": True,
        "evidence": places,
        "absent": [],
        "because": "",
        "claim": view,
    }


def _false_row(claim: Claim, material: Material) -> dict[str, Any]:
    wrong = misread(claim, material)[0]
    places = material.quotations(claim.evidence)
    return wrong | {"is": False, "evidence": places, "absent": []}


def _open_row(entry: NotStated) -> dict[str, Any]:
    return {
        "text": entry.says,
        "is": "not stated",
        "evidence": [],
        "absent": list(entry.absent),
        "because": entry.because,
    }


def closest_entry(group: Sequence[Claim], material: Material, skip: int = 0) -> NotStated:
    """The not-stated entry with most words in common with some claims, or the next after it."""
    words = content_words(" ".join(claim.says for claim in group))
    ranked = sorted(
        enumerate(material.not_stated),
        key=lambda pair: (-len(words & content_words(pair[1].says)), pair[0]),
    )
    return ranked[min(skip, len(ranked) - 1)][1]


def supported(material: Material) -> Found:
    """Two statements that the text supports, among wrong ones and one that it leaves open."""
    usable = [
        claim
        for claim in material.in_order
        if misread(claim, material) and material.stands_alone(claim.says)
    ]
    for group in chunks(usable, 4):
        right = [group[0], group[2]]
        wrong = [misread(claim, material)[-1] for claim in (group[1], group[3])]
        entries = [entry_view(closest_entry(group, material))] if material.not_stated else []
        values = {"right": [claim_view(claim, material) for claim in right], "wrong": wrong}
        evidence = tuple(span for claim in group for span in claim.evidence)
        absent = closest_entry(group, material).absent if entries else ()
        yield Pick(
            group[0].id,
            "claims",
            group[0].id,
            values | {"open": entries},
            about(group),
            evidence,
            absent,
        )


def left_open(material: Material) -> Found:
    """What the text leaves open, among statements that it makes."""
    for entry in material.not_stated:
        claims = [claim for claim in material.in_order if material.stands_alone(claim.says)]
        words = content_words(entry.says)
        claims.sort(key=lambda claim: -len(words & content_words(claim.says)))
        chosen = choose(material.cues, entry.says, claims, 2, entry.id, lambda claim: claim.says)
        if not chosen:
            yield Miss(entry.id, "no statements of the text are like it in length")
            continue
        values = {
            "entry": entry_view(entry),
            "others": [claim_view(claim, material) for claim in chosen],
        }
        evidence = tuple(span for claim in chosen for span in claim.evidence)
        yield Pick(entry.id, "not_stated", entry.id, values, about(chosen), evidence, entry.absent)
