"""The places of quotations in a paragraph: pairs of marks, dashes of dialogue, open ends."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from typing import Final

_CLOSERS: Final = {
    "“": "”",
    "„": '“”"',
    "«": "»",
    "»": "«",
    "‹": "›",
    "「": "」",
    "『": "』",
    "›": "‹",
    "‘": "’",
    "‚": "‘’",
    '"': '"',
    "'": "'",
}
_AMBIGUOUS: Final = frozenset("\"'‘«»‹›")
"""Marks that open in one language and close in another: what is in front of them says which."""

_AFTER_CLOSING: Final = frozenset(".,;:!?)")
_BEFORE_OPENING: Final = re.compile(r"[\s(\[{—–\-/“„«»\"‘‚¿¡]")

LONGEST: Final = 5_000
"""Signs in which a quotation must end; else its mark was a slip."""

_NESTED: Final = 20
"""As many marks are looked at to find the one that closes."""

_TYPED: Final = re.compile("``|''")
_FILLER: Final = "\u2060"
"""Takes the second place of a mark that is typed as two; no manuscript holds it."""

_LEFT_OPEN: Final = frozenset('“„«"')
"""Marks of a quotation that may go on in the next paragraph without being closed in its own."""

_DIALOGUE: Final = re.compile(r"—\s?(?=\S)|[–-](?=[^\s\d–-]).*?\s[–-](?=[^\W\d_])", re.DOTALL)
_DASH: Final = re.compile("—")
_SHORT_DASH: Final = re.compile(r"(?<![^\s«“])[–-](?=[^\s\d])|(?<=\S)[–-](?=[\s.,;:!?»”]|$)")
"""A dash of dialogue that is typed short: it clings to what the teller or the speaker says."""

_BETWEEN: Final = re.compile(r"[\s.,;:!?]*")


@dataclass(frozen=True, slots=True)
class Quotation:
    """A stretch in quotation marks: `start` and `end` are around the marks, 0-based.

    `inner` is what is quoted, without marks and spaces; `open` that it goes on in the next
    paragraph, which then begins with a mark of its own.
    """

    start: int
    end: int
    inner: tuple[int, int]
    open: bool = False


def quotations_of(paragraph: str) -> tuple[Quotation, ...]:
    """The outermost quotations of a paragraph, in order; each has a word in it.

    Two apostrophes or two grave accents are one mark, as typewriters and agencies write them.
    """
    paragraph = _TYPED.sub(f'"{_FILLER}', paragraph)
    if _DIALOGUE.match(paragraph):
        return tuple(_spoken(paragraph, 0, len(paragraph)))
    found: list[Quotation] = []
    place = 0
    ends = {mark: max(map(paragraph.rfind, closers)) for mark, closers in _CLOSERS.items()}
    while (opening := _next_opening(paragraph, place)) is not None:
        closed = ends[paragraph[opening]] > opening
        quotation = _from(paragraph, opening, closed=closed)
        if quotation is None:
            place = opening + 1
            continue
        dialogue = _DIALOGUE.match(paragraph, *quotation.inner)
        found += _spoken(paragraph, *quotation.inner) if dialogue else [quotation]
        place = quotation.end
    return tuple(found)


_MARK: Final = re.compile("[" + re.escape("".join(sorted(_CLOSERS))) + "]")


def _next_opening(text: str, place: int) -> int | None:
    for mark in _MARK.finditer(text, place):
        at = mark.start()
        if _opens(text, at):
            return at
    return None


def _opens(text: str, at: int) -> bool:
    following = text[at + 1 : at + 3].lstrip(_FILLER)[:1]
    if not following or following.isspace() or following in _AFTER_CLOSING:
        return False
    if text[at] in _AMBIGUOUS:
        return at == 0 or bool(_BEFORE_OPENING.match(text[at - 1]))
    return True


def _from(text: str, opening: int, *, closed: bool) -> Quotation | None:
    """The quotation that opens here; `closed` says that a mark follows that may close it."""
    closing = _closing(text, opening) if closed else None
    if closing is None:
        if text[opening] not in _LEFT_OPEN or text.find(text[opening], opening + 1) > 0:
            return None
        return _quotation(text, opening, len(text), len(text), open_end=True)
    typed = text.startswith(_FILLER, closing + 1)
    return _quotation(text, opening, closing, closing + 1 + typed)


def _closing(text: str, opening: int) -> int | None:
    """Where the quotation that opens here is closed, nested ones of the same marks passed over."""
    mark = text[opening]
    closers = _CLOSERS[mark]
    depth = 1
    pattern = _pair(mark)
    for found in islice(pattern.finditer(text, opening + 1, opening + LONGEST), _NESTED):
        sign, at = found.group(), found.start()
        if sign in closers and _closes(text, at, mark):
            depth -= 1
            if not depth:
                return at
        elif sign == mark and sign not in closers:
            depth += 1
    return None


def _pair(mark: str) -> re.Pattern[str]:
    return re.compile("[" + re.escape(mark + _CLOSERS[mark]) + "]")


def _closes(text: str, at: int, mark: str) -> bool:
    if mark not in "\"'‘":
        return True
    following = text[at + 1 : at + 2]
    if mark == '"':  # A space may part it from a mark within: 'Oh,' "
        parted = text[at - 2 : at] in {"' ", "’ "} and following.isspace()
        return parted or not text[at - 1].isspace()
    return not following.isalnum() and not text[at - 1].isspace()


def _quotation(
    text: str, start: int, last: int, end: int, *, open_end: bool = False
) -> Quotation | None:
    inner = text[start + 1 : last]
    stripped = inner.lstrip(_FILLER).strip()
    if not any(sign.isalnum() for sign in stripped):
        return None
    first = start + 1 + inner.index(stripped[0]) if stripped else start + 1
    return Quotation(start, end, (first, first + len(stripped)), open_end)


def _spoken(text: str, low: int, high: int) -> Iterator[Quotation]:
    """The spoken parts of a dialogue in dashes: every other one belongs to the teller."""
    dash = _DASH if text[low] == "—" else _SHORT_DASH
    dashes = [found.start() for found in dash.finditer(text, low, high)]
    for number in range(0, len(dashes), 2):
        start = dashes[number]
        end = dashes[number + 1] if number + 1 < len(dashes) else high
        lead = _BETWEEN.match(text, start + 1, end)
        first = lead.end() if lead else start + 1
        stripped = text[first:end].rstrip()
        if any(sign.isalnum() for sign in stripped):
            yield Quotation(start, end, (first, first + len(stripped)))
