"""Selectors for one wording: what it does, and whose wording it is."""

from collections.abc import Iterator, Sequence

from app.domain.annotation import Claim, Device, Source
from app.families.annotation_index import Material, overlap
from app.families.choosing import choose
from app.families.selection import Found, Miss, Pick
from app.families.selectors.devices import device_pick, standing_apart
from app.families.selectors.origins import PERSONS, WRITER, may_speak_for, name_of
from app.families.views import source_view

_QUOTED = frozenset({"“", "«", '"', "„"})
"""Marks that open a quotation; between two straight ones, every other one closes it."""


def effects(material: Material) -> Found:
    """What some words do, where no plainer wording is given."""
    return _effects(material, plain=False)


def additions(material: Material) -> Found:
    """What some words add to a plainer wording."""
    return _effects(material, plain=True)


def _effects(material: Material, *, plain: bool) -> Found:
    for device in standing_apart(material):
        if bool(device.plainer) is plain:
            yield _effect(device, material)


def _effect(device: Device, material: Material) -> Pick | Miss:
    """The effect of a device among effects that the same words could seem to have."""
    seeming = list(device.could_seem)
    if len(seeming) < 2:
        return Miss(
            device.id, "it has no two other effects that it could seem to have (could_seem)"
        )
    chosen = choose(material, "effects", device.does, seeming)
    if not chosen:
        return Miss(device.id, "what it does can be told from what it could seem to do by its look")
    wrong = [{"text": text, "because": device.could_seem[text]} for text in chosen]
    return device_pick(device, material, {"wrong": wrong})


def speakers(material: Material) -> Found:
    """Whose wording it is: the writer's, or that of one who is quoted."""
    for device in standing_apart(material):
        speaker = _speaker(device, material)
        if speaker is None:
            yield Miss(device.id, "the annotation does not show whose words these are")
            continue
        others = choose(
            material,
            "speakers",
            name_of(speaker),
            _beside(device, speaker, material),
            name_of,
        )
        if others:
            views = [{**source_view(one, material), "writer": one.type == WRITER} for one in others]
            said = {"speaker": source_view(speaker, material), "writer": speaker.type == WRITER}
            yield device_pick(device, material, said | {"sources": views})
        else:
            yield Miss(device.id, "there are no two others who speak near it")


def _speaker(device: Device, material: Material) -> Source | None:
    """Who chose the words of a device, where that is plain.

    Quoted words are those of the person whom a claim on the same words comes from; words outside
    of quotation marks are the writer's, where the text is all the writer's own.
    """
    claims = [c for c in material.in_order if any(overlap(e, device.phrase) for e in c.evidence)]
    if _is_quoted(device, material):
        return _quoted_speaker(claims, material)
    voice = material.voices.get(device.phrase.paragraph, "")
    writers = [source for source in material.sources.values() if source.type == WRITER]
    if len(writers) != 1 or material.is_digest or any(len(c.chain) > 1 for c in claims):
        return None
    return writers[0] if voice in {"", writers[0].id} else None


def _quoted_speaker(claims: Sequence[Claim], material: Material) -> Source | None:
    origins = {claim.chain[0]: material.origin(claim) for claim in claims if len(claim.chain) == 2}
    people = [source for source in origins.values() if source.type in PERSONS]
    return people[0] if len(origins) == len(people) == 1 else None


def _is_quoted(device: Device, material: Material) -> bool:
    """Whether the words stand within quotation marks of the article."""
    before = material.paragraphs[device.phrase.paragraph - 1][: device.phrase.start]
    opened = max((before.rfind(mark) for mark in _QUOTED), default=-1)
    closed = max(before.rfind("”"), before.rfind("»"))
    straight = before.count('"') % 2 == 1
    return straight if '"' in before and opened == before.rfind('"') else opened > closed


def _beside(device: Device, speaker: Source, material: Material) -> Iterator[Source]:
    """Those who speak near a device, the writer too, and are not to be taken for its speaker."""
    near = sorted(
        material.in_order,
        key=lambda claim: abs(claim.evidence[0].paragraph - device.phrase.paragraph),
    )
    names = dict.fromkeys(name for claim in near for name in claim.chain)
    for name in names:
        source = material.sources[name]
        speaks = source.type in PERSONS or source.type == WRITER
        if speaks and source is not speaker and not may_speak_for(source, speaker):
            yield source
