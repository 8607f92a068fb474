"""The built-in families: one YAML file for each language, read once and held against its model."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Final

import yaml
from pydantic import Field

from app.domain.fields import ItemId, Level, Line, Strict, Text
from app.families.selectors import SELECTORS
from app.families.template import Template, parse
from app.kinds import KINDS
from app.language.tags import look_up

FOLDERS = [Path(__file__).parent]
"""The places that hold one file of families for each language."""


def files() -> dict[str, Path]:
    """The file of each language that has built-in families, by its tag."""
    found = (path for folder in FOLDERS for path in folder.glob("*.yaml"))
    return {path.stem: path for path in sorted(found)}


LANGUAGES: Final = tuple(files())
"""The languages that have built-in families."""

Tree = Template | str | int | bool | list[Any] | dict[str, Any]
"""The fields of a question with templates at their ends."""


class FamilyText(Strict):
    """One built-in family: what selects its questions, and how they are worded.

    `makes` is a line for the documentation; `waive` are lint rules that cannot hold for a family,
    with the reason. In `fields` every text is a template; a mapping with
    `each` stands for a list: one `item` (or one pair of `key` and `value`) for each value in it.
    """

    id: ItemId
    makes: Text
    picks: Text
    kind: Text
    skill: Text
    level: Level
    prompt: Text
    fields: dict[str, Any]
    because: Text
    hint: Line = ""
    waive: dict[str, Text] = Field(default_factory=dict)


class Catalogue(Strict):
    """All families of one language."""

    families: list[FamilyText]


@dataclass(frozen=True, slots=True)
class Family:
    """A family ready for use: its templates are let in, its selector is found."""

    id: str
    makes: str
    picks: str
    kind: str
    skill: Template
    level: int
    texts: Mapping[str, Tree]
    waive: Mapping[str, str]


def catalogue(tag: str) -> tuple[Family, ...]:
    """The built-in families for banks of a language (BCP 47); none for most languages.

    Raises Refused, KeyError or ValidationError when the data file is broken: a bug of ours.
    """
    known = files()
    language = look_up(tag, known)
    return _read(known[language]) if language else ()


@cache
def _read(file: Path) -> tuple[Family, ...]:
    text = file.read_text(encoding="utf-8")
    given = Catalogue.model_validate(yaml.load(text, Loader=yaml.CSafeLoader))  # safe
    return tuple(_family(entry) for entry in given.families)


def _family(entry: FamilyText) -> Family:
    if entry.kind not in KINDS or entry.picks not in SELECTORS:
        raise KeyError(f"the family {entry.id} names a kind or selector that is not there")
    texts = {"prompt": entry.prompt, **entry.fields, "because": entry.because}
    if entry.hint:
        texts["hint"] = entry.hint
    grown = {name: grow(tree) for name, tree in texts.items()}
    return Family(
        entry.id,
        entry.makes,
        entry.picks,
        entry.kind,
        parse(entry.skill),
        entry.level,
        grown,
        entry.waive,
    )


def grow(tree: Any) -> Tree:
    """The same tree with its texts read as templates; a text without braces stays as it is."""
    if isinstance(tree, str):
        return parse(tree) if "{" in tree else tree
    if isinstance(tree, list):
        return [grow(entry) for entry in tree]
    if isinstance(tree, dict):
        if "each" in tree and not tree.keys() <= {"each", "item", "key", "value"}:
            raise KeyError(f"a list of a family has more than each, item, key and value: {tree}")
        # What `each` names is a value, not a text.
        return {key: entry if key == "each" else grow(entry) for key, entry in tree.items()}
    kept: Tree = tree
    return kept
