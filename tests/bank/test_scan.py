"""The bounded scan: values with their places, and the limits before anything is built."""

import pytest

from app.bank.lines import lines_of
from app.bank.nodes import UNREAD, MappingPlace, find_place, mark_of
from app.bank.problems import Problems
from app.bank.scan import MAX_DEPTH, MAX_VALUES, scan


def rules_of(text: str) -> list[str]:
    """The problems of a text as `line:column rule`."""
    problems = Problems("x.yaml")
    scan(text, problems)
    return [f"{p.position.line}:{p.position.column} {p.rule}" for p in problems.found]


def value_of(text: str) -> object:
    document = scan(text, Problems("x.yaml"))
    return document and document.value


def test_builds_values() -> None:
    text = "a: 1\nb: [x, {c: no, 'd': '2'}]\n2: |\n  one\n  two\n"
    assert value_of(text) == {"a": 1, "b": ["x", {"c": "no", "d": "2"}], "2": "one\ntwo\n"}


@pytest.mark.parametrize("line_break", ["\n", "\r\n", "\r", "\x85", "\u2028", "\u2029"])
def test_lines_are_counted_as_the_parser_counts_them(line_break: str) -> None:
    text = f"a: 1{line_break}b: 2{line_break}a: 3"
    assert rules_of(text) == ["3:1 duplicate-key"]
    assert lines_of(text) == ["a: 1", "b: 2", "a: 3"]


def test_keys_keep_how_they_were_written() -> None:
    assert value_of("1: a\n01: b\nno: c\n1.10: d\ntrue: e\n'': f") == {
        "1": "a",
        "01": "b",
        "no": "c",
        "1.10": "d",
        "true": "e",
        "": "f",
    }


def test_knows_where_everything_stands() -> None:
    document = scan("a: 1\nb:\n  - x\n  - {c: é, d: y}\n", Problems("x.yaml"))
    assert document is not None
    mark = mark_of(find_place(document.place, ("b", 1, "d")))
    assert (mark.line, mark.column) == (3, 14)
    assert isinstance(document.place, MappingPlace)
    assert document.place.keys["b"].line == 1


@pytest.mark.parametrize(
    ("text", "rules"),
    [
        ("a: 1\na: 2", ["2:1 duplicate-key"]),
        ("a: {b: 1, b: 2, b: 3}", ["1:11 duplicate-key", "1:17 duplicate-key"]),
        ("a: &x 1\nb: 2", ["1:4 yaml-anchor"]),
        ("a: &x 1\nb: *x", ["1:4 yaml-anchor", "2:4 yaml-alias"]),
        ("a: !!str 1", ["1:4 yaml-tag"]),
        ("a: ! x", ["1:4 yaml-tag"]),
        ("a: !x [1]", ["1:4 yaml-tag"]),
        ("<<: {a: 1}", ["1:1 merge-key"]),
        ("? [a]\n: 1", ["1:3 complex-key"]),
        ("? {a: 1}\n: [b]\nc: 1", ["1:3 complex-key"]),
        ("*x : 1", ["1:1 yaml-alias"]),
        ('a: "\\0"', ["1:4 control-escape"]),
        ("a: 1\n---\nb: 1", ["2:1 second-document"]),
        ("", ["1:1 empty-file"]),
        ("# nothing\n", ["1:1 empty-file"]),
        ("null", ["1:1 empty-file"]),
        ("a: \x07", ["1:4 control-character"]),
        ("a: to\u202eyad", ["1:6 control-character"]),
        ("a: 'x", ["1:4 yaml-syntax"]),
    ],
)
def test_refuses(text: str, rules: list[str]) -> None:
    assert rules_of(text) == rules


def test_the_rest_is_read_where_a_part_is_refused() -> None:
    text = "<<: {z: 1}\na: &x 1\nb: *x\na: 2\n? [k]\n: v\nc: 3\n"
    assert value_of(text) == {"a": 1, "b": UNREAD, "c": 3}


def test_a_quoted_merge_key_is_a_key() -> None:
    assert value_of("'<<': 1") == {"<<": 1}


def test_depth_is_bounded() -> None:
    assert rules_of("[" * MAX_DEPTH + "]" * MAX_DEPTH) == []
    assert rules_of("[" * (MAX_DEPTH + 1)) == [f"1:{MAX_DEPTH + 1} too-deep"]


def test_values_are_bounded() -> None:
    assert rules_of("[" + "a," * (MAX_VALUES - 1) + "]") == []
    assert rules_of("[" + "a," * MAX_VALUES + "]") == [f"1:{2 * MAX_VALUES} too-many-values"]
    pairs = "".join(f"k{number}: v\n" for number in range(MAX_VALUES - 1))
    assert rules_of(pairs) == []


def test_size_is_bounded_in_bytes() -> None:
    assert rules_of("a: " + "é" * 600_000) == ["1:1 too-large"]


def test_duplicate_keys_name_both_lines() -> None:
    problems = Problems("x.yaml")
    scan("title: a\nlanguage: en\ntitle: b\n", problems)
    (problem,) = problems.found
    assert problem.message == "`title` is already there, in line 1."
    assert "line 3" in problem.help
