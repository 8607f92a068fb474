"""What lies beside a bank in its folder: the text of its article, and its alternative."""

import re
from os.path import realpath
from pathlib import Path
from typing import Final

from app.bank.articles import text_file_of
from app.bank.files import read_text
from app.bank.nodes import Document, find_place, mark_of
from app.bank.problems import Problems

BANK_ID: Final = re.compile(r"[a-z0-9][a-z0-9_-]{0,63}")


def read_text_file(path: Path, document: Document, problems: Problems) -> str | None:
    """The text that a bank keeps in a file beside it; None without one, or with a problem."""
    name = text_file_of(document.value)
    if name is None:
        return None
    beside = path.parent / name
    mark = mark_of(find_place(document.place, ("article", "text_file")))
    if not beside.is_relative_to(path.parent) or _leads_away(beside):
        problems.add(
            mark,
            "unreadable-file",
            f"“{name}” is a link that leads out of the bank's folder.",
            "Copy the text beside the bank.",
        )
        return None
    inside = Problems(str(beside))
    text = read_text(beside, inside)
    for problem in inside.found:
        problems.add(
            mark,
            problem.rule,
            f"The text file “{name}”, line {problem.position.line}: {problem.message}",
            problem.help,
            severity=problem.severity,
        )
    return text


def check_alternative(path: Path, document: Document, problems: Problems) -> None:
    """Warn when the bank for those who prefer another article does not lie beside this one."""
    note = document.value.get("content_note") if isinstance(document.value, dict) else None
    other = note.get("alternative") if isinstance(note, dict) else None
    if not isinstance(other, str) or not BANK_ID.fullmatch(other):
        return
    if not (path.parent / f"{other}.yaml").is_file():
        problems.add(
            mark_of(find_place(document.place, ("content_note", "alternative"))),
            "unknown-bank",
            f"There is no bank `{other}` beside this one.",
            "Write the file name of another bank without .yaml, or leave it out.",
            severity="warning",
        )


def _leads_away(path: Path) -> bool:
    # Unlike `Path.resolve`, this takes links that lead to themselves.
    return Path(realpath(path)).parent != Path(realpath(path.parent))
