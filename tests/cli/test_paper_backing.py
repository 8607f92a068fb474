"""A printed paper that asks for sentences and confidence: on paper, numbers stand in the text."""

import json
from html.parser import HTMLParser

import pytest

from tests.cli.test_paper import folder, paper

__all__ = ["folder"]  # the fixture, which serves every test here as well

ASKED = ("--cite", "--confidence")
QUESTION = "Which sentence of the text gives the answer? Leave this empty if none does."
LEVEL = "Very sure (right +3, wrong −6)"


def test_the_terminal_asks_both(capsys: pytest.CaptureFixture[str]) -> None:
    assert paper(*ASKED) == 0
    words = " ".join(capsys.readouterr().out.split())
    assert words.count(QUESTION) == 3
    assert words.count(LEVEL) == 2, "of a choice and of statements, not of several answers"


@pytest.mark.parametrize("form", ["text", "html", "json"])
def test_a_plain_paper_asks_neither(form: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert paper("--format", form, "--key") == 0
    out = capsys.readouterr().out
    assert not any(part in out for part in (QUESTION, LEVEL, "ettled by", "sentences"))


def test_the_key_names_the_sentences(capsys: pytest.CaptureFixture[str]) -> None:
    assert paper("--cite", "--key") == 0
    key = " ".join(capsys.readouterr().out.partition("Key")[2].split())
    assert "Settled by sentence 2.1. > Paragraph 2: “Tom fell there in March”" in key


def test_a_program_gets_the_sentences(capsys: pytest.CaptureFixture[str]) -> None:
    assert paper(*ASKED, "--format", "json") == 0
    document = json.loads(capsys.readouterr().out)
    assert all(item["cite"] for item in document["items"])
    assert [item.get("confidence", False) for item in document["items"]] == [True, False, True]
    assert document["sentences"][0] == document["sentences"][0] | {"paragraph": 1}


class Texts(HTMLParser):
    """The texts of a page, one after the other."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def handle_data(self, data: str) -> None:
        """Keep it."""
        self.found.append(data)


def test_the_page_numbers_the_sentences(capsys: pytest.CaptureFixture[str]) -> None:
    assert paper(*ASKED, "--format", "html") == 0
    texts = Texts()
    texts.feed(capsys.readouterr().out)
    words = " ".join(" ".join(texts.found).split())
    assert "1 1.1 " in words
    assert words.count(QUESTION) == 3
    assert words.count(LEVEL) == 2
