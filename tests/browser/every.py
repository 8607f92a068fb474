"""A bank with every kind of question, and the same bank in Arabic letters and in very long words.

The other two are made from the first word by word, so that whatever can be answered in one can be
answered in all: only `turned` knows which texts of a bank a student reads.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, Final

import yaml

LENGTH: Final = 12
"""The paper that has all of the questions."""

FERRY: Final = """
byline: 1
title: The late ferry
language: en
summary: Who says why the ferry came late?
audience: for tests
content_note:
  student: It tells of people who had to wait.
article:
  title: Ferry comes late again
  author: A. Writer
  outlet: The Gazette
  published: 2025-05-05
  type: news report
  note: Made for a test.
  text: |
    The ferry to Lunde came two hours late on Monday. It was “perhaps” the fog, the captain told
    the Gazette, and nobody had been in danger.

    Some 40 passengers waited on the pier. A porter, who asked not to be named, called the delay a
    farce: the timetable was a fairy tale, he said.

    The Gazette printed the story on Tuesday. The same day a listener read it out on the radio.
sources:
  captain: {name: the captain, type: witness}
  gazette: {name: the Gazette, type: news organisation}
  listener: {name: a listener, type: other}
questions:
  - id: choice
    kind: choice
    prompt: Where did the ferry go?
    answer: to Lunde
    distractors: {to Monday: That is when., to the radio: That is where it was read out.}
    skill: facts/explicit-information
    evidence: The ferry to Lunde
  - id: match
    kind: match
    prompt: What belongs to whom?
    pairs: {the captain: the fog, the porter: a farce}
    extra: [the radio]
    skill: facts/explicit-information
    evidence: called the delay a farce
  - id: classify
    kind: classify
    prompt: Is it a report or a judgement?
    categories:
      A report: [The ferry came late., Passengers waited.]
      A judgement: [The timetable is a fairy tale.]
    skill: facts/fact-vs-opinion
    evidence: the timetable was a fairy tale
  - id: numeric
    kind: numeric
    prompt: How many people waited, roughly?
    answer: 40
    tolerance: 2
    unit: passengers
    skill: facts/quantity-and-certainty
    evidence: Some 40 passengers waited
  - id: chain
    kind: chain
    prompt: Through whose hands did the story come to those who heard it?
    chain: [captain, gazette, listener]
    extra: [a porter]
    skill: sourcing/source-chain
    evidence: a listener read it out on the radio
  - id: short-text
    kind: short_text
    prompt: Who asked not to be named?
    answers: [a porter]
    skill: sourcing/attribution
    evidence: who asked not to be named
  - id: multiple
    kind: multiple
    prompt: Who is quoted or retold here?
    answers: {the captain: She told the Gazette., a porter: He said so.}
    distractors: [a passenger, the harbour]
    skill: sourcing/attribution
    evidence: the captain told the Gazette
  - id: statements
    kind: statements
    prompt: Does the text say so?
    statements:
      - {says: The porter gave his name., is: false, because: He asked not to be named.}
      - {says: The captain spoke to a newspaper., is: true}
      - {says: The porter was new., is: not stated, absent: [new]}
    skill: sourcing/source-type
    evidence: A porter, who asked not to be named
  - id: order
    kind: order
    prompt: What came first?
    sequence: [The fog came., The ferry was late., The Gazette printed it., It was read out.]
    skill: framing/selection-and-emphasis
    evidence: The Gazette printed the story on Tuesday
  - id: highlight
    kind: highlight
    prompt: Which words judge the delay?
    paragraph: 2
    targets: {a farce: It makes it ridiculous., a fairy tale: Nobody believes those.}
    decoys: [the pier, asked not to be named]
    skill: framing/word-choice
    evidence: called the delay a farce
  - id: choice-in-order
    kind: choice
    prompt: How sure is the captain of her reason?
    answer: not quite sure
    options: [quite sure, not quite sure, not sure at all]
    skill: framing/certainty-and-agency
    evidence: It was “perhaps” the fog
  - id: statements-on-words
    kind: statements
    prompt: Is it put like this?
    statements:
      - {says: Waiting is called a delay., is: true}
      - {says: The passengers are called guests., is: false}
    skill: framing/word-choice
    evidence: called the delay a farce
"""

# fmt: off
READ: Final = frozenset(
    {
        "title", "summary", "audience", "student", "note", "author", "outlet", "text",
        "name", "prompt", "answer", "distractors", "pairs", "extra", "categories", "unit",
        "answers", "statements", "says", "because", "sequence", "targets", "decoys",
        "options", "absent", "evidence"
    }
)
# fmt: on
"""The fields whose texts a student may read sooner or later."""


@dataclass(frozen=True, slots=True)
class EveryBank:
    """A bank with every kind; `yaml` is as written, `questions` are its mappings by prompt."""

    name: str
    yaml: str
    title: str
    questions: Mapping[str, Mapping[str, Any]]


@cache
def every_bank(name: str) -> EveryBank:
    """One of `DRESSES`, by its name."""
    dress = DRESSES[name]
    bank = turned(yaml.safe_load(FERRY), dress.word) | {"language": dress.language}
    names = {source: entry["name"] for source, entry in bank["sources"].items()}
    for question in bank["questions"]:
        question |= {"level": 1, "because": dress.word("Because it stands there.")}
    text = yaml.safe_dump(bank, allow_unicode=True, sort_keys=False, width=1000)
    questions = {one["prompt"]: named(one, names) for one in bank["questions"]}
    return EveryBank(name, text, bank["title"], questions)


def named(question: Mapping[str, Any], names: Mapping[str, str]) -> dict[str, Any]:
    """A question with the names of sources in the place of their ids."""
    chain = [names.get(link, link) for link in question.get("chain", ())]
    return dict(question) | ({"chain": chain} if chain else {})


def turned(value: Any, word: Callable[[str], str], *, read: bool = False) -> Any:
    """A bank with every text that a student reads put through `word`."""
    if isinstance(value, dict):
        return dict(pairs_turned(value, word, read=read))
    if isinstance(value, list):
        return [turned(entry, word, read=read) for entry in value]
    return word(value) if read and isinstance(value, str) else value


def pairs_turned(
    value: Mapping[str, Any], word: Callable[[str], str], *, read: bool
) -> Iterator[tuple[str, Any]]:
    """The pairs of a mapping: its names are texts where it stands in a field that is read."""
    for name, inner in value.items():
        is_field = name in READ
        texts = read and not is_field and name != "is"
        yield word(name) if texts else name, turned(inner, word, read=texts or is_field)


@dataclass(frozen=True, slots=True)
class Dress:
    """How the bank is written: its language, and what becomes of a text."""

    language: str
    word: Callable[[str], str]


ARABIC: Final = str.maketrans(
    dict(zip("abcdefghijklmnopqrstuvwxyz", "ابجدهفغحيجكلمنوبقرستوفوخيز", strict=True))
)


def in_arabic_letters(text: str) -> str:
    """The text in letters that run from right to left; digits and punctuation stay."""
    return text.lower().translate(ARABIC)


def in_long_words(text: str) -> str:
    """The text with words such as German makes by putting words together."""
    return re.sub(r"[A-Za-z]{5,}", lambda word: f"{word[0]}verantwortungsbewusstsein", text)


DRESSES: Final = {
    "ferry": Dress("en", lambda text: text),
    "ferry-ar": Dress("ar", in_arabic_letters),
    "ferry-de": Dress("de", in_long_words),
}
