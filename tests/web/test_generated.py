"""Papers of made questions: drawn, shown, marked; nothing of a key shows before the end."""

from pathlib import Path

import pytest

from app.families.reading_made import plain_questions
from app.library.reading import read_file
from tests.families.annotated import BANK
from tests.web.cast import Browser, first_answer, paper_of, start_practice

SECRET_REASONS = BANK.replace('The text says "', 'Qx says "').replace(
    "It is the other", "Qx-is other"
)


@pytest.fixture(autouse=True)
def pool(banks: Path) -> Path:
    """The annotated bank, with reasons that can be told from everything else."""
    path = banks / "pool.yaml"
    path.write_text(SECRET_REASONS, encoding="utf-8")
    return path


def test_a_paper_of_made_questions_keeps_its_secrets(owner: Browser, pool: Path) -> None:
    generated = (read_file(pool).snapshot or pytest.fail("no snapshot")).generated
    entries = plain_questions(generated)
    becauses = {entry["because"] for entry in entries}
    assert "Qx" in str(becauses)
    address = start_practice(owner, "pool", length=6)
    page = owner.get(address).text
    document = paper_of(owner, address)
    for item in document["paper"]["items"]:
        path = f"/api{address}/answers/{item['n']}"
        assert (
            owner.put(path, json={"response": first_answer(item), "revision": 0}).status_code == 200
        )
    shown = page + str(document) + owner.get(f"/api{address}").get_data(as_text=True)
    assert "Qx" not in shown
    assert not [entry["id"] for entry in entries if entry["id"] in shown]
    assert not [text for text in becauses if text in shown]
    assert owner.post(f"{address}/hand-in").status_code == 303
    result = owner.get(f"{address}/result").text
    assert "Qx" in result or any(text.split(":")[0] in result for text in becauses)
