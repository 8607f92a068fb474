"""From plain text to paragraphs and a title."""

import pytest

from app.draft.manuscript import Block, clean, one_line, plain


def test_empty_lines_part_paragraphs_and_a_headline_becomes_the_title() -> None:
    made = plain("A bridge is shut\n\nIt is old,\nand red.\n\n\nIt rained.\n")
    assert made.title == "A bridge is shut"
    assert made.blocks == (Block("It is old, and red."), Block("It rained."))


def test_without_empty_lines_long_lines_are_paragraphs() -> None:
    long = "It is old. " * 20
    assert len(plain(f"{long}\nIt rained.\n{long}").blocks) == 3
    assert len(plain("It is old.\nIt rained.").blocks) == 1


def test_each_line_of_an_interview_is_a_paragraph() -> None:
    made = plain("It rained.\n\nQ: Is it\nshut?\nA: Yes.\n\nPregunta: ¿Y qué?\nRespuesta: No.")
    assert [block.text for block in made.blocks] == [
        "It rained.", "Q: Is it shut?", "A: Yes.", "Pregunta: ¿Y qué?", "Respuesta: No.",
    ]  # fmt: skip
    assert len(plain("NOTE: It is shut.\nIt rained.").blocks) == 1


@pytest.mark.parametrize("first", ["It rained.", "“Yes,” said Ana", "x" * 200, "12"])
def test_what_is_no_headline_stays_in_the_text(first: str) -> None:
    assert plain(f"{first}\n\nIt is old.").title == ""


def test_what_a_bank_cannot_hold_is_taken_out() -> None:
    assert clean("a\x00b\x0bc\u2029d\ufeff\r\ne\u202e") == "ab\nc\n\nd\ne"
    assert one_line(" a\u00a0\u3000b\n c ") == "a b c"
