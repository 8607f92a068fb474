"""The built-in families: one YAML file for each language, read once and held against its model."""

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
from app.families.tongue import Tongue
from app.kinds import KINDS

_FOLDER: Final = Path(__file__).parent

LANGUAGES: Final = tuple(sorted(path.stem for path in _FOLDER.glob("*.yaml")))
"""The languages that have built-in families."""

Tree = Template | str | int | bool | list[Any] | dict[str, Any]
"""The fields of a question with templates at their ends."""


class Grammar(Strict):
    """What a language needs for putting texts together."""

    marks: Annotated[list[str], Field(min_length=4, max_length=4)]
    joint: Text
    joints: dict[str, str] = Field(default_factory=dict)
    contractions: dict[str, str] = Field(default_factory=dict)
    small: Text
    leaning: Text
    strong: list[Text]
    careful: list[Text]


class Term(Strict):
    """What a term of the bank format is called in a question, and what it means."""

    name: Text
    meaning: Text


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
    """All that one language has."""

    grammar: Grammar
    terms: dict[str, Term]
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


@dataclass(frozen=True, slots=True)
class Language:
    """The families of one language and its habits."""

    tongue: Tongue
    families: tuple[Family, ...]


def language_of(tag: str) -> str:
    """The language of a BCP 47 tag without region or script: es for es-MX."""
    return tag.partition("-")[0].lower()


@cache
def catalogue(language: str) -> Language | None:
    """The built-in families of a language; None if it has none.

    Raises Refused, KeyError or ValidationError when the data file is broken: a bug of ours.
    """
    if language not in LANGUAGES:
        return None
    text = (_FOLDER / f"{language}.yaml").read_text(encoding="utf-8")
    given = Catalogue.model_validate(yaml.load(text, Loader=yaml.CSafeLoader))  # safe
    return Language(_tongue(given), tuple(_family(entry) for entry in given.families))


def _tongue(given: Catalogue) -> Tongue:
    grammar = given.grammar
    opening, closing, inner_opening, inner_closing = grammar.marks
    return Tongue(
        marks=(opening, closing, inner_opening, inner_closing),
        joint=grammar.joint,
        joints=grammar.joints,
        contractions=grammar.contractions,
        small=frozenset(grammar.small.split()),
        leaning=frozenset(grammar.leaning.split()),
        strong=frozenset(grammar.strong),
        careful=frozenset(grammar.careful),
        names={name: term.name for name, term in given.terms.items()},
        meanings={name: term.meaning for name, term in given.terms.items()},
    )


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
