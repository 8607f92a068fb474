"""How long a practice paper of a bank can be."""

from collections import Counter
from typing import Final

from app.domain.bank import Bank
from app.domain.skill import SKILLS
from app.library.remembered import Remembered
from app.quiz.blueprint import Blueprint, shortages

USUAL_LENGTH: Final = 12
PER_SKILL: Final = (2, 4, 6)
REMEMBERED: Final = 64

_offers: Final[Remembered[str, dict[int, Blueprint]]] = Remembered(REMEMBERED)


def offered_lengths(bank: Bank) -> dict[int, Blueprint]:
    """Number of questions -> blueprint, for every length that the bank can give.

    Usually 6, 12 and 18, a third for each skill; a bank that is too small for all of them is asked
    for what it has. Remembered by version, for finding out means drawing.
    """
    offer = _offers.get(bank.version)
    if offer is None:
        offer = find_lengths(bank)
        _offers.put(bank.version, offer)
    return offer


def usual_length(bank: Bank) -> int:
    """The length that is offered first; 0 when the bank can give none."""
    lengths = offered_lengths(bank)
    return USUAL_LENGTH if USUAL_LENGTH in lengths else max(lengths, default=0)


def usual_blueprint(bank: Bank) -> Blueprint:
    """The blueprint of the usual length; the default one, which says why not, if there is none."""
    return offered_lengths(bank).get(usual_length(bank), Blueprint())


def find_lengths(bank: Bank) -> dict[int, Blueprint]:
    """As `offered_lengths`, found out anew."""
    even = {3 * n: Blueprint(facts=n, sourcing=n, framing=n) for n in PER_SKILL}
    possible = {length: plan for length, plan in even.items() if not shortages(bank, plan)}
    return possible or largest_uneven(bank)


def largest_uneven(bank: Bank) -> dict[int, Blueprint]:
    """The longest paper of at most four questions a skill that a small bank can give."""
    have = Counter(question.skill.skill for question in bank.questions)
    for most in (4, 3, 2, 1):
        facts, sourcing, framing = (min(have[skill], most) for skill in SKILLS)
        plan = Blueprint(facts, sourcing, framing)
        if plan.total and not shortages(bank, plan):
            return {plan.total: plan}
    return {}
