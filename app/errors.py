"""The exceptions: each carries its message and its HTTP status.

    BylineError                     500   a bug, or something unexpected
    ├── BadInput                    400   what was sent cannot be understood
    │   ├── MalformedResponse       400   an answer that no page of ours would send
    │   └── ImpossibleBlueprint     400   the bank cannot give the paper that is asked for
    ├── NotPermitted                403   understood, and refused
    ├── NotFound                    404   no such bank, attempt or page
    ├── Conflict                    409   true when it was sent, but no longer
    │   ├── StaleAnswer             409   a newer answer to the same question is stored
    │   ├── AttemptClosed           409   the attempt was handed in before
    │   └── TimeUp                  409   the time for the paper is up
    ├── TooLarge                    413   more than is read
    ├── TooManyRequests             429   too many in a short time
    ├── Unavailable                 503   not saved: the store cannot take it now; try again
    └── SettingsError               500   a setting is missing or wrong; the program does not start

The house has one word for each meaning of "something is wrong":

    error      an exception: raised in use; becomes an exit code, a page or a reply of the API
    problem    something wrong in a bank's text: collected with its place, never raised
    finding    what a lint rule finds; it becomes a problem when its place in the file is known
    report     the problems of one check, ready to be written in a format
    shortage   what a blueprint asks for and its bank does not have
    conflict   an error (409): right when it was sent, and overtaken since

A reply of the API to an error is a "problem document", by the name that RFC 9457 gives it.
"""

from collections.abc import Mapping
from datetime import datetime


class BylineError(Exception):
    """An error with a sentence for the person who meets it.

    `message` is a full plain sentence; `status` the HTTP status; `exit_code` that of the command
    line (1: the user's input is wrong, 3: a bug).
    """

    status = 500
    exit_code = 3

    def __init__(self, message: str) -> None:
        super().__init__(message)
        self.message = message


class BadInput(BylineError):
    """What was sent cannot be understood."""

    status = 400
    exit_code = 1


class MalformedResponse(BadInput):
    """An answer in a form that its question does not have; nothing was changed by it."""


class ImpossibleBlueprint(BadInput):
    """The bank cannot give this paper; `shortages` says each reason in a sentence."""

    def __init__(self, shortages: tuple[str, ...]) -> None:
        super().__init__(" ".join(shortages))
        self.shortages = shortages


class NotPermitted(BylineError):
    """Understood, and refused."""

    status = 403
    exit_code = 1


class NotFound(BylineError):
    """It does not exist, or the request may not see it: the reply is the same for both."""

    status = 404
    exit_code = 1


class Conflict(BylineError):
    """True when it was sent, but no longer.

    `deadline_at` is the deadline of the paper, where it has a time limit.
    """

    status = 409
    exit_code = 1
    deadline_at: datetime | None = None


class StaleAnswer(Conflict):
    """A newer answer is stored; the stale one was kept beside it.

    `revision` and `response` (JSON) are what is stored now, `backing` what was given beside it.
    """

    def __init__(
        self, revision: int, response: object, backing: Mapping[str, object] | None = None
    ) -> None:
        super().__init__("A newer answer to this question is already saved.")
        self.revision = revision
        self.response = response
        self.backing = dict(backing or {})


class AttemptClosed(Conflict):
    """The attempt was handed in; a late answer was kept, and does not count."""

    def __init__(self) -> None:
        super().__init__("This paper has been handed in. Later answers are kept but do not count.")


class TimeUp(Conflict):
    """The time for the paper is over; a late answer was kept, and does not count."""

    def __init__(self) -> None:
        super().__init__("The time for this paper is up. Later answers are kept but do not count.")


class TooLarge(BylineError):
    """More than is read."""

    status = 413
    exit_code = 1


class TooManyRequests(BylineError):
    """Too many requests in a short time."""

    status = 429
    exit_code = 1


class Unavailable(BylineError):
    """The store cannot take it now: nothing was saved, and trying again is safe.

    `cause` is for the log and the command line; no reply has it.
    """

    status = 503
    exit_code = 1

    def __init__(self, message: str, cause: str = "") -> None:
        super().__init__(message)
        self.cause = cause


class SettingsError(BylineError):
    """A setting is missing or wrong; the message names it."""

    exit_code = 2
