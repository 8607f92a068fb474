"""A drawn paper as it is printed: options with letters, rows, and the key in words."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from string import ascii_lowercase
from typing import Any

from app.domain.bank import Bank
from app.domain.kind import Json
from app.formats.printed.wording import CITE, CONFIDENCE, SheetWords, words_for
from app.quiz.citing import is_found
from app.quiz.drawing import DrawnPaper
from app.quiz.presenting import key_of, present_item


@dataclass(frozen=True, slots=True)
class Entry:
    """Something to choose or to judge, with the letter or number that it is called by."""

    id: str
    label: str
    text: str

    def __str__(self) -> str:
        return f"{self.label}) {self.text}"


@dataclass(frozen=True, slots=True)
class KeySheet:
    """The key of one question: answers and reasons in words, and quotations with paragraphs.

    `settled` says which sentences settle it, where the paper asks for one.
    """

    answers: Sequence[str]
    because: str
    reasons: Sequence[str]
    evidence: Sequence[tuple[int, str]]
    settled: str = ""


@dataclass(frozen=True, slots=True)
class QuestionSheet:
    """One question as it is printed; `key` is None on a paper without key.

    `passage` is a paragraph in pieces: those with a label can be chosen, the others have no id.
    `cite` and `confidence` ask which sentence settles it and how sure one is, in `levels`; they are
    empty where the paper does not ask.
    """

    n: int
    about: str
    prompt: str
    how: str
    rows: Sequence[Entry]
    options: Sequence[Entry]
    passage: Sequence[Entry]
    unit: str
    key: KeySheet | None
    cite: str = ""
    confidence: str = ""
    levels: Sequence[str] = ()

    @property
    def is_written(self) -> bool:
        """Whether the answer is written out, for there is nothing to choose from."""
        return not (self.rows or self.options or self.passage)


@dataclass(frozen=True, slots=True)
class PaperSheet:
    """A whole paper as it is printed; `name` is its seed, as a rule."""

    bank: Bank
    name: str
    questions: Sequence[QuestionSheet]
    words: SheetWords
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


def sheet_of(bank: Bank, paper: DrawnPaper, *, key: bool) -> PaperSheet:
    """The paper with everything called by letters and numbers."""
    words = words_for(bank.language)
    questions = [
        _settled(bank, item, _question(item, words), words)
        for item in items_of(bank, paper, key=key)
    ]
    return PaperSheet(bank, str(paper.seed), questions, words, paper.blueprint.cite)


def _settled(
    bank: Bank, item: Mapping[str, Json], sheet: QuestionSheet, words: SheetWords
) -> QuestionSheet:
    """A question whose key says which sentences settle it, where the paper asks for one."""
    if sheet.key is None or not sheet.cite:
        return sheet
    question = bank.by_id[item["key"]["question"]]
    numbers = [one.number for one in bank.sentences.values() if is_found(bank, question, one.id)]
    return replace(sheet, key=replace(sheet.key, settled=words.settled(numbers)))


def _question(item: Mapping[str, Json], words: SheetWords) -> QuestionSheet:
    options = _lettered([option for option in item.get("options", ()) if "text" in option])
    rows = _numbered(item.get("rows", ())) if options else _lettered(item.get("rows", ()))
    passage = _passage(item.get("parts", ()))
    named = [*rows, *options, *(piece for piece in passage if piece.label)]
    return QuestionSheet(
        n=item["n"],
        about=words.about(item["skill"], item["level"]),
        prompt=item["prompt"],
        how=words.how(item["kind"]),
        rows=rows,
        options=options,
        passage=passage,
        unit=item.get("unit", ""),
        key=_key_sheet(item["key"], named, words) if "key" in item else None,
        **_beside(item, words),
    )


def _beside(item: Mapping[str, Json], words: SheetWords) -> dict[str, Any]:
    """What a question asks beside its answer."""
    beside: dict[str, Any] = {}
    if item.get("cite"):
        beside["cite"] = words.texts.gettext(CITE)
    if item.get("confidence"):
        beside |= {"confidence": words.texts.gettext(CONFIDENCE), "levels": words.levels()}
    return beside


def _passage(parts: Sequence[Mapping[str, str]]) -> list[Entry]:
    labels = {
        entry.id: entry.label for entry in _lettered([part for part in parts if "id" in part])
    }
    return [
        Entry(part.get("id", ""), labels.get(part.get("id", ""), ""), part["text"])
        for part in parts
    ]


def _lettered(entries: Sequence[Mapping[str, str]]) -> list[Entry]:
    return [Entry(entry["id"], _letter(n), entry["text"]) for n, entry in enumerate(entries)]


def _letter(n: int) -> str:
    """The letters a to z, then aa, ab and so on."""
    rest, place = divmod(n, len(ascii_lowercase))
    return (_letter(rest - 1) if rest else "") + ascii_lowercase[place]


def _numbered(entries: Sequence[Mapping[str, str]]) -> list[Entry]:
    return [Entry(entry["id"], str(n), entry["text"]) for n, entry in enumerate(entries, start=1)]


def _key_sheet(key: Mapping[str, Json], entries: Sequence[Entry], words: SheetWords) -> KeySheet:
    named = {entry.id: str(entry) for entry in entries}
    solution = dict(key["solution"])
    reasons = solution.pop("reasons", {})
    if "answers" in solution:
        # A set, unlike the lists of other kinds: told in the order of the paper.
        solution["answers"] = sorted(solution["answers"], key=[*named, *solution["answers"]].index)
    return KeySheet(
        answers=[line for value in solution.values() for line in _answers(value, named, words)],
        because=key["because"],
        reasons=[
            str(replace(entry, text=reasons[entry.id])) for entry in entries if entry.id in reasons
        ],
        evidence=[(place["paragraph"], place["quote"]) for place in key["evidence"]],
    )


def _answers(value: Json, named: Mapping[str, str], words: SheetWords) -> Iterator[str]:
    """The lines of one part of a solution: an id or text, a list of them, or one for each row."""
    if isinstance(value, str):
        yield named.get(value) or words.verdict(value)
    elif isinstance(value, list):
        for entry in value:
            yield from _answers(entry, named, words)
    elif isinstance(value, dict):
        for row in sorted(value, key=list(named).index):
            yield _of_row(named[row], value[row], named, words)


def _of_row(name: str, verdict: Json, named: Mapping[str, str], words: SheetWords) -> str:
    because = verdict.get("because", "") if isinstance(verdict, dict) else ""
    chosen = verdict["is"] if isinstance(verdict, dict) else verdict
    told = f"{name} → {named.get(chosen) or words.verdict(chosen)}"
    return f"{told}. {because}" if because else told
