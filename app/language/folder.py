"""The word files of a language: YAML in a folder of its own, each validated against a model.

A folder is named by the language's tag: `app/language/es/sentences.yaml`. A language without a
folder, or without a file, has no words of that sort.
"""

from functools import cache
from pathlib import Path
from typing import Any, TypeVar

import yaml
from pydantic import BaseModel, ConfigDict

from app.language.tags import fallbacks

FOLDERS = [Path(__file__).parent]
"""The places that hold one folder for each language."""


class Words(BaseModel):
    """The content of a word file. Every scalar in the YAML is a text: `on` and `no` are words."""

    model_config = ConfigDict(extra="forbid", frozen=True)


AnyWords = TypeVar("AnyWords", bound=Words)


@cache
def read_words(tag: str, name: str, model: type[AnyWords]) -> AnyWords | None:
    """The words of a file (`sentences`) for a tag or its nearest wider form; None without a file.

    Raises ValidationError for an unknown key, a missing one or a wrong type: a bug of ours.
    """
    path = next(filter(Path.is_file, _places(tag, name)), None)
    return model.model_validate(read_yaml(path)) if path else None


def read_yaml(path: Path) -> Any:
    """The content of a YAML file of ours, with all its scalars as texts."""
    return yaml.load(path.read_text("utf-8"), yaml.CBaseLoader)  # noqa: S506  # builds texts only


def languages(name: str = "*") -> tuple[str, ...]:
    """The tags that have a word file of this name, or any, in alphabetical order."""
    files = (path for one in FOLDERS for path in one.glob(f"*/{name}.yaml"))
    return tuple(sorted({path.parent.name for path in files}))


def _places(tag: str, name: str) -> list[Path]:
    # A tag comes from a bank: what is not a plain tag must not lead to another folder.
    forms = [form for form in fallbacks(tag) if form.replace("-", "").isalnum()]
    return [folder / form / f"{name}.yaml" for form in forms for folder in FOLDERS]
