"""Things to be put into their right order."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import combinations
from math import comb, factorial
from typing import Annotated, Any, Literal

from pydantic import Field, TypeAdapter

from app.domain.anatomy import Anatomy
from app.domain.fields import QuestionFields, Text
from app.domain.filled_fields import FilledFields
from app.domain.identity import short_id
from app.domain.kind import FormFields, Json, Sample
from app.domain.kind_defaults import cites_nothing, no_single_key, settled_as_parsed
from app.domain.mark import Mark, blank_mark, standing_of
from app.domain.option import Option, as_json, clashes, mixed, options_of, written
from app.domain.ordering import Placing, first_mistake, form_places, places_of, read_places
from app.domain.problem import FieldProblem
from app.domain.rows import row_count_problems
from app.domain.tally import Tally, tally
from app.language.translatable import marked

NAME = "order"
RULE = "pairs-in-order"
RULES: Mapping[str, str] = {
    RULE: marked(
        "Every two lines in the right order add, every two in the wrong one take away, "
        "never below 0."
    )
}
ON_PAPER = marked("Write beside each letter its place; 1 comes first.")
RESPONSE: TypeAdapter[Any] = TypeAdapter(
    Annotated[
        Placing,
        Field(
            description="The ids in their order; while places are missing or taken twice, the "
            "place (from 1) by id."
        ),
    ]
)
FAMILY_FIELDS: FilledFields | None = FilledFields("sequence")
TAKES_CONFIDENCE = False


class Fields(QuestionFields):
    """Three to eight texts; the student puts them into their order."""

    kind: Literal["order"] = Field(description="Texts to be put into their right order.")
    sequence: list[Text] = Field(
        description="Three to eight texts in the right order; they are shuffled.",
        json_schema_extra={"minItems": 3, "maxItems": 8},
    )


@dataclass(frozen=True, slots=True)
class Definition:
    """The rows in their right order."""

    rows: tuple[Option, ...]

    @property
    def ids(self) -> list[str]:
        """The rows' ids in their right order."""
        return [row.id for row in self.rows]


settle = settled_as_parsed
citations = cites_nothing
key_position = no_single_key


def parse(fields: Fields) -> tuple[Definition | None, tuple[FieldProblem, ...]]:
    """Turn validated fields into a definition, or say what is wrong (definition None)."""
    problems = [
        *row_count_problems(("sequence",), len(fields.sequence), least=3),
        *clashes([], written("sequence", fields.sequence), noun="row"),
    ]
    return (
        (None, tuple(problems))
        if problems
        else (Definition(options_of("sequence", fields.sequence)), ())
    )


def anatomy(definition: Definition) -> Anatomy:
    """Rows whose order is the key."""
    return Anatomy(rows=definition.rows, ordered=True)


def present(definition: Definition, shuffle: int) -> dict[str, Json]:
    """`{"rows": [{"id", "text"}]}`, shuffled; every order is as likely as any, the right one too.

    Were the right one left out, what is shown would tell more of it.
    """
    return {"rows": as_json(mixed(definition.rows, shuffle))}


def read_form(_definition: Definition, form: FormFields) -> Json:
    """`{row id: place}` as far as places were chosen; None when none was."""
    return form_places(form)


def read(definition: Definition, raw: Json) -> Placing | None:
    """The ids in the order that was given; None when no row was placed.

    While places are missing or taken twice, the answer is `{row id: place}` and marked as it is.
    """
    return read_places(raw, set(definition.ids), whole=True)


def mark(definition: Definition, response: Placing | None) -> Mark:
    """Kendall's tau, from 0: pairs in the right order less pairs in the wrong one, of all pairs.

    A pair with a row that has no place, or with both in the same place, counts neither way (tau-a
    with ties: Kendall 1938, Biometrika 30:81). `parts`: which rows stand in their very place.
    """
    if response is None:
        return blank_mark(RULE)
    places = places_of(response)
    ids = definition.ids
    placed = [places[row] for row in ids if row in places]
    balance = sum((first < then) - (first > then) for first, then in combinations(placed, 2))
    points = max(0, balance) / comb(len(ids), 2)
    parts = {row: places.get(row) == place for place, row in enumerate(ids, start=1)}
    return Mark(points, RULE, standing_of(points), parts)


def guess(definition: Definition) -> float:
    """The mean over all complete orders, each as likely as the others."""
    return _mean_of_orders(len(definition.rows))


@lru_cache(maxsize=16)
def _mean_of_orders(size: int) -> float:
    """Mean points over all orders of `size` rows.

    Counted by the number of pairs in the wrong order (the Mahonian numbers: OEIS A008302): the
    next row can stand before 0, 1, ... or all of those that were placed.
    """
    counts = [1]
    for placed in range(1, size):
        longer = [0] * (len(counts) + placed)
        for wrong, count in enumerate(counts):
            for more in range(placed + 1):
                longer[wrong + more] += count
        counts = longer
    pairs = comb(size, 2)
    total = sum(count * max(0, pairs - 2 * wrong) for wrong, count in enumerate(counts))
    return total / (pairs * factorial(size))


def solution(definition: Definition) -> dict[str, Json]:
    """`{"sequence": [ids]}`, in the right order."""
    return {"sequence": definition.ids}


def summarise(definition: Definition, responses: Iterable[Placing | None]) -> Tally:
    """The first mistakes: by the row that should have come, how often each other came instead.

    The id is "" where no row stood, or several. Right answers add nothing.
    """
    return tally(
        None if response is None else first_mistake(definition.ids, response)
        for response in responses
    )


def samples() -> Sequence[Sample]:
    """Four events, with an answer given whole and answers that are half done."""
    fields: dict[str, Any] = {"sequence": ["He wrote.", "They met.", "They drove.", "They came."]}
    wrote, met, drove, came = right = [short_id(text) for text in fields["sequence"]]
    partly: tuple[tuple[Json, float], ...] = (
        ([met, wrote, drove, came], 2 / 3),
        ([wrote, came, met, drove], 1 / 3),
        ({wrote: 1, met: 2, drove: 3}, 1 / 2),
        ({wrote: 1, met: 2, drove: 2}, 1 / 3),
        ({drove: 4}, 0.0),
    )
    never = tuple(_never(right))
    ordered = frozenset({"sequence"})
    return (Sample(fields, right, right[::-1], partly, never, _broken(), ordered=ordered),)


def _never(ids: list[str]) -> Iterator[Json]:
    first, second, *_ = ids
    yield from (ids[:-1], [*ids[:-1], first], [*ids, first], [[first]], first, 3, True)
    for place in (0, 5, "1", 1.0, True, None, [1]):
        yield {first: place}
    yield from ({"": 1}, {second: 1, "x": 2})


def _broken() -> Sequence[tuple[dict[str, Any], str]]:
    return (
        ({"sequence": ["One", "Two"]}, "too-few-rows"),
        ({"sequence": [f"Step {number}" for number in range(9)]}, "too-many-rows"),
        ({"sequence": ["One", "Two", "one."]}, "duplicate-row"),
    )
