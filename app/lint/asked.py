"""The questions of a bank as a reader without the article sees them."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from app.lint.view import BankView, OptionView, QuestionView


@dataclass(frozen=True)
class Asked:
    """A question as a reader without the article sees it.

    `prompts` counts the other prompts with a stem; `usual` says for the text of an option in how
    many other questions it is offered, and in how many of these it is right.
    """

    question: QuestionView
    prompts: Mapping[str, int]
    usual: Mapping[str, tuple[int, int]]

    @property
    def options(self) -> tuple[OptionView, ...]:
        """The options to choose from."""
        return self.question.options


def asked_of(bank: BankView) -> list[Asked]:
    """The questions of one right answer, each with what the other questions show."""
    prompts = Counter(stem for question in bank.questions for stem in question.prompt.own_stems)
    questions = [question for question in bank.questions if question.key]
    offered = Counter(option.text for one in questions for option in one.options)
    right = Counter(one.key.text for one in questions if one.key)
    return [
        Asked(
            question,
            {
                stem: prompts[stem] - 1 if stem in question.prompt.own_stems else prompts[stem]
                for option in question.options
                for stem in option.own_stems
            },
            {
                option.text: (offered[option.text] - 1, right[option.text] - option.right)
                for option in question.options
            },
        )
        for question in questions
    ]
