"""What reading a bank gives: the bank or its problems, and what later steps need of the file."""

from dataclasses import dataclass, field

from app.bank.nodes import Place
from app.domain.bank import Bank, Snapshot
from app.domain.problem import Problem
from app.families.selection import Unmade


@dataclass(frozen=True)
class Reading:
    """What reading gave: a bank, or the problems that keep it from being used.

    Warnings come with both. `in_review` counts the sources, claims, devices, questions and
    not-stated entries that are left out because they await review. `snapshot` is what was read,
    sound or not (None if it was no text). `text_file` is the name of the file that the article's
    text comes from, `file` the name under which the bank was read. `unmade` are the questions that
    families could not make. `places` has the line and column of each value of the YAML; it is as
    large as the document, and None where lines and columns are no longer needed.
    """

    bank: Bank | None
    problems: tuple[Problem, ...]
    in_review: int = 0
    snapshot: Snapshot | None = None
    text_file: str = ""
    file: str = ""
    unmade: tuple[Unmade, ...] = ()
    places: Place | None = field(default=None, repr=False, compare=False)
