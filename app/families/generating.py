"""All questions that the families make of one bank, and a line for each that they do not make."""

from collections.abc import Iterable, Iterator, Mapping, Set
from dataclasses import dataclass
from typing import Any, Final

from app.families.annotation_index import Material
from app.families.building import make
from app.families.catalogue import Family, catalogue
from app.families.own import OwnTemplates
from app.families.own_making import make_own, own_picks
from app.families.refusal import Refused
from app.families.selection import ALL, Made, Miss, Pick, Unmade
from app.families.selectors import SELECTORS
from app.language.phrasing import Phrasing
from app.language.tags import same_language

MOST: Final = 1_500
"""Questions of one bank that are made at most, and of one family of a teacher's a third of it."""


@dataclass(frozen=True, slots=True)
class Order:
    """What a bank asks of the families.

    `off` are families and single questions (their ids) that it does not want, `taken` the ids of
    its written questions, which stand in the place of made ones.
    """

    language: str
    builtin: bool = True
    off: Set[str] = frozenset()
    taken: Set[str] = frozenset()
    own: tuple[OwnTemplates, ...] = ()


def generate(order: Order, material: Material) -> Made:
    """Make the questions: the built-in families in their order, then the teacher's own."""
    questions: dict[str, dict[str, Any]] = {}
    places: dict[str, tuple[str, str]] = {}
    unmade: list[Unmade] = []
    shown: dict[str, list[str]] = {}
    for family, found, question in _all(order, material):
        if isinstance(found, Miss) or question is None:
            unmade.append(Unmade(family, found.item, found.why if isinstance(found, Miss) else ""))
            continue
        name = question["id"]
        if name in order.off | order.taken | questions.keys():
            continue
        questions[name] = question
        places[name] = (found.section, found.entry)
        for entry in found.entries:
            shown.setdefault(entry, []).append(name)
        if len(questions) >= MOST:
            break
    _name_enemies(questions, shown, order.taken)
    fruitless = _fruitless(order, questions)
    unmade = [one for one in unmade if one.item != ALL or one.family not in fruitless]
    unmade += [Unmade(family, ALL, f"it needs {needs}") for family, needs in fruitless.items()]
    return Made(tuple(questions.values()), places, tuple(unmade))


def _fruitless(order: Order, questions: Iterable[str]) -> Mapping[str, str]:
    """The built-in families that are wanted and made no question, with what they need."""
    made = {name.partition(".")[0] for name in questions} | order.off
    made |= {own.family.id for own in order.own} | {name.partition(".")[0] for name in order.taken}
    families = catalogue(order.language) if order.builtin else ()
    return {family.id: family.needs for family in families if family.id not in made}


def _name_enemies(
    questions: Mapping[str, dict[str, Any]], shown: Mapping[str, list[str]], taken: Set[str]
) -> None:
    """Set questions apart that show the same entry of what is not stated, or ask nearly the same.

    Enemies that were not made are left out.
    """
    known = questions.keys() | taken
    together: dict[str, list[str]] = {}
    for names in shown.values():
        for name in names:
            together.setdefault(name, []).extend(other for other in names if other != name)
    for name, question in questions.items():
        wanted = [*question.pop("enemies", ()), *together.get(name, ())]
        enemies = [enemy for enemy in dict.fromkeys(wanted) if enemy in known]
        if enemies:
            question["enemies"] = enemies


Step = tuple[str, Pick | Miss, dict[str, Any] | None]
"""A family's id, what it found, and the question if it could be made."""


def _all(order: Order, material: Material) -> Iterator[Step]:
    replaced = {own.family.id for own in order.own}
    for family in catalogue(order.language) if order.builtin else ():
        if family.id not in order.off | replaced:
            yield from _built_in(family, material, material.phrasing)
    for own in order.own:
        if own.family.id not in order.off and _speaks(own, order.language):
            yield from _of_teacher(own, material, material.phrasing)


def _speaks(own: OwnTemplates, language: str) -> bool:
    """Whether a family of a teacher's is meant for banks of a language."""
    meant = own.family.language
    return meant is None or same_language(meant, language)


def _built_in(family: Family, material: Material, phrasing: Phrasing) -> Iterator[Step]:
    for found in SELECTORS[family.picks](material):
        if isinstance(found, Miss):
            yield family.id, found, None
            continue
        if _shows_enemies(found, material):
            yield family.id, Miss(found.item, "it would show two claims that are enemies"), None
            continue
        try:
            yield family.id, found, make(family, found, material, phrasing)
        except Refused as refused:
            yield family.id, Miss(found.item, refused.message), None


def _shows_enemies(pick: Pick, material: Material) -> bool:
    """Whether one of the claims that a question shows gives another one away."""
    shown = [material.claims[name] for name in pick.about if name in material.claims]
    together = pick.section in {"claims", "sources", "not_stated"}
    return together and any(claim.enemies.intersection(pick.about) for claim in shown)


def _of_teacher(own: OwnTemplates, material: Material, phrasing: Phrasing) -> Iterator[Step]:
    for number, pick in enumerate(own_picks(own.family, material)):
        if number >= MOST // 3:
            return
        try:
            yield own.family.id, pick, make_own(own, pick, material, phrasing)
        except Refused as refused:
            yield own.family.id, Miss(pick.item, refused.message), None
