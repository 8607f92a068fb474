"""What the API takes: strict bodies, whose errors name the field and never repeat what was sent."""

from typing import Annotated, Any, TypeVar

from flask import request
from pydantic import BaseModel, ConfigDict, Field, ValidationError

from app.classroom.answering import GivenAnswer
from app.classroom.timing import LONGEST
from app.domain.cite_and_confidence import CONFIDENCES, CiteAndConfidence
from app.errors import BadInput
from app.web.site.documents import ResponseDocument

Body = TypeVar("Body", bound=BaseModel)

SEED_LIMIT = 2**63 - 1
REVISION_LIMIT = 2**31 - 1
ANSWER_BYTES = 4096
"""The most that the body of one saved answer may weigh."""

SENTENCES = {
    "missing": "This field is required.",
    "extra_forbidden": "There is no such field here.",
    "json_invalid": "The body is not JSON.",
    "model_type": "The body must be a JSON object.",
    "int_type": "This must be a whole number.",
    "string_type": "This must be a text.",
    "dict_type": "This must be an object.",
    "greater_than_equal": "This number is too small.",
    "less_than_equal": "This number is too large.",
    "int_parsing_size": "This number is too large.",
    "string_pattern_mismatch": "This is not of the form that is expected here.",
}


class InvalidBody(BadInput):
    """A body that cannot be understood; `errors` says it for each field."""

    def __init__(self, errors: list[dict[str, str]]) -> None:
        super().__init__(
            " ".join(f"{error['field'] or 'body'}: {error['message']}" for error in errors)
        )
        self.errors = errors


class StrictBody(BaseModel):
    """A JSON object: unknown fields and wrong types are refused, not guessed at."""

    model_config = ConfigDict(extra="forbid", strict=True)


class NewAttempt(StrictBody):
    """A practice attempt to be opened."""

    bank: str = Field(max_length=64, description="The bank's id, as GET / lists it.")
    seed: int | None = Field(
        None, ge=0, le=SEED_LIMIT, description="Draws the same paper for the same bank version."
    )
    blueprint: dict[str, Any] | None = Field(
        None,
        description="How many questions of which skill and level: "
        '`{"facts": 4, "sourcing": 4, "framing": 4, "levels"?, "kinds"?, "always"?, "cite"?, '
        '"confidence"?}`.',
    )
    time_limit: int | None = Field(
        None, ge=1, le=LONGEST, description="Minutes until the paper has to be handed in."
    )


class Resumption(StrictBody):
    """The code of a paper to go on with."""

    code: str = Field(
        max_length=64, description="As the paper shows it; case, spaces and hyphens do not matter."
    )


class Answer(StrictBody):
    """One answer, and the revision that the client last knew."""

    response: ResponseDocument = Field(description="Null takes an answer back.")
    revision: int = Field(
        ge=0, le=REVISION_LIMIT, description="The revision last known; 0 before the first answer."
    )
    cite: str | None = Field(
        None,
        max_length=64,
        description="Where the item asks for it: the id of the sentence that settles the question.",
    )
    confidence: int | None = Field(
        None,
        ge=CONFIDENCES[0],
        le=CONFIDENCES[-1],
        description="Where the item asks for it: how sure you are that the answer is right. 1: "
        "less than 2 in 3; 2: from 2 in 3 to 4 in 5; 3: more than 4 in 5.",
    )

    def given(self) -> GivenAnswer:
        """The answer as the classroom takes it."""
        return GivenAnswer(
            self.response.root, self.revision, CiteAndConfidence(self.cite, self.confidence)
        )


class LastAnswers(StrictBody):
    """What is handed in together with the paper; nothing, as a rule."""

    answers: dict[Annotated[str, Field(pattern=r"^[1-9][0-9]{0,3}$")], Answer] = Field(
        default_factory=dict,
        description="Answers that were not saved yet, by question number.",
        json_schema_extra={"additionalProperties": False},
    )


def read_body(form: type[Body], *, limit: int | None = None) -> Body:
    """Read the request's body; raises InvalidBody, and 413 beyond `limit` bytes."""
    if limit is not None:
        request.max_content_length = limit
    try:
        return form.model_validate_json(request.get_data(cache=False))
    except ValidationError as invalid:
        raise InvalidBody([described(error) for error in invalid.errors()]) from None


def described(error: Any) -> dict[str, str]:
    """One error as a field's name (dots between levels, "" for the body) and a sentence."""
    message = SENTENCES.get(error["type"], "This is not valid here.")
    # The name of an unknown field came from outside: as much of it as a person needs.
    return {"field": ".".join(str(part) for part in error["loc"])[:80], "message": message}
