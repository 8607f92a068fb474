"""A student's sitting of one paper, found by its id and the student's key."""

from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256
from hmac import compare_digest

from app.classroom.services import Services
from app.classroom.sheet import Sheet
from app.domain.bank import Bank
from app.errors import NotFound
from app.quiz.drawing import DrawnItem, DrawnPaper
from app.store.attempts import OPEN, Standing, State, StoredAttempt, find_attempt, find_standing
from app.store.keys import has_key


@dataclass(frozen=True, slots=True)
class Sitting:
    """An attempt as its student meets it: the sheet, and how it stood when it was looked up."""

    sheet: Sheet
    state: State = OPEN
    handed_in_at: datetime | None = None
    deadline_at: datetime | None = None

    @property
    def id(self) -> str:
        """The attempt's unguessable id."""
        return self.sheet.id

    @property
    def bank(self) -> Bank:
        """The bank version that the paper was drawn from."""
        return self.sheet.bank

    @property
    def paper(self) -> DrawnPaper:
        """The questions."""
        return self.sheet.paper

    @property
    def started_at(self) -> datetime:
        """When the paper was drawn."""
        return self.sheet.started_at

    @property
    def is_open(self) -> bool:
        """Whether answers still count."""
        return self.state == OPEN

    def item(self, n: int) -> DrawnItem:
        """The question with a number; NotFound when the paper has none."""
        return self.sheet.item(n)


def hash_of(key: str) -> bytes:
    """What is kept of a student's key."""
    return sha256(key.encode()).digest()


def find_sitting(services: Services, attempt_id: str, key: str) -> Sitting:
    """The attempt as it stands now, for whoever has its key.

    Raises NotFound for an unknown attempt and for a wrong key alike.
    """
    sheet = services.sheets.get(attempt_id)
    if sheet is None:
        return _read_sitting(services, attempt_id, key)
    _check_key(services, sheet, key)
    with services.store.reading() as connection:
        standing = find_standing(connection, attempt_id)
    if standing is None:
        raise _no_such_paper()
    return _sitting(sheet, standing)


def recall_sitting(services: Services, attempt_id: str, key: str) -> Sitting:
    """The attempt, from memory when it is there: its state may be older than the database's.

    Enough to save or hand in, which look at the state again where it counts. Raises NotFound as
    `find_sitting` does.
    """
    sheet = services.sheets.get(attempt_id)
    if sheet is None:
        return _read_sitting(services, attempt_id, key)
    _check_key(services, sheet, key)
    return Sitting(sheet)


def sitting_of_id(services: Services, attempt_id: str) -> Sitting:
    """The attempt of an id, for a teacher at the server, who needs no key; NotFound."""
    return _to_sitting(services, _find_stored(services, attempt_id))


def _read_sitting(services: Services, attempt_id: str, key: str) -> Sitting:
    stored = _find_stored(services, attempt_id)
    _check_key(services, stored, key)
    return _to_sitting(services, stored)


def _find_stored(services: Services, attempt_id: str) -> StoredAttempt:
    with services.store.reading() as connection:
        stored = find_attempt(connection, attempt_id)
    if stored is None:
        raise _no_such_paper()
    return stored


def _to_sitting(services: Services, stored: StoredAttempt) -> Sitting:
    sheet = _sheet(services, stored)
    services.sheets.put(sheet.id, sheet)
    return _sitting(sheet, stored.standing)


def _sheet(services: Services, stored: StoredAttempt) -> Sheet:
    bank = services.versions.find(stored.version, stored.bank_id)
    paper = DrawnPaper.from_json(stored.paper)
    return Sheet(
        id=stored.id,
        key_hash=stored.key_hash,
        bank=bank,
        paper=paper,
        avoided=stored.avoided,
        started_at=stored.started_at,
        time_limit=stored.time_limit,
        resume_code=stored.resume_code,
    )


def _sitting(sheet: Sheet, standing: Standing) -> Sitting:
    return Sitting(sheet, standing.state, standing.handed_in_at, standing.deadline_at)


def _check_key(services: Services, attempt: Sheet | StoredAttempt, key: str) -> None:
    """Raise NotFound unless it is the key of the start, or one that a resume code has added."""
    presented = hash_of(key)
    if compare_digest(attempt.key_hash, presented):
        return
    with services.store.reading() as connection:
        if not has_key(connection, attempt.id, presented):
            raise _no_such_paper()


def _no_such_paper() -> NotFound:
    return NotFound("There is no such paper, or it was started in another browser.")
