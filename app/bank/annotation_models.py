"""The annotation of a bank's YAML as pydantic models, with the help texts that an editor shows."""

from typing import Annotated, Literal

from pydantic import Field, Tag

from app.domain.annotation import CLAIM_STATUSES, DEVICES, SOURCE_TYPES
from app.domain.fields import (
    AS_LIST,
    AS_MAPPING,
    AS_TEXT,
    FORMS,
    EvidenceField,
    ItemId,
    Line,
    QuoteField,
    Strict,
    Text,
    TextsOrReasons,
)

_REVIEW = "true until it has been reviewed: until then it is never drawn."


class SourceFields(Strict):
    """A person, organisation or document that the article relies on."""

    name: Text = Field(description="As a student should read it: the New York Times, a witness.")
    type: Literal[SOURCE_TYPES] = Field(  # type: ignore[valid-type]  # the table is the source
        description="What kind of source it is. The article's own writer is `writer`."
    )
    named: bool = Field(True, description="false if the article does not name the source.")
    note: Line = Field("", description="A remark for teachers.")
    review: bool = Field(False, description=_REVIEW)


class MisreadingFields(Strict):
    """A wrong version of a claim: why it is wrong, and whether the article denies it."""

    why: Text = Field(description="The reason why it is wrong.")
    open: bool = Field(
        False,
        description="true if the article does not deny it, but leaves it open: it could be so, "
        "and the article does not say.",
    )


_Misreading = Annotated[
    Annotated[Text, Tag(AS_TEXT)] | Annotated[MisreadingFields, Tag(AS_MAPPING)], FORMS
]
MisreadingsField = Annotated[
    Annotated[Annotated[list[Text], Field(min_length=1)], Tag(AS_LIST)]
    | Annotated[Annotated[dict[Text, _Misreading], Field(min_length=1)], Tag(AS_MAPPING)],
    FORMS,
]
"""A list of wrong versions, or a mapping of each to its reason, or to its reason and `open`."""


class ClaimFields(Strict):
    """One statement of the article, in your own words."""

    says: Text = Field(description="The statement in your own words, a full sentence.")
    evidence: EvidenceField = Field(
        description="The words of the article that say it, copied exactly."
    )
    status: Literal[CLAIM_STATUSES] = Field(  # type: ignore[valid-type]  # the table is the source
        description="How the article presents it. `reported fact`: it happened, and the writer "
        "vouches for it. `attributed`: a source says so. `unattributed`: stated as a fact, "
        "without a source where one would be wanted. `opinion`: a judgement or a feeling, the "
        "writer's or a source's. `inference`: a conclusion. `prediction`: about the future. "
        "`rumour`: it is passed around, and its origin is unknown."
    )
    chain: list[ItemId] = Field(
        min_length=1,
        description="The sources (their ids) that the statement passed through, from its origin "
        "to the article's writer, who comes last.",
    )
    cue: QuoteField | None = Field(
        None,
        description="The words of the article that name the source of the statement, exactly as "
        "they stand there: according to court records.",
    )
    as_reported: Line = Field(
        "",
        description="The statement together with its source, a full sentence: The baker thinks "
        "that more people come by. Without it, it is made of the first source of the chain and "
        "of `says`: According to the baker, more people come by.",
    )
    certainty: Line = Field(
        "", description="The hedge or quantity that must not be lost: often, at least three."
    )
    misreadings: MisreadingsField | None = Field(
        None,
        description="Tempting wrong versions of `says`, each with the reason why it is wrong. A "
        "plain reason means that the article says otherwise; {why: ..., open: true} means that "
        "the article leaves it open.",
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

    phrase: QuoteField = Field(description="The words of the article, copied exactly.")
    device: Literal[DEVICES] = Field(  # type: ignore[valid-type]  # the table is the source
        description="What the wording is."
    )
    does: Text = Field(description="What it does to the reader, a full sentence.")
    also: Literal[DEVICES] | None = Field(  # type: ignore[valid-type]  # the table is the source
        None, description="A second device that the same wording is, if there is one."
    )
    could_seem: TextsOrReasons | None = Field(
        None,
        description="Other effects that a hasty reader could see in these words, each a full "
        "sentence with the reason why it is not what they do. Questions on what the words do need "
        "two.",
    )
    plainer: Line = Field("", description="The same without the device.")
    review: bool = Field(False, description=_REVIEW)
