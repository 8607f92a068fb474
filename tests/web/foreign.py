"""A bank in Greek with every kind of question for every skill: no Latin letter that anybody sees.

So a Latin letter on a page is ours, a Greek one the bank's, whatever element it stands in.
"""

from collections.abc import Iterator, Mapping
from typing import Any, Final

from app.domain.bank import Bank
from app.domain.skill import SUB_SKILLS
from app.kinds import KINDS, kind_of

LANGUAGE: Final = "el"
LAST_CHOICE: Final = 2 * len(KINDS) + 1

HEAD: Final = """\
byline: 1
title: Η γέφυρα
language: el
summary: Ποιος λέει τι για τη γέφυρα;
audience: από 14 χρονών
{note}article:
  title: Η γέφυρα μένει κλειστή
  author: Άννα Μπρινκ
  outlet: Η Εφημερίδα
  published: 2025-05-05
  url: https://example.org/
  type: {type}
  note: Γράφτηκε για μια δοκιμή.
  text: |
    Η «παγίδα» μένει κλειστή ως το φθινόπωρο, λέει μια έκθεση.

    Ο Θωμάς έπεσε εκεί τον Μάρτιο.
  voices: {{1: report, 2: uncertain}}
sources:
  writer: {{name: η δημοσιογράφος, type: writer}}
  report: {{name: μια έκθεση, type: document}}
questions:
"""

NOTE: Final = """\
content_note:
  topics: [ατυχήματα, φόβος]
  student: Το άρθρο μιλά για ένα ατύχημα.
  alternative: {alternative}
"""

COMMON: Final = """\
  - id: {id}
    kind: {kind}
    skill: {skill}
    level: 1
    prompt: Τι ισχύει για το {number};
    because: Το λέει το κείμενο.
    {ground}
"""

OWN: Final[Mapping[str, str]] = {
    "choice": """\
    answer: τον Μάρτιο
    distractors: {τον Μάιο: Δεν αναφέρεται., τον Ιούνιο: Ούτε αυτός.}
""",
    "multiple": """\
    answers: {μια γέφυρα: Αναφέρεται., μια έκθεση: Το ίδιο.}
    distractors: {ένα πλοίο: Δεν αναφέρεται., ένα τρένο: Ούτε αυτό.}
""",
    "statements": """\
    statements:
      - {says: Ο Θωμάς έπεσε., is: true, evidence: Ο Θωμάς έπεσε, because: Το λέει.}
      - {says: Η γέφυρα είναι ανοιχτή., is: false, because: Είναι κλειστή.}
      - {says: Ο Θωμάς κολύμπησε., is: not stated, absent: [κολύμπησε]}
""",
    "match": """\
    pairs: {ο Θωμάς: έπεσε, η γέφυρα: μένει κλειστή, η έκθεση: μιλά}
    extra: [κολυμπά]
""",
    "classify": """\
    categories: {Γεγονός: [Ο Θωμάς έπεσε., Μένει κλειστή.], Γνώμη: [Είναι παγίδα.]}
""",
    "order": """\
    sequence: [Ο Θωμάς έπεσε., Έγινε έκθεση., Η γέφυρα έκλεισε.]
""",
    "chain": """\
    chain: [report, writer]
    extra: [ένας ναύτης, ένας περαστικός]
""",
    "highlight": """\
    paragraph: 1
    targets: {«παγίδα»: Κρίνει.}
    decoys: [φθινόπωρο, έκθεση]
""",
    "numeric": """\
    answer: 3
    tolerance: 0.5
    unit: μήνες
""",
    "short_text": """\
    answers: [μια έκθεση]
""",
}


def foreign_yaml(alternative: str = "", article_type: str = "news report") -> str:
    """The bank as YAML; with a content note where it has an `alternative`, the id of a bank."""
    note = NOTE.format(alternative=alternative) if alternative else ""
    return HEAD.format(note=note, type=article_type) + "".join(questions())


def questions() -> Iterator[str]:
    """Yield every kind for every skill, and the sub-skills in turn."""
    number = 0
    for skill, parts in SUB_SKILLS.items():
        for place, kind in enumerate(KINDS):
            number += 1
            part = parts[place % len(parts)]
            words = {"id": f"q{number}", "kind": kind, "number": number, "skill": f"{skill}/{part}"}
            # What one question asks for is not in the text, so that no sentence settles it.
            ground = "absent: [κολύμπησε]" if number == LAST_CHOICE else "evidence: μένει κλειστή"
            yield COMMON.format(**words, ground=ground) + OWN[kind]


def right_response(bank: Bank, item: Mapping[str, Any]) -> Any:
    """The response that the solution stands for; the prompt tells which question it is."""
    question = bank.by_id[f"q{''.join(filter(str.isdigit, item['prompt']))}"]
    key = kind_of(question).solution(question.definition)
    if item["kind"] == "statements":
        return {row: verdict["is"] for row, verdict in key["rows"].items()}
    if item["kind"] == "short_text":
        return key["answers"][0]
    return next(value for name, value in key.items() if name != "reasons")


def wrong_response(item: Mapping[str, Any], right: Any) -> Any:
    """A response that is wrong in as many ways as its kind has: missing, wrong and too much."""
    if item["kind"] in ("numeric", "short_text"):
        return {"numeric": "7", "short_text": "πλοίο"}[item["kind"]]
    if item["kind"] in ("order", "chain"):
        extra = [option["id"] for option in item.get("options", ()) if option["id"] not in right]
        return {row: place for place, row in enumerate([*extra[:1], *right[:0:-1]], start=1)}
    shown = item["parts"] if item["kind"] == "highlight" else item["options"]
    ids = [entry["id"] for entry in shown if "id" in entry]
    if isinstance(right, dict):
        rows = list(right)[1:]
        return {row: next(one for one in ids if one != right[row]) for row in rows}
    wrong = [one for one in ids if one not in right]
    return [*right[1:], wrong[0]] if isinstance(right, list) else wrong[0]


def form_of(item: Mapping[str, Any], response: Any) -> dict[str, Any]:
    """What the paper's form sends for a response."""
    name = f"a{item['n']}"
    if item["kind"] in ("order", "chain") and isinstance(response, list):
        response = {row: place for place, row in enumerate(response, start=1)}
    if isinstance(response, dict):
        return {f"{name}.{row}": str(value) for row, value in response.items()}
    return {name: response}
