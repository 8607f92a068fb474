"""Selectors for the paragraph in which the text says, denies or does something."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations
from typing import Any, Final

from app.domain.annotation import Claim, Device
from app.families.annotation_index import Material
from app.families.choosing import lot
from app.families.selection import Found, Miss, Pick
from app.families.selectors.devices import device_pick, standing_apart
from app.families.selectors.misreadings import Wrong, misread, stated
from app.families.views import claim_view, device_view
from app.families.words import content_words

_MOST_SHARED: Final = 0.25
"""The share of a statement's words that another paragraph may have."""

_TOO_OFTEN: Final = 2
"""So many times more than any other place, the right paragraph may be the first, say, of three."""

_HEADLINE: Final = 12
"""Words below which a paragraph is a headline or a caption, and no rival for any other."""

_LOOKED_AT: Final = 8
"""Other paragraphs, the nearest in words, of which two are taken."""


def saying(material: Material) -> Found:
    """The paragraph in which the text says or reports something."""
    places = Counter[int]()
    for claim in stated(material):
        if _is_asked_for(claim, material):
            text = material.reported(claim)
            yield _claim_pick(claim, text, claim.id, material, {}, places)


def denying(material: Material) -> Found:
    """The paragraph that shows that a wrong version is wrong."""
    places = Counter[int]()
    for claim in stated(material):
        wrongs = () if _is_asked_for(claim, material) else misread(claim, material)
        for wrong in _one_of(wrongs, claim.id):
            item = f"{claim.id}.{[*claim.misreadings].index(wrong['text']) + 1}"
            yield _claim_pick(claim, wrong["reported"], item, material, wrong, places)


def _is_asked_for(claim: Claim, material: Material) -> bool:
    """Whether the claim itself is asked for; of half of the claims a wrong version is."""
    whole = not misread(claim, material) or lot(2, "paragraph", claim.id) == 0
    return whole and material.stands_alone(claim.says)


def _one_of(wrong: Sequence[Wrong], label: str) -> Sequence[Wrong]:
    return [wrong[lot(len(wrong), "denied", label)]] if wrong else []


def _claim_pick(
    claim: Claim, statement: str, item: str, material: Material, wrong: Wrong, places: Counter[int]
) -> Pick | Miss:
    number = claim.evidence[0].paragraph
    if any(span.paragraph != number for span in claim.evidence):
        return Miss(item, "it stands in several paragraphs")
    alike = _with_enemies(claim, material)
    others = _beside(number, f"{claim.says} {statement}", material, places, alike)
    if not others:
        return Miss(item, "there are no two other paragraphs that could not be meant as well")
    values = {
        "claim": claim_view(claim, material),
        "statement": statement,
        "wrong": wrong,
        **_options(number, others, material),
    }
    return Pick(item, "claims", claim.id, values, (claim.id,), claim.evidence)


def _with_enemies(claim: Claim, material: Material) -> Iterator[int]:
    """The paragraphs of claims that nearly say the same."""
    return (
        span.paragraph
        for other in material.in_order
        if other.id in claim.enemies or claim.id in other.enemies
        for span in other.evidence
    )


def _options(number: int, others: Sequence[int], material: Material) -> dict[str, Any]:
    numbers = sorted((number, *others))
    beside = [_told_in(other, material) for other in others]
    return {"number": number, "numbers": [{"number": one} for one in numbers], "others": beside}


def _told_in(number: int, material: Material) -> dict[str, Any]:
    """What a paragraph is about instead: a claim of it, a device of it, or its first words."""
    claims = [c for c in material.in_order if c.evidence[0].paragraph == number]
    first = next((c for c in claims if material.stands_alone(c.says)), None)
    return {
        "number": number,
        "says": material.reported(first) if first else "",
        "opening": material.words_of(material.opening(number)),
    }


def _beside(
    number: int,
    statement: str,
    material: Material,
    places: Counter[int],
    apart: Iterable[int] = (),
) -> tuple[int, int] | None:
    """Two other paragraphs; None if there are none that could not be meant as well.

    The nearer in words, the better; one that has most words of the statement may say it as well.
    `places` counts how often the right one was the first, middle or last of three so far: the
    place that it had least often comes first.
    """
    words = content_words(statement)
    left_out = {number, *apart}
    shared = {
        other: len(words & content_words(text)) / max(1, len(words))
        for other, text in enumerate(material.paragraphs, start=1)
        if other not in left_out and len(text.split()) >= _HEADLINE
    }
    ranked = sorted(
        (other for other, share in shared.items() if share <= _MOST_SHARED),
        key=lambda other: (-shared[other], abs(other - number), other),
    )[:_LOOKED_AT]

    def order(pair: tuple[int, int]) -> tuple[int, int]:
        return places[_place(number, pair)], sum(map(ranked.index, pair))

    chosen = min(combinations(ranked, 2), key=order, default=None)
    if chosen is None or order(chosen)[0] - min(places[place] for place in range(3)) > _TOO_OFTEN:
        return None
    places[_place(number, chosen)] += 1
    return chosen


def _place(number: int, others: Iterable[int]) -> int:
    """How many of some paragraphs come before one."""
    return sum(other < number for other in others)


def at_work(material: Material) -> Found:
    """The paragraph in which a wording has a certain effect."""
    places = Counter[int]()
    for device in standing_apart(material):
        number = device.phrase.paragraph
        alike = _with_like(device, material)
        others = _beside(number, device.does, material, places, alike)
        if not others:
            yield Miss(device.id, "other paragraphs have devices of the same kind")
            continue
        values = _options(number, others, material)
        beside = [_device_in(other, material) | told for other, told in _pairs(values)]
        yield device_pick(device, material, values | {"others": beside})


def _pairs(values: dict[str, Any]) -> Iterator[tuple[int, dict[str, Any]]]:
    return ((told["number"], told) for told in values["others"])


def _device_in(number: int, material: Material) -> dict[str, Any]:
    """What a wording of a paragraph does instead; nothing for a paragraph without one."""
    here = [d for d in material.devices_in_order if d.phrase.paragraph == number]
    return {"device": device_view(here[0], material)} if here else {"device": {}}


def _with_like(device: Device, material: Material) -> Iterator[int]:
    """The other paragraphs with a device of the same kind."""
    return (
        other.phrase.paragraph
        for other in material.devices_in_order
        if other is not device and other.kinds & device.kinds
    )
