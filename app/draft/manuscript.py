"""What a draft is made from: the paragraphs of an article, cleaned, and what is known of it."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from typing import Final

from app.draft.vocabulary import LANGUAGES, vocabulary_of

_BREAKS: Final = re.compile("\r\n|[\r\x0b\x0c\x1c-\x1e\x85\u2028]")
_PARAGRAPH_BREAK: Final = "\u2029"
_INVISIBLE: Final = re.compile(
    "[^\t\n\x20-\x7e\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]"
    "|[\u00ad\u200b\u202d\u202e\u2060\ufeff]"
)
_SPACES: Final = re.compile(r"\s+")
_LINES_ARE_PARAGRAPHS: Final = 160
"""A line as long as this was not broken by hand: in a text without empty lines it is one."""

_FEWEST_LABELS: Final = 2
"""Lines with a speaker's label that make a text a transcript."""

_LONGEST_LABEL: Final = 5
"""Words of the longest label."""

LONGEST_TITLE: Final = 140
_ENDS: Final = tuple('.,;:!?…”"»')


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, and whether the source marks it as a quotation of its own."""

    text: str
    quoted: bool = False


@dataclass(frozen=True, slots=True)
class Manuscript:
    """An article as it came in; everything but `blocks` may be empty."""

    blocks: tuple[Block, ...]
    title: str = ""
    author: str = ""
    outlet: str = ""
    published: str = ""
    url: str = ""


def clean(text: str) -> str:
    """A text without what a bank cannot hold: control characters, other ends of lines."""
    text = _BREAKS.sub("\n", text).replace(_PARAGRAPH_BREAK, "\n\n")
    return _INVISIBLE.sub("", text)


def one_line(text: str) -> str:
    """A text on one line, with single spaces of one kind."""
    return _SPACES.sub(" ", clean(text)).strip()


def plain(text: str) -> Manuscript:
    """A manuscript from plain text: empty lines part its paragraphs."""
    lines = clean(text).split("\n")
    if not _has_empty_line(lines) and max(map(len, lines)) >= _LINES_ARE_PARAGRAPHS:
        return manuscript(Block(line) for line in lines)
    labelled = sum(map(_has_label, lines)) >= _FEWEST_LABELS
    parts = (
        f"\n{line}" if labelled and _has_label(line) else line for line in map(str.strip, lines)
    )
    return manuscript(Block(part) for part in "\n".join(parts).split("\n\n"))


def _has_label(line: str) -> bool:
    """Whether a line begins with the label of a speaker: "ANA RUIZ: ...", "Pregunta: ..."."""
    label, colon, said = line.strip().partition(": ")
    if not colon or not said or len(label.split()) > _LONGEST_LABEL:
        return False
    return label.isupper() or label.lower() in _interview_labels()


@cache
def _interview_labels() -> frozenset[str]:
    """The labels of interviews in all languages."""
    return frozenset().union(*(vocabulary_of(tag).interview_labels for tag in LANGUAGES))


def _has_empty_line(lines: list[str]) -> bool:
    return any(not line.strip() for line in "\n".join(lines).strip().split("\n"))


def manuscript(blocks: Iterable[Block], title: str = "", **known: str) -> Manuscript:
    """Put a manuscript together: empty paragraphs go, a headline becomes the title."""
    kept = [Block(text, block.quoted) for block in blocks if (text := one_line(block.text))]
    title = one_line(title)
    if len(kept) > 1 and (kept[0].text == title or (not title and _is_headline(kept[0]))):
        title = title or kept[0].text
        kept = kept[1:]
    return Manuscript(
        tuple(kept), title[:LONGEST_TITLE], **{key: one_line(text) for key, text in known.items()}
    )


def _is_headline(block: Block) -> bool:
    text = block.text
    return (
        not block.quoted
        and len(text) <= LONGEST_TITLE
        and not text.endswith(_ENDS)
        and text[:1] not in '“"«—'
        and any(sign.isalpha() for sign in text)
    )
