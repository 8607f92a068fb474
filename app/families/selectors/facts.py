"""Which claims are facts that evidence can settle, and which are held by someone only."""

from typing import Final

from app.domain.annotation import Claim
from app.families.annotation_index import Material

HELD: Final = frozenset({"opinion", "prediction"})
"""Statuses of what no evidence can settle today."""

_ON_RECORD: Final = frozenset({"document", "data"})


def is_checkable(claim: Claim, material: Material) -> bool:
    """Whether a claim is of a kind that evidence can settle.

    It is reported as a fact; or a document, figures or a source's own number stand behind it. It
    is not about what is still to come.
    """
    if any(map(material.amounts.looks_ahead, (claim.says, material.quote_of(claim)))):
        return False
    recorded = material.origin(claim).type in _ON_RECORD or any(
        material.amounts.gaps_in(claim.says)
    )
    return claim.status == "reported fact" or (claim.status == "attributed" and recorded)
