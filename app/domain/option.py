"""The texts that a student chooses from: their ids, when two are the same, and how they mix.

Kinds may not know each other, so what several of them do with options lives here.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from unicodedata import category, normalize

from app.domain.chance import Chance
from app.domain.fields import Reasons
from app.domain.identity import short_id
from app.domain.problem import FieldProblem, Path

_MEANINGFUL = frozenset("%‰&#@*/\\")
"""Signs that Unicode calls punctuation although they carry meaning: 50 % is not 50."""

_BEFORE_DIGIT = re.compile(r"[.,:−-](?=\d)")


@dataclass(frozen=True, slots=True)
class Option:
    """One text to choose; `reason` says afterwards why it is right or wrong ("" for none).

    `path` leads to the text in the question; of a text that is a key, to that key.
    """

    id: str
    text: str
    reason: str = ""
    path: Path = ()


@dataclass(frozen=True, slots=True)
class Written:
    """A text of a bank with the path of its field."""

    path: Path
    text: str


# Families compare the same few thousand texts over and over.
@lru_cache(maxsize=8192)
def sameness(text: str) -> str:
    """What is left of a text when it is compared: NFKC, case folded, without punctuation.

    Points, commas and signs before a digit stay (3.5 is not 35); a text of nothing but
    punctuation stays as it is.
    """
    folded = normalize("NFKC", text).casefold()
    numeric = {found.start() for found in _BEFORE_DIGIT.finditer(folded)}
    kept = "".join(
        sign for place, sign in enumerate(folded) if place in numeric or not _is_stop(sign)
    )
    return " ".join(kept.split()) or folded


def _is_stop(sign: str) -> bool:
    return category(sign).startswith("P") and sign not in _MEANINGFUL


def written(field: str, texts: Sequence[str] | Reasons) -> list[Written]:
    """The texts of a field with their paths; a mapping's texts are its keys."""
    if isinstance(texts, Mapping):
        return [Written((field, text), text) for text in texts]
    return [Written((field, place), text) for place, text in enumerate(texts)]


def options_of(field: str, texts: Sequence[str] | Reasons) -> tuple[Option, ...]:
    """Options from a field's list of texts, or from its mapping of each text to its reason."""
    reasons = texts if isinstance(texts, Mapping) else {}
    return tuple(
        Option(short_id(entry.text), entry.text, reasons.get(entry.text, ""), entry.path)
        for entry in written(field, texts)
    )


def option_at(entry: Written) -> Option:
    """The option that a text of the bank is, without a reason."""
    return Option(short_id(entry.text), entry.text, path=entry.path)


def clashes(
    answers: Sequence[Written], distractors: Sequence[Written], *, noun: str = "option"
) -> list[FieldProblem]:
    """A problem for every text that means the same as an earlier one; `noun` says what it is."""
    seen: dict[str, Written] = {}
    problems = []
    for entry in (*answers, *distractors):
        first = seen.setdefault(sameness(entry.text), entry)
        if first is not entry:
            crossed = first in answers and entry in distractors
            problems.append(_crossing(entry) if crossed else _repetition(first, entry, noun))
    return problems


def _crossing(entry: Written) -> FieldProblem:
    return FieldProblem(
        entry.path,
        "answer-among-distractors",
        f"“{entry.text}” is an answer and a distractor at once.",
        "Take it out of one of the two.",
    )


def _repetition(first: Written, entry: Written, noun: str) -> FieldProblem:
    return FieldProblem(
        entry.path,
        f"duplicate-{noun}",
        f"“{entry.text}” is there twice: it differs from “{first.text}” at most in capitals "
        "and punctuation.",
        f"Write another {noun}, or leave this one out.",
    )


def mixed(options: Iterable[Option], shuffle: int) -> list[Option]:
    """The options in an order that depends on the seed and their ids, not on how they stood."""
    chance = Chance(shuffle)
    return sorted(options, key=lambda option: (chance.number(option.id), option.id))


def as_json(options: Iterable[Option]) -> list[dict[str, str]]:
    """What a student may see of the options: ids and texts."""
    return [{"id": option.id, "text": option.text} for option in options]


def reasons_of(options: Iterable[Option]) -> dict[str, str]:
    """The reasons by the options' ids, as far as there are any."""
    return {option.id: option.reason for option in options if option.reason}
