"""What a kind of question is: a module with fixed, pure phases, each with its own frozen types.

The protocol sits here, below the kinds, so that they need not know each other. A module in
`app.kinds` fulfils it with plain functions; one contract test drives them all by their `samples`.
What most kinds do alike is in `kind_defaults`.
"""

from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, Protocol

from pydantic import TypeAdapter

from app.domain.anatomy import Anatomy
from app.domain.annotation import Source
from app.domain.fields import QuestionFields, Quotation
from app.domain.filled_fields import FilledFields
from app.domain.mark import Mark
from app.domain.problem import FieldProblem, Path
from app.domain.quote import FoldedArticle
from app.domain.tally import Tally
from app.errors import MalformedResponse

Json = Any
"""What `json` reads and writes."""

FormFields = Mapping[str, Sequence[str]]
"""The form fields of one question: "" for the question itself, else a row's id -> the values."""


def lone_values(form: FormFields) -> list[str]:
    """The values of the one field of a question without rows; empty ones are left out.

    Raises MalformedResponse when the form has rows, which such a question does not.
    """
    if set(form) - {""}:
        raise MalformedResponse("This question has no rows to answer.")
    return [value for value in form.get("", ()) if value]


@dataclass(frozen=True, slots=True)
class Cited:
    """A quotation inside a kind's own fields; `row` is the id of the row that it settles."""

    path: Path
    quotation: Quotation
    row: str | None = None


@dataclass(frozen=True, slots=True)
class Absent:
    """A term inside a kind's own fields that must not occur in the article."""

    path: Path
    term: str


@dataclass(frozen=True)
class Surroundings:
    """The bank around a question, as far as a kind may use it.

    `paragraphs[0]` is paragraph 1; `sources` are those that can be named; `source_ids` are the
    ids of all, those under review included; `language` is the bank's (BCP 47, "" if unknown).
    """

    paragraphs: Sequence[str] = ()
    sources: Mapping[str, Source] = field(default_factory=dict)
    source_ids: Set[str] = frozenset()
    language: str = ""

    @cached_property
    def folded(self) -> FoldedArticle:
        """The article as quotations are looked for in it: folded once for all questions."""
        return FoldedArticle.of(self.paragraphs)


@dataclass(frozen=True, slots=True)
class Sample:
    """A question of a kind with answers to it, from which the contract test is made.

    `fields` is the YAML mapping without the common fields and the kind's name; `right`, `partly`
    (each with its points) and `wrong` are responses as JSON; `malformed` are values that `read`
    must refuse.
    """

    fields: Mapping[str, Any]
    right: Json
    wrong: Json
    partly: Sequence[tuple[Json, float]] = ()
    malformed: Sequence[Json] = ()
    broken: Sequence[tuple[Mapping[str, Any], str]] = field(default=())
    """Fields that `parse` or `settle` must refuse, each with the rule that it breaks."""
    around: Surroundings = field(default_factory=Surroundings)
    """The bank around the question."""
    ordered: Set[str] = frozenset()
    """The fields whose order is the key; every other list or mapping may be turned around."""
    as_written: bool = False
    """Whether options are presented in the order in which the bank has them."""
    shuffled: bool = True
    """Whether the shuffle changes anything of what is presented."""


class Kind(Protocol):
    """The phases of a kind. `definition` is the kind's own type; only the kind looks inside it."""

    NAME: str

    RULES: Mapping[str, str]
    """Every rule that it marks by, in a sentence for students: English, marked for translation."""

    ON_PAPER: str
    """What to do on paper, where nothing can be ticked, dragged or typed; as translatable."""

    RESPONSE: TypeAdapter[Any]
    """What a response is in JSON, with a description: for programs that use the API."""

    FAMILY_FIELDS: FilledFields | None
    """The fields that a teacher's own family fills; None where such families cannot make it."""

    TAKES_CONFIDENCE: bool
    """Whether to ask how sure the student is makes sense: for one answer that is right or not."""

    @property
    def Fields(self) -> type[QuestionFields]:  # noqa: N802  # a class, read only: kinds narrow it
        """The YAML fields of the kind, with their help texts."""

    def parse(self, fields: Any) -> tuple[Any | None, tuple[FieldProblem, ...]]:
        """Turn validated YAML fields into a definition, or say what is wrong (definition None)."""

    def settle(
        self, definition: Any, around: Surroundings
    ) -> tuple[Any | None, tuple[FieldProblem, ...]]:
        """Fit what `parse` returned into its bank, or say what is wrong (definition None).

        None without a problem: it leans on something that is left out until it is reviewed.
        """

    def citations(self, definition: Any) -> tuple[tuple[Cited, ...], tuple[Absent, ...]]:
        """Quotations and absent terms that stand inside the kind's own fields."""

    def anatomy(self, definition: Any) -> Anatomy:
        """The parts of the question with the key, and where they stand: for the linter."""

    def present(self, definition: Any, shuffle: int) -> dict[str, Json]:
        """What the student may see, as JSON (`options`, `rows`); `shuffle` is a seed."""

    def key_position(self, definition: Any, shuffle: int) -> tuple[int, int] | None:
        """The place of the key in `present` (0-based), and among how many; None without one key."""

    def read_form(self, definition: Any, form: FormFields) -> Json:
        """The JSON response that form fields stand for; None when nothing was answered."""

    def read(self, definition: Any, raw: Json) -> Any:
        """Check a JSON response and make it canonical; MalformedResponse when it is not one.

        None is a blank answer and stays None. What is returned can be written as JSON again.
        """

    def mark(self, definition: Any, response: Any) -> Mark:
        """Mark what `read` returned, from 0 to 1; None earns 0."""

    def guess(self, definition: Any) -> float:
        """The expected mark, from 0 to 1, of a student who answers at random."""

    def solution(self, definition: Any) -> dict[str, Json]:
        """What to show afterwards, as JSON: the key, and the reasons by option or row id."""

    def summarise(self, definition: Any, responses: Iterable[Any]) -> Tally:
        """Tallies over many responses (as `read` returned them), for a teacher."""

    def samples(self) -> Sequence[Sample]:
        """Questions with their right, partly right, wrong and malformed responses."""


def define(
    kind: Kind, fields: QuestionFields, around: Surroundings
) -> tuple[Any | None, tuple[FieldProblem, ...]]:
    """Parse and settle a question: its definition, or what is wrong with it."""
    definition, problems = kind.parse(fields)
    return (None, problems) if definition is None else kind.settle(definition, around)
