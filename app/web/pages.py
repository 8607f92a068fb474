"""What the templates are given: plain dicts, made in one place, with nothing of the key in them.

Only `result_context` may show what a question's key is, and only a handed-in attempt has a result.
"""

from collections.abc import Mapping
from dataclasses import asdict
from typing import Any

from app.classroom.answering import GivenAnswer, StoredAnswer
from app.classroom.handing_in import Result
from app.classroom.sitting import Sitting
from app.domain.article import UNCERTAIN, Article
from app.domain.backing import UNBACKED
from app.domain.bank import Bank
from app.domain.code import spell_code
from app.quiz.confidence import PROBABILITIES, Certainty
from app.quiz.marking import MarkedItem
from app.quiz.presenting import present_item, solve_item
from app.quiz.profile import Profile
from app.web.figures import direction_of
from app.web.sentences import cited_sentence, passages, text_in_sentences

Context = dict[str, Any]


def bank_name(bank: Bank) -> Context:
    """A bank's title, and the language that its own texts are in."""
    return {
        "id": bank.id,
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
        "questions": len(bank.questions),
        "topics": list(note.topics) if note else [],
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
    """Whether practice may ask how sure one is: not on a topic that may upset somebody."""
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


def article_with_voices(bank: Bank) -> Context:
    """The article after handing in: each paragraph with the name of its voice, where it has one."""
    article = article_context(bank.article)
    for paragraph in article["paragraphs"]:
        voice = bank.article.voices.get(paragraph["n"], "")
        source = bank.sources.get(voice)
        paragraph["voice"] = source.name if source else voice if voice == UNCERTAIN else ""
    return article


def attempt_context(sitting: Sitting) -> Context:
    """What names an attempt on its own pages: its id, and the code that opens it elsewhere."""
    code = sitting.sheet.resume_code
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
    backing = answer.backing if answer else UNBACKED
    response = answer.response if answer else None
    return {"answer": response, "cited": backing.cite, "sure": backing.confidence}


def check_context(sitting: Sitting, stored: Mapping[int, StoredAnswer]) -> Context:
    """What is answered and what is open, as the store has it."""
    items = [item_context(sitting, item, stored) for item in sitting.paper.items]
    lines = [
        {"n": item["n"], "skill": item["skill"], "prompt": item["prompt"]}
        | {"answered": item["answer"] is not None}
        | {"no_sentence": "cite" in item and item["cited"] is None}
        | {"not_sure": "confidence" in item and item["sure"] is None}
        for item in items
    ]
    return {
        "attempt": attempt_context(sitting),
        "bank": bank_name(sitting.bank),
        "items": lines,
        "open": sum(not line["answered"] for line in lines),
    }


def over_context(sitting: Sitting) -> Context:
    """A paper whose time is over."""
    return {"attempt": attempt_context(sitting), "bank": bank_name(sitting.bank)}


def result_context(sitting: Sitting, result: Result) -> Context:
    """The profile, and every question with its answer, its key and its evidence."""
    profile, certainty = profile_context(result.profile), result.profile.certainty
    if certainty:
        profile["confidence"]["curve"] = certainty.has_curve
    return {
        "attempt": attempt_context(sitting),
        "bank": bank_name(sitting.bank),
        "article": article_with_voices(sitting.bank),
        "profile": profile,
        "items": [review_context(sitting, marked) for marked in result.items],
        "late": result.late,
    }


def profile_context(profile: Profile) -> Context:
    """Points in all and per skill."""
    skills = [{"skill": name} | asdict(skill) for name, skill in profile.skills.items()]
    return {
        "points": profile.points,
        "of": profile.of,
        "guess": profile.guess,
        "skills": skills,
        "cite": asdict(profile.found) if profile.found else None,
        "confidence": certainty_context(profile.certainty) if profile.certainty else None,
    }


def certainty_context(certainty: Certainty) -> Context:
    """What came of saying how sure one is; `points` may be negative, which no page shows."""
    levels = [
        {"level": one.level, "probability": PROBABILITIES[one.level], "answers": one.answers}
        | {"right": one.right, "partly": one.partly}
        for one in certainty.levels
    ]
    return {
        "points": certainty.points,
        "of": certainty.of,
        "answers": certainty.answers,
        "brier": certainty.brier,
        "levels": levels,
    }


def review_context(sitting: Sitting, marked: MarkedItem) -> Context:
    """One question after handing in."""
    drawn = sitting.paper.items[marked.n - 1]
    blueprint = sitting.paper.blueprint
    solved = solve_item(sitting.bank, marked, blueprint)
    cite = marked.backing.cite
    backing = {
        "passages": passages(sitting.bank, solved["evidence"], cite),
        "sentence": cited_sentence(sitting.bank, cite),
        "sure": marked.backing.confidence,
    }
    # What the kind presents goes before the mark's own `parts`, where a kind has some as well.
    shown = present_item(sitting.bank, drawn, blueprint)
    asked = {name: shown.pop(name, False) for name in ("cite", "confidence")}
    return solved | shown | backing | {"answer": marked.response, "asks": asked}
