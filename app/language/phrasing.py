"""How a language puts texts together: its quotation marks, its “and”, its contractions."""

import re
from collections.abc import Iterable, Mapping
from typing import Final

from pydantic import Field

from app.language.folder import Words

_FIRST_WORD: Final = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_STOPS: Final = (".", "?", "!", "…")


class Term(Words):
    """What a language calls a term of the bank format, and what the term means."""

    name: str
    meaning: str


class Phrasing(Words):
    """The content of `phrasing.yaml`, and the texts that are made by it.

    `marks` are the outer and the inner quotation marks. `joint` is the word before the last item
    of a list, unless `joints` has another for the letters that the item begins with.
    `contractions` turn two words into one (“de el” into “del”). `small` words are known in small
    letters, and `small_before_names` are written small even there (the Times, in Paris).
    With `nouns_in_capitals` the language's own list alone says what is written small: an article
    may have a verb that is spelled like the noun of a first word (leben, Leben).
    `leaning` words begin a sentence that cannot be understood alone (this, they).
    `definite` turns an indefinite article into the definite one (a into the).
    `plural_openers` begin the name of several, `plural_endings` end it. `sourced` and
    `rumoured` are patterns for a statement with its standing: `{source}` is who says it,
    `{statement}` the statement inside the sentence, `{Statement}` as a sentence of its own.
    `terms` are the devices of the bank format.
    """

    marks: tuple[str, str, str, str] = ("“", "”", "‘", "’")
    joint: str = ""
    joints: Mapping[str, str] = Field(default_factory=dict)
    contractions: Mapping[str, str] = Field(default_factory=dict)
    small: frozenset[str] = frozenset()
    small_before_names: frozenset[str] = frozenset()
    nouns_in_capitals: bool = False
    leaning: frozenset[str] = frozenset()
    definite: Mapping[str, str] = Field(default_factory=dict)
    plural_openers: frozenset[str] = frozenset()
    plural_endings: tuple[str, ...] = ()
    sourced: str = "{source}: {Statement}"
    rumoured: str = "{Statement}"
    terms: Mapping[str, Term] = Field(default_factory=dict)

    def knowing(self, texts: Iterable[str]) -> "Phrasing":
        """The same, with the words that texts write in small letters."""
        if self.nouns_in_capitals:
            return self
        found = (word for text in texts for word in re.findall(r"[^\W\d_]+", text))
        small = self.small.union(word for word in found if word.islower())
        return self.model_copy(update={"small": small})

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
        named = rest[:1].isupper() and word.lower() not in self.small_before_names
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
        if self._is_quotation(text.strip()):
            return text.strip()
        inner = _curly(text.strip(), opening, closing)
        inner = inner.replace(opening, inner_opening).replace(closing, inner_closing)
        return f"{opening}{inner}{closing}"

    def _is_quotation(self, text: str) -> bool:
        """Whether a text is in quotation marks as a whole."""
        opening, closing, *_ = self.marks
        inner = text[1:-1]
        whole = text.startswith(opening) and text.endswith(closing) and len(text) > 1
        return whole and opening not in inner and closing not in inner

    def joined(self, texts: Iterable[str]) -> str:
        """A list as a sentence has it: a, b and c."""
        *most, last = list(texts) or [""]
        if not most:
            return last
        joint = next((word for start, word in self.joints.items() if _starts(last, start)), None)
        joint = joint or self.joint
        return f"{', '.join(most)} {joint} {last}" if joint else ", ".join([*most, last])

    def after(self, word: str, text: str) -> str:
        """A word and a text after it, contracted where the language does so: del informe."""
        first, space, rest = text.partition(" ")
        contracted = self.contractions.get(f"{word} {first}")
        return f"{contracted} {rest}" if contracted and space else f"{word} {text}"

    def known(self, name: str) -> str:
        """A name as it is written once it has come up: a driver becomes the driver."""
        first, space, rest = name.partition(" ")
        return f"{self.definite[first]}{space}{rest}" if first in self.definite else name

    def is_plural(self, name: str) -> bool:
        """Whether a name means several: two neighbours, los vecinos, court records.

        Its first word tells, or its last one where the name is in small letters.
        """
        words = name.split() or [""]
        small = name[:1].islower() and words[-1].islower()
        return words[0].casefold() in self.plural_openers or (
            small and words[-1].endswith(self.plural_endings)
        )

    def with_source(self, source: str, statement: str) -> str:
        """A statement and who says it, as one sentence."""
        return self._standing(self.sourced, source, statement)

    def as_rumour(self, statement: str) -> str:
        """A statement as a rumour, whose origin is not known."""
        return self._standing(self.rumoured, "", statement)

    def _standing(self, pattern: str, source: str, statement: str) -> str:
        inside, alone = self.lower_first(statement), self.sentence(statement)
        return pattern.format(source=source, statement=inside, Statement=alone)

    def called(self, term: str) -> str:
        """What a term of the format is called; the term itself where that is not known."""
        return self.terms[term].name if term in self.terms else term

    def meaning(self, term: str) -> str:
        """What a term of the format means; the term itself where that is not known."""
        return self.terms[term].meaning if term in self.terms else term


def _starts(text: str, start: str) -> bool:
    return text.casefold().startswith(start)


def _curly(text: str, opening: str, closing: str) -> str:
    """A text with straight double marks, if they come in pairs, turned into other marks."""
    pieces = text.split('"')
    if len(pieces) % 2 == 0:
        return text
    marks = [opening, closing] * (len(pieces) // 2)
    return "".join(part + mark for part, mark in zip(pieces, [*marks, ""], strict=True))


def capital(text: str) -> str:
    """The text with a capital letter at its beginning."""
    return text[:1].upper() + text[1:]
