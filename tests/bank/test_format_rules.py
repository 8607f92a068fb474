"""Every rule of the format that the code names has its line, and no line is left over."""

import ast
from pathlib import Path

from app.bank.format_rules import RULES, describe
from app.bank.refusals import REFUSALS

SOURCES = sorted(path for room in ("bank", "library") for path in Path("app", room).glob("*.py"))


def constants() -> set[str]:
    """Every text in the code of the reader."""
    return {
        node.value
        for path in SOURCES
        if path.stem != "rules"
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    }


def test_no_line_is_left_over() -> None:
    assert RULES.keys() - constants() == set()


def test_every_rule_that_is_added_has_its_line() -> None:
    added = {
        argument.value
        for path in SOURCES
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute)
        if node.func.attr == "add" and len(node.args) > 2
        for argument in node.args[1:2]
        if isinstance(argument, ast.Constant)
    }
    assert len(added) > 15
    assert (added | REFUSALS.keys()) - RULES.keys() == set()


def test_a_rule_of_a_kind_is_described_by_its_name() -> None:
    assert describe("too-few-rows") == "Too few rows."
