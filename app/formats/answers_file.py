"""The answers of a paper as a file: what a student carries away when nothing else works.

JSON: `format`, `version`, the id of the `attempt`, and `answers`, each with its number `n`, its
`response`, the `revision` that the page last knew, and what was given beside it.
"""

from codecs import BOM_UTF8
from collections.abc import Iterable
from dataclasses import dataclass
from json import dumps
from typing import Any, Final, Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError
from pydantic_core import from_json

from app.domain.cite_and_confidence import NEITHER_GIVEN, CiteAndConfidence

MEDIA_TYPE: Final = "application/json"
EXTENSION: Final = ".json"
FORMAT: Final = "byline-answers"
VERSION: Final = 1
LIMIT: Final = 1024 * 1024
"""Bytes that a file may have: far more than the answers of the longest paper."""

NUMBERS: Final = 9999
REVISIONS: Final = 2**31 - 1


@dataclass(frozen=True, slots=True)
class FiledAnswer:
    """The answer to question `n` (from 1); `revision` is the newest that its page knew."""

    n: int
    response: Any
    revision: int
    backing: CiteAndConfidence = NEITHER_GIVEN


@dataclass(frozen=True, slots=True)
class AnswersFile:
    """What a file says: whose answers, and which."""

    attempt: str
    answers: tuple[FiledAnswer, ...]


class _Answer(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=True)

    n: int = Field(ge=1, le=NUMBERS)
    response: Any
    revision: int = Field(ge=0, le=REVISIONS)
    cite: str | None = Field(None, max_length=64)
    confidence: int | None = None


class _File(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=True)

    format: Literal["byline-answers"]
    version: Literal[1]
    attempt: str = Field(min_length=1, max_length=64)
    answers: list[Any] = Field(max_length=NUMBERS)


def write_answers_file(file: AnswersFile) -> str:
    """The file as text."""
    answers = [
        {"n": one.n, "response": one.response, "revision": one.revision} | one.backing.as_json()
        for one in file.answers
    ]
    head = {"format": FORMAT, "version": VERSION, "attempt": file.attempt}
    return dumps(head | {"answers": answers}, ensure_ascii=False, indent=1) + "\n"


def read_answers_file(raw: bytes) -> tuple[AnswersFile | None, tuple[str, ...]]:
    """What a file says, and a sentence for each fault; None when it is no file of answers.

    An answer with a fault is left out, the others are read.
    """
    if len(raw) > LIMIT:
        return None, ("This is no file of answers: it is far too large.",)
    try:
        document = from_json(raw.removeprefix(BOM_UTF8), allow_inf_nan=False)
    except ValueError:
        return None, ("This is no file of answers: it is not JSON, or it is cut off.",)
    if not isinstance(document, dict) or document.get("format") != FORMAT:
        return None, (f'This is no file of answers: it does not say "format": "{FORMAT}".',)
    if document.get("version") != VERSION:
        return None, (f"Its version is not {VERSION}: another Byline has to read it.",)
    try:
        head = _File.model_validate(document)
    except ValidationError as error:
        return None, tuple(sorted({_told(fault) for fault in error.errors()}))
    answers, faults = _read_answers(head.answers)
    return AnswersFile(head.attempt, answers), faults


def _read_answers(raw: Iterable[Any]) -> tuple[tuple[FiledAnswer, ...], tuple[str, ...]]:
    answers: dict[int, FiledAnswer] = {}
    faults = []
    for place, one in enumerate(raw, start=1):
        try:
            read = _Answer.model_validate(one)
        except ValidationError as error:
            faults += [f"answer {place}: {_told(fault)}" for fault in error.errors()]
            continue
        if read.n in answers:
            faults.append(f"answer {place}: Question {read.n} is answered twice; the first counts.")
            continue
        backing = CiteAndConfidence(read.cite, read.confidence)
        answers[read.n] = FiledAnswer(read.n, read.response, read.revision, backing)
    return tuple(answers.values()), tuple(faults)


def _told(fault: Any) -> str:
    """A fault in a sentence that repeats nothing of what the file says but a field's name."""
    name = ".".join(str(part) for part in fault["loc"])[:40]
    shown = name if name.isprintable() else "a field"
    if fault["type"] == "missing":
        return f"“{shown}” is missing."
    if fault["type"] == "extra_forbidden":
        return f"There is no field “{shown}” in this format."
    return f"“{shown}” is not what it must be." if shown else "This is not an object."
