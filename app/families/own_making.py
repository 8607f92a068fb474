"""Filling in teachers' own families for every entry that they are for."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any, Final

from app.bank.family_models import OwnFamily
from app.domain.option import sameness
from app.families.annotation_index import Material
from app.families.building import Written, question_id, settled_by
from app.families.own import NAMES, OwnTemplates
from app.families.refusal import Refused
from app.families.rendering import render
from app.families.selection import Pick
from app.families.template import Template
from app.families.views import (
    Values,
    claim_view,
    device_view,
    entry_view,
    paragraph_view,
    source_view,
)
from app.language.phrasing import Phrasing

WEIGHT_OF_OWN: Final = 3
"""How readily a paper takes a question of a teacher's own family: as readily as the best ones."""

_MOST_DISTRACTORS: Final = 3

_MOST_IN_LIST: Final = 60
"""Entries that a list (sources, claims, devices) has in a template, so that none is slow."""


def own_picks(family: OwnFamily, material: Material) -> Iterator[Pick]:
    """One pick for every entry that the family's conditions let through."""
    lists = _lists(material)
    for view, pick in _entries(family.for_, material):
        if all(_holds(view[name], wanted) for name, wanted in family.where.items()):
            values = {NAMES[family.for_]: view, **lists}
            yield Pick(
                pick.item, pick.section, pick.entry, values, pick.about, pick.evidence, pick.absent
            )


def _lists(material: Material) -> dict[str, Any]:
    return {
        "sources": [
            source_view(s, material) for s in list(material.sources.values())[:_MOST_IN_LIST]
        ],
        "claims": [claim_view(c, material) for c in material.in_order[:_MOST_IN_LIST]],
        "devices": [device_view(d, material) for d in material.devices_in_order[:_MOST_IN_LIST]],
    }


def _holds(value: Any, wanted: bool | str | Sequence[str]) -> bool:
    """Whether a field has a value: the same, one of several, or any at all (true)."""
    if isinstance(wanted, bool):
        return bool(value) is wanted
    allowed = [wanted] if isinstance(wanted, str) else wanted
    return str(value) in allowed


def _entries(section: str, material: Material) -> Iterator[tuple[Values, Pick]]:
    """The entries of a section as templates see them, with what settles a question about them."""
    if section == "claims":
        for claim in material.in_order:
            pick = Pick(claim.id, section, claim.id, {}, (claim.id,), claim.evidence)
            yield claim_view(claim, material), pick
    elif section == "sources":
        for source in material.sources.values():
            place = material.mention(source)
            found = (place,) if place else ()
            yield source_view(source, material), Pick(source.id, section, source.id, {}, (), found)
    elif section == "devices":
        for device in material.devices_in_order:
            about = tuple(material.touching(device.phrase))
            pick = Pick(device.id, section, device.id, {}, about, (device.phrase,))
            yield device_view(device, material), pick
    else:
        yield from _other_entries(section, material)


def _other_entries(section: str, material: Material) -> Iterator[tuple[Values, Pick]]:
    if section == "not_stated":
        for entry in material.not_stated:
            yield entry_view(entry), Pick(entry.id, section, entry.id, {}, absent=entry.absent)
        return
    for number in sorted(material.voices):
        place = material.whole(number)
        about = tuple(material.touching(place))
        pick = Pick(f"p{number}", "article", str(number), {}, about, (place,))
        yield paragraph_view(number, material), pick


def make_own(own: OwnTemplates, pick: Pick, material: Material, phrasing: Phrasing) -> Written:
    """The question of a family for one entry; Refused when it cannot be made."""
    family, fields = own.family, own.fields
    answers = _fill(own.answers, pick, phrasing)
    question: Written = {
        "id": question_id(family.id, pick.item),
        "kind": family.kind,
        "skill": family.skill,
        "level": family.level,
        "prompt": str(render(own.prompt, pick.values, phrasing)),
    }
    if fields.in_paragraph:
        question["paragraph"] = pick.evidence[0].paragraph
    question[fields.answer] = _one(answers) if fields.single else _plain(answers)
    if fields.distractors and own.distractors:
        wrong = _fill(own.distractors, pick, phrasing)
        question[fields.distractors] = _plain(_apart(wrong, answers))
    question |= settled_by(pick, material)
    question["because"] = _because(own, pick, material, phrasing)
    if pick.about:
        question["about"] = list(pick.about)
    return question | {"group": family.id, "weight": WEIGHT_OF_OWN}


Filled = list[tuple[Any, str]]
"""Texts (or numbers) with their reasons, "" for none."""


def _fill(
    pairs: Iterable[tuple[Template, Template | None]], pick: Pick, phrasing: Phrasing
) -> Filled:
    filled: Filled = []
    for text, reason in pairs:
        value = render(text, pick.values, phrasing)
        why = str(render(reason, pick.values, phrasing)) if reason else ""
        filled += [(entry, why) for entry in (value if isinstance(value, list) else [value])]
    return [(value, why) for value, why in filled if value != ""]


def _one(answers: Filled) -> Any:
    if len(answers) != 1:
        raise Refused("The answer is not one text.", "Name one field, such as {{ claim.says }}.")
    return answers[0][0]


def _plain(pairs: Filled) -> Any:
    """A list, or a mapping of each text to its reason if all have one."""
    if pairs and all(why for _, why in pairs):
        return dict(pairs)
    return [value for value, _ in pairs]


def _apart(wrong: Filled, answers: Filled) -> Filled:
    """The first distractors that differ from the answers and from each other."""
    known = {sameness(str(value)) for value, _ in answers}
    kept: Filled = []
    for value, why in wrong:
        if sameness(str(value)) not in known and len(kept) < _MOST_DISTRACTORS:
            known.add(sameness(str(value)))
            kept.append((value, why))
    if not kept:
        raise Refused("There is no distractor that differs from the answer.", "Offer more.")
    return kept


def _because(own: OwnTemplates, pick: Pick, material: Material, phrasing: Phrasing) -> str:
    """The family's own reason, else the words of the text, else why it leaves the matter open."""
    if own.because:
        return str(render(own.because, pick.values, phrasing))
    if pick.evidence:
        return phrasing.quoted(" … ".join(map(material.words_of, pick.evidence)))
    entry = pick.values.get("entry", {})
    return str(entry.get("because") or ", ".join(pick.absent))
