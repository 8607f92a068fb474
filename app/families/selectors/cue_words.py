"""The selector for the words of the text that name the source of a statement."""

from collections.abc import Iterator
from itertools import pairwise
from typing import Any, Final

from app.domain.annotation import Claim
from app.domain.article import Span
from app.families.annotation_index import Material, overlap
from app.families.selection import Found, Miss, Pick
from app.families.selectors.origins import sourced
from app.families.standing import bare_name
from app.families.views import claim_view
from app.families.words import content_words

_MOST_WORDS: Final = 14
"""Words of a phrase that is marked in a paragraph."""

_FEWEST, _MOST = 2, 4
"""Wrong phrases."""


def cue_words(material: Material) -> Found:
    """The words that name the source of a statement, among other words of the paragraph."""
    for claim in sourced(material):
        if claim.cue and material.stands_alone(claim.says):
            yield _marked(claim, claim.cue, material)


def _marked(claim: Claim, cue: Span, material: Material) -> Pick | Miss:
    decoys = list(_decoys(claim, cue, material))[:_MOST]
    if (
        len(decoys) < _FEWEST
        or not material.is_single(cue)
        or any(
            overlap(one, other)
            for one, other in pairwise(sorted((cue, *(d["span"] for d in decoys))))
        )
    ):
        return Miss(claim.id, "its paragraph has no two other phrases to set beside the cue")
    values = {
        "claim": claim_view(claim, material),
        "number": cue.paragraph,
        "cue": material.words_of(cue),
        "cues": [material.words_of(cue)],
        "decoys": decoys,
    }
    return Pick(claim.id, "claims", claim.id, values, (claim.id,), (cue, *claim.evidence))


def _decoys(claim: Claim, cue: Span, material: Material) -> Iterator[dict[str, Any]]:
    """Words of other claims of the paragraph, and of this one, that name no source."""
    names = content_words(" ".join(bare_name(source.name) for source in material.sources.values()))
    kept = [cue]
    for other in material.in_order:
        for span in other.evidence:
            words = material.words_of(span)
            apart = span.paragraph == cue.paragraph and not any(overlap(span, one) for one in kept)
            short = 1 < len(words.split()) <= _MOST_WORDS and material.is_single(span)
            if apart and short and not names & content_words(words):
                kept.append(span)
                yield {"span": span, "phrase": words, "own": other is claim, "says": other.says}
