"""The faults that can be planted in a module, one small change each, found in its syntax tree.

Comparisons, boolean operators, arithmetic, numbers, truth values and returns are changed. Texts
are not (their wording promises nothing), nor annotations, decorators and what is imported for
types only: such faults change nothing that a test could see. The samples of a kind are the input
of its tests, and migrations are history.
"""

import ast
from collections.abc import Iterator
from copy import copy
from dataclasses import dataclass
from functools import singledispatch
from pathlib import Path
from typing import Final

OTHER: Final[dict[type[ast.AST], type[ast.AST]]] = {
    ast.Lt: ast.LtE,
    ast.LtE: ast.Lt,
    ast.Gt: ast.GtE,
    ast.GtE: ast.Gt,
    ast.Eq: ast.NotEq,
    ast.NotEq: ast.Eq,
    ast.In: ast.NotIn,
    ast.NotIn: ast.In,
    ast.Is: ast.IsNot,
    ast.IsNot: ast.Is,
    ast.And: ast.Or,
    ast.Or: ast.And,
    ast.Add: ast.Sub,
    ast.Sub: ast.Add,
    ast.Mult: ast.FloorDiv,
    ast.FloorDiv: ast.Mult,
    ast.Div: ast.Mult,
    ast.Mod: ast.Mult,
}
"""What is put in the place of an operator."""

NEAR: Final = 1.1
"""What a number with a point is multiplied by; a whole number grows by 1."""


_SHOWN: Final = 70


@dataclass(frozen=True, slots=True)
class Fault:
    """A change in the file `path`: the bytes from `start` to `end` become `after`.

    `line` counts from 1; `before` is what stands there now, on one line.
    """

    path: str
    line: int
    start: int
    end: int
    before: str
    after: str

    def __str__(self) -> str:
        """Where it is and what it changes."""
        return f"{self.path}:{self.line}: {_cut(self.before)}  ->  {_cut(self.after)}"

    def planted(self, source: bytes) -> bytes:
        """Return the source of the module with this fault."""
        return source[: self.start] + self.after.encode() + source[self.end :]


def _cut(code: str) -> str:
    shown = code[1:-1] if code.startswith("(") and code.endswith(")") else code
    return shown if len(shown) <= _SHOWN else f"{shown[:_SHOWN]}..."


def faults_in(source: bytes, path: str) -> Iterator[Fault]:
    """Yield every fault of a module, in the order of its nodes."""
    starts = _line_starts(source)
    for node in _nodes(ast.parse(source)):
        for other in alternatives(node):
            yield _fault(path, source, starts, node, other)


def faults_of(root: Path, rooms: tuple[str, ...]) -> Iterator[Fault]:
    """Yield every fault of the rooms of `app` in the tree at `root`."""
    for room in rooms:
        for path in sorted((root / "app" / room).rglob("*.py")):
            if "migrations" not in path.parts:
                yield from faults_in(path.read_bytes(), path.relative_to(root).as_posix())


def _line_starts(source: bytes) -> list[int]:
    """Return the offset of each line; columns of the syntax tree count bytes as well."""
    starts = [0]
    for line in source.splitlines(keepends=True):
        starts.append(starts[-1] + len(line))
    return starts


def _fault(path: str, source: bytes, starts: list[int], node: ast.AST, other: ast.AST) -> Fault:
    assert isinstance(node, ast.expr | ast.stmt)
    assert node.end_lineno is not None
    assert node.end_col_offset is not None
    start = starts[node.lineno - 1] + node.col_offset
    end = starts[node.end_lineno - 1] + node.end_col_offset
    # Brackets keep what stands around an expression from binding closer.
    after = f"({ast.unparse(other)})" if isinstance(other, ast.expr) else ast.unparse(other)
    return Fault(path, node.lineno, start, end, " ".join(source[start:end].decode().split()), after)


def _nodes(node: ast.AST) -> Iterator[ast.AST]:
    """Yield the nodes that run, and are not text: a node before those inside it."""
    for child in _running(node):
        yield child
        yield from _nodes(child)


def _running(node: ast.AST) -> Iterator[ast.AST]:
    skipped = _SKIPPED.get(type(node), frozenset())
    for name, value in ast.iter_fields(node):
        if name not in skipped:
            children = value if isinstance(value, list) else [value]
            yield from (one for one in children if isinstance(one, ast.AST) and not _idle(one))


_FUNCTION: Final = frozenset({"decorator_list", "returns", "type_params"})
_SKIPPED: Final[dict[type[ast.AST], frozenset[str]]] = {
    ast.FunctionDef: _FUNCTION,
    ast.AsyncFunctionDef: _FUNCTION,
    ast.ClassDef: frozenset({"decorator_list", "bases", "type_params"}),
    ast.AnnAssign: frozenset({"annotation"}),
    ast.arg: frozenset({"annotation"}),
}


def _idle(node: ast.AST) -> bool:
    """Whether nothing in a node is planted: texts with places, imports for types, samples."""
    for_types = isinstance(node, ast.If) and ast.unparse(node.test) == "TYPE_CHECKING"
    for_tests = isinstance(node, ast.FunctionDef) and node.name == "samples"
    return isinstance(node, ast.JoinedStr) or for_types or for_tests


@singledispatch
def alternatives(_node: ast.AST) -> Iterator[ast.AST]:
    """Yield what can be put in the place of a node."""
    yield from ()


@alternatives.register
def _(node: ast.Compare) -> Iterator[ast.AST]:
    for place, operator in enumerate(node.ops):
        other = copy(node)
        other.ops = [*node.ops[:place], OTHER[type(operator)](), *node.ops[place + 1 :]]  # type: ignore[list-item] # the table keeps to its kind
        yield other


@alternatives.register(ast.BoolOp)
@alternatives.register(ast.BinOp)
def _(node: ast.BoolOp | ast.BinOp) -> Iterator[ast.AST]:
    if type(node.op) in OTHER:
        other = copy(node)
        other.op = OTHER[type(node.op)]()  # type: ignore[assignment] # the table keeps to its kind
        yield other


@alternatives.register
def _(node: ast.UnaryOp) -> Iterator[ast.AST]:
    if isinstance(node.op, ast.Not):
        yield node.operand


@alternatives.register
def _(node: ast.Constant) -> Iterator[ast.AST]:
    match node.value:
        case bool():
            yield ast.Constant(not node.value)
        case int():
            yield ast.Constant(node.value + 1)
        case float():
            yield ast.Constant(node.value * NEAR or 1.0)


@alternatives.register
def _(node: ast.Return) -> Iterator[ast.AST]:
    if node.value is not None and ast.unparse(node.value) != "None":
        yield ast.Return(ast.Constant(None))
