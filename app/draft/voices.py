"""Whose words each paragraph seems to be: the writer’s, or those of a source that is quoted."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from app.domain.article import UNCERTAIN
from app.draft.cast import Figure
from app.draft.manuscript import Block
from app.draft.paragraphs import Paragraph
from app.draft.proposals import WRITER, Voice
from app.draft.speeches import Speech

MOST: Final = 500
"""Paragraphs whose voice is proposed: more are no text for a class."""


def voices_of(
    blocks: Sequence[Block],
    paragraphs: Sequence[Paragraph],
    speeches: Sequence[Speech],
    names: Mapping[Figure, str],
) -> tuple[Voice, ...]:
    """The likely voice of each paragraph."""
    speakers = {speech.sentence.paragraph: names[speech.chain[-1]] for speech in speeches}
    reader = _Reader(speakers, marked=any(block.quoted for block in blocks))
    pairs = list(zip(blocks, paragraphs, strict=True))[:MOST]
    return tuple(reader.read(pairs))


class _Reader:
    """Reads paragraph by paragraph, and remembers which one opened a quotation.

    `speakers` holds who speaks last in a paragraph; `marked` says that the text sets quotations
    off, so that the end of one need not be guessed.
    """

    def __init__(self, speakers: Mapping[int, str], *, marked: bool) -> None:
        self.speakers = speakers
        self.marked = marked
        self.opened = 0

    def read(self, pairs: Sequence[tuple[Block, Paragraph]]) -> Iterator[Voice]:
        """The voice of each paragraph, in order."""
        for block, paragraph in pairs:
            number = paragraph.number
            source, why = self._voice(block, paragraph)
            if paragraph.text.endswith(":") and not block.quoted:
                self.opened = number
            elif source == WRITER or _is_quoted(paragraph):
                self.opened = 0
            yield Voice(number, source, why)

    def _voice(self, block: Block, paragraph: Paragraph) -> tuple[str, str]:
        named = self.speakers.get(self.opened, UNCERTAIN)
        if paragraph.label:
            return self.speakers.get(paragraph.number, UNCERTAIN), "its label names the speaker"
        if block.quoted:
            return named, "set off as a quotation"
        if paragraph.text.endswith(":"):
            return WRITER, "it ends with a colon"
        if _is_quoted(paragraph):
            own = self.speakers.get(paragraph.number, named)
            return own, "all of it is in quotation marks; whose is a guess"
        if not self.opened or self.marked:
            return WRITER, ""
        if paragraph.number == self.opened + 1:
            return named, f"paragraph {self.opened} ends with a colon"
        return UNCERTAIN, f"the quotation after paragraph {self.opened} may go on"


def _is_quoted(paragraph: Paragraph) -> bool:
    """Whether nothing but quotations is in a paragraph."""
    inside = sum(quotation.end - quotation.start for quotation in paragraph.quotations)
    return bool(paragraph.quotations) and inside >= len(paragraph.text) - 1
