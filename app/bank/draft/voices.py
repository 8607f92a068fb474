"""Whose words each paragraph seems to be: the writer’s, or those of somebody who is quoted."""

from collections.abc import Mapping, Sequence
from typing import Final

from app.bank.draft.cast import Figure
from app.bank.draft.manuscript import Block
from app.bank.draft.proposals import WRITER, Voice
from app.bank.draft.speeches import Paragraph, Speech
from app.domain.article import UNCERTAIN

MOST: Final = 500
"""Paragraphs whose voice is proposed: more are no text for a class."""


def voices_of(
    blocks: Sequence[Block],
    paragraphs: Sequence[Paragraph],
    speeches: Sequence[Speech],
    names: Mapping[Figure, str],
) -> tuple[Voice, ...]:
    """The likely voice of each paragraph."""
    speakers: dict[int, list[Speech]] = {}
    for speech in speeches:
        speakers.setdefault(speech.sentence.paragraph, []).append(speech)
    found: list[Voice] = []
    opened = 0
    for block, paragraph in zip(blocks[:MOST], paragraphs, strict=False):
        number = paragraph.number
        source, why = _voice(block, paragraph, opened)
        if source != WRITER:
            source = _quoted(speakers, names, number, opened)
        if paragraph.text.endswith(":"):
            source, why, opened = WRITER, "it ends with a colon", number
        elif opened and _is_quoted(paragraph):
            opened = 0
        elif block.quoted:
            opened = opened or number - 1
        elif opened and any(one.quoted for one in blocks):
            opened = 0
        found.append(Voice(number, source, why))
    return tuple(found)


def _voice(block: Block, paragraph: Paragraph, opened: int) -> tuple[str, str]:
    """Whether a paragraph is the writer’s own, and why it seems so."""
    if block.quoted:
        return UNCERTAIN, "set off as a quotation"
    if _is_quoted(paragraph):
        return UNCERTAIN, "all of it is in quotation marks"
    if opened == paragraph.number - 1 and opened:
        return UNCERTAIN, f"paragraph {opened} ends with a colon"
    if opened:
        return UNCERTAIN, f"the quotation after paragraph {opened} may go on"
    return WRITER, ""


def _is_quoted(paragraph: Paragraph) -> bool:
    """Whether nothing but a quotation is in a paragraph."""
    quotations = paragraph.quotations
    inside = sum(quotation.end - quotation.start for quotation in quotations)
    return bool(quotations) and inside >= len(paragraph.text) - 1


def _quoted(
    speakers: Mapping[int, Sequence[Speech]],
    names: Mapping[Figure, str],
    number: int,
    opened: int,
) -> str:
    """Who is quoted, where the text says so: in the paragraph itself, or where it was opened."""
    own = speakers.get(number, ())
    if own and not own[-1].cue:
        return names[own[-1].chain[-1]]
    if opened == number - 1 and speakers.get(opened):
        return names[speakers[opened][-1].chain[-1]]
    return UNCERTAIN
