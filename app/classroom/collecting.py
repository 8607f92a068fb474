"""Collecting: answers come back from a file, and those that do not count are kept all the same."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from app.classroom.answering import GivenAnswer, read_one
from app.classroom.deciding import take_answers
from app.classroom.services import Services
from app.classroom.sitting import Sitting, sitting_of_id
from app.errors import MalformedResponse, NotFound
from app.formats.answers_file import AnswersFile
from app.store.answers import SentAnswer


@dataclass(frozen=True, slots=True)
class Collected:
    """What became of the answers, by question number; `errors` are sentences about the others.

    `known` were stored before; `stale` (a newer one is stored) and `late` (after the deadline or
    the hand-in) are kept aside and do not count.
    """

    sitting: Sitting
    saved: tuple[int, ...]
    known: tuple[int, ...]
    stale: tuple[int, ...]
    late: tuple[int, ...]
    errors: tuple[str, ...]


def collect(services: Services, file: AnswersFile) -> Collected:
    """Take the answers of a file as if they had just arrived; taking it twice changes nothing.

    An answer that its question cannot have becomes an error and does not stop the others. Raises
    NotFound for an attempt that does not exist.
    """
    sitting, received_at = sitting_of_id(services, file.attempt), services.clock()
    sent, errors = _read(sitting, file, received_at)
    decision = services.store.write(
        lambda connection: take_answers(connection, sitting.id, sent, received_at)
    )
    return Collected(
        sitting,
        saved=_numbers(decision.counted),
        known=_numbers(decision.known),
        stale=_numbers(decision.stale),
        late=_numbers(decision.late),
        errors=errors,
    )


def _read(
    sitting: Sitting, file: AnswersFile, received_at: datetime
) -> tuple[tuple[SentAnswer, ...], tuple[str, ...]]:
    sent, errors = [], []
    for one in file.answers:
        given = GivenAnswer(one.response, one.revision, one.backing)
        try:
            sent.append(read_one(sitting, one.n, given, received_at))
        except (MalformedResponse, NotFound) as error:
            errors.append(f"question {one.n}: {error.message}")
    return tuple(sent), tuple(errors)


def _numbers(answers: Iterable[SentAnswer]) -> tuple[int, ...]:
    return tuple(sorted({one.n for one in answers}))
