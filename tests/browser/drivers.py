"""How each kind of question is answered rightly: one driver per kind, for every hand.

A driver gets a hand, the question on the page and the question as the bank has it, and gives the
right answer. A new kind needs one here; `test_ways.py` fails until it has it.
"""

from collections.abc import Callable, Mapping
from typing import Any, Final

from playwright.sync_api import Locator

from tests.browser.hands import Hand

Asked = Mapping[str, Any]
"""A question as it is written in a bank."""

Driver = Callable[[Hand, Locator, Asked], None]


def option(within: Locator, text: str) -> Locator:
    """The option that reads `text`, with its box."""
    return within.locator(".option, .phrase").filter(
        has=within.page.locator(f"span:text-is({quoted(text)})")
    )


def row(question: Locator, text: str) -> Locator:
    """The row of a grid that is about `text`."""
    return question.locator(".statement").filter(
        has=question.page.locator(f"legend:text-is({quoted(text)})")
    )


def quoted(text: str) -> str:
    """A text as a string of a selector."""
    return '"' + text.replace('"', '\\"') + '"'


def choice(hand: Hand, question: Locator, asked: Asked) -> None:
    """Take the answer."""
    hand.press(option(question, asked["answer"]))


def multiple(hand: Hand, question: Locator, asked: Asked) -> None:
    """Tick the answers."""
    for answer in asked["answers"]:
        hand.press(option(question, answer))


VERDICTS: Final = {True: 0, False: 1, "not stated": 2}
"""The places of the verdicts: their words are the page's, and may be in any language."""


def statements(hand: Hand, question: Locator, asked: Asked) -> None:
    """Judge every row."""
    for statement in asked["statements"]:
        verdicts = row(question, statement["says"]).locator(".option")
        hand.press(verdicts.nth(VERDICTS[statement["is"]]))


def match(hand: Hand, question: Locator, asked: Asked) -> None:
    """Give every text on the left its partner."""
    for left, right in asked["pairs"].items():
        hand.choose(question.get_by_label(left, exact=True), right)


def classify(hand: Hand, question: Locator, asked: Asked) -> None:
    """Sort every item."""
    for category, items in asked["categories"].items():
        for item in items:
            hand.press(option(row(question, item), category))


def order(hand: Hand, question: Locator, asked: Asked) -> None:
    """Move every line up to its place; without a script, give it its place."""
    for place, text in enumerate(asked["sequence"], start=1):
        line = place_of(question, text)
        if line.locator("[data-move]").first.is_visible():
            move_up(hand, line, place)
        else:
            hand.choose(line.locator("select"), str(place))


def move_up(hand: Hand, line: Locator, place: int) -> None:
    """Move a line up until it is in its place."""
    for _ in range(10):
        if line.locator("select").input_value() == str(place):
            return
        hand.press(line.locator("[data-move=up]"))
    raise AssertionError(f"{line} never comes to place {place}")


def chain(hand: Hand, question: Locator, asked: Asked) -> None:
    """Give every member its place, and leave out the others."""
    for place, text in enumerate(asked["chain"], start=1):
        hand.choose(place_of(question, text).locator("select"), str(place))


def place_of(question: Locator, text: str) -> Locator:
    """The line of an order that reads `text`."""
    return question.locator(".place").filter(
        has=question.page.locator(f"label:text-is({quoted(text)})")
    )


def highlight(hand: Hand, question: Locator, asked: Asked) -> None:
    """Tick the phrases that are looked for."""
    for target in asked["targets"]:
        hand.press(option(question, target))


def numeric(hand: Hand, question: Locator, asked: Asked) -> None:
    """Write the number."""
    hand.write(question.get_by_role("textbox"), str(asked["answer"]))


def short_text(hand: Hand, question: Locator, asked: Asked) -> None:
    """Write the first of the answers."""
    hand.write(question.get_by_role("textbox"), asked["answers"][0])


DRIVERS: Final[Mapping[str, Driver]] = {
    driver.__name__: driver
    for driver in (
        choice,
        multiple,
        statements,
        match,
        classify,
        order,
        chain,
        highlight,
        numeric,
        short_text,
    )
}
