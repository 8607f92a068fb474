"""A paper with questions that families made goes on as it was, whatever a later release makes."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from app.classroom.opening import open_practice
from app.classroom.services import Services
from app.classroom.sitting import find_sitting
from app.config import Settings
from app.families import generating
from app.library import kept_readings
from app.quiz.blueprint import Blueprint
from tests.classroom.conftest import KEY, Clock, restarted
from tests.families.annotated import BANK

SMALL = Blueprint(facts=2, sourcing=1, framing=1)


@pytest.fixture
def first(settings: Settings, clock: Clock) -> Iterator[Services]:
    """The classroom before the release."""
    (settings.banks / "pool.yaml").write_text(BANK, encoding="utf-8")
    services = restarted(settings, clock)
    yield services
    services.store.let_go()


@pytest.mark.parametrize("file_stays", [True, False])
def test_a_running_paper_keeps_its_generated_questions(
    first: Services,
    settings: Settings,
    clock: Clock,
    monkeypatch: pytest.MonkeyPatch,
    file_stays: bool,
) -> None:
    sitting = open_practice(first, "pool", key=KEY, blueprint=SMALL)
    assert all(sitting.bank.by_id[item.question].family for item in sitting.paper.items)
    monkeypatch.setattr(generating, "catalogue", lambda _: ())
    monkeypatch.setattr(kept_readings, "program_state", lambda: "a later release")
    Path(settings.banks / "pool.yaml").touch() if file_stays else (
        settings.banks / "pool.yaml"
    ).unlink()
    later = restarted(settings, clock)
    again = find_sitting(later, sitting.id, KEY)
    assert again.bank.version == sitting.bank.version
    assert again.bank.questions == sitting.bank.questions
    assert again.paper == sitting.paper
    if file_stays:
        assert later.folder.find("pool").questions == ()
    later.store.let_go()
