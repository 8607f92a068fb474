"""Two nodes on one PostgreSQL: what reads a standing to change it holds the attempt meanwhile.

SQLite has one writer, so that only a database with several can show a lock that is missing.
"""

from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor, wait
from dataclasses import dataclass, replace
from datetime import timedelta
from threading import Event
from types import ModuleType
from typing import Any, Final

import pytest
from sqlalchemy import text

from app.classroom import extending, handing_in
from app.classroom.answering import save_answer, stored_answers
from app.classroom.extending import give_time
from app.classroom.handing_in import hand_in, see_result
from app.classroom.opening import open_practice
from app.classroom.services import Services, open_services
from app.classroom.sitting import Sitting, find_sitting
from app.config import Settings
from app.errors import AttemptClosed
from app.store.answers import answers_aside
from app.store.tables import metadata
from tests.classroom.conftest import KEY, SMALL, Clock, right
from tests.postgresql import server_url
from tests.statements import statements_of

SECONDS: Final = 60
WAITING: Final = text("SELECT count(*) FROM pg_stat_activity WHERE wait_event_type = 'Lock'")


@pytest.fixture(scope="module")
def url() -> Iterator[str]:
    with server_url() as found:
        yield found


@pytest.fixture
def nodes(url: str, settings: Settings, clock: Clock) -> Iterator[tuple[Services, Services]]:
    """Two classrooms on one database, as two machines have them."""
    there = replace(settings, database_url=url)
    opened = open_services(there, clock=clock), open_services(there, clock=clock)
    yield opened
    with opened[0].store.writing() as connection:
        metadata.drop_all(connection)
        connection.execute(text("DROP TABLE alembic_version"))
    for node in opened:
        node.store.let_go()


@pytest.fixture
def timed(nodes: tuple[Services, Services]) -> Sitting:
    """An open paper of ten minutes."""
    return open_practice(nodes[0], "bus", key=KEY, blueprint=SMALL, time_limit=10)


@dataclass
class Overlap:
    """Two pieces of work, the second of which begins while the first is in its transaction."""

    nodes: tuple[Services, Services]
    monkeypatch: pytest.MonkeyPatch

    def run(
        self, first: Callable[[], Any], at: tuple[ModuleType, str], second: Callable[[], Any]
    ) -> tuple[bool, Future[Any]]:
        """Start `second` when `first` calls the function `at`; whether it waited, and its outcome.

        `first` goes on when `second` waits for a lock or is done.
        """
        whole = getattr(*at)
        reached, goes_on = Event(), Event()

        def call(*given: Any) -> Any:
            if not reached.is_set():
                reached.set()
                assert goes_on.wait(SECONDS)
            return whole(*given)

        self.monkeypatch.setattr(*at, call)
        with ThreadPoolExecutor(2) as pool:
            one = pool.submit(first)
            assert reached.wait(SECONDS)
            two = pool.submit(second)
            waited = self.waits_for_a_lock(two)
            goes_on.set()
        one.result()
        return waited, two

    def waits_for_a_lock(self, work: Future[Any]) -> bool:
        """Whether some work comes to wait for a row, rather than to its end."""
        while not wait([work], timeout=0.01).done:
            with self.nodes[0].store.reading() as connection:
                if connection.execute(WAITING).scalar_one():
                    return True
        return False


@pytest.fixture
def overlap(nodes: tuple[Services, Services], monkeypatch: pytest.MonkeyPatch) -> Overlap:
    return Overlap(nodes, monkeypatch)


def test_two_extensions_at_once_both_count(
    nodes: tuple[Services, Services], timed: Sitting, overlap: Overlap
) -> None:
    one, two = nodes
    waited, second = overlap.run(
        lambda: give_time(one, timed.id, 5),
        (extending, "move_deadline"),
        lambda: give_time(two, timed.id, 7),
    )
    assert timed.deadline_at is not None
    assert second.result() == timed.deadline_at + timedelta(minutes=12)
    assert find_sitting(one, timed.id, KEY).deadline_at == second.result()
    assert waited


def test_a_hand_in_waits_for_the_extension_before_it(
    nodes: tuple[Services, Services], timed: Sitting, overlap: Overlap
) -> None:
    one, two = nodes
    waited, second = overlap.run(
        lambda: give_time(one, timed.id, 5),
        (extending, "move_deadline"),
        lambda: hand_in(two, timed),
    )
    assert waited
    assert timed.deadline_at is not None
    done = second.result()
    assert (done.state, done.deadline_at) == (
        "handed-in",
        timed.deadline_at + timedelta(minutes=5),
    )


def test_an_extension_after_a_hand_in_is_refused(
    nodes: tuple[Services, Services], timed: Sitting, overlap: Overlap
) -> None:
    one, two = nodes
    waited, second = overlap.run(
        lambda: hand_in(one, timed),
        (handing_in, "add_marks"),
        lambda: give_time(two, timed.id, 5),
    )
    assert waited
    assert isinstance(second.exception(), AttemptClosed)
    assert find_sitting(two, timed.id, KEY).deadline_at == timed.deadline_at


def test_a_save_that_meets_a_hand_in_is_late_and_kept(
    nodes: tuple[Services, Services], timed: Sitting, overlap: Overlap
) -> None:
    one, two = nodes
    waited, second = overlap.run(
        lambda: hand_in(one, timed),
        (handing_in, "add_marks"),
        lambda: save_answer(two, timed, 1, right(timed, 1), 0),
    )
    assert waited
    assert isinstance(second.exception(), AttemptClosed)
    assert not stored_answers(two, timed)
    assert (see_result(two, timed).profile.points, see_result(two, timed).late) == (0, 1)


def test_saving_takes_one_statement_here_as_well(
    nodes: tuple[Services, Services], timed: Sitting
) -> None:
    with statements_of(nodes[0].store) as sent:
        save_answer(nodes[0], timed, 1, right(timed, 1), 0)
    assert sent == ["INSERT", "COMMIT"]


def test_an_answer_that_two_nodes_save_at_once_is_saved_once(
    nodes: tuple[Services, Services], timed: Sitting
) -> None:
    with ThreadPoolExecutor(8) as pool:
        saves = [pool.submit(save_answer, node, timed, 1, right(timed, 1), 0) for node in nodes * 4]
    assert {save.result().revision for save in saves} == {1}
    with nodes[0].store.reading() as connection:
        assert not answers_aside(connection, timed.id)
