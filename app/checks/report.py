"""What a check of banks found: their readings by name, and the numbers in them."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from app.domain.problem import Problem
from app.library.reading_result import Reading
from app.lint.blind_score import BlindScore
from app.lint.cue_score import CueScore
from app.lint.run import Linted


@dataclass(frozen=True)
class Report:
    """What was read, by the name under which it is shown, and what the linter scored."""

    readings: Mapping[str, Reading]
    scores: Mapping[str, BlindScore] = field(default_factory=dict)

    @classmethod
    def of(cls, linted: Mapping[str, Linted]) -> "Report":
        """The report of banks that the linter has seen."""
        scores = {name: one.blind for name, one in linted.items() if one.blind}
        return cls({name: one.reading for name, one in linted.items()}, scores)

    @property
    def problems(self) -> list[Problem]:
        """The problems of all banks, each bank's together, without those that are waived."""
        return [problem for problem in self._all() if not problem.waived]

    @property
    def waived(self) -> list[Problem]:
        """What the banks waive, each with the reason."""
        return [problem for problem in self._all() if problem.waived]

    def _all(self) -> Iterator[Problem]:
        return (problem for reading in self.readings.values() for problem in reading.problems)

    def counts(self) -> dict[str, Any]:
        """Numbers of banks, problems, waivers and questions."""
        severities = Counter(problem.severity for problem in self.problems)
        return {
            "banks": len(self.readings),
            "errors": severities["error"],
            "warnings": severities["warning"],
            "notes": severities["note"],
            "waived": len(self.waived),
            **contents(self.readings.values()),
        }

    def blind(self) -> dict[str, Any]:
        """What can be had without the article, by bank: shares of the points, and each cue's ids.

        Banks that were not linted, or have no question of one right answer, are left out.
        """
        return {
            name: {
                "questions": score.questions,
                "points": round(score.points, 4),
                "chance": round(score.chance, 4),
                "won": {cue: list(won) for cue, won in score.won.items()},
                "against": round(score.against, 4),
                "cues": [_plain(cue) for cue in score.cues],
            }
            for name, score in self.scores.items()
        }


def _plain(score: CueScore) -> dict[str, Any]:
    return {
        "because": score.cue.because,
        "questions": len(score.picks),
        "points": round(score.points, 4),
        "against": round(score.against, 4),
        "chance": round(score.chance, 4),
        "gain": round(score.gain, 4),
        "luck": round(score.luck, 4),
    }


def contents(given: Iterable[Reading]) -> dict[str, Any]:
    """Numbers of questions by skill, level and kind, and of items that await review."""
    readings = list(given)
    questions = [
        question for reading in readings if reading.bank for question in reading.bank.questions
    ]
    return {
        "questions": len(questions),
        "skills": dict(Counter(question.skill.skill for question in questions)),
        "levels": dict(sorted(Counter(str(question.level) for question in questions).items())),
        "kinds": dict(Counter(question.kind for question in questions)),
        "in_review": sum(reading.in_review for reading in readings),
    }
