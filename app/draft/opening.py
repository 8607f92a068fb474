"""From the bytes of a file to a manuscript: what kind of file it is, and in which encoding."""

import re
from collections.abc import Callable
from typing import Final
from unicodedata import normalize

from app.bank.articles import LONGEST_PARAGRAPH, LONGEST_TEXT
from app.draft.html import read_html
from app.draft.manuscript import Manuscript, plain
from app.draft.markdown import read_markdown
from app.errors import BadInput, TooLarge

MAX_BYTES: Final = 4 * 1024 * 1024
MOST_PARAGRAPHS: Final = 2_000

_READERS: Final[dict[str, Callable[[str], Manuscript]]] = {
    ".txt": plain,
    ".text": plain,
    ".md": read_markdown,
    ".markdown": read_markdown,
    ".html": read_html,
    ".htm": read_html,
    ".xhtml": read_html,
}
_OTHER_FORMATS: Final = {
    b"%PDF": "a PDF",
    b"PK\x03\x04": "a Word document or an archive",
    b"{\\rtf": "an RTF document",
    b"\xd0\xcf\x11\xe0": "an old Word document",
    b"\x89PNG": "a picture",
    b"\xff\xd8\xff": "a picture",
    b"GIF8": "a picture",
}
_MARKS: Final = (
    (b"\xef\xbb\xbf", "utf-8-sig"),
    (b"\xff\xfe\x00\x00", "utf-32"),
    (b"\x00\x00\xfe\xff", "utf-32"),
    (b"\xff\xfe", "utf-16"),
    (b"\xfe\xff", "utf-16"),
)
_CHARSET: Final = re.compile(
    rb"""charset\s*=\s*["']?\s*([\w:-]{1,40})|encoding=["']([\w:-]{1,40})""", re.IGNORECASE
)
_HTML: Final = re.compile(
    r"\s*(?:<!doctype html|<html\b|<head\b|<body\b|<article\b|<p\b|<\?xml)", re.IGNORECASE
)
_MARKDOWN: Final = re.compile(r"^(?:#{1,6}\s+\S|>\s?\S|---\n)", re.MULTILINE)
_HEAD: Final = 4096
_CONTROL: Final = re.compile("[\x00-\x08\x0e-\x1a\x7f]")
_MANY_CONTROLS: Final = 0.02


def open_manuscript(raw: bytes, name: str) -> Manuscript:
    """The manuscript in the bytes of a file; `name` is its file name ("" for the standard input).

    Raises BadInput when it is no text that can be read, TooLarge when it is too long.
    """
    shown = name or "The input"
    if len(raw) > MAX_BYTES:
        raise TooLarge(
            f"{shown} is larger than {MAX_BYTES // 1024**2} MiB. Give the article alone."
        )
    for start, what in _OTHER_FORMATS.items():
        if raw.startswith(start):
            raise BadInput(f"{shown} is {what}. Save the article’s text as a .txt file in UTF-8.")
    text = _decode(raw, shown)
    if not text.strip():
        raise BadInput(f"{shown} is empty. Put the article’s text into it.")
    found = _reader(name, text)(text)
    if not found.blocks:
        raise BadInput(f"There is no text to read in {name or 'the input'}.")
    if len(found.blocks) > MOST_PARAGRAPHS:
        raise TooLarge(
            f"The article has more than {MOST_PARAGRAPHS:,} paragraphs. "
            "Choose a part that a class can read."
        )
    _check_lengths([len(normalize("NFKC", block.text)) for block in found.blocks])
    return found


def _check_lengths(lengths: list[int]) -> None:
    """Refuse what a bank would refuse; its texts are measured in NFKC."""
    if sum(lengths) > LONGEST_TEXT:
        raise TooLarge(
            f"The article is longer than {LONGEST_TEXT:,} signs. "
            "Choose a part that a class can read."
        )
    if max(lengths) > LONGEST_PARAGRAPH:
        raise TooLarge(
            f"Paragraph {lengths.index(max(lengths)) + 1} of the article is longer than "
            f"{LONGEST_PARAGRAPH:,} signs. Write an empty line between two paragraphs."
        )


def _reader(name: str, text: str) -> Callable[[str], Manuscript]:
    ending = re.search(r"\.\w+$", name.lower())
    reader = _READERS.get(ending.group() if ending else "")
    if reader is not None:
        return reader
    if _HTML.match(text):
        return read_html
    return read_markdown if _MARKDOWN.search(text) else plain


def _decode(raw: bytes, shown: str) -> str:
    encoding = next((name for mark, name in _MARKS if raw.startswith(mark)), "")
    try:
        text = raw.decode(encoding or "utf-8")
    except (UnicodeDecodeError, LookupError):
        text = "" if encoding else _as_declared(raw)
        if not text:
            raise BadInput(
                f"{shown} is not written in UTF-8, or it is no text at all. "
                "Open it in an editor and save it with the encoding UTF-8."
            ) from None
    if len(_CONTROL.findall(text)) > _MANY_CONTROLS * len(text):
        raise BadInput(f"{shown} is not a text file. Save the article’s text as a .txt file.")
    return text


def _as_declared(raw: bytes) -> str:
    """The text of a page in the encoding that it names; "" when it names none that fits."""
    found = _CHARSET.search(raw[:_HEAD])
    if found is None:
        return ""
    try:
        return raw.decode((found[1] or found[2]).decode("ascii"))
    except (UnicodeDecodeError, LookupError, ValueError):
        return ""
