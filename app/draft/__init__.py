"""Proposing an annotation for a bare article: everything is marked for review."""

from app.draft.drafting import draft, guess_language
from app.draft.manuscript import Manuscript
from app.draft.opening import MAX_BYTES, open_manuscript
from app.draft.proposals import Draft
from app.draft.vocabulary import LANGUAGES
from app.draft.writing import write

__all__ = ["LANGUAGES", "MAX_BYTES", "Draft", "make_draft", "open_manuscript", "write"]


def make_draft(manuscript: Manuscript, language: str | None = None) -> Draft:
    """Propose an annotation; without a language of `LANGUAGES`, it is guessed from the words."""
    return draft(manuscript, language or guess_language(manuscript))
