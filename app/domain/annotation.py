"""The annotation: who speaks, what is claimed and on whose word, which wording does what."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

from app.domain.article import Span

SOURCE_TYPES: Final = (
    "writer",
    "news organisation",
    "reporter",
    "expert",
    "official",
    "witness",
    "participant",
    "organisation",
    "document",
    "data",
    "social media",
    "other",
)

CLAIM_STATUSES: Final = (
    "reported fact",
    "attributed",
    "unattributed",
    "opinion",
    "inference",
    "prediction",
    "rumour",
)

DEVICES: Final = (
    "metaphor",
    "exemplar",
    "label",
    "loaded word",
    "superlative",
    "generalisation",
    "minimisation",
    "exaggeration",
    "presupposition",
    "hedge",
    "single cause",
    "agent deletion",
    "order and emphasis",
    "appeal to fear",
    "appeal to authority",
    "quotation choice",
    "contrast",
    "catchphrase",
    "omission",
)


@dataclass(frozen=True, slots=True)
class Source:
    """A person or thing that the article leans on; `named` is false if it goes unnamed."""

    id: str
    name: str
    type: str
    named: bool = True
    note: str = ""


@dataclass(frozen=True, slots=True)
class Misreading:
    """Why a tempting version of a claim is wrong ("" when no reason is given).

    The article contradicts it, or, with `open`, leaves it open.
    """

    why: str = ""
    open: bool = False


@dataclass(frozen=True, slots=True)
class Claim:
    """One statement of the article in our own words.

    `chain` holds source ids from the origin to the reader; `misreadings` maps a tempting wrong
    version to what is wrong with it; `evidence` is where the claim stands, `cue` the words that
    name its source; `as_reported` is the statement together with its source, "" if none is given.
    """

    id: str
    says: str
    evidence: tuple[Span, ...]
    status: str
    chain: tuple[str, ...]
    certainty: str = ""
    misreadings: Mapping[str, Misreading] = field(default_factory=dict)
    enemies: frozenset[str] = frozenset()
    cue: Span | None = None
    as_reported: str = ""


@dataclass(frozen=True, slots=True)
class NotStated:
    """Something plausible that the article does not say; none of `absent` occurs in it."""

    id: str
    says: str
    absent: tuple[str, ...]
    because: str = ""


@dataclass(frozen=True, slots=True)
class Device:
    """A wording that does something to the reader.

    `device` is one of `DEVICES`, `also` a second one or ""; `could_seem` maps an effect that the
    words could be thought to have to the reason why they do not have it.
    """

    id: str
    phrase: Span
    device: str
    does: str
    plainer: str = ""
    also: str = ""
    could_seem: Mapping[str, str] = field(default_factory=dict)

    @property
    def kinds(self) -> frozenset[str]:
        """The devices that the wording is."""
        return frozenset({self.device, self.also} - {""})
