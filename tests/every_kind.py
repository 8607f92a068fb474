"""The bank with every kind of question, and the same bank in other letters and longer words.

The test of a kind brings its question (`IN_A_BANK`). The other banks are made from the first word
by word, so that whatever can be answered in one can be answered in all.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from typing import TYPE_CHECKING, Any, Final

import yaml

from app.domain.fields import QuestionFields
from app.kinds import KINDS
from app.library.reading import read_written
from tests.answering import answer_by_hand, right_response

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from playwright.sync_api import Locator

    from tests.browser.hands import Hand

LENGTH: Final = 12
"""The paper that has all of the questions."""

SKILLS: Final = ("facts/explicit-information", "sourcing/source-chain", "framing/word-choice")

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
"""

EXTRA: Final = """
- kind: choice
  prompt: How sure is the captain of her reason?
  answer: not quite sure
  options: [quite sure, not quite sure, not sure at all]
  evidence: It was “perhaps” the fog
- kind: statements
  prompt: Is it put like this?
  statements:
    - {says: Waiting is called a delay., is: true}
    - {says: The passengers are called guests., is: false}
  evidence: called the delay a farce
"""
"""Further questions, as many as are needed to fill a paper."""

COMMON: Final = frozenset(QuestionFields.model_fields)
NO_WORDS: Final = frozenset({"chain", "kind", "rule"})
"""Fields of kinds that hold ids and names of the program."""

# fmt: off
READ: Final = frozenset(
    {
        "title", "summary", "audience", "student", "topics", "note", "author", "outlet", "text",
        "name", "prompt", "says", "because", "absent", "evidence",
    }
)
# fmt: on


@cache
def is_read(field: str) -> bool:
    """Whether a student may read the texts of a field sooner or later."""
    own = {name for kind in KINDS.values() for name in kind.Fields.model_fields}
    return field in READ or field in own - COMMON - NO_WORDS


@dataclass(frozen=True, slots=True)
class EveryBank:
    """A bank with every kind; `questions` are its mappings by prompt, `right` their responses."""

    name: str
    yaml: str
    title: str
    questions: Mapping[str, Mapping[str, Any]]
    right: Mapping[str, Any]


def answer_rightly(hand: Hand, question: Locator, bank: EveryBank) -> None:
    """Answer a question of a bank on its page."""
    prompt = question.locator("h3").inner_text()
    answer_by_hand(hand, question, bank.questions[prompt]["kind"], bank.right[prompt])


@cache
def every_bank(name: str) -> EveryBank:
    """One of `DRESSES`, by its name."""
    mapping = written_bank(name)
    text = as_yaml(mapping)
    names = {source: entry["name"] for source, entry in mapping["sources"].items()}
    questions = {one["prompt"]: named(one, names) for one in mapping["questions"]}
    bank = read_written(text, None, name, f"{name}.yaml").bank
    assert bank is not None
    right = {one.prompt: right_response(one) for one in bank.questions}
    return EveryBank(name, text, mapping["title"], questions, right)


def written_bank(name: str) -> dict[str, Any]:
    """The bank in one of `DRESSES` as mappings and lists: a question of each kind, named for it."""
    dress = DRESSES[name]
    plain = yaml.safe_load(FERRY) | {"questions": list(written_questions())}
    bank: dict[str, Any] = turned(plain, dress.word) | {"language": dress.language}
    for question in bank["questions"]:
        question["because"] = dress.word("Because it stands there.")
    return bank


def written_questions() -> Iterator[dict[str, Any]]:
    """Yield a question of each kind and as many more as fill the paper, for each skill alike."""
    asked = [{"id": kind, "kind": kind} | in_a_bank(kind) for kind in KINDS]
    extra = [{"id": f"extra-{n}"} | one for n, one in enumerate(yaml.safe_load(EXTRA))]
    for n, question in enumerate([*asked, *extra][: max(LENGTH, len(asked))]):
        yield {"skill": SKILLS[n % len(SKILLS)], "level": 1} | question


def in_a_bank(kind: str) -> dict[str, Any]:
    """The question that the test of a kind brings."""
    module = import_module(f"tests.kinds.test_{kind}")
    question: dict[str, Any] = yaml.safe_load(module.IN_A_BANK)
    return question


def as_yaml(bank: Mapping[str, Any]) -> str:
    """A bank as a file has it."""
    return yaml.safe_dump(dict(bank), allow_unicode=True, sort_keys=False, width=1000)


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
    """The pairs of a mapping: its names are texts inside a field that is read."""
    for name, inner in value.items():
        is_field = is_read(name)
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


GREEK: Final = str.maketrans(
    dict(zip("abcdefghijklmnopqrstuvwxyz", "αβψδεφγηιξκλμνοπχρστυωςζυζ", strict=True))
)


def in_greek_letters(text: str) -> str:
    """The text without a Latin letter; digits and punctuation stay."""
    return text.lower().translate(GREEK)


def in_markup(text: str) -> str:
    """The text with elements of HTML in its longer words."""
    return re.sub("[A-Za-z]{5,}", lambda word: f"{word[0][:3]}<i>{word[0][3:]}</i>", text)


def in_long_words(text: str) -> str:
    """The text with words such as German makes by putting words together."""
    return re.sub(r"[A-Za-z]{5,}", lambda word: f"{word[0]}verantwortungsbewusstsein", text)


DRESSES: Final = {
    "ferry": Dress("en", lambda text: text),
    "ferry-ar": Dress("ar", in_arabic_letters),
    "ferry-de": Dress("de", in_long_words),
    "ferry-el": Dress("el", in_greek_letters),
    "ferry-markup": Dress("en", in_markup),
}
