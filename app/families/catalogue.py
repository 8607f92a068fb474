"""The built-in families: what is the same in all languages, and the wording of one of them.

`families.yaml` says what selects the questions of a family, `wording/<language>.yaml` how they are
worded. Both are read once and held against their models.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Annotated, Any, Final

import yaml
from pydantic import Field

from app.domain.fields import ItemId, Level, Line, Strict, Text
from app.families.selectors import SELECTORS
from app.families.template import Template, parse
from app.kinds import KINDS
from app.language.tags import look_up

_SHARED: Final = Path(__file__).with_name("families.yaml")

FOLDERS = [Path(__file__).with_name("wording")]
"""The places that hold one file of wording for each language."""


def files() -> dict[str, Path]:
    """The wording of each language that has built-in families, by its tag."""
    found = (path for folder in FOLDERS for path in folder.glob("*.yaml"))
    return {path.stem: path for path in sorted(found)}


LANGUAGES: Final = tuple(files())
"""The languages that have built-in families."""

Tree = Template | str | int | bool | list[Any] | dict[Any, Any]
"""The fields of a question with templates at their ends."""


class FamilyFields(Strict):
    """One built-in family, as far as it is the same in every language.

    `makes` and `needs` are lines for the documentation and for reports of what was not made.
    Families of one `group` are alike: a paper spreads over groups. A paper takes a family the
    more readily the greater its `weight` is. `waive` are lint rules that cannot hold for a
    family, with the reason.
    """

    id: ItemId
    makes: Text
    needs: Text
    picks: Text
    kind: Text
    skill: Text
    level: Level
    group: ItemId
    weight: Annotated[int, Field(ge=1, le=5)]
    waive: dict[str, Text] = Field(default_factory=dict)


class WordingFields(Strict):
    """How one language words a family.

    In `fields` every text is a template; a mapping with `each` is a list: one `item` (or one pair
    of `key` and `value`) for each value in it.
    """

    prompt: Text
    fields: dict[str, Any]
    because: Text
    hint: Line = ""


class CatalogueFields(Strict):
    """What all languages share."""

    families: list[FamilyFields]


class LanguageFields(Strict):
    """How one language words all families."""

    families: dict[ItemId, WordingFields]


@dataclass(frozen=True, slots=True)
class Family:
    """A family ready for use: its templates are let in, its selector is found."""

    id: str
    makes: str
    needs: str
    picks: str
    kind: str
    skill: Template
    level: int
    group: str
    weight: int
    texts: Mapping[str, Tree]
    waive: Mapping[str, str]


def catalogue(tag: str) -> tuple[Family, ...]:
    """The built-in families for banks of a language (BCP 47); none for most languages.

    Raises Refused, KeyError or ValidationError when a file is broken: a bug of ours.
    """
    known = files()
    language = look_up(tag, known)
    return _families(known[language]) if language else ()


@cache
def shared() -> tuple[FamilyFields, ...]:
    """What all languages share of the families, in the order in which they make questions.

    Raises ValidationError when the file is broken: a bug of ours.
    """
    return tuple(CatalogueFields.model_validate(_read(_SHARED)).families)


@cache
def _families(file: Path) -> tuple[Family, ...]:
    given = LanguageFields.model_validate(_read(file))
    return tuple(_family(entry, given.families[entry.id]) for entry in shared())


def _read(path: Path) -> Any:
    return yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)  # safe


def _family(entry: FamilyFields, wording: WordingFields) -> Family:
    if entry.kind not in KINDS or entry.picks not in SELECTORS:
        raise KeyError(f"the family {entry.id} names a kind or selector that is not there")
    texts = {"prompt": wording.prompt, **wording.fields, "because": wording.because}
    if wording.hint:
        texts["hint"] = wording.hint
    return Family(
        entry.id,
        entry.makes,
        entry.needs,
        entry.picks,
        entry.kind,
        parse(entry.skill),
        entry.level,
        entry.group,
        entry.weight,
        {name: grow(tree) for name, tree in texts.items()},
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
        return {grow(key): entry if key == "each" else grow(entry) for key, entry in tree.items()}
    kept: Tree = tree
    return kept
