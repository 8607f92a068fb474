"""What a rule may look at: a bank and its questions, with every text cut into its words once."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from app.domain.anatomy import Anatomy
from app.domain.article import UNCERTAIN, Article
from app.domain.bank import Bank
from app.domain.option import Option
from app.domain.problem import Path
from app.domain.question import Evidence, Question
from app.kinds import kind_of
from app.language.language import Language, language_of
from app.language.tokenized import TokenizedText, WordRuns
from app.lint.finding import Finding


@dataclass(frozen=True)
class Wording(TokenizedText):
    """A text with its path in the question, and its words."""

    path: Path = ()

    def flag(self, message: str, words: str = "", help: str = "") -> Finding:  # noqa: A002
        """A finding about this text, or about some words of it."""
        at_key = self.path[-1:] == (self.text,)
        return Finding(self.path, message, words, help=help, at_key=at_key)


@dataclass(frozen=True)
class OptionView(Wording):
    """A text to choose, judge or order; `right`: it is a right one; `reason` is shown afterwards.

    `answer` is what is right for it, where each row has an answer: the text of an option, or a
    verdict (true, false, not-stated).
    """

    id: str = ""
    right: bool = False
    reason: str = ""
    answer: str = ""


@dataclass(frozen=True)
class ArticleView:
    """The words of the article."""

    paragraphs: tuple[Wording, ...]
    language: Language
    uncertain: frozenset[int] = frozenset()
    """Numbers of paragraphs, from 1, of which the text leaves open who speaks."""

    @classmethod
    def of(cls, article: Article, language: Language) -> "ArticleView":
        """Take an article apart."""
        paragraphs = (Wording(text, language, ("article", "text")) for text in article.paragraphs)
        uncertain = (number for number, voice in article.voices.items() if voice == UNCERTAIN)
        return cls(tuple(paragraphs), language, frozenset(uncertain))

    @cached_property
    def words(self) -> frozenset[str]:
        """Every word."""
        return frozenset(token.word for text in self.paragraphs for token in text.tokens)

    @cached_property
    def stems(self) -> frozenset[str]:
        """The stems of all words that carry meaning."""
        return frozenset().union(*(text.stems for text in self.paragraphs))

    @cached_property
    def names(self) -> frozenset[str]:
        """Words that have a capital wherever they occur: mostly names."""
        capital: set[str] = set()
        small: set[str] = set()
        for text in self.paragraphs:
            for token in text.tokens:
                written = text.text[token.start]
                (capital if written.isupper() else small).add(token.word)
        return frozenset(capital - small)

    @cached_property
    def name_stems(self) -> frozenset[str]:
        """The stems of the names."""
        return frozenset(map(self.language.stem, self.names))

    @cached_property
    def runs(self) -> WordRuns:
        """How often words occur in the article in an order."""
        return WordRuns(self.paragraphs)


@dataclass(frozen=True)
class QuestionView:
    """A question as a rule sees it, whatever its kind."""

    question: Question
    anatomy: Anatomy
    article: ArticleView
    language: Language

    @classmethod
    def of(cls, question: Question, article: ArticleView, language: Language) -> "QuestionView":
        """Take a question apart."""
        return cls(question, kind_of(question).anatomy(question.definition), article, language)

    @property
    def id(self) -> str:
        """The question's id."""
        return self.question.id

    @cached_property
    def prompt(self) -> Wording:
        """The stem: what is asked."""
        return self._wording("prompt", self.question.prompt)

    @cached_property
    def because(self) -> Wording:
        """Why the answer is right."""
        return self._wording("because", self.question.because)

    @cached_property
    def hint(self) -> Wording:
        """Where to look."""
        return self._wording("hint", self.question.hint)

    @cached_property
    def options(self) -> tuple[OptionView, ...]:
        """What is chosen from, right and wrong."""
        right = self.anatomy.right
        return tuple(self._option(option, option.id in right) for option in self.anatomy.options)

    @cached_property
    def rows(self) -> tuple[OptionView, ...]:
        """What is answered one by one, or put in order."""
        texts = {option.id: option.text for option in self.anatomy.options}
        key = self.anatomy.key
        return tuple(
            self._option(row, answer=texts.get(key.get(row.id, ""), key.get(row.id, "")))
            for row in self.anatomy.rows
        )

    @cached_property
    def accepted(self) -> tuple[OptionView, ...]:
        """What may be typed."""
        return tuple(self._option(answer, right=True) for answer in self.anatomy.accepted)

    @cached_property
    def keys(self) -> tuple[OptionView, ...]:
        """The right options."""
        return tuple(option for option in self.options if option.right)

    @cached_property
    def distractors(self) -> tuple[OptionView, ...]:
        """The wrong options, where some are right."""
        return tuple(o for o in self.options if not o.right) if self.anatomy.right else ()

    @property
    def key(self) -> OptionView | None:
        """The one right option, if there is exactly one, beside wrong ones, in our own words."""
        alone = len(self.keys) == 1 and self.distractors and not self.anatomy.quoted
        return self.keys[0] if alone else None

    @cached_property
    def evidence(self) -> tuple[Wording, ...]:
        """The quotations that settle the question or a row of it."""
        rows = {row.id: (*row.path[:-1], "evidence") for row in self.rows}
        return tuple(
            Wording(quote.quote, self.language, rows.get(quote.row or "", ("evidence",)))
            for quote in self.question.evidence
        )

    @property
    def spans(self) -> tuple[Evidence, ...]:
        """The quotations with their places in the article."""
        return self.question.evidence

    @cached_property
    def shown(self) -> tuple[Wording, ...]:
        """Every text in our own words that a student reads before handing in."""
        options = () if self.anatomy.quoted else self.options
        return (self.prompt, *options, *self.rows)

    def flag(self, message: str, *path: str | int, help: str = "") -> Finding:  # noqa: A002
        """A finding about the question as a whole, or about one of its fields."""
        return Finding(path, message, help=help)

    def _wording(self, name: str, text: str) -> Wording:
        return Wording(text, self.language, (name,))

    def _option(self, option: Option, right: bool = False, answer: str = "") -> OptionView:
        return OptionView(
            option.text, self.language, option.path, option.id, right, option.reason, answer
        )


@dataclass(frozen=True)
class BankView:
    """A bank as a rule on whole banks sees it."""

    bank: Bank
    language: Language
    article: ArticleView
    questions: tuple[QuestionView, ...]

    @classmethod
    def of(cls, bank: Bank) -> "BankView":
        """Take a bank apart."""
        language = language_of(bank.language)
        article = ArticleView.of(bank.article, language)
        views = (QuestionView.of(question, article, language) for question in bank.questions)
        return cls(bank, language, article, tuple(views))

    @cached_property
    def kept(self) -> dict[Callable[["BankView"], Any], Any]:
        """What functions have worked out of the bank and other rules need as well."""
        return {}

    @cached_property
    def by_id(self) -> dict[str, QuestionView]:
        """The questions by their ids."""
        return {question.id: question for question in self.questions}
