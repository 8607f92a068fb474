"""Before a practice: what the article is, how long a paper is wanted, and the start."""

from dataclasses import replace
from typing import Final

from flask import Blueprint, Response

from app.classroom.opening import open_practice
from app.classroom.resuming import open_sitting_of
from app.domain.bank import Bank
from app.errors import BadInput, ImpossibleBlueprint, NotFound
from app.quiz.blueprint import Blueprint as PaperBlueprint
from app.web.site.credentials import cookie_key, keep_key, new_key
from app.web.site.current import the_services
from app.web.site.environments import render_template
from app.web.site.replies import see_other
from app.web.student.forms import posted_form
from app.web.student.paper_contexts import offers_confidence, practice_context
from app.web.student.paper_lengths import offered_lengths, usual_length
from app.web.student.shared_computer import MINE, NEW, clear_storage, whose_page

practice = Blueprint("practice", __name__)

LIMITS: Final = (10, 20, 30, 45)
"""Minutes that the page offers."""


@practice.get("/practice/<bank_id>")
def show(bank_id: str) -> str:
    """Introduce a bank and offer the lengths of paper that it can give."""
    bank = the_services().folder.find(bank_id)
    usual = usual_length(bank)
    offers = [
        {"value": length, "checked": length == usual} for length in sorted(offered_lengths(bank))
    ]
    context = practice_context(bank, alternative_of(bank), offers)
    return render_template(
        "practice.html", **context, limits=LIMITS, known=cookie_key() is not None
    )


@practice.post("/practice/<bank_id>")
def start(bank_id: str) -> Response | str:
    """Draw a paper and show the way to it; the browser keeps the student's key.

    A browser whose key holds an open paper is asked first whose that one is. Only who says that it
    is theirs goes on with the key: any other start gets a new one, so that the next student at a
    shared computer does not come to the last one's results.
    """
    services = the_services()
    blueprint = chosen_blueprint(services.folder.find(bank_id))
    whose, key = posted_form().get("whose"), cookie_key()
    held = open_sitting_of(services, key) if key and whose not in (MINE, NEW) else None
    if held is not None:
        return whose_page(held)
    if key is None or whose != MINE:
        key = new_key()
    sitting = open_practice(
        services, bank_id, key=key, blueprint=blueprint, time_limit=chosen_limit()
    )
    reply = keep_key(see_other(f"/attempts/{sitting.id}"), key)
    return clear_storage(reply) if whose == NEW else reply


def chosen_blueprint(bank: Bank) -> PaperBlueprint:
    """The blueprint of the posted length, or of the usual one, with what is asked beside it.

    Raises ImpossibleBlueprint for any other length, BadInput for what is not offered to be asked.
    """
    offered = offered_lengths(bank)
    if not offered:
        raise ImpossibleBlueprint(("This bank has no questions to practise yet.",))
    form = posted_form()
    if "confidence" in form and not offers_confidence(bank):
        raise BadInput("Practice on this article does not ask how sure you are.")
    wanted = form.get("length", str(usual_length(bank)))
    for length, blueprint in offered.items():
        if wanted == str(length):
            return replace(blueprint, cite="cite" in form, confidence="confidence" in form)
    raise ImpossibleBlueprint(("This bank has no paper of that length.",))


def chosen_limit() -> int | None:
    """The minutes of the posted form, None for no limit; BadInput for any that is not offered."""
    wanted = posted_form().get("time_limit", "")
    for minutes in LIMITS:
        if wanted == str(minutes):
            return minutes
    if wanted:
        raise BadInput("There is no such time limit.")
    return None


def alternative_of(bank: Bank) -> Bank | None:
    """The bank to go to instead, when this one names one that can be read."""
    if bank.content_note is None or not bank.content_note.alternative:
        return None
    try:
        return the_services().folder.find(bank.content_note.alternative)
    except NotFound:
        return None
