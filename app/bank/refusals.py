"""What a bank's YAML may not have, though YAML has it: the words for each refusal."""

from collections.abc import Mapping
from typing import Final

from app.bank.problems import FilePoint, Problems

REFUSALS: Final[Mapping[str, tuple[str, str]]] = {
    "too-large": (
        "The file is larger than 1 MiB and was not read.",
        "Divide it into several banks; one with 500 questions has about half of that.",
    ),
    "too-deep": (
        "Brackets or lists are nested more than {depth} deep.",
        "No field of a bank needs that. Is a quotation mark missing around a text?",
    ),
    "too-many-values": (
        "The file holds more than 50,000 values; the rest was not read.",
        "Divide it into several banks.",
    ),
    "second-document": (
        "Here a second document begins; a bank is one document.",
        "Take out the line `---`, or keep the second bank in a file of its own.",
    ),
    "empty-file": (
        "There is nothing in this file yet.",
        "Begin with `byline: 1`, then `title:`, `language:` and `article:`.",
    ),
    "yaml-alias": (
        "`*{name}` repeats another part of the file, which banks do not allow.",
        "Write the text out here. A text that begins with * needs quotation marks.",
    ),
    "yaml-anchor": (
        "`&{name}` names a part of the file to repeat it, which banks do not allow.",
        "Take it out. A text that begins with & needs quotation marks.",
    ),
    "yaml-tag": (
        "A word that begins with ! is a YAML tag, which banks do not allow.",
        "Take it out. A text that begins with ! needs quotation marks.",
    ),
    "merge-key": ("`<<` copies keys from elsewhere, which banks do not allow.", "Write them out."),
    "complex-key": (
        "This key is a list or mapping, not a text.",
        "A text that begins with [, {{ or ? needs quotation marks.",
    ),
    "duplicate-key": (
        "`{key}` is already there, in line {first}.",
        "Keep one of the two: line {first} or line {line}.",
    ),
    "control-escape": (
        "An escape such as \\0 or \\x07 puts an invisible control character into this text.",
        "Take it out; a backslash that is meant as one is written \\\\.",
    ),
    "stacked-escapes": (
        "Escapes such as \\u0301 put more than 30 accents or other marks on one letter.",
        "Take them out.",
    ),
}
"""Message and help, by rule."""


def refuse(problems: Problems, mark: FilePoint, rule: str, **words: str | int) -> None:
    """Add the problem of a rule, with the words that its sentences leave open."""
    message, advice = REFUSALS[rule]
    problems.add(mark, rule, message.format(**words), advice.format(**words))
