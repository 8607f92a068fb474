"""The first page."""

import re
from pathlib import Path

from tests.web.banks import orchard
from tests.web.cast import Browser, form_fields, items_of, start_practice


def test_it_lists_the_banks(owner: Browser, banks: Path) -> None:
    (banks / "second.yaml").write_text(orchard(), encoding="utf-8")
    page = owner.get("/").text
    assert 'href="/practice/orchard"' in page
    assert 'href="/practice/second"' in page
    assert re.search(r"about \d+ minutes · \d+ words", page)


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


def test_articles_in_the_readers_language_come_first(owner: Browser, banks: Path) -> None:
    spanish = orchard().replace("language: en", "language: es-MX", 1)
    assert spanish != orchard()
    (banks / "zeta.yaml").write_text(spanish, encoding="utf-8")
    for language, first in (("en", "orchard"), ("es", "zeta"), ("de", "orchard")):
        page = owner.get("/", headers={"Accept-Language": language}).text
        other = "zeta" if first == "orchard" else "orchard"
        assert page.index(f"/practice/{first}") < page.index(f"/practice/{other}")


def test_it_offers_to_continue_the_open_quiz(owner: Browser) -> None:
    assert "Still open" not in owner.get("/").text
    address = start_practice(owner, length=6)
    owner.post(f"{address}/answers", data=form_fields(items_of(owner, address)[0]))
    page = owner.get("/").text
    assert f'href="{address}"' in page
    assert "1 of 6 answered" in page
    owner.post(f"{address}/hand-in")
    assert "Still open" not in owner.get("/").text
