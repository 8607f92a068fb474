"""Candidates in an order of chance, dealt only as far as somebody looks."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import zip_longest

from app.domain.chance import Chance
from app.quiz.pool import Candidate


class Deck:
    """Candidates in an order fixed by the seed, looked at only as far as needed.

    A large bank thus costs no more than a small one.
    """

    def __init__(self, source: Iterator[Candidate], size: int) -> None:
        self.size = size
        self._source = source
        self._dealt: list[Candidate] = []

    @classmethod
    def joined(cls, pairs: Iterable[tuple["Deck", int]]) -> "Deck":
        """One deck of several: first so many of each, then the rest in turn."""
        piles = [([card for _, card in deck.after(0)], count) for deck, count in pairs]
        firsts = [card for pile, count in piles for card in pile[:count]]
        rests = zip_longest(*(pile[count:] for pile, count in piles))
        cards = [*firsts, *(card for turn in rests for card in turn if card)]
        return cls(iter(cards), len(cards))

    def after(self, start: int) -> Iterator[tuple[int, Candidate]]:
        """The candidates from place `start` on, each with the place after it."""
        for place in range(start, self.size):
            while place >= len(self._dealt):
                self._dealt.append(next(self._source))
            yield place + 1, self._dealt[place]


def shuffled(
    cards: Sequence[Candidate], chance: Chance, place: int, attempt: int
) -> Iterator[Candidate]:
    """Deal in an order of chance, as Durstenfeld (1964) shuffles; the two numbers label it."""
    moved: dict[int, int] = {}
    for turn in range(len(cards)):
        other = turn + chance.below(len(cards) - turn, "deck", place, attempt, turn)
        yield cards[moved.get(other, other)]
        moved[other] = moved.get(turn, turn)


def easy_first(
    cards: Sequence[Candidate], chance: Chance, place: int, attempt: int, weight: int
) -> Iterator[Candidate]:
    """Deal in an order of chance where those that rule out few others tend to come first.

    The more so, the greater the weight.
    """

    def rank(card: Candidate) -> tuple[int, str]:
        draw = chance.number("easy", place, attempt, card.id)
        return draw * (1 + card.rivals) ** weight, card.id

    return iter(sorted(cards, key=rank))


def unseen_first(cards: Iterator[Candidate], avoid: Collection[str]) -> Iterator[Candidate]:
    """Deal those to avoid after all others."""
    seen = []
    for card in cards:
        if card.id in avoid:
            seen.append(card)
        else:
            yield card
    yield from seen
