"""The shapes that the description of the API names, made from the models of bodies and replies."""

from typing import Any, Final

from pydantic import BaseModel
from pydantic.json_schema import GenerateJsonSchema, models_json_schema

from app.web.api.bodies import Answer, LastAnswers, NewAttempt, Resumption
from app.web.api.documents import (
    AttemptDocument,
    HandedInDocument,
    MoreTimeDocument,
    OpenedAttemptDocument,
    ResultDocument,
    ResumedDocument,
    SavedAnswerDocument,
    TimeLeftDocument,
)
from app.web.site.documents import SUFFIX, ProblemDocument, described_name

Part = dict[str, Any]

REFERENCE: Final = "#/components/schemas/{model}"
BODIES: Final = (NewAttempt, Resumption, Answer, LastAnswers)
REPLIES: Final = (
    OpenedAttemptDocument,
    ResumedDocument,
    AttemptDocument,
    TimeLeftDocument,
    MoreTimeDocument,
    SavedAnswerDocument,
    HandedInDocument,
    ResultDocument,
    ProblemDocument,
)


class _Described(GenerateJsonSchema):
    """Names models as the description does, and leaves out titles made from names of fields."""

    def normalize_name(self, name: str) -> str:
        """The name without the suffix of documents."""
        return super().normalize_name(name).removesuffix(SUFFIX)

    def field_title_should_be_set(self, schema: Any) -> bool:  # noqa: ARG002  # pydantic's form
        """Never."""
        return False


def all_schemas() -> dict[str, Part]:
    """Every shape that the API takes or gives, by its name."""
    _, together = models_json_schema(
        [(model, "validation") for model in (*BODIES, *REPLIES)],
        schema_generator=_Described,
        ref_template=REFERENCE,
    )
    schemas: dict[str, Part] = together["$defs"]
    return schemas


def named(model: type[BaseModel]) -> Part:
    """A reference to the shape of a model."""
    return {"$ref": REFERENCE.format(model=described_name(model))}
