"""One field that a model refuses, as the author of a bank sees it, and how its parts are named."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from app.bank.problems import Problems, excerpt


@dataclass(frozen=True, slots=True)
class InvalidField:
    """One field that a model refuses.

    `type` and `context` are pydantic's type of error and what it knows of it. `name` is the field
    as the author knows it, `owner` what it belongs to ("the question x"). `known` are the fields
    that are possible in the place of an unknown one; `about` is the help text of the field.
    """

    type: str
    name: str
    owner: str
    value: Any
    context: Mapping[str, Any]
    known: Sequence[str]
    about: str
    problems: Problems


def shown(value: Any) -> str:
    """A value as a message names it."""
    if isinstance(value, dict):
        return "a mapping"
    if isinstance(value, list):
        return "a list"
    if value is None or isinstance(value, bool):
        return str(value).lower().replace("none", "empty")
    return excerpt(str(value))


def capital(text: str) -> str:
    """The text as a sentence begins."""
    return text[:1].upper() + text[1:]


def with_colon(name: str) -> str:
    """A field's name as it is written: `title:`."""
    return f"{name[:-1]}:`" if name.endswith("`") else f"{name}:"


def then(text: str) -> str:
    """One more sentence, if there is one."""
    return f" {text}" if text else ""
