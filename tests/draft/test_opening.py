"""From the bytes of a file to text: encodings and kinds of files."""

import pytest

from app.bank.articles import LONGEST_PARAGRAPH
from app.draft.opening import MOST_PARAGRAPHS, open_manuscript
from app.errors import BadInput, TooLarge

TEXT = "El niño dijo: «Sí»."


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32"])
def test_text_with_a_mark_or_in_utf_8_is_read(encoding: str) -> None:
    assert open_manuscript(TEXT.encode(encoding), "a.txt").blocks[0].text == TEXT


def test_a_page_is_read_in_the_encoding_that_it_names() -> None:
    page = f'<html><head><meta charset="iso-8859-1"></head><body><p>{TEXT}</p></body></html>'
    assert open_manuscript(page.encode("iso-8859-1"), "a.html").blocks[0].text == TEXT


@pytest.mark.parametrize(
    "page",
    [b"<p>\xf1</p>", b'<meta charset="klingon"><p>\xf1</p>', b'<meta charset="ascii"><p>\xf1</p>'],
)
def test_an_unknown_encoding_is_answered(page: bytes) -> None:
    with pytest.raises(BadInput, match="UTF-8"):
        open_manuscript(page, "a.html")


@pytest.mark.parametrize(
    ("text", "paragraphs"),
    [
        ("<!DOCTYPE html><p>It is shut.</p><p>It rained.</p>", 2),
        ("# Shut\n\nIt is *old*.\n\n> It rained.", 2),
        ("It is old.\n\nIt rained.", 2),
    ],
)
def test_without_a_name_the_text_tells_what_it_is(text: str, paragraphs: int) -> None:
    made = open_manuscript(text.encode(), "")
    assert len(made.blocks) == paragraphs
    assert not any(set("<>*#") & set(block.text) for block in made.blocks)


def test_too_many_paragraphs_are_refused() -> None:
    with pytest.raises(TooLarge, match="paragraphs"):
        open_manuscript(b"a.\n\n" * (MOST_PARAGRAPHS + 1), "a.txt")


def test_a_paragraph_that_a_bank_refuses_is_refused_with_its_number() -> None:
    text = "It rained.\n\n" + "a" * (LONGEST_PARAGRAPH + 1)
    with pytest.raises(TooLarge, match=r"Paragraph 2 of the article is longer than 50,000 signs"):
        open_manuscript(text.encode(), "a.txt")
    assert open_manuscript(text[:-1].encode(), "a.txt").blocks[1].text
