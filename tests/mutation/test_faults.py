"""Which faults are planted in a module, and that each is one small change of it."""

import pytest

from tests.mutation.faults import faults_in


def planted(source: str) -> list[str]:
    raw = source.encode()
    return [fault.planted(raw).decode() for fault in faults_in(raw, "app/quiz/x.py")]


@pytest.mark.parametrize(
    ("source", "faulty"),
    [
        ("a < b", ["(a <= b)"]),
        ("a >= b", ["(a > b)"]),
        ("a == b", ["(a != b)"]),
        ("a not in b", ["(a in b)"]),
        ("a is None", ["(a is not None)"]),
        ("a < b <= c", ["(a <= b <= c)", "(a < b < c)"]),
        ("a and b and c", ["(a or b or c)"]),
        ("a + b", ["(a - b)"]),
        ("a / b", ["(a * b)"]),
        ("a | b", []),
        ("not a", ["(a)"]),
        ("x = 3", ["x = (4)"]),
        ("x = -3", ["x = -(4)"]),
        ("x = 0.5", ["x = (0.55)"]),
        ("x = 0.0", ["x = (1.0)"]),
        ("x = True", ["x = (False)"]),
        ("x = 'words'", []),
        ("f'{a + b}'", []),
        ("f(a * 2)", ["f((a // 2))", "f(a * (3))"]),
    ],
)
def test_what_takes_the_place_of_an_expression(source: str, faulty: list[str]) -> None:
    assert planted(source) == faulty


def test_a_return_gives_nothing() -> None:
    source = "def f(a):\n    return g(\n        a)\n"
    assert planted(source) == ["def f(a):\n    return None\n"]
    assert planted("def f():\n    return\n") == planted("def f():\n    return None\n") == []


@pytest.mark.parametrize(
    "source",
    [
        "from typing import TYPE_CHECKING\nif TYPE_CHECKING:\n    x = 1\n",
        "def samples():\n    return 1\n",
        "@cache(1)\nclass A(B[1]):\n    x: Literal[1]\n",
        "@cache(1)\ndef f(a: Literal[1]) -> Literal[2]:\n    pass\n",
    ],
)
def test_what_no_test_can_see_is_left_alone(source: str) -> None:
    assert planted(source) == []


def test_defaults_and_class_values_are_changed() -> None:
    assert len(planted("class A:\n    x: int = 1\n    def f(self, a: int = 2) -> None: ...\n")) == 2


def test_a_fault_names_its_line_and_its_change() -> None:
    source = "é = 'é'\nx = (é\n     + 1)  # é\n".encode()
    first, _ = faults_in(source, "app/quiz/x.py")
    assert str(first) == "app/quiz/x.py:2: é + 1  ->  é - 1"
    assert first.planted(source).decode() == "é = 'é'\nx = ((é - 1))  # é\n"


def test_a_long_change_is_cut_where_it_is_shown() -> None:
    (fault,) = faults_in(f"{'a' * 80} < b".encode(), "app/quiz/x.py")
    assert str(fault) == f"app/quiz/x.py:1: {'a' * 70}...  ->  {'a' * 70}..."
