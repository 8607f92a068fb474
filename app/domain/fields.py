"""The fields that a question of any kind has in a bank's YAML, as pydantic models with help texts.

A kind adds its own fields by subclassing `QuestionFields`; the bank's JSON Schema, the checks of
the reader and the documentation are all made from these models.
"""

from typing import Annotated, Any, Final, Literal

from pydantic import (
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Discriminator,
    Field,
    StringConstraints,
    Tag,
    WithJsonSchema,
)

from app.domain.skill import SUB_SKILL_NAMES


class WrittenInt(int):
    """A whole number of a bank that remembers how it was written (`007`)."""

    written: str = ""


class WrittenFloat(float):
    """A number of a bank that remembers how it was written (`1.10`)."""

    written: str = ""


def as_written(value: Any) -> Any:
    """The text of a number where a text is expected; anything else stays what it is."""
    if isinstance(value, int | float) and not isinstance(value, bool):
        return getattr(value, "written", "") or str(value)
    return value


AS_TEXT, AS_MAPPING, AS_LIST, AS_TRUTH = "\0text", "\0mapping", "\0list", "\0truth"
"""Tags of what can be written in several forms; no key of a bank can be equal to one."""


def _form(value: Any) -> str:
    """The form that the author chose: errors are then told about that form alone."""
    if isinstance(value, list):
        return AS_LIST
    if isinstance(value, bool):
        return AS_TRUTH
    return AS_MAPPING if isinstance(value, dict | BaseModel) else AS_TEXT


FORMS: Final = Discriminator(_form)
"""Annotates a union whose members bear the tags above."""

Text = Annotated[
    str,
    StringConstraints(strip_whitespace=True, min_length=1),
    BeforeValidator(as_written),
    WithJsonSchema({"type": ["string", "number"], "minLength": 1}),
]
Line = Annotated[
    str,
    StringConstraints(strip_whitespace=True),
    BeforeValidator(as_written),
    WithJsonSchema({"type": ["string", "number"]}),
]
"""A text that may be empty."""

ItemId = Annotated[
    str, StringConstraints(pattern=r"^[a-z0-9][a-z0-9_-]{0,63}$"), BeforeValidator(as_written)
]
QuestionId = Annotated[
    str, StringConstraints(pattern=r"^[a-z0-9][a-z0-9_.-]{0,63}$"), BeforeValidator(as_written)
]
SkillName = Literal[SUB_SKILL_NAMES]  # type: ignore[valid-type]  # a table, not a literal, is the source

# Not Literal[1, 2, 3], which takes `true` and 1.0 as well, because they are equal to 1.
Level = Annotated[int, Field(ge=1, le=3, json_schema_extra={"enum": [1, 2, 3]})]
Reasons = dict[Text, Text]
TextsOrReasons = Annotated[
    Annotated[Annotated[list[Text], Field(min_length=1)], Tag(AS_LIST)]
    | Annotated[Annotated[Reasons, Field(min_length=1)], Tag(AS_MAPPING)],
    FORMS,
]
"""A list of texts, or a mapping of each text to the reason why it tempts and is wrong."""


class Strict(BaseModel):
    """A mapping of the bank format: unknown keys and wrong types are problems, not guesses."""

    model_config = ConfigDict(extra="forbid", strict=True, frozen=True)


class Quotation(Strict):
    """Words of the article, and what is needed to find them in exactly one place."""

    quote: Text = Field(
        description="The words exactly as they stand in the article. Kinds of quotation marks, "
        "dashes and spaces do not matter."
    )
    paragraph: int | None = Field(
        None, ge=1, description="The paragraph's number, when the words occur more than once."
    )
    prefix: Line = Field(
        "", description="The words directly before the quotation, to tell places apart."
    )
    suffix: Line = Field(
        "", description="The words directly after the quotation, to tell places apart."
    )


QuoteField = Annotated[
    Annotated[Text, Tag(AS_TEXT)] | Annotated[Quotation, Tag(AS_MAPPING)],
    FORMS,
]
EvidenceField = Annotated[
    Annotated[Text, Tag(AS_TEXT)]
    | Annotated[Quotation, Tag(AS_MAPPING)]
    | Annotated[Annotated[list[QuoteField], Field(min_length=1)], Tag(AS_LIST)],
    FORMS,
]


class QuestionFields(Strict):
    """What every question has, whatever its kind."""

    id: QuestionId = Field(
        description="A short name such as contest-place, used once in the bank: lower case "
        "letters, digits, hyphens. Keep it when the question changes."
    )
    skill: SkillName = Field(
        description="The skill and sub-skill that is asked for, such as sourcing/source-chain."
    )
    level: Level = Field(
        description="How much thought it takes: 1 locate, 2 combine or apply, 3 evaluate."
    )
    prompt: Text = Field(description="The question as the student reads it.")
    because: Text = Field(
        description="Why the answer is right, argued from the text. Shown after handing in."
    )
    evidence: EvidenceField | None = Field(
        None,
        description="The words of the article that settle the question, exactly as they stand "
        "there: the words alone, or {quote, paragraph}, or a list of those. A question needs "
        "evidence or absent.",
    )
    absent: list[Text] = Field(
        default_factory=list,
        description="Words that must not occur in the article, for questions on what is not said.",
    )
    hint: Line = Field("", description="Where to look, without saying what to find.")
    about: Annotated[
        Annotated[ItemId, Tag(AS_TEXT)] | Annotated[list[ItemId], Tag(AS_LIST)],
        FORMS,
    ] = Field(
        default_factory=list,
        description="The claims and devices (their ids) that the question rests on: a paper never "
        "asks about one of them twice.",
    )
    enemies: list[QuestionId] = Field(
        default_factory=list,
        description="Questions (their ids) that give this one away: never in the same paper.",
    )
    reassures: bool = Field(
        False,
        description="true for a question on how rare such events are, or on what was prevented: "
        "where the bank has a content note, every paper has one of these.",
    )
    waive: dict[str, Text] = Field(
        default_factory=dict,
        description="Lint rules that do not apply here, each with the reason.",
    )
    review: bool = Field(False, description="true while it still awaits a look: it is never drawn.")
