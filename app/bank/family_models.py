"""The families of a bank's YAML as pydantic models, with the help texts that an editor shows."""

from typing import Annotated, Literal

from pydantic import Field, StringConstraints, Tag

from app.domain.fields import (
    AS_LIST,
    AS_MAPPING,
    AS_TEXT,
    AS_TRUTH,
    FORMS,
    ItemId,
    Level,
    Line,
    QuestionId,
    SkillName,
    Strict,
    Text,
)

Language = Annotated[str, StringConstraints(pattern=r"^[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*$")]
Condition = Annotated[
    Annotated[bool, Tag(AS_TRUTH)]
    | Annotated[Text, Tag(AS_TEXT)]
    | Annotated[list[Text], Tag(AS_LIST)],
    FORMS,
]
Template = Annotated[
    Annotated[Text, Tag(AS_TEXT)]
    | Annotated[Annotated[list[Text], Field(min_length=1)], Tag(AS_LIST)]
    | Annotated[Annotated[dict[Text, Text], Field(min_length=1)], Tag(AS_MAPPING)],
    FORMS,
]


class OwnFamily(Strict):
    """A template of your own that makes questions out of the annotation."""

    id: ItemId = Field(description="A short name; its questions are called name.item.")
    for_: Literal["claims", "sources", "devices", "paragraphs", "not_stated"] = Field(
        alias="for", description="One question is made for each of these."
    )
    where: dict[Text, Condition] = Field(
        default_factory=dict,
        description="Only for those whose fields have these values, such as {status: attributed}.",
    )
    kind: Text = Field(description="The kind of question.")
    skill: SkillName = Field(
        description="The skill and sub-skill that is asked for, such as sourcing/attribution."
    )
    level: Level = Field(description="1 locate, 2 combine or apply, 3 evaluate.")
    prompt: Text = Field(description="The question, with {{ ... }} where the annotation goes in.")
    answer: Template = Field(description="The right answer, or the list of right answers.")
    distractors: Template | None = Field(
        None,
        description="The wrong options, or the list of them; the first three that differ from "
        "the answer are used.",
    )
    because: Line = Field(
        "", description="Why the answer is right. Without it, the words of the article are shown."
    )
    language: Language | None = Field(
        None, description="The language of the template: in a bank of another one it is not used."
    )


class FamiliesFields(Strict):
    """The templates that make questions out of the annotation."""

    builtin: bool = Field(True, description="Whether the built-in families are used.")
    off: list[QuestionId] = Field(
        default_factory=list,
        description="Families not to use, and single questions of theirs (family.item).",
    )
    own: list[OwnFamily] = Field(default_factory=list, description="Families of your own.")
