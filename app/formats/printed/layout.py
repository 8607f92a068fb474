"""What a question of each kind has on paper: lists with letters or numbers, a passage, a unit.

A kind that presents `options`, `rows`, both or neither needs nothing here. One that is laid out in
another way registers a function for its definition, and so can a kind that lives elsewhere.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import singledispatch
from string import ascii_lowercase

from app.domain.kind import Json
from app.kinds import highlight, numeric


@dataclass(frozen=True, slots=True)
class Entry:
    """Something to choose or to judge, with the letter or number that it is called by."""

    id: str
    label: str
    text: str

    def __str__(self) -> str:
        return f"{self.label}) {self.text}"


@dataclass(frozen=True, slots=True)
class Layout:
    """The parts of a question on paper.

    `passage` is a paragraph in pieces: those with a label can be chosen, the others have no id.
    """

    rows: Sequence[Entry] = ()
    options: Sequence[Entry] = ()
    passage: Sequence[Entry] = ()
    unit: str = ""

    @property
    def named(self) -> Sequence[Entry]:
        """Everything that a key can name, in the order of the paper."""
        return [*self.rows, *self.options, *(piece for piece in self.passage if piece.label)]

    @property
    def is_written(self) -> bool:
        """Whether the answer is written out, for there is nothing to choose from."""
        return not (self.rows or self.options or self.passage)


@singledispatch
def lay_out(_definition: object, item: Mapping[str, Json]) -> Layout:
    """The layout of a question, from its definition and what its kind presents of it."""
    options = lettered([option for option in item.get("options", ()) if "text" in option])
    rows = item.get("rows", ())
    return Layout(rows=_numbered(rows) if options else lettered(rows), options=options)


@lay_out.register
def _(_definition: highlight.Definition, item: Mapping[str, Json]) -> Layout:
    """The paragraph with a letter at each phrase."""
    parts = item["parts"]
    labels = {entry.id: entry.label for entry in lettered([part for part in parts if "id" in part])}
    return Layout(
        passage=[
            Entry(part.get("id", ""), labels.get(part.get("id", ""), ""), part["text"])
            for part in parts
        ]
    )


@lay_out.register
def _(_definition: numeric.Definition, item: Mapping[str, Json]) -> Layout:
    """A line to write on, with the unit behind it."""
    return Layout(unit=item["unit"])


def lettered(entries: Sequence[Mapping[str, str]]) -> list[Entry]:
    """Presented options or rows with the letters a, b, c and so on."""
    return [Entry(entry["id"], _letter(n), entry["text"]) for n, entry in enumerate(entries)]


def _letter(n: int) -> str:
    """The letters a to z, then aa, ab and so on."""
    rest, place = divmod(n, len(ascii_lowercase))
    return (_letter(rest - 1) if rest else "") + ascii_lowercase[place]


def _numbered(entries: Sequence[Mapping[str, str]]) -> list[Entry]:
    return [Entry(entry["id"], str(n), entry["text"]) for n, entry in enumerate(entries, start=1)]
