"""The bank of every kind in Greek letters, each kind for every skill: no Latin letter is seen.

So a Latin letter on a page is ours, a Greek one the bank's, whatever its element.
"""

from collections.abc import Iterator, Sequence
from copy import deepcopy
from typing import Any, Final

from app.domain.skill import SUB_SKILLS
from app.kinds import KINDS
from tests.every_kind import as_yaml, in_greek_letters, written_bank

LANGUAGE: Final = "el"
LAST_CHOICE: Final = 2 * len(KINDS) + 1


def foreign_yaml(alternative: str = "", article_type: str = "news report") -> str:
    """The bank as YAML; with a content note where it has an `alternative`, the id of a bank."""
    bank = written_bank("ferry-el")
    note = bank.pop("content_note")
    if alternative:
        topics = [in_greek_letters("accidents"), in_greek_letters("fear")]
        note |= {"topics": topics, "alternative": alternative}
        bank = {"content_note": note} | bank
    more = {"url": "https://example.org/", "voices": {1: "captain", 2: "uncertain"}}
    bank["article"] |= more | {"type": article_type}
    return as_yaml(bank | {"questions": list(questions(bank["questions"]))})


def questions(written: Sequence[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """Yield every kind for every skill, and the sub-skills in turn."""
    of_kind = {one["id"]: one for one in written}
    number = 0
    for skill, parts in SUB_SKILLS.items():
        for place, kind in enumerate(KINDS):
            number += 1
            question = deepcopy(of_kind[kind]) | {
                "id": f"q{number}",
                "skill": f"{skill}/{parts[place % len(parts)]}",
                "prompt": f"{of_kind[kind]['prompt']} {number}",
            }
            if number == LAST_CHOICE:
                # What one question asks for is not in the text, so that no sentence settles it.
                del question["evidence"]
                question["absent"] = [in_greek_letters("zeppelin")]
            yield question
