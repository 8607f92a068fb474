"""The gate for complexity counts conditions, and stops what is over the limit."""

from pathlib import Path

import pytest

from tests.complexity import LIMIT, functions, too_complex


@pytest.mark.parametrize(
    ("body", "complexity"),
    [
        ("return 1", 1),
        ("return a and b and c", 3),
        ("return (a or b) and not c", 3),
        ("if a:\n        return b\n    elif c:\n        return d", 3),
        ("return a if b else c", 2),
        ("return [x for x in a if x]", 2),
        ("return [x for x in a]", 1),
        ("for x in a:\n        while x:\n            pass", 3),
        ("try:\n        pass\n    except OSError:\n        pass", 2),
        ("match a:\n        case 1:\n            f()\n        case _ if b:\n            f()", 3),
        ("return lambda: a and b", 2),
    ],
)
def test_branches_and_conditions_are_counted(body: str, complexity: int) -> None:
    assert list(functions(f"def f():\n    {body}\n")) == [(1, "f", complexity)]


def test_a_nested_function_counts_by_itself() -> None:
    source = "def f():\n    def g():\n        return a and b\n    return g\n"
    assert list(functions(source)) == [(1, "f", 1), (2, "g", 2)]


def test_a_function_over_the_limit_is_reported_with_its_place(tmp_path: Path) -> None:
    (tmp_path / "draft").mkdir()
    module = tmp_path / "draft" / "phrases.py"
    module.write_text(f"def f():\n    return {' and '.join('a' * LIMIT)}\n")
    assert list(too_complex(tmp_path)) == []
    module.write_text(f"def f():\n    return {' and '.join('a' * (LIMIT + 1))}\n")
    assert list(too_complex(tmp_path)) == [
        f"{module}:1: f has a complexity of {LIMIT + 1} (limit: {LIMIT})."
    ]
