"""The sections of a bank's YAML as pydantic models, with the help texts that an editor shows."""

from datetime import date
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, Field, StringConstraints, Tag
from pydantic_core import PydanticCustomError

from app.domain.annotation import CLAIM_STATUSES, DEVICES, SOURCE_TYPES
from app.domain.article import ARTICLE_TYPES
from app.domain.fields import (
    AS_LIST,
    AS_MAPPING,
    AS_TEXT,
    AS_TRUTH,
    FORMS,
    EvidenceField,
    ItemId,
    Level,
    Line,
    QuoteField,
    SkillName,
    Strict,
    Text,
    TextsOrReasons,
)


def _is_date(text: str) -> str:
    try:
        date.fromisoformat(text)
    except ValueError as error:
        raise PydanticCustomError("bad-date", "{name} is not a day of the calendar.") from error
    return text


Day = Annotated[
    str,
    StringConstraints(pattern=r"^\d{4}-\d{2}-\d{2}$"),
    AfterValidator(_is_date),
]
Address = Annotated[str, StringConstraints(pattern=r"^https?://[^\s/]\S*$", max_length=2000)]
Language = Annotated[str, StringConstraints(pattern=r"^[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*$")]
ParagraphNumber = Annotated[str, StringConstraints(pattern=r"^[1-9][0-9]{0,3}$")]
TEXT_FILE = r"^\w[\w .-]{0,90}\.txt$"
TextFile = Annotated[str, StringConstraints(pattern=TEXT_FILE)]
Version = Annotated[int, Field(ge=1, le=1, json_schema_extra={"const": 1})]

_REVIEW = "true while somebody still has to look at it: it is never drawn."


class ContentNoteFields(Strict):
    """What students and teachers should know before they read the article."""

    topics: list[Text] = Field(
        default_factory=list, description="Hard topics of the article, a word or two each."
    )
    student: Line = Field("", description="What students read before they begin.")
    teacher: Line = Field("", description="What teachers should prepare.")
    alternative: ItemId | None = Field(
        None, description="The id of another bank for those who prefer another article."
    )
    intensity: Line = Field("", description="How closely the hard topics are described.")
    help: Line = Field("", description="Where a student finds somebody to talk to.")


class ArticleFields(Strict):
    """What the students read."""

    title: Text = Field(description="The article's headline.")
    author: Line = Field("", description="Who wrote it, as the article says.")
    outlet: Line = Field("", description="The newspaper, site or broadcaster that published it.")
    published: Day | None = Field(
        None,
        description="The day of publication: 2017-02-04.",
        json_schema_extra={"format": "date"},
    )
    url: Address | None = Field(None, description="Where the original can be read (https://...).")
    type: Literal[ARTICLE_TYPES] = Field(  # type: ignore[valid-type]  # the table is the source
        description="What kind of text it is."
    )
    note: Line = Field(
        "", description="A line to the students about the text, such as that it is shortened."
    )
    text: Text | None = Field(
        None,
        description="The article itself, after `text: |`. An empty line begins a new paragraph; "
        "paragraphs are numbered from 1.",
    )
    text_file: TextFile | None = Field(
        None,
        description="Instead of text: the name of a .txt file that lies beside the bank.",
    )
    voices: dict[ParagraphNumber, ItemId] = Field(
        default_factory=dict,
        description="Whose words a paragraph is: its number and the id of a source, or uncertain.",
    )


class SourceFields(Strict):
    """Somebody or something that the article leans on."""

    name: Text = Field(description="As a student should read it: the New York Times, a witness.")
    type: Literal[SOURCE_TYPES] = Field(  # type: ignore[valid-type]  # the table is the source
        description="What kind of source it is. The article's own writer is `writer`."
    )
    named: bool = Field(True, description="false if the article does not name the source.")
    note: Line = Field("", description="A remark for teachers.")
    review: bool = Field(False, description=_REVIEW)


class ClaimFields(Strict):
    """One statement of the article, in your own words."""

    says: Text = Field(description="The statement in your own words, a full sentence.")
    evidence: EvidenceField = Field(
        description="The words of the article that say it, exactly as they stand there."
    )
    status: Literal[CLAIM_STATUSES] = Field(  # type: ignore[valid-type]  # the table is the source
        description="How the article presents it: as a fact it reports, on somebody's word, "
        "on nobody's word, as opinion, inference or prediction."
    )
    chain: list[ItemId] = Field(
        min_length=1,
        description="The sources (their ids) that the statement passed through, from its origin "
        "to the article's writer, who comes last.",
    )
    certainty: Line = Field(
        "", description="The hedge or quantity that must not be lost: often, at least three."
    )
    misreadings: TextsOrReasons | None = Field(
        None, description="Tempting wrong versions, each with the reason why it is wrong."
    )
    enemies: list[ItemId] = Field(
        default_factory=list,
        description="Claims (their ids) that must not be asked about in the same paper.",
    )
    review: bool = Field(False, description=_REVIEW)


class NotStatedFields(Strict):
    """Something plausible that the article does not say."""

    id: ItemId | None = Field(None, description="A short name; made from the text without one.")
    says: Text = Field(description="The statement, a full sentence.")
    absent: list[Text] = Field(
        min_length=1,
        description="Words that the article would need to say it; none may occur there.",
    )
    because: Line = Field("", description="Why the article leaves it open.")
    review: bool = Field(False, description=_REVIEW)


class DeviceFields(Strict):
    """A wording that does something to the reader."""

    phrase: QuoteField = Field(description="The words exactly as they stand in the article.")
    device: Literal[DEVICES] = Field(  # type: ignore[valid-type]  # the table is the source
        description="What the wording is."
    )
    does: Text = Field(description="What it does to the reader, a full sentence.")
    plainer: Line = Field("", description="The same without the device.")
    review: bool = Field(False, description=_REVIEW)


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
    answer: Template = Field(description="The right answer.")
    distractors: Template = Field(description="The wrong options.")
    because: Line = Field("", description="Why the answer is right.")
    language: Language | None = Field(None, description="The language of the template.")


class FamiliesFields(Strict):
    """The templates that make questions out of the annotation."""

    builtin: bool = Field(True, description="Whether the built-in families are used.")
    off: list[ItemId] = Field(default_factory=list, description="Families (ids) not to use.")
    own: list[OwnFamily] = Field(default_factory=list, description="Families of your own.")


class BankFields(Strict):
    """A bank: an article, its annotation and its questions."""

    byline: Version = Field(description="The version of this format: 1.")
    title: Text = Field(description="What students see in the list of banks.")
    language: Language = Field(
        description="The language of the bank as a BCP 47 tag: en, de, pt-BR."
    )
    summary: Line = Field("", description="What the article is and what is asked, in a sentence.")
    audience: Line = Field("", description="Whom it is for, such as: 14 and over.")
    licence: Line = Field("", description="The terms for using the bank, such as CC-BY-4.0.")
    content_note: ContentNoteFields | None = Field(
        None, description="What students and teachers should know before they read."
    )
    article: ArticleFields = Field(description="What the students read.")
    sources: dict[ItemId, SourceFields] = Field(
        default_factory=dict, description="Who and what the article leans on, each under an id."
    )
    claims: dict[ItemId, ClaimFields] = Field(
        default_factory=dict, description="What the article says, each statement under an id."
    )
    not_stated: list[NotStatedFields] = Field(
        default_factory=list, description="What is plausible, and not in the article."
    )
    devices: dict[ItemId, DeviceFields] = Field(
        default_factory=dict, description="Wordings that do something, each under an id."
    )
    families: FamiliesFields | None = Field(
        None, description="Templates that make questions out of the annotation."
    )
    questions: list[Any] = Field(default_factory=list, description="The questions, in any order.")


SECTIONS = ("content_note", "article", "sources", "claims", "not_stated", "devices", "families")
"""The fields of `BankFields` that are read apart, so that one cannot hide the errors of another."""
