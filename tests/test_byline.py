"""The installed command looks whose `app` it would start."""

import sys
from pathlib import Path

import pytest

from byline import WRONG_SET_UP, main, recorded, what_is_wrong

OURS = {"app/__init__.py": "ours = True\n", "app/errors.py": "", "app/cli/__init__.py": "x = 1\n"}


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with an installed Byline, which is the first that Python looks into."""
    install(tmp_path, "byline", OURS)
    monkeypatch.setattr(sys, "path", [str(tmp_path), *sys.path])
    monkeypatch.delitem(sys.modules, "app", raising=False)
    return tmp_path


def install(home: Path, name: str, files: dict[str, str]) -> None:
    """Write files of a distribution and its record, as pip does: over what is there."""
    for path, text in files.items():
        file = home / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text)
    record = "".join(f"{path},sha256=x,{len(text)}\n" for path, text in files.items())
    dist_info = home / f"{name}-1.0.dist-info"
    dist_info.mkdir()
    (dist_info / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {name}\nVersion: 1.0\n")
    (dist_info / "RECORD").write_text(f"{record}{dist_info.name}/RECORD,,\n")


def test_byline_alone_is_right(home: Path) -> None:
    install(home, "other", {"other.py": "", "app/models.py": "a file that takes no place\n"})
    assert list(recorded(home)) == [(path, len(text)) for path, text in OURS.items()]
    assert what_is_wrong(home) == ""


@pytest.mark.parametrize("path", OURS)
def test_a_module_that_another_package_replaced(home: Path, path: str) -> None:
    install(home, "other", {path: "theirs = True\n"})
    assert what_is_wrong(home) == (
        f"The package other, which is installed beside it, has replaced Byline's {path}."
    )


def test_a_module_that_a_package_of_the_same_name_hides(home: Path) -> None:
    install(home, "other", {"app/errors/__init__.py": ""})
    assert what_is_wrong(home).endswith("hides Byline's app/errors.py.")


def test_a_module_that_went_with_another_package(home: Path) -> None:
    (home / "app/errors.py").unlink()
    assert what_is_wrong(home).startswith("Its file app/errors.py is missing")


def test_the_first_module_that_went_with_another_package(home: Path) -> None:
    (home / "app/__init__.py").unlink()
    assert what_is_wrong(home).startswith("Its file app/__init__.py is missing")


def test_an_edit_by_hand_is_not_a_foreign_file(home: Path) -> None:
    (home / "app/cli/__init__.py").write_text("x = 2  # for our school\n")
    assert what_is_wrong(home) == ""


def test_another_app_that_python_finds_first(
    home: Path, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = tmp_path_factory.mktemp("before")
    (before / "app.py").write_text("")
    monkeypatch.setattr(sys, "path", [str(before), *sys.path])
    assert what_is_wrong(home) == f"Python finds another package named app, at {before / 'app.py'}."


def test_an_app_that_is_not_there(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "path", [])
    assert what_is_wrong(home) == f"The package app is missing in {home}."


def test_it_refuses_with_one_sentence_and_what_to_do(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("byline.what_is_wrong", lambda _home: "It is another one.")
    with pytest.raises(SystemExit) as end:
        main()
    assert end.value.code == WRONG_SET_UP
    told = capsys.readouterr().err
    assert told.startswith("byline: It is another one. Install Byline where it is alone")
    assert told.count("\n") == 1


def test_a_checkout_starts(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "argv", ["byline", "--version"])
    with pytest.raises(SystemExit) as end:
        main()
    assert end.value.code == 0
