"""Drafts for the tests of this folder: made from a text, read as a bank."""

from app.domain.bank import Snapshot
from app.draft import Draft, make_draft, open_manuscript, write
from app.library.reading import read_snapshot
from app.library.reading_result import Reading


def draft_of(text: str, language: str | None = "en", name: str = "article.txt") -> Draft:
    return make_draft(open_manuscript(text.encode(), name), language)


def yaml_of(text: str, language: str | None = "en", name: str = "article.txt") -> str:
    return write(draft_of(text, language, name), name)


def read(yaml: str) -> Reading:
    return read_snapshot(Snapshot(yaml), "draft", "draft.yaml")


def said(text: str, language: str = "en") -> list[tuple[str, ...]]:
    """What is attributed in a text: the content, then the chain without the writer."""
    made = draft_of(text, language)
    names = {source.id: source.name for source in made.sources}
    return [
        (" … ".join(quote.quote for quote in claim.evidence), *(names[s] for s in claim.chain[:-1]))
        for claim in made.claims
        if len(claim.chain) > 1
    ]
