"""The guide for operators has every setting, every table and every verb of the program."""

import re
from pathlib import Path

from app.cli import VERBS
from app.config import SETTINGS, Setting
from app.store.tables import metadata

GUIDE = (Path(__file__).parents[2] / "docs" / "operators.md").read_text("utf-8")
HEAD = "| option of `serve` | variable | default | what it is |\n|---|---|---|---|\n"


def row(setting: Setting) -> str:
    option = f"`{setting.switch}`" if setting.option else "none"
    return f"| {option} | `{setting.variable}` | {setting.usual} | {setting.comment} |\n"


def test_every_setting_stands_in_the_guide_as_the_program_has_it() -> None:
    assert HEAD + "".join(map(row, SETTINGS)) in GUIDE


def test_every_table_of_the_database_stands_in_the_guide() -> None:
    shown = set(re.findall(r"^\| `([a-z_]+)` \|", GUIDE, re.MULTILINE))
    assert shown - {"alembic_version"} == set(metadata.tables)


def test_every_verb_stands_in_the_guide() -> None:
    shown = re.findall(r"^\| `byline ([a-z]+)` \|", GUIDE, re.MULTILINE)
    assert shown == list(VERBS)
