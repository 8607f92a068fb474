"""One item of a bank (a source, a claim, a question): its value, its place, its problems."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final

from app.bank.nodes import Place, find_place, key_mark, mark_of
from app.bank.problems import Problems
from app.domain.fields import as_written
from app.domain.problem import Path, Severity

ID: Final = re.compile(r"[a-z0-9][a-z0-9_.-]{0,63}")


@dataclass(frozen=True, slots=True)
class Item:
    """A value with its place. `owner` names it in messages ("the claim x").

    `question` is the question's id, for problems of questions.
    """

    value: Any
    place: Place
    owner: str
    problems: Problems
    question: str | None = None

    def add(
        self,
        path: Path,
        rule: str,
        message: str,
        help: str = "",  # noqa: A002  # the name that Problem and the outputs use
        *,
        severity: Severity = "error",
        at_key: bool = False,
    ) -> None:
        """Add a problem at the end of a path, or at its key."""
        mark = key_mark(self.place, path) if at_key else mark_of(find_place(self.place, path))
        self.problems.add(mark, rule, message, help, severity=severity, question=self.question)

    def texts(self, key: str) -> Iterator[tuple[Path, str]]:
        """The texts under a key, one or a list of them, with their paths; others are passed over.

        They are taken from the value as it was written, so that an error in one entry, or in
        another field, does not keep the rest from being checked.
        """
        value = self.value.get(key) if isinstance(self.value, dict) else None
        entries = enumerate(value) if isinstance(value, list) else ((None, value),)
        for number, entry in entries:
            text = as_written(entry)
            if isinstance(text, str) and text.strip():
                yield (key,) if number is None else (key, number), text.strip()

    def ids(self, key: str) -> Iterator[tuple[Path, str]]:
        """The texts under a key that can be ids."""
        return ((path, text) for path, text in self.texts(key) if ID.fullmatch(text))

    def line_of(self, path: Path) -> int:
        """The line, from 1, at the end of a path."""
        return mark_of(find_place(self.place, path)).line + 1
