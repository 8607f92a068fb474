"""What a phrase says of its figure: a proper name, a role, a kind of source."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from app.draft.phrases import Phrase, is_participle
from app.draft.tokens import Sentence, Token
from app.draft.vocabulary import Vocabulary, first_names

PEOPLE: Final = frozenset({"official", "expert", "witness", "reporter", "participant"})
BODIES: Final = frozenset({"organisation", "news organisation"})
PAPERS: Final = frozenset({"document", "data", "social media"})

_NO_PERSONS: Final = ("news organisation", "organisation", "document", "data", "social media")
"""The types of names that are no persons; the first one that fits counts."""

_SHORTEST_HEADLINE: Final = 4
_MOST: Final = 0.7
"""The share of words in capitals from which a line is in Title Case."""

_STOPS: Final = frozenset(".!?…")
_LONGEST_NAME: Final = 7
_GENITIVES: Final = ("’s", "'s", "’", "'")
_CLOSED_UP: Final = frozenset(",.;:)?!")


@dataclass(frozen=True, slots=True)
class Description:
    """What a phrase says of its figure.

    `name` is the proper name without titles (empty for none), `role` the rest of the phrase,
    `note` what the text adds in an aside.
    """

    name: Sentence
    role: Sentence
    type: str
    gender: str
    many: bool
    definite: bool
    note: str = ""


class Naming:
    """Recognises names in one article, by their capitals elsewhere in it."""

    def __init__(self, sentences: Sequence[Sentence], vocabulary: Vocabulary) -> None:
        self.vocabulary = vocabulary
        self._small = frozenset(
            token.low
            for sentence in sentences
            for token in sentence
            if token.is_word and not token.is_capital
        )
        self.full_names = self._full_names(sentences)

    def _full_names(self, sentences: Iterable[Sentence]) -> dict[str, Sentence]:
        """The full names of people by their first and last word, each as it first occurs."""
        found: dict[str, Sentence] = {}
        for sentence in sentences:
            if is_headline(sentence):
                continue
            for start, end in self._runs(sentence):
                name = self.without_titles(sentence[start:end])
                if len(name) > 1 and not self.is_no_person(name):
                    found.setdefault(bare(name[-1].low), name)
                    found.setdefault(bare(name[0].low), name)
        return found

    def _runs(self, sentence: Sentence) -> Iterator[tuple[int, int]]:
        """Runs of words in capitals: where each begins and ends."""
        place = 0
        while place < len(sentence):
            if self._begins_name(sentence, place):
                end = self._run_end(sentence, place)
                yield place, end
                place = end
            else:
                place += 1

    def _run_end(self, tokens: Sentence, start: int) -> int:
        """Where a name that begins at a token ends: "Ana de la Cruz"."""
        end = start + 1
        while end < len(tokens) and end - start < _LONGEST_NAME:
            joined = end
            while joined < len(tokens) and tokens[joined].low in self.vocabulary.particles:
                if tokens[joined].is_capital:
                    break
                joined += 1
            if joined >= len(tokens) or not tokens[joined].is_capital:
                break
            end = joined + 1
        return end

    def _begins_name(self, sentence: Sentence, place: int) -> bool:
        token = sentence[place]
        if not token.is_capital or token.low in self.vocabulary.pronouns:
            return False
        if token.low in self.vocabulary.determiners or token.low in self.vocabulary.times:
            return place > 0 and place + 1 < len(sentence) and sentence[place + 1].is_capital
        return place > 0 or not self._is_common(token, sentence)

    def _is_common(self, token: Token, sentence: Sentence) -> bool:
        """Whether a word is in capitals only because a sentence begins with it."""
        vocabulary = self.vocabulary
        if token.low in self._small or token.low in vocabulary.verbs:
            return True
        if token.low in vocabulary.never_names:
            return True
        followed = len(sentence) > 1 and sentence[1].is_capital
        return token.low in vocabulary.source_types and not followed

    def without_titles(self, name: Sentence) -> Sentence:
        """A name without "Dr", "Mayor" or "Biologist" before it, and "Ohio" before those."""
        start = 0
        for place, token in enumerate(name[:-1]):
            if self._is_title(token) and (place == start or self._is_office(token)):
                start = place + 1
        return name[start:]

    def _is_office(self, token: Token) -> bool:
        """Whether a title is one that a place may come before: "Ohio [Gov.] Ruiz"."""
        return self.vocabulary.titles.get(token.low.rstrip(".")) == "any"

    def _is_title(self, token: Token) -> bool:
        low = token.low.rstrip(".")
        return low in self.vocabulary.titles or self.vocabulary.source_types.get(low) in PEOPLE

    def is_no_person(self, name: Sentence) -> bool:
        """Whether a word of a name belongs to a place, a body or a paper."""
        words = {bare(token.low) for token in name}
        kinds = {self.vocabulary.source_types.get(word) for word in words}
        return bool(words & self.vocabulary.not_people or kinds & (BODIES | PAPERS))

    def describe(self, phrase: Phrase) -> Description:
        """What a phrase says; a name may be in its aside: "the owner, Hanna Weiss"."""
        tokens = self._undated(owned(phrase.tokens))
        note = text_of(phrase.aside)
        name, role = self.split(tokens)
        if not name and phrase.aside and phrase.aside[0].is_capital:
            end = self._run_end(phrase.aside, 0)
            name, role, note = phrase.aside[:end], tokens, text_of(phrase.aside[end:])
        own = self.without_titles(name) if name else ()
        nouns = (*name[: len(name) - len(own)], *role, *(phrase.aside if name else ()))
        return Description(
            name=own,
            role=(*name[: len(name) - len(own)], *role),
            type=self._type(own, nouns, tokens),
            gender=self._gender((*name, *tokens[: self.head(tokens) + 1]), own),
            many=self._is_many(tokens, name),
            definite=self._is_definite(tokens),
            note=note.strip(" ,"),
        )

    def _undated(self, tokens: Sentence) -> Sentence:
        """A phrase without its date: "a report [filed on Thursday]"."""
        dates = self.vocabulary.behind_participles
        for place in range(1, len(tokens) - 1):
            rest = tokens[place + 1 :]
            dated = all(token.low in dates or token.kind == "number" for token in rest)
            if dated and is_participle(tokens[place], self.vocabulary):
                return tokens[:place]
        return tokens

    def split(self, tokens: Sentence) -> tuple[Sentence, Sentence]:
        """The proper name that a phrase is about (empty if it is about none), and the rest."""
        head = self.head(tokens)
        if not tokens[head].is_capital or (head == 0 and self._is_common(tokens[0], tokens)):
            return (), tokens
        start = head
        while start and self._goes_on(tokens, start):
            start -= 1
        return tokens[start : head + 1], (*tokens[:start], *tokens[head + 1 :])

    def _goes_on(self, tokens: Sentence, start: int) -> bool:
        """Whether the word before a token belongs to the same name."""
        before = tokens[start - 1]
        if before.is_capital:
            return start > 1 or not self._is_common(before, tokens)
        particle = before.low in self.vocabulary.particles
        return particle and start > 1 and self._goes_on(tokens, start - 1)

    def head(self, tokens: Sentence) -> int:
        """The place of the noun that a phrase is about: before what belongs to it."""
        vocabulary = self.vocabulary
        end = next(
            (place for place in range(1, len(tokens)) if self._belongs_to_head(tokens, place)),
            len(tokens),
        )
        known = [place for place in range(end) if tokens[place].low in vocabulary.source_types]
        if vocabulary.noun_first and known and not tokens[end - 1].is_capital:
            return known[0]
        return end - 1

    def _belongs_to_head(self, tokens: Sentence, place: int) -> bool:
        token, vocabulary = tokens[place], self.vocabulary
        ends = (
            not token.is_word
            or token.low in vocabulary.ending_heads
            or vocabulary.passing_on.among(tokens, place) > 0
        )
        return ends and not self._is_within_name(tokens, place)

    def _is_within_name(self, tokens: Sentence, place: int) -> bool:
        """Whether a token goes on with the name before it: "Ana [de] la Cruz"."""
        before = tokens[place - 1]
        if not before.is_capital or (place == 1 and self._is_common(before, tokens)):
            return False
        return self._run_end(tokens, place - 1) > place

    def _type(self, name: Sentence, nouns: Sentence, tokens: Sentence) -> str:
        types = self.vocabulary.source_types
        roles = [types[token.low] for token in nouns if token.low in types]
        if name:
            return self._type_of_name(name, roles, tokens)
        head = types.get(tokens[self.head(tokens)].low)
        unnamed = tokens[0].low in self.vocabulary.unnamed
        otherwise = "participant" if unnamed else next(iter(roles), "other")
        return head or otherwise

    def _type_of_name(self, name: Sentence, roles: Sequence[str], tokens: Sentence) -> str:
        types = self.vocabulary.source_types
        kinds = {types.get(bare(token.low)) for token in name}
        body = next((kind for kind in _NO_PERSONS if kind in kinds), None)
        if body is not None:
            return body
        if tokens[0].low in self.vocabulary.definite and name == tokens[1:]:
            return "organisation"
        return next((kind for kind in roles if kind in PEOPLE), "participant")

    def _gender(self, tokens: Sentence, name: Sentence) -> str:
        """The gender of a title or a noun, else of the first name."""
        for token in tokens:
            low = token.low.rstrip(".")
            found = self.vocabulary.genders.get(low) or self.vocabulary.titles.get(low, "any")
            if found != "any":
                return found
        return first_names().gender_of(name[0].low) if name else "any"

    def _is_many(self, tokens: Sentence, name: Sentence) -> bool:
        if any(token.low in self.vocabulary.joining for token in tokens):
            return True
        if name:
            return False
        head = tokens[self.head(tokens)].low
        vocabulary = self.vocabulary
        plural = head.endswith(vocabulary.plural_endings)
        singular = head.endswith(vocabulary.singular_endings)
        return (plural and not singular) or head in vocabulary.plurals

    def _is_definite(self, tokens: Sentence) -> bool:
        first = tokens[0].low
        return (
            first in self.vocabulary.definite
            or first in self.vocabulary.possessives
            or any(token.low.endswith(_GENITIVES) for token in tokens[:-1])
        )

    def plain(self, role: Sentence) -> str:
        """A description as it is written in the middle of a sentence."""
        text = text_of(role)
        return uncapitalised(text) if self._is_lowered(role) else text

    def _is_lowered(self, role: Sentence) -> bool:
        """Whether the first word of a description has its capital only from its place."""
        first, vocabulary = role[0], self.vocabulary
        if first.low in vocabulary.determiners or first.low in vocabulary.unnamed:
            return True
        if not first.is_capital or (len(role) > 1 and role[1].is_capital):
            return False
        if first.low.endswith(vocabulary.genitives):
            return bare(first.low) in self._small
        known = first.low in vocabulary.source_types or first.low in vocabulary.possessives
        return known or first.low in self._small or bare(first.low) not in self.full_names


def is_headline(sentence: Sentence) -> bool:
    """Whether a sentence is a headline in Title Case, whose capitals mean nothing."""
    words = [token for token in sentence if token.is_word]
    if len(words) < _SHORTEST_HEADLINE or sentence[-1].text in _STOPS:
        return False
    return sum(token.is_capital for token in words) >= _MOST * len(words)


def uncapitalised(text: str) -> str:
    """A text with a small letter first, but for "CNN records"."""
    return text if text[1:2].isupper() else text[:1].lower() + text[1:]


def bare(word: str) -> str:
    """A word without the ending of the genitive and without a stop."""
    return word.removesuffix("’s").removesuffix("’").rstrip(".")


def owned(tokens: Sentence) -> Sentence:
    """A phrase without the genitive at its end: "the mayor’s" in "the mayor’s view"."""
    last = tokens[-1]
    ending = next((ending for ending in _GENITIVES if last.text.endswith(ending)), "")
    text = last.text.removesuffix(ending)
    if not ending or not text:
        return tokens
    return (*tokens[:-1], last._replace(text=text, low=text.lower(), end=last.end - len(ending)))


def text_of(tokens: Sentence) -> str:
    """The words of tokens, spaced as they are written."""
    text = ""
    for token in tokens:
        closed = not text or token.text in _CLOSED_UP or text.endswith("(")
        text += token.text if closed else f" {token.text}"
    return text
