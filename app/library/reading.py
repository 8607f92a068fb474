"""Reading a bank: from a file, from a text, or from what was read before."""

from pathlib import Path

from app.bank.articles import text_file_of
from app.bank.files import read_text
from app.bank.nodes import find_place, mark_of
from app.bank.problems import START, Problems
from app.bank.scan import scan
from app.domain.bank import Snapshot
from app.library.assembling import assemble, unread
from app.library.beside import BANK_ID, check_alternative, read_text_file
from app.library.collector import collector_off
from app.library.reading_result import Reading


def read_file(path: Path) -> Reading:
    """Read a bank from its file; whatever is wrong with the file is a problem, never raised."""
    problems = Problems(str(path))
    with collector_off():
        yaml = read_text(path, problems)
        if yaml is None:
            return unread(problems)
        bank_id = _bank_id(path, problems)
        document = scan(yaml, problems)
        if document is None:
            return unread(problems, Snapshot(yaml))
        text = read_text_file(path, document, problems)
        check_alternative(path, document, problems)
        return assemble(document, Snapshot(yaml, text), bank_id, problems, fresh=True)


def read_written(yaml: str, text: str | None, bank_id: str, file: str) -> Reading:
    """Read a bank from its text, and let the families make their questions, as from a file."""
    problems = Problems(file)
    with collector_off():
        document = scan(yaml, problems)
        if document is None:
            return unread(problems, Snapshot(yaml, text))
        return assemble(document, Snapshot(yaml, text), bank_id, problems, fresh=True)


def read_snapshot(snapshot: Snapshot, bank_id: str, file: str) -> Reading:
    """Read a bank from what it was read from before; `file` is the name in its problems.

    Families make nothing here: the bank has the questions that the snapshot keeps, even if the
    families of a later release would make others.
    """
    problems = Problems(file)
    with collector_off():
        document = scan(snapshot.yaml, problems)
        if document is None:
            return unread(problems, snapshot)
        if snapshot.text is None and text_file_of(document.value) is not None:
            place = find_place(document.place, ("article", "text_file"))
            problems.add(mark_of(place), "unreadable-file", "The text of the article is missing.")
        return assemble(document, snapshot, bank_id, problems, fresh=False)


def _bank_id(path: Path, problems: Problems) -> str:
    if not BANK_ID.fullmatch(path.stem) or path.suffix != ".yaml":
        problems.add(
            START,
            "file-name",
            f"A bank cannot be called “{path.name}”: the file's name is its id.",
            "Use lower case letters, digits, hyphens and underscores, and end with .yaml: "
            "my-first-bank.yaml.",
        )
    return path.stem
