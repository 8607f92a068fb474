"""Before a practice, and its start."""

from pathlib import Path

import pytest

from tests.web.banks import HEAD, HOSTILE, orchard, question
from tests.web.cast import Browser, paper_of, start_practice


def small_bank(*questions: tuple[str, str, int]) -> str:
    """The orchard with only some questions."""
    head = HEAD.format(hostile=HOSTILE, hostile_block="The end.").lstrip("\n")
    return head + "".join(question(*one) for one in questions)


def test_a_start_leads_to_the_paper(owner: Browser) -> None:
    address = start_practice(owner, length=18)
    assert len(paper_of(owner, address)["paper"]["items"]) == 18


def test_the_usual_length_is_twelve(owner: Browser) -> None:
    reply = owner.post("/practice/orchard")
    assert len(paper_of(owner, str(reply.location))["paper"]["items"]) == 12
    assert 'value="12" checked' in owner.get("/practice/orchard").text


@pytest.mark.parametrize("length", ["7", "", "x", "-6", "6 ", "٦"])
def test_no_other_length_is_drawn(owner: Browser, length: str) -> None:
    assert owner.post("/practice/orchard", data={"length": length}).status_code == 400


@pytest.mark.parametrize("bank", ["nowhere", "..%2Forchard", "orchard.yaml", "Orchard", "a" * 300])
def test_there_is_no_such_bank(owner: Browser, bank: str) -> None:
    assert owner.get(f"/practice/{bank}").status_code == 404
    assert owner.post(f"/practice/{bank}").status_code == 404


def test_a_small_bank_gives_what_it_has(owner: Browser, banks: Path) -> None:
    text = small_bank(("facts", "choice", 1), ("facts", "multiple", 1), ("framing", "choice", 1))
    (banks / "small.yaml").write_text(text, encoding="utf-8")
    assert 'value="3" checked' in owner.get("/practice/small").text
    reply = owner.post("/practice/small", data={"length": "3"})
    assert len(paper_of(owner, str(reply.location))["paper"]["items"]) == 3


def test_an_empty_bank_offers_nothing(owner: Browser, banks: Path) -> None:
    (banks / "empty.yaml").write_text(small_bank() + "  []\n", encoding="utf-8")
    page = owner.get("/practice/empty")
    assert page.status_code == 200
    assert "<form" not in page.text
    assert owner.post("/practice/empty").status_code == 400


def test_a_bank_names_its_alternative(owner: Browser, banks: Path) -> None:
    text = orchard().replace("content_note:", "content_note:\n  alternative: other", 1)
    (banks / "orchard.yaml").write_text(text, encoding="utf-8")
    assert "/practice/other" not in owner.get("/practice/orchard").text
    (banks / "other.yaml").write_text(orchard(), encoding="utf-8")
    assert "/practice/other" in owner.get("/practice/orchard").text


def test_an_attempt_keeps_its_version_when_the_bank_changes(owner: Browser, banks: Path) -> None:
    address = start_practice(owner)
    before = owner.get(address).text
    (banks / "orchard.yaml").write_text(orchard().replace("Prompt", "Changed"), encoding="utf-8")
    assert owner.get(address).text == before
    assert "Changed" in owner.get(start_practice(owner)).text
