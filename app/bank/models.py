"""The sections of a bank's YAML as pydantic models, with the help texts that an editor shows."""

from datetime import date
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, Field, StringConstraints, Tag
from pydantic_core import PydanticCustomError

from app.bank.annotation_models import ClaimFields, DeviceFields, NotStatedFields, SourceFields
from app.bank.family_models import FamiliesFields, Language
from app.domain.article import ARTICLE_TYPES
from app.domain.fields import AS_MAPPING, AS_TEXT, FORMS, ItemId, Line, Reasons, Strict, Text


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
ParagraphNumber = Annotated[str, StringConstraints(pattern=r"^[1-9][0-9]{0,3}$")]
TEXT_FILE = r"^\w[\w .-]{0,90}\.txt$"
TextFile = Annotated[str, StringConstraints(pattern=TEXT_FILE)]
Version = Annotated[int, Field(ge=1, le=1, json_schema_extra={"const": 1})]


Waiver = Annotated[
    Annotated[Text, Tag(AS_TEXT)] | Annotated[Reasons, Tag(AS_MAPPING)],
    FORMS,
]
SeverityName = Literal["error", "warning", "note"]


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
    help: Line = Field("", description="Where a student finds a person to talk to.")


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
        "paragraphs are numbered from 1. An article has text or text_file.",
    )
    text_file: TextFile | None = Field(
        None,
        description="Instead of text: the name of a .txt file that lies beside the bank.",
    )
    voices: dict[ParagraphNumber, ItemId] = Field(
        default_factory=dict,
        description="Whose words a paragraph is: its number and the id of a source, or uncertain.",
    )


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
    waive: dict[str, Waiver] = Field(
        default_factory=dict,
        description="Lint rules that do not apply to this bank, each with the reason; or with the "
        "ids of the questions to which it does not apply, each with the reason.",
    )
    lint: dict[str, SeverityName] = Field(
        default_factory=dict,
        description="Lint rules that weigh more or less in this bank: {longest-option: error}.",
    )
    questions: list[Any] = Field(default_factory=list, description="The questions, in any order.")
