"""What a paper asks beside the answers: which sentence settles it, and how sure one is."""

from app.domain.bank import Bank
from app.domain.cite_and_confidence import CONFIDENCES, CiteAndConfidence
from app.domain.question import Question
from app.errors import MalformedResponse
from app.kinds import kind_of
from app.language.sentences import sentences_of
from app.quiz.blueprint import Blueprint


def asks_cite(blueprint: Blueprint, _question: Question) -> bool:
    """Whether a question asks for the sentence that settles it: all of a paper do, or none.

    A question without evidence asks as well, though nothing is marked: were it the only one not
    to ask, its key would be known, for what the text does not say has no sentence.
    """
    return blueprint.cite


def asks_confidence(blueprint: Blueprint, question: Question) -> bool:
    """Whether a question asks how sure the student is: of the kinds where that means something."""
    return blueprint.confidence and kind_of(question).TAKES_CONFIDENCE


def read_backing(
    bank: Bank, blueprint: Blueprint, question: Question, given: CiteAndConfidence
) -> CiteAndConfidence:
    """What was given beside a response, checked; MalformedResponse for what was not asked for."""
    if given.cite is not None:
        if not asks_cite(blueprint, question):
            raise MalformedResponse("This question does not ask for a sentence.")
        if given.cite not in sentences_of(bank):
            raise MalformedResponse("“cite” must be the id of a sentence of the text.")
    if given.confidence is not None:
        if not asks_confidence(blueprint, question):
            raise MalformedResponse("This question does not ask how sure you are.")
        if given.confidence not in CONFIDENCES:
            raise MalformedResponse("“confidence” must be 1, 2 or 3.")
    return given
