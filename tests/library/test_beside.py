"""What lies beside a bank: the text of its article in a file, and its alternative."""

from pathlib import Path

import pytest

from app.domain.bank import Snapshot
from app.library.reading import read_file, read_snapshot
from tests.bank.banks import HEAD, SOUND, bank_of


def test_the_text_can_lie_in_a_file_beside_the_bank(tmp_path: Path) -> None:
    path = tmp_path / "bridge.yaml"
    text = HEAD[HEAD.index("  text:") : HEAD.index("sources:")]
    path.write_text(SOUND.replace(text, "  text_file: bridge.txt\n"))
    assert [problem.rule for problem in read_file(path).problems] == ["unreadable-file"]
    (tmp_path / "bridge.txt").write_bytes(b"A bridge.\r\nOne.\r\n \r\nTom fell there in March")
    bank = bank_of(read_file(path))
    assert bank.article.paragraphs == ("A bridge. One.", "Tom fell there in March")
    assert bank.snapshot.text is not None
    assert bank_of(read_snapshot(bank.snapshot, "bridge", "x")) == bank
    assert read_snapshot(Snapshot(bank.snapshot.yaml), "bridge", "x").bank is None


@pytest.mark.parametrize("name", ["../x.txt", "/etc/passwd", ".x.txt", "a/b.txt", "..", "a\\b.txt"])
def test_a_text_file_has_a_plain_name(name: str, tmp_path: Path) -> None:
    path = tmp_path / "bridge.yaml"
    text = HEAD[HEAD.index("  text:") : HEAD.index("sources:")]
    path.write_text(HEAD.replace(text, f"  text_file: {name}\n"))
    assert [problem.rule for problem in read_file(path).problems] == ["wrong-value"]


def test_a_text_file_that_links_out_of_the_folder_is_refused(tmp_path: Path) -> None:
    (tmp_path / "secret.txt").write_text("Tom fell there")
    folder = tmp_path / "banks"
    folder.mkdir()
    (folder / "a.txt").symlink_to(tmp_path / "secret.txt")
    text = HEAD[HEAD.index("  text:") : HEAD.index("sources:")]
    (folder / "bridge.yaml").write_text(HEAD.replace(text, "  text_file: a.txt\n"))
    (problem,) = read_file(folder / "bridge.yaml").problems
    assert "leads out" in problem.message


def test_faults_of_a_text_file_name_its_line(tmp_path: Path) -> None:
    text = HEAD[HEAD.index("  text:") : HEAD.index("sources:")]
    (tmp_path / "bridge.yaml").write_text(HEAD.replace(text, "  text_file: a.txt\n"))
    (tmp_path / "a.txt").write_bytes(b"one\ntw\xff")
    (problem,) = read_file(tmp_path / "bridge.yaml").problems
    assert (problem.rule, problem.position.line) == ("not-utf-8", 7)
    assert "“a.txt”, line 2" in problem.message


def test_the_alternative_lies_beside_the_bank(tmp_path: Path) -> None:
    path = tmp_path / "bridge.yaml"
    path.write_text("content_note: {alternative: library}\n" + SOUND)
    (problem,) = read_file(path).problems
    assert (problem.rule, problem.severity) == ("unknown-bank", "warning")
    (tmp_path / "library.yaml").write_text(SOUND)
    assert read_file(path).problems == ()
