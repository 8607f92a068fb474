"""Plain words for the names that the program uses: one table for each group of names.

Templates ask for one word of one table, so that a page translates what it shows and nothing else.
"""

from collections.abc import Mapping
from typing import Final

from app.language.translatable import marked

SKILLS: Final = {
    "facts": marked("Facts"),
    "sourcing": marked("Sourcing"),
    "framing": marked("Framing"),
}

SKILL_QUESTIONS: Final = {
    "facts": marked("What does it say?"),
    "sourcing": marked("How does it know?"),
    "framing": marked("How does it put it?"),
}

SUB_SKILLS: Final = {
    "explicit-information": marked("finding what the text says outright"),
    "quantity-and-certainty": marked("keeping numbers and “maybe” words as strong as they are"),
    "fact-vs-opinion": marked("telling what can be checked from what is a judgement"),
    "supported-inference": marked("seeing what follows from the text, and what goes beyond it"),
    "claim-and-evidence": marked("finding what backs up a claim"),
    "content-type-and-author": marked("seeing what kind of text it is, and who is behind it"),
    "attribution": marked("telling whose words or claim it is"),
    "source-type": marked("seeing what kind of source speaks: named or not, first hand or not"),
    "source-chain": marked("following a claim back through the hands it passed"),
    "source-evaluation": marked("judging how much a source can know"),
    "word-choice": marked("noticing loaded words, and finding plainer ones"),
    "metaphor-and-exemplar": marked("seeing what an image or an example suggests and hides"),
    "certainty-and-agency": marked("noticing how sure it sounds, and who is said to do what"),
    "selection-and-emphasis": marked(
        "noticing what comes first, what is played down and what is missing"
    ),
    "frame-functions": marked(
        "seeing what the text presents as the problem, the cause and the way out"
    ),
}

VERDICTS: Final = {
    "true": marked("True"),
    "false": marked("False"),
    "not-stated": marked("Not stated"),
}

STANDINGS: Final = {
    "right": marked("Right"),
    "partly": marked("Partly right"),
    "wrong": marked("Not right"),
    "blank": marked("Not answered"),
    "for your teacher": marked("For your teacher"),
}

CONFIDENCES: Final = {
    "1": marked("Not sure"),
    "2": marked("Fairly sure"),
    "3": marked("Very sure"),
}

ARTICLE_TYPES: Final = {
    "news report": marked("News report"),
    "feature": marked("Feature"),
    "commentary": marked("Commentary"),
    "analysis": marked("Analysis"),
    "interview": marked("Interview"),
    "press release": marked("Press release"),
    "explainer": marked("Explainer"),
    "fact check": marked("Fact check"),
    "letter": marked("Letter"),
    "review": marked("Review"),
    "other": marked("Article"),
}

TABLES: Final[Mapping[str, Mapping[str, str]]] = {
    "skill": SKILLS,
    "skill_asks": SKILL_QUESTIONS,
    "sub_skill": SUB_SKILLS,
    "verdict": VERDICTS,
    "standing": STANDINGS,
    "confidence": CONFIDENCES,
    "article_type": ARTICLE_TYPES,
}
