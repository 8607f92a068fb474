"""Selectors for several phrases: of one paragraph, or to be matched and sorted."""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Any, Final

from app.domain.annotation import Device
from app.domain.article import Span
from app.domain.typed import plain
from app.families.annotation_index import Material, overlap
from app.families.selection import Found, Miss, Pick
from app.families.selectors.devices import PARTS, close, standing_apart, view
from app.families.selectors.facts import is_checkable
from app.families.views import Values
from app.families.words import content_words

_WITH_SPARE: Final = 4

_FEWEST_DECOYS, _MOST_DECOYS = 2, 4

_LONGEST_DECOY: Final = 8
"""Words of a phrase that is offered for marking."""

_UNMARKED: Final = frozenset({"omission", "order and emphasis", "exemplar"})
"""Devices that are at work in a whole passage, or in what is not there."""

_MOST_WORDS: Final = 8
"""Words of a phrase, and of its plainer wording, that are matched with each other."""


def passages(material: Material) -> Found:
    """The phrases of one paragraph in which a device is at work, among other phrases."""
    for number in sorted({device.phrase.paragraph for device in material.devices_in_order}):
        here = [d for d in material.devices_in_order if d.phrase.paragraph == number]
        for kind in dict.fromkeys(device.device for device in here):
            yield _passage(kind, here, number, material)


def _passage(kind: str, here: Sequence[Device], number: int, material: Material) -> Pick | Miss:
    targets = [device for device in here if kind in device.kinds]
    first = next(device for device in targets if device.device == kind)
    if kind in _UNMARKED:
        return Miss(first.id, f"{kind} has no place of its own that could be marked")
    decoys = list(_decoys(targets, here, number, material))[:_MOST_DECOYS]
    places = sorted([*(d.phrase for d in targets), *(decoy["span"] for decoy in decoys)])
    if len(decoys) < _FEWEST_DECOYS:
        return Miss(first.id, "the paragraph has no two other phrases to set beside it")
    if any(overlap(one, other) for one, other in pairwise(places)):
        return Miss(first.id, "its words overlap with others of the paragraph")
    if not all(map(material.is_single, places)):
        return Miss(first.id, "its words are in the paragraph more than once")
    values = {
        "device": view(first, material),
        "targets": [view(device, material) for device in targets],
        "decoys": decoys,
        "paragraph": number,
        "several": len(targets) > 1,
    }
    return Pick(
        first.id,
        "devices",
        first.id,
        values,
        _touched(here, material),
        tuple(device.phrase for device in targets),
        enemies=tuple(d.id for d in material.devices_in_order if d.device == kind),
    )


def _decoys(
    targets: Sequence[Device], here: Sequence[Device], number: int, material: Material
) -> Iterator[dict[str, Any]]:
    """Short phrases from other sentences than the targets: other devices, then plain reports."""
    taken = [device.phrase for device in targets]
    for device in here:
        apart = not any(close(device, target) for target in targets)
        if apart and _is_decoy(device.phrase, taken, targets, material):
            taken.append(device.phrase)
            yield {**view(device, material), "span": device.phrase, "says": ""}
    marked = [device.phrase for device in here]
    for claim in material.in_order:
        plain = claim.evidence if is_checkable(claim, material) else ()
        for span in (place for place in plain if place.paragraph == number):
            alone = not any(overlap(span, phrase) for phrase in marked)
            if alone and _is_decoy(span, taken, targets, material):
                taken.append(span)
                words = material.words_of(span)
                yield {"phrase": words, "span": span, "says": claim.says, "does": ""}


def _is_decoy(
    span: Span, taken: Sequence[Span], targets: Sequence[Device], material: Material
) -> bool:
    """Whether a place is short, apart from others, and in no sentence with a target."""
    words = material.words_of(span)
    apart = not any(overlap(span, other) for other in taken)
    elsewhere = all(_sentence_ends_between(span, device.phrase, material) for device in targets)
    careful = any("hedge" in device.kinds for device in targets) and material.is_careful(words)
    short = 1 < len(words.split()) <= _LONGEST_DECOY and material.is_single(span)
    return short and apart and elsewhere and not careful


def _sentence_ends_between(one: Span, other: Span, material: Material) -> bool:
    first, second = sorted((one, other))
    text = material.paragraphs[first.paragraph - 1][first.end : second.start]
    return first.paragraph != second.paragraph or any(sign in text for sign in ".?!")


def plain_pairs(material: Material) -> Found:
    """Three phrases to be matched with plainer wordings, and one wording to spare."""
    usable = [d for d in standing_apart(material) if d.plainer and _can_be_paired(d, material)]
    for device in standing_apart(material):
        if not device.plainer:
            yield Miss(device.id, "it has no plainer wording (plainer)")
        elif device not in usable:
            yield Miss(device.id, "its phrase or plainer wording is long, or they share a word")
    while len(usable) >= _WITH_SPARE:
        group = _unlike_words(usable, material)
        usable = [device for device in usable[1:] if device not in group]
        if len(group) == _WITH_SPARE:
            rows = [view(device, material) for device in group[:3]]
            values = {"rows": rows, "spare": view(group[3], material)}
            yield _group_pick(group[0], group, material, values)


def _unlike_words(devices: Sequence[Device], material: Material) -> list[Device]:
    """The first device, and those after it that share no word with the group so far."""
    group: list[Device] = []
    taken: frozenset[str] = frozenset()
    for device in devices:
        words = _words(device, material)
        if len(group) < _WITH_SPARE and not taken & words:
            group.append(device)
            taken |= words
    return group


def _can_be_paired(device: Device, material: Material) -> bool:
    """Whether phrase and plainer wording are short, and no word of both gives the pair away."""
    phrase = material.words_of(device.phrase)
    lengths = (len(text.split()) for text in (phrase, device.plainer))
    shared = content_words(phrase) & content_words(device.plainer)
    return max(lengths) <= _MOST_WORDS and not shared


def _words(device: Device, material: Material) -> frozenset[str]:
    """The words of a phrase and of its plainer wording, and how that begins."""
    start = plain(device.plainer)[:3]
    return content_words(f"{device.plainer} {material.words_of(device.phrase)}") | {start}


def sorted_kinds(material: Material) -> Found:
    """Phrases to be sorted into three kinds of device."""
    for group in _groups(material, 3):
        first, *_ = group
        kinds = [device.device for device in group]
        members = [_with_like(device, material) for device in group]
        values = {
            "kinds": [
                {"kind": kind, "phrases": [view(device, material) for device in part]}
                for kind, part in zip(kinds, members, strict=True)
            ]
        }
        everyone = [device for part in members for device in part]
        yield _group_pick(first, everyone, material, values)


def _with_like(device: Device, material: Material) -> list[Device]:
    """A device and at most one more of its kind."""
    alike = [d for d in standing_apart(material) if d.kinds == device.kinds and d is not device]
    return [device, *alike[:1]]


def _groups(material: Material, size: int) -> list[list[Device]]:
    """Groups of neighbouring devices that cannot be taken for each other; each begins but once."""
    rest = standing_apart(material)
    groups = []
    while rest:
        group = [rest[0]]
        for device in rest[1:]:
            apart = not any(close(device, member) for member in group)
            if apart and len(group) < size:
                group.append(device)
        if len(group) == size:
            groups.append(group)
        rest = [d for d in rest[1:] if len(group) < size or d not in group]
    return groups


def _touched(devices: Sequence[Device], material: Material) -> tuple[str, ...]:
    """The ids of what the phrases of some devices have a part in, each once."""
    shown = [name for device in devices for name in material.touching(device.phrase)]
    return tuple(dict.fromkeys(shown))


def _group_pick(
    first: Device, devices: Sequence[Device], material: Material, values: Values
) -> Pick:
    return Pick(
        first.id,
        "devices",
        first.id,
        {**values, "rows_part": PARTS[first.device]},
        _touched(devices, material),
        tuple(device.phrase for device in devices),
    )
