"""Finds what a page shows outside of translation, and words under the wrong language.

The page must be of a pseudo-language (`pseudo.Bracketed`) and of a bank in Greek (`foreign`): then
a Latin letter outside of brackets escaped translation, and a Greek one is a word of the bank's.
"""

import json
import re
from dataclasses import dataclass
from html.parser import HTMLParser
from typing import Any, Final

from tests.web.pseudo import CLOSE, OPEN

SPOKEN: Final = frozenset(
    {
        "alt",
        "aria-braillelabel",
        "aria-description",
        "aria-label",
        "aria-placeholder",
        "aria-roledescription",
        "aria-valuetext",
        "content",
        "label",
        "placeholder",
        "title",
    }
)
"""Attributes that somebody sees or hears."""

VOID: Final = frozenset({"br", "circle", "hr", "img", "input", "link", "meta", "path", "rect"})
WORDMARK: Final = "Byline"
NO_LANGUAGE: Final = "zxx"
"""What is no words, as a code is (BCP 47)."""

GREEK: Final = re.compile("[\u0370-\u03ff\u1f00-\u1fff]")
LATIN: Final = re.compile(r"[A-Za-z]")


@dataclass(frozen=True, slots=True)
class Element:
    """An open element: its language and direction, its own or inherited."""

    tag: str
    language: str
    direction: str
    wordmark: bool = False


class Escapes(HTMLParser):
    """Reads a page in `language`, about a bank in `bank`; `found` is what is amiss."""

    def __init__(self, page: str, *, language: str, direction: str, bank: str) -> None:
        super().__init__(convert_charrefs=True)
        self.language, self.direction, self.bank = language, direction, bank
        self.open = [Element("", "", "")]
        self.depth = 0
        self.found: list[str] = []
        self.feed(page)
        self.close()
        if self.depth:
            self.found.append("a bracket is not closed")

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        own = {name: value or "" for name, value in attrs}
        above = self.open[-1]
        element = Element(
            tag,
            own.get("lang", above.language),
            own.get("dir", above.direction),
            own.get("class") == "wordmark",
        )
        for name, value in own.items():
            if is_spoken(tag, name, own):
                self.judge(value, element, f"{tag} {name}")
        if tag not in VOID:
            self.open.append(element)

    def handle_endtag(self, tag: str) -> None:
        if tag not in VOID:
            self.open.pop()

    def handle_data(self, data: str) -> None:
        element = self.open[-1]
        if element.tag == "script":
            self.judge_json(json.loads(data) if data.strip() else {}, element)
        elif element.tag == "title":
            # The bank's title may stand in it, and nothing inside can bear a language.
            data = GREEK.sub("", data.removesuffix(f" · {WORDMARK}"))
            self.judge(data, element, "title")
        elif not (element.wordmark and data == WORDMARK):
            self.judge(data, element, f"<{element.tag}>")

    def judge_json(self, value: Any, element: Element) -> None:
        """The words that are handed to the script."""
        if isinstance(value, str):
            self.judge(value, element, "<script>")
        elif isinstance(value, dict | list):
            for inner in value.values() if isinstance(value, dict) else value:
                self.judge_json(inner, element)

    def judge(self, text: str, element: Element, where: str) -> None:
        """Every letter of a text: is it translated, is it under the right language?"""
        faults = set()
        for sign in text:
            if sign in (OPEN, CLOSE):
                self.depth += 1 if sign == OPEN else -1
            faults.add(self.fault_of(sign, element))
        told = f"{where} {' '.join(text.split())!r}"
        self.found += [f"{fault}: {told}" for fault in sorted(faults - {""})]

    def fault_of(self, sign: str, element: Element) -> str:
        """What is amiss with one letter, or nothing."""
        if element.language == NO_LANGUAGE:
            return ""
        theirs = GREEK.match(sign) is not None
        if LATIN.match(sign) and not self.depth:
            return "not translated"
        if not (sign.isalpha() or sign in (OPEN, CLOSE)):
            return ""
        expected = (self.bank, "ltr") if theirs else (self.language, self.direction)
        if (element.language, element.direction) != expected:
            return f"under {element.language} {element.direction}"
        return ""


def is_spoken(tag: str, name: str, own: dict[str, str]) -> bool:
    """Whether a person meets the value of an attribute."""
    if name == "content":
        return own.get("name") == "description"
    if name == "value":
        return tag == "input" and own.get("type") in ("submit", "button", "reset")
    return name in SPOKEN or (name.startswith("data-") and " " in own[name])
