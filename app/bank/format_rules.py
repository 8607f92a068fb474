"""What each rule of the format asks, in a line: for reports that list their rules."""

from collections.abc import Mapping
from functools import cache
from typing import Final

from app.kinds import KINDS

RULES: Final[Mapping[str, str]] = {
    "absent-term-in-article": "A term that must not occur in the article does not occur there.",
    "byte-order-mark": "A file begins with its text, without a byte order mark.",
    "chain-end": "A chain of sources ends with the writer of the article.",
    "chain-repeats": "A chain names each source once.",
    "device-twice": "A wording is two different devices, or one.",
    "complex-key": "A key is a text, not a list or mapping.",
    "control-character": "A text holds no invisible control characters.",
    "control-escape": "No escape puts a control character into a text.",
    "duplicate-id": "Every id is used once.",
    "duplicate-key": "Every key of a mapping is used once.",
    "empty": "A field that is there has a value.",
    "empty-file": "A bank has something in it.",
    "evidence-missing": "The article settles every question, by its words or by their absence.",
    "evidence-not-in-article": "A quotation is in the article, word for word.",
    "evidence-not-unique": "A quotation is in exactly one place.",
    "file-name": "A bank's file name is its id: lower case letters, digits, hyphens, .yaml.",
    "merge-key": "Keys are written out, not merged from elsewhere.",
    "missing-key": "Every field that is needed is there.",
    "not-foreseen": "A bank that Byline itself fails on is left out; the others are served.",
    "not-utf-8": "Files are written in UTF-8.",
    "own-enemy": "A question is not its own enemy.",
    "reserved-id": "Words with a meaning of their own are no ids.",
    "second-document": "A file holds one bank.",
    "stacked-escapes": "No escapes put more than 30 marks on one letter.",
    "stacked-marks": "No letter has more than 30 accents or other marks.",
    "text-too-long": "An article has at most 200,000 signs, a paragraph 50,000.",
    "too-deep": "Brackets and lists are nested at most 30 deep.",
    "too-large": "A file has at most 1 MiB.",
    "too-long": "A text or list is not longer than its field allows.",
    "too-many-values": "A bank has at most 50,000 values.",
    "two-texts": "The text of the article is in one place.",
    "unknown-about": "A question is about claims and devices of its bank.",
    "unknown-bank": "The alternative is a bank in the same folder.",
    "unknown-claim": "A reference to a claim names one of the bank.",
    "unknown-key": "Only fields of the format are used.",
    "unknown-kind": "A question has a kind that the program knows.",
    "unknown-paragraph": "A paragraph's number is one of the article's.",
    "unknown-question": "A reference to a question names one of the bank.",
    "unknown-source": "A reference to a source names one of the bank.",
    "unreadable-file": "Every file of a bank can be read.",
    "wrong-type": "A value has the form that its field asks for.",
    "wrong-value": "A value is one that its field allows.",
    "yaml-alias": "Nothing is repeated by aliases.",
    "yaml-anchor": "Nothing is named by anchors.",
    "yaml-syntax": "The file is YAML.",
    "yaml-tag": "No value bears a tag.",
}
"""Rules of the format itself; those of the kinds are with the kinds."""


@cache
def rules_of_format() -> tuple[str, ...]:
    """The names of the rules of the format and of the kinds, which their samples show."""
    broken = {
        rule for kind in KINDS.values() for sample in kind.samples() for _, rule in sample.broken
    }
    return tuple(sorted(RULES.keys() | broken))


def describe(rule: str) -> str:
    """What a rule asks; of a rule that is not listed, its name as words."""
    return RULES.get(rule, f"{rule.replace('-', ' ').capitalize()}.")
