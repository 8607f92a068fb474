"""What the API gives, where it is shared: closed JSON objects, a response, and a problem."""

from typing import Annotated, Any, Final

from pydantic import BaseModel, ConfigDict, Field, RootModel, WithJsonSchema

from app.kinds import KINDS

SUFFIX: Final = "Document"
"""What the names of models end with, and those of the description do not."""


def described_name(model: type[Any]) -> str:
    """What the description calls a model."""
    return model.__name__.removesuffix(SUFFIX)


class Document(BaseModel):
    """A JSON object with these members and no others; members that are not set are left out."""

    model_config = ConfigDict(
        extra="forbid",
        frozen=True,
        model_title_generator=described_name,
        defer_build=True,  # so that a program starts without them
    )


def _without_default(schema: dict[str, Any]) -> None:
    schema.pop("default")


def left_out(description: str = "") -> Any:
    """The field of a member that may be left out; it is null only where its type says so."""
    more: dict[str, Any] = {"description": description} if description else {}
    return Field(None, json_schema_extra=_without_default, **more)


class ResponseDocument(RootModel[Any]):
    """The response to a question; null is a blank one."""

    model_config = ConfigDict(model_title_generator=described_name)

    @classmethod
    def __get_pydantic_json_schema__(cls, _core: Any, _handler: Any) -> dict[str, Any]:
        """Every kind's own description, made when it is asked for."""
        kinds = [{"title": name} | kind.RESPONSE.json_schema() for name, kind in KINDS.items()]
        return {
            "title": "Response",
            "description": cls.__doc__,
            "anyOf": [*kinds, {"type": "null"}],
        }


Moment = Annotated[str, WithJsonSchema({"type": "string", "format": "date-time"})]
"""A point of time in UTC, as ISO 8601 has it."""

Seconds = Annotated[int, Field(ge=0)]
Count = Annotated[int, Field(ge=0)]
Cite = Annotated[str | None, Field(description="The id of the sentence that settles the question.")]
Confidence = Annotated[
    int | None,
    Field(
        ge=1,
        le=3,
        description="How sure the student is: 1 less than 2 in 3, 2 from 2 in 3 to 4 in 5, 3 more "
        "than 4 in 5.",
    ),
]


class FieldFaultDocument(Document):
    """One field of a body that cannot be understood; "" names the body itself."""

    field: str
    message: str


class ProblemDocument(Document):
    """A problem of RFC 9457.

    A conflict with a newer answer has what is stored: `revision`, `response`, and `cite` and
    `confidence` where they were given. A conflict of a paper with a time limit has `remaining`
    and `deadline`. `errors` names the fields of a body that cannot be understood.
    """

    type: Annotated[str, WithJsonSchema({"type": "string", "format": "uri-reference"})]
    title: str
    status: int
    detail: str
    request_id: str
    revision: Count = left_out()
    response: ResponseDocument = left_out()
    cite: Cite = left_out()
    confidence: Confidence = left_out()
    remaining: Seconds = left_out()
    deadline: Moment = left_out()
    errors: list[FieldFaultDocument] = left_out()
