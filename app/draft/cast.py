"""Who appears in an article: full names, the short forms that follow, pronouns."""

from collections import deque
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Final

from app.draft.naming import BODIES, PEOPLE, Description, Naming, bare, is_headline, owned, text_of
from app.draft.phrase_after import phrase_after
from app.draft.phrases import Phrase
from app.draft.tokens import Sentence
from app.draft.vocabulary import Vocabulary, first_names
from app.draft.word_groups import Pronoun

_LOOKED_BACK: Final = 12
"""Sentences that are searched backwards for what a pronoun refers to."""

_REMEMBERED: Final = 200
"""Descriptions that are kept for a later one to refer to."""

_NAMESAKES: Final = 50
"""Figures that may share a word of their names."""


_ANYBODY: Final = Pronoun(number="one", gender="any")


@dataclass(eq=False, slots=True)
class Figure:
    """A person, body or paper that may speak: what the text calls it, and what is known of it.

    `words` are those of its name or description, `nouns` what else it has been called.
    """

    name: str
    type: str
    named: bool
    words: frozenset[str]
    many: bool = False
    nouns: set[str] = field(default_factory=set)
    gender: str = "any"
    note: str = ""

    @property
    def is_person(self) -> bool:
        """Whether it is a person or persons."""
        return self.type in PEOPLE


Mention = tuple[Figure, int]
"""A figure, and where its mention begins in the paragraph; -1 for the speaker of a sentence."""


class Cast:
    """The figures of an article, in the order in which they come up."""

    def __init__(self, sentences: Sequence[Sentence], vocabulary: Vocabulary) -> None:
        self.vocabulary = vocabulary
        self.naming = Naming(sentences, vocabulary)
        self._named: dict[str, deque[Figure]] = {}
        self._described: deque[Figure] = deque(maxlen=_REMEMBERED)
        self._seen: deque[list[Mention]] = deque(maxlen=_LOOKED_BACK)

    def figure_of(self, phrase: Phrase) -> Figure | None:
        """The figure that a phrase refers to; None for a pronoun that fits no one before it."""
        pronoun = self._pronoun(phrase)
        if pronoun is not None:
            return self.meant(pronoun.number, pronoun.gender, phrase.tokens[0].start)
        described = self.naming.describe(phrase)
        figure = self._known(described) or self._new(described)
        self._learn(figure, described)
        return figure

    def _pronoun(self, phrase: Phrase) -> Pronoun | None:
        """The pronoun that is a whole phrase: "she", or "her" in "her view"."""
        if len(phrase.tokens) > 1:
            return None
        word = phrase.tokens[0].low
        owner = self.vocabulary.owners.get(word)
        if owner is None:
            return self.vocabulary.pronouns.get(word)
        return self.vocabulary.pronouns.get(owner, _ANYBODY)

    # Known by name or description

    def _known(self, described: Description) -> Figure | None:
        if described.name:
            return self._by_name(described)
        words = self._words(described.role)
        determined = described.role[0].low in self.vocabulary.determiners
        again = described.definite or described.many or not determined
        for figure in reversed(self._described):
            if again and figure.words == words and figure.many == described.many:
                return figure
        if not described.definite:
            return None
        return self._by_role(described, words) or self._paper(described)

    def _by_name(self, described: Description) -> Figure | None:
        words = self._name_words(described.name)
        for word in words:
            for figure in self._named.get(word, ()):
                if words <= figure.words and figure.many == described.many:
                    return figure
        return None

    def _by_role(self, described: Description, words: frozenset[str]) -> Figure | None:
        """The figure that had this role before: "the baker" after "Jonas Brekke, a baker"."""
        noun = described.role[self.naming.head(described.role)].low
        for figure in reversed(self._described):
            known = figure.words | figure.nouns
            if noun in figure.nouns and words <= known and figure.many == described.many:
                return figure
        return None

    def _paper(self, described: Description) -> Figure | None:
        """The newspaper that was named last, for "the paper" and nothing more."""
        plain = len(described.role) == 2 and described.type == "news organisation"
        if not plain:
            return None
        papers = (f for f in reversed(self._described) if f.type == described.type and f.named)
        return next(papers, None)

    def _words(self, tokens: Sentence) -> frozenset[str]:
        small = self.vocabulary.no_descriptions
        return frozenset(token.low for token in tokens if token.is_word and token.low not in small)

    def _name_words(self, name: Sentence) -> frozenset[str]:
        words = frozenset(bare(token.low) for token in name)
        return words - self.vocabulary.determiners or words

    def _new(self, described: Description) -> Figure:
        if described.name:
            figure = self._new_name(described)
            for word in figure.words:
                self._named.setdefault(word, deque(maxlen=_NAMESAKES)).append(figure)
        else:
            figure = Figure(
                self.naming.plain(described.role),
                described.type,
                self._is_identified(described),
                self._words(described.role),
                described.many,
            )
        self._described.append(figure)
        return figure

    def _new_name(self, described: Description) -> Figure:
        name, role = described.name, described.role
        if described.type in PEOPLE and len(name) == 1:
            name = self.naming.full_names.get(bare(name[-1].low), name)
        text = text_of(owned(name))
        if described.many:
            text = text_of(sorted_by_place((*role, *name)))
        elif described.type not in PEOPLE and role and role[0].low in self.vocabulary.definite:
            text = text_of((role[0], *name)) if len(role) == 1 else text
        words = self._name_words(name)
        return Figure(text, described.type, True, words, described.many)

    def _is_identified(self, described: Description) -> bool:
        """Whether a description without a name says all the same which body or paper it is."""
        determined = described.role[0].low in self.vocabulary.determiners
        if described.type in BODIES:
            return described.definite or not determined
        if described.type in PEOPLE or described.type == "other":
            return False
        return any(token.is_capital for token in described.role[1:]) or len(described.role) > 3

    def _learn(self, figure: Figure, described: Description) -> None:
        figure.nouns |= self._nouns(described)
        person = described.type in PEOPLE and not described.many
        if person and described.name and described.role:
            figure.note = figure.note or self.naming.plain(described.role)
        if described.note and described.note not in figure.note:
            figure.note = f"{figure.note}, {described.note}" if figure.note else described.note
        if figure.gender == "any":
            figure.gender = described.gender

    def _nouns(self, described: Description) -> set[str]:
        """The nouns by which a later phrase may refer to the figure: "the baker", "the paper"."""
        known = self.vocabulary.source_types
        roles = {token.low for token in described.role if token.is_word}
        if described.name:
            roles &= known.keys()
        notes = known.keys() & described.note.lower().split()
        body = described.type not in PEOPLE
        names = {bare(token.low) for token in described.name} if body else set[str]()
        return roles | notes | names

    # Pronouns

    def see(self, sentence: Sentence) -> None:
        """Note the figures that a sentence mentions, before its attributions are read."""
        self._seen.append([])
        if is_headline(sentence):
            return
        for phrase in self._mentions(sentence):
            figure = self.figure_of(phrase)
            if figure is not None:
                self._seen[-1].append((figure, phrase.tokens[0].start))

    def speaks(self, figure: Figure) -> None:
        """Put the speaker of the last sentence before all others that it mentions."""
        if self._seen:
            others = (one for one in self._seen[-1] if one[0] is not figure)
            self._seen[-1] = [(figure, -1), *others]

    def foremost(self) -> Figure | None:
        """The first person that the last sentence mentions."""
        mentions = self._seen[-1] if self._seen else []
        return next((figure for figure, _ in mentions if figure.is_person), None)

    def meant(self, number: str, gender: str, place: int | None = None) -> Figure | None:
        """The figure that a pronoun refers to: the last sentence that mentions one that fits.

        `place` is where the pronoun begins in its sentence: what comes behind it does not count.
        """
        for age, mentions in enumerate(reversed(self._seen)):
            for figure, start in mentions:
                behind = age == 0 and place is not None and start > place
                if not behind and _fits(figure, number, gender):
                    if figure.gender == "any" and figure.is_person:
                        figure.gender = gender
                    return figure
        return None

    def _mentions(self, sentence: Sentence) -> Iterator[Phrase]:
        place = 0
        while place < len(sentence):
            found = self._mention_at(sentence, place)
            begun = place
            place += 1
            if found is not None:
                phrase, end = found
                yield from self._each(phrase)
                place = max(end, place)
            elif sentence[begun].is_capital:
                # Half of a name is no figure either.
                while place < len(sentence) and sentence[place].is_capital:
                    place += 1

    def _each(self, phrase: Phrase) -> Iterator[Phrase]:
        """The first of several that a phrase joins, for "she", then all, for "they"."""
        joints = (at for at, t in enumerate(phrase.tokens) if t.low in self.vocabulary.joining)
        joint = next(joints, 0)
        if joint:
            yield Phrase(phrase.tokens[:joint])
        yield phrase

    def _mention_at(self, sentence: Sentence, place: int) -> tuple[Phrase, int] | None:
        token, vocabulary = sentence[place], self.vocabulary
        if not token.is_word or token.low in vocabulary.no_mentions:
            return None
        noun = token.low in vocabulary.source_types
        if not (token.is_capital or noun or token.low in vocabulary.opening_nouns):
            return None
        found = phrase_after(sentence, place, len(sentence), vocabulary)
        before = sentence[place - 1].low if place else ""
        if found is None or not self._may_be_meant(found.phrase, before):
            return None
        return found.phrase, found.end

    def _may_be_meant(self, phrase: Phrase, before: str) -> bool:
        """Whether a later pronoun may refer to what a phrase names."""
        tokens = owned(phrase.tokens)
        known = self.vocabulary.source_types
        name, _ = self.naming.split(tokens)
        if not name:
            return known.get(tokens[self.naming.head(tokens)].low) in PEOPLE | BODIES
        if self.naming.is_no_person(name):
            return any(known.get(bare(token.low)) in BODIES for token in name)
        in_full = bare(name[-1].low) in self.naming.full_names
        person = first_names().gender_of(name[0].low) != "any"
        return in_full and (person or before not in self.vocabulary.places)


def _fits(figure: Figure, number: str, gender: str) -> bool:
    if gender == "thing":
        return not figure.is_person and not figure.many
    if number == "many":
        return figure.many
    if not figure.is_person or figure.many:
        return False
    return gender == "any" or figure.gender in {"any", gender}


def sorted_by_place(tokens: Sentence) -> Sentence:
    """Tokens in their order in the text."""
    return tuple(sorted(tokens, key=lambda token: token.start))
