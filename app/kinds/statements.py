"""Statements about the text, each of them true, false or not stated."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Annotated, Any, Final, Literal

from pydantic import Field, TypeAdapter

from app.domain.anatomy import Anatomy
from app.domain.fields import EvidenceField, QuestionFields, Quotation, Strict, Text
from app.domain.filled_fields import FilledFields
from app.domain.identity import short_id
from app.domain.kind import Absent, Cited, FormFields, Json, Sample
from app.domain.kind_defaults import no_single_key, settled_as_parsed
from app.domain.mark import Mark
from app.domain.option import Option, as_json, clashes, mixed, written
from app.domain.problem import FieldProblem, Path
from app.domain.rows import form_rows, mark_rows, read_rows
from app.domain.tally import Tally, tally
from app.language.translatable import marked

NAME = "statements"
RULE = "mean-of-rows"
RULES: Mapping[str, str] = {RULE: marked("The statements share 1 point equally.")}
ON_PAPER = marked("Say of each: true, false or not stated.")
RESPONSE: TypeAdapter[Any] = TypeAdapter(
    Annotated[
        dict[str, Literal["true", "false", "not-stated"]],
        Field(description="The verdict by each row's id."),
    ]
)
FAMILY_FIELDS: FilledFields | None = None
TAKES_CONFIDENCE = True

VERDICTS: Final = ("true", "false", "not-stated")
"""The ids of the three verdicts, in the order in which they are always offered."""


class Row(Strict):
    """One statement and what the text says to it."""

    says: Text = Field(description="The statement, a full sentence.")
    verdict: Literal[True, False, "not stated"] = Field(
        alias="is",
        description="true: the text says so. false: the text says otherwise. "
        "not stated: the text leaves it open.",
    )
    evidence: EvidenceField | None = Field(
        None, description="The words of the article that make it true or false, verbatim."
    )
    absent: list[Text] = Field(
        default_factory=list,
        description="Words that must not occur in the article; a statement that is not stated "
        "needs them.",
    )
    because: str = Field("", description="Why, in a sentence. Shown after handing in.")


class Fields(QuestionFields):
    """Two or more statements that the student judges one by one."""

    kind: Literal["statements"] = Field(description="Statements to judge one by one.")
    statements: list[Row] = Field(
        description="At least two statements; they are shuffled.",
        json_schema_extra={"minItems": 2},
    )


@dataclass(frozen=True, slots=True)
class Statement:
    """One row: the statement with the reason ("" for none), and the verdict that is right."""

    option: Option
    verdict: str

    @property
    def id(self) -> str:
        """The id of the row."""
        return self.option.id


@dataclass(frozen=True, slots=True)
class Definition:
    """The rows, and the quotations and absent terms that stand in them."""

    rows: tuple[Statement, ...]
    cited: tuple[Cited, ...]
    absent: tuple[Absent, ...]


settle = settled_as_parsed
key_position = no_single_key


def parse(fields: Fields) -> tuple[Definition | None, tuple[FieldProblem, ...]]:
    """Turn validated fields into a definition, or say what is wrong (definition None)."""
    problems = list(_whole_problems(fields))
    settled = fields.evidence is not None or bool(fields.absent)
    for place, row in enumerate(fields.statements):
        problems += _row_problems(("statements", place), row, settled=settled)
    if problems:
        return None, tuple(problems)
    rows = tuple(_statement(place, row) for place, row in enumerate(fields.statements))
    cited = tuple(
        cited for place, row in enumerate(fields.statements) for cited in _cited(place, row)
    )
    absent = tuple(
        term for place, row in enumerate(fields.statements) for term in _absent(place, row)
    )
    return Definition(rows, cited, absent), ()


def _statement(place: int, row: Row) -> Statement:
    path: Path = ("statements", place, "says")
    return Statement(Option(short_id(row.says), row.says, row.because, path), _verdict(row))


def _whole_problems(fields: Fields) -> Iterator[FieldProblem]:
    if len(fields.statements) < 2:
        yield FieldProblem(
            ("statements",),
            "too-few-rows",
            "A question of this kind has at least two statements.",
            "Add a statement.",
        )
    for clash in clashes([], written("statements", [row.says for row in fields.statements])):
        yield FieldProblem(
            (*clash.path, "says"),
            "duplicate-row",
            clash.message,
            "Write another statement, or leave this one out.",
        )


def _row_problems(path: Path, row: Row, *, settled: bool) -> Iterator[FieldProblem]:
    if row.verdict == "not stated":
        yield from _unstated_problems(path, row)
    elif row.evidence is None and not row.absent and not settled:
        yield FieldProblem(
            path,
            "evidence-missing",
            "Nothing shows that this statement is true or false.",
            "Add `evidence:` with the words of the article that settle it.",
        )


def _unstated_problems(path: Path, row: Row) -> Iterator[FieldProblem]:
    if not row.absent:
        yield FieldProblem(
            (*path, "is"),
            "absence-not-proved",
            "Nothing shows that the article does not state this.",
            "Add `absent:` with words that the article would need to say it.",
        )
    if row.evidence is not None:
        yield FieldProblem(
            (*path, "evidence"),
            "evidence-for-not-stated",
            "A statement that is not stated can have no evidence in the article.",
            "Take the evidence out, or say `is: true` or `is: false`.",
        )


def _verdict(row: Row) -> str:
    return "not-stated" if row.verdict == "not stated" else str(row.verdict).lower()


def _cited(place: int, row: Row) -> Iterator[Cited]:
    path: Path = ("statements", place, "evidence")
    row_id = short_id(row.says)
    if isinstance(row.evidence, list):
        for number, entry in enumerate(row.evidence):
            yield Cited((*path, number), _quotation(entry), row_id)
    elif row.evidence is not None:
        yield Cited(path, _quotation(row.evidence), row_id)


def _absent(place: int, row: Row) -> Iterator[Absent]:
    for number, term in enumerate(row.absent):
        yield Absent(("statements", place, "absent", number), term)


def _quotation(entry: str | Quotation) -> Quotation:
    return entry if isinstance(entry, Quotation) else Quotation(quote=entry)


def citations(definition: Definition) -> tuple[tuple[Cited, ...], tuple[Absent, ...]]:
    """The quotations and absent terms of the rows."""
    return definition.cited, definition.absent


def anatomy(definition: Definition) -> Anatomy:
    """Rows, each with its verdict."""
    return Anatomy(
        rows=tuple(row.option for row in definition.rows),
        key={row.id: row.verdict for row in definition.rows},
    )


def present(definition: Definition, shuffle: int) -> dict[str, Json]:
    """`{"rows": [{"id", "text"}], "options": [{"id"}]}`: rows shuffled, verdicts always alike."""
    rows = mixed((row.option for row in definition.rows), shuffle)
    return {"rows": as_json(rows), "options": [{"id": verdict} for verdict in VERDICTS]}


def read_form(_definition: Definition, form: FormFields) -> Json:
    """`{row id: verdict}` of the rows that were answered; None when none was."""
    return form_rows(form)


def read(definition: Definition, raw: Json) -> dict[str, str] | None:
    """`{row id: verdict}` in the order of the ids; None when no row was answered."""
    return read_rows(raw, {row.id for row in definition.rows}, frozenset(VERDICTS))


def mark(definition: Definition, response: Mapping[str, str] | None) -> Mark:
    """The share of rows judged rightly; a row left open earns nothing."""
    return mark_rows(RULE, {row.id: row.verdict for row in definition.rows}, response)


def guess(_definition: Definition) -> float:
    """One third: in every row one of three verdicts is right."""
    return 1 / len(VERDICTS)


def solution(definition: Definition) -> dict[str, Json]:
    """`{"rows": {row id: {"is": verdict, "because"}}}`."""
    return {
        "rows": {
            row.id: {"is": row.verdict, "because": row.option.reason} for row in definition.rows
        }
    }


def summarise(_definition: Definition, responses: Iterable[Mapping[str, str] | None]) -> Tally:
    """How often each verdict was given, row by row."""
    return tally(None if response is None else response.items() for response in responses)


def samples() -> Sequence[Sample]:
    """Three statements, one of each verdict."""
    fields: dict[str, Any] = {
        "statements": [
            {"says": "The contest was in Garland.", "is": True, "evidence": "in Garland"},
            {"says": "It was in Ohio.", "is": False, "evidence": [{"quote": "in Garland"}]},
            {"says": "The boy was 16.", "is": "not stated", "absent": ["16", "sixteen"]},
        ]
    }
    garland, ohio, boy = (short_id(row["says"]) for row in fields["statements"])
    right = {garland: "true", ohio: "false", boy: "not-stated"}
    wrong = {garland: "false", ohio: "not-stated", boy: "true"}
    partly = (
        ({garland: "true"}, 1 / 3),
        (right | {boy: "false"}, 2 / 3),
        ({ohio: "not-stated", boy: "not-stated"}, 1 / 3),
    )
    never: tuple[Json, ...] = (
        "true",
        ["true"],
        {garland: True},
        {garland: "maybe"},
        {"": "true"},
        {ohio: None},
        1,
    )
    return (
        Sample(fields, right, wrong, partly, (*never, {garland: ["true"]}, []), broken=_broken()),
    )


def _broken() -> Sequence[tuple[dict[str, Any], str]]:
    first = {"says": "It rains.", "is": True, "evidence": "rain"}
    unproved = {"says": "It snows.", "is": "not stated"}
    quoted = unproved | {"absent": ["snow"], "evidence": "rain"}
    bare = {"says": "It is dry.", "is": False}
    return (
        ({"statements": [first]}, "too-few-rows"),
        ({"statements": [first, first | {"says": "it rains"}]}, "duplicate-row"),
        ({"statements": [first, unproved]}, "absence-not-proved"),
        ({"statements": [first, quoted]}, "evidence-for-not-stated"),
        ({"statements": [first, bare], "evidence": None}, "evidence-missing"),
    )
