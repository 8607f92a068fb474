"""The article: numbered paragraphs, who speaks in each, and where it comes from."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

ARTICLE_TYPES: Final = (
    "news report",
    "feature",
    "commentary",
    "analysis",
    "interview",
    "press release",
    "explainer",
    "fact check",
    "letter",
    "review",
    "other",
)

UNCERTAIN = "uncertain"
"""The voice of a paragraph whose speaker the text leaves open."""


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A stretch of one paragraph: `paragraph` from 1, `start` and `end` 0-based code points."""

    paragraph: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Article:
    """What the students read; `paragraphs[0]` is paragraph 1.

    `voices` maps a paragraph's number to a source's id, or to `UNCERTAIN`. `published` is an ISO
    date. Everything but title, type and paragraphs may be empty.
    """

    title: str
    type: str
    paragraphs: tuple[str, ...]
    author: str = ""
    outlet: str = ""
    published: str = ""
    url: str = ""
    note: str = ""
    voices: Mapping[int, str] = field(default_factory=dict)

    def text_of(self, span: Span) -> str:
        """The words that a span covers, exactly as the article has them."""
        return self.paragraphs[span.paragraph - 1][span.start : span.end]
