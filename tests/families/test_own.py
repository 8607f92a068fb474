"""Teachers' own families: made for every entry that fits, or told where they are wrong."""

import json

import pytest

from app.domain.question import Question
from app.kinds import kind_of
from tests.families.annotated import BANK, made, read

OWN = """\
families:
  builtin: false
  own:
    - id: who-says
      for: claims
      where: {{status: attributed}}
      kind: {kind}
      skill: sourcing/attribution
      level: 2
      prompt: {prompt}
      answer: {answer}
      distractors: {distractors}
"""
FIELDS = {
    "kind": "choice",
    "prompt": '"On whose word does the text say that {{ claim.says | lower_first | bare }}?"',
    "answer": '"{{ claim.origin.name }}"',
    "distractors": '"{{ sources | other_than(claim.chain) | like(claim.origin) | names }}"',
}


def own(**changes: str) -> str:
    return BANK + OWN.format(**(FIELDS | changes))


def options(question: Question) -> list[str]:
    shown = kind_of(question).present(question.definition, 0)
    return sorted(option["text"] for option in shown["options"])


def key(question: Question) -> str:
    shown = kind_of(question).present(question.definition, 0)["options"]
    answer = kind_of(question).solution(question.definition)["answer"]
    return next(str(option["text"]) for option in shown if option["id"] == answer)


def test_it_makes_a_question_for_every_entry_that_fits() -> None:
    questions = made(own())
    assert [one.id for one in questions] == [
        "who-says.seniors",
        "who-says.full",
        "who-says.heating",
    ]
    first, second, _ = questions
    assert first.prompt == (
        "On whose word does the text say that about half of the visitors are older than sixty?"
    )
    assert key(first) == "a survey"
    assert len(options(first)) == 4
    assert second.because == "“the car park is often full”"
    assert second.about == {"full"}
    assert [place.quote for place in second.evidence] == ["the car park is often full"]


@pytest.mark.parametrize(
    ("where", "ids"),
    [
        ("{status: [opinion, prediction]}", ["warm", "schools"]),
        ("{certainty: true}", ["seniors", "full", "heating"]),
        ("{certainty: false, status: unattributed}", ["open", "uncounted"]),
        ("{hands: '3'}", ["seniors"]),
        ("{id: nobody}", []),
    ],
)
def test_conditions_choose_entries(where: str, ids: list[str]) -> None:
    text = own(answer='"{{ claim.origin.name }}"').replace("{status: attributed}", where)
    assert [one.id.removeprefix("who-says.") for one in made(text)] == ids


SECTIONS = [
    ("sources", "{named: false}", "{{ source.name }}", ["neighbour"]),
    ("devices", "{device: hedge}", "{{ device.phrase }}", ["about-half"]),
    ("paragraphs", "{}", "{{ paragraph.voice.name }}", ["p1", "p2", "p4"]),
    ("not_stated", "{id: price}", "{{ entry.says }}", ["price"]),
]


@pytest.mark.parametrize(("section", "where", "answer", "ids"), SECTIONS)
def test_every_section_can_be_asked_about(
    section: str, where: str, answer: str, ids: list[str]
) -> None:
    text = own(prompt="What is it?", answer=f'"{answer}"', distractors="[This, That]")
    text = text.replace("for: claims", f"for: {section}").replace("{status: attributed}", where)
    assert [one.id.removeprefix("who-says.") for one in made(text)] == ids


@pytest.mark.parametrize(
    ("kind", "changes"),
    [
        ("multiple", {"answer": '["{{ claim.origin.name }}", "{{ claim.writer.name }}"]'}),
        ("chain", {"answer": '"{{ claim.chain | names }}"'}),
        ("order", {"answer": '[first, second, "{{ claim.id }}"]', "distractors": "[x]"}),
        ("numeric", {"answer": '"{{ claim.hands }}"', "distractors": "[x]"}),
        ("short_text", {"answer": '"{{ claim.origin.bare }}"', "distractors": "[x]"}),
        ("highlight", {"answer": '"{{ claim.quote }}"', "distractors": "[The]"}),
    ],
)
def test_other_kinds_can_be_made(kind: str, changes: dict[str, str]) -> None:
    text = own(kind=kind, **changes)
    if kind == "highlight":
        text = text.replace("where: {status: attributed}", "where: {id: heating}")
        text = text.replace("distractors: [The]", "distractors: [According to]")
    questions = made(text)
    assert questions
    assert {one.kind for one in questions} == {kind}


def test_reasons_go_with_distractors() -> None:
    distractors = '{"{{ claim.writer.name }}": "{{ claim.writer.bare }} only wrote it down."}'
    (first, *_) = made(own(distractors=distractors))
    solution = json.dumps(kind_of(first).solution(first.definition))
    assert "Ida Falk only wrote it down." in solution


@pytest.mark.parametrize(
    ("changes", "rule", "place", "words"),
    [
        ({"prompt": '"{{ range(9) }}"'}, "bad-template", ("prompt", 15), "a call"),
        ({"prompt": '"{{ claim.saya }}"'}, "bad-template", ("prompt", 15), "no “saya”"),
        ({"prompt": '"{{ device.phrase }}"'}, "bad-template", ("prompt", 15), "no “device”"),
        ({"prompt": '"{{ claim }}"'}, "bad-template", ("prompt", 15), "a text is wanted"),
        ({"prompt": '"{{ claim.chain }} x"'}, "bad-template", ("prompt", 15), "a text or a number"),
        ({"prompt": '"{{ claim.chain | quoted }}"'}, "bad-template", ("prompt", 15), "takes text"),
        ({"prompt": '"{{ claim.says | loud }}"'}, "bad-template", ("prompt", 15), "no filter"),
        (
            {"answer": '"{{ claim.says if claim.id else claim.chain }}"'},
            "bad-template",
            ("answer", 15),
            "may be",
        ),
        (
            {"distractors": '[x, "{% for a in b %}{% endfor %}"]'},
            "bad-template",
            ("distractors", 24),
            "a loop",
        ),
        (
            {"prompt": '"{% autoescape true %}x{% endautoescape %}"'},
            "bad-template",
            ("prompt", 15),
            "cannot have",
        ),
        ({"kind": "match"}, "unknown-kind", ("kind", 13), "cannot make"),
        ({"kind": "chioce"}, "unknown-kind", ("kind", 13), "cannot make"),
    ],
)
def test_what_is_wrong_with_a_family_is_reported_at_its_place(
    changes: dict[str, str], rule: str, place: tuple[str, int], words: str
) -> None:
    field, column = place
    yaml = own(**changes)
    (line,) = (n for n, text in enumerate(yaml.splitlines(), 1) if f"      {field}:" in text)
    (problem,) = read(yaml).problems
    assert (problem.rule, problem.severity) == (rule, "error")
    assert words.lower() in problem.message.lower()
    assert problem.help
    assert (problem.position.line, problem.position.column) == (line, column)


def test_a_condition_on_a_field_that_is_not_there_is_reported() -> None:
    (problem,) = read(own().replace("{status: attributed}", "{stauts: attributed}")).problems
    assert (problem.rule, "status" in problem.help) == ("unknown-key", True)


def test_distractors_that_a_kind_needs_are_asked_for() -> None:
    text = own()
    text = text[: text.index("      distractors:")]
    (problem,) = read(text).problems
    assert problem.rule == "distractors-missing"


def test_two_families_cannot_have_one_id() -> None:
    twice = own() + OWN.format(**FIELDS).partition("  own:\n")[2]
    (problem,) = read(twice).problems
    assert problem.rule == "duplicate-id"


def test_what_a_family_cannot_make_is_a_warning_with_the_reason() -> None:
    reading = read(own(distractors='"{{ claim.origin.name }}"'))
    assert reading.bank is not None
    (first, *rest) = reading.problems
    assert (first.rule, first.severity) == ("family-question", "warning")
    assert "no distractor that differs" in first.message
    assert len(rest) == 2


def test_a_family_takes_the_place_of_a_built_in_one() -> None:
    text = (
        own().replace("builtin: false", "builtin: true").replace("id: who-says", "id: whose-word")
    )
    ours = [one for one in made(text) if one.family == "whose-word"]
    assert all(one.prompt.startswith("On whose word") for one in ours)


@pytest.mark.parametrize(("language", "count"), [("en-GB", 3), ("fi", 0)])
def test_a_family_of_another_language_is_not_used(language: str, count: int) -> None:
    text = own().replace("      for: claims", f"      language: {language}\n      for: claims")
    assert len(made(text)) == count


def test_a_language_without_built_in_families_can_have_its_own() -> None:
    text = (
        own().replace("\nlanguage: en", "\nlanguage: fi").replace("builtin: false", "builtin: true")
    )
    assert {one.family for one in made(text)} == {"who-says"}
