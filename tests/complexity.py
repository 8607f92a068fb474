"""The complexity of every function of the program, with its conditions: a gate of `make lint`.

Ruff's C901 counts branches and no conditions, and its PLR0916 sees only those behind `if`: a
`return` of thirty conditions passes both. This counts as McCabe (1976), A complexity measure, does
for compound conditions: one for the function, and one for every branch, loop, handler, case and
further condition. A comprehension counts by its conditions alone: without one it decides nothing.
"""

import ast
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Final

LIMIT: Final = 12

Function = ast.FunctionDef | ast.AsyncFunctionDef
_BRANCHES: Final = (
    ast.If, ast.IfExp, ast.For, ast.AsyncFor, ast.While, ast.ExceptHandler, ast.Assert,
    ast.match_case,
)  # fmt: skip


def functions(source: str) -> Iterator[tuple[int, str, int]]:
    """The line, name and complexity of every function in a module, nested ones by themselves."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, Function):
            yield node.lineno, node.name, 1 + sum(map(_weight, _own_nodes(node)))


def _own_nodes(function: Function) -> Iterator[ast.AST]:
    waiting: list[ast.AST] = list(function.body)
    while waiting:
        node = waiting.pop()
        yield node
        if not isinstance(node, Function | ast.ClassDef):
            waiting += ast.iter_child_nodes(node)


def _weight(node: ast.AST) -> int:
    """By how much a node raises the complexity."""
    if isinstance(node, ast.BoolOp):
        return len(node.values) - 1
    if isinstance(node, ast.comprehension):
        return len(node.ifs)
    return int(isinstance(node, _BRANCHES))


def too_complex(root: Path) -> Iterator[str]:
    """A line for every function below a folder that is over the limit."""
    for path in sorted(root.rglob("*.py")):
        for line, name, complexity in functions(path.read_text("utf-8")):
            if complexity > LIMIT:
                yield f"{path}:{line}: {name} has a complexity of {complexity} (limit: {LIMIT})."


if __name__ == "__main__":
    found = [line for folder in sys.argv[1:] for line in too_complex(Path(folder))]
    sys.exit("\n".join(found) or 0)
