"""The page for contributors names files, verbs and tables that exist."""

import re
from pathlib import Path

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "CONTRIBUTING.md").read_text("utf-8")


def test_every_file_that_is_named_exists() -> None:
    named = set(re.findall(r"`((?:app|tests|docs|\.ci|questions)/[\w./<>-]*)`", PAGE))
    real = {name for name in named if "<" not in name}
    assert len(real) > 20
    assert {name for name in real if not (ROOT / name).exists()} == set()


def test_every_verb_that_is_named_exists() -> None:
    verbs = set(re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE))
    assert set(re.findall(r"`make ([a-z-]+)", PAGE)) <= verbs


def test_every_addition_has_its_section() -> None:
    sections = re.findall(r"^## (.*)", PAGE, re.MULTILINE)
    assert sections == [
        "A kind of question",
        "A rule of the linter",
        "A page",
        "A verb of the command line",
        "A format",
        "A language",
    ]
