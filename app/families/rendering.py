"""Evaluating a template that was let in, node by node, with a bound on what it writes."""

from collections.abc import Callable, Iterable, Mapping
from typing import Any, Final

from jinja2 import nodes

from app.families.filters import apply
from app.families.refusal import Refused
from app.families.template import Template
from app.language.phrasing import Phrasing

LONGEST: Final = 2_000
"""Signs that a template may write."""

Values = Mapping[str, Any]
"""What a template can name. A value is a text, number, truth, list, or such a mapping again."""


def render(template: Template, values: Values, phrasing: Phrasing) -> Any:
    """What a template gives: the value of its one expression, else a text.

    Spaces and line breaks are collapsed in a text. Refused when it names what is not there, or
    writes too much.
    """
    renderer = _Renderer(values, phrasing)
    if template.expression is not None:
        value = renderer.value(template.expression)
        return _flat(value) if isinstance(value, str) else value
    return _flat("".join(renderer.text(template.body)))


def _flat(text: str) -> str:
    if len(text) > LONGEST:
        raise Refused(f"What this writes is longer than {LONGEST:,} signs.", "Write less.")
    return " ".join(text.split())


class _Renderer:
    """The evaluation of one template: how much it has written is counted as it goes."""

    def __init__(self, values: Values, phrasing: Phrasing) -> None:
        self._values = values
        self._phrasing = phrasing
        self._written = 0

    def text(self, body: Iterable[nodes.Node]) -> list[str]:
        """The pieces that some nodes write."""
        pieces: list[str] = []
        for node in body:
            if isinstance(node, nodes.If):
                pieces += self.text(self._branch(node))
            elif isinstance(node, nodes.Output):
                pieces += [self._piece(part) for part in node.nodes]
        return pieces

    def _branch(self, node: nodes.If) -> list[nodes.Node]:
        for branch in (node, *node.elif_):
            if self.value(branch.test):
                return branch.body
        return node.else_

    def _piece(self, part: nodes.Node) -> str:
        piece = part.data if isinstance(part, nodes.TemplateData) else self._shown(part)
        self._written += len(piece)
        if self._written > LONGEST:
            raise Refused(
                f"What this writes is longer than {LONGEST:,} signs.", "Write less.", part.lineno
            )
        return piece

    def _shown(self, part: nodes.Node) -> str:
        value = self.value(part)
        if isinstance(value, str):
            return value
        if isinstance(value, int) and not isinstance(value, bool):
            return str(value)
        raise Refused(
            "Only a text or a number can be written here.",
            "Name a field, such as {{ claim.says }}; a list needs a filter, such as names.",
            part.lineno,
        )

    def value(self, node: nodes.Node) -> Any:
        """The value of an expression."""
        return _EVALUATE[type(node)](self, node)

    def name(self, node: nodes.Name) -> Any:
        """A value that was given."""
        if node.name not in self._values:
            raise _unknown(node.name, "", self._values, node)
        return self._values[node.name]

    def field(self, node: nodes.Getattr) -> Any:
        """A field of a value: of our own mappings only, so nothing of Python's is reached."""
        value = self.value(node.node)
        if not isinstance(value, Mapping) or node.attr not in value:
            known = value if isinstance(value, Mapping) else {}
            raise _unknown(node.attr, " here", known, node)
        return value[node.attr]

    def filtered(self, node: nodes.Filter) -> Any:
        """A value after a filter."""
        value = self.value(node.node) if node.node else None
        given = [self.value(argument) for argument in node.args]
        try:
            return apply(node.name, value, given, self._phrasing)
        except Refused as refused:
            raise Refused(refused.message, refused.advice, node.lineno) from refused

    def compared(self, node: nodes.Compare) -> bool:
        """Whether two values are the same, or not."""
        (operand,) = node.ops
        same = bool(self.value(node.expr) == self.value(operand.expr))
        return same if operand.op == "eq" else not same

    def chosen(self, node: nodes.CondExpr) -> Any:
        """One value if something holds, else another."""
        if self.value(node.test):
            return self.value(node.expr1)
        return self.value(node.expr2) if node.expr2 else ""


def _unknown(name: str, where: str, known: Iterable[str], node: nodes.Node) -> Refused:
    listed = ", ".join(sorted(known))
    advice = f"There is {listed}." if listed else "Write a name with its fields: claim.says."
    return Refused(f"There is no “{name}”{where}.", advice, node.lineno)


_EVALUATE: Final[Mapping[type[nodes.Node], Callable[[_Renderer, Any], Any]]] = {
    nodes.Const: lambda _, node: node.value,
    nodes.Name: _Renderer.name,
    nodes.Getattr: _Renderer.field,
    nodes.Filter: _Renderer.filtered,
    nodes.Compare: _Renderer.compared,
    nodes.CondExpr: _Renderer.chosen,
    nodes.Not: lambda renderer, node: not renderer.value(node.node),
    nodes.And: lambda renderer, node: renderer.value(node.left) and renderer.value(node.right),
    nodes.Or: lambda renderer, node: renderer.value(node.left) or renderer.value(node.right),
}
