"""A printed paper's own words, in the language of its bank, or in English without a catalogue.

The command line itself speaks English; a paper is for students, who read what their bank is in.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from gettext import NullTranslations
from typing import Final

from app.kinds import KINDS
from app.language.catalogues import texts_for
from app.language.figures import ENGLISH, day_in, locale_of
from app.language.labels import CONFIDENCES, SKILLS, VERDICTS
from app.language.translatable import marked
from app.quiz.confidence import PENALTIES

CITE: Final = marked("Which sentence of the text gives the answer? Leave this empty if none does.")
CONFIDENCE: Final = marked("How sure are you that your answer is right?")
EARNED: Final = marked("right +%(gain)s, wrong %(loss)s")
"""What is asked beside an answer, where the paper asks it, in the words of the pages."""


@dataclass(frozen=True, slots=True)
class PaperWords:
    """The words in one `language`, which is the bank's or English."""

    language: str
    texts: NullTranslations

    def how(self, kind: str) -> str:
        """What to do with a question of a kind."""
        return self.texts.gettext(KINDS[kind].ON_PAPER)

    def about(self, skill: str, level: int) -> str:
        """A question's skill and level."""
        names = {"skill": self.texts.gettext(SKILLS[skill]), "level": level}
        return self.texts.gettext("%(skill)s, level %(level)s") % names

    def verdict(self, name: str) -> str:
        """An answer that has no text of its own, such as `not-stated`; any other stays as it is."""
        return self.texts.gettext(VERDICTS[name]) if name in VERDICTS else name

    def count(self, questions: int) -> str:
        """How many questions there are."""
        words = self.texts.ngettext("%(num)s question", "%(num)s questions", questions)
        return words % {"num": questions}

    def levels(self) -> list[str]:
        """The levels of confidence, with what each earns and costs."""
        return [
            f"{self.texts.gettext(CONFIDENCES[str(level)])} ({self._earned(level)})"
            for level in PENALTIES
        ]

    def _earned(self, level: int) -> str:
        loss = PENALTIES[level]
        return self.texts.gettext(EARNED) % {"gain": level, "loss": f"−{-loss:g}" if loss else 0}

    def settled(self, numbers: Sequence[str]) -> str:
        """Which sentences settle a question; nothing where none does."""
        words = self.texts.ngettext(
            "Settled by sentence %(numbers)s.",
            "Settled by one of the sentences %(numbers)s.",
            len(numbers),
        )
        return words % {"numbers": ", ".join(numbers)} if numbers else ""

    def day(self, text: str) -> str:
        """A day (`2017-02-04`) in words; nothing for nothing."""
        return day_in(locale_of(self.language) or ENGLISH, text) if text else ""


def words_for(language: str) -> PaperWords:
    """The words for a bank in that language (BCP 47)."""
    return PaperWords(*texts_for(language))
