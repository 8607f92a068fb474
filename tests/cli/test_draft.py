"""`byline draft`: from a file or the standard input to a bank, or to a sentence."""

import io
from pathlib import Path

import pytest

from app.cli import run

NEWS = "“The bridge is shut,” said Ana Ruiz, the mayor.\n\nAbout 300 people use it.\n"


@pytest.fixture
def article(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    path = tmp_path / "article.txt"
    path.write_text(NEWS, encoding="utf-8")
    return path


def draft(*arguments: str) -> int:
    return run(["draft", *arguments])


def feed(monkeypatch: pytest.MonkeyPatch, raw: bytes) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(raw)))


@pytest.mark.usefixtures("article")
def test_a_draft_passes_the_check(capsys: pytest.CaptureFixture[str]) -> None:
    assert draft("article.txt", "--output", "bridge.yaml") == 0
    told = capsys.readouterr().err
    assert "Written to bridge.yaml." in told
    assert "2 sources, 2 claims, 0 devices" in told
    assert run(["check", "bridge.yaml"]) == 0
    assert "bridge.yaml: 0 questions; 4 items await review" in capsys.readouterr().out


@pytest.mark.usefixtures("article")
def test_it_is_written_to_the_terminal_without_an_output(
    capsysbinary: pytest.CaptureFixture[bytes],
) -> None:
    assert draft("article.txt") == 0
    assert b"name: Ana Ruiz\n" in capsysbinary.readouterr().out


@pytest.mark.parametrize("arguments", [[], ["-"]])
def test_the_standard_input_is_read(
    arguments: list[str],
    monkeypatch: pytest.MonkeyPatch,
    capsysbinary: pytest.CaptureFixture[bytes],
) -> None:
    feed(monkeypatch, NEWS.encode())
    assert draft(*arguments) == 0
    assert b"evidence: The bridge is shut\n" in capsysbinary.readouterr().out


def test_the_language_comes_from_the_words_or_the_option(
    monkeypatch: pytest.MonkeyPatch, capsysbinary: pytest.CaptureFixture[bytes]
) -> None:
    spanish = "«El puente está cerrado», dijo la alcaldesa de la ciudad.".encode()
    for arguments, language in (([], b"es"), (["--language", "en"], b"en")):
        feed(monkeypatch, spanish)
        assert draft(*arguments) == 0
        assert b"\nlanguage: " + language + b"\n" in capsysbinary.readouterr().out


@pytest.mark.parametrize(
    ("raw", "sentence"),
    [
        (b"", "is empty"),
        (b" \n\t\n", "is empty"),
        (b"%PDF-1.7 ...", "is a PDF"),
        (b"PK\x03\x04...", "is a Word document or an archive"),
        (b"\x00\x01\x02\x03" * 40, "is not a text file"),
        ("Él dijo que sí.".encode("latin-1"), "is not written in UTF-8"),
        (b"a" * 200_001, "is longer than 200,000 signs"),
        (b"a\n" * 2_100_000, "is larger than 4 MiB"),
    ],
    ids=["empty", "spaces", "pdf", "word", "binary", "latin-1", "long", "large"],
)
def test_what_cannot_be_read_is_answered_with_a_sentence(
    raw: bytes, sentence: str, article: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    article.write_bytes(raw)
    assert draft("article.txt") == 1
    captured = capsys.readouterr()
    assert captured.out == ""
    assert sentence in captured.err
    assert captured.err.count("\n") == 1


@pytest.mark.usefixtures("article")
@pytest.mark.parametrize("name", ["nothing.txt", ".", "a\0b"])
def test_a_file_that_is_not_there_is_answered(
    name: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert draft(name) == 1
    assert capsys.readouterr().err.startswith("byline: ")


@pytest.mark.usefixtures("article")
def test_a_draft_replaces_nothing(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    mine = tmp_path / "mine.yaml"
    mine.write_text("my work")
    assert draft("article.txt", "--output", "mine.yaml") == 1
    assert "is already there" in capsys.readouterr().err
    assert mine.read_text() == "my work"


@pytest.mark.usefixtures("article")
@pytest.mark.parametrize(
    "arguments", [["--output", "My Bank.yaml"], ["--output", "x.txt"], ["--language", "fi"]]
)
def test_wrong_usage_ends_with_2(arguments: list[str]) -> None:
    assert draft("article.txt", *arguments) == 2
