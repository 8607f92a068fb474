"""What the templates are given until a paper is handed in: plain dicts without a word of the key.

What they are given afterwards is made in `app/web/student/result_contexts.py`.
"""

from collections.abc import Mapping
from typing import Any, Final

from app.classroom.answering import GivenAnswer, StoredAnswer
from app.classroom.resuming import valid_code
from app.classroom.sitting import Sitting
from app.domain.article import Article
from app.domain.bank import Bank
from app.domain.cite_and_confidence import NEITHER_GIVEN
from app.domain.code import spell_code
from app.language.figures import direction_of
from app.quiz.presenting import present_item
from app.web.site.current import the_services
from app.web.student.paper_lengths import USUAL_LENGTH
from app.web.student.passages import text_in_sentences

Context = dict[str, Any]

READING: Final = 180
"""Words a minute that a student of 14 reads with care: half to two thirds of a fluent reader."""

MINUTES_A_QUESTION: Final = 0.75
"""An estimate: no times of classes are kept yet."""


def bank_name(bank: Bank) -> Context:
    """A bank's title, and the language that its own texts are in."""
    return {
        "id": bank.id,
        "version": bank.version,
        "title": bank.title,
        "language": bank.language,
        "direction": direction_of(bank.language),
    }


def bank_card(bank: Bank) -> Context:
    """A bank as the first page lists it."""
    note = bank.content_note
    return bank_name(bank) | {
        "summary": bank.summary,
        "audience": bank.audience,
        "article_type": bank.article.type,
        "words": words_in(bank.article),
        "minutes": minutes_for(bank.article),
        "topics": list(note.topics) if note else [],
    }


def words_in(article: Article) -> int:
    """How many words the text has, rounded to tens."""
    return round(sum(len(paragraph.split()) for paragraph in article.paragraphs), -1)


def minutes_for(article: Article) -> int:
    """About how long a quiz of the usual length takes with the reading, in steps of 5 minutes."""
    minutes = words_in(article) / READING + USUAL_LENGTH * MINUTES_A_QUESTION
    return max(5, 5 * round(minutes / 5))


def open_quiz_context(sitting: Sitting, stored: Mapping[int, StoredAnswer]) -> Context:
    """A quiz that this browser can continue: its article, and how much of it is answered."""
    return attempt_context(sitting) | {
        "bank": bank_name(sitting.bank),
        "answered": sum(answer.response is not None for answer in stored.values()),
        "length": len(sitting.paper.items),
    }


def practice_context(bank: Bank, alternative: Bank | None, lengths: list[Context]) -> Context:
    """A bank before practice: what it is about, and how long a paper it can give."""
    article = bank.article
    shown = ("title", "author", "outlet", "published", "type")
    return {
        "asks": {"confidence": offers_confidence(bank)},
        "bank": bank_card(bank)
        | {
            "article": {name: getattr(article, name) for name in shown},
            "note_student": bank.content_note.student if bank.content_note else "",
            "alternative": bank_name(alternative) if alternative else None,
        },
        "lengths": lengths,
    }


def offers_confidence(bank: Bank) -> bool:
    """Whether practice may ask how sure one is: not on a topic that may upset a student."""
    return bank.content_note is None


def article_context(article: Article) -> Context:
    """The article as students read it; whose words a paragraph is would be a key."""
    shown = ("title", "author", "outlet", "published", "url", "note")
    return {name: getattr(article, name) for name in shown} | {
        "paragraphs": [
            {"n": n, "text": text} for n, text in enumerate(article.paragraphs, start=1)
        ],
    }


def article_in_sentences(bank: Bank) -> Context:
    """The article with its sentences numbered, for a paper that asks which of them settles it."""
    return article_context(bank.article) | {"paragraphs": text_in_sentences(bank)}


def attempt_context(sitting: Sitting) -> Context:
    """What names an attempt on its own pages: its id, and the code that opens it elsewhere."""
    code = valid_code(the_services(), sitting) if sitting.standing.resume_code else None
    return {"id": sitting.id, "code": spell_code(code) if code else ""}


def paper_context(
    sitting: Sitting,
    stored: Mapping[int, StoredAnswer],
    refused: Mapping[int, GivenAnswer] | None = None,
) -> Context:
    """A paper to be answered. `refused` are answers that were sent when newer were stored."""
    refused = refused or {}
    items = [item_context(sitting, item, stored) for item in sitting.paper.items]
    for item in items:
        item["newer"] = None
        if item["n"] in refused:
            item["newer"] = {name: item[name] for name in ("answer", "cited", "sure")}
            item.update(said_context(refused[item["n"]]))
    blueprint = sitting.paper.blueprint
    return {
        "attempt": attempt_context(sitting),
        "bank": bank_name(sitting.bank),
        "article": article_in_sentences(sitting.bank)
        if blueprint.cite
        else article_context(sitting.bank.article),
        "asks": {"cite": blueprint.cite, "confidence": blueprint.confidence},
        "items": items,
        "answered": sum(item["answer"] is not None for item in items),
        "conflicts": set(refused),
        "time": None,
    }


def item_context(sitting: Sitting, item: Any, stored: Mapping[int, StoredAnswer]) -> Context:
    """One question with the stored answer and its revision (0 before the first)."""
    answer = stored.get(item.n)
    shown = present_item(sitting.bank, item, sitting.paper.blueprint)
    return shown | said_context(answer) | {"revision": answer.revision if answer else 0}


def said_context(answer: StoredAnswer | GivenAnswer | None) -> Context:
    """The answer to a question, with the id of the cited sentence and how sure the student is."""
    backing = answer.backing if answer else NEITHER_GIVEN
    response = answer.response if answer else None
    return {"answer": response, "cited": backing.cite, "sure": backing.confidence}


def check_context(sitting: Sitting, stored: Mapping[int, StoredAnswer]) -> Context:
    """Every question with its answer, as the store has it, and how many are open."""
    items = [item_context(sitting, item, stored) for item in sitting.paper.items]
    lines = [item | {"answered": item["answer"] is not None} for item in items]
    return {
        "attempt": attempt_context(sitting),
        "bank": bank_name(sitting.bank),
        "items": lines,
        "open": sum(not line["answered"] for line in lines),
    }


def over_context(sitting: Sitting) -> Context:
    """A paper whose time is over."""
    return {"attempt": attempt_context(sitting), "bank": bank_name(sitting.bank)}
