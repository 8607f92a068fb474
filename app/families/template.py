"""Templates in Jinja2's syntax, of which only a small part is let in, and which are never compiled.

Jinja2's parser reads a template; what it read is held against a list of allowed syntax nodes and
then evaluated node by node (`rendering`). There are no calls, loops, arithmetic, subscripts,
assignments or imports, so a template costs no more than its own length, and reaches nothing but
the values that it is given.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from jinja2 import Environment, TemplateSyntaxError, nodes

from app.families.filters import FILTERS
from app.families.refusal import Refused

LONGEST: Final = 2_000
"""Signs of a template."""

DEEPEST: Final = 20
"""Expressions stand at most so deep inside each other."""

_PARSER: Final = Environment(autoescape=False)  # noqa: S701  # it parses; what is written is text

_ALLOWED: Final[tuple[type[nodes.Node], ...]] = (
    nodes.Output,
    nodes.TemplateData,
    nodes.Name,
    nodes.Getattr,
    nodes.Filter,
    nodes.Const,
    nodes.If,
    nodes.CondExpr,
    nodes.Not,
    nodes.And,
    nodes.Or,
    nodes.Compare,
    nodes.Operand,
)

_CALLED: Final[dict[type[nodes.Node], str]] = {
    nodes.Call: "a call, which is written with round brackets",
    nodes.Getitem: "a subscript in square brackets",
    nodes.For: "a loop",
    nodes.Assign: "an assignment",
    nodes.Test: "a test with “is”",
    nodes.Macro: "a macro",
    nodes.List: "a list",
    nodes.Dict: "a mapping",
    nodes.Tuple: "a list",
    nodes.BinExpr: "arithmetic",
    nodes.UnaryExpr: "arithmetic",
    nodes.Concat: "the sign ~",
}
"""What refused syntax is called; whatever is not named here is called “this”."""


@dataclass(frozen=True)
class Template:
    """A template that was let in: `body` holds allowed nodes only."""

    source: str
    body: tuple[nodes.Node, ...]

    @cached_property
    def expression(self) -> nodes.Expr | None:
        """The one expression that the template consists of, if it has no other text."""
        if len(self.body) != 1 or not isinstance(self.body[0], nodes.Output):
            return None
        parts = self.body[0].nodes
        alone = len(parts) == 1 and not isinstance(parts[0], nodes.TemplateData)
        return parts[0] if alone else None


def parse(source: str) -> Template:
    """Read a template; Refused says why it is not let in."""
    if len(source) > LONGEST:
        raise Refused(f"This template is longer than {LONGEST:,} signs.", "Write less.")
    try:
        body = _PARSER.parse(source).body
    except TemplateSyntaxError as error:
        message = f"This template cannot be read: {error.message}"
        raise Refused(message, line=error.lineno) from error
    except RecursionError as error:
        raise Refused("Brackets stand too deep inside each other here.") from error
    for node in body:
        _let_in(node, 0)
    return Template(source, tuple(body))


def _let_in(node: nodes.Node, depth: int) -> None:
    if depth > DEEPEST:
        raise Refused("Expressions stand too deep inside each other here.", line=node.lineno)
    if not isinstance(node, _ALLOWED):
        name = next((name for kind, name in _CALLED.items() if isinstance(node, kind)), "this")
        raise Refused(f"A template cannot have {name}.", line=node.lineno)
    for message in _faults(node):
        raise Refused(message, line=node.lineno)
    for inner in node.iter_child_nodes():
        _let_in(inner, depth + 1)


def _faults(node: nodes.Node) -> Iterator[str]:
    """What is wrong with a node of an allowed type."""
    match node:
        case nodes.Compare(ops=ops) if len(ops) != 1 or ops[0].op not in {"eq", "ne"}:
            yield "Values can be compared with == and != only."
        case nodes.Filter(name=name) if name not in FILTERS:
            yield f"There is no filter “{name}”; the filters are {', '.join(FILTERS)}."
        case nodes.Filter(node=None):
            yield "A filter needs a value before its bar."
        case nodes.Filter() if node.kwargs or node.dyn_args or node.dyn_kwargs:
            yield "A filter takes plain values only."
        case nodes.Const(value=value) if not isinstance(value, str | int | None):
            yield "A value written in a template is a text, a whole number, true or false."
        case nodes.Name(ctx=use) if use != "load":
            yield "A template cannot have an assignment."
