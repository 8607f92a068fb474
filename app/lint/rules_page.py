"""The page `docs/lint-rules.md`, made from the rules themselves.

`python -m app.lint.rules_page` writes the page to the terminal.
"""

import sys
from collections.abc import Iterator
from typing import Final

from app.bank.format_rules import describe, rules_of_format
from app.lint.examples import ARTICLE
from app.lint.rule import Rule
from app.lint.rule_catalogue import SECTIONS

_OPENING: Final = """\
# The rules of the linter

<!-- Made by `make docs` from the rules themselves. -->

`byline check` reads a bank, and then looks at its questions as a careful colleague would: for
flaws that a program can see. An **error** keeps a question from being fair; a **warning** is to be
mended, or waived with a reason; a **note** is worth a look, and shown with `--verbose`.
`byline check --explain RULE` shows the entry of a rule; `--strict` counts warnings as errors.

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
  key-position: The options are in the order of the text.
  longest-option:
    who-says.lone-wolves: The names are what they are.
```

`lint: {longest-option: error}` makes a rule weigh more (or less) in a bank: error, warning or note.
It cannot be switched off without a reason; a waiver for the whole bank does that.

## Languages

Rules that compare words need word lists: there are some for English, German and Spanish. In another
language those rules are silent, and one note says which they are. How a language gets its words is
in [languages.md](languages.md).

## How often they are right

Findings in the banks that ship with the program, and in the questions that are made from their
annotation, were read by hand, one by one: right means that the question should be mended for it.
The first run was before anything was mended: all findings of these rules in written questions, and
up to five of most of them in made ones; of the rules on whole banks, whose findings name two
questions, all. Then the rules were mended where they were wrong, run again
over the same questions, and up to eight findings of each were read. A rule that is right in fewer
than three of five cases is a note. A rule without numbers has found nothing there yet.
"""

_ELSEWHERE: Final = """\
## On a set that is not ours

OneStopQA (Berzak, Malmaud and Levy 2020; CC BY-SA 4.0) has 486 questions on 30 newspaper articles,
written to guidelines, which readers of the articles answer at 95 %. Made into banks (right answer
and two distractors, 465 questions that could be read; one article quotes a word that is not
unique), 31 % of them had a warning or an error. The rules were mended mostly on 15 of the articles;
what became a note was chosen with counts over all 30, so that the other 15 are not strictly unseen:

| | before | after, 15 articles | after, the other 15 | after, with three distractors |
|---|---|---|---|---|
| questions with a warning or error | 31 % | 5.5 % | 8.1 % | 6.5 % |
| errors | 3 | 0 | 0 | 0 |

In that set the answer is no more often the longest, the careful or the odd one than a distractor
is. So the looks of one question are notes, and it is the bank that is warned: `paying-cue` measures
what each cue earns, by following and by avoiding it.
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
    return (
        "\n".join(
            [_OPENING, *_overview(), _ELSEWHERE, _EXAMPLES, *_sections(), _FORMAT, *_format()]
        )
        + "\n"
    )


def _overview() -> Iterator[str]:
    yield "| rule | severity | right in the first run | right now |"
    yield "|---|---|---|---|"
    for group in SECTIONS:
        for rule in group.rules.values():
            first, judged = _share(rule.first), _share(rule.judged)
            yield f"| [{rule.id}](#{rule.id}) | {rule.severity} | {first} | {judged} |"
    first, judged = (_share(_sum(counts)) for counts in _counts())
    yield f"| all | | {first} | {judged} |\n"


def _share(counts: tuple[int, int]) -> str:
    return f"{counts[0]} of {counts[1]}" if counts[1] else ""


def _counts() -> Iterator[list[tuple[int, int]]]:
    rules = [rule for group in SECTIONS for rule in group.rules.values()]
    yield [rule.first for rule in rules]
    yield [rule.judged for rule in rules]


def _sum(counts: list[tuple[int, int]]) -> tuple[int, int]:
    return sum(right for right, _ in counts), sum(found for _, found in counts)


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
    return (f"| `{name}` | {describe(name)} |" for name in rules_of_format())


if __name__ == "__main__":
    sys.stdout.write(page())
