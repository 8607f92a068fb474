"""What a rule asks, for a terminal: its reason, its cure, an example and a near miss."""

from collections.abc import Iterator
from difflib import get_close_matches
from textwrap import fill, indent

from app.bank.format_rules import describe, rules_of_format
from app.errors import NotFound
from app.lint.rule import Rule
from app.lint.rule_catalogue import CATALOGUE


def explain(name: str) -> str:
    """A page on a rule of the linter, or a line on one of the format.

    Raises NotFound, with a suggestion, for a rule that there is not.
    """
    if name in CATALOGUE:
        return "\n".join(_page(CATALOGUE[name]))
    if name in rules_of_format():
        return f"{name} (of the format)\n\n{describe(name)}"
    close = get_close_matches(name, [*CATALOGUE, *rules_of_format()], n=1)
    meant = f"Did you mean {close[0]}?" if close else f"There are {', '.join(CATALOGUE)}."
    raise NotFound(f"There is no rule “{name}”. {meant}")


def _page(rule: Rule) -> Iterator[str]:
    yield f"{rule.id} ({rule.severity}; {rule.group})"
    yield ""
    yield fill(f"{rule.why} ({rule.source})" if rule.source else rule.why, 88)
    yield fill(f"What to do: {rule.cure}", 88)
    yield f"\nFound in:\n\n{indent(rule.trips.strip(), '    ')}"
    yield f"\nNot in:\n\n{indent(rule.passes.strip(), '    ')}"
    if rule.question or rule.bank:
        yield f"\nWhere it does not apply:\n\n    waive: {{{rule.id}: the reason}}"
