"""Reading the questions of a bank, each by the module of its kind."""

from collections.abc import Set
from dataclasses import dataclass, replace
from typing import Any, Final

from app.bank.annotation import unique
from app.bank.entries import Known, few, keys_of, listed_entries
from app.bank.item import Item
from app.bank.nodes import UNREAD
from app.bank.quoting import Quoting, find_all
from app.bank.validation import add_invalid, check
from app.domain.article import Span
from app.domain.fields import QuestionFields, as_written
from app.domain.kind import Kind, Surroundings, define
from app.domain.question import Evidence, Question
from app.domain.skill import SubSkill
from app.kinds import KINDS

_COMMON: Final = frozenset(QuestionFields.model_fields)


@dataclass(frozen=True, slots=True)
class Around:
    """What a question may refer to; `lines` holds the line of each id."""

    quoting: Quoting
    surroundings: Surroundings
    about: Known
    questions: Known
    lines: dict[str, int]


def around_of(root: Item, quoting: Quoting, surroundings: Surroundings, made: Set[str]) -> Around:
    """What the questions of a bank may refer to; `made` are the ids of those that families make."""
    return Around(
        quoting,
        surroundings,
        Known("claim or device", "unknown-about", _annotated(root)),
        Known("question", "unknown-question", written_ids(root) | made),
        {},
    )


def read_questions(root: Item, around: Around) -> tuple[tuple[Question, ...], int]:
    """The sound questions, and how many more await review."""
    found = []
    in_review = 0
    for number, item in listed_entries(root, "questions", "question"):
        question, review = read_question(item, around)
        in_review += review
        if question is not None and not review:
            found.append(replace(question, origin=("questions", number)))
    return tuple(found), in_review


def _annotated(root: Item) -> frozenset[str]:
    return frozenset(keys_of(root, "claims")) | frozenset(keys_of(root, "devices"))


def written_ids(root: Item) -> frozenset[str]:
    """The ids of the questions that are written in a bank, sound or not."""
    entries = root.value.get("questions")
    if not isinstance(entries, list):
        return frozenset()
    return frozenset(
        str(as_written(entry["id"]))
        for entry in entries
        if isinstance(entry, dict) and isinstance(entry.get("id"), str | int | float)
    )


def read_question(item: Item, around: Around) -> tuple[Question | None, bool]:
    """A question, and whether it awaits review."""
    if item.value is UNREAD:
        return None, False
    if not isinstance(item.value, dict):
        add_invalid(QuestionFields, item, "model_type", (), item.value)
        return None, False
    if not few(item):
        return None, False
    kind = _kind_of(item)
    fields = _check(item, kind)
    for _, name in item.ids("id"):
        unique(item, name, around.lines, "id")
    spans = find_all(around.quoting, item)
    _check_common(item, around)
    review = item.value.get("review") is True
    if kind is None or fields is None:
        return None, review
    definition, problems = define(kind, fields, around.surroundings)
    for problem in problems:
        item.add(problem.path, problem.rule, problem.message, problem.help)
    if definition is None:
        return None, review or not problems
    return _build(item, kind, fields, definition, spans, around.quoting), review


def _kind_of(item: Item) -> Kind | None:
    name = item.value.get("kind")
    kind = KINDS.get(name) if isinstance(name, str) else None
    if kind is not None or name is UNREAD:
        return kind
    if name is None:
        message = f"{item.owner[:1].upper()}{item.owner[1:]} has no `kind`."
        item.add((), "missing-key", message, f"Add `kind:` {_kinds()}.")
        return None
    close = item.problems.close(name, KINDS) if isinstance(name, str) else None
    meant = f"Did you mean {close}? " if close else ""
    item.add(
        ("kind",),
        "unknown-kind",
        f"There is no kind of question {_quoted(name)}.",
        f"{meant}The kinds are {_kinds()}.",
    )
    return None


def _kinds() -> str:
    return ", ".join(KINDS)


def _quoted(name: Any) -> str:
    return f"“{as_written(name)}”" if isinstance(name, str | int | float) else "like this"


def _check(item: Item, kind: Kind | None) -> QuestionFields | None:
    """Validate by the kind's fields; without a kind, only what all kinds have in common."""
    if kind is not None:
        return check(kind.Fields, item)
    common = {key: value for key, value in item.value.items() if key in _COMMON}
    check(QuestionFields, replace(item, value=common))
    return None


def _check_common(item: Item, around: Around) -> None:
    for path, term in item.texts("absent"):
        around.quoting.exclude(item, path, term)
    for path, name in item.ids("about"):
        around.about.has(item, path, name)
    for path, name in item.ids("enemies"):
        if around.questions.has(item, path, name) and name == item.question:
            item.add(
                path,
                "own-enemy",
                "The question names itself as its enemy.",
                "Name the other question.",
            )


def _build(
    item: Item,
    kind: Kind,
    fields: QuestionFields,
    definition: Any,
    spans: list[Span],
    quoting: Quoting,
) -> Question:
    evidence = [_evidence(quoting, span) for span in spans]
    cited, absent = kind.citations(definition)
    for citation in cited:
        span = quoting.find(item, citation.path, citation.quotation)
        if span is not None:
            evidence.append(_evidence(quoting, span, citation.row))
    for term in absent:
        quoting.exclude(item, term.path, term.term)
    if not (fields.evidence or fields.absent or cited or absent):
        _say_unsettled(item)
    return _question(kind, fields, definition, tuple(evidence))


def _evidence(quoting: Quoting, span: Span, row: str | None = None) -> Evidence:
    words = quoting.paragraphs[span.paragraph - 1][span.start : span.end]
    return Evidence(span, words, row)


def _say_unsettled(item: Item) -> None:
    item.add(
        (),
        "evidence-missing",
        "Nothing in the article settles this question.",
        "Add `evidence:` with the words of the article that do; or `absent:` with words that the "
        "article would need, if the question is about what it leaves out.",
    )


def _question(
    kind: Kind, fields: QuestionFields, definition: Any, evidence: tuple[Evidence, ...]
) -> Question:
    about = [fields.about] if isinstance(fields.about, str) else fields.about
    return Question(
        id=fields.id,
        kind=kind.NAME,
        skill=SubSkill.named(fields.skill),
        level=fields.level,
        prompt=fields.prompt,
        definition=definition,
        because=fields.because,
        evidence=evidence,
        absent=tuple(fields.absent),
        hint=fields.hint,
        about=frozenset(about),
        enemies=frozenset(fields.enemies),
        reassures=fields.reassures,
        waive=fields.waive,
    )
