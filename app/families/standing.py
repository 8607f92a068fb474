"""Showing a statement with its standing: on whose word the text has it, or that it is a rumour."""

from typing import Final

from app.domain.annotation import Claim, Source
from app.language.phrasing import Phrasing

VOUCHED: Final = frozenset({"reported fact", "unattributed"})
"""Statuses of what the text states itself, where no one stands before the writer."""

RUMOUR: Final = "rumour"


def own_word(claim: Claim) -> bool:
    """Whether the text states a claim itself, as a fact."""
    return claim.status in VOUCHED and len(claim.chain) == 1


def reported(claim: Claim, origin: Source, phrasing: Phrasing) -> str:
    """What a claim says, with its standing wherever the text does not state it as its own fact.

    The teacher's own wording (`as_reported`) comes first.
    """
    return claim.as_reported or reported_as(claim, claim.says, origin, phrasing)


def reported_as(claim: Claim, statement: str, origin: Source, phrasing: Phrasing) -> str:
    """A version of a claim (a wrong one, say) with the standing of the claim.

    A statement that itself names the source in full stays as it is. Where the teacher's own wording
    holds the claim word for word, the version takes its place there; else there is none: "".
    """
    if claim.as_reported:
        return _in_place(claim, statement, phrasing)
    if own_word(claim) or _names(bare_name(origin.name), statement):
        return statement
    if claim.status == RUMOUR:
        return phrasing.as_rumour(statement)
    return phrasing.with_source(bare_name(origin.name), statement)


def _names(name: str, statement: str) -> bool:
    """Whether a statement has a name in full; an article before the name may be another one."""
    _, _, rest = name.casefold().partition(" ")
    wanted = rest if rest and name[:1].islower() else name.casefold()
    return bool(wanted) and f" {wanted} " in f" {statement.casefold().strip('.')} "


def _in_place(claim: Claim, statement: str, phrasing: Phrasing) -> str:
    said, version = (phrasing.lower_first(text.strip(" .")) for text in (claim.says, statement))
    return claim.as_reported.replace(said, version) if said in claim.as_reported else ""


def bare_name(name: str) -> str:
    """A name without what stands in brackets behind it."""
    return name.partition(" (")[0].strip()
