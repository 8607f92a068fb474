"""Selectors for several phrases: of one paragraph, or to be matched and sorted."""

from collections.abc import Sequence
from itertools import pairwise

from app.domain.annotation import Device
from app.domain.article import Span
from app.domain.quote import locate
from app.domain.typed import plain
from app.families.annotation_index import Material, overlap
from app.families.selection import Found, Miss, Pick
from app.families.selectors.devices import PARTS, close, standing_apart, view
from app.families.views import Values
from app.families.words import content_words

_MOST_DECOYS = 4
_WITH_SPARE = 4

_MOST_WORDS = 8
"""Words of a phrase, and of its plainer wording, that are matched with each other."""


def passages(material: Material) -> Found:
    """The phrases of one paragraph in which a device is at work, among other phrases."""
    for number in sorted({device.phrase.paragraph for device in material.devices_in_order}):
        here = [d for d in material.devices_in_order if d.phrase.paragraph == number]
        for kind in dict.fromkeys(device.device for device in here):
            if kind == "omission":
                name = next(device.id for device in here if device.device == kind)
                yield Miss(name, "something is left out by any words: they cannot be marked")
                continue
            yield _passage(kind, here, number, material)


def _passage(kind: str, here: Sequence[Device], number: int, material: Material) -> Pick | Miss:
    targets = [device for device in here if device.device == kind]
    first = targets[0]
    phrases = _decoys(kind, here, number, material)[:_MOST_DECOYS]
    words = [*(material.words_of(device.phrase) for device in targets), *phrases]
    places = _places(words, number, material)
    if len(phrases) < 2 or len(places) < len(words):
        return Miss(first.id, "the paragraph has no two other phrases to set beside it")
    if any(overlap(one, other) for one, other in pairwise(places)):
        return Miss(first.id, "its words overlap with others of the paragraph")
    values = {
        "device": view(first, material),
        "targets": [view(device, material) for device in targets],
        "decoys": phrases,
        "paragraph": number,
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


def _places(phrases: Sequence[str], number: int, material: Material) -> list[Span]:
    """The places of phrases in a paragraph, in order; without those that are not found once."""
    places = (locate(material.folded, words, number) for words in phrases)
    return sorted(place for place in places if isinstance(place, Span))


def _touched(devices: Sequence[Device], material: Material) -> tuple[str, ...]:
    """The ids of what the phrases of some devices have a part in, each once."""
    shown = [name for device in devices for name in material.touching(device.phrase)]
    return tuple(dict.fromkeys(shown))


def _decoys(kind: str, here: Sequence[Device], number: int, material: Material) -> list[str]:
    """Other phrases of a paragraph, first those of other devices, then of plain claims."""
    others = [device.phrase for device in here if not close(kind, device.device)]
    spans = [*others, *_plain_places(number, material)]
    phrases = [words for span in spans if (words := _decoy(span, material))]
    if kind != "contrast":
        return phrases
    first = next(device for device in here if device.device == kind)
    return [words for words in phrases if _another_sentence(words, first, material)]


def _decoy(span: Span, material: Material) -> str:
    words = material.words_of(span)
    return words if len(words.split()) <= 7 else ""


def _another_sentence(words: str, device: Device, material: Material) -> bool:
    """Whether a sentence ends between some words and a device: else they may be a part of it."""
    text = material.paragraphs[device.phrase.paragraph - 1]
    start = text.find(words)
    low, high = sorted([(start, start + len(words)), (device.phrase.start, device.phrase.end)])
    return any(end in text[low[1] : high[0]] for end in ".?!")


def _plain_places(number: int, material: Material) -> list[Span]:
    """The words of claims in a paragraph that carry no device."""
    spans = [span for claim in material.in_order for span in claim.evidence]
    phrases = [device.phrase for device in material.devices_in_order]
    return [
        span
        for span in spans
        if span.paragraph == number and not any(overlap(span, phrase) for phrase in phrases)
    ]


def effect_pairs(material: Material) -> Found:
    """Three phrases to be matched with what they do, and one effect to spare."""
    for group in _groups(material, 4):
        first, *_ = group
        values = {
            "rows": [view(device, material) for device in group[:3]],
            "spare": view(group[3], material),
        }
        yield _group_pick(first, group, material, values)


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
    alike = [d for d in standing_apart(material) if d.device == device.device and d is not device]
    return [device, *alike[:1]]


def _groups(material: Material, size: int) -> list[list[Device]]:
    """Groups of neighbouring devices that cannot be taken for each other; each begins but once."""
    rest = standing_apart(material)
    groups = []
    while rest:
        group = [rest[0]]
        for device in rest[1:]:
            apart = not any(close(device.device, member.device) for member in group)
            if apart and len(group) < size:
                group.append(device)
        if len(group) == size:
            groups.append(group)
        rest = [d for d in rest[1:] if len(group) < size or d not in group]
    return groups


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
