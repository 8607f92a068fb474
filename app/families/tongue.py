"""What templates must know of a language: its quotation marks, its “and”, its contractions."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

_FIRST_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_WORD = re.compile(r"[^\W_]+")
_STOPS = (".", "?", "!", "…")


@dataclass(frozen=True)
class Tongue:
    """One language, as far as putting texts together needs it.

    `marks` are the outer and the inner quotation marks; `joint` stands before the last item of a
    list, or what `joints` has for the beginning of that item; `contractions` turn two words into
    one (“de el” into “del”); `small` are words that are known in small letters; `leaning` words
    begin a sentence that cannot be understood alone (this, they); `strong` and `careful` words
    (always, often) make a statement sound wrong or right. `names` and `meanings` say what
    the terms of the bank format (metaphor, hedge) are called, and what they are.
    """

    marks: tuple[str, str, str, str] = ("“", "”", "‘", "’")
    joint: str = ""
    joints: Mapping[str, str] = field(default_factory=dict)
    contractions: Mapping[str, str] = field(default_factory=dict)
    small: frozenset[str] = frozenset()
    leaning: frozenset[str] = frozenset()
    strong: frozenset[str] = frozenset()
    careful: frozenset[str] = frozenset()
    names: Mapping[str, str] = field(default_factory=dict)
    meanings: Mapping[str, str] = field(default_factory=dict)

    def knowing(self, texts: Iterable[str]) -> "Tongue":
        """The same, with the words that texts write in small letters."""
        found = (word for text in texts for word in re.findall(r"[^\W\d_]+", text))
        small = self.small.union(word for word in found if word.islower())
        return replace(self, small=small)

    def is_strong(self, text: str) -> bool:
        """Whether a text has one of the strong words, outside quotation marks."""
        return self._has(self.strong, text)

    def is_careful(self, text: str) -> bool:
        """Whether a text has one of the careful words, outside quotation marks."""
        return self._has(self.careful, text)

    def _has(self, phrases: frozenset[str], text: str) -> bool:
        opening, closing, *_ = self.marks
        # A capital inside a sentence is a name: May, and not may.
        plain = re.sub(f"{opening}[^{closing}]*{closing}", " ", text).strip()
        padded = f" {' '.join(_WORD.findall(plain[:1].lower() + plain[1:]))} "
        return any(f" {phrase} " in padded for phrase in phrases)

    def lower_first(self, text: str) -> str:
        """The text as it goes on inside a sentence: names keep their capital.

        A first word is written small only if it is known in small letters, from the language's
        own list or from the article, and no further name follows it directly.
        """
        found = _FIRST_WORD.match(text)
        if found is None:
            return text
        word, rest = found.group(), text[found.end() :].lstrip()
        plain = word[:1] + word[1:].lower() == word and word.lower() in self.small
        named = rest[:1].isupper() and word.lower() not in _ALWAYS_SMALL
        return text if not plain or named else text[:1].lower() + text[1:]

    def sentence(self, text: str) -> str:
        """The text as a sentence: a capital first, a stop at the end."""
        return self.ended(capital(text.strip()))

    def ended(self, text: str) -> str:
        """The text with a stop at its end, unless it has one, inside its quotation marks or not."""
        closed = text.rstrip("".join({*self.marks, '"', "'", ")", "»"}))
        return text if closed.endswith(_STOPS) else f"{text}."

    def quoted(self, text: str) -> str:
        """The text in quotation marks; the same marks inside it become the inner ones."""
        opening, closing, inner_opening, inner_closing = self.marks
        inner = text.strip().replace(opening, inner_opening).replace(closing, inner_closing)
        return f"{opening}{inner}{closing}"

    def joined(self, texts: Iterable[str]) -> str:
        """A list as a sentence has it: a, b and c."""
        *most, last = list(texts) or [""]
        if not most:
            return last
        joint = next((word for start, word in self.joints.items() if starts(last, start)), None)
        joint = joint or self.joint
        return f"{', '.join(most)} {joint} {last}" if joint else ", ".join([*most, last])

    def after(self, word: str, text: str) -> str:
        """A word and a text after it, melted where the language does so: del informe."""
        first, space, rest = text.partition(" ")
        melted = self.contractions.get(f"{word} {first}")
        return f"{melted} {rest}" if melted and space else f"{word} {text}"


_ALWAYS_SMALL = frozenset(
    {"a", "an", "the", "in", "on", "at", "of", "for", "to", "by", "with", "from", "when", "if"}
    | {"this", "that", "these", "those", "some", "many", "most", "all", "both", "no", "one"}
    | {"el", "la", "los", "las", "un", "una", "unos", "unas", "en", "de", "por", "para", "con"}
)
"""Words that are written small even before a name: the Times, in Paris, la Universidad."""


def starts(text: str, start: str) -> bool:
    """Whether a text begins with some letters, whatever their case."""
    return text.casefold().startswith(start)


def capital(text: str) -> str:
    """The text with a capital letter at its beginning."""
    return text[:1].upper() + text[1:]
