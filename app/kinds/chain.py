"""The chain from the origin of a statement to the reader, with names that are no part of it."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from difflib import get_close_matches
from functools import lru_cache
from math import comb, factorial
from re import fullmatch
from typing import Annotated, Any, Literal

from pydantic import Field, TypeAdapter

from app.domain.anatomy import Anatomy
from app.domain.annotation import Source
from app.domain.fields import QuestionFields, Text
from app.domain.filled_fields import FilledFields
from app.domain.identity import short_id
from app.domain.kind import FormFields, Json, Sample, Surroundings
from app.domain.kind_defaults import cites_nothing, no_single_key
from app.domain.mark import Mark, blank_mark, standing_of
from app.domain.option import Option, Written, as_json, clashes, mixed, options_of
from app.domain.ordering import Placing, first_mistake, form_places, places_of, read_places
from app.domain.problem import FieldProblem
from app.domain.rows import row_count_problems
from app.domain.tally import Tally, tally
from app.language.translatable import marked

NAME = "chain"
RULE = "links"
RULES: Mapping[str, str] = {
    RULE: marked("Each right link adds, each wrong link takes away, never below 0.")
}
ON_PAPER = marked(
    "Write 1 beside where it comes from, then 2, 3 and so on as it was passed on. "
    "Not all are part of it."
)
RESPONSE: TypeAdapter[Any] = TypeAdapter(
    Annotated[
        Placing,
        Field(
            description="The ids of the chain, its origin first; with a gap between places or two "
            "in one, the place (from 1) by id."
        ),
    ]
)
FAMILY_FIELDS: FilledFields | None = FilledFields("chain", "extra")
TAKES_CONFIDENCE = False


class Fields(QuestionFields):
    """The way of a statement; the student picks who passed it on, and puts them in order."""

    kind: Literal["chain"] = Field(
        description="Who passed a statement on to whom, to be put together from a list."
    )
    chain: list[Text] = Field(
        description="From the origin to the reader: ids of sources of this bank, or names. At "
        "least two; with extra at most eight.",
        json_schema_extra={"minItems": 2, "maxItems": 8},
    )
    extra: list[Text] = Field(
        default_factory=list,
        description="Sources (ids or names) that are no part of the chain, offered beside it.",
    )


@dataclass(frozen=True, slots=True)
class Definition:
    """The links in their order, and the options that are no part of the chain."""

    links: tuple[Option, ...]
    extra: tuple[Option, ...]

    @property
    def options(self) -> tuple[Option, ...]:
        """All options."""
        return self.links + self.extra

    @property
    def ids(self) -> list[str]:
        """The ids of the chain, the origin first."""
        return [link.id for link in self.links]


citations = cites_nothing
key_position = no_single_key


def parse(fields: Fields) -> tuple[Definition | None, tuple[FieldProblem, ...]]:
    """Turn validated fields into a definition, or say what is wrong (definition None)."""
    problems = list(_problems(fields))
    if problems:
        return None, tuple(problems)
    links, extra = options_of("chain", fields.chain), options_of("extra", fields.extra)
    return Definition(links, extra), ()


def _problems(fields: Fields) -> Iterator[FieldProblem]:
    if len(fields.chain) < 2:
        yield FieldProblem(
            ("chain",),
            "chain-too-short",
            "A chain has at least two members: who said it, and who passed it on.",
            "Add the next one, or ask for the source in another kind.",
        )
    yield from row_count_problems(("chain",), len(fields.chain) + len(fields.extra), least=0)


def settle(
    definition: Definition, around: Surroundings
) -> tuple[Definition | None, tuple[FieldProblem, ...]]:
    """Put the names of sources in the place of their ids.

    A source under review leaves the whole question out: None without a problem.
    """
    entries = _written(definition.options)
    unknown = [problem for entry in entries for problem in _unknown(entry, around)]
    if unknown:
        return None, tuple(unknown)
    if any(_awaits_review(entry.text, around) for entry in entries):
        return None, ()
    links = tuple(_named(link, around.sources) for link in definition.links)
    extra = tuple(_named(other, around.sources) for other in definition.extra)
    problems = clashes(_written(links), _written(extra))
    return (None, tuple(problems)) if problems else (Definition(links, extra), ())


def _written(members: Sequence[Option]) -> list[Written]:
    return [Written(member.path, member.text) for member in members]


def _unknown(entry: Written, around: Surroundings) -> Iterator[FieldProblem]:
    """A problem for what looks like the id of a source, and nearly is one."""
    if entry.text in around.source_ids or not fullmatch("[a-z0-9_-]+", entry.text):
        return
    for close in get_close_matches(entry.text, sorted(around.source_ids), n=1, cutoff=0.75):
        yield FieldProblem(
            entry.path,
            "unknown-source",
            f"There is no source `{entry.text}`.",
            f"Did you mean `{close}`? For a name that is no source of this bank, write more than "
            "one word, or a capital letter.",
        )


def _awaits_review(text: str, around: Surroundings) -> bool:
    return text in around.source_ids and text not in around.sources


def _named(member: Option, sources: Mapping[str, Source]) -> Option:
    """The same member, called by the source's name if it was written as its id."""
    source = sources.get(member.text)
    return replace(member, id=short_id(source.name), text=source.name) if source else member


def anatomy(definition: Definition) -> Anatomy:
    """Options of which some are right, in an order."""
    return Anatomy(options=definition.options, right=frozenset(definition.ids), ordered=True)


def present(definition: Definition, shuffle: int) -> dict[str, Json]:
    """`{"options": [{"id", "text"}]}`, shuffled."""
    return {"options": as_json(mixed(definition.options, shuffle))}


def read_form(_definition: Definition, form: FormFields) -> Json:
    """`{id: place}` of those that were given a place in the chain; None when none was."""
    return form_places(form)


def read(definition: Definition, raw: Json) -> Placing | None:
    """The ids of the chain as it was given, the origin first; None for an empty one.

    With a gap between the places, or two in one, it is `{id: place}` and marked as it is.
    """
    return read_places(raw, {option.id for option in definition.options}, whole=False)


def mark(definition: Definition, response: Placing | None) -> Mark:
    """The share of right links, less that of wrong ones, not below 0.

    A link goes from one place to the next; over a gap there is none. `parts`: whether a member
    has its right predecessor (the origin: none), and whether an extra one was left out.
    """
    if response is None:
        return blank_mark(RULE)
    right = set(zip(definition.ids, definition.ids[1:], strict=False))
    given = _links(response)
    points = max(0, 2 * len(given & right) - len(given)) / len(right)
    return Mark(points, RULE, standing_of(points), _parts(definition, response, given))


def _links(response: Placing) -> set[tuple[str, str]]:
    places = places_of(response).items()
    return {(one, next_) for one, at in places for next_, then in places if then == at + 1}


def _parts(
    definition: Definition, response: Placing, given: set[tuple[str, str]]
) -> dict[str, bool]:
    places = places_of(response)
    before = dict(zip(definition.ids[1:], definition.ids, strict=False))
    parts = {
        link: {one for one, then in given if then == link} == {before[link]}
        for link in definition.ids[1:]
    }
    origin = definition.ids[0]
    parts[origin] = origin in places and not any(then == origin for _, then in given)
    return parts | {other.id: other.id not in places for other in definition.extra}


def guess(definition: Definition) -> float:
    """The mean over all chains of one or more options, each as likely as the others."""
    return _mean_of_chains(len(definition.links), len(definition.extra))


@lru_cache(maxsize=32)
def _mean_of_chains(size: int, extra: int) -> float:
    """Mean points over all ordered selections from `size` links and `extra` others."""
    total = 0
    selections = 0
    for length in range(1, size + extra + 1):
        ways = [_with_links(size, extra, length, links) for links in range(size)]
        selections += ways[0]
        for links in range(size):
            # Inclusion and exclusion: from "at least these links" to "exactly so many".
            exactly = sum(
                (-1) ** (more - links) * comb(more, links) * ways[more]
                for more in range(links, size)
            )
            total += exactly * max(0, 2 * links - (length - 1))
    return total / (selections * (size - 1))


def _with_links(size: int, extra: int, length: int, links: int) -> int:
    """Pairs of a chain of `length` options and a set of `links` right links that it has.

    The links form runs, each glued into one; the rest of the chain is chosen from all others.
    """
    if links == 0:
        return comb(size + extra, length) * factorial(length)
    return sum(
        comb(links - 1, runs - 1)
        * comb(size - links, runs)
        * comb(size + extra - links - runs, length - links - runs)
        * factorial(length - links)
        for runs in range(1, min(links, length - links) + 1)
    )


def solution(definition: Definition) -> dict[str, Json]:
    """`{"chain": [ids]}`, the origin first."""
    return {"chain": definition.ids}


def summarise(definition: Definition, responses: Iterable[Placing | None]) -> Tally:
    """The first mistakes: by who should have come, how often each other came instead.

    The id is "" where the chain should have ended, where it did end, or where several stood.
    Right answers add nothing.
    """
    return tally(
        None if response is None else first_mistake(definition.ids, response)
        for response in responses
    )


def samples() -> Sequence[Sample]:
    """A chain of three with two others: by names, and by the ids of sources."""
    named: dict[str, Any] = {
        "chain": ["the police", "a newspaper", "the writer"],
        "extra": ["a film", "a witness"],
    }
    by_id: dict[str, Any] = {"chain": ["police", "paper", "writer"], "extra": ["a film", "witness"]}
    around = Surroundings(
        sources={
            "police": Source("police", "the police", "official"),
            "paper": Source("paper", "a newspaper", "news organisation"),
            "writer": Source("writer", "the writer", "writer"),
            "witness": Source("witness", "a witness", "witness"),
        },
        source_ids=frozenset({"police", "paper", "writer", "witness", "draft"}),
    )
    return (_sample(named, Surroundings()), _sample(by_id, around))


def _sample(fields: dict[str, Any], around: Surroundings) -> Sample:
    police, paper, writer = right = [
        short_id(name) for name in ("the police", "a newspaper", "the writer")
    ]
    film, witness = short_id("a film"), short_id("a witness")
    partly: tuple[tuple[Json, float], ...] = (
        ([police, paper], 1 / 2),
        ([*right, film], 1 / 2),
        ([film, *right, witness], 0.0),
        ([paper], 0.0),
        ({police: 1, paper: 2, film: 4}, 1 / 2),
        ({police: 1, paper: 2, witness: 2}, 0.0),
    )
    never: tuple[Json, ...] = (
        [police, police],
        [police, ""],
        [[police]],
        {police: 0},
        {police: 6},
        {police: "1"},
        {police: True},
        {"": 1},
        police,
        2,
    )
    wrong = [witness, writer, film, paper, police]
    ordered = frozenset({"chain"})
    return Sample(fields, right, wrong, partly, never, _broken(around), around, ordered)


def _broken(around: Surroundings) -> Sequence[tuple[dict[str, Any], str]]:
    broken: list[tuple[dict[str, Any], str]] = [
        ({"chain": ["The police"], "extra": ["A film"]}, "chain-too-short"),
        ({"chain": [f"Source {number}" for number in range(9)]}, "too-many-rows"),
        ({"chain": ["The police", "the police."]}, "duplicate-option"),
        ({"chain": ["The police", "A paper"], "extra": ["a paper"]}, "answer-among-distractors"),
    ]
    if around.sources:
        broken += [
            ({"chain": ["polise", "writer"]}, "unknown-source"),
            ({"chain": ["police", "writer"], "extra": ["The Police"]}, "answer-among-distractors"),
        ]
    return broken
