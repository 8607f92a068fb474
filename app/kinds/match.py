"""Rows that each get one of the options; an option may fit several rows, or none."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Annotated, Any, Literal

from pydantic import Field, TypeAdapter

from app.domain.anatomy import Anatomy
from app.domain.fields import QuestionFields, Text
from app.domain.filled_fields import FilledFields
from app.domain.identity import short_id
from app.domain.kind import FormFields, Json, Sample
from app.domain.kind_defaults import cites_nothing, no_single_key, settled_as_parsed
from app.domain.mark import Mark
from app.domain.option import Option, Written, as_json, clashes, mixed, option_at, written
from app.domain.problem import FieldProblem
from app.domain.rows import form_rows, mark_rows, read_rows, row_count_problems
from app.domain.tally import Tally, tally
from app.language.translatable import marked

NAME = "match"
RULE = "share-of-rows"
RULES: Mapping[str, str] = {RULE: marked("The lines share 1 point equally.")}
ON_PAPER = marked("Write beside each number the letter that goes with it.")
RESPONSE: TypeAdapter[Any] = TypeAdapter(
    Annotated[dict[str, str], Field(description="The id of an option by each row's id.")]
)
FAMILY_FIELDS: FilledFields | None = None
TAKES_CONFIDENCE = False


class Fields(QuestionFields):
    """Two columns: the student gives each text on the left its partner on the right."""

    kind: Literal["match"] = Field(description="Each text on the left gets one on the right.")
    pairs: dict[Text, Text] = Field(
        description="Two to eight pairs, the left text and the right one that belongs to it. "
        "Several rows may share one right text: write it the same each time.",
        json_schema_extra={"minProperties": 2, "maxProperties": 8},
    )
    extra: list[Text] = Field(
        default_factory=list,
        description="Further right texts that belong to no row, so that the last row cannot be "
        "found by elimination.",
    )


@dataclass(frozen=True, slots=True)
class Definition:
    """The rows, the options, and the right option's id by the row's."""

    rows: tuple[Option, ...]
    options: tuple[Option, ...]
    key: Mapping[str, str]


settle = settled_as_parsed
citations = cites_nothing
key_position = no_single_key


def parse(fields: Fields) -> tuple[Definition | None, tuple[FieldProblem, ...]]:
    """Turn validated fields into a definition, or say what is wrong (definition None)."""
    problems = list(_problems(fields))
    if problems:
        return None, tuple(problems)
    key = {short_id(left): short_id(right) for left, right in fields.pairs.items()}
    rows = tuple(map(option_at, written("pairs", fields.pairs)))
    rights = map(option_at, [*_partners(fields).values(), *written("extra", fields.extra)])
    return Definition(rows, tuple(rights), key), ()


def _partners(fields: Fields) -> dict[str, Written]:
    """The right texts of the pairs, each with the place where it occurs first."""
    partners: dict[str, Written] = {}
    for left, right in fields.pairs.items():
        partners.setdefault(right, Written(("pairs", left), right))
    return partners


def _problems(fields: Fields) -> Iterator[FieldProblem]:
    yield from row_count_problems(("pairs",), len(fields.pairs))
    yield from clashes([], written("pairs", fields.pairs), noun="row")
    rights = _partners(fields)
    yield from clashes(list(rights.values()), written("extra", fields.extra))
    if len(rights) + len(fields.extra) < 2:
        yield FieldProblem(
            ("pairs",),
            "too-few-options",
            "All rows have the same partner, and there is no other to choose.",
            "Write other partners, or add `extra:`.",
        )


def anatomy(definition: Definition) -> Anatomy:
    """Rows, each with its option."""
    return Anatomy(options=definition.options, rows=definition.rows, key=definition.key)


def present(definition: Definition, shuffle: int) -> dict[str, Json]:
    """`{"rows": [{"id", "text"}], "options": [{"id", "text"}]}`, both shuffled."""
    return {
        "rows": as_json(mixed(definition.rows, shuffle)),
        "options": as_json(mixed(definition.options, shuffle)),
    }


def read_form(_definition: Definition, form: FormFields) -> Json:
    """`{row id: option id}` of the rows that were answered; None when none was."""
    return form_rows(form)


def read(definition: Definition, raw: Json) -> dict[str, str] | None:
    """`{row id: option id}` in the order of the ids; None when no row was answered."""
    return read_rows(raw, set(definition.key), {option.id for option in definition.options})


def mark(definition: Definition, response: Mapping[str, str] | None) -> Mark:
    """The share of rows with their right partner; a row left open earns nothing."""
    return mark_rows(RULE, definition.key, response)


def guess(definition: Definition) -> float:
    """One in as many as there are options: in every row exactly one of them is right."""
    return 1 / len(definition.options)


def solution(definition: Definition) -> dict[str, Json]:
    """`{"rows": {row id: option id}}`."""
    return {"rows": dict(definition.key)}


def summarise(_definition: Definition, responses: Iterable[Mapping[str, str] | None]) -> Tally:
    """How often each option was chosen, row by row."""
    return tally(None if response is None else response.items() for response in responses)


def samples() -> Sequence[Sample]:
    """Three rows, two of them with the same partner, and a partner to spare."""
    fields: dict[str, Any] = {
        "pairs": {
            "The agents waited.": "court papers",
            "The plan had failed.": "an analyst",
            "He wrote first.": "court papers",
        },
        "extra": ["a film"],
    }
    waited, failed, wrote = map(short_id, fields["pairs"])
    papers, analyst, film = map(short_id, ("court papers", "an analyst", "a film"))
    right = {waited: papers, failed: analyst, wrote: papers}
    wrong = {waited: film, failed: papers, wrote: analyst}
    partly = (({failed: analyst}, 1 / 3), (dict.fromkeys(right, papers), 2 / 3))
    never: tuple[Json, ...] = (
        papers,
        [papers],
        [],
        {"": papers},
        {waited: waited},
        {waited: [papers]},
        {waited: None},
        {papers: waited},
        7,
        False,
    )
    return (Sample(fields, right, wrong, partly, never, _broken()),)


def _broken() -> Sequence[tuple[dict[str, Any], str]]:
    nine = {f"Row {number}": f"Partner {number}" for number in range(9)}
    return (
        ({"pairs": {"One": "1"}, "extra": ["2"]}, "too-few-rows"),
        ({"pairs": nine}, "too-many-rows"),
        ({"pairs": {"One": "1", "one.": "2"}}, "duplicate-row"),
        ({"pairs": {"One": "a film", "Two": "A film."}}, "duplicate-option"),
        ({"pairs": {"One": "1", "Two": "2"}, "extra": ["1"]}, "answer-among-distractors"),
        ({"pairs": {"One": "1", "Two": "1"}}, "too-few-options"),
    )
