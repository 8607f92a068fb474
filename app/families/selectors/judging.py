"""Selectors for several statements that are supported, contradicted or left open."""

from collections.abc import Sequence
from typing import Any, Final

from app.domain.annotation import Claim, NotStated
from app.families.annotation_index import Material
from app.families.choosing import choose, lot
from app.families.selection import Found, Miss, Pick
from app.families.selectors.misreadings import about, chunks, misread, stated, text_of
from app.families.views import claim_view, entry_view
from app.families.words import content_words

_RIGHT: Final = ((0, 2), (1, 3), (0, 1, 3), (0, 2, 3))
"""Which of four statements are given as the text has them."""

_LONG: Final = 1.3
"""How much longer than the others true statements may be on average."""


def judgements(material: Material) -> Found:
    """Four statements each: some true, some wrong, some left open, in changing proportion."""
    if not material.not_stated:
        yield Miss("all", "the bank has no entries in not_stated")
        return
    usable = [claim for claim in stated(material) if misread(claim, material)]
    for turn in (0, 1):
        for number, group in enumerate(chunks(usable, 3)):
            yield _judgement(group, material, turn, number)


def _judgement(group: Sequence[Claim], material: Material, turn: int, number: int) -> Pick | Miss:
    # Which roles the three have is turned with every group, so that no count can be expected.
    roles = ("true", "false", "true") if (number + turn) % 2 else ("false", "true", "false")
    rows: list[dict[str, Any]] = []
    for claim, role in zip(group, roles, strict=True):
        whole = role == "true" and material.stands_alone(claim.says)
        rows.append(_true_row(claim, material) if whole else _false_row(claim, material))
    entry = closest_entry(group, material, skip=turn)
    rows.append(_open_row(entry))
    first = group[0]
    if _long_truths(rows):
        return Miss(f"{first.id}.{turn + 1}", "its true statements would be the longest ones")
    return Pick(
        f"{first.id}.{turn + 1}",
        "claims",
        first.id,
        {"rows": rows, "first": claim_view(first, material)},
        about(group),
        entries=(entry.id,),
    )


def _long_truths(rows: Sequence[dict[str, Any]]) -> bool:
    """Whether the true statements are conspicuously longer than the others."""
    true = [len(row["text"]) for row in rows if row["is"] is True]
    others = [len(row["text"]) for row in rows if row["is"] is not True]
    return bool(true) and sum(true) / len(true) > _LONG * sum(others) / len(others)


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
    wrong = max(misread(claim, material), key=lambda one: len(text_of(one)))
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
    """Two or three statements that the text supports, among wrong ones and one left open."""
    usable = [
        claim
        for claim in stated(material)
        if misread(claim, material) and material.stands_alone(claim.says)
    ]
    for group in chunks(usable, 4):
        name = group[0].id
        right = [claim for place, claim in enumerate(group) if place in _RIGHT[lot(4, name)]]
        wrong = [misread(claim, material)[-1] for claim in group if claim not in right]
        entries = [closest_entry(group, material)] if material.not_stated else []
        values = {
            "right": [claim_view(claim, material) for claim in right],
            "wrong": [{"open": False, **one} for one in wrong]
            + [{"open": True, "text": one.says, "because": one.because} for one in entries],
        }
        evidence = tuple(span for claim in group for span in claim.evidence)
        absent = entries[0].absent if entries else ()
        shown = tuple(entry.id for entry in entries)
        yield Pick(name, "claims", name, values, about(group), evidence, absent, entries=shown)


def left_open(material: Material) -> Found:
    """What the text leaves open, among statements that it makes."""
    for entry in material.not_stated:
        claims = [claim for claim in stated(material) if material.stands_alone(claim.says)]
        words = content_words(entry.says)
        claims.sort(key=lambda claim: -len(words & content_words(claim.says)))
        chosen = choose(material.cues, entry.says, claims, 2, entry.id, lambda claim: claim.says)
        if not chosen:
            yield Miss(entry.id, "no statements of the text are fit to stand beside it")
            continue
        values = {
            "entry": entry_view(entry),
            "others": [claim_view(claim, material) for claim in chosen],
        }
        evidence = tuple(span for claim in chosen for span in claim.evidence)
        yield Pick(
            entry.id,
            "not_stated",
            entry.id,
            values,
            about(chosen),
            evidence,
            entry.absent,
            entries=(entry.id,),
        )
