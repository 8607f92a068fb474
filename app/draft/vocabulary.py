"""The words of a language by which the draft finds who says what, as typed and validated lists."""

from collections.abc import Iterable, Iterator, Mapping
from functools import cache, cached_property
from typing import Final, TypeVar

from app.draft.word_groups import (
    According,
    Endings,
    FirstNames,
    Gender,
    Hedges,
    Inflection,
    PhraseList,
    Pronoun,
    SourceType,
    Verb,
    VerbForms,
    VerbGroup,
    WordSet,
)
from app.language.folder import Words, languages, read_words

LANGUAGES: Final = languages("reported_speech")
"""The languages of which articles can be drafted."""


class Vocabulary(Words):
    """The content of a file `reported_speech.yaml`, whose comments say what each list is for."""

    writer_name: str
    content_note: str
    commonest: WordSet
    numbers: WordSet
    years: WordSet
    hedges: Hedges

    # Grammar
    that_may_be_left_out: bool
    comma_before_that: bool = False
    subject_may_be_left_out: bool
    noun_first: bool

    # Verbs
    reporting_verbs: Mapping[VerbGroup, tuple[str, ...]]
    inflections: tuple[Inflection, ...]
    verb_forms: VerbForms
    first_form_is_infinitive: bool
    phrasal: Mapping[str, str]
    need_that: WordSet
    tell_how: WordSet
    verbs_with_listener: WordSet
    predictions: Endings
    also_nouns: WordSet
    auxiliaries: WordSet
    passive: WordSet
    negations: WordSet
    negated_endings: Endings
    infinitive: WordSet
    infinitive_after: WordSet
    finite: WordSet
    past_endings: Endings
    participle_endings: Endings
    adverbs: WordSet
    adverb_endings: Endings
    no_adverbs: WordSet
    adverbs_between: WordSet
    gerund_openers: WordSet
    no_gerunds: WordSet

    # Wordings that attribute
    according: According
    no_source: WordSet
    opinion_prepositions: WordSet
    that: WordSet
    how: WordSet
    like: WordSet
    as_saying: PhraseList
    before_a_name: WordSet
    passing_on: PhraseList
    interviews: PhraseList
    citing: PhraseList
    addressee: WordSet
    clause_prepositions: WordSet

    interview_labels: Mapping[str, str]

    # Phrases
    determiners: WordSet
    definite: WordSet
    articles: WordSet
    possessives: WordSet
    owners: Mapping[str, str]
    pronouns: Mapping[str, Pronoun]
    first_person: WordSet
    no_speakers: WordSet
    relative: WordSet
    who: WordSet
    unnamed: WordSet
    prepositions: WordSet
    belonging: WordSet
    attaching: WordSet
    places: WordSet
    conjunctions: WordSet
    joining: WordSet
    turning: WordSet
    subordinators: WordSet
    openers: WordSet
    times: WordSet
    settings: WordSet
    particles: WordSet
    plurals: WordSet
    plural_endings: Endings
    singular_endings: Endings
    seeming_plurals: WordSet
    genitives: Endings

    # What a phrase refers to
    titles_by_gender: Mapping[Gender, WordSet]
    nouns_by_gender: Mapping[Gender, WordSet]
    nouns_by_source_type: Mapping[SourceType, tuple[str, ...]]
    not_people: WordSet

    @cached_property
    def verbs(self) -> Mapping[str, Verb]:
        """Every form of every reporting verb."""
        found: dict[str, Verb] = {}
        for group, name, word in self._verb_forms():
            known = found[word].groups if word in found else frozenset()
            found[word] = Verb(name, known | {group}, self._form(word, name))
        return found

    def _verb_forms(self) -> Iterator[tuple[str, str, str]]:
        for group, entries in self.reporting_verbs.items():
            for entry in entries:
                for word in self.inflected(entry):
                    yield group, entry.split()[0], word

    def _form(self, word: str, name: str) -> str:
        if self.first_form_is_infinitive and word == name:
            return "infinitive"
        if word.endswith(self.verb_forms.gerund):
            return "gerund"
        return "participle" if word.endswith(self.verb_forms.participle) else "finite"

    def inflected(self, entry: str) -> list[str]:
        """The forms of a verb that a file gives: all of them, or a regular verb alone."""
        words = entry.split()
        if len(words) > 1:
            return words
        return next(one for one in self.inflections if entry.endswith(one.ending)).of(entry)

    @cached_property
    def titles(self) -> Mapping[str, str]:
        """Titles before names, each with its gender."""
        return _by_word(self.titles_by_gender)

    @cached_property
    def genders(self) -> Mapping[str, str]:
        """Nouns of people, each with its gender."""
        return _by_word(self.nouns_by_gender)

    @cached_property
    def source_types(self) -> Mapping[str, str]:
        """Nouns for what may speak, each with its type of source."""
        return _by_word(self.nouns_by_source_type)

    @cached_property
    def never_alone(self) -> WordSet:
        """Words that are no speaker by themselves, in capitals or not."""
        lists = (self.no_speakers, self.times, self.openers, self.adverbs, self.like)
        return self.subordinators.union(*lists)

    @cached_property
    def never_names(self) -> WordSet:
        """Words that are no part of a name though a sentence may begin with them."""
        openers = (self.openers, self.prepositions, self.subordinators, self.no_speakers)
        return self.unnamed.union(*openers, self.possessives, self.first_person, self.determiners)

    @cached_property
    def ending_heads(self) -> WordSet:
        """Words before which the head of a phrase is over."""
        return self.prepositions | self.relative | self.joining

    @cached_property
    def no_mentions(self) -> WordSet:
        """Words that mention no one to whom a later pronoun may refer."""
        return self.that.union(self.pronouns, self.first_person)

    @cached_property
    def opening_nouns(self) -> WordSet:
        """Words that announce a noun: "the", "her"."""
        return self.determiners | self.possessives

    @cached_property
    def no_descriptions(self) -> WordSet:
        """Words that do not count when two descriptions are compared."""
        return self.determiners | self.possessives | self.prepositions

    @cached_property
    def clause_openers(self) -> WordSet:
        """Words that may come before the subject of a clause."""
        return self.openers.union(self.subordinators, self.conjunctions, self.that, self.like)

    @cached_property
    def helping_verbs(self) -> WordSet:
        """Words that belong to the verb behind them: "has", "not", "being"."""
        return self.auxiliaries | self.negations | self.passive

    @cached_property
    def before_nouns(self) -> WordSet:
        """Words behind which a word that may be noun or verb is a noun: "the claims"."""
        return self.determiners.union(self.possessives, self.prepositions, self.finite)

    @cached_property
    def opening_no_clause(self) -> WordSet:
        """Words with which no clause begins that lacks its "that"."""
        prepositions = self.prepositions - self.clause_prepositions
        return prepositions.union(self.infinitive, self.relative, self.conjunctions)

    @cached_property
    def behind_participles(self) -> WordSet:
        """Words behind a participle that follows its noun: "a report filed [in] May"."""
        return self.prepositions | self.times

    @cached_property
    def only_negations(self) -> WordSet:
        """Words that deny a verb, and no noun: "not", but not "no"."""
        return self.negations - self.determiners

    @cached_property
    def only_before_nouns(self) -> WordSet:
        """Words behind which no verb comes: "a [think] tank", "his [remarks]"."""
        return self.articles | self.possessives

    @cached_property
    def before_adjectives(self) -> WordSet:
        """Words behind which a form of the past is an adjective: "a [retired] baker"."""
        return self.determiners.union(self.possessives, self.prepositions)

    @cached_property
    def opening_speech(self) -> WordSet:
        """Words with which what is said may begin right behind its verb: "that", "she"."""
        return self.that.union(self.pronouns) if self.that_may_be_left_out else self.that

    @cached_property
    def behind_objects(self) -> WordSet:
        """Words behind a pronoun that is no subject: "said it [to] her"."""
        return self.before_adjectives.union(self.conjunctions, self.times, self.adverbs)

    @cached_property
    def no_plurals(self) -> WordSet:
        """Words that end like a plural and name no one who speaks."""
        others = (self.settings, self.finite, self.verbs, self.prepositions, self.no_source)
        return self.never_alone.union(self.seeming_plurals, *others)

    @cached_property
    def leading_on(self) -> WordSet:
        """Words that are never the last of a phrase."""
        return self.prepositions.union(self.conjunctions, self.pronouns)

    @cached_property
    def opening_clauses(self) -> WordSet:
        """Words in small letters that are no part of a noun phrase: "who", "is", "she"."""
        return self.relative.union(self.finite, self.pronouns)

    @cached_property
    def opening_asides(self) -> WordSet:
        """Words with which an aside in commas may begin: "a baker", "who is 34", "of Wend"."""
        return self.determiners.union(self.relative, self.possessives, self.belonging)

    @cached_property
    def circumstances(self) -> WordSet:
        """Nouns that say when or in what something was said, and not by whom."""
        return self.times | self.settings

    @cached_property
    def joints(self) -> WordSet:
        """Words with which another clause begins."""
        return self.subordinators | self.conjunctions

    @cached_property
    def verb_joints(self) -> WordSet:
        """Words between two verbs of one speaker: "said so and added", "said Ruiz, who added"."""
        return self.conjunctions | self.who

    @cached_property
    def other_clauses(self) -> WordSet:
        """Words with which something else begins than what was said."""
        return self.joints.union(self.turning, self.who)


@cache
def vocabulary_of(tag: str) -> Vocabulary:
    """The words of a language of `LANGUAGES`."""
    return words_file(tag, "reported_speech", Vocabulary)


@cache
def first_names() -> FirstNames:
    """The first names of all languages: a name is borne in many."""
    lists = [words_file(tag, "first_names", FirstNames) for tag in LANGUAGES]
    return FirstNames(
        man=frozenset().union(*(one.man for one in lists)),
        woman=frozenset().union(*(one.woman for one in lists)),
    )


AnyWords = TypeVar("AnyWords", bound=Words)


def words_file(tag: str, name: str, model: type[AnyWords]) -> AnyWords:
    """The words of a file that a language of `LANGUAGES` must have; raises LookupError without."""
    found: AnyWords | None = read_words(tag, name, model)
    if found is None:
        raise LookupError(f"There is no {name}.yaml for the language {tag}.")
    return found


Name = TypeVar("Name", bound=str)


def _by_word(groups: Mapping[Name, Iterable[str]]) -> dict[str, Name]:
    """Each word with the name of its first group."""
    return {word: name for name, words in reversed(list(groups.items())) for word in words}
