"""Edits of a bank's text: one place changes, and every comment and line end stays."""

from difflib import unified_diff
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from app.bank.editing import edited
from app.domain.problem import Edit

BLOCK = """\
# My bank – “é”
questions:
  - id: one   # the first
    prompt: >-
      A question
      in two lines
    waive:
      clang: It must be so.   # really
      other: So, too.

  # about the second
  - id: two
    enemies:
      - three
      # and more
    because: So.
  - id: three
    enemies: [one]  # inside
    waive: {clang: Yes.}
  - {id: four, because: So.}
"""


def changes(text: str, edit: Edit) -> list[str]:
    """The lines that an edit takes out (-) and puts in (+)."""
    before, after = text.splitlines(), edited(text, [edit]).splitlines()
    found = unified_diff(before, after, lineterm="", n=0)
    return [line for line in found if line[:3] not in ("---", "+++") and line[:2] != "@@"]


@pytest.mark.parametrize(
    ("path", "added", "expected"),
    [
        (("questions", 0, "enemies"), "two", ["+    enemies: [two]"]),
        (("questions", 1, "enemies"), "one", ["+      - one"]),
        (
            ("questions", 2, "enemies"),
            "two",
            ["-    enemies: [one]  # inside", "+    enemies: [one, two]  # inside"],
        ),
        (
            ("questions", 3, "enemies"),
            "two",
            ["-  - {id: four, because: So.}", "+  - {id: four, because: So., enemies: [two]}"],
        ),
        (("questions", 2, "enemies"), "one", []),
        (("questions", 9, "enemies"), "one", []),
        (("questions", 1, "because"), "one", []),
    ],
)
def test_a_name_is_added_to_a_list(
    path: tuple[str | int, ...], added: str, expected: list[str]
) -> None:
    assert changes(BLOCK, Edit(path, added)) == expected


def test_a_new_entry_stands_before_the_comments_of_what_follows() -> None:
    lines = edited(BLOCK, [Edit(("questions", 0, "enemies"), "two")]).splitlines()
    place = lines.index("    enemies: [two]")
    assert lines[place - 1] == "      other: So, too."
    assert lines[place + 1 : place + 3] == ["", "  # about the second"]


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        (("questions", 0, "waive", "clang"), ["-      clang: It must be so.   # really"]),
        (("questions", 2, "waive", "clang"), ["-    waive: {clang: Yes.}"]),
        (("questions", 3, "because"), []),
        (("questions", 0, "waive", "unknown"), []),
        (("questions",), []),
    ],
)
def test_an_entry_is_taken_out(path: tuple[str | int, ...], expected: list[str]) -> None:
    assert changes(BLOCK, Edit(path)) == expected


def test_line_ends_stay_what_they_are() -> None:
    text = BLOCK.replace("\n", "\r\n")
    after = edited(text, [Edit(("questions", 1, "enemies"), "one")])
    assert after.replace("\r\n", "\n") == edited(BLOCK, [Edit(("questions", 1, "enemies"), "one")])
    assert "\n" not in after.replace("\r\n", "")


@pytest.mark.parametrize(
    ("last", "added"),
    [("because: So.", "enemies: [two]"), ("enemies:\n    - one", "- two")],
)
def test_a_last_line_without_an_end_gets_one(last: str, added: str) -> None:
    text = f"questions:\n  - id: one\n    {last}"
    assert edited(text, [Edit(("questions", 0, "enemies"), "two")]) == f"{text}\n    {added}\n"


names = st.from_regex(r"[a-z][a-z0-9-]{0,8}", fullmatch=True).filter(
    lambda name: name not in {"no", "yes", "on", "off", "y", "n", "null", "true", "false"}
)


@given(st.lists(names, max_size=4), names, st.sampled_from([None, True, False]))
def test_whatever_the_layout_the_list_gains_the_name_and_nothing_else_changes(
    enemies: list[str], added: str, style: bool | None
) -> None:
    one: dict[str, Any] = {"id": "é-one", "enemies": enemies, "because": "x: “y”"}
    bank = {"questions": [one, {"id": "b"}]}
    text = yaml.safe_dump(bank, allow_unicode=True, default_flow_style=style, width=40)
    after = yaml.safe_load(edited(text, [Edit(("questions", 0, "enemies"), added)]))
    one["enemies"] = enemies if added in enemies else [*enemies, added]
    assert after == bank
