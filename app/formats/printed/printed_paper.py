"""A drawn paper as it is printed: every question in its layout, and the key in words."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from app.domain.bank import Bank
from app.domain.kind import Json
from app.domain.question import Question
from app.formats.printed.key_in_words import answers_in_words
from app.formats.printed.layout import Layout, lay_out
from app.formats.printed.paper_words import CITE, CONFIDENCE, PaperWords, words_for
from app.language.sentences import sentences_of
from app.quiz.citing import is_found
from app.quiz.drawing import DrawnPaper
from app.quiz.presenting import key_of, present_item


@dataclass(frozen=True, slots=True)
class PrintedKey:
    """The key of one question: answers and reasons in words, and quotations with paragraphs.

    `settled` says which sentences settle it, where the paper asks for one.
    """

    answers: Sequence[str]
    because: str
    reasons: Sequence[str]
    evidence: Sequence[tuple[int, str]]
    settled: str = ""


@dataclass(frozen=True, slots=True)
class PrintedQuestion:
    """One question as it is printed; `key` is None on a paper without key.

    `about` names skill and level, `how` says what to do. `cite` and `confidence` ask which
    sentence settles it and how sure the student is, in `levels`; they are empty where the paper
    does not ask.
    """

    n: int
    about: str
    prompt: str
    how: str
    layout: Layout
    key: PrintedKey | None
    cite: str = ""
    confidence: str = ""
    levels: Sequence[str] = ()


@dataclass(frozen=True, slots=True)
class PrintedPaper:
    """A whole paper as it is printed; `name` is its seed, as a rule."""

    bank: Bank
    name: str
    questions: Sequence[PrintedQuestion]
    words: PaperWords
    has_numbers: bool = False
    """Whether the sentences of the text are numbered."""


def items_of(bank: Bank, paper: DrawnPaper, *, key: bool) -> list[dict[str, Json]]:
    """The items as the API presents them, each with its `key` if that is wanted."""
    return [
        present_item(bank, item, paper.blueprint)
        | ({"key": _key(bank, item.question)} if key else {})
        for item in paper.items
    ]


def _key(bank: Bank, name: str) -> dict[str, Json]:
    return {"question": name, **key_of(bank, bank.by_id[name])}


def lay_out_paper(bank: Bank, paper: DrawnPaper, *, key: bool) -> PrintedPaper:
    """The paper with everything called by letters and numbers, in the bank's language."""
    words = words_for(bank.language)
    presented = items_of(bank, paper, key=key)
    questions = [
        lay_out_question(bank, bank.by_id[drawn.question], item, words)
        for drawn, item in zip(paper.items, presented, strict=True)
    ]
    return PrintedPaper(bank, str(paper.seed), questions, words, paper.blueprint.cite)


def lay_out_question(
    bank: Bank, question: Question, item: Mapping[str, Json], words: PaperWords
) -> PrintedQuestion:
    """One question, from its item as `items_of` gives it."""
    layout = lay_out(question.definition, item)
    key = printed_key(question.definition, item["key"], layout, words) if "key" in item else None
    if key and item.get("cite"):
        key = replace(key, settled=_settled(bank, question, words))
    return PrintedQuestion(
        n=item["n"],
        about=words.about(item["skill"], item["level"]),
        prompt=item["prompt"],
        how=words.how(item["kind"]),
        layout=layout,
        key=key,
        **_beside(item, words),
    )


def printed_key(
    definition: object, key: Mapping[str, Json], layout: Layout, words: PaperWords
) -> PrintedKey:
    """The key of a question, with what it names called as in the layout."""
    names = {entry.id: str(entry) for entry in layout.named}
    solution: Mapping[str, Json] = key["solution"]
    reasons = solution.get("reasons", {})
    return PrintedKey(
        answers=answers_in_words(definition, solution, names, words),
        because=key["because"],
        reasons=[
            str(replace(entry, text=reasons[entry.id]))
            for entry in layout.named
            if entry.id in reasons
        ],
        evidence=[(place["paragraph"], place["quote"]) for place in key["evidence"]],
    )


def _settled(bank: Bank, question: Question, words: PaperWords) -> str:
    """Which sentences settle a question, in words."""
    numbers = [
        one.number for one in sentences_of(bank).values() if is_found(bank, question, one.id)
    ]
    return words.settled(numbers)


def _beside(item: Mapping[str, Json], words: PaperWords) -> dict[str, Any]:
    """What a question asks beside its answer."""
    beside: dict[str, Any] = {}
    if item.get("cite"):
        beside["cite"] = words.texts.gettext(CITE)
    if item.get("confidence"):
        beside |= {"confidence": words.texts.gettext(CONFIDENCE), "levels": words.levels()}
    return beside
