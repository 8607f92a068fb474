"""`byline generate`: show the questions that a bank's annotation yields, or write them out."""

import json
import shutil
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from difflib import get_close_matches
from typing import Any, Final

import click
import yaml

from app.checks.as_text import unmade_told
from app.cli.bank_options import asked_reading, asks_for_folder
from app.cli.shared_options import form_option
from app.domain.bank import Bank
from app.domain.question import Question
from app.families.reading_made import plain_questions
from app.formats.printed.printed_paper import lay_out_paper
from app.formats.printed.terminal_text import as_text
from app.library.reading_result import Reading
from app.quiz.blueprint import Blueprint
from app.quiz.drawing import DrawnItem, DrawnPaper

_COLUMNS: Final = 100


def _as_text(bank: Bank, reading: Reading, questions: Sequence[Question]) -> str:
    """The questions with their keys, as a paper is printed, then the numbers."""
    items = tuple(
        DrawnItem(number, question.id, 0) for number, question in enumerate(questions, start=1)
    )
    paper = DrawnPaper(bank.version, Blueprint(), 0, items)
    lines = [as_text(lay_out_paper(bank, paper, key=True), shutil.get_terminal_size().columns)]
    lines += [f"\n{bank.id}: {len(questions)} questions made by families"]
    for name, counts in _counts(questions).items():
        lines.append(f"  {name}: {', '.join(f'{key} {count}' for key, count in counts.items())}")
    return "\n".join([*lines, *unmade_told(reading)])


def _as_json(bank: Bank, reading: Reading, questions: Sequence[Question]) -> str:
    written = {
        "bank": bank.id,
        "version": bank.version,
        "counts": {"questions": len(questions), **_counts(questions)},
        "questions": _written(reading, questions),
        "unmade": [
            {"family": one.family, "item": one.item, "why": one.why} for one in reading.unmade
        ],
    }
    return json.dumps(written, ensure_ascii=False, indent=2)


def _as_yaml(bank: Bank, reading: Reading, questions: Sequence[Question]) -> str:
    """Entries of `questions` that can be put into the bank and edited there."""
    head = (
        f"# {len(questions)} questions made of the annotation of {bank.id}.\n"
        "# Put an entry under `questions:` of the bank to edit it: it then takes the place of the\n"
        "# made one, as long as it keeps its id.\n"
    )
    written = {"questions": _written(reading, questions)}
    return head + yaml.safe_dump(written, allow_unicode=True, sort_keys=False, width=_COLUMNS)


FORMATS: Final[Mapping[str, Callable[[Bank, Reading, Sequence[Question]], str]]] = {
    "text": _as_text,
    "yaml": _as_yaml,
    "json": _as_json,
}


def _written(reading: Reading, questions: Sequence[Question]) -> list[dict[str, Any]]:
    wanted = {question.id for question in questions}
    generated = reading.snapshot.generated if reading.snapshot else None
    return [entry for entry in plain_questions(generated) if entry["id"] in wanted]


def _counts(questions: Sequence[Question]) -> dict[str, dict[str, int]]:
    """How many there are of each skill, level, kind and family."""
    return {
        "skills": _numbers(question.skill.skill for question in questions),
        "levels": dict(sorted(_numbers(str(one.level) for one in questions).items())),
        "kinds": _numbers(question.kind for question in questions),
        "families": _numbers(question.family for question in questions),
    }


def _numbers(names: Iterator[str]) -> dict[str, int]:
    return dict(Counter(names).most_common())


@click.command()
@click.argument("bank")
@click.option("--family", metavar="ID", help="Only the questions of this family.")
@form_option(
    FORMATS, "How the questions are written: to be read, to be put into a bank, or for programs."
)
@asks_for_folder
def generate(bank: str, family: str | None, form: str, directory: str | None) -> None:
    """Show the questions that families make of a bank's annotation.

    BANK is the id of a bank in the folder, or the path of a file. The questions are in the bank
    already; --format yaml writes them out so that they can be edited. Exit code 0: here they are;
    1: the bank is broken; 2: wrong usage.
    """
    found, reading = asked_reading(bank, directory)
    questions = [question for question in found.questions if question.family]
    if family is not None:
        questions = _of_family(family, questions, reading)
    click.echo(FORMATS[form](found, reading, questions))


def _of_family(family: str, questions: Sequence[Question], reading: Reading) -> list[Question]:
    chosen = [question for question in questions if question.family == family]
    known = {question.family for question in questions} | {one.family for one in reading.unmade}
    if chosen or family in known:
        return chosen
    close = get_close_matches(family, known, n=1)
    meant = f"did you mean {close[0]}?" if close else f"there is {', '.join(sorted(known))}."
    raise click.BadParameter(f"there is no family “{family}”: {meant}", param_hint="--family")
