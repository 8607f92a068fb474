"""The fields that a question of any kind has in a bank's YAML, as pydantic models with help texts.

A kind adds its own fields by subclassing `QuestionFields`; the bank's JSON Schema, the checks of
the reader and the documentation are all made from these models.
"""

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

from app.domain.skill import SUB_SKILL_NAMES

Text = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]
ItemId = Annotated[str, StringConstraints(pattern=r"^[a-z0-9][a-z0-9_-]{0,63}$")]
QuestionId = Annotated[str, StringConstraints(pattern=r"^[a-z0-9][a-z0-9_.-]{0,63}$")]
SkillName = Literal[SUB_SKILL_NAMES]  # type: ignore[valid-type]  # a table, not a literal, is the source
Reasons = dict[Text, Text]
TextsOrReasons = Annotated[list[Text] | Reasons, Field(min_length=1)]
"""A list of texts, or a mapping of each text to the reason why it tempts and is wrong."""


class Strict(BaseModel):
    """A mapping of the bank format: unknown keys and wrong types are problems, not guesses."""

    model_config = ConfigDict(extra="forbid", strict=True, frozen=True)


class Quotation(Strict):
    """Words of the article, and what is needed to find them in exactly one place."""

    quote: Text = Field(description="The words exactly as they stand in the article.")
    paragraph: int | None = Field(
        None, ge=1, description="The paragraph's number, when the words occur more than once."
    )
    prefix: str = Field("", description="Text directly before the quotation, to tell places apart.")
    suffix: str = Field("", description="Text directly after the quotation, to tell places apart.")


QuoteField = Text | Quotation
EvidenceField = QuoteField | Annotated[list[QuoteField], Field(min_length=1)]


class QuestionFields(Strict):
    """What every question has, whatever its kind."""

    id: QuestionId = Field(description="A short name, used once in the bank; it never changes.")
    skill: SkillName = Field(description="The sub-skill, such as sourcing/source-chain.")
    level: Literal[1, 2, 3] = Field(description="1 locate, 2 combine or apply, 3 evaluate.")
    prompt: Text = Field(description="The question as the student reads it.")
    because: Text = Field(
        description="Why the answer is right, argued from the text. Shown after handing in."
    )
    evidence: EvidenceField | None = Field(
        None, description="The words of the article that settle the question, verbatim."
    )
    absent: list[Text] = Field(
        default_factory=list,
        description="Words that must not occur in the article, for questions on what is not said.",
    )
    hint: str = Field("", description="Where to look, without saying what to find.")
    about: ItemId | list[ItemId] = Field(
        default_factory=list,
        description="The claims and devices that the question rests on: a paper never asks "
        "about one of them twice.",
    )
    enemies: list[QuestionId] = Field(
        default_factory=list,
        description="Questions that give this one away: never in the same paper.",
    )
    waive: dict[str, Text] = Field(
        default_factory=dict, description="Lint rules that do not apply here, each with the reason."
    )
    review: bool = Field(
        False, description="True while somebody still has to look at it: it is never drawn."
    )
