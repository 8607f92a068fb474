"""From a YAML document to a bank: each section is read by its own module, then put together."""

from dataclasses import dataclass, replace
from typing import Self

from app.bank.annotation import Annotation, known_sources, read_annotation
from app.bank.articles import ArticleSection, read_article, text_file_of
from app.bank.header import read_content_note, read_header
from app.bank.item import Item
from app.bank.models import BankFields
from app.bank.nodes import Document
from app.bank.problems import Problems
from app.bank.questions import Around, around_of, read_questions
from app.bank.quoting import Quoting
from app.bank.validation import add_invalid
from app.domain.bank import Bank, ContentNote, Snapshot
from app.domain.kind import Surroundings
from app.domain.question import Question
from app.families.reading_made import dotted_enemies, ids_of, read_made
from app.library.made_or_kept import made_anew, made_before
from app.library.reading_result import Reading


def unread(problems: Problems, snapshot: Snapshot | None = None) -> Reading:
    """The reading of a file in which there is nothing to go on with."""
    return Reading(None, problems.sorted(), snapshot=snapshot, file=problems.file)


def assemble(
    document: Document, snapshot: Snapshot, bank_id: str, problems: Problems, *, fresh: bool
) -> Reading:
    """Validate a document and make a bank of it.

    If `fresh`, the families make their questions, and the snapshot of the reading keeps them;
    else the questions are those that the snapshot has.
    """
    root = Item(document.value, document.place, "the bank", problems)
    if not isinstance(root.value, dict):
        add_invalid(BankFields, root, "model_type", (), root.value)
        return unread(problems, snapshot)
    sections = _Sections.of(root, snapshot.text)
    made = (
        made_anew(root, sections.language, sections.article, sections.annotation)
        if fresh
        else made_before(root, snapshot)
    )
    around = sections.around(root, ids_of(made))
    questions, in_review = read_questions(root, around)
    generated = read_made(made, root, around, stored=not fresh)
    if fresh:
        snapshot = replace(snapshot, generated=generated.text)
    whole = None if problems.broken else (*questions, *generated.questions)
    return Reading(
        None if whole is None else sections.bank(bank_id, snapshot, whole),
        problems.sorted(),
        in_review + sections.annotation.in_review,
        snapshot,
        text_file_of(document.value) or "",
        problems.file,
        generated.unmade,
        document.place,
    )


@dataclass(frozen=True, slots=True)
class _Sections:
    """The sections of a bank other than its questions, as far as they are sound."""

    header: BankFields | None
    article: ArticleSection
    quoting: Quoting
    note: ContentNote | None
    annotation: Annotation

    @classmethod
    def of(cls, root: Item, text: str | None) -> Self:
        """Read the sections; `text` is the content of the article's own file, if it has one."""
        header = read_header(root)
        article = read_article(root, text, known_sources(root))
        quoting = Quoting(article.paragraphs, root.problems)
        note = read_content_note(root)
        return cls(header, article, quoting, note, read_annotation(root, quoting))

    @property
    def language(self) -> str:
        """The language of the bank, "" if that cannot be read."""
        return self.header.language if self.header else ""

    def around(self, root: Item, made: frozenset[str]) -> Around:
        """What the questions may refer to; `made` are the ids of those that families make."""
        surroundings = Surroundings(
            paragraphs=self.article.paragraphs,
            sources=self.annotation.sources,
            source_ids=known_sources(root).ids,
            language=self.language,
        )
        # Families make nothing of a broken bank; enemies that would be theirs are no second fault.
        known = made | (dotted_enemies(root) if root.problems.broken else frozenset())
        return around_of(root, self.quoting, surroundings, known)

    def bank(
        self, bank_id: str, snapshot: Snapshot, questions: tuple[Question, ...]
    ) -> Bank | None:
        """The bank, of sections without an error; None without header or article."""
        article = self.article.article(frozenset(self.annotation.sources_in_review))
        if article is None or self.header is None:
            return None
        return Bank(
            id=bank_id,
            snapshot=snapshot,
            title=self.header.title,
            language=self.header.language,
            article=article,
            questions=questions,
            sources=self.annotation.sources,
            claims=self.annotation.claims,
            devices=self.annotation.devices,
            not_stated=tuple(self.annotation.not_stated),
            summary=self.header.summary,
            audience=self.header.audience,
            licence=self.header.licence,
            content_note=self.note,
            waive=self.header.waive,
            lint=self.header.lint,
        )
