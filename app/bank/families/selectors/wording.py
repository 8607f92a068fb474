"""Selectors for one phrase: which device is at work, what it does, what would be plainer."""

from app.bank.families.choosing import choose
from app.bank.families.material import Material
from app.bank.families.picks import Found, Miss
from app.bank.families.selectors.devices import close, device_pick, standing_apart, unlike
from app.bank.families.words import content_words
from app.domain.annotation import DEVICES, Device
from app.domain.typed import plain

_MOST_SWAPPED = 6
"""Words of a phrase, and of its plainer wording, that can be taken for others."""


def naming(material: Material) -> Found:
    """Which device is at work in some words, among kinds that it cannot be taken for."""
    present = list(dict.fromkeys(device.device for device in material.devices_in_order))
    kinds = [*present, *(kind for kind in DEVICES if kind not in present)]
    for device in standing_apart(material):
        start = sum(map(ord, device.id)) % len(present)
        turned = [*present[start:], *present[:start], *kinds[len(present) :]]
        others: list[str] = []
        for kind in turned:
            if not any(close(kind, known) for known in (device.device, *others)):
                others.append(kind)
        if len(others) < 2:
            yield Miss(device.id, "there are no two devices that it cannot be taken for")
        else:
            yield device_pick(device, material, kinds=others[:2])


def effects(material: Material) -> Found:
    """What some words do to the reader, where no plainer wording is given."""
    return _effects(material, plain=False)


def additions(material: Material) -> Found:
    """What some words add to a plainer wording."""
    return _effects(material, plain=True)


def _effects(material: Material, *, plain: bool) -> Found:
    for device in standing_apart(material):
        if bool(device.plainer) is not plain:
            continue
        others = choose(
            material.cues,
            device.does,
            unlike(device, material),
            2,
            device.id,
            lambda other: other.does,
        )
        if others:
            yield device_pick(device, material, others)
        else:
            yield Miss(device.id, "there are no two devices of other kinds to set beside it")


def plainer_words(material: Material) -> Found:
    """The plainer wording of a phrase, among those of other phrases."""
    for device in standing_apart(material):
        if not device.plainer:
            yield Miss(device.id, "it has no plainer wording (plainer)")
            continue
        if not _can_be_swapped(device, material):
            yield Miss(device.id, "its words are too many to be taken for others")
            continue
        taken = _all_words(device, material)
        others = [
            other
            for other in material.near_place(device.phrase)
            if other.plainer
            and other is not device
            and _can_be_swapped(other, material)
            and close(other.device, device.device)
            and not _common(other, taken, material)
        ]
        # Words of the same kind can stand in the same place of a sentence.
        others.sort(key=lambda other: other.device != device.device)
        chosen = choose(
            material.cues, device.plainer, others, 2, device.id, lambda other: other.plainer
        )
        if chosen:
            yield device_pick(device, material, chosen)
        else:
            yield Miss(
                device.id, "no plainer wordings of other phrases are fit to stand beside its own"
            )


def _can_be_swapped(device: Device, material: Material) -> bool:
    """Whether a phrase is short enough that another plain wording could seem to fit it."""
    lengths = (len(text.split()) for text in (material.words_of(device.phrase), device.plainer))
    return max(lengths) <= _MOST_SWAPPED


def _common(device: Device, taken: frozenset[str], material: Material) -> bool:
    return bool(_all_words(device, material) & taken)


def _all_words(device: Device, material: Material) -> frozenset[str]:
    """The words of a phrase and its plainer wording, and each wording's first three letters."""
    start = plain(device.plainer)[:3]
    return content_words(f"{device.plainer} {material.words_of(device.phrase)}") | {start}


def examples(material: Material) -> Found:
    """The phrase in which a device is at work, among phrases that are no such thing."""
    for device in standing_apart(material):
        others = choose(
            material.cues,
            material.words_of(device.phrase),
            unlike(device, material),
            2,
            device.id,
            lambda other: material.words_of(other.phrase),
        )
        if others:
            yield device_pick(device, material, others)
        else:
            yield Miss(device.id, "no phrases of other kinds are fit to stand beside it")
