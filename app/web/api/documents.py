"""What the API gives, as pydantic models: its replies and its description are made from them."""

from typing import Annotated, Any, Literal

from pydantic import ConfigDict, Field

from app.domain.skill import SKILLS
from app.web.site.documents import (
    Cite,
    Confidence,
    Count,
    Document,
    Moment,
    ResponseDocument,
    Seconds,
    left_out,
)

SkillName = Literal[SKILLS]  # type: ignore[valid-type]  # a table, not a literal, is the source
State = Literal["open", "handed-in"]
Number = Annotated[int, Field(ge=1)]
Points = Annotated[float, Field(ge=0)]
Share = Annotated[float, Field(ge=0, le=1)]
Band = Annotated[list[Share], Field(min_length=2, max_length=2)]


class OptionDocument(Document):
    """Something to choose or to judge; it has no text where every question has the same words."""

    id: str
    text: str = left_out()


class ItemDocument(Document):
    """A question; beside these members, its kind may present others of its own."""

    # Open, so that a new kind of question is no change to the API.
    model_config = ConfigDict(extra="allow")

    n: Number
    kind: str
    skill: SkillName
    level: Literal[1, 2, 3]
    prompt: str
    options: list[OptionDocument] = left_out()
    rows: list[OptionDocument] = left_out()
    cite: Literal[True] = left_out("Asks for the sentence that settles the question.")
    confidence: Literal[True] = left_out("Asks how sure the student is.")


class PaperDocument(Document):
    """The questions of one student, in their order."""

    items: list[ItemDocument]


class ParagraphDocument(Document):
    """A paragraph of the article, with its number from 1."""

    n: Number
    text: str


class SentenceDocument(Document):
    """A sentence that can be cited."""

    id: str
    paragraph: Number
    text: str


class ArticleDocument(Document):
    """The article as students read it."""

    title: str
    author: str
    outlet: str
    published: str
    url: str
    note: str
    paragraphs: list[ParagraphDocument]
    sentences: list[SentenceDocument] = left_out(
        "When the paper asks for the sentences that settle its questions."
    )


class TimedDocument(Document):
    """What belongs to a paper that may have a time limit; without one these are left out."""

    remaining: Seconds = left_out("Seconds that are left.")
    deadline: Moment = left_out()


class ShownPaperDocument(TimedDocument):
    """A paper and its article."""

    paper: PaperDocument
    article: ArticleDocument


class OpenedAttemptDocument(ShownPaperDocument):
    """An attempt that was opened; `token` is for programs, and shown once."""

    id: str
    token: str = left_out()
    resume_code: str


class SavedAnswerDocument(TimedDocument):
    """The revision that a saved answer has, and when it was saved."""

    revision: Count
    saved_at: Moment


class StoredAnswerDocument(Document):
    """An answer as it is stored."""

    n: Number
    revision: Count
    saved_at: Moment
    response: ResponseDocument
    cite: Cite = left_out()
    confidence: Confidence = left_out()


class AttemptDocument(ShownPaperDocument):
    """An attempt with the answers that are stored."""

    id: str
    state: State
    answers: list[StoredAnswerDocument]


class ResumedDocument(Document):
    """The attempt that a resume code names; `token` is for programs, and shown once."""

    id: str
    token: str = left_out()


class TimeLeftDocument(TimedDocument):
    """The state of an attempt, and the time that is left."""

    state: State


class MoreTimeDocument(Document):
    """The time that is left now."""

    remaining: Seconds
    deadline: Moment


class HandedInDocument(Document):
    """An attempt that is handed in, and where its result is."""

    state: State
    result_url: str


class EvidenceDocument(Document):
    """Words of the article that settle a question, or one `row` of it; counted from 0."""

    paragraph: Number
    start: Count
    end: Count
    quote: str
    row: str = left_out()


class SolvedItemDocument(Document):
    """A question after handing in: its mark, its key and where the article says so."""

    n: Number
    question: str
    response: ResponseDocument
    mark: Share
    standing: str
    rule: str
    parts: dict[str, bool]
    solution: dict[str, Any]
    because: str
    hint: str
    evidence: list[EvidenceDocument]
    cite: Cite = left_out()
    found: bool | None = left_out(
        "Whether the sentence settles the question; null where none does."
    )
    confidence: Confidence = left_out()
    confidence_points: Annotated[float | None, Field(ge=-6, le=3)] = left_out(
        "Null: not given, or the answer is blank or waits for a teacher."
    )


class SkillProfileDocument(Document):
    """Points in one skill; `again` names what to look at again."""

    points: Points
    of: Count
    again: list[str]
    band: Band = left_out("80 % band, as shares of all points.")


class FoundDocument(Document):
    """How often the evidence was found; not in the points."""

    points: Count
    of: Count


class LevelDocument(Document):
    """The answers of one level of confidence."""

    level: Number
    probability: Share
    answers: Count
    right: Count
    partly: Count


class CertaintyDocument(Document):
    """Certainty-based marking, not in the points.

    `points` may be negative; `brier` is the mean squared difference between each level's
    `probability` and the mark.
    """

    points: float
    of: Count
    answers: Count
    brier: Share
    levels: list[LevelDocument]


class ResultDocument(Document):
    """The profile, and every question with its key."""

    points: Points
    of: Count
    guess: Points
    cite: FoundDocument = left_out()
    confidence: CertaintyDocument = left_out()
    skills: dict[SkillName, SkillProfileDocument]
    items: list[SolvedItemDocument]
    late: Annotated[
        int, Field(ge=0, description="Questions with an answer that came too late to count.")
    ]
