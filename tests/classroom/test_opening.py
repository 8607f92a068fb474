"""Opening a practice: a paper that is kept, and other questions the next time."""

import pytest

from app.classroom.opening import open_practice
from app.classroom.services import Services
from app.classroom.sitting import Sitting, find_sitting
from app.config import Settings
from app.errors import BadInput, ImpossibleBlueprint, NotFound
from app.quiz.blueprint import Blueprint
from tests.classroom.conftest import BANK, KEY, SMALL, Clock, restarted


def drawn(sitting: Sitting) -> set[str]:
    return {item.question for item in sitting.paper.items}


def test_a_new_paper_is_open_and_kept(settings: Settings, clock: Clock, sitting: Sitting) -> None:
    assert (sitting.is_open, sitting.attempt.started_at, len(sitting.paper.items)) == (
        True,
        clock(),
        3,
    )
    other = restarted(settings, clock)
    assert find_sitting(other, sitting.id, KEY).paper == sitting.paper
    other.store.let_go()


def test_ids_cannot_be_guessed(services: Services) -> None:
    ids = {open_practice(services, "bus", key=KEY, blueprint=SMALL, seed=1).id for _ in range(20)}
    assert len(ids) == 20
    assert all(len(one) >= 22 for one in ids)


def test_the_same_seed_draws_the_same_paper(services: Services) -> None:
    papers = [
        open_practice(services, "bus", key=KEY, blueprint=SMALL, seed=7).paper for _ in range(2)
    ]
    assert papers[0] == papers[1]
    assert papers[0].seed == 7


def test_the_seed_zero_is_a_seed(services: Services) -> None:
    services.new_seed()
    assert open_practice(services, "bus", key=KEY, blueprint=SMALL, seed=0).paper.seed == 0


def test_a_retry_avoids_what_was_seen_in_all_papers_before(
    services: Services, sitting: Sitting
) -> None:
    second = open_practice(services, "bus", key=KEY, blueprint=SMALL, after=sitting.id)
    third = open_practice(services, "bus", key=KEY, blueprint=SMALL, after=second.id)
    assert len(drawn(sitting) | drawn(second) | drawn(third)) == 9


def test_when_all_is_seen_a_retry_is_possible_all_the_same(
    services: Services, sitting: Sitting
) -> None:
    last = sitting
    for _ in range(4):
        last = open_practice(services, "bus", key=KEY, blueprint=SMALL, after=last.id)
    assert len(drawn(last)) == 3


def test_a_retry_remembers_in_another_process(
    services: Services, settings: Settings, clock: Clock, sitting: Sitting
) -> None:
    second = open_practice(services, "bus", key=KEY, blueprint=SMALL, after=sitting.id)
    other = restarted(settings, clock)
    third = open_practice(other, "bus", key=KEY, blueprint=SMALL, after=second.id, seed=1)
    assert not drawn(third) & (drawn(sitting) | drawn(second))
    other.store.let_go()


def test_the_paper_of_another_student_is_not_found(services: Services, sitting: Sitting) -> None:
    with pytest.raises(NotFound):
        open_practice(services, "bus", key="another key", blueprint=SMALL, after=sitting.id)


def test_a_paper_of_another_bank_does_not_come_before(
    services: Services, settings: Settings, sitting: Sitting
) -> None:
    (settings.banks / "tram.yaml").write_text(BANK)
    with pytest.raises(BadInput, match="another article"):
        open_practice(services, "tram", key=KEY, blueprint=SMALL, after=sitting.id)


def test_an_unknown_bank_is_not_found(services: Services) -> None:
    with pytest.raises(NotFound):
        open_practice(services, "no-such-bank", key=KEY)


def test_what_the_bank_cannot_give_is_reported_and_nothing_is_kept(services: Services) -> None:
    with pytest.raises(ImpossibleBlueprint):
        open_practice(services, "bus", key=KEY, blueprint=Blueprint(facts=5))
    with services.store.reading() as connection:
        for table in ("attempts", "bank_versions"):
            count = connection.exec_driver_sql(f"SELECT count(*) FROM {table}").scalar()  # noqa: S608
            assert count == 0


def test_a_version_is_kept_once_for_all_its_papers(services: Services, sitting: Sitting) -> None:
    open_practice(services, sitting.bank.id, key=KEY, blueprint=SMALL)
    with services.store.reading() as connection:
        kept = connection.exec_driver_sql("SELECT version FROM bank_versions").scalars().all()
    assert kept == [sitting.bank.version]
