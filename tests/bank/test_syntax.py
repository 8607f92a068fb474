"""What the YAML parser complains of is said where it happens, in words for people."""

import pytest

from app.bank.problems import Problems
from app.bank.scan import scan
from app.domain.problem import Problem


def complaint(text: str) -> Problem:
    problems = Problems("x.yaml")
    assert scan(text, problems) is None
    (problem,) = problems.found
    assert problem.rule == "yaml-syntax"
    return problem


@pytest.mark.parametrize(
    ("text", "place", "words"),
    [
        ("a: b: c", (1, 5), "colon"),
        ("key\nother: x", (2, 6), "colon"),
        ("a: 'x\nb: y", (1, 4), "never closed"),
        ('a: "x\nb: y', (1, 4), "never closed"),
        ('a: "x\\q"', (1, 6), "backslash"),
        ("a:\n\t- b", (2, 1), "tab"),
        ("a: [1,2", (1, 8), "list in brackets"),
        ("a: {b: 1", (1, 9), "mapping in braces"),
        ("- a\nb: c", (2, 1), "does not fit the list"),
        ("a: @x", (1, 4), "cannot begin"),
        ("a: %x", (1, 4), "cannot begin"),
        ("%x", (1, 3), "begin with %"),
        ("a: - b", (1, 4), "list cannot begin"),
        ("a: 'it's'", (1, 8), "does not fit"),
        ("a:\n  - b\n - c", (3, 2), "does not fit"),
        ("a: *", (1, 5), "begin with * or &"),
        ("a: !<x", (1, 7), "exclamation mark"),
        ("a: 1\n%YAML 1.1", (2, 10), "does not fit"),
        ("]", (1, 1), "value is missing"),
    ],
)
def test_says_what_and_where(text: str, place: tuple[int, int], words: str) -> None:
    problem = complaint(text)
    assert (problem.position.line, problem.position.column) == place
    assert words in problem.message
    assert problem.help


@pytest.mark.parametrize("text", ["a: 'x\n", "a: [\n", "a: {\n\n\n", "a: |\n x\n\ty: ["])
def test_the_place_is_inside_the_text(text: str) -> None:
    position = complaint(text).position
    lines = text.split("\n")
    assert position.line <= len(lines)
    assert position.column <= len(lines[position.line - 1]) + 1
