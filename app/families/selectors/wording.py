"""Selectors for one phrase: which device is at work in it, and what it does."""

from dataclasses import replace

from app.domain.annotation import DEVICES
from app.families.annotation_index import Material
from app.families.choosing import choose
from app.families.selection import Found, Miss
from app.families.selectors.devices import close, device_pick, standing_apart, unlike


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
            alike = [d.id for d in material.devices_in_order if d.device == device.device]
            yield replace(device_pick(device, material, kinds=others[:2]), enemies=tuple(alike))


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
