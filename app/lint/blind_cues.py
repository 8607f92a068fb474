"""The cues by which a test-wise student picks or avoids an option without the article.

Millman, Bishop and Ebel (1965) call them cue-using strategies. Whether one of them pays is a
property of a bank, not of a question: see `blind_score`.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Final

from app.language.cues import overlaps
from app.lint.asked import Asked
from app.lint.view import OptionView

NOTICEABLE: Final = 1.2
"""How much longer than the next an option must be to be noticed."""

OFTEN: Final = 2
"""Other questions with the same option from which on a student knows what it is worth."""

TWINS: Final = 0.5
"""The share of their words that two options have in common which say nearly the same."""


@dataclass(frozen=True, slots=True)
class Cue:
    """One cue: `because` ends "a student picks an option because ...".

    `scores` gives each option a number; who goes by the cue picks the highest, where there is
    one. `picked` and `avoided` say what to do in a bank where this pays.
    """

    because: str
    scores: Callable[[Asked], Sequence[float]]
    picked: str
    avoided: str


def _clang(asked: Asked) -> list[float]:
    prompt = asked.question.prompt.own_stems
    return [float(len(option.own_stems & prompt)) for option in asked.options]


def _quoted(asked: Asked) -> list[float]:
    prompt = asked.question.prompt
    quoted = prompt.stems - prompt.own_stems
    return [float(len(option.stems & quoted)) for option in asked.options]


def _longest(asked: Asked) -> list[float]:
    lengths = sorted(len(option.text) for option in asked.options)
    noticed = lengths[-1] > NOTICEABLE * lengths[-2]
    return [float(noticed and len(option.text) == lengths[-1]) for option in asked.options]


def _shortest(asked: Asked) -> list[float]:
    return [-float(len(option.text)) for option in asked.options]


def _careful(asked: Asked) -> list[float]:
    return [float(option.has("hedges")) for option in asked.options]


def _absolute(asked: Asked) -> list[float]:
    return [-float(option.has("absolutes")) for option in asked.options]


def _negated(asked: Asked) -> list[float]:
    return [float(option.has("negations")) for option in asked.options]


def _convergence(asked: Asked) -> list[float]:
    return list(map(float, overlaps([option.stems for option in asked.options])))


def _twin(asked: Asked) -> list[float]:
    pairs = [
        (one, other)
        for one, other in combinations(asked.options, 2)
        if len(one.stems & other.stems) >= TWINS * len(one.stems | other.stems) > 0
    ]
    in_pair = pairs[0] if len(pairs) == 1 else ()
    return [float(option in in_pair) for option in asked.options]


def _usual(asked: Asked) -> list[float]:
    known = [asked.usual.get(option.text, (0, 0)) for option in asked.options]
    if any(offered < OFTEN for offered, _ in known):
        return [0.0] * len(known)
    return [right / offered for offered, right in known]


def _spoken_of(asked: Asked) -> list[float]:
    own = asked.question.prompt.own_stems
    return [_mean_use(option, own, asked.prompts) for option in asked.options]


def _mean_use(option: OptionView, own: frozenset[str], prompts: Mapping[str, int]) -> float:
    """How many other prompts have a word of the option, on average over its words."""
    stems = option.own_stems - own
    return sum(prompts.get(stem, 0) for stem in stems) / max(1, len(stems))


def _unmentioned(asked: Asked) -> list[float]:
    own = asked.question.prompt.own_stems
    return [
        float(bool(option.own_stems) and not _mean_use(option, own, asked.prompts))
        for option in asked.options
    ]


CUES: Final[tuple[Cue, ...]] = (
    Cue(
        "it sounds like the question",
        _clang,
        "Let distractors have words of the question, too.",
        "Let some answers have words of the question.",
    ),
    Cue(
        "it alone repeats the quoted words",
        _quoted,
        "Write distractors that could be said of the quoted words as well.",
        "Let some answers take up the quoted words.",
    ),
    Cue(
        "the same option is often right",
        _usual,
        "Change the options from question to question, or let each be right as often.",
        "Let each of the options that recur be right as often.",
    ),
    Cue(
        "it is the longest",
        _longest,
        "Shorten answers, and lengthen distractors.",
        "Let the answer be the longest option as often as any other.",
    ),
    Cue(
        "it is the cautious one",
        _careful,
        "Let distractors be as careful as answers.",
        "Let some answers be the careful option.",
    ),
    Cue(
        "the others are absolute",
        _absolute,
        "Take strong words out of distractors, or let some answers have them.",
        "Let some distractors have words as strong as the answers.",
    ),
    Cue(
        "it says that something is not so",
        _negated,
        "Let distractors say no as often as answers.",
        "Let some answers say no.",
    ),
    Cue(
        "it has most in common with the others",
        _convergence,
        "Let distractors share words with each other, too.",
        "Let some answers share words with two distractors.",
    ),
    Cue(
        "it has a twin among the options",
        _twin,
        "Let distractors be like each other, and not only like the answer.",
        "Let the answer be one of two options that are alike as often as any other.",
    ),
    Cue(
        "other questions speak of it",
        _spoken_of,
        "Ask also about what the other questions do not name.",
        "Make distractors of what no other question names, too.",
    ),
    Cue(
        "no other question speaks of it",
        _unmentioned,
        "Make distractors, too, of what no other question names.",
        "Let some answers be about what no other question names.",
    ),
    Cue(
        "it is the shortest",
        _shortest,
        "Lengthen answers, and shorten distractors.",
        "Let the answer be the shortest option as often as any other.",
    ),
)
"""The cues, the surest first."""
