"""`byline check`: what it reads, what it prints, and how it ends."""

import json
from pathlib import Path

import pytest

from app.cli import run
from app.cli.watching import saved
from tests.bank.banks import HEAD
from tests.lint.linting import LONG as LONG_QUESTION
from tests.lint.linting import SOUND

WARNED = SOUND.replace("chain: [writer]", "chain: [report]")
BROKEN = SOUND.replace("level: 1", "level: 9")


@pytest.fixture
def banks(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "banks"
    folder.mkdir()
    (folder / "bridge.yaml").write_text(SOUND)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("BYLINE_BANKS", str(folder))
    return folder


def check(*arguments: str) -> int:
    return run(["check", *arguments])


@pytest.mark.usefixtures("banks")
def test_a_good_folder_is_fine(capsys: pytest.CaptureFixture[str]) -> None:
    assert check() == 0
    assert capsys.readouterr().out == (
        "bridge: 1 question; facts: 1; level 1: 1; choice: 1\n1 bank checked: no problems.\n"
    )


def test_all_banks_of_the_folder_are_checked(
    banks: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (banks / "library.yaml").write_text(BROKEN)
    (banks / "lamp.yaml").write_text("byline: [")
    assert check() == 1
    told = capsys.readouterr().out
    assert "banks/library.yaml:20:12: error: " in told
    assert "banks/lamp.yaml:1:10: error: " in told
    assert "3 banks checked: 2 errors." in told


@pytest.mark.parametrize("name", ["bridge", "banks/bridge.yaml", "other.yaml"])
def test_a_bank_is_named_by_id_or_path(name: str, banks: Path) -> None:
    (banks.parent / "other.yaml").write_text(SOUND)
    assert check(name) == 0


@pytest.mark.usefixtures("banks")
@pytest.mark.parametrize("name", ["brigde", "none.yaml", "banks", "../x"])
def test_what_is_no_bank_is_a_problem(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert check(name, "--format", "json") == 1
    (problem,) = json.loads(capsys.readouterr().out)["problems"]
    assert problem["severity"] == "error"
    assert (problem["line"], problem["column"]) == (1, 1)


@pytest.mark.parametrize("form", ["text", "json", "github", "sarif"])
def test_no_line_of_a_file_outside_the_folder_is_printed(
    form: str, banks: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "secret").write_text("user: [password-of-somebody\n")
    (banks / "bridge.yaml").unlink()
    (banks / "bridge.yaml").symlink_to(tmp_path / "secret")
    for name in (
        "bridge",
        "banks/bridge.yaml",
        str(banks / "bridge.yaml"),
        "banks/../banks/bridge.yaml",
    ):
        assert check(name, "--format", form) == 1
        out = capsys.readouterr().out
        assert "leads out of the folder" in out
        assert "password" not in out


def test_links_that_lead_to_themselves_are_problems(
    banks: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (banks / "loop.yaml").symlink_to("loop.yaml")
    assert check() == 1
    assert "banks/loop.yaml:1:1: error: This is a link that leads to itself." in (
        capsys.readouterr().out
    )


def test_warnings_count_only_when_strict(banks: Path) -> None:
    (banks / "bridge.yaml").write_text(WARNED)
    assert check() == 0
    assert check("--strict") == 1


@pytest.mark.parametrize("form", ["text", "json", "github", "sarif"])
def test_every_format_ends_alike(
    form: str, banks: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert check("--format", form) == 0
    (banks / "bridge.yaml").write_text(BROKEN)
    assert check("--format", form) == 1
    assert "banks/bridge.yaml" in capsys.readouterr().out


@pytest.mark.usefixtures("banks")
def test_another_folder_can_be_named(tmp_path: Path) -> None:
    other = tmp_path / "other"
    other.mkdir()
    (other / "lamp.yaml").write_text(SOUND)
    assert check("lamp", "--banks", str(other)) == 0
    assert check("bridge", "--banks", str(other)) == 1


@pytest.mark.usefixtures("banks")
@pytest.mark.parametrize("arguments", [["--format", "xml"], ["--foo"], ["--banks", "none"]])
def test_wrong_usage_ends_with_2(arguments: list[str]) -> None:
    assert check(*arguments) == 2


def test_an_empty_folder_is_no_success(banks: Path) -> None:
    (banks / "bridge.yaml").unlink()
    assert check() == 1


LONG = HEAD + LONG_QUESTION


def test_lint_is_part_of_a_check(banks: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (banks / "bridge.yaml").write_text(LONG)
    assert check() == 0
    assert "banks/bridge.yaml:22:13: warning: The answer is the longest" in capsys.readouterr().out
    assert check("--strict") == 1


def test_waived_findings_and_notes_are_shown_when_asked(
    banks: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (banks / "bridge.yaml").write_text(LONG + "    waive: {longest-option: It has to be.}\n")
    assert check("--strict") == 0
    told = capsys.readouterr().out
    assert "longest-option" not in told
    assert told.endswith("1 bank checked: 1 waived. --verbose shows the rest.\n")
    assert check("--verbose") == 0
    told = capsys.readouterr().out
    assert ": waived: The answer is the longest option" in told
    assert "    Waived: It has to be.\n" in told


def test_a_rule_is_explained(capsys: pytest.CaptureFixture[str]) -> None:
    assert check("--explain", "longest-option") == 0
    assert capsys.readouterr().out.startswith("longest-option (note; ")
    assert check("--explain", "longest-options") == 2
    assert "Did you mean longest-option?" in capsys.readouterr().err


def test_fix_mends_and_says_so(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "bridge.yaml"
    path.write_text(SOUND + "    waive: {clang: It must be so.}\n")
    assert run(["check", str(path), "--strict"]) == 1
    assert run(["check", str(path), "--strict", "--fix"]) == 0
    assert "1 finding mended." in capsys.readouterr().err
    assert path.read_text() == SOUND


def test_watch_checks_again_when_a_file_is_saved(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "bridge.yaml"
    path.write_text(SOUND)
    steps = [SOUND.replace("level: 1", "level: 9"), SOUND + "#\n", "byline: [", SOUND, None, SOUND]

    def sleep(_pause: float) -> None:
        if not steps:
            raise KeyboardInterrupt
        text = steps.pop(0)
        if text is None:
            path.unlink()
        else:
            path.write_text(text)

    monkeypatch.setattr("app.cli.check.saved", lambda files: saved(files, sleep))
    assert run(["check", str(path), "--watch"]) == 130
    told = capsys.readouterr().out
    assert told.count("bridge.yaml at ") == 6
    assert [line for line in told.splitlines() if line.startswith("1 bank checked")] == [
        "1 bank checked: no problems.",
        "1 bank checked: 1 error.",
        "1 bank checked: no problems.",
        "1 bank checked: 1 error.",
        "1 bank checked: no problems.",
        "1 bank checked: 1 error.",
        "1 bank checked: no problems.",
    ]
