"""The selector for verdicts: what the text does with one statement."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final

from app.domain.annotation import Claim, Source
from app.domain.article import Span
from app.families.annotation_index import Material
from app.families.choosing import lot
from app.families.selection import Found, Miss, Pick
from app.families.selectors.misreadings import Wrong, misread, opened, stated
from app.families.selectors.origins import (
    WRITER,
    chain_of,
    is_aside,
    may_be_reached,
    names_source,
    naming_places,
    sourced,
)
from app.families.standing import own_word
from app.families.views import claim_view, source_view
from app.families.words import content_words

_FEWEST: Final = 5
"""Questions with one answer that are made at least, where there are so many."""


@dataclass(frozen=True)
class _Verdict:
    """One statement with its answer: `own`, `source`, `against` or `open`.

    `source` is named in the option “it has this from ...”: the right one where that is the answer,
    else one that a student may think of.
    """

    item: str
    entry: tuple[str, str]
    answer: str
    statement: str
    because: str
    source: Source
    claim: Claim | None = None
    evidence: tuple[Span, ...] = ()
    absent: tuple[str, ...] = ()


def verdicts(material: Material) -> Found:
    """Single statements, and what the text does with each: as many of every answer."""
    givers = _givers(material)
    if not givers:
        yield Miss("all", "the text has no statement from a source")
        return
    pools = {
        "own": list(_own(material, givers)),
        "source": list(_from_source(material)),
        "against": list(_against(material, givers)),
        "open": list(_open(material, givers)),
    }
    size = max(_FEWEST, min(map(len, pools.values())))
    for pool in pools.values():
        pool.sort(key=lambda verdict: lot(1_000_000, "verdicts", verdict.item))
        for verdict in pool[:size]:
            yield _pick(verdict, material)


def _pick(verdict: _Verdict, material: Material) -> Pick:
    claim = verdict.claim
    values: dict[str, Any] = {
        "said": verdict.answer,
        "statement": verdict.statement,
        "because": verdict.because,
        "source": source_view(verdict.source, material),
        "claim": claim_view(claim, material) if claim else {},
    }
    return Pick(
        verdict.item,
        *verdict.entry,
        values,
        (claim.id,) if claim else (),
        verdict.evidence,
        verdict.absent,
        entries=() if claim else (verdict.entry[1],),
    )


def _own(material: Material, givers: list[Source]) -> Iterator[_Verdict]:
    """What the text states itself, with no attribution near it that may be taken to cover it."""
    reports = sourced(material)
    for claim in material.in_order:
        alone = own_word(claim) and material.stands_alone(claim.says)
        if alone and not may_be_reached(claim, reports) and not is_aside(claim, material):
            source = _nearest(claim.says, givers, material)
            yield _of(claim, "own", source)


def _from_source(material: Material) -> Iterator[_Verdict]:
    """What the text has from a source."""
    for claim in sourced(material):
        named = names_source(claim, chain_of(claim, material)[:-1])
        if material.stands_alone(claim.says) and not named:
            yield _of(claim, "source", _giver(claim, material), naming_places(claim, material))


def _against(material: Material, givers: list[Source]) -> Iterator[_Verdict]:
    """Wrong versions that the text contradicts, one for each claim."""
    for claim in stated(material):
        wrong = misread(claim, material)
        if wrong:
            number = lot(len(wrong), "verdict", claim.id)
            yield _version(claim, "against", wrong[number], number, givers, material)


def _open(material: Material, givers: list[Source]) -> Iterator[_Verdict]:
    """What the text leaves open: entries of not_stated, and wrong versions that it leaves open."""
    for entry in material.not_stated:
        source = _nearest(entry.says, givers, material)
        place = ("not_stated", entry.id)
        name = f"open.{entry.id}"
        yield _Verdict(name, place, "open", entry.says, entry.because, source, absent=entry.absent)
    for claim in material.in_order:
        for number, wrong in enumerate(opened(claim, material)):
            yield _version(claim, "open", wrong, number, givers, material)


def _of(claim: Claim, answer: str, source: Source, naming: tuple[Span, ...] = ()) -> _Verdict:
    evidence = (*naming, *claim.evidence)
    return _Verdict(claim.id, ("claims", claim.id), answer, claim.says, "", source, claim, evidence)


def _version(
    claim: Claim, answer: str, wrong: Wrong, number: int, givers: list[Source], material: Material
) -> _Verdict:
    far = len(claim.chain) > 1
    source = _giver(claim, material) if far else _nearest(claim.says, givers, material)
    return _Verdict(
        f"{claim.id}.{answer}{number + 1}",
        ("claims", claim.id),
        answer,
        wrong["text"],
        wrong["because"],
        source,
        claim,
        claim.evidence,
    )


def _giver(claim: Claim, material: Material) -> Source:
    """The source from which the text itself has a claim."""
    return material.sources[claim.chain[-2]]


def _givers(material: Material) -> list[Source]:
    """The sources from which the text has statements, in the order of the article."""
    given = (_giver(claim, material) for claim in material.in_order if len(claim.chain) > 1)
    unique = {source.id: source for source in given if source.type != WRITER}
    return list(unique.values())


def _nearest(statement: str, givers: list[Source], material: Material) -> Source:
    """The source of the statements that have most words in common with one."""
    words = content_words(statement)

    def shared(source: Source) -> int:
        return max(
            len(words & content_words(claim.says))
            for claim in material.in_order
            if len(claim.chain) > 1 and claim.chain[-2] == source.id
        )

    return max(givers, key=shared)
