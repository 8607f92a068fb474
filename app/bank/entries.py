"""The entries of a section: each an item of its own, so that none hides the errors of another."""

from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Final

from app.bank.invalid_field import capital
from app.bank.item import ID, Item
from app.bank.models import BankFields
from app.bank.nodes import UNREAD, child
from app.bank.validation import add_invalid, label
from app.domain.problem import Path

MOST_ENTRIES: Final = 100
"""Entries of one list or mapping of a question, claim or device."""


def inner(item: Item, key: str | int, owner: str, question: str | None = None) -> Item:
    """The item under a key, or at an index, of another."""
    place = child(item.place, key) or item.place
    return Item(item.value[key], place, owner, item.problems, question)


def named_entries(root: Item, section: str, noun: str) -> Iterator[tuple[str, Item]]:
    """The ids and items of a section that is a mapping (sources, claims, devices)."""
    entries = _section(root, section, dict, "dict_type")
    for key in entries or ():
        if not ID.fullmatch(key) or "." in key:
            add_invalid(
                BankFields,
                root,
                "string_pattern_mismatch",
                (section, key, "[key]"),
                key,
                pattern="[a-z0-9_-]",
            )
        yield key, inner(_place_of(root, section), key, f"the {noun} {key}")


def listed_entries(root: Item, section: str, noun: str) -> Iterator[tuple[int, Item]]:
    """The numbers (from 0) and items of a section that is a list (questions, not_stated)."""
    entries = _section(root, section, list, "list_type")
    for number, value in enumerate(entries or ()):
        name = value.get("id") if isinstance(value, dict) else None
        known = isinstance(name, str)
        yield (
            number,
            inner(
                _place_of(root, section),
                number,
                f"the {noun} {name}" if known else f"{noun} number {number + 1}",
                name if known and noun == "question" else None,
            ),
        )


def few(item: Item) -> bool:
    """Whether no list or mapping of an item is longer than a person would write.

    The first one that is becomes a problem, before anything compares its entries with each other.
    """
    for path, entries in _collections(item.value, ()):
        if len(entries) > MOST_ENTRIES:
            field = label(path) or item.owner
            item.add(
                path,
                "too-long",
                f"{capital(field)} has {len(entries):,} entries, more than {MOST_ENTRIES}.",
                "Take some out.",
            )
            return False
    return True


def _collections(
    value: Any, path: Path
) -> Iterator[tuple[Path, Sequence[Any] | Mapping[str, Any]]]:
    """Every list and mapping in a value, the outermost first, with its path."""
    if isinstance(value, dict):
        yield path, value
        for key, inner_ in value.items():
            yield from _collections(inner_, (*path, key))
    elif isinstance(value, list):
        yield path, value
        for number, inner_ in enumerate(value):
            yield from _collections(inner_, (*path, number))


def _section(root: Item, section: str, form: type, error: str) -> Any:
    if section not in root.value:
        return None
    value = root.value[section]
    if isinstance(value, form):
        return value
    if value is not UNREAD:
        add_invalid(BankFields, root, error, (section,), value)
    return None


def _place_of(root: Item, section: str) -> Item:
    return inner(root, section, f"`{section}`")


@dataclass(frozen=True)
class Known:
    """The ids that a reference may name; `noun` says of what, `rule` is broken by another id."""

    noun: str
    rule: str
    ids: Set[str]

    def has(self, item: Item, path: Path, name: str) -> bool:
        """Whether an id is known; if not, that is a problem at the path."""
        if name in self.ids:
            return True
        close = item.problems.close(name, self.ids)
        item.add(
            path,
            self.rule,
            f"There is no {self.noun} `{name}`.",
            f"Did you mean `{close}`?" if close else self._offer,
        )
        return False

    @cached_property
    def _offer(self) -> str:
        if not self.ids:
            return f"The bank has no {self.noun} yet."
        some = sorted(self.ids)[:12]
        more = ", …" if len(self.ids) > len(some) else ""
        return f"The bank has {', '.join(some)}{more}."


def keys_of(root: Item, section: str) -> Mapping[str, Any]:
    """The entries of a mapping section as they were written; nothing if it is not a mapping."""
    value = root.value.get(section)
    return value if isinstance(value, dict) else {}
