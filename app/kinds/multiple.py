"""Several right answers among the options: the student ticks all that apply."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Annotated, Any, Final, Literal

from pydantic import Field, TypeAdapter

from app.domain.anatomy import Anatomy
from app.domain.fields import QuestionFields, TextsOrReasons
from app.domain.filled_fields import FilledFields
from app.domain.identity import short_id
from app.domain.kind import FormFields, Json, Sample, lone_values
from app.domain.kind_defaults import cites_nothing, no_single_key, settled_as_parsed
from app.domain.mark import Mark, blank_mark, standing_of
from app.domain.option import Option, as_json, clashes, mixed, options_of, reasons_of, written
from app.domain.problem import FieldProblem
from app.domain.tally import Tally, tally
from app.domain.ticks import balanced, mean_points, read_ticks
from app.language.translatable import marked

NAME = "multiple"
RULES: Mapping[str, str] = {
    "balanced": marked("Right ticks share 1 point; wrong ticks cancel right ones."),
    "plus-minus": marked("Each right tick adds, each wrong tick takes away, never below 0."),
    "every-decision": marked("Every option counts: the ones you tick and the ones you leave."),
    "all-or-nothing": marked("1 point for exactly the right ticks, otherwise 0."),
}
ON_PAPER = marked("Choose all that apply.")
RESPONSE: TypeAdapter[Any] = TypeAdapter(
    Annotated[list[str], Field(description="The ids of the options that are ticked.")]
)
FAMILY_FIELDS: FilledFields | None = FilledFields("answers", "distractors", needs_distractors=True)
TAKES_CONFIDENCE = False

Rule = Literal["balanced", "plus_minus", "every_decision", "all_or_nothing"]


class Fields(QuestionFields):
    """Several right answers; the student ticks all that apply."""

    kind: Literal["multiple"] = Field(description="Several right answers among the options.")
    answers: TextsOrReasons = Field(
        description="The right options: a list, or each with the reason why it is right."
    )
    distractors: TextsOrReasons = Field(
        description="The wrong options: a list, or each with the reason why it tempts and is wrong."
    )
    rule: Rule = Field(
        "balanced",
        description="How part of the answers counts. balanced: wrong ticks cancel right ticks, "
        "so that ticking everything earns nothing. plus_minus: one wrong tick takes away one "
        "right tick. every_decision: each option ticked or left rightly counts. "
        "all_or_nothing: only the exact set counts.",
    )


@dataclass(frozen=True, slots=True)
class Definition:
    """The right and the wrong options, and the rule that turns ticks into points."""

    answers: tuple[Option, ...]
    distractors: tuple[Option, ...]
    rule: Rule

    @property
    def options(self) -> tuple[Option, ...]:
        """All options, right and wrong."""
        return self.answers + self.distractors


settle = settled_as_parsed
citations = cites_nothing
key_position = no_single_key


def parse(fields: Fields) -> tuple[Definition | None, tuple[FieldProblem, ...]]:
    """Turn validated fields into a definition, or say what is wrong (definition None)."""
    problems = clashes(
        written("answers", fields.answers), written("distractors", fields.distractors)
    )
    if problems:
        return None, tuple(problems)
    answers = options_of("answers", fields.answers)
    distractors = options_of("distractors", fields.distractors)
    return Definition(answers, distractors, fields.rule), ()


def anatomy(definition: Definition) -> Anatomy:
    """Options with several right among them."""
    right = frozenset(answer.id for answer in definition.answers)
    everything = _points(definition, len(definition.answers), len(definition.distractors))
    return Anatomy(options=definition.options, right=right, several=True, all_ticked=everything)


def present(definition: Definition, shuffle: int) -> dict[str, Json]:
    """`{"options": [{"id", "text"}]}`, shuffled."""
    return {"options": as_json(mixed(definition.options, shuffle))}


def read_form(_definition: Definition, form: FormFields) -> Json:
    """The ids of the ticked options; None when nothing was ticked."""
    return lone_values(form) or None


def read(definition: Definition, raw: Json) -> list[str] | None:
    """The ids of the ticked options, sorted; None for no tick at all."""
    return read_ticks(raw, {option.id for option in definition.options})


def _plus_minus(hits: int, slips: int, keys: int, _decoys: int) -> float:
    return max(0, hits - slips) / keys


def _every_decision(hits: int, slips: int, keys: int, decoys: int) -> float:
    return (hits + decoys - slips) / (keys + decoys)


def _all_or_nothing(hits: int, slips: int, keys: int, _decoys: int) -> float:
    return float(hits == keys and not slips)


_POINTS: Final[Mapping[str, Callable[[int, int, int, int], float]]] = {
    "balanced": balanced,
    "plus_minus": _plus_minus,
    "every_decision": _every_decision,
    "all_or_nothing": _all_or_nothing,
}
"""Points from right ticks, wrong ticks, and the numbers of right and wrong options."""


def mark(definition: Definition, response: list[str] | None) -> Mark:
    """Points by the question's rule; a blank answer earns 0 under each of them."""
    rule = definition.rule.replace("_", "-")
    if response is None:
        return blank_mark(rule)
    parts = {option.id: option.id in response for option in definition.answers}
    hits = sum(parts.values())
    parts |= {option.id: option.id not in response for option in definition.distractors}
    points = _points(definition, hits, len(response) - hits)
    return Mark(points, rule, standing_of(points), parts)


def _points(definition: Definition, hits: int, slips: int) -> float:
    keys, decoys = len(definition.answers), len(definition.distractors)
    return _POINTS[definition.rule](hits, slips, keys, decoys)


def guess(definition: Definition) -> float:
    """The mean over all patterns with at least one tick, each as likely as the others."""
    keys, decoys = len(definition.answers), len(definition.distractors)
    return mean_points(lambda hits, slips: _points(definition, hits, slips), keys, decoys)


def solution(definition: Definition) -> dict[str, Json]:
    """`{"answers": [ids], "reasons": {id: text}}`."""
    answers = sorted(option.id for option in definition.answers)
    return {"answers": answers, "reasons": reasons_of(definition.options)}


def summarise(_definition: Definition, responses: Iterable[list[str] | None]) -> Tally:
    """How often each option was ticked."""
    return tally(
        None if response is None else [("", tick) for tick in response] for response in responses
    )


def samples() -> Sequence[Sample]:
    """The same two right of five under each rule, with what one right and one wrong tick earn."""
    earned = {"balanced": 1 / 6, "plus_minus": 0.0, "every_decision": 3 / 5, "all_or_nothing": 0.0}
    return [_sample(rule, points) for rule, points in earned.items()]


def _sample(rule: str, points: float) -> Sample:
    fields: dict[str, Any] = {
        "answers": {"a transcript": "It is quoted.", "court papers": "They are named."},
        "distractors": ["a diary", "a film", "a photograph"],
        "rule": rule,
    }
    transcript, papers, diary, film, photograph = map(
        short_id, [*fields["answers"], *fields["distractors"]]
    )
    partly = (([transcript, diary], points), ([papers], _HALF[rule]))
    never: tuple[Json, ...] = (
        [""],
        [transcript, transcript],
        [diary, 1],
        transcript,
        {"": [diary]},
        3,
        False,
        {},
    )
    return Sample(
        fields,
        right=[transcript, papers],
        wrong=[diary, film, photograph],
        partly=partly,
        malformed=never,
        broken=_broken(),
    )


_HALF: Mapping[str, float] = {
    "balanced": 1 / 2,
    "plus_minus": 1 / 2,
    "every_decision": 4 / 5,
    "all_or_nothing": 0.0,
}


def _broken() -> Sequence[tuple[dict[str, Any], str]]:
    return (
        ({"answers": ["A diary"], "distractors": ["a diary!"]}, "answer-among-distractors"),
        ({"answers": ["A diary", "a diary"], "distractors": ["A film"]}, "duplicate-option"),
        ({"answers": ["A diary"], "distractors": ["A film", "a film."]}, "duplicate-option"),
    )
