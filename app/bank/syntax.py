"""What YAML's parser complains of, said so that the author knows what to do."""

from typing import Final

import yaml

from app.bank.lines import lines_of, mark_at
from app.bank.problems import At, Problems

_QUOTE_IT: Final = 'Put the whole text in quotation marks: key: "the text".'
_INDENT: Final = (
    "Look at this line and the one before: entries of one mapping or list begin in the same "
    "column, and a text that holds : or # or begins with a quotation mark needs quotation marks "
    "around all of it."
)

EXPLANATIONS: Final[tuple[tuple[str, str, str], ...]] = (
    ("mapping values are not allowed", "A colon is not possible here.",
     ('Put a text that holds a colon in quotation marks: key: "the text". Or does the line before '
     "lack its colon?")),
    ("could not find expected ':'", "This line has no colon after its key.", ("Write `key: text`. "
     "A text that goes on in the next line is indented further than its key.")),
    ("did not find expected key", "This does not fit the line before it.", _INDENT),
    ("did not find expected '-'", "This does not fit the list before it.", _INDENT),
    ("did not find expected <document start>", "This does not fit the line before it.", _INDENT),
    ("did not find expected ',' or ']'", "A list in brackets is not closed.",
     "Write [one, two], and put a text with a comma or bracket in quotation marks."),
    ("did not find expected ',' or '}'", "A mapping in braces is not closed.",
     "Write {key: text}, and put a text with a comma, colon or brace in quotation marks."),
    ("did not find expected node content", "Here a value is missing.", _INDENT),
    ("found unexpected end of stream", "A quotation mark that opens here is never closed.",
     'Close it with the same mark. Inside "..." write \\" for a mark that belongs to the text.'),
    ("found unexpected document indicator", ("A text in quotation marks is not closed before "
     "this line."), "Close the quotation mark."),
    ("found unknown escape character", ("A backslash inside \"...\" is followed by a letter that "
     "it cannot go with."), "Write \\\\ for a backslash, or use '...' instead."),
    ("found character that cannot start any token", "A text cannot begin with this character.",
     _QUOTE_IT),
    ("found a tab character", "The line is indented with a tab.",
     "Indent with spaces."),
    ("block sequence entries are not allowed", "A list cannot begin in this place.",
     "Begin the list in a line of its own, below its key."),
    ("block mapping", "This does not fit the line before it.", _INDENT),
    ("did not find expected alphabetic or numeric", "A text cannot begin with * or &.", _QUOTE_IT),
    ("tag", "A text cannot begin with an exclamation mark.", _QUOTE_IT),
    ("directive", "A line cannot begin with %.", _QUOTE_IT),
    ("incompatible YAML", "This version of YAML is not known.", "Take the line with %YAML out."),
)  # fmt: skip
"""(part of libyaml's message, what to say, what to do), the first that fits."""

_FALLBACK: Final = ("", "This line cannot be read as YAML.", _INDENT)
_AT_THE_OPENING: Final = ("found unexpected end of stream",)


def explain(error: yaml.YAMLError, text: str, problems: Problems) -> None:
    """Add the one problem that stopped the parser, at a place inside the text."""
    complaint = str(getattr(error, "problem", None) or getattr(error, "reason", ""))
    mark = _place_of(error, complaint, text)
    told = f"{getattr(error, 'context', '')} {complaint}"
    _, message, advice = next((row for row in EXPLANATIONS if row[0] in told), _FALLBACK)
    sign = _sign_at(text, mark)
    if sign == "\t":
        message, advice = "The line is indented with a tab.", "Indent with spaces."
    problems.add(mark, "yaml-syntax", message, advice)


def _place_of(error: yaml.YAMLError, complaint: str, text: str) -> At:
    opening = getattr(error, "context_mark", None)
    mark = getattr(error, "problem_mark", None) or opening
    if complaint in _AT_THE_OPENING and opening is not None:
        mark = opening
    if mark is None:
        return mark_at(text, getattr(error, "position", 0))
    return _inside(At(mark.line, mark.column), text)


def _inside(mark: At, text: str) -> At:
    """The same mark, or the last place of the text when the parser stopped behind it."""
    lines = lines_of(text)
    if mark.line < len(lines):
        return At(mark.line, min(mark.column, len(lines[mark.line])))
    return At(len(lines) - 1, len(lines[-1]))


def _sign_at(text: str, mark: At) -> str:
    line = lines_of(text)[mark.line]
    return line[mark.column : mark.column + 1]
