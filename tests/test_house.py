"""Invariants of the whole tree that a program can see: sizes, docstrings, names, addresses."""

import ast
import re
from collections.abc import Callable, Iterator
from functools import cache
from io import StringIO
from pathlib import Path
from tokenize import COMMENT, NAME, generate_tokens

import pytest

from app.cli import VERBS

ROOT = Path(__file__).parents[1]
FOLDERS = ("app", "tests", "questions", "docs", "requirements", ".ci")
MODULE_LINES = 400
FUNCTION_LINES = 60
MOST = 0.9

Function = ast.FunctionDef | ast.AsyncFunctionDef

# Each leaves open who it is: a student, a teacher, a caller, another process.
UNPLAIN = re.compile(r"\b(some|no)body\b|\bwhoever\b|\bis\s+told\b(?!\s+apart)", re.IGNORECASE)
EMPTY_WORDS = {"util", "utils", "helper", "helpers", "manager", "misc", "stuff"}
EMPTY_NAMES = EMPTY_WORDS | {"common", "data", "info"}

# Folders of one person's machine.
MACHINE_PATH = re.compile(r"(?<![\w.])(/home/|/Users/|/root/|[A-Z]:\\Users\\)\w+")
QUOTED = re.compile(r"^```.*?^```|^>.*?$", re.MULTILINE | re.DOTALL)
MARKDOWN_LINK = re.compile(r"\]\((?!\w+:|#)([^)\s#]+)")


def files() -> Iterator[Path]:
    """Yield every file of the tree that is written by hand or by `make`."""
    yield from (path for path in ROOT.iterdir() if path.is_file())
    for folder in FOLDERS:
        for path in (ROOT / folder).rglob("*"):
            if path.is_file() and "__pycache__" not in path.parts:
                yield path


def name_of(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def modules() -> Iterator[Path]:
    """Yield every Python module."""
    return (path for path in files() if path.suffix == ".py")


@cache
def parsed(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


def texts() -> Iterator[tuple[Path, str]]:
    """Yield every file that is text, with its text."""
    for path in files():
        raw = path.read_bytes()
        if b"\0" not in raw:
            yield path, raw.decode("utf-8")


def functions() -> Iterator[tuple[str, int]]:
    """Yield where every function is and how many lines it has."""
    for path in modules():
        for node in ast.walk(parsed(path)):
            if isinstance(node, Function):
                lines = (node.end_lineno or node.lineno) - node.lineno + 1
                yield f"{name_of(path)}:{node.lineno} {node.name}", lines


def line_counts() -> Iterator[tuple[str, int]]:
    """Yield every module and script with its number of lines."""
    for path, text in texts():
        if path.suffix in {".py", ".js"}:
            yield name_of(path), text.count("\n")


def test_every_verb_has_its_test() -> None:
    modules = {place.partition(":")[0].rpartition(".")[2] for place, _ in VERBS.values()}
    assert {name for name in modules if not (ROOT / f"tests/cli/test_{name}.py").exists()} == set()


def test_no_module_is_too_long() -> None:
    assert [found for found in line_counts() if found[1] > MODULE_LINES] == []


def test_no_function_is_too_long() -> None:
    assert [found for found in functions() if found[1] > FUNCTION_LINES] == []


@pytest.mark.parametrize(("counted", "limit"), [(line_counts, 200), (functions, 30)])
def test_most_are_short(counted: Callable[[], Iterator[tuple[str, int]]], limit: int) -> None:
    lines = [count for _, count in counted()]
    assert sum(count < limit for count in lines) >= MOST * len(lines)


def test_every_module_says_what_it_is_for() -> None:
    silent = [
        name_of(path)
        for path in modules()
        if len((ast.get_docstring(parsed(path)) or "").split()) < 3 and path.stat().st_size
    ]
    assert silent == []


def test_no_module_has_an_empty_name() -> None:
    words = {path: {*path.relative_to(ROOT).parts[:-1], path.stem} for path in modules()}
    assert [name_of(path) for path, found in words.items() if found & EMPTY_NAMES] == []


def test_nothing_defined_has_an_empty_name() -> None:
    hollow = [
        f"{name_of(path)}:{node.lineno} {node.name}"
        for path in modules()
        for node in ast.walk(parsed(path))
        if isinstance(node, Function | ast.ClassDef) and words_of(node.name) & EMPTY_WORDS
    ]
    assert hollow == []


def words_of(name: str) -> set[str]:
    """Return the words of a snake_case or CamelCase name, in small letters."""
    return {word.lower() for word in re.findall(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])", name)}


def test_no_import_hides_in_a_function() -> None:
    """An import of our own inside a function dodges a cycle: a fault of the design.

    Only `create_app` and the verbs may have them, so that little is loaded to start, and the
    installed command, which looks at the package first.
    """
    start = (ROOT / "byline.py", ROOT / "app" / "__init__.py")
    late = (*start, *(ROOT / "app" / "cli").glob("*.py"))
    hidden = [
        f"{name_of(path)}:{inner.lineno}"
        for path in modules()
        if path not in late
        for outer in ast.walk(parsed(path))
        if isinstance(outer, Function)
        for inner in ast.walk(outer)
        if isinstance(inner, ast.ImportFrom) and (inner.module or "").split(".")[0] == "app"
    ]
    assert hidden == []


def test_no_file_names_a_machine() -> None:
    # One that lies at the root, as /app in a container, is too short to tell.
    places = [str(place) for place in (ROOT, Path.home()) if len(place.parts) > 2]
    found = [
        f"{name_of(path)}: {hit}"
        for path, text in texts()
        for hit in [
            *MACHINE_PATH.findall(text),
            *(place for place in places if place in text),
        ]
    ]
    assert found == []


def test_the_english_is_plain() -> None:
    found = [
        f"{name_of(path)}: {' '.join(hit[0].split())}"
        for path, text in prose()
        for hit in UNPLAIN.finditer(text)
    ]
    assert found == []


def prose() -> Iterator[tuple[Path, str]]:
    """Yield what is written in our own voice: names, comments and docstrings, pages, documents.

    Articles and questions that code or documents quote are other people's words. The texts of
    rules, fields and families are in the generated documents.
    """
    for path, text in texts():
        if path.suffix == ".py":
            yield path, "\n".join([*names_and_comments(text), *docstrings(path)])
        elif path.suffix == ".md":
            yield path, QUOTED.sub("", text)
        elif path.suffix in {".html", ".js", ".css", ".sh", ".toml"} or not path.suffix:
            yield path, text


def names_and_comments(text: str) -> Iterator[str]:
    for token in generate_tokens(StringIO(text).readline):
        if token.type in {COMMENT, NAME}:
            yield token.string.replace("_", " ")


def docstrings(path: Path) -> Iterator[str]:
    for node in ast.walk(parsed(path)):
        if isinstance(node, ast.Module | ast.ClassDef | Function):
            yield ast.get_docstring(node) or ""


def test_every_link_between_documents_leads_somewhere() -> None:
    broken = [
        f"{name_of(path)}: {target}"
        for path, text in texts()
        if path.suffix == ".md"
        for target in MARKDOWN_LINK.findall(text)
        if not leads_inside(path.parent / target)
    ]
    assert broken == []


def leads_inside(target: Path) -> bool:
    """Whether there is such a file, and in this tree."""
    return target.exists() and target.resolve().is_relative_to(ROOT)
