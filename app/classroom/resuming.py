"""Going on with a paper at another device, by the short code that the paper shows.

Only wrong codes are counted: a class behind one network address types right ones. An address that
guesses has to wait while a right code from it still opens its paper, up to a number of misses
that no class makes. When all addresses together guess too often, one with a miss must wait, and one
without a miss never has to.
"""

from datetime import timedelta
from typing import Final

from sqlalchemy import Connection

from app.classroom.services import Services
from app.classroom.sitting import Sitting, find_sitting, hash_of
from app.domain.code import read_code
from app.errors import NotFound, TooManyRequests
from app.store.attempt_keys import (
    add_key,
    add_miss,
    count_misses,
    find_by_code,
    forget_misses,
    open_attempts_of,
)
from app.store.attempts import set_code

WINDOW: Final = timedelta(minutes=1)
MISSES_OF_ONE: Final = 20
"""Misses of one network address within the window, after which a further one has to wait."""

LOCKED_MISSES: Final = 300
"""Misses of one network address within the window, after which right codes have to wait, too."""

MISSES_OF_ALL: Final = 600
"""Misses in all within the window, after which one own miss is enough to have to wait."""

KEPT_OPEN: Final = timedelta(days=14)
"""How long after the hand-in a code still opens the result."""


def resume(
    services: Services, typed: str, *, key: str, address_hash: bytes, attempt_id: str | None = None
) -> Sitting:
    """Let a key reach the attempt with the resume code that was typed.

    `address_hash` is a keyed hash of the network address of the request; `attempt_id` the only
    attempt that the code may belong to, if given. Raises NotFound for any other code,
    TooManyRequests for an address that has missed too often.
    """
    code = read_code(typed)
    if code is None:
        raise _no_such_code()

    def look(connection: Connection) -> NotFound | TooManyRequests | str:
        now = services.clock()
        forget_misses(connection, now - WINDOW)
        of_all, own = count_misses(connection, address_hash)
        if own >= LOCKED_MISSES or (own > 0 and of_all >= MISSES_OF_ALL):
            return _too_many()
        found = find_by_code(connection, code, now - KEPT_OPEN)
        if found is None or found != (attempt_id or found):
            add_miss(connection, address_hash, now)
            return _no_such_code() if own < MISSES_OF_ONE else _too_many()
        add_key(connection, found, hash_of(key), now)
        return found

    outcome = services.store.write(look)
    # Returned and not raised: the miss has to be committed.
    if isinstance(outcome, Exception):
        raise outcome
    return find_sitting(services, outcome, key)


def attempt_of_code(services: Services, typed: str) -> str:
    """The id of the attempt with a resume code, for a teacher at the server; NotFound."""
    code = read_code(typed)
    with services.store.reading() as connection:
        closed_after = services.clock() - KEPT_OPEN
        found = find_by_code(connection, code, closed_after) if code else None
    if found is None:
        raise _no_such_code()
    return found


def open_sitting_of(services: Services, key: str, *, but: str | None = None) -> Sitting | None:
    """The newest open paper that a key reaches, leaving out the one with the id `but`."""
    with services.store.reading() as connection:
        found = open_attempts_of(connection, hash_of(key))
    others = [one for one in found if one != but]
    return find_sitting(services, others[0], key) if others else None


def renew_code(services: Services, sitting: Sitting) -> None:
    """Give a paper another code: the one before was seen by another person, say.

    Keys that the code before has added go on to reach the paper.
    """
    # A code that is taken already clashes, and the second try draws another.
    services.store.write(lambda connection: set_code(connection, sitting.id, services.new_code()))


def valid_code(services: Services, sitting: Sitting) -> str | None:
    """The code that opens a paper now; None when it has none or it has ended."""
    handed_in_at = sitting.standing.handed_in_at
    if handed_in_at is not None and handed_in_at <= services.clock() - KEPT_OPEN:
        return None
    return sitting.standing.resume_code


def _too_many() -> TooManyRequests:
    return TooManyRequests("Too many wrong codes. Wait a minute and try again.")


def _no_such_code() -> NotFound:
    return NotFound("There is no paper with this code.")
