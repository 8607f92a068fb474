"""The page `docs/lint-rules.md`, made from the rules themselves.

`python -m app.bank.lint.manual` writes the page to the terminal.
"""

import sys
from collections.abc import Iterator
from typing import Final

from app.bank.lint.catalogue import SECTIONS
from app.bank.lint.examples import ARTICLE
from app.bank.lint.rule import Rule
from app.bank.rules import RULES as FORMAT
from app.bank.rules import describe
from app.kinds import KINDS

_OPENING: Final = """\
# The rules of the linter

<!-- Made by `python -m app.bank.lint.manual` (`make rules`) from the rules themselves. -->

`byline check` reads a bank, and then looks at its questions as a careful colleague would: for
flaws that a program can see. An **error** keeps a question from being fair; a **warning** is to be
mended, or waived with a reason; a **note** is worth a look, and shown with `--verbose`.
`byline check --explain RULE` shows what stands here, and `--strict` counts warnings as errors.

## Waivers

No rule is right every time. A question that is good as it is says so, with the reason:

```yaml
questions:
  - id: who-paid
    waive: {longest-option: The names are what they are.}
```

For a whole bank, or for questions that are made from the annotation, the bank says it:

```yaml
waive:
  key-position: The options stand in the order of the text.
  longest-option:
    who-says.lone-wolves: The names are what they are.
```

`lint: {longest-option: error}` makes a rule weigh more (or less) in a bank: error, warning or note.
It cannot be switched off without a reason; a waiver for the whole bank does that.

## How often they are right

Where a rule has found something in the banks that ship with the program, its findings were read one
by one: right means that the question was mended for it, or should be. Findings were counted before
anything was mended. A rule that was right in fewer than three of five cases is a note.
"""

_EXAMPLES: Final = f"""\
## The examples

Each rule has an example that breaks it and one that nearly does. What an example does not say is as
in a small bank about this text:

> {ARTICLE.strip().replace(chr(10), chr(10) + "> ")}

Its question asks “How long does the town pool stay shut?”, with “Until May” as the answer, “Until
Friday” and “For ever” as the distractors.
"""

_FORMAT: Final = """\
## Rules of the format

They are looked at while a bank is read. All are errors, except that `chain-end` is a warning; a
bank that has an error is not used, and not linted.

| rule | asks |
|---|---|"""


def page() -> str:
    """The whole page as Markdown."""
    return "\n".join([_OPENING, *_overview(), _EXAMPLES, *_sections(), _FORMAT, *_format()]) + "\n"


def _overview() -> Iterator[str]:
    yield "| rule | severity | right | found |"
    yield "|---|---|---|---|"
    for group in SECTIONS:
        for rule in group.rules.values():
            right, found = map(str, rule.judged) if rule.judged[1] else ("", "")
            yield f"| [{rule.id}](#{rule.id}) | {rule.severity} | {right} | {found} |"
    yield ""


def _sections() -> Iterator[str]:
    for group in SECTIONS:
        yield f"## {group.name}\n"
        for rule in group.rules.values():
            yield from _rule(rule)


def _rule(rule: Rule) -> Iterator[str]:
    source = f" ({rule.source})" if rule.source else ""
    yield f"### {rule.id}\n"
    yield f"*{rule.severity}.* {rule.why}{source}\n"
    yield f"{rule.cure}\n"
    yield f"Found in:\n\n```yaml\n{rule.trips.strip()}\n```\n"
    yield f"Not in:\n\n```yaml\n{rule.passes.strip()}\n```\n"


def _format() -> Iterator[str]:
    for name in sorted(FORMAT.keys() | _rules_of_kinds()):
        yield f"| `{name}` | {describe(name)} |"


def _rules_of_kinds() -> set[str]:
    """What the kinds refuse, as their samples show."""
    return {
        rule for kind in KINDS.values() for sample in kind.samples() for _, rule in sample.broken
    }


if __name__ == "__main__":
    sys.stdout.write(page())
