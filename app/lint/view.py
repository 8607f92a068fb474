"""What a rule may look at: a bank and its questions, with every text cut into its words once."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from app.domain.anatomy import Anatomy
from app.domain.article import UNCERTAIN, Article
from app.domain.bank import Bank
from app.domain.option import Option
from app.domain.problem import Path
from app.domain.question import Evidence, Question
from app.kinds import kind_of
from app.language.language import Language, language_of
from app.language.tokens import Token, tokens_of
from app.language.word_lists import ListName
from app.lint.finding import Finding


@dataclass(frozen=True)
class Wording:
    """A text with the path where it stands in its question, and its words."""

    path: Path
    text: str
    language: Language

    @cached_property
    def tokens(self) -> tuple[Token, ...]:
        """All words and numbers."""
        return tokens_of(self.text)

    @cached_property
    def own(self) -> tuple[Token, ...]:
        """The words outside quotation marks: those that the question's author chose."""
        return tuple(token for token in self.tokens if not token.quoted)

    @cached_property
    def stems(self) -> frozenset[str]:
        """The stems of the words that carry meaning, in quotation marks or not."""
        return _stems(self.tokens, self.language)

    @cached_property
    def own_stems(self) -> frozenset[str]:
        """The stems of the words that carry meaning, without those in quotation marks."""
        return _stems(self.own, self.language)

    def find(self, name: ListName, *, quoted: bool = False) -> Iterator[str]:
        """The phrases of a word list that occur, as they are written.

        Words in quotation marks count only if `quoted`.
        """
        tokens = self.tokens if quoted else self.own
        by_stem = self.language.is_by_stem(name)
        words = [self.language.stem(token.word) if by_stem else token.word for token in tokens]
        for place, length in self.language.list(name).lengths_at(words):
            written = self.text[tokens[place].start : tokens[place + length - 1].end]
            if by_stem or not self._is_name(tokens[place]):
                yield written

    def _is_name(self, token: Token) -> bool:
        """Whether a word is a name here, because it has a capital: May, and not may."""
        capital = self.text[token.start].isupper()
        return capital and token.word in self.language.list("also names")

    def has(self, name: ListName, *, quoted: bool = False) -> bool:
        """Whether a phrase of a word list occurs."""
        return next(self.find(name, quoted=quoted), None) is not None

    def begin(self, count: int = 4) -> str:
        """The first words of the text."""
        ends = [token.end for token in self.tokens[:count]]
        return self.text[self.tokens[0].start : ends[-1]] if ends else ""

    def flag(self, message: str, words: str = "", help: str = "") -> Finding:  # noqa: A002
        """A finding about this text, or about some words of it."""
        at_key = self.path[-1:] == (self.text,)
        return Finding(self.path, message, words, help=help, at_key=at_key)


def _stems(tokens: Sequence[Token], language: Language) -> frozenset[str]:
    small = language.list("function words")
    return frozenset(language.stem(token.word) for token in tokens if token.word not in small)


@dataclass(frozen=True)
class OptionView(Wording):
    """A text to choose, judge or order; `right`: it is a right one; `reason` is told afterwards.

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
        paragraphs = (Wording(("article", "text"), text, language) for text in article.paragraphs)
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
        """Words that are written with a capital wherever they stand: mostly names."""
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
    def _runs(self) -> dict[int, Counter[tuple[str, ...]]]:
        return {}

    def runs(self, length: int) -> Counter[tuple[str, ...]]:
        """How often every run of so many words stands in the article."""
        if length not in self._runs:
            self._runs[length] = Counter(
                tuple(words[place : place + length])
                for words in ([token.word for token in text.tokens] for text in self.paragraphs)
                for place in range(len(words) - length + 1)
            )
        return self._runs[length]

    def count(self, words: tuple[str, ...]) -> int:
        """How often words stand in the article in this order."""
        return self.runs(len(words))[words]


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
            Wording(rows.get(quote.row or "", ("evidence",)), quote.quote, self.language)
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
        return Wording((name,), text, self.language)

    def _option(self, option: Option, right: bool = False, answer: str = "") -> OptionView:
        return OptionView(
            option.path, option.text, self.language, option.id, right, option.reason, answer
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
    def by_id(self) -> dict[str, QuestionView]:
        """The questions by their ids."""
        return {question.id: question for question in self.questions}
