"""The first page: the quiz that is open in this browser, and the articles to practise with."""

from flask import Blueprint

from app.classroom.answering import stored_answers
from app.classroom.resuming import open_sitting_of
from app.domain.bank import Bank
from app.language.tags import same_language
from app.web.site.credentials import cookie_key
from app.web.site.current import the_services
from app.web.site.environments import render_template
from app.web.site.reader_language import current_language
from app.web.student.paper_contexts import Context, bank_card, open_quiz_context

home = Blueprint("home", __name__)


@home.get("/")
def contents() -> str:
    """Offer to continue the open quiz, list every bank that can be read, count those that cannot.

    Articles in the reader's language come first.
    """
    shelf = the_services().folder.shelf()
    banks = [shelved.bank for shelved in shelf if shelved.bank is not None]
    return render_template(
        "home.html",
        open_quiz=open_quiz(),
        banks=[bank_card(bank) for bank in sorted(banks, key=in_another_language)],
        unread=len(shelf) - len(banks),
    )


def in_another_language(bank: Bank) -> bool:
    """Whether a bank is in another language than the pages."""
    return not same_language(bank.language, current_language())


def open_quiz() -> Context | None:
    """The newest open quiz of this browser, with how much of it is answered; None without one."""
    key = cookie_key()
    sitting = open_sitting_of(the_services(), key) if key else None
    if sitting is None:
        return None
    return open_quiz_context(sitting, stored_answers(the_services(), sitting))
