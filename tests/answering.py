"""Answering questions of any kind: what is right, what is wrong, as a form, and by hand.

Nothing here asks for a kind by its name. What a response looks like comes from the kind's samples,
what there is to work from the controls of the page; a kind with a new control needs a new branch in
`give`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from app.kinds import KINDS, kind_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from playwright.sync_api import Locator

    from app.domain.bank import Bank
    from app.domain.kind import Json
    from app.domain.question import Question
    from tests.browser.hands import Hand

WRONG_WORDS = "7"
"""What is typed where it is not right, in no letters, so that it is a word of no language."""


def right_response(question: Question) -> Json:
    """The response of a student who has the solution."""
    kind = kind_of(question)
    solution = kind.solution(question.definition)
    key = next(value for name, value in solution.items() if name != "reasons")
    if isinstance(key, dict):
        return {row: one["is"] if isinstance(one, dict) else one for row, one in key.items()}
    return key[0] if isinstance(key, list) and isinstance(kind.samples()[0].right, str) else key


def question_of(bank: Bank, item: Mapping[str, Any]) -> Question:
    """The question that an item shows; the prompts of a bank differ."""
    return next(one for one in bank.questions if one.prompt == item["prompt"])


def wrong_response(item: Mapping[str, Any], right: Json) -> Json:
    """A response that earns nothing, wrong in as many ways as can be: missing, wrong, too much."""
    ids = offered(item)
    if not ids:
        return WRONG_WORDS
    if is_ordered(item["kind"]):
        extra = [one for one in ids if one not in right]
        return {one: place for place, one in enumerate([*extra[:1], *right[:0:-1]], start=1)}
    if isinstance(right, dict):
        return {row: next(one for one in ids if one != right[row]) for row in list(right)[1:]}
    wrong = [one for one in ids if one not in right]
    return [*right[1:], wrong[0]] if isinstance(right, list) else wrong[0]


def offered(item: Mapping[str, Any]) -> list[str]:
    """The ids that a question offers to choose from, or to put in order."""
    entries = item.get("parts") or item.get("options") or item.get("rows") or ()
    return [entry["id"] for entry in entries if "id" in entry]


def is_ordered(kind: str) -> bool:
    """Whether a list that answers such a question has an order."""
    return bool(KINDS[kind].samples()[0].ordered)


def form_of(item: Mapping[str, Any], response: Json) -> dict[str, Any]:
    """What the paper's form sends for a response."""
    name = f"a{item['n']}"
    if is_ordered(item["kind"]) and isinstance(response, list):
        response = {row: place for place, row in enumerate(response, start=1)}
    if isinstance(response, dict):
        return {f"{name}.{row}": str(value) for row, value in response.items()}
    return {name: response}


def answer_by_hand(hand: Hand, question: Locator, kind: str, response: Json) -> None:
    """Give a response on the page, from its first part to its last."""
    item = {"n": question.get_attribute("data-n"), "kind": kind}
    for name, value in form_of(item, response).items():
        for one in value if isinstance(value, list) else [value]:
            give(hand, question.locator(f'[name="{name}"]'), one)


def give(hand: Hand, controls: Locator, value: str) -> None:
    """Give a value to a question's controls of one name."""
    control = controls.first
    if control.evaluate("element => element.matches('select')"):
        place(hand, control, value)
    elif control.get_attribute("type") == "text":
        hand.write(control, value)
    else:
        page = control.page
        box = page.locator(f'input[name="{control.get_attribute("name")}"][value="{value}"]')
        hand.press(page.locator("label").filter(has=box))


def place(hand: Hand, select: Locator, value: str) -> None:
    """Choose the entry of a list; where all lines are put in order, move the line up instead."""
    line = select.page.locator('[data-order="whole"] .place').filter(has=select)
    if line.count() and line.locator("[data-move]").first.is_visible():
        move_up(hand, line, value)
    else:
        hand.choose(select, select.locator(f'option[value="{value}"]').inner_text())


def move_up(hand: Hand, line: Locator, value: str) -> None:
    """Move a line up until it is in its place."""
    for _ in range(10):
        if line.locator("select").input_value() == value:
            return
        hand.press(line.locator("[data-move=up]"))
    raise AssertionError(f"{line} never comes to place {value}")
