"""Holding a teacher's template against the values that it will get, before any question is made."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any, Final

from jinja2 import nodes

from app.families.filters import FILTERS
from app.families.refusal import Refused
from app.families.template import Template
from app.families.views import FIELDS

Names = Mapping[str, str]
"""The values that a template can name, with their types."""

_LISTS: Final = {"sources": "source", "claims": "claim", "devices": "device", "texts": "text"}
_SHOWN: Final = frozenset({"text", "number"})


def check(template: Template, names: Names) -> str:
    """The type of what a template gives; Refused when it names or filters what it cannot."""
    if template.expression is not None:
        return _type(template.expression, names)
    _check_body(template.body, names)
    return "text"


def _check_body(body: Sequence[nodes.Node], names: Names) -> None:
    for node in body:
        if isinstance(node, nodes.If):
            for branch in (node, *node.elif_):
                _type(branch.test, names)
                _check_body(branch.body, names)
            _check_body(node.else_, names)
        elif isinstance(node, nodes.Output):
            for part in node.nodes:
                _check_shown(part, names)


def _check_shown(part: nodes.Node, names: Names) -> None:
    if isinstance(part, nodes.TemplateData):
        return
    found = _type(part, names)
    if found not in _SHOWN:
        raise Refused(
            f"Only a text or a number can be written here, not a {found}.",
            f"Name a field of it ({_offer(found)}), or use a filter that makes a text of it.",
            part.lineno,
        )


def _type(node: nodes.Node, names: Names) -> str:
    return _TYPES[type(node)](node, names)


def _name(node: Any, names: Names) -> str:
    if node.name not in names:
        raise Refused(
            f"There is no “{node.name}” here.", f"There is {', '.join(names)}.", node.lineno
        )
    return names[node.name]


def _field(node: Any, names: Names) -> str:
    owner = _type(node.node, names)
    fields = FIELDS.get(owner, {})
    if node.attr not in fields:
        raise Refused(f"A {owner} has no “{node.attr}”.", f"There is {_offer(owner)}.", node.lineno)
    return fields[node.attr]


def _offer(owner: str) -> str:
    return ", ".join(FIELDS.get(owner, ())) or "nothing inside it"


def _filtered(node: Any, names: Names) -> str:
    known = FILTERS[node.name]
    found = _type(node.node, names)
    for argument in node.args:
        _type(argument, names)
    if len(node.args) != len(known.given):
        raise Refused(
            f"The filter “{node.name}” takes {len(known.given)} values in round brackets.",
            f"It gives {known.about}.",
            node.lineno,
        )
    fits = found in _LISTS if known.takes == "list" else found == known.takes
    if not fits:
        raise Refused(
            f"The filter “{node.name}” takes {known.takes}, and this is {found}.",
            f"It gives {known.about}.",
            node.lineno,
        )
    return found if known.gives == "same" else known.gives


def _const(node: Any, _names: Names) -> str:
    return "text" if isinstance(node.value, str) else "number"


def _compared(node: Any, names: Names) -> str:
    _type(node.expr, names)
    for operand in node.ops:
        _type(operand.expr, names)
    return "truth"


def _chosen(node: Any, names: Names) -> str:
    _type(node.test, names)
    found = _type(node.expr1, names)
    return _same(found, _type(node.expr2, names) if node.expr2 else "text", node)


def _both(node: Any, names: Names) -> str:
    return _same(_type(node.left, names), _type(node.right, names), node)


def _same(one: str, other: str, node: nodes.Node) -> str:
    if one != other:
        raise Refused(
            f"This may be {one} or {other}.", "Let both values be of one type.", node.lineno
        )
    return one


def _not(node: Any, names: Names) -> str:
    _type(node.node, names)
    return "truth"


_TYPES: Final[Mapping[type[nodes.Node], Callable[[Any, Names], str]]] = {
    nodes.Const: _const,
    nodes.Name: _name,
    nodes.Getattr: _field,
    nodes.Filter: _filtered,
    nodes.Compare: _compared,
    nodes.CondExpr: _chosen,
    nodes.And: _both,
    nodes.Or: _both,
    nodes.Not: _not,
}
