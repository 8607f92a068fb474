"""A word or a few that the student types."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Annotated, Any, Literal

from pydantic import Field, TypeAdapter

from app.domain.anatomy import Anatomy
from app.domain.fields import QuestionFields, Text
from app.domain.filled_fields import FilledFields
from app.domain.kind import (
    Json,
    Sample,
    Surroundings,
)
from app.domain.kind_defaults import cites_nothing, no_single_key, read_one_value
from app.domain.mark import Mark, blank_mark
from app.domain.option import clashes, options_of, written
from app.domain.problem import FieldProblem
from app.domain.tally import Tally, tally
from app.domain.typed import LONGEST, plain, read_typed
from app.language.spelling import alike, words_of
from app.language.translatable import marked

NAME = "short_text"
RULE = "accepted-forms"
RULES: Mapping[str, str] = {
    RULE: marked("An accepted answer earns 1 point; any other is left to your teacher.")
}
ON_PAPER = marked("Write a few words.")
RESPONSE: TypeAdapter[Any] = TypeAdapter(
    Annotated[str, Field(max_length=LONGEST, description="What is typed.")]
)
FAMILY_FIELDS: FilledFields | None = FilledFields("answers")
TAKES_CONFIDENCE = True


class Fields(QuestionFields):
    """A word or a few; the student types them."""

    kind: Literal["short_text"] = Field(description="A word or a few, to be typed.")
    answers: list[Text] = Field(
        description="The forms that are accepted, the best one first. Capitals, accents, "
        "punctuation and articles do not matter. Any other answer is left to the teacher.",
        json_schema_extra={"minItems": 1},
    )
    near: int = Field(
        1,
        ge=0,
        le=2,
        description="How many letters may be wrong in each word of five letters or more; 0 for "
        "none.",
    )


@dataclass(frozen=True, slots=True)
class Definition:
    """The accepted forms, the slips that are forgiven, and the bank's language."""

    answers: tuple[str, ...]
    near: int
    language: str = ""


citations = cites_nothing
key_position = no_single_key
read_form = read_one_value


def parse(fields: Fields) -> tuple[Definition | None, tuple[FieldProblem, ...]]:
    """Turn validated fields into a definition, or say what is wrong (definition None)."""
    problems = list(_problems(fields))
    return (
        (None, tuple(problems))
        if problems
        else (Definition(tuple(fields.answers), fields.near), ())
    )


def _problems(fields: Fields) -> Iterator[FieldProblem]:
    if not fields.answers:
        yield FieldProblem(
            ("answers",), "no-answer", "No form is accepted.", "Write at least one answer."
        )
    yield from clashes([], written("answers", fields.answers), noun="answer")
    for place, answer in enumerate(fields.answers):
        if len(answer) > LONGEST:
            yield FieldProblem(
                ("answers", place),
                "too-long",
                f"This cannot be typed: an answer has at most {LONGEST} characters.",
                "Ask for a few words, or ask in another kind.",
            )
        elif not words_of(answer):
            yield FieldProblem(
                ("answers", place),
                "no-words",
                f"“{answer}” is nothing but punctuation, which does not count.",
                "Write a word or a number.",
            )


def settle(
    definition: Definition, around: Surroundings
) -> tuple[Definition, tuple[FieldProblem, ...]]:
    """Leave out the articles of the bank's language."""
    return replace(definition, language=around.language), ()


def anatomy(definition: Definition) -> Anatomy:
    """Forms that are accepted when they are typed."""
    return Anatomy(accepted=options_of("answers", definition.answers))


def present(_definition: Definition, _shuffle: int) -> dict[str, Json]:
    """`{"longest": characters}`."""
    return {"longest": LONGEST}


def read(_definition: Definition, raw: Json) -> str | None:
    """What was typed, or None."""
    return read_typed(raw)


def mark(definition: Definition, response: str | None) -> Mark:
    """1 for an accepted form; anything else is left to the teacher, and 0 only until then."""
    if response is None:
        return blank_mark(RULE)
    given = words_of(response, definition.language)
    accepted = (words_of(answer, definition.language) for answer in definition.answers)
    if any(alike(given, words, definition.near) for words in accepted):
        return Mark(1.0, RULE, "right")
    return Mark(0.0, RULE, "for your teacher")


def guess(_definition: Definition) -> float:
    """Nothing: a word is not met by chance."""
    return 0.0


def solution(definition: Definition) -> dict[str, Json]:
    """`{"answers": [texts]}`, the best one first."""
    return {"answers": list(definition.answers)}


def summarise(definition: Definition, responses: Iterable[str | None]) -> Tally:
    """How often each text was given, however it was written."""
    return tally(
        None if response is None else [("", _said(definition, response))] for response in responses
    )


def _said(definition: Definition, response: str) -> str:
    return " ".join(words_of(response, definition.language)) or plain(response)


def samples() -> Sequence[Sample]:
    """A name in two forms, and an answer in which no slip is forgiven."""
    never: tuple[Json, ...] = (7, True, [], ["a leak"], {"": "a leak"}, {}, "x" * 201, "x\udfff")
    broken: tuple[tuple[dict[str, Any], str], ...] = (
        ({"answers": []}, "no-answer"),
        ({"answers": ["The council", "the council."]}, "duplicate-answer"),
        ({"answers": ["x" * 201]}, "too-long"),
        ({"answers": ["?!"]}, "no-words"),
    )
    forgiving = Sample(
        {"answers": ["the council's report", "the audit"]},
        right="Councils REPROT",
        wrong="a newspaper",
        partly=(("the councils", 0.0), ("audits and reports", 0.0)),
        malformed=never,
        broken=broken,
        around=Surroundings(language="en"),
        shuffled=False,
    )
    exact = replace(
        forgiving,
        fields={"answers": ["El Periódico"], "near": 0},
        right="periodico",
        partly=(("periodica", 0.0),),
        around=Surroundings(language="es"),
    )
    return (forgiving, exact)
