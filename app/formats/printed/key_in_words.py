"""The solution of a question in the words of its paper: letters, numbers, texts and verdicts."""

from collections.abc import Iterator, Mapping, Sequence
from functools import singledispatch

from app.domain.kind import Json
from app.formats.printed.paper_words import PaperWords
from app.kinds import highlight, multiple

Names = Mapping[str, str]
"""What the paper calls each option, row or phrase, by its id, in the order of the paper."""


@singledispatch
def answers_in_words(
    _definition: object, solution: Mapping[str, Json], names: Names, words: PaperWords
) -> list[str]:
    """The lines of a key, from what a kind gives as its solution.

    A solution may hold ids, texts, lists of them, and an id or a verdict for each row. A kind
    whose solution means something else registers a function for its definition.
    """
    return [
        line
        for name, value in solution.items()
        if name != "reasons"
        for line in _lines(value, names, words)
    ]


@answers_in_words.register(multiple.Definition)
@answers_in_words.register(highlight.Definition)
def _(
    _definition: object, solution: Mapping[str, Json], names: Names, words: PaperWords
) -> list[str]:
    """The right ones, which have no order of their own, in the order of the paper."""
    right: Sequence[str] = sorted(solution["answers"], key=list(names).index)
    return list(_lines(right, names, words))


def _lines(value: Json, names: Names, words: PaperWords) -> Iterator[str]:
    """The lines of one part of a solution: an id or text, a list of them, or one for each row."""
    if isinstance(value, str):
        yield names.get(value) or words.verdict(value)
    elif isinstance(value, list):
        for entry in value:
            yield from _lines(entry, names, words)
    elif isinstance(value, dict):
        for row in sorted(value, key=list(names).index):
            yield _line_of_row(names[row], value[row], names, words)


def _line_of_row(name: str, verdict: Json, names: Names, words: PaperWords) -> str:
    because = verdict.get("because", "") if isinstance(verdict, dict) else ""
    chosen = verdict["is"] if isinstance(verdict, dict) else verdict
    line = f"{name} → {names.get(chosen) or words.verdict(chosen)}"
    return f"{line}. {because}" if because else line
