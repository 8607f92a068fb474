"""Values of a YAML document, each with its line and column."""

from dataclasses import dataclass, field
from typing import Any, Final, Union

from app.bank.problems import FilePoint
from app.domain.problem import Path


@dataclass(slots=True)
class MappingPlace:
    """Where a mapping begins, and the places of its keys and values."""

    mark: FilePoint
    keys: dict[str, FilePoint] = field(default_factory=dict)
    values: "dict[str, Place]" = field(default_factory=dict)


@dataclass(slots=True)
class ListPlace:
    """Where a list begins, and the places of its items."""

    mark: FilePoint
    items: "list[Place]" = field(default_factory=list)


Place = Union[MappingPlace, ListPlace, FilePoint]  # noqa: UP007  # read before the classes are done
"""The place of a scalar is its mark alone, which keeps large banks fast."""


@dataclass(frozen=True, slots=True)
class Document:
    """A whole document: its value (dict, list, str, int, float, bool, None) and its place."""

    value: Any
    place: Place


class Unread:
    """The value of what was refused (an alias): it has its problem, and gets no second one."""


UNREAD: Final = Unread()


def mark_of(place: Place) -> FilePoint:
    """Where a value begins."""
    return place.mark if isinstance(place, MappingPlace | ListPlace) else place


def child(place: Place, step: str | int) -> Place | None:
    """The place of a value inside a mapping (by key) or list (by index), if any."""
    if isinstance(place, MappingPlace):
        return place.values.get(str(step))
    if isinstance(place, ListPlace) and isinstance(step, int) and step < len(place.items):
        return place.items[step]
    return None


def find_place(place: Place, path: Path) -> Place:
    """The place at the end of a path, or as near to it as the document goes."""
    for step in path:
        inner = child(place, step)
        if inner is None:
            return place
        place = inner
    return place


def key_mark(place: Place, path: Path) -> FilePoint:
    """Where the key at the end of a path begins, or the value if it has no key."""
    parent = find_place(place, path[:-1])
    if path and isinstance(parent, MappingPlace) and path[-1] in parent.keys:
        return parent.keys[str(path[-1])]
    return mark_of(find_place(place, path))
