"""What a draft is made of: sources, claims and devices that are proposed, each with the reason."""

from dataclasses import dataclass
from typing import Final

from app.draft.evidence import Quote
from app.draft.manuscript import Manuscript

WRITER: Final = "writer"


@dataclass(frozen=True, slots=True)
class ProposedSource:
    """A source; `why` says why it is proposed."""

    id: str
    name: str
    type: str
    named: bool
    note: str
    why: str


@dataclass(frozen=True, slots=True)
class ProposedClaim:
    """A claim; `chain` goes from the origin to the writer."""

    id: str
    says: str
    evidence: tuple[Quote, ...]
    status: str
    chain: tuple[str, ...]
    certainty: str
    why: str


@dataclass(frozen=True, slots=True)
class ProposedDevice:
    """A wording that may do something to the reader."""

    id: str
    phrase: Quote
    device: str
    does: str
    plainer: str
    why: str


@dataclass(frozen=True, slots=True)
class Voice:
    """Whose words a paragraph (from 1) seems to be: a source’s id, or `uncertain`."""

    paragraph: int
    source: str
    why: str


@dataclass(frozen=True, slots=True)
class Draft:
    """All that is proposed for one article; `cut` says that the text yields more.

    `hard_words` are those for which the linter wants a content note.
    """

    manuscript: Manuscript
    language: str
    sources: tuple[ProposedSource, ...]
    claims: tuple[ProposedClaim, ...]
    devices: tuple[ProposedDevice, ...]
    voices: tuple[Voice, ...]
    hard_words: tuple[str, ...] = ()
    cut: bool = False

    @property
    def paragraphs(self) -> tuple[str, ...]:
        """The paragraphs of the article."""
        return tuple(block.text for block in self.manuscript.blocks)
