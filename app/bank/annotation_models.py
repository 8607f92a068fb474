"""The annotation of a bank's YAML as pydantic models, with the help texts that an editor shows."""

from typing import Literal

from pydantic import Field

from app.domain.annotation import CLAIM_STATUSES, DEVICES, SOURCE_TYPES
from app.domain.fields import EvidenceField, ItemId, Line, QuoteField, Strict, Text, TextsOrReasons

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


class ClaimFields(Strict):
    """One statement of the article, in your own words."""

    says: Text = Field(description="The statement in your own words, a full sentence.")
    evidence: EvidenceField = Field(
        description="The words of the article that say it, copied exactly."
    )
    status: Literal[CLAIM_STATUSES] = Field(  # type: ignore[valid-type]  # the table is the source
        description="How the article presents it: as a fact, on the word of a source, "
        "without a source, as opinion, inference or prediction."
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

    phrase: QuoteField = Field(description="The words of the article, copied exactly.")
    device: Literal[DEVICES] = Field(  # type: ignore[valid-type]  # the table is the source
        description="What the wording is."
    )
    does: Text = Field(description="What it does to the reader, a full sentence.")
    plainer: Line = Field("", description="The same without the device.")
    review: bool = Field(False, description=_REVIEW)
