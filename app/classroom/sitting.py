"""A student's sitting of one paper, found by its id and the student's key."""

from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256
from hmac import compare_digest

from app.classroom.services import Services
from app.domain.bank import Bank
from app.errors import NotFound
from app.quiz.drawing import DrawnItem, DrawnPaper
from app.store.attempt_keys import has_key
from app.store.attempts import (
    OPEN,
    Attempt,
    Standing,
    State,
    find_attempt,
    find_standing,
)


@dataclass(frozen=True, slots=True)
class Sitting:
    """An attempt, its standing when it was looked up, and the bank version of its paper."""

    attempt: Attempt
    standing: Standing
    bank: Bank

    @property
    def id(self) -> str:
        """The attempt's unguessable id."""
        return self.attempt.id

    @property
    def paper(self) -> DrawnPaper:
        """The questions."""
        return self.attempt.paper

    @property
    def state(self) -> State:
        """Whether the paper is open or handed in."""
        return self.standing.state

    @property
    def deadline_at(self) -> datetime | None:
        """Until when answers count, where the paper has a time limit."""
        return self.standing.deadline_at

    @property
    def is_open(self) -> bool:
        """Whether the paper is not handed in yet."""
        return self.state == OPEN

    def item(self, n: int) -> DrawnItem:
        """The question with a number; NotFound when the paper has none."""
        for item in self.paper.items:
            if item.n == n:
                return item
        raise NotFound(f"This paper has no question {n}.")


def hash_of(key: str) -> bytes:
    """What is kept of a student's key."""
    return sha256(key.encode()).digest()


def find_sitting(services: Services, attempt_id: str, key: str) -> Sitting:
    """The attempt as it is now, for the student who has its key.

    Raises NotFound for an unknown attempt and for a wrong key alike.
    """
    known = services.attempts.get(attempt_id)
    if known is None:
        return _read_sitting(services, attempt_id, key)
    attempt, _ = known
    _check_key(services, attempt, key)
    with services.store.reading() as connection:
        standing = find_standing(connection, attempt_id)
    if standing is None:
        raise _no_such_paper()
    return _sitting(services, attempt, standing)


def recall_sitting(services: Services, attempt_id: str, key: str) -> Sitting:
    """The attempt, from memory where possible: its standing may be older than the database's.

    Enough to save or hand in, which look at the standing again in their transaction. Raises
    NotFound as `find_sitting` does.
    """
    known = services.attempts.get(attempt_id)
    if known is None:
        return _read_sitting(services, attempt_id, key)
    attempt, standing = known
    _check_key(services, attempt, key)
    return _sitting(services, attempt, standing)


def sitting_of_id(services: Services, attempt_id: str) -> Sitting:
    """The attempt with an id, for a teacher at the server, who needs no key; NotFound."""
    return _remembered(services, *_find_attempt(services, attempt_id))


def _read_sitting(services: Services, attempt_id: str, key: str) -> Sitting:
    attempt, standing = _find_attempt(services, attempt_id)
    _check_key(services, attempt, key)
    return _remembered(services, attempt, standing)


def _find_attempt(services: Services, attempt_id: str) -> tuple[Attempt, Standing]:
    with services.store.reading() as connection:
        found = find_attempt(connection, attempt_id)
    if found is None:
        raise _no_such_paper()
    return found


def _remembered(services: Services, attempt: Attempt, standing: Standing) -> Sitting:
    services.attempts.put(attempt.id, (attempt, standing))
    return _sitting(services, attempt, standing)


def _sitting(services: Services, attempt: Attempt, standing: Standing) -> Sitting:
    bank = services.versions.find(attempt.version, attempt.bank_id)
    return Sitting(attempt, standing, bank)


def _check_key(services: Services, attempt: Attempt, key: str) -> None:
    """Raise NotFound unless it is the key of the start, or one that a resume code added."""
    presented = hash_of(key)
    if compare_digest(attempt.key_hash, presented):
        return
    with services.store.reading() as connection:
        if not has_key(connection, attempt.id, presented):
            raise _no_such_paper()


def _no_such_paper() -> NotFound:
    return NotFound("There is no such paper, or it was started in another browser.")
