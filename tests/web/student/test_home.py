"""The first page."""

from pathlib import Path

from tests.web.banks import orchard
from tests.web.cast import Browser


def test_it_lists_the_banks(owner: Browser, banks: Path) -> None:
    (banks / "second.yaml").write_text(orchard(), encoding="utf-8")
    page = owner.get("/").text
    assert 'href="/practice/orchard"' in page
    assert 'href="/practice/second"' in page
    assert "18 questions" in page


def test_a_broken_bank_stops_no_other(owner: Browser, banks: Path) -> None:
    (banks / "broken.yaml").write_text("byline: [1", encoding="utf-8")
    page = owner.get("/")
    assert page.status_code == 200
    assert 'href="/practice/orchard"' in page.text
    assert "byline check" in page.text
    assert "/practice/broken" not in page.text


def test_no_banks_is_no_fault(owner: Browser, banks: Path) -> None:
    (banks / "orchard.yaml").unlink()
    assert owner.get("/").status_code == 200


def test_a_visit_leaves_no_cookie(owner: Browser) -> None:
    owner.get("/")
    owner.get("/practice/orchard")
    assert owner.get_cookie("byline_student") is None
