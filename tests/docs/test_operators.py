"""The table of settings in the guide for operators is the table of the program."""

from pathlib import Path

from app.config import SETTINGS, Setting

GUIDE = (Path(__file__).parents[2] / "docs" / "operators.md").read_text("utf-8")
HEAD = "| option of `serve` | variable | default | what it is |\n|---|---|---|---|\n"


def row(setting: Setting) -> str:
    option = f"`{setting.switch}`" if setting.option else "none"
    return f"| {option} | `{setting.variable}` | {setting.usual} | {setting.comment} |\n"


def test_every_setting_stands_in_the_guide_as_the_program_has_it() -> None:
    assert HEAD + "".join(map(row, SETTINGS)) in GUIDE
