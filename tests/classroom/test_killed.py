"""A process that is killed in the middle of saving: what it said was saved is there."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from app.classroom.answering import stored_answers
from app.classroom.services import Services
from app.classroom.sitting import Sitting
from app.config import Settings
from app.store.answers import answer_history
from tests.classroom.conftest import KEY

ROOT = Path(__file__).parents[2]
ROUNDS = 5
ENOUGH = 40
"""Saves that are acknowledged in a round before the process is killed."""

# Says "question revision" once `save_answer` has returned, and goes on until it is killed.
SAVING = """
import sys
from pathlib import Path
from app.classroom.answering import save_answer, stored_answers
from app.classroom.services import open_services
from app.classroom.sitting import find_sitting
from app.config import Settings
from tests.classroom.conftest import right, wrong

banks, data, attempt, key = sys.argv[1:]
services = open_services(Settings.from_environment({}, banks=banks, data=data))
sitting = find_sitting(services, attempt, key)
stored = {n: one.revision for n, one in stored_answers(services, sitting).items()}
while True:
    for n in (1, 2, 3):
        known = stored.get(n, 0)
        response = (right if known % 2 else wrong)(sitting, n)
        stored[n] = save_answer(services, sitting, n, response, known).revision
        print(n, stored[n], flush=True)
"""


def save_until_killed(settings: Settings, sitting: Sitting) -> list[tuple[int, int]]:
    """Let a process save, kill it while it does, and give what it acknowledged."""
    command = [sys.executable, "-c", SAVING, str(settings.banks), str(settings.data)]
    child = subprocess.Popen(
        [*command, sitting.id, KEY], stdout=subprocess.PIPE, text=True, cwd=ROOT
    )
    assert child.stdout is not None
    told = [child.stdout.readline() for _ in range(ENOUGH)]
    child.kill()
    # What it said between the last line read and its end counts as well; half a line does not.
    told += [line for line in child.communicate()[0].splitlines(keepends=True) if line[-1] == "\n"]
    return [(int(n), int(revision)) for n, revision in map(str.split, told)]


@pytest.mark.skipif(os.name != "posix", reason="SIGKILL is of POSIX")
def test_what_was_acknowledged_survives_kill_after_kill(
    settings: Settings, services: Services, sitting: Sitting
) -> None:
    acknowledged: set[tuple[int, int]] = set()
    for _ in range(ROUNDS):
        told = save_until_killed(settings, sitting)
        assert len(told) >= ENOUGH
        acknowledged.update(told)
        services.store.let_go()
        with services.store.reading() as connection:
            history = answer_history(connection, sitting.id)
            assert connection.exec_driver_sql("PRAGMA integrity_check").scalar() == "ok"
        kept = {(one.n, one.revision) for one in history}
        assert acknowledged <= kept
        assert len(kept) == sum(one.revision for one in stored_answers(services, sitting).values())
