"""Reading what a bank says of itself: its title and terms, and its note on hard content."""

from dataclasses import replace
from typing import Any, Final

from app.bank.entries import inner
from app.bank.item import Item
from app.bank.models import ArticleFields, BankFields, ContentNoteFields
from app.bank.nodes import UNREAD
from app.bank.validation import check
from app.domain.bank import ContentNote

_READ_ELSEWHERE: Final[dict[str, Any]] = {
    "article": ArticleFields(title="-", type="other"),
    "sources": {},
    "claims": {},
    "not_stated": [],
    "devices": {},
    "questions": [],
}
"""Sound values in place of the sections that other modules read and validate."""


def read_header(root: Item) -> BankFields | None:
    """The fields of the bank itself; None, with problems, when one is wrong."""
    value = {
        key: _READ_ELSEWHERE.get(key, entry)
        for key, entry in root.value.items()
        if key not in {"content_note", "families"}
    }
    return check(BankFields, replace(root, value=value))


def read_content_note(root: Item) -> ContentNote | None:
    """The note on hard content; None without one, or, with problems, when it is wrong."""
    if root.value.get("content_note", UNREAD) is UNREAD:
        return None
    fields = check(ContentNoteFields, inner(root, "content_note", "the content note"))
    if fields is None:
        return None
    return ContentNote(
        topics=tuple(fields.topics),
        student=fields.student,
        teacher=fields.teacher,
        alternative=fields.alternative or "",
        intensity=fields.intensity,
        help=fields.help,
    )
