"""Selectors for the words of the text that show a statement, or speak against it."""

from typing import Final

from app.domain.annotation import Claim
from app.families.annotation_index import Material
from app.families.choosing import choose
from app.families.selection import Found, Miss, Pick
from app.families.selectors.misreadings import Wrong, about, misread
from app.families.views import claim_view
from app.families.words import content_words

_FEWEST_WORDS, _MOST_WORDS = 2, 22
"""Words of a quotation that can be an option: fewer prove nothing, more are not read."""

_GIVEN_AWAY: Final = 1
"""A key that shares so many more words with the question than any distractor is found by them."""

_NO_QUOTES: Final = "its own words give it away beside any other words near it"


def showing(material: Material) -> Found:
    """The words of the text that show a statement, among other words from near it."""
    for claim in material.in_order:
        chosen = _other_quotes(claim, claim.says, material)
        if not chosen:
            yield Miss(claim.id, _NO_QUOTES)
        elif material.stands_alone(claim.says):
            yield _quote_pick(claim, material, chosen, claim.id, {})


def against(material: Material) -> Found:
    """The words of the text that speak against a wrong version, among others from near it."""
    for claim in material.in_order:
        for number, version in enumerate(misread(claim, material)[:2], start=1):
            chosen = _other_quotes(claim, version["text"], material)
            item = f"{claim.id}.{number}"
            if chosen:
                yield _quote_pick(claim, material, chosen, item, version)
            else:
                yield Miss(item, _NO_QUOTES)


def _quote_pick(
    claim: Claim, material: Material, others: list[Claim], item: str, version: Wrong
) -> Pick:
    values = {
        "claim": claim_view(claim, material),
        "others": [claim_view(other, material) for other in others],
        "wrong": version,
    }
    return Pick(item, "claims", claim.id, values, about([claim, *others]), claim.evidence)


def _other_quotes(claim: Claim, stem: str, material: Material) -> list[Claim] | None:
    """Two claims whose quotations could be taken for those of one, going by the question."""
    if not _quotable(claim, material):
        return None
    asked = content_words(stem)

    def echo(one: Claim) -> int:
        return len(asked & content_words(material.quote_of(one)))

    words = content_words(claim.says)
    others = [
        other
        for other in material.near(claim)
        if _quotable(other, material)
        and other.id not in claim.enemies
        and claim.id not in other.enemies
        and not set(material.touching(claim.evidence[0])) & {other.id}
        and 2 * len(words & content_words(other.says)) <= len(words)
    ]
    others.sort(key=echo, reverse=True)

    def shown(one: Claim) -> str:
        return material.language.phrasing.quoted(material.quote_of(one))

    chosen = choose(material.cues, shown(claim), others, 2, claim.id, shown)
    if not chosen or echo(claim) - max(map(echo, chosen)) > _GIVEN_AWAY:
        return None
    return chosen


def _quotable(claim: Claim, material: Material) -> bool:
    words = material.quote_of(claim).split()
    return len(claim.evidence) == 1 and _FEWEST_WORDS <= len(words) <= _MOST_WORDS
