"""Reading the section `families`: which are wanted, and the teacher's own with their templates."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from app.bank.entries import inner
from app.bank.family_models import FamiliesFields
from app.bank.item import Item
from app.bank.nodes import UNREAD
from app.bank.validation import check
from app.families.own import OwnTemplates, read_own
from app.families.selection import Unmade

_TOLD: Final = 3
"""Of one family as many questions that could not be made are told, and the rest is counted."""


@dataclass(frozen=True, slots=True)
class Wishes:
    """Whether the built-in families are wanted, what is switched off, and the teacher's own."""

    builtin: bool = True
    off: frozenset[str] = frozenset()
    own: tuple[OwnTemplates, ...] = ()


def read_families(root: Item) -> Wishes:
    """The families that a bank asks for; what is wrong with them becomes problems."""
    if root.value.get("families", UNREAD) is UNREAD:
        return Wishes()
    item = inner(root, "families", "`families`")
    fields = check(FamiliesFields, item)
    if fields is None:
        return Wishes()
    _check_ids(item, fields)
    own = []
    for number, family in enumerate(fields.own):
        templates, faults = read_own(family)
        for path, rule, message, advice in faults:
            item.add(("own", number, *path), rule, message, advice)
        own += [templates] if templates else []
    return Wishes(fields.builtin, frozenset(fields.off), tuple(own))


def _check_ids(item: Item, fields: FamiliesFields) -> None:
    first: dict[str, int] = {}
    for number, family in enumerate(fields.own):
        path = ("own", number, "id")
        line = item.line_of(path)
        if first.setdefault(family.id, line) != line:
            item.add(
                path,
                "duplicate-id",
                f"`{family.id}` is already there, in line {first[family.id]}.",
                "Give one of the two families another id.",
            )


def say_unmade(root: Item, wishes: Wishes, unmade: Iterable[Unmade]) -> None:
    """Warn of the questions that a teacher's own families could not make."""
    missing: dict[str, list[Unmade]] = {own.family.id: [] for own in wishes.own}
    for one in unmade:
        if one.family in missing:
            missing[one.family].append(one)
    for number, own in enumerate(wishes.own):
        entries = missing[own.family.id]
        for place, one in enumerate(entries[:_TOLD], start=1):
            rest = len(entries) - place if place == _TOLD else 0
            more = f" It is the same with {rest} more entries, or like it." if rest else ""
            root.add(
                ("families", "own", number),
                "family-question",
                f"The family {one.family} makes no question of {one.item}: {one.why}{more}",
                "Leave the entry out with `where`, or change the template.",
                severity="warning",
            )
