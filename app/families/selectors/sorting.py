"""Selectors for statements that are sorted or put into an order."""

from typing import Final

from app.domain.annotation import Claim
from app.families.annotation_index import Material
from app.families.selection import Found, Miss, Pick
from app.families.selectors.misreadings import about, chunks, standing_alone
from app.families.views import claim_view

_JUDGED: Final = frozenset({"opinion", "inference"})

_ON_RECORD: Final = frozenset({"document", "data"})


def reports_and_judgements(material: Material) -> Found:
    """Reports of what is so, and judgements or conclusions, to be sorted."""
    judged = [c for c in standing_alone(material) if c.status in _JUDGED]
    reported = [c for c in standing_alone(material) if _is_report(c, material)]
    if len(judged) < 2 or len(reported) < 2:
        yield Miss("all", "it needs two judgements and two reported facts")
        return
    for number, pair in enumerate(chunks(judged, 2)):
        start = 2 * number % (len(reported) - 1)
        facts = reported[start : start + 2]
        group = [*facts, *pair]
        values = {
            "reports": [claim_view(claim, material) for claim in facts],
            "judgements": [claim_view(claim, material) for claim in pair],
        }
        evidence = tuple(span for claim in group for span in claim.evidence)
        yield Pick(pair[0].id, "claims", pair[0].id, values, about(group), evidence)


def _is_report(claim: Claim, material: Material) -> bool:
    recorded = claim.status == "attributed" and material.origin(claim).type in _ON_RECORD
    return claim.status == "reported fact" or recorded


def told_in_order(material: Material) -> Found:
    """Four statements from four paragraphs, to be put into the order of the text."""
    claims = [claim for claim in standing_alone(material) if len(claim.evidence) == 1]
    stride = len(claims) // 4
    for start in range(stride):
        group = [claims[start + step * stride] for step in range(4)]
        paragraphs = {claim.evidence[0].paragraph for claim in group}
        if len(paragraphs) < len(group):
            yield Miss(group[0].id, "the statements are not from four paragraphs")
            continue
        values = {"claims": [claim_view(claim, material) for claim in group]}
        evidence = tuple(claim.evidence[0] for claim in group)
        yield Pick(group[0].id, "claims", group[0].id, values, about(group), evidence)
    if not stride:
        yield Miss("all", "it needs four claims")
