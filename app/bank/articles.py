"""Reading the article of a bank: its paragraphs, its particulars, whose words they are."""

import re
from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass
from typing import Any, Final
from unicodedata import normalize

from app.bank.entries import Known, inner
from app.bank.item import ID, Item
from app.bank.models import TEXT_FILE, ArticleFields
from app.bank.quoting import say_no_paragraph
from app.bank.validation import check
from app.domain.article import UNCERTAIN, Article
from app.domain.fields import as_written

_NUMBER: Final = re.compile(r"[1-9][0-9]{0,3}")

LONGEST_PARAGRAPH: Final = 50_000
"""Signs of a paragraph; more are a text without its empty lines."""

LONGEST_TEXT: Final = 200_000
"""Signs of an article; a long newspaper feature has a fifth of that."""


@dataclass(frozen=True, slots=True)
class ArticleSection:
    """The article; without text there is nothing to search for quotations in."""

    fields: ArticleFields | None
    paragraphs: tuple[str, ...]
    voices: Mapping[str, str]

    def article(self, left_out: frozenset[str]) -> Article | None:
        """The article as students read it, without the voices of sources that are left out."""
        if self.fields is None:
            return None
        fields = self.fields
        return Article(
            title=fields.title,
            type=fields.type,
            paragraphs=self.paragraphs,
            author=fields.author,
            outlet=fields.outlet,
            published=fields.published or "",
            url=fields.url or "",
            note=fields.note,
            voices={
                int(number): voice for number, voice in self.voices.items() if voice not in left_out
            },
        )


def paragraphs_of(text: str) -> tuple[str, ...]:
    """Cut a text at its empty lines; a single line break inside a paragraph is a space."""
    paragraphs: list[list[str]] = [[]]
    for line in text.splitlines():
        stripped = line.strip()
        if stripped:
            paragraphs[-1].append(stripped)
        elif paragraphs[-1]:
            paragraphs.append([])
    return tuple(" ".join(lines) for lines in paragraphs if lines)


def text_file_of(value: Any) -> str | None:
    """The name of the text file that a bank asks for; None without one that it may ask for."""
    article = value.get("article") if isinstance(value, dict) else None
    if not isinstance(article, dict) or "text" in article:
        return None
    name = article.get("text_file")
    return name if isinstance(name, str) and re.fullmatch(TEXT_FILE, name) else None


def read_article(root: Item, text: str | None, sources: Known) -> ArticleSection:
    """Read the section `article`; `text` is the content of its text file, if it has one."""
    if "article" not in root.value:
        return ArticleSection(None, (), {})
    item = inner(root, "article", "the article")
    fields = check(ArticleFields, item)
    paragraphs = _paragraphs(item, text)
    voices = _voices(item, paragraphs, sources)
    return ArticleSection(fields, paragraphs, voices)


def _paragraphs(item: Item, text: str | None) -> tuple[str, ...]:
    given = {"text", "text_file"} & item.value.keys() if isinstance(item.value, dict) else None
    _check_given(item, given)
    written = next((written for _, written in item.texts("text")), text or "")
    paragraphs = paragraphs_of(written)
    lengths = [_folded_length(paragraph) for paragraph in paragraphs]
    if sum(lengths) > LONGEST_TEXT or max(lengths, default=0) > LONGEST_PARAGRAPH:
        _say_too_long(item, "text" if given and "text" in given else "text_file", lengths)
        return ()
    if text is not None and not paragraphs:
        item.add(("text_file",), "empty", "The text file is empty.", "Put the article into it.")
    return paragraphs


def _check_given(item: Item, given: Set[str] | None) -> None:
    """Report a text that is given twice, or not at all; None is no mapping, reported elsewhere."""
    if given == {"text", "text_file"}:
        message = "The article has both `text` and `text_file`."
        item.add(("text_file",), "two-texts", message, "Keep one of the two.")
    elif given == set():
        item.add(
            (),
            "missing-key",
            "The article has no `text`.",
            "Add `text: |` and the text below it, indented; or `text_file:` with the name of a "
            ".txt file beside the bank.",
        )


def _folded_length(paragraph: str) -> int:
    """The signs of a paragraph when it is folded: one ligature can become eighteen letters."""
    return len(paragraph if paragraph.isascii() else normalize("NFKC", paragraph))


def _say_too_long(item: Item, key: str, lengths: Sequence[int]) -> None:
    whole = sum(lengths) > LONGEST_TEXT
    number = lengths.index(max(lengths)) + 1
    item.add(
        (key,),
        "text-too-long",
        f"The article is longer than {LONGEST_TEXT:,} signs."
        if whole
        else f"Paragraph {number} of the article is longer than {LONGEST_PARAGRAPH:,} signs.",
        "Choose a part of it that a class can read."
        if whole
        else "Write an empty line between two paragraphs.",
    )


def _voices(item: Item, paragraphs: tuple[str, ...], sources: Known) -> Mapping[str, str]:
    """Check whose words the paragraphs are: both ends of every pair must exist."""
    written = item.value.get("voices") if isinstance(item.value, dict) else None
    voices = {}
    for number, entry in (written if isinstance(written, dict) else {}).items():
        voice = as_written(entry)
        if not _NUMBER.fullmatch(number) or not isinstance(voice, str) or not ID.fullmatch(voice):
            continue
        if paragraphs and int(number) > len(paragraphs):
            say_no_paragraph(item, ("voices", number), int(number), len(paragraphs))
        if voice != UNCERTAIN:
            sources.has(item, ("voices", number), voice)
        voices[number] = voice
    return voices
