"""Making a question as a bank would write it, from what a selector found and a family's texts."""

from collections.abc import Mapping, Sequence
from typing import Any, Final

from app.domain.identity import short_id
from app.domain.option import sameness
from app.families.annotation_index import Material
from app.families.catalogue import Family, Tree
from app.families.refusal import Refused
from app.families.rendering import render
from app.families.selection import Pick
from app.families.template import Template
from app.language.phrasing import Phrasing

Written = dict[str, Any]
"""A question, or a part of it, as a bank writes it."""

LONGEST_ID: Final = 64


def make(family: Family, pick: Pick, material: Material, phrasing: Phrasing) -> Written:
    """The question; Refused when a template names what is not there, or nothing settles it."""
    paragraphs = sorted({span.paragraph for span in pick.evidence})
    told = {"paragraphs": list(map(str, paragraphs)), "several": len(paragraphs) > 1}
    values = {**told, **pick.values}
    texts = {name: fill(tree, values, phrasing) for name, tree in family.texts.items()}
    question = {
        "id": question_id(family.id, pick.item),
        "kind": family.kind,
        "skill": render(family.skill, values, phrasing),
        "level": family.level,
        **{name: text for name, text in texts.items() if name not in {"because", "hint"}},
    }
    if _has_twins(question):
        raise Refused("Two of its texts say the same.")
    question |= settled_by(pick, material)
    question["because"] = texts["because"]
    if texts.get("hint"):
        question["hint"] = texts["hint"]
    if pick.about:
        question["about"] = list(pick.about)
    name = question["id"]
    enemies = [other for item in pick.enemies if (other := question_id(family.id, item)) != name]
    if enemies:
        question["enemies"] = enemies
    if family.waive:
        question["waive"] = dict(family.waive)
    return question | {"group": family.group, "weight": family.weight}


_CHOSEN: Final = ("answers", "distractors", "pairs", "sequence", "targets", "decoys")
"""Fields whose texts, or keys, a student chooses from or puts in their place."""


def _has_twins(question: Written) -> bool:
    """Whether two texts that must differ say the same."""
    texts = [question["answer"]] if isinstance(question.get("answer"), str) else []
    for name in _CHOSEN:
        texts += question.get(name, ())
    texts += [row["says"] for row in question.get("statements", ())]
    texts += [text for items in question.get("categories", {}).values() for text in items]
    if "options" in question:
        texts = question["options"]
    # Rows may share a partner, written alike; one to spare may not be like any of them.
    partners = [*dict.fromkeys(question.get("pairs", {}).values()), *question.get("extra", ())]
    return any(len(set(map(sameness, group))) < len(group) for group in (texts, partners))


def settled_by(pick: Pick, material: Material) -> Written:
    """The fields `evidence` and `absent` of a question."""
    evidence = material.quotations(pick.evidence)
    if pick.evidence and not evidence:
        raise Refused("The words that settle it cannot be told from others of the article.")
    found: Written = {}
    if evidence:
        found["evidence"] = [place["quote"] if len(place) == 1 else place for place in evidence]
    if pick.absent:
        found["absent"] = list(pick.absent)
    return found


def question_id(family: str, item: str) -> str:
    """The id of a question: the family, a point, the item; a long item is shortened to a code."""
    name = f"{family}.{item}"
    return name if len(name) <= LONGEST_ID else f"{family[:48]}.{short_id(item)}"


def fill(tree: Tree, values: Mapping[str, Any], phrasing: Phrasing) -> Any:
    """A tree of fields with its templates filled in.

    Several `each` that give pairs of key and value, in a list, become one mapping.
    """
    if isinstance(tree, Template):
        return render(tree, values, phrasing)
    if isinstance(tree, list):
        if tree and all(isinstance(part, dict) and "key" in part for part in tree):
            return {
                key: text for part in tree for key, text in fill(part, values, phrasing).items()
            }
        return [entry for part in tree for entry in _entries(part, values, phrasing)]
    if isinstance(tree, dict):
        return _each(tree, values, phrasing) if "each" in tree else _mapping(tree, values, phrasing)
    return tree


def _entries(part: Tree, values: Mapping[str, Any], phrasing: Phrasing) -> Sequence[Any]:
    """What one entry of a list becomes: an `each` inside a list adds all of its own."""
    filled = fill(part, values, phrasing)
    return filled if isinstance(part, dict) and "each" in part else [filled]


def _each(tree: Mapping[str, Any], values: Mapping[str, Any], phrasing: Phrasing) -> Any:
    rows = [{**values, "it": entry} for entry in _named(tree["each"], values)]
    if "item" in tree:
        return [fill(tree["item"], row, phrasing) for row in rows]
    return {fill(tree["key"], row, phrasing): fill(tree["value"], row, phrasing) for row in rows}


def _named(path: str, values: Mapping[str, Any]) -> Sequence[Any]:
    """The list that `each` names, such as it.phrases."""
    found: Any = values
    for name in path.split("."):
        found = found[name]
    return list(found)


def _mapping(tree: Mapping[Any, Any], values: Mapping[str, Any], phrasing: Phrasing) -> Written:
    """A mapping of fields; those that came out empty are left out."""
    filled = {
        fill(key, values, phrasing): fill(entry, values, phrasing) for key, entry in tree.items()
    }
    return {key: entry for key, entry in filled.items() if entry not in ("", None, [])}
