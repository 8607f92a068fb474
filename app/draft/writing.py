"""A draft as YAML that a teacher edits by hand: one field a line, the reasons as comments."""

import re
from collections.abc import Iterable, Iterator, Sequence
from textwrap import wrap
from typing import Final

from app.bank.scalars import resolve
from app.bank.scan import MAX_BYTES
from app.draft.evidence import Quote
from app.draft.manuscript import one_line
from app.draft.proposals import Draft, ProposedClaim, ProposedDevice, ProposedSource
from app.draft.vocabulary import vocabulary_of
from app.errors import TooLarge

_WIDTH: Final = 96
_PLAIN: Final = re.compile(r"(?:[“«‘¿¡]|[^\W_])[^#:\n]*")
_OPENING_WORDS: Final = 50

_HEAD: Final = """\
# A draft that `byline draft` made{origin}. Nothing in it is asked yet.
#
# 1. Check each entry against the text. Delete what is wrong.
# 2. Put `says` into your own words, a full sentence. Leave `evidence` as the text has it.
# 3. Delete the line `review: true` of every entry that is right. Only then can it be drawn.
# 4. Add what only a reader finds: what is implied, left out or put first, and `misreadings`.
#
# `byline check FILE` counts what still awaits review.
"""


def write(draft: Draft, origin: str = "") -> str:
    """The whole bank as YAML; what would make the file too large is left out from its end.

    `origin` names the article’s file. Raises TooLarge when the text alone is too large.
    """
    article = "".join(_article(draft, origin))
    every = {source.id for source in draft.sources}
    room = MAX_BYTES - len((article + _voices(draft, every)).encode()) - _SPARE
    if room < 0:
        raise TooLarge("The article is too long for a bank. Choose a part that a class can read.")
    sources = _Section("sources", map(_source, draft.sources), room)
    room -= sources.size
    known = {source.id for source in draft.sources[: sources.kept]}
    sound = [claim for claim in draft.claims if known.issuperset(claim.chain)]
    claims = _Section("claims", map(_claim, sound), room)
    room -= claims.size
    devices = _Section("devices", map(_device, draft.devices), room)
    parts = (article, _voices(draft, known), sources.text, claims.text, devices.text)
    left_out = claims.kept < len(draft.claims) or devices.kept < len(draft.devices)
    return "".join(parts) + (_CUT if draft.cut or left_out else "")


_CUT: Final = "\n# The text is long: it yields more than is proposed here.\n"

_SPARE: Final = 10_000
"""Bytes kept free for headings, and for voices that turn out uncertain."""


class _Section:
    """A section with as many of its entries as there is room for, in bytes."""

    def __init__(self, heading: str, entries: Iterable[str], room: int) -> None:
        fitting = []
        for entry in entries:
            room -= len(entry.encode())
            if room < 0:
                break
            fitting.append(entry)
        self.kept = len(fitting)
        self.text = f"\n{heading}:\n{chr(10).join(fitting)}" if fitting else ""
        self.size = len(self.text.encode())


def _article(draft: Draft, origin: str) -> Iterator[str]:
    manuscript = draft.manuscript
    title = manuscript.title or _first_words(draft.paragraphs[0])
    yield _HEAD.format(origin=f" from {_commentable(origin)}" if origin else "")
    yield f"byline: 1\ntitle: {scalar(title)}\nlanguage: {draft.language}\n"
    yield from _content_note(draft)
    yield f"\narticle:\n  title: {scalar(title)}\n"
    for key in ("author", "outlet", "published", "url"):
        value = getattr(manuscript, key)
        if value:
            yield f"  {key}: {scalar(value)}\n"
    yield "  # Or commentary, analysis, interview, feature, press release: look at the original.\n"
    yield "  type: news report\n"
    yield "  # Only a text that you may pass on: else shorten it in your own words.\n"
    yield "  text: |\n"
    yield "\n\n".join(_wrapped(paragraph) for paragraph in draft.paragraphs)
    yield "\n"


def _content_note(draft: Draft) -> Iterator[str]:
    """A note for students, where the article has words that need one."""
    if not draft.hard_words:
        return
    words = draft.hard_words[:_MOST_HARD_WORDS]
    student = vocabulary_of(draft.language).content_note.format(words=", ".join(words))
    yield "\n# These words need a note. Say calmly, in your own words, what students should know.\n"
    yield f"content_note:\n  topics: [{', '.join(map(_quoted, words))}]\n"
    yield f"  student: {scalar(student)}\n"


_MOST_HARD_WORDS: Final = 6


def _wrapped(paragraph: str) -> str:
    lines = wrap(
        paragraph, _WIDTH, break_long_words=False, break_on_hyphens=False, drop_whitespace=True
    )
    return "\n".join(f"    {line}" for line in lines)


def _voices(draft: Draft, known: set[str]) -> str:
    lines = ["  # Whose words each paragraph seems to be.\n", "  voices:\n"]
    for voice in draft.voices:
        source = voice.source if voice.source in known else "uncertain"
        first = _commentable(_first_words(draft.paragraphs[voice.paragraph - 1]))
        why = f" ({voice.why})" if voice.why else ""
        lines.append(f"    {voice.paragraph}: {scalar(source)}  # {first}{why}\n")
    return "".join(lines)


def _source(source: ProposedSource) -> str:
    fields = [f"name: {scalar(source.name)}", f"type: {source.type}"]
    if not source.named:
        fields.append("named: false")
    if source.note:
        fields.append(f"note: {scalar(source.note)}")
    return _entry(source.id, source.why, fields)


def _claim(claim: ProposedClaim) -> str:
    fields = [f"says: {scalar(claim.says)}"]
    if len(claim.evidence) == 1:
        fields += _quotation("evidence", claim.evidence[0])
    else:
        fields.append("evidence:")
        for quote in claim.evidence:
            first, *rest = _parts(quote)
            first = first if rest else scalar(quote.quote)
            fields += [f"  - {first}", *(f"    {part}" for part in rest)]
    fields += [f"status: {claim.status}", f"chain: [{', '.join(map(scalar, claim.chain))}]"]
    if claim.certainty:
        fields.append(f"certainty: {scalar(claim.certainty)}")
    return _entry(claim.id, claim.why, fields)


def _device(device: ProposedDevice) -> str:
    fields = [
        *_quotation("phrase", device.phrase),
        f"device: {device.device}",
        f"does: {scalar(device.does)}",
    ]
    if device.plainer:
        fields.append(f"plainer: {scalar(device.plainer)}")
    return _entry(device.id, device.why, fields)


def _entry(name: str, why: str, fields: Sequence[str]) -> str:
    comment = wrap(_commentable(why), _WIDTH, break_long_words=False)
    lines = [*(f"  # {line}" for line in comment), f"  {scalar(name)}:"]
    lines += [f"    {line}" for field in (*fields, "review: true") for line in field.split("\n")]
    return "\n".join(lines) + "\n"


def _quotation(key: str, quote: Quote) -> list[str]:
    """A quotation in its short form, if the words alone are enough."""
    parts = _parts(quote)
    if len(parts) == 1:
        return [f"{key}: {scalar(quote.quote)}"]
    return [f"{key}:", *(f"  {part}" for part in parts)]


def _parts(quote: Quote) -> list[str]:
    parts = [f"quote: {scalar(quote.quote)}"]
    if quote.paragraph is not None:
        parts.append(f"paragraph: {quote.paragraph}")
    beside = (("prefix", quote.prefix), ("suffix", quote.suffix))
    return [*parts, *(f"{key}: {scalar(text)}" for key, text in beside if text)]


def scalar(text: str) -> str:
    """A text as YAML on one line: without quotation marks where they are not needed."""
    if (
        _PLAIN.fullmatch(text)
        and resolve(text) == text
        and text == text.strip()
        and text.lower() not in _SPOKEN_TRUTHS
    ):
        return text
    if "'" not in text:
        return f"'{text}'"
    if '"' not in text and "\\" not in text:
        return f'"{text}"'
    return "'" + text.replace("'", "''") + "'"


_SPOKEN_TRUTHS: Final = frozenset({"yes", "no", "on", "off", "y", "n", "true", "false", "null"})
"""Plain in YAML 1.2, but other programs read YAML 1.1."""


def _quoted(text: str) -> str:
    """A text as YAML within brackets, where commas part the entries."""
    return text if text.isascii() and text.isalpha() else "'" + text.replace("'", "''") + "'"


def _commentable(text: str) -> str:
    return one_line(text)


def _first_words(text: str) -> str:
    if len(text) <= _OPENING_WORDS:
        return text
    cut = text[:_OPENING_WORDS].rsplit(" ", 1)[0]
    return f"{cut}…"
