"""The problems of a bank while it is read: where they are, and what the author may have meant."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from difflib import get_close_matches
from typing import Final, Protocol

from app.domain.problem import Position, Problem, Severity

COMPARISONS: Final = 10_000
"""The most pairs of words that are compared for suggestions in one file, so that none is slow."""

LONGEST: Final = 80
"""Longer words get no suggestion."""


class FilePoint(Protocol):
    """A place in a text; `line` and `column` count from 0, as PyYAML does."""

    @property
    def line(self) -> int: ...  # noqa: D102

    @property
    def column(self) -> int: ...  # noqa: D102


MOST_ALIKE: Final = 50
"""Problems of one rule that are named one by one."""

_FIRST: Final = "Mend the first ones and check again."


@dataclass(frozen=True, slots=True)
class At:
    """A place that does not come from PyYAML; `line` and `column` count from 0."""

    line: int
    column: int


START: Final = At(0, 0)


@dataclass(slots=True)
class Problems:
    """The problems of one file, in the order in which they were found."""

    file: str
    found: list[Problem] = field(default_factory=list)
    comparisons: int = COMPARISONS

    def add(
        self,
        mark: FilePoint,
        rule: str,
        message: str,
        help: str = "",  # noqa: A002  # the name that Problem and the outputs use
        *,
        severity: Severity = "error",
        question: str | None = None,
    ) -> None:
        """Add a problem at a mark."""
        position = Position(self.file, mark.line + 1, mark.column + 1)
        self.found.append(Problem(position, rule, severity, message, help, question))

    def close(self, word: str, known: Iterable[str]) -> str | None:
        """The known word that is most like `word`, if any is; None when too much was compared."""
        candidates = list(known)
        if len(word) > LONGEST or len(candidates) > self.comparisons:
            return None
        self.comparisons -= len(candidates)
        found = get_close_matches(word, candidates, n=1)
        return found[0] if found else None

    @property
    def broken(self) -> bool:
        """Whether something is wrong that keeps the bank from being used."""
        return any(problem.severity == "error" for problem in self.found)

    def sorted(self) -> tuple[Problem, ...]:
        """The problems by their places, at most 50 of a rule."""
        return capped(sorted(self.found, key=lambda problem: problem.position))


def capped(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Problems without those beyond the 50th of a rule and severity, counted where they begin.

    Waived ones are left as they are.
    """
    kept: list[Problem] = []
    seen: Counter[tuple[str, Severity]] = Counter()
    first_left_out: dict[tuple[str, Severity], int] = {}
    for problem in problems:
        sort = (problem.rule, problem.severity)
        seen[sort] += not problem.waived
        if problem.waived or seen[sort] <= MOST_ALIKE:
            kept.append(problem)
        elif sort not in first_left_out:
            first_left_out[sort] = len(kept)
            kept.append(problem)
    for sort, place in first_left_out.items():
        more = seen[sort] - MOST_ALIKE - 1
        if more:
            message = f"The same is wrong here and in {more:,} more places."
            kept[place] = replace(kept[place], message=message, help=_FIRST, edit=None)
    return tuple(kept)


def listed(words: Iterable[str], last: str = "or") -> str:
    """Words as a sentence lists them: a, b or c."""
    *most, final = words
    return f"{', '.join(most)} {last} {final}" if most else final


def excerpt(text: str, longest: int = 60) -> str:
    """A text in quotation marks, cut when it is long."""
    flat = " ".join(text.split())
    return f"“{flat}”" if len(flat) <= longest else f"“{flat[: longest - 1].rstrip()}…”"
