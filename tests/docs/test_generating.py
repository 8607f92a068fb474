"""The generated pages are current, and every page that says so is in the table."""

from pathlib import Path

import pytest

from tests.docs.generating import PAGES, PICTURE, ROOT, main, package_page

DOCS = ROOT / "docs"


@pytest.mark.parametrize("name", PAGES)
def test_the_page_is_current(name: str) -> None:
    assert (DOCS / name).read_text("utf-8") == PAGES[name](), "run `make docs`"


def test_every_page_that_is_made_is_in_the_table() -> None:
    made = {path.name for path in DOCS.glob("*.md") if "<!-- Made by" in path.read_text("utf-8")}
    assert made | {path.name for path in DOCS.glob("*.json")} <= set(PAGES)
    assert all("`make docs`" in (DOCS / name).read_text("utf-8") for name in made)


def test_only_what_is_not_current_is_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("tests.docs.generating.ROOT", tmp_path)
    monkeypatch.setattr("tests.docs.generating.PAGES", {"a.md": lambda: "a", "b.md": lambda: "b"})
    monkeypatch.setattr("tests.docs.generating.PICTURES", {})
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs" / "a.md").write_text("a")
    main()
    assert capsys.readouterr().out == "docs/b.md is written anew\n"
    assert (tmp_path / "docs" / "b.md").read_text() == "b"


def test_the_page_of_the_package_shows_a_paper_and_needs_no_address() -> None:
    """An index shows this page alone: a relative link or picture would be broken there."""
    (shown,) = PICTURE.finditer((DOCS / "package.md").read_text("utf-8"))
    assert "3 questions" in shown[0]
    (picture,) = PICTURE.finditer(package_page())
    assert "3 questions" in picture[0]
    assert "](" not in package_page().replace("](https://", "")
