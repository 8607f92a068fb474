"""The questions that families make of two annotated banks, word for word: a change shows itself.

If a change is meant, write the files anew and read what differs:
`python -m tests.families.test_golden_questions`.
"""

import json
from pathlib import Path
from typing import Any, Final

import pytest

from app.library.reading import read_written
from tests.families.annotated import BANK

HERE: Final = Path(__file__).parent
BANKS: Final = {
    "pool": BANK,
    "kastanie": (HERE / "kastanie.yaml").read_text("utf-8"),
}


def made_of(name: str) -> list[dict[str, Any]]:
    """Return what the families make of a bank, as a snapshot keeps it."""
    reading = read_written(BANKS[name], None, name, f"{name}.yaml")
    assert reading.bank is not None
    assert reading.snapshot is not None
    assert reading.snapshot.generated is not None
    made: list[dict[str, Any]] = json.loads(reading.snapshot.generated)
    return made


def golden_file(name: str) -> Path:
    return HERE / "golden" / f"{name}.json"


@pytest.mark.parametrize("name", BANKS)
def test_the_questions_are_those_that_were_read(name: str) -> None:
    golden = json.loads(golden_file(name).read_text("utf-8"))
    made = {question["id"]: question for question in made_of(name)}
    assert list(made) == [question["id"] for question in golden]
    for question in golden:
        assert made[question["id"]] == question


def test_every_family_makes_something_here() -> None:
    families = {str(question["id"]).partition(".")[0] for question in made_of("kastanie")}
    assert len(families) >= 30


def write_anew() -> None:
    """Write the files from what the families make now, a question a line."""
    for name in BANKS:
        lines = (json.dumps(question, ensure_ascii=False) for question in made_of(name))
        golden_file(name).parent.mkdir(exist_ok=True)
        golden_file(name).write_text("[\n" + ",\n".join(lines) + "\n]\n", encoding="utf-8")


if __name__ == "__main__":
    write_anew()
