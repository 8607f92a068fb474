"""A kind that exists only in these tests: one word out of two."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Annotated, Any, Literal

from pydantic import Field, TypeAdapter

from app.domain.anatomy import Anatomy
from app.domain.fields import QuestionFields, Text
from app.domain.filled_fields import FilledFields
from app.domain.identity import short_id
from app.domain.kind import Json, Sample
from app.domain.kind_defaults import cites_nothing, read_one_value, settled_as_parsed
from app.domain.mark import Mark, blank_mark, standing_of
from app.domain.option import Option, as_json, clashes, mixed, options_of, written
from app.domain.problem import FieldProblem
from app.domain.tally import Tally, tally
from app.errors import MalformedResponse
from app.language.translatable import marked

NAME = "toy"
RULE = "one-of-two"
RULES: Mapping[str, str] = {RULE: marked("The right word of the two earns 1 point.")}
ON_PAPER = marked("Strike out the wrong word.")
RESPONSE: TypeAdapter[Any] = TypeAdapter(
    Annotated[str, Field(description="The id of the word that is kept.")]
)
FAMILY_FIELDS: FilledFields | None = FilledFields("right", "wrong", needs_distractors=True)
TAKES_CONFIDENCE = True

settle = settled_as_parsed
citations = cites_nothing
read_form = read_one_value


class Fields(QuestionFields):
    """Two words; the student keeps one."""

    kind: Literal["toy"] = Field(description="One word out of two.")
    right: list[Text] = Field(description="The right word.", min_length=1, max_length=1)
    wrong: list[Text] = Field(description="The wrong word.", min_length=1, max_length=1)


@dataclass(frozen=True, slots=True)
class Definition:
    """The two words, the right one first."""

    words: tuple[Option, ...]

    @property
    def right(self) -> str:
        """The id of the right word."""
        return self.words[0].id


def parse(fields: Fields) -> tuple[Definition | None, tuple[FieldProblem, ...]]:
    """Turn validated fields into a definition, or say that the words are the same."""
    problems = clashes(written("right", fields.right), written("wrong", fields.wrong))
    if problems:
        return None, tuple(problems)
    words = (*options_of("right", fields.right), *options_of("wrong", fields.wrong))
    return Definition(words), ()


def anatomy(definition: Definition) -> Anatomy:
    """Two options."""
    return Anatomy(options=definition.words, right=frozenset({definition.right}))


def present(definition: Definition, shuffle: int) -> dict[str, Json]:
    """`{"options": [{"id", "text"}]}`, shuffled."""
    return {"options": as_json(mixed(definition.words, shuffle))}


def key_position(definition: Definition, shuffle: int) -> tuple[int, int] | None:
    """The place of the right word, and that there are two."""
    return [word.id for word in mixed(definition.words, shuffle)].index(definition.right), 2


def read(definition: Definition, raw: Json) -> str | None:
    """The id of a word, or None."""
    if raw is None:
        return None
    if not isinstance(raw, str) or raw not in [word.id for word in definition.words]:
        raise MalformedResponse("The answer must be the id of one of the two words.")
    return raw


def mark(definition: Definition, response: str | None) -> Mark:
    """1 for the right word, 0 for the other."""
    if response is None:
        return blank_mark(RULE)
    right = response == definition.right
    return Mark(float(right), RULE, standing_of(right), {response: right})


def guess(_definition: Definition) -> float:
    """One in two."""
    return 0.5


def solution(definition: Definition) -> dict[str, Json]:
    """`{"word": id}`."""
    return {"word": definition.right}


def summarise(_definition: Definition, responses: Iterable[str | None]) -> Tally:
    """How often each word was kept."""
    return tally(None if response is None else [("", response)] for response in responses)


def samples() -> Sequence[Sample]:
    """Two kinds of weather."""
    fields: dict[str, Any] = {"right": ["hail"], "wrong": ["snow"]}
    same: dict[str, Any] = {"right": ["hail"], "wrong": ["Hail."]}
    hail, snow = short_id("hail"), short_id("snow")
    broken = ((same, "answer-among-distractors"),)
    return (Sample(fields, hail, snow, malformed=("", [hail], 1, {}), broken=broken),)
