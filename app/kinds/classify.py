"""Items that are sorted into categories."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Annotated, Any, Final, Literal

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

NAME = "classify"
RULE = "share-of-rows"
RULES: Mapping[str, str] = {RULE: marked("The lines share 1 point equally.")}
ON_PAPER = marked("Write beside each number the letter of its group.")
RESPONSE: TypeAdapter[Any] = TypeAdapter(
    Annotated[dict[str, str], Field(description="The id of a category by each item's id.")]
)
FAMILY_FIELDS: FilledFields | None = None
TAKES_CONFIDENCE = False

MOST_CATEGORIES: Final = 5
"""More columns than these do not fit beside each other on a telephone."""

MOST_ITEMS: Final = 12


class Fields(QuestionFields):
    """Categories with the items that belong to them; the student sorts the items."""

    kind: Literal["classify"] = Field(description="Items to be sorted into categories.")
    categories: dict[Text, list[Text]] = Field(
        description="Two to five categories, each with the list of its items (two to twelve in "
        "all, shuffled). The categories stay in this order; a list may be empty: [].",
        json_schema_extra={"minProperties": 2, "maxProperties": MOST_CATEGORIES},
    )


@dataclass(frozen=True, slots=True)
class Definition:
    """The items, the categories in their order, and the right category's id by the item's."""

    items: tuple[Option, ...]
    categories: tuple[Option, ...]
    key: Mapping[str, str]


settle = settled_as_parsed
citations = cites_nothing
key_position = no_single_key


def parse(fields: Fields) -> tuple[Definition | None, tuple[FieldProblem, ...]]:
    """Turn validated fields into a definition, or say what is wrong (definition None)."""
    problems = list(_problems(fields))
    if problems:
        return None, tuple(problems)
    key = {
        short_id(item): short_id(category)
        for category, items in fields.categories.items()
        for item in items
    }
    items = tuple(map(option_at, _items(fields)))
    categories = tuple(map(option_at, written("categories", dict.fromkeys(fields.categories, ""))))
    return Definition(items, categories, key), ()


def _items(fields: Fields) -> list[Written]:
    return [
        Written(("categories", category, place), text)
        for category, texts in fields.categories.items()
        for place, text in enumerate(texts)
    ]


def _problems(fields: Fields) -> Iterator[FieldProblem]:
    items = _items(fields)
    yield from row_count_problems(("categories",), len(items), most=MOST_ITEMS)
    yield from clashes([], items, noun="row")
    yield from clashes([], written("categories", dict.fromkeys(fields.categories, "")))
    if not 2 <= len(fields.categories) <= MOST_CATEGORIES:
        yield FieldProblem(
            ("categories",),
            "number-of-categories",
            f"A question of this kind has 2 to {MOST_CATEGORIES} categories.",
            "Add a category, or put some together.",
        )


def anatomy(definition: Definition) -> Anatomy:
    """Items, each with its category."""
    return Anatomy(
        options=definition.categories, rows=definition.items, key=definition.key, fixed=True
    )


def present(definition: Definition, shuffle: int) -> dict[str, Json]:
    """`{"rows": [{"id", "text"}], "options": [{"id", "text"}]}`: only the rows are shuffled."""
    return {
        "rows": as_json(mixed(definition.items, shuffle)),
        "options": as_json(definition.categories),
    }


def read_form(_definition: Definition, form: FormFields) -> Json:
    """`{item id: category id}` of the items that were sorted; None when none was."""
    return form_rows(form)


def read(definition: Definition, raw: Json) -> dict[str, str] | None:
    """`{item id: category id}` in the order of the ids; None when no item was sorted."""
    categories = {category.id for category in definition.categories}
    return read_rows(raw, set(definition.key), categories)


def mark(definition: Definition, response: Mapping[str, str] | None) -> Mark:
    """The share of items in their right category; an item left open earns nothing."""
    return mark_rows(RULE, definition.key, response)


def guess(definition: Definition) -> float:
    """One in as many as there are categories: for every item exactly one of them is right."""
    return 1 / len(definition.categories)


def solution(definition: Definition) -> dict[str, Json]:
    """`{"rows": {item id: category id}}`."""
    return {"rows": dict(definition.key)}


def summarise(_definition: Definition, responses: Iterable[Mapping[str, str] | None]) -> Tally:
    """How often each item was put into each category: the confusion table."""
    return tally(None if response is None else response.items() for response in responses)


def samples() -> Sequence[Sample]:
    """Three items in two categories, and one category that stays empty."""
    fields: dict[str, Any] = {
        "categories": {
            "reported fact": ["The contest was in Garland.", "Two men were shot."],
            "opinion": ["It was a bad idea."],
            "prediction": [],
        }
    }
    fact, opinion, prediction = map(short_id, fields["categories"])
    garland, shot, bad = (
        short_id(item) for items in fields["categories"].values() for item in items
    )
    right = {garland: fact, shot: fact, bad: opinion}
    wrong = {garland: opinion, shot: prediction, bad: fact}
    partly = (({bad: opinion}, 1 / 3), (dict.fromkeys(right, fact), 2 / 3))
    never: tuple[Json, ...] = (
        fact,
        [fact],
        [],
        {"": fact},
        {garland: shot},
        {garland: [fact]},
        {garland: None},
        {fact: garland},
        1,
        True,
    )
    return (Sample(fields, right, wrong, partly, never, _broken(), as_written=True),)


def _broken() -> Sequence[tuple[dict[str, Any], str]]:
    many = [f"Item {number}" for number in range(13)]
    return (
        ({"categories": {"Fact": ["It rains."], "Opinion": []}}, "too-few-rows"),
        ({"categories": {"Fact": many, "Opinion": []}}, "too-many-rows"),
        ({"categories": {"Fact": ["It rains."], "Opinion": ["it rains"]}}, "duplicate-row"),
        ({"categories": {"Fact": ["It rains."], "fact": ["It snows."]}}, "duplicate-option"),
        ({"categories": {"Fact": ["It rains.", "It snows."]}}, "number-of-categories"),
        (
            {"categories": {name: [name * 2] for name in ("A", "B", "C", "D", "E", "F")}},
            "number-of-categories",
        ),
    )
