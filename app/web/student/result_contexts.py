"""What the templates of the result are given: the only place where a question's key is shown.

All that is made here comes of a `Result`, and only a handed-in attempt has one.
"""

from dataclasses import asdict

from app.classroom.handing_in import Result
from app.classroom.sitting import Sitting
from app.domain.article import UNCERTAIN
from app.domain.bank import Bank
from app.quiz.confidence import PROBABILITIES, Certainty
from app.quiz.marking import MarkedItem
from app.quiz.presenting import present_item, solve_item
from app.quiz.profile import Profile
from app.web.student.paper_contexts import Context, article_context, attempt_context, bank_name
from app.web.student.passages import cited_sentence, passages


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


def article_with_voices(bank: Bank) -> Context:
    """The article after handing in: each paragraph with the name of its voice, where it has one."""
    article = article_context(bank.article)
    for paragraph in article["paragraphs"]:
        voice = bank.article.voices.get(paragraph["n"], "")
        source = bank.sources.get(voice)
        paragraph["voice"] = source.name if source else voice if voice == UNCERTAIN else ""
    return article


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
    sub_skill = {"sub_skill": str(marked.question.skill)}
    return solved | shown | backing | sub_skill | {"answer": marked.response, "asks": asked}
