"""Validating one item of a bank at a time, and leading each error back to its place."""

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import Any, TypeVar, get_args

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from app.bank.invalid_field import InvalidField
from app.bank.item import Item
from app.bank.nodes import UNREAD
from app.bank.problems import excerpt
from app.bank.validation_messages import say
from app.domain.problem import Path

M = TypeVar("M", bound=BaseModel)

_KEY = "[key]"
"""Pydantic's last step to a key of a mapping that is itself at invalid."""


def check(model: type[M], item: Item) -> M | None:
    """Validate an item by a model; None when something is wrong: every error is a problem then."""
    if item.value is UNREAD:
        return None
    try:
        fields = model.model_validate(item.value)
    except ValidationError as error:
        _say_all(model, item, error.errors(include_url=False))
        return None
    if None in item.value.values():
        _say_empty(model, item, item.value)
    return fields


def _say_all(model: type[BaseModel], item: Item, errors: Sequence[ErrorDetails]) -> None:
    for details in errors:
        if details["input"] is not UNREAD:
            _say(model, item, details)
    if isinstance(item.value, dict):
        bad = {details["loc"][0] for details in errors if details["loc"]}
        sound = {key: value for key, value in item.value.items() if key not in bad}
        _say_empty(model, item, sound)


def _say_empty(model: type[BaseModel], item: Item, values: Mapping[str, Any]) -> None:
    """Say that optional fields without a value are empty: pydantic lets None pass."""
    for key, value in values.items():
        if value is None:
            add_invalid(model, item, "string_type", (key,), None)


def _say(model: type[BaseModel], item: Item, details: ErrorDetails) -> None:
    path = path_of(details["loc"])
    within = model_at(model, path[:-1])
    inner = model_at(model, path) if details["type"] == "model_type" else within
    invalid = InvalidField(
        type=details["type"],
        name=label(path) or item.owner,
        owner=f"{label(path[:-1])} of {item.owner}" if len(path) > 1 else item.owner,
        value=details["input"],
        context={"message": details["msg"]} | details.get("ctx", {}),
        known=field_names(inner),
        about=_descriptions(within).get(path[-1], "") if path else "",
        problems=item.problems,
    )
    rule, message, advice = say(invalid)
    at_key = details["type"] == "extra_forbidden" or details["loc"][-1:] == (_KEY,)
    item.add(path, rule, message, advice, at_key=at_key)


def add_invalid(
    model: type[BaseModel], item: Item, error: str, loc: Path, value: Any, **context: Any
) -> None:
    """Add a problem as if pydantic had found it: an error of a type, at a place of the model."""
    details = ErrorDetails(type=error, loc=loc, msg="", input=value, ctx=context)
    _say(model, item, details)


def path_of(loc: tuple[int | str, ...]) -> Path:
    """Pydantic's way to an error without the steps that are not in the document."""
    return tuple(
        step for step in loc if isinstance(step, int) or not (step == _KEY or step[:1] == "\0")
    )


def label(path: Path) -> str:
    """What a field is called in a message: `prompt`, entry 2 of `absent`; "" for no path."""
    if not path:
        return ""
    last = path[-1]
    if isinstance(last, int):
        outer = label(path[:-1])
        return f"entry {last + 1} of {outer}" if outer else f"entry {last + 1}"
    if not last:
        return "the key without a name"
    return f"`{last}`" if last.isidentifier() else excerpt(last)


def model_at(model: type[BaseModel], path: Path) -> type[BaseModel]:
    """The model of the innermost mapping on a path."""
    for step in path:
        model = _inner_model(model, str(step)) or model
    return model


@cache
def _inner_model(model: type[BaseModel], name: str) -> type[BaseModel] | None:
    """The model that a field holds: alone, in a list, or as one of several forms."""
    for key, field in model.model_fields.items():
        if name in {key, field.alias}:
            return next(_models_in(field.annotation), None)
    return None


def _models_in(annotation: Any) -> Iterator[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for part in get_args(annotation):
        yield from _models_in(part)


@cache
def field_names(model: type[BaseModel]) -> Sequence[str]:
    """The keys that a mapping may have, as they are written in a bank."""
    return [field.alias or name for name, field in model.model_fields.items()]


@cache
def _descriptions(model: type[BaseModel]) -> Mapping[str | int, str]:
    """The help texts of a model's fields, by the keys that are written in a bank."""
    return {
        field.alias or name: field.description or "" for name, field in model.model_fields.items()
    }
