"""One right answer among several options."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from difflib import get_close_matches
from typing import Annotated, Any, Literal

from pydantic import Field, TypeAdapter

from app.domain.anatomy import Anatomy
from app.domain.fields import QuestionFields, Reasons, Text, TextsOrReasons
from app.domain.filled_fields import FilledFields
from app.domain.identity import short_id
from app.domain.kind import Json, Sample
from app.domain.kind_defaults import cites_nothing, read_one_value, settled_as_parsed
from app.domain.mark import Mark, blank_mark, standing_of
from app.domain.option import (
    Option,
    Written,
    as_json,
    clashes,
    mixed,
    option_at,
    options_of,
    reasons_of,
    written,
)
from app.domain.problem import FieldProblem
from app.domain.tally import Tally, tally
from app.errors import MalformedResponse
from app.language.translatable import marked

NAME = "choice"
RULE = "one-right"
RULES: Mapping[str, str] = {RULE: marked("The right option earns 1 point.")}
ON_PAPER = marked("Choose one.")
RESPONSE: TypeAdapter[Any] = TypeAdapter(
    Annotated[str, Field(description="The id of the option that is chosen.")]
)
FAMILY_FIELDS: FilledFields | None = FilledFields(
    "answer", "distractors", single=True, needs_distractors=True
)
TAKES_CONFIDENCE = True


class Fields(QuestionFields):
    """One right answer; the student picks one option."""

    kind: Literal["choice"] = Field(description="One right answer among several options.")
    answer: Text = Field(description="The right option.")
    distractors: TextsOrReasons | None = Field(
        None,
        description="The wrong options: a list, or each with the reason why it tempts and is "
        "wrong. They are shuffled together with the answer.",
    )
    options: list[Text] | None = Field(
        None,
        description="All options in a fixed order, the answer among them, instead of "
        "distractors: for numbers, dates and steps that have an order of their own.",
    )
    reasons: Reasons = Field(
        default_factory=dict,
        description="With options: why each wrong option tempts and is wrong.",
    )


@dataclass(frozen=True, slots=True)
class Definition:
    """The options, the id of the right one, and whether their order is fixed."""

    options: tuple[Option, ...]
    answer: str
    fixed: bool


settle = settled_as_parsed
citations = cites_nothing
read_form = read_one_value


def parse(fields: Fields) -> tuple[Definition | None, tuple[FieldProblem, ...]]:
    """Turn validated fields into a definition, or say what is wrong (definition None)."""
    if fields.options is None:
        return _parse_shuffled(fields)
    return _parse_fixed(fields, fields.options)


def _parse_shuffled(fields: Fields) -> tuple[Definition | None, tuple[FieldProblem, ...]]:
    if fields.distractors is None:
        return None, (_NO_DISTRACTORS,)
    answer = Written(("answer",), fields.answer)
    problems = clashes([answer], written("distractors", fields.distractors))
    if fields.reasons:
        problems.append(_REASONS_APART)
    if problems:
        return None, tuple(problems)
    options = (option_at(answer), *options_of("distractors", fields.distractors))
    return Definition(options, short_id(fields.answer), fixed=False), ()


def _parse_fixed(
    fields: Fields, texts: list[str]
) -> tuple[Definition | None, tuple[FieldProblem, ...]]:
    problems = clashes([], written("options", texts))
    if fields.distractors is not None:
        problems.append(_TWO_LISTS)
    if len(texts) < 2:
        problems.append(_TOO_FEW)
    if fields.answer not in texts:
        problems.append(_unlisted(fields.answer, texts))
    problems += [problem for text in fields.reasons for problem in _reason(text, fields, texts)]
    if problems:
        return None, tuple(problems)
    options = tuple(
        replace(option, reason=fields.reasons.get(option.text, ""))
        for option in options_of("options", texts)
    )
    return Definition(options, short_id(fields.answer), fixed=True), ()


_NO_DISTRACTORS = FieldProblem(
    (),
    "distractors-missing",
    "The question has an answer but no wrong options.",
    "Add `distractors:` with at least one wrong option, or `options:` in a fixed order.",
)
_REASONS_APART = FieldProblem(
    ("reasons",),
    "reasons-without-options",
    "`reasons` goes with `options` in a fixed order.",
    "Write each reason beside its distractor: `distractors: {the option: the reason}`.",
)
_TWO_LISTS = FieldProblem(
    ("distractors",),
    "options-and-distractors",
    "The question has both `options` and `distractors`.",
    "Keep `options` for a fixed order, or `distractors` for a shuffled one.",
)
_TOO_FEW = FieldProblem(
    ("options",), "too-few-options", "One option is no choice.", "Write at least two options."
)


def _unlisted(answer: str, texts: list[str]) -> FieldProblem:
    close = get_close_matches(answer, texts, n=1)
    return FieldProblem(
        ("answer",),
        "answer-not-an-option",
        f"The answer “{answer}” is not among the options.",
        f"Did you mean “{close[0]}”?" if close else "Write it exactly as in `options`.",
    )


def _reason(text: str, fields: Fields, texts: list[str]) -> list[FieldProblem]:
    path = ("reasons", text)
    if text == fields.answer:
        message = "This is the reason of the right option, and the others are explained here."
        return [FieldProblem(path, "reason-for-answer", message, "Write it under `because`.")]
    if text not in texts:
        message = f"There is no option “{text}” for this reason."
        hint = "Write it exactly as in `options`."
        return [FieldProblem(path, "reason-without-option", message, hint)]
    return []


def _order(definition: Definition, shuffle: int) -> Sequence[Option]:
    return definition.options if definition.fixed else mixed(definition.options, shuffle)


def anatomy(definition: Definition) -> Anatomy:
    """Options with one right among them."""
    right = frozenset({definition.answer})
    return Anatomy(options=definition.options, right=right, fixed=definition.fixed)


def present(definition: Definition, shuffle: int) -> dict[str, Json]:
    """`{"options": [{"id", "text"}]}`, shuffled unless the order is fixed."""
    return {"options": as_json(_order(definition, shuffle))}


def key_position(definition: Definition, shuffle: int) -> tuple[int, int] | None:
    """The place of the answer in `present`, from 0, and the number of options."""
    ids = [option.id for option in _order(definition, shuffle)]
    return ids.index(definition.answer), len(ids)


def read(definition: Definition, raw: Json) -> str | None:
    """The chosen option's id, or None; MalformedResponse when it is not one of ours."""
    if raw is None:
        return None
    if not isinstance(raw, str) or all(option.id != raw for option in definition.options):
        raise MalformedResponse("The answer must be the id of one of the question's options.")
    return raw


def mark(definition: Definition, response: str | None) -> Mark:
    """1 for the answer, 0 for anything else, nothing taken away."""
    if response is None:
        return blank_mark(RULE)
    right = response == definition.answer
    return Mark(float(right), RULE, standing_of(right), {response: right})


def guess(definition: Definition) -> float:
    """One in as many as there are options."""
    return 1 / len(definition.options)


def solution(definition: Definition) -> dict[str, Json]:
    """`{"answer": id, "reasons": {id: text}}`."""
    return {"answer": definition.answer, "reasons": reasons_of(definition.options)}


def summarise(_definition: Definition, responses: Iterable[str | None]) -> Tally:
    """How often each option was chosen."""
    return tally(None if response is None else [("", response)] for response in responses)


def samples() -> Sequence[Sample]:
    """A shuffled question and one in a fixed order."""
    shuffled: dict[str, Any] = {
        "answer": "Garland",
        "distractors": {"Columbus": "Another place of the text.", "Rochester": "Another one."},
    }
    fixed: dict[str, Any] = {
        "answer": "3.5",
        "options": ["2", "3.5", "35"],
        "reasons": {"35": "The point is lost."},
    }
    garland, columbus = short_id("Garland"), short_id("Columbus")
    never: tuple[Json, ...] = (garland[:-1], "", [garland], {"": garland}, 0, 1.5, True, [], {})
    return (
        Sample(shuffled, garland, columbus, malformed=never, broken=_broken_shuffled()),
        Sample(
            fixed,
            short_id("3.5"),
            short_id("35"),
            malformed=never,
            broken=_broken_fixed(),
            as_written=True,
            shuffled=False,
        ),
    )


def _broken_shuffled() -> Sequence[tuple[dict[str, Any], str]]:
    return (
        ({"answer": "Garland", "distractors": ["Bath", "garland."]}, "answer-among-distractors"),
        ({"answer": "Garland", "distractors": ["Bath", "“BATH”"]}, "duplicate-option"),
        ({"answer": "Garland"}, "distractors-missing"),
        (
            {"answer": "Garland", "distractors": ["Bath"], "reasons": {"Bath": "No."}},
            "reasons-without-options",
        ),
    )


def _broken_fixed() -> Sequence[tuple[dict[str, Any], str]]:
    return (
        ({"answer": "Five", "options": ["Four", "Six"]}, "answer-not-an-option"),
        ({"answer": "Five", "options": ["Five"]}, "too-few-options"),
        ({"answer": "Five", "options": ["Five", "five!", "Six"]}, "duplicate-option"),
        (
            {"answer": "Five", "options": ["Five", "Six"], "distractors": ["Four"]},
            "options-and-distractors",
        ),
        (
            {"answer": "Five", "options": ["Five", "Six"], "reasons": {"Seven": "No."}},
            "reason-without-option",
        ),
        (
            {"answer": "Five", "options": ["Five", "Six"], "reasons": {"Five": "Yes."}},
            "reason-for-answer",
        ),
    )
