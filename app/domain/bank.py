"""A bank as it is after reading and validation: an article, its annotation and its questions."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from hashlib import sha256

from app.domain.annotation import Claim, Device, NotStated, Source
from app.domain.article import Article
from app.domain.problem import Severity
from app.domain.question import Question


@dataclass(frozen=True, slots=True)
class ContentNote:
    """What students and teachers should know before they read; all fields may be empty."""

    topics: tuple[str, ...] = ()
    student: str = ""
    teacher: str = ""
    alternative: str = ""
    intensity: str = ""
    help: str = ""


@dataclass(frozen=True)
class Snapshot:
    """What a bank was read from, word for word: it reads back to the same bank.

    `text` is the content of `article.text_file`, when the bank keeps its text in a file beside it.
    `generated` are the questions that families made of the annotation (JSON, `bank.families.made`),
    None without any: they are kept, because a later release may make others.
    """

    yaml: str
    text: str | None = None
    generated: str | None = None

    @cached_property
    def version(self) -> str:
        """The SHA-256 of the content, in hexadecimal: the name of the bank version."""
        digest = sha256(self.yaml.encode())
        if self.text is not None:
            digest.update(b"\0" + self.text.encode())
        if self.generated is not None:
            digest.update(b"\1" + self.generated.encode())
        return digest.hexdigest()


@dataclass(frozen=True)
class Bank:
    """A validated bank, immutable; questions and annotation under review are left out.

    `waive` maps a lint rule to the reason for waiving it, for the whole bank or by question;
    `lint` maps a rule to its severity in this bank.
    """

    id: str
    snapshot: Snapshot
    title: str
    language: str
    article: Article
    questions: tuple[Question, ...]
    sources: Mapping[str, Source] = field(default_factory=dict)
    claims: Mapping[str, Claim] = field(default_factory=dict)
    devices: Mapping[str, Device] = field(default_factory=dict)
    not_stated: tuple[NotStated, ...] = ()
    summary: str = ""
    audience: str = ""
    licence: str = ""
    content_note: ContentNote | None = None
    waive: Mapping[str, str | Mapping[str, str]] = field(default_factory=dict)
    lint: Mapping[str, Severity] = field(default_factory=dict)

    @property
    def version(self) -> str:
        """The SHA-256 of the content that the bank was read from."""
        return self.snapshot.version

    @cached_property
    def by_id(self) -> Mapping[str, Question]:
        """The questions by their ids."""
        return {question.id: question for question in self.questions}
