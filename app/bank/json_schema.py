"""The JSON Schema (2020-12) of the bank format, made from the models that read it."""

from collections.abc import Mapping
from typing import Any, Final

from pydantic import BaseModel
from pydantic.json_schema import GenerateJsonSchema, models_json_schema

from app.bank.models import BankFields
from app.domain.fields import QuestionFields
from app.kinds import KINDS

Schema = dict[str, Any]

DIALECT: Final = "https://json-schema.org/draft/2020-12/schema"
_REFERENCE: Final = "#/$defs/"
_NO_HELP: Final[tuple[Any, ...]] = ("", None, [])
"""Defaults that say nothing: the field is simply not there."""


class _Untitled(GenerateJsonSchema):
    """Leaves out the titles that pydantic makes from the names of fields: the key says it."""

    def field_title_should_be_set(self, schema: Any) -> bool:  # noqa: ARG002  # pydantic's form
        """Never."""
        return False


def bank_schema() -> Schema:
    """The schema of a whole bank; editors show its descriptions as help.

    Each kind of question has a definition of its own, chosen by the value of `kind`, so that an
    editor offers the fields of that kind and no others.
    """
    models: list[type[BaseModel]] = [BankFields, QuestionFields]
    models += [kind.Fields for kind in KINDS.values()]
    references, together = models_json_schema(
        [(model, "validation") for model in models], schema_generator=_Untitled
    )
    kinds = {references[kind.Fields, "validation"]["$ref"]: name for name, kind in KINDS.items()}
    names = {name: kinds.get(_REFERENCE + name, _name(name)) for name in together["$defs"]}
    definitions = {names[name]: _plain(part, names) for name, part in together["$defs"].items()}
    bank, common = definitions.pop("bank"), definitions.pop("question")
    bank["properties"]["questions"]["items"] = _any_question(common)
    text = [{"required": ["text"]}, {"required": ["text_file"]}]
    definitions["article"]["oneOf"] = text
    return {
        "$schema": DIALECT,
        "title": "Byline bank, version 1",
        **bank,
        "$defs": dict(sorted(definitions.items())),
    }


def _name(model: str) -> str:
    """What the definition of a model is called: ClaimFields is claim."""
    return model.removesuffix("Fields").lower()


def _plain(part: Any, names: Mapping[str, str]) -> Any:
    """A schema without what is only pydantic's way of saying it."""
    if isinstance(part, list):
        return [_plain(entry, names) for entry in part]
    if not isinstance(part, dict):
        return part
    if {"type": "null"} in part.get("anyOf", ()):
        part = _without_null(part)
    if isinstance(part.get("$ref"), str):
        part = part | {"$ref": _REFERENCE + names[part["$ref"].removeprefix(_REFERENCE)]}
    if "patternProperties" in part:
        part = part | {"additionalProperties": False}
    return {
        key: _plain(value, names)
        for key, value in part.items()
        if not (key == "default" and value in _NO_HELP)
        and not (key == "title" and isinstance(value, str))
    }


def _without_null(part: Schema) -> Schema:
    """An optional field: it may be left out, but an empty value is a mistake."""
    rest = [entry for entry in part["anyOf"] if entry != {"type": "null"}]
    outer = {key: value for key, value in part.items() if key != "anyOf"}
    return {**rest[0], **outer} if len(rest) == 1 else {"anyOf": rest, **outer}


def _any_question(common: Schema) -> Schema:
    """A question of any kind: the value of `kind` decides which definition holds."""
    told = " ".join(f"{name}: {_first_line(kind.Fields)}" for name, kind in KINDS.items())
    properties = {
        "id": common["properties"]["id"],
        "kind": {"enum": list(KINDS), "description": f"The kind of question. {told}"},
    }
    return {
        "type": "object",
        "description": common["description"],
        "properties": properties | common["properties"],
        "required": ["id", "kind", *(name for name in common["required"] if name != "id")],
        "allOf": [
            {
                "if": {"properties": {"kind": {"const": name}}, "required": ["kind"]},
                "then": {"$ref": _REFERENCE + name},
            }
            for name in KINDS
        ],
    }


def _first_line(model: type[BaseModel]) -> str:
    return (model.__doc__ or "").strip().split("\n")[0]
