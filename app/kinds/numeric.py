"""A number that the student types, in digits or in words."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from math import isfinite
from typing import Annotated, Any, Final, Literal

from pydantic import Field, TypeAdapter

from app.domain.anatomy import Anatomy
from app.domain.fields import Line, QuestionFields
from app.domain.filled_fields import FilledFields
from app.domain.kind import (
    Json,
    Sample,
    Surroundings,
)
from app.domain.kind_defaults import cites_nothing, no_single_key, read_one_value
from app.domain.mark import Mark, blank_mark, standing_of
from app.domain.option import Option
from app.domain.problem import FieldProblem
from app.domain.tally import Tally, tally
from app.domain.typed import LONGEST, plain, read_typed
from app.language.numerals import Numeral, decimal_sign, read_numeral, without_roughly
from app.language.translatable import marked

NAME = "numeric"
RULE = "number"
RULES: Mapping[str, str] = {RULE: marked("The right number earns 1 point.")}
ON_PAPER = marked("Write a number.")
RESPONSE: TypeAdapter[Any] = TypeAdapter(
    Annotated[
        str, Field(max_length=LONGEST, description="The number as it is typed, in digits or words.")
    ]
)
FAMILY_FIELDS: FilledFields | None = FilledFields("answer", single=True)
TAKES_CONFIDENCE = True


class Fields(QuestionFields):
    """A number; the student types it."""

    kind: Literal["numeric"] = Field(description="A number to be typed, in digits or words.")
    answer: float = Field(description="The right number, in digits: 14, or 2.5.")
    tolerance: float = Field(
        0,
        ge=0,
        description="How far off an answer may be and still be right. With it, “about 40” is "
        "read as 40.",
    )
    unit: Line = Field(
        "",
        description="What is counted (years, %, €): shown beside the field. A student may write "
        "it or leave it out.",
    )


@dataclass(frozen=True, slots=True)
class Definition:
    """The number, how far off is still right, the unit, and the bank's language."""

    answer: Decimal
    tolerance: Decimal
    unit: str
    language: str = ""


citations = cites_nothing
key_position = no_single_key
read_form = read_one_value


def parse(fields: Fields) -> tuple[Definition | None, tuple[FieldProblem, ...]]:
    """Turn validated fields into a definition, or say what is wrong (definition None)."""
    problems = [
        FieldProblem(
            (name,),
            "not-a-number",
            f"`{name}` must be a number of at most 15 digits.",
            "Write it in digits: 14, or 2.5.",
        )
        for name, value in (("answer", fields.answer), ("tolerance", fields.tolerance))
        if not (isfinite(value) and abs(value) < _TOO_LARGE)
    ]
    if problems:
        return None, tuple(problems)
    answer, tolerance = (_exact(number) for number in (fields.answer, fields.tolerance))
    return Definition(answer, tolerance, fields.unit), ()


def _exact(number: float) -> Decimal:
    """The number as it was written: the shortest digits that stand for it."""
    return Decimal(str(number)).normalize()


_TOO_LARGE: Final = 10**15
"""Beyond, a number of YAML is no longer exact."""


def settle(
    definition: Definition, around: Surroundings
) -> tuple[Definition, tuple[FieldProblem, ...]]:
    """Read numbers as the bank's language writes them."""
    return replace(definition, language=around.language), ()


def anatomy(definition: Definition) -> Anatomy:
    """A number that is typed."""
    text = _in_digits(definition.answer, definition.language)
    accepted = Option("", text, path=("answer",))
    return Anatomy(accepted=(accepted,), number=(definition.answer, definition.tolerance))


def present(definition: Definition, _shuffle: int) -> dict[str, Json]:
    """`{"unit": text, "longest": characters}`."""
    return {"unit": definition.unit, "longest": LONGEST}


def read(_definition: Definition, raw: Json) -> str | None:
    """What was typed, or None; it need not be a number."""
    return read_typed(raw)


def mark(definition: Definition, response: str | None) -> Mark:
    """1 for the number, 0 for another one.

    What cannot be read, has another unit, or means the right number only where point and comma
    have the other use is left to the teacher: 0 until then. "About" before the number is read over
    where a tolerance says that a rough one is asked for; elsewhere it changes what is claimed.
    """
    if response is None:
        return blank_mark(RULE)
    numeral = read_numeral(_said_of(definition, response), definition.language)
    if numeral is None or not _fits(numeral.unit, definition.unit):
        return Mark(0.0, RULE, "for your teacher")
    if _near(definition, numeral.value):
        return Mark(1.0, RULE, "right")
    if numeral.other is not None and _near(definition, numeral.other):
        return Mark(0.0, RULE, "for your teacher")
    return Mark(0.0, RULE, standing_of(0))


def _said_of(definition: Definition, response: str) -> str:
    return without_roughly(response) if definition.tolerance else response


def _near(definition: Definition, value: Decimal) -> bool:
    return abs(value - definition.answer) <= definition.tolerance


_SAME_UNITS: Final = {"percent": "%", "per cent": "%", "por ciento": "%", "euros": "€", "euro": "€"}


def _fits(said: str, unit: str) -> bool:
    """Whether the words beside a number are its unit; without one, any single word may be."""
    if not said:
        return True
    if not unit:
        return said.isalpha() and len(said) > 2
    one, other = sorted((_unit(said), _unit(unit)), key=len)
    return other in {one, one + "s", one + "es"}


def _unit(text: str) -> str:
    folded = plain(text).strip(" .")
    return _SAME_UNITS.get(folded, folded)


def guess(_definition: Definition) -> float:
    """Nothing: a number is not met by chance."""
    return 0.0


def solution(definition: Definition) -> dict[str, Json]:
    """`{"answer", "tolerance"?, "unit"?}` as texts, numbers as the bank's language writes them."""
    shown = {"answer": _in_digits(definition.answer, definition.language)}
    if definition.tolerance:
        shown["tolerance"] = _in_digits(definition.tolerance, definition.language)
    return shown | ({"unit": definition.unit} if definition.unit else {})


def _in_digits(number: Decimal, language: str) -> str:
    return f"{number:f}".replace(".", decimal_sign(language))


def summarise(definition: Definition, responses: Iterable[str | None]) -> Tally:
    """How often each number was given, and each text that is none."""
    return tally(
        None
        if response is None
        else [
            ("", _said(read_numeral(_said_of(definition, response), definition.language), response))
        ]
        for response in responses
    )


def _said(numeral: Numeral | None, response: str) -> str:
    return plain(response) if numeral is None else f"{numeral.value.normalize():f}"


def samples() -> Sequence[Sample]:
    """A whole number without unit, and one with a fraction, a tolerance and a unit in Spanish."""
    never: tuple[Json, ...] = (14, 1.5, True, [], ["14"], {"": "14"}, {}, "1" * 201, "1\ud800")
    counted = Sample(
        {"answer": 1400},
        right="1,400",
        wrong="1,4000",
        partly=(("about 1400", 0.0), ("1.400", 0.0), ("fourteen", 0.0)),
        malformed=never,
        broken=(({"answer": float("inf")}, "not-a-number"), ({"answer": 10**15}, "not-a-number")),
        around=Surroundings(language="en"),
        shuffled=False,
    )
    measured = replace(
        counted,
        fields={"answer": 2.5, "tolerance": 0.25, "unit": "años"},
        right="dos coma siete años",
        wrong="2,2",
        partly=(("2,5 meses", 0.0), ("casi tres", 0.0)),
        around=Surroundings(language="es"),
    )
    return (counted, measured)
