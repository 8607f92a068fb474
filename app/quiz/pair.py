"""Two papers without a common question from one seed: for before and after a lesson."""

from dataclasses import dataclass

from app.domain.bank import Bank
from app.errors import ImpossibleBlueprint
from app.quiz.blueprint import Blueprint
from app.quiz.drawing import DrawnPaper, draw


@dataclass(frozen=True, slots=True)
class Pair:
    """Two papers of one blueprint with no question in common; both bear the pair's seed."""

    before: DrawnPaper
    after: DrawnPaper


def draw_pair(bank: Bank, blueprint: Blueprint, seed: int) -> Pair:
    """Draw both papers; `before` is the paper that the seed gives by itself.

    Raises ImpossibleBlueprint when the bank cannot give two such papers: because it is too small,
    or because the blueprint has questions that are in every paper.
    """
    if blueprint.always:
        raise ImpossibleBlueprint(
            ("Two papers without a common question cannot both have what is always included.",)
        )
    before = draw(bank, blueprint, seed)
    used = tuple(item.question for item in before.items)
    # The same seed: it has a part in how many questions of each level a skill has.
    after = draw(bank, blueprint, seed, avoid=used)
    common = sum(item.question in used for item in after.items)
    if common:
        reason = "The bank cannot give two papers without a common question: the second would "
        raise ImpossibleBlueprint((f"{reason}need {common} of the first one's again.",))
    return Pair(before, after)
