"""Selectors for several statements that are reported, contradicted or left open."""

from collections.abc import Iterator, Sequence
from typing import Any, Final

from app.domain.annotation import Claim, NotStated
from app.families.annotation_index import Material
from app.families.choosing import choose, lot
from app.families.selection import Found, Miss, Pick, evidence_of
from app.families.selectors.misreadings import (
    Wrong,
    about,
    misread,
    opened,
    reported_of,
    stated,
)
from app.families.selectors.origins import is_aside
from app.families.standing import own_word
from app.families.views import claim_view, entry_view
from app.families.words import content_words

_OTHERS: Final = 3
"""Statements of a group that may be on a source's word, beside one of the text's own."""

_FEWEST_OTHERS: Final = 2

_ANSWERS: Final = (
    ("true", "false", "false", "open"),
    ("true", "true", "false", "open"),
    ("true", "false", "open", "open"),
    ("false", "false", "true", "true"),
    ("false", "true", "false", "false"),
    ("open", "true", "true", "false"),
)
"""What the statements of a group are: how many of each kind cannot be expected."""

MOST_WORDS: Final = 20
"""Words of an option or a row: what is longer is not read."""

_LONG: Final = 1.3
"""How much longer than the others true statements may be on average."""

Row = dict[str, Any]


def judgements(material: Material) -> Found:
    """Four statements each: true, false and left open in changing proportion."""
    if not material.not_stated:
        yield Miss("all", "the bank has no entries in not_stated")
        return
    for number, group in enumerate(_groups(material)):
        yield _judgement(group, material, number)


def _groups(material: Material) -> Iterator[tuple[Claim, ...]]:
    """Groups of three or four claims, of which one at least is the text's own statement.

    Otherwise what is left open could be told by its form: it alone names no source.
    """
    usable = [c for c in stated(material) if misread(c, material) and not is_aside(c, material)]
    usable = [claim for claim in usable if _is_short(claim, material)]
    own = [claim for claim in usable if own_word(claim)]
    others = [claim for claim in usable if not own_word(claim)]
    while own:
        first, own = own[0], own[1:]
        beside, others = others[:_OTHERS], others[_OTHERS:]
        missing = max(0, _OTHERS - len(beside))
        beside, own = [*beside, *own[:missing]], own[missing:]
        if len(beside) > 1:
            yield (first, *beside)


def _is_short(claim: Claim, material: Material) -> bool:
    """Whether a claim and its wrong versions are short enough to be rows, with their source."""
    texts = (material.reported(claim), *map(reported_of, misread(claim, material)))
    alone = material.stands_alone(claim.says)
    return alone and all(len(text.split()) <= MOST_WORDS for text in texts)


def _judgement(group: Sequence[Claim], material: Material, number: int) -> Pick | Miss:
    first = group[0]
    answers = _ANSWERS[lot(len(_ANSWERS), "answers", first.id)]
    rows: list[Row] = []
    entries: list[str] = []
    claims = list(group)
    for answer in answers:
        if answer == "open" or not claims:
            entry = _closest(group, material.not_stated, skip=len(entries) + number)
            entries.append(entry.id)
            rows.append(_open_row(entry))
        else:
            claim = claims.pop(0)
            rows.append(
                _true_row(claim, material) if answer == "true" else _false_row(claim, material)
            )
    if len({row["text"] for row in rows}) < len(rows):
        return Miss(first.id, "there are too few entries in not_stated")
    if _long_truths(rows):
        return Miss(first.id, "its true statements would be the longest ones")
    shown = [claim for claim in group if claim not in claims]
    values = {"rows": rows, "first": claim_view(first, material)}
    return Pick(first.id, "claims", first.id, values, about(shown), entries=tuple(entries))


def _long_truths(rows: Sequence[Row]) -> bool:
    """Whether the true statements are conspicuously longer than the others."""
    true = [len(row["text"]) for row in rows if row["is"] is True]
    others = [len(row["text"]) for row in rows if row["is"] is not True]
    return bool(true) and sum(true) / len(true) > _LONG * sum(others) / len(others)


def _true_row(claim: Claim, material: Material) -> Row:
    return {
        "text": material.reported(claim),
        "is": True,
        "evidence": material.quotations(claim.evidence),
        "absent": [],
        "because": "",
        "claim": claim_view(claim, material),
    }


def _false_row(claim: Claim, material: Material) -> Row:
    wrong = max(misread(claim, material), key=lambda one: len(reported_of(one)))
    places = material.quotations(claim.evidence)
    return wrong | {"text": wrong["reported"], "is": False, "evidence": places, "absent": []}


def _open_row(entry: NotStated) -> Row:
    return {
        "text": entry.says,
        "is": "not stated",
        "evidence": [],
        "absent": list(entry.absent),
        "because": entry.because,
    }


def _closest(group: Sequence[Claim], entries: Sequence[NotStated], skip: int) -> NotStated:
    """The not-stated entry with most words in common with some claims, or one after it."""
    words = content_words(" ".join(claim.says for claim in group))
    ranked = sorted(
        enumerate(entries),
        key=lambda pair: (-len(words & content_words(pair[1].says)), pair[0]),
    )
    return ranked[skip % len(ranked)][1]


_RIGHT: Final = ((0, 2), (1, 2), (0, 1, 2), (0, 1))
"""Which statements of a group are given as the text has them."""


def supported(material: Material) -> Found:
    """Statements that the text makes or reports, among wrong ones and one left open."""
    for claims in _groups(material):
        group = claims[: 1 + _FEWEST_OTHERS]
        name = group[0].id
        places = _RIGHT[lot(len(_RIGHT), "supported", name)]
        right = [claim for place, claim in enumerate(group) if place in places]
        wrong = [_modest(claim, material) for claim in group if claim not in right]
        entries = _entries_for(group, wrong, material)
        if not wrong and not entries:
            yield Miss(name, "it has no wrong statement to stand beside right ones")
            continue
        values = {
            "right": [claim_view(claim, material) for claim in right],
            "wrong": [*wrong, *map(_open_version_of, entries)],
        }
        evidence = tuple(span for claim in group for span in claim.evidence)
        absent = tuple(term for entry in entries for term in entry.absent)
        shown = tuple(entry.id for entry in entries)
        yield Pick(name, "claims", name, values, about(group), evidence, absent, entries=shown)


def _modest(claim: Claim, material: Material) -> Wrong:
    """A wrong version of a claim, without strong words such as “all” if there is one."""
    wrong = misread(claim, material)
    modest = [one for one in wrong if not material.is_strong(one["text"])]
    return (modest or wrong)[-1]


def _open_version_of(entry: NotStated) -> Row:
    return {**entry_view(entry), "reported": entry.says, "open": True}


def _entries_for(
    group: Sequence[Claim], wrong: Sequence[Wrong], material: Material
) -> list[NotStated]:
    """So many entries of what is not stated that there are two wrong statements at least."""
    modest = [one for one in material.not_stated if not material.is_strong(one.says)]
    if not modest:
        return []
    found = [_closest(group, modest, skip=number) for number in range(1 if wrong else 2)]
    return list({entry.id: entry for entry in found}.values())


def left_open(material: Material) -> Found:
    """What the text leaves open, beside what it reports and what it contradicts."""
    for claim in stated(material):
        yield from _open_version(claim, material)
    for entry in material.not_stated:
        yield _open_entry(entry, material)


def _open_version(claim: Claim, material: Material) -> Found:
    """An open version of a claim, beside the claim and a version that the text contradicts."""
    if not material.stands_alone(claim.says):
        return
    whole = material.reported(claim)
    for number, key in enumerate(opened(claim, material), start=1):
        item = f"{claim.id}.{number}"
        pairs = ([whole, denied["reported"]] for denied in misread(claim, material))
        fair = (texts for texts in pairs if _fit(key["reported"], texts, material))
        chosen = next(fair, None)
        if chosen is None:
            yield Miss(item, "it could be told by its look from what the text says and denies")
            continue
        values = {
            "text": key["reported"],
            "because": key["because"],
            "reported": [claim_view(claim, material)],
            "denied": [w for w in misread(claim, material) if w["reported"] == chosen[1]][:1],
        }
        yield Pick(item, "claims", claim.id, values, (claim.id,), claim.evidence)


def _fit(key: str, others: Sequence[str], material: Material) -> bool:
    """Whether options are short enough, and nothing marks the key."""
    short = all(len(text.split()) <= MOST_WORDS for text in (key, *others))
    return short and material.cues.fair(key, others)


def _open_entry(entry: NotStated, material: Material) -> Pick | Miss:
    """An entry beside what the text says and what it denies, on the same matter if possible."""
    words = content_words(entry.says)
    # What is left open names no source, so that its company must not either.
    near = [c for c in stated(material) if own_word(c) and not is_aside(c, material)]
    near.sort(
        key=lambda claim: (
            -len(words & content_words(claim.says)),
            lot(1_000_000, "near", entry.id, claim.id),
        )
    )
    rows = [row for claim in near for row in _beside_open(claim, material)]
    rows = [row for row in rows if len(_shown(row).split()) <= MOST_WORDS]
    # A number is said, not left open: beside a key without one it would be ruled out unread.
    if not _has_digit(entry.says):
        rows = [row for row in rows if not _has_digit(_shown(row))]
    chosen = choose(material, "left open", entry.says, rows, _shown, _differ)
    if not chosen:
        return Miss(entry.id, "no statements of the text are fit to stand beside it")
    claims = [row["of"] for row in chosen]
    values = {
        "text": entry.says,
        "because": entry.because,
        "reported": [claim_view(row["of"], material) for row in chosen if not row["denied"]],
        "denied": [row["denied"] for row in chosen if row["denied"]],
    }
    return Pick(
        entry.id,
        "not_stated",
        entry.id,
        values,
        about(claims),
        evidence_of(claims),
        entry.absent,
        entries=(entry.id,),
    )


def _beside_open(claim: Claim, material: Material) -> Iterator[Row]:
    """A claim and a wrong version of it, as options beside what is left open."""
    if material.stands_alone(claim.says):
        yield {"shown": claim.says, "of": claim, "denied": None}
    for wrong in misread(claim, material)[:1]:
        yield {"shown": wrong["text"], "of": claim, "denied": wrong}


def _has_digit(text: str) -> bool:
    return any(map(str.isdigit, text))


def _shown(row: Row) -> str:
    return str(row["shown"])


def _differ(rows: Sequence[Row]) -> bool:
    """Whether options are of different claims."""
    one, other = rows
    return one["of"] is not other["of"]
