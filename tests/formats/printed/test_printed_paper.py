"""A paper as it is printed: letters, numbers, passages, and the key in words."""

from decimal import Decimal
from typing import Any

from app.formats.printed.layout import Layout, lay_out
from app.formats.printed.paper_words import words_for
from app.formats.printed.printed_paper import PrintedKey, printed_key
from app.kinds import highlight, multiple, numeric


def shown(definition: object = None, /, **own: Any) -> tuple[Layout, PrintedKey]:
    """A question as its kind presents it, with its solution, laid out for paper."""
    solution = own.pop("solution")
    layout = lay_out(definition, own)
    key = {"because": "So.", "evidence": [], "solution": solution}
    return layout, printed_key(definition, key, layout, words_for("en"))


def test_rows_with_options_are_numbered() -> None:
    entries = [{"id": "x", "text": "one"}, {"id": "y", "text": "two"}]
    layout, key = shown(
        rows=[{"id": "r", "text": "A"}, {"id": "s", "text": "B"}],
        options=entries,
        solution={"rows": {"s": "x", "r": "y"}},
    )
    assert [str(row) for row in layout.rows] == ["1) A", "2) B"]
    assert key.answers == ["1) A → b) two", "2) B → a) one"]


def test_an_order_is_printed_in_its_order() -> None:
    rows = [{"id": "r", "text": "A"}, {"id": "s", "text": "B"}]
    _, key = shown(rows=rows, solution={"sequence": ["s", "r"]})
    assert key.answers == ["b) B", "a) A"]


def test_more_options_than_letters() -> None:
    options = [{"id": str(n), "text": "x"} for n in range(54)]
    layout, _ = shown(options=options, solution={})
    labels = [entry.label for entry in layout.options]
    assert labels[24:28] == ["y", "z", "aa", "ab"]
    assert labels[52:] == ["ba", "bb"]


def test_a_highlight_is_printed_in_its_paragraph() -> None:
    parts = [
        {"text": "The "},
        {"id": "t", "text": "trap"},
        {"text": " is "},
        {"id": "s", "text": "shut"},
    ]
    definition = highlight.Definition(1, (), (), ())
    solution = {"answers": ["t"], "reasons": {"t": "So."}}
    layout, key = shown(definition, parts=parts, solution=solution)
    assert [(piece.label, piece.text) for piece in layout.passage] == [
        ("", "The "), ("a", "trap"), ("", " is "), ("b", "shut"),
    ]  # fmt: skip
    assert not layout.is_written
    assert (key.answers, key.reasons) == (["a) trap"], ["a) So."])


def test_right_options_are_printed_in_the_order_of_the_paper() -> None:
    options = [{"id": "z", "text": "one"}, {"id": "a", "text": "two"}]
    definition = multiple.Definition((), (), "balanced")
    _, key = shown(definition, options=options, solution={"answers": ["a", "z"], "reasons": {}})
    assert key.answers == ["a) one", "b) two"]


def test_a_number_is_written_before_its_unit() -> None:
    definition = numeric.Definition(Decimal(3), Decimal(0), "years")
    layout, key = shown(definition, unit="years", solution={"answer": "3", "unit": "years"})
    assert (layout.is_written, layout.unit, key.answers) == (True, "years", ["3", "years"])
