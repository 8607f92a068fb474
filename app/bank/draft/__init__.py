"""Proposing an annotation for a bare article: everything is marked for review."""

from app.bank.draft.drafting import draft, guess_language
from app.bank.draft.language import LANGUAGES
from app.bank.draft.manuscript import Manuscript
from app.bank.draft.opening import MAX_BYTES, open_manuscript
from app.bank.draft.proposals import Draft
from app.bank.draft.writing import write

__all__ = ["LANGUAGES", "MAX_BYTES", "Draft", "make_draft", "open_manuscript", "write"]


def make_draft(manuscript: Manuscript, language: str | None = None) -> Draft:
    """Propose an annotation; without a language of `LANGUAGES`, the article’s words tell it."""
    return draft(manuscript, language or guess_language(manuscript))
