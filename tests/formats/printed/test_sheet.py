"""A paper as it is printed: letters, numbers, passages, and the key in words."""

from typing import Any

from app.formats.printed.sheet import QuestionSheet, _question
from app.formats.printed.wording import words_for


def shown(**own: Any) -> QuestionSheet:
    common = {"n": 1, "kind": "choice", "skill": "facts", "level": 1, "prompt": "What?"}
    key = {"because": "So.", "evidence": [], "solution": own.pop("solution")}
    return _question(common | own | {"key": key}, words_for("en"))


def test_rows_with_options_are_numbered() -> None:
    entries = [{"id": "x", "text": "one"}, {"id": "y", "text": "two"}]
    sheet = shown(
        rows=[{"id": "r", "text": "A"}, {"id": "s", "text": "B"}],
        options=entries,
        solution={"rows": {"s": "x", "r": "y"}},
    )
    assert [str(row) for row in sheet.rows] == ["1) A", "2) B"]
    assert sheet.key is not None
    assert sheet.key.answers == ["1) A → b) two", "2) B → a) one"]


def test_an_order_is_told_in_its_order() -> None:
    rows = [{"id": "r", "text": "A"}, {"id": "s", "text": "B"}]
    sheet = shown(rows=rows, solution={"sequence": ["s", "r"]})
    assert sheet.key is not None
    assert sheet.key.answers == ["b) B", "a) A"]


def test_more_options_than_letters() -> None:
    options = [{"id": str(n), "text": "x"} for n in range(54)]
    labels = [entry.label for entry in shown(options=options, solution={}).options]
    assert labels[24:28] == ["y", "z", "aa", "ab"]
    assert labels[52:] == ["ba", "bb"]


def test_a_highlight_is_printed_in_its_paragraph() -> None:
    parts = [
        {"text": "The "},
        {"id": "t", "text": "trap"},
        {"text": " is "},
        {"id": "s", "text": "shut"},
    ]
    sheet = shown(
        kind="highlight", parts=parts, solution={"answers": ["t"], "reasons": {"t": "So."}}
    )
    assert [(piece.label, piece.text) for piece in sheet.passage] == [
        ("", "The "), ("a", "trap"), ("", " is "), ("b", "shut"),
    ]  # fmt: skip
    assert not sheet.is_written
    assert sheet.key is not None
    assert (sheet.key.answers, sheet.key.reasons) == (["a) trap"], ["a) So."])
