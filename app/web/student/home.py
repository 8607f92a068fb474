"""The first page: the banks that are open for practice."""

from flask import Blueprint, render_template

from app.web.site.current import the_services
from app.web.student.paper_contexts import bank_card

home = Blueprint("home", __name__)


@home.get("/")
def contents() -> str:
    """List every bank that could be read; say how many could not."""
    shelf = the_services().folder.shelf()
    return render_template(
        "home.html",
        banks=[bank_card(shelved.bank) for shelved in shelf if shelved.bank is not None],
        unread=sum(shelved.reading.bank is None for shelved in shelf),
    )
