"""Opening a practice: a paper is drawn from a bank and kept, open to the student with the key."""

from secrets import token_urlsafe
from typing import Final

from sqlalchemy import Connection

from app.classroom.services import Services
from app.classroom.sitting import Sitting, find_sitting, hash_of
from app.classroom.timing import deadline_of
from app.domain.bank import Bank
from app.errors import BadInput
from app.quiz.blueprint import Blueprint
from app.quiz.drawing import draw
from app.store.attempts import Attempt, Standing, add_attempt
from app.store.versions import add_version

ID_BYTES: Final = 16


def open_practice(
    services: Services,
    bank_id: str,
    *,
    key: str,
    blueprint: Blueprint | None = None,
    seed: int | None = None,
    after: str | None = None,
    time_limit: int | None = None,
) -> Sitting:
    """Draw a paper and keep it.

    `after` is the id of an earlier attempt of the same key on the same bank: its questions, and
    those of the attempts before it, are avoided as far as the bank allows. `time_limit` is in
    minutes from now. Raises NotFound (bank or earlier attempt), BadInput (earlier attempt of
    another bank, impossible time limit), ImpossibleBlueprint.
    """
    bank = services.folder.find(bank_id)
    avoided = _seen(services, bank, after, key)
    seed = services.new_seed() if seed is None else seed
    paper = draw(bank, blueprint or Blueprint(), seed, avoided)
    now = services.clock()
    attempt = Attempt(
        id=token_urlsafe(ID_BYTES),
        key_hash=hash_of(key),
        bank_id=bank.id,
        paper=paper,
        avoided=avoided,
        after=after,
        started_at=now,
        time_limit=time_limit,
    )
    standing = Standing(deadline_at=deadline_of(now, time_limit), resume_code=services.new_code())
    sitting = Sitting(attempt, standing, bank)
    services.store.write(lambda connection: _keep(connection, sitting))
    services.versions.remember(bank)
    services.attempts.put(attempt.id, (attempt, standing))
    return sitting


def _seen(services: Services, bank: Bank, after: str | None, key: str) -> tuple[str, ...]:
    """The questions of an attempt and of those before it, the one seen longest ago first."""
    if after is None:
        return ()
    before = find_sitting(services, after, key)
    if before.bank.id != bank.id:
        raise BadInput("The earlier paper is of another article.")
    drawn = [item.question for item in before.paper.items]
    return (*(name for name in before.attempt.avoided if name not in drawn), *drawn)


def _keep(connection: Connection, sitting: Sitting) -> None:
    add_version(connection, sitting.bank, sitting.attempt.started_at)
    add_attempt(connection, sitting.attempt, sitting.standing)
