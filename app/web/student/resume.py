"""Going on with a paper by its code: from the first page, or with a form that lost its key."""

from hashlib import sha256
from hmac import digest
from ipaddress import IPv6Address, ip_address
from typing import Final

from flask import Blueprint, Response, after_this_request, current_app, request

from app.classroom.resuming import open_sitting_of
from app.classroom.resuming import resume as resume_by_code
from app.classroom.sitting import Sitting
from app.errors import NotFound
from app.web.site.credentials import cookie_key, keep_key, new_key, recall_own_sitting
from app.web.site.current import the_services
from app.web.site.environments import render_template
from app.web.site.regaining import CODE
from app.web.site.replies import see_other
from app.web.student.forms import posted_form
from app.web.student.shared_computer import MINE, NEW, clear_storage, whose_page

resume = Blueprint("resume", __name__)

HASH_BYTES: Final = 16
IPV6_SITE: Final = 64
"""Bits of an IPv6 address that one household or school has for itself."""


@resume.post("/resume")
def go_on() -> Response | tuple[str, int] | str:
    """Find the paper of a code and let this browser go on with it.

    A browser whose key holds another open paper is asked whose it is.
    """
    form = posted_form()
    typed, whose, key = form.get(CODE, ""), form.get("whose"), cookie_key()
    held = open_sitting_of(the_services(), key) if key and whose not in (MINE, NEW) else None
    if held is not None:
        return whose_page(held)
    if key is None or whose == NEW:
        key = new_key()
    try:
        sitting = resume_by_code(the_services(), typed, key=key, address_hash=address_hash())
    except NotFound:
        return render_template("resume.html", typed=typed[:20]), NotFound.status
    reply = keep_key(see_other(f"/attempts/{sitting.id}"), key)
    return clear_storage(reply) if whose == NEW else reply


def posted_sitting(attempt_id: str) -> Sitting:
    """The attempt that a form was posted to, reached by its key or by a resume code in the form.

    Raises NotFound, and TooManyRequests when too many wrong codes came from the same address.
    """
    typed = posted_form().get(CODE)
    if typed is None:
        return recall_own_sitting(attempt_id)
    key = key_beside(attempt_id)
    sitting = resume_by_code(
        the_services(), typed, key=key, address_hash=address_hash(), attempt_id=attempt_id
    )
    after_this_request(lambda response: keep_key(response, key))
    return sitting


def key_beside(attempt_id: str) -> str:
    """The browser's key, unless it holds another open paper: that may be another student's."""
    key = cookie_key()
    if key is None or open_sitting_of(the_services(), key, but=attempt_id):
        return new_key()
    return key


def address_hash() -> bytes:
    """A keyed hash of the request's network address: useless without the server's secret."""
    secret = str(current_app.secret_key).encode()
    return digest(secret, f"address {address_site()}".encode(), sha256)[:HASH_BYTES]


def address_site() -> str:
    """The address; of an IPv6 address the part that a household or a school has for itself."""
    text = request.remote_addr or ""
    try:
        address = ip_address(text)
    except ValueError:
        return text
    if isinstance(address, IPv6Address) and address.ipv4_mapped is None:
        return str(int(address) >> (address.max_prefixlen - IPV6_SITE))
    return text
