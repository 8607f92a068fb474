"""Reading a bank: from a file or snapshot to a validated bank, or to all that is wrong with it."""

from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Final

from app.bank.annotation import Annotation, known_sources, read_annotation
from app.bank.articles import ArticleSection, read_article, text_file_of
from app.bank.files import read_text
from app.bank.findings import START, Findings
from app.bank.item import Item
from app.bank.models import ArticleFields, BankFields, ContentNoteFields
from app.bank.nodes import UNREAD, Document, find_place, mark_of
from app.bank.questions import around_of, read_questions, written_ids
from app.bank.quoting import Quoting
from app.bank.scan import scan
from app.bank.sections import inner
from app.bank.validation import check, report
from app.domain.bank import Bank, ContentNote, Snapshot
from app.domain.kind import Surroundings
from app.domain.problem import Problem
from app.domain.question import Question
from app.families.reading_made import (
    dotted_enemies,
    ids_of,
    kept,
    make_all,
    read_made,
)
from app.families.section import read_families, say_unmade
from app.families.selection import Made, Unmade
from app.library.beside import BANK_ID, check_alternative, read_text_file
from app.library.collector import collector_off


@dataclass(frozen=True)
class Reading:
    """What reading gave: a bank, or the problems that stand in its way; warnings come with both.

    `in_review` counts the sources, claims, devices, questions and not-stated entries that were
    left out because somebody still has to look at them. `snapshot` is what was read, sound or
    not (None if it was no text); `text_file` the name of the file that the text comes from,
    `file` the name under which the bank was read; `unmade` are the questions that families could
    not make.
    """

    bank: Bank | None
    problems: tuple[Problem, ...]
    in_review: int = 0
    snapshot: Snapshot | None = None
    text_file: str = ""
    file: str = ""
    unmade: tuple[Unmade, ...] = ()


def read_file(path: Path) -> Reading:
    """Read a bank from its file; whatever is wrong with the file is a problem, never raised."""
    findings = Findings(str(path))
    with collector_off():
        yaml = read_text(path, findings)
        if yaml is None:
            return _unread(findings)
        bank_id = _bank_id(path, findings)
        document = scan(yaml, findings)
        if document is None:
            return _unread(findings, Snapshot(yaml))
        text = read_text_file(path, document, findings)
        check_alternative(path, document, findings)
        return _read(document, Snapshot(yaml, text), bank_id, findings, fresh=True)


def read_written(yaml: str, text: str | None, bank_id: str, file: str) -> Reading:
    """Read a bank from its text, and let the families make their questions, as from a file."""
    findings = Findings(file)
    with collector_off():
        document = scan(yaml, findings)
        if document is None:
            return _unread(findings, Snapshot(yaml, text))
        return _read(document, Snapshot(yaml, text), bank_id, findings, fresh=True)


def read_snapshot(snapshot: Snapshot, bank_id: str, file: str) -> Reading:
    """Read a bank from what it was read from before; `file` is the name in its problems.

    Families make nothing here: the bank has the questions that the snapshot keeps, even if the
    families of a later release would make others.
    """
    findings = Findings(file)
    with collector_off():
        document = scan(snapshot.yaml, findings)
        if document is None:
            return _unread(findings, snapshot)
        if snapshot.text is None and text_file_of(document.value) is not None:
            place = find_place(document.place, ("article", "text_file"))
            findings.add(mark_of(place), "unreadable-file", "The text of the article is missing.")
        return _read(document, snapshot, bank_id, findings, fresh=False)


def _unread(findings: Findings, snapshot: Snapshot | None = None) -> Reading:
    """What there is to say of a file that holds nothing to go on with."""
    return Reading(None, findings.sorted(), snapshot=snapshot, file=findings.file)


def _bank_id(path: Path, findings: Findings) -> str:
    if not BANK_ID.fullmatch(path.stem) or path.suffix != ".yaml":
        findings.add(
            START,
            "file-name",
            f"A bank cannot be called “{path.name}”: the file's name is its id.",
            "Use lower case letters, digits, hyphens and underscores, and end with .yaml: "
            "my-first-bank.yaml.",
        )
    return path.stem


def _read(
    document: Document, snapshot: Snapshot, bank_id: str, findings: Findings, *, fresh: bool
) -> Reading:
    root = Item(document.value, document.place, "the bank", findings)
    if not isinstance(root.value, dict):
        report(BankFields, root, "model_type", (), root.value)
        return _unread(findings, snapshot)
    header = _read_header(root)
    article = read_article(root, snapshot.text, known_sources(root))
    quoting = Quoting(article.paragraphs, findings)
    note = _read_note(root)
    annotation = read_annotation(root, quoting)
    language = header.language if header else ""
    surroundings = Surroundings(
        paragraphs=article.paragraphs,
        sources=annotation.sources,
        source_ids=known_sources(root).ids,
        language=language,
    )
    if fresh:
        made = _make(root, language, article, annotation)
    else:
        read_families(root)
        made = kept(snapshot.generated) if snapshot.generated else Made()
    known = ids_of(made) | (dotted_enemies(root) if findings.broken else frozenset())
    around = around_of(root, quoting, surroundings, known)
    questions, in_review = read_questions(root, around)
    generated = read_made(made, root, around, stored=not fresh)
    if fresh:
        snapshot = replace(snapshot, generated=generated.text)
    bank = None
    if not findings.broken and header is not None:
        everything = (*questions, *generated.questions)
        bank = _bank(bank_id, snapshot, header, article, annotation, note, everything)
    text_file = text_file_of(document.value) or ""
    in_review += annotation.in_review
    return Reading(
        bank,
        findings.sorted(),
        in_review,
        snapshot,
        text_file,
        findings.file,
        generated.unmade,
    )


def _make(root: Item, language: str, article: ArticleSection, annotation: Annotation) -> Made:
    """What the families make; nothing while the annotation is broken."""
    wishes = read_families(root)
    if root.findings.broken or not article.paragraphs:
        return Made()
    taken = written_ids(root)
    text = (article.paragraphs, article.voices)
    made = make_all(root, wishes, language, taken, text, annotation)
    say_unmade(root, wishes, made.unmade)
    return made


_STAND_INS: Final[dict[str, Any]] = {
    "article": ArticleFields(title="-", type="other"),
    "sources": {},
    "claims": {},
    "not_stated": [],
    "devices": {},
    "questions": [],
}
"""Stand for the sections, which are read apart."""


def _read_header(root: Item) -> BankFields | None:
    value = {
        key: _STAND_INS.get(key, entry)
        for key, entry in root.value.items()
        if key not in {"content_note", "families"}
    }
    return check(BankFields, replace(root, value=value))


def _read_note(root: Item) -> ContentNote | None:
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


def _bank(
    bank_id: str,
    snapshot: Snapshot,
    header: BankFields,
    section: ArticleSection,
    annotation: Annotation,
    note: ContentNote | None,
    questions: tuple[Question, ...],
) -> Bank | None:
    article = section.article(frozenset(annotation.sources_in_review))
    if article is None:
        return None
    return Bank(
        id=bank_id,
        snapshot=snapshot,
        title=header.title,
        language=header.language,
        article=article,
        questions=questions,
        sources=annotation.sources,
        claims=annotation.claims,
        devices=annotation.devices,
        not_stated=tuple(annotation.not_stated),
        summary=header.summary,
        audience=header.audience,
        licence=header.licence,
        content_note=note,
        waive=header.waive,
        lint=header.lint,
    )
