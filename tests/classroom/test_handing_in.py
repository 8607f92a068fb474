"""Handing in: once, with the last answers, and marked from what is stored."""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from threading import Barrier

import pytest

from app.classroom.answering import GivenAnswer, save_answer, stored_answers
from app.classroom.handing_in import hand_in, see_result
from app.classroom.services import Services
from app.classroom.sitting import Sitting, find_sitting
from app.config import Settings
from app.errors import AttemptClosed, Conflict, MalformedResponse, Unavailable
from app.store.answers import answers_aside
from app.store.attempts import HANDED_IN, Standing
from tests.classroom.conftest import BANK, KEY, Clock, restarted, right, wrong
from tests.statements import statements_of


def marks(services: Services, sitting: Sitting) -> list[tuple[int, float, str]]:
    found = see_result(services, sitting).items
    return [(item.n, item.mark.points, item.mark.standing) for item in found]


def test_stored_answers_are_marked(services: Services, clock: Clock, sitting: Sitting) -> None:
    save_answer(services, sitting, 1, right(sitting, 1), 0)
    save_answer(services, sitting, 2, wrong(sitting, 2), 0)
    clock.move(60)
    done = hand_in(services, sitting)
    assert (done.state, done.standing.handed_in_at) == ("handed-in", clock())
    assert find_sitting(services, sitting.id, KEY) == done
    assert marks(services, done) == [(1, 1.0, "right"), (2, 0.0, "wrong"), (3, 0.0, "blank")]
    assert see_result(services, done).profile.points == 1.0


def test_answers_that_the_page_still_held_count(services: Services, sitting: Sitting) -> None:
    save_answer(services, sitting, 1, wrong(sitting, 1), 0)
    given = {1: GivenAnswer(right(sitting, 1), 1), 2: GivenAnswer(right(sitting, 2), 0)}
    hand_in(services, sitting, given)
    assert marks(services, sitting) == [(1, 1.0, "right"), (2, 1.0, "right"), (3, 0.0, "blank")]
    assert {n: one.revision for n, one in stored_answers(services, sitting).items()} == {1: 2, 2: 1}


def test_a_stale_answer_in_the_form_does_not_go_before_a_newer_one(
    services: Services, sitting: Sitting
) -> None:
    save_answer(services, sitting, 1, wrong(sitting, 1), 0)
    save_answer(services, sitting, 1, right(sitting, 1), 1)
    hand_in(services, sitting, {1: GivenAnswer(wrong(sitting, 1), 1)})
    assert marks(services, sitting)[0] == (1, 1.0, "right")
    with services.store.reading() as connection:
        assert [why for _, why in answers_aside(connection, sitting.id)] == ["stale"]


def test_a_second_time_changes_nothing_and_keeps_what_came(
    services: Services, clock: Clock, sitting: Sitting
) -> None:
    first = hand_in(services, sitting, {1: GivenAnswer(right(sitting, 1), 0)})
    before = marks(services, sitting)
    clock.move(60)
    second = hand_in(services, sitting, {1: GivenAnswer(wrong(sitting, 1), 1)})
    assert second == first
    assert marks(services, sitting) == before
    with services.store.reading() as connection:
        assert [why for _, why in answers_aside(connection, sitting.id)] == ["late"]


def test_twenty_at_once_mark_once(services: Services, sitting: Sitting) -> None:
    save_answer(services, sitting, 1, right(sitting, 1), 0)
    together = Barrier(20)

    def finish(_: int) -> Sitting:
        together.wait()
        return hand_in(services, sitting, {2: GivenAnswer(right(sitting, 2), 0)})

    with ThreadPoolExecutor(20) as pool:
        done = list(pool.map(finish, range(20)))
    assert all(one == done[0] for one in done)
    with services.store.reading() as connection:
        count = connection.exec_driver_sql("SELECT count(*) FROM marks").scalar()
    assert count == 3
    assert [points for _, points, _ in marks(services, sitting)] == [1.0, 1.0, 0.0]


def test_of_a_save_and_a_hand_in_at_once_nothing_is_lost(
    services: Services, sitting: Sitting
) -> None:
    together = Barrier(2)

    def save() -> bool:
        together.wait()
        try:
            save_answer(services, sitting, 1, right(sitting, 1), 0)
        except AttemptClosed:
            return False
        return True

    with ThreadPoolExecutor(2) as pool:
        saving = pool.submit(save)
        together.wait()
        hand_in(services, sitting)
    points = see_result(services, sitting).items[0].mark.points
    with services.store.reading() as connection:
        late = answers_aside(connection, sitting.id)
    assert (points, len(late)) == ((1.0, 0) if saving.result() else (0.0, 1))


def test_a_malformed_answer_stops_the_hand_in(services: Services, sitting: Sitting) -> None:
    with pytest.raises(MalformedResponse):
        hand_in(services, sitting, {1: GivenAnswer("nonsense", 0)})
    assert find_sitting(services, sitting.id, KEY).is_open


def test_what_fails_in_the_middle_has_not_happened(
    services: Services, sitting: Sitting, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise Unavailable("The disk is full.")

    monkeypatch.setattr("app.classroom.handing_in.add_marks", fail)
    with pytest.raises(Unavailable):
        hand_in(services, sitting, {1: GivenAnswer(right(sitting, 1), 0)})
    assert find_sitting(services, sitting.id, KEY).is_open
    assert not stored_answers(services, sitting)


def test_an_open_paper_has_no_result(services: Services, sitting: Sitting) -> None:
    with pytest.raises(Conflict, match="not handed in"):
        see_result(services, sitting)


def test_a_key_that_changes_afterwards_changes_no_mark(
    services: Services, settings: Settings, clock: Clock, sitting: Sitting
) -> None:
    hand_in(services, sitting, {n: GivenAnswer(right(sitting, n), 0) for n in (1, 2, 3)})
    before = see_result(services, sitting)
    changed = BANK.replace("The right answer", "X").replace("A wrong", "The right")
    (settings.banks / "bus.yaml").write_text(changed)
    other = restarted(settings, clock)
    again = see_result(other, find_sitting(other, sitting.id, KEY))
    assert again == before
    assert again.profile.points == 3.0
    other.store.let_go()


def test_a_sitting_that_was_recalled_long_ago_is_handed_in_as_well(
    services: Services, sitting: Sitting
) -> None:
    done = hand_in(services, replace(sitting, standing=Standing(HANDED_IN)))
    assert done.standing.handed_in_at is not None


def test_handing_in_reads_its_standing_once(services: Services, sitting: Sitting) -> None:
    with statements_of(services.store) as sent:
        hand_in(services, sitting)
    assert sent == ["BEGIN", "SELECT", "SELECT", "UPDATE", "INSERT", "COMMIT"]
