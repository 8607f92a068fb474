"""What a rule must let pass, beside its own near miss, and what it must find in other languages."""

import pytest

from app.lint.examples import bank_of
from app.lint.run import lint


def found(rule: str, piece: str) -> bool:
    reading = bank_of(piece)
    assert reading.problems == ()
    return any(problem.rule == rule for problem in lint(reading).problems)


VERDICTS = """\
kind: statements
prompt: Is this true, false or not stated?
statements:
  - {says: The pool is shut., is: true, because: It says so.}
  - {says: The pool is open., is: false, because: It is shut.}
"""
PROPAGANDA = """\
article: {text: The report speaks of propaganda.}
questions:
  - {prompt: "What is named?", answer: propaganda, evidence: speaks of propaganda}
"""
SENTENCES = """\
answer: 3 pumps leak by now
distractors: [2 pumps leak by now, 5 pumps leak by now]
"""
MATCH = """\
article: {text: Millford began to attack after the break. Nobody was hurt.}
questions:
  - {evidence: began to attack}
"""
CATEGORIES = """\
kind: classify
prompt: Whose words are these?
categories: {the report: [Pumps leak.], the coach: [Nobody asked.], the writer: [It is a pit.]}
"""
COUNTED = """\
prompt: "What the club lost most are"
answer: two coaches
distractors: [a place in the league, a friend in the council]
"""
BEGUN = """\
prompt: What does the club wait for?
answer: for money
distractors: [a council, the spring]
"""
LETS_PASS = [
    # Words of the article are what the question is about.
    ("clang", "prompt: What does “closure” mean?\nanswer: The closure of the pool"),
    ("clang", "prompt: Where is Millford, and what is there?\nanswer: Millford has a pool"),
    ("clang", "prompt: Which of the two pumps leaks?\nanswer: One of two"),
    ("clang", "prompt: What does the text say of it?\nanswer: The text is silent"),
    (
        "clang",
        "prompt: Is it a leak, a fire or a storm?\nanswer: a leak\ndistractors: [a fire, a storm]",
    ),
    ("grammar-cue", COUNTED.replace("two coaches", "no coaches")),
    ("grammar-cue", COUNTED.replace('are"', 'is"')),
    ("grammar-cue", COUNTED.replace("lost most are", "lost most")),
    ("grammar-cue", BEGUN.replace("a council", "under a council")),
    ("grammar-cue", BEGUN.replace("for money", "money")),
    ("grammar-cue", BEGUN.replace("for money", "for money to come in from the whole town")),
    ("grammar-cue", BEGUN.replace("for money", "“for” money")),
    ("grammar-cue", "answer: In May they open.\ndistractors: [A roof leaks., A pump leaks.]"),
    ("implausible", "prompt: Is it a zombie club?\ndistractors: [A zombie, A club]"),
    ("implausible", "answer: a zombie\ndistractors: [the zombie club, the pool]"),
    ("implausible", "level: 3\ndistractors: [“zombie”, Until Friday]"),
    ("absolute-terms", "distractors: [Until “always”, Until June]"),
    ("absolute-terms", "distractors: [Never, Until June]"),
    (
        "absolute-terms",
        "evidence: Nobody knows yet who will pay\ndistractors: [Nobody knows, Until June]",
    ),
    ("vague-terms", "answer: In May\ndistractors: [In June, In July]"),
    ("negative-stem", "prompt: Why does the pool not open?"),
    ("negative-stem", "prompt: Which words are the writer's, and not the coach's?"),
    ("negative-stem", "prompt: Which of these are the writer's words, not the coach's?"),
    ("negative-stem", "prompt: Which of these does a report that is not public say?"),
    ("negative-stem", VERDICTS),
    ("double-negative", "prompt: Why does the pool not open?\nanswer: It is not safe"),
    ("longest-option", "answer: The swimming club\ndistractors: [The town council, The coach]"),
    ("opinion-key", PROPAGANDA),
    ("opinion-stem", "prompt: Which word best describes what leaks?"),
    ("opinion-stem", "prompt: What makes the report reliable?"),
    ("missing-why", "options: [Until April, Until May]"),
    ("conspicuous-key", "answer: Until 2 May\ndistractors: [Until 3 May, For ever]"),
    ("evidence-too-short", "evidence: {quote: its pumps}"),
    ("key-not-supported", "answer: Three or more\nevidence: at least three\nprompt: How many?"),
    ("unsorted-numbers", SENTENCES),
    ("overlapping-numbers", "answer: 3 to 5 pumps\ndistractors: [3 to 5 children, more]"),
    ("last-row-free", CATEGORIES),
    ("content-note-missing", MATCH),
    ("keyed-on-weapon", "distractors: [With a knife, With a bucket]"),
    ("named-person", "distractors: [The coach is in prison, Lena Marsh is at home]"),
    (
        "group-generalisation",
        "distractors: {Until Muslims attack: The text names no religion., For ever: No.}",
    ),
]


def test_two_words_of_violence_ask_for_a_note() -> None:
    assert found("content-note-missing", MATCH.replace("Nobody was hurt", "Two were killed"))


FINDS = [
    ("grammar-cue", COUNTED),
    ("grammar-cue", COUNTED.replace("What the club lost most are", "What are the losses?")),
    ("grammar-cue", COUNTED.replace("two coaches", "2 coaches")),
    ("grammar-cue", COUNTED.replace("lost most are", "lost are these")),
    ("grammar-cue", BEGUN),
    ("implausible", "distractors: [Until the zombies come, Until Friday]"),
    ("implausible", "level: 3\ndistractors: [Until Santa Claus comes, Until Friday]"),
]


@pytest.mark.parametrize(("rule", "piece"), FINDS)
def test_it_finds(rule: str, piece: str) -> None:
    assert found(rule, piece)


@pytest.mark.parametrize(("rule", "piece"), LETS_PASS)
def test_it_lets_pass(rule: str, piece: str) -> None:
    assert not found(rule, piece)


HEAD = "language: es\narticle: {text: La piscina sigue cerrada hasta mayo. Lo dice un informe.}\n"
QUESTION = """\
questions:
  - evidence: La piscina sigue cerrada hasta mayo
    because: Lo dice el párrafo 1.
    prompt: ¿Hasta cuándo sigue cerrada la piscina?
    answer: Hasta mayo
    distractors: {Hasta abril: No lo dice., Hasta el informe: Ya está.}
"""
SPANISH_COUNTED = """\
    prompt: Los culpables son
    answer: dos bombas
    distractors: {un entrenador: No., la lluvia: No.}
"""
SPANISH = [
    ("absolute-terms", "Hasta abril", "Nunca se cierra"),
    ("vague-terms", "answer: Hasta mayo", "answer: Quizás hasta mayo"),
    ("clang", "answer: Hasta mayo", "answer: Hasta la orden de cerrar"),
    ("negative-stem", "¿Hasta cuándo sigue cerrada la piscina?", "¿Cuál no dice el texto?"),
    ("all-of-the-above", "Hasta abril", "Todas las anteriores"),
    ("none-of-the-above", "Hasta abril", "Ninguna de las anteriores"),
    ("opinion-key", "answer: Hasta mayo", "answer: Sesgada"),
    ("opinion-stem", "¿Hasta cuándo sigue cerrada la piscina?", "¿Es justo cerrar la piscina?"),
    (
        "grammar-cue",
        QUESTION.split("because: Lo dice el párrafo 1.\n")[1],
        SPANISH_COUNTED,
    ),
    ("open-article", "¿Hasta cuándo sigue cerrada la piscina?", "La piscina se llama una"),
    ("unfocused-stem", "¿Hasta cuándo sigue cerrada la piscina?", "La piscina en el verano."),
    ("near-duplicate-option", "Hasta el informe", "Hasta los abriles"),
    ("keyed-on-weapon", "answer: Hasta mayo", "answer: Con cuchillos"),
    ("graphic-words", "answer: Hasta mayo", "answer: Hasta secar la sangre"),
    ("group-generalisation", "answer: Hasta mayo", "answer: Los gitanos atacan"),
    ("content-note-missing", "Lo dice un informe", "Un terrorista mató a dos"),
]


@pytest.mark.parametrize("rule", [rule for rule, _, _ in SPANISH])
def test_the_spanish_question_has_no_flaw(rule: str) -> None:
    assert not found(rule, HEAD + QUESTION)


@pytest.mark.parametrize(("rule", "sound", "flawed"), SPANISH)
def test_it_is_found_in_spanish(rule: str, sound: str, flawed: str) -> None:
    text = HEAD + QUESTION
    assert sound in text
    assert found(rule, text.replace(sound, flawed))


def test_a_joke_is_found_in_spanish() -> None:
    text = (HEAD + QUESTION).replace("Hasta abril", "Hasta que venga Papá Noel")
    (problem,) = (one for one in lint(bank_of(text)).problems if one.rule == "implausible")
    assert problem.message == "No reader of the text takes “Papá Noel” seriously."


def test_a_lower_and_an_upper_bound_are_no_duplicates_in_spanish() -> None:
    lower = (HEAD + QUESTION).replace("Hasta abril", "Al menos nueve noches")
    assert not found(
        "near-duplicate-option", lower.replace("Hasta el informe", "Menos de nueve noches")
    )
    assert found("near-duplicate-option", lower.replace("Hasta el informe", "Al menos nueve noche"))


GERMAN = """\
language: de
article: {text: "Das Bad bleibt bis Mai zu. So steht es in einem Bericht."}
questions:
  - evidence: Das Bad bleibt bis Mai zu
    because: So steht es in Absatz 1.
    prompt: Wie lange bleibt das Bad zu?
    answer: Bis Mai
    distractors: {Bis April: Das steht dort nicht., Bis zum Bericht: Den Bericht gibt es schon.}
"""
GERMAN_COUNTED = """\
    prompt: Schuld am Schaden sind
    answer: zwei Pumpen
    distractors: {ein Trainer: Nein., das Wetter: Nein.}
"""
ASKED = "Wie lange bleibt das Bad zu?"
IN_GERMAN = [
    ("absolute-terms", "Bis April", "Es ist immer zu"),
    ("vague-terms", "answer: Bis Mai", "answer: Vielleicht bis Mai"),
    ("clang", "answer: Bis Mai", "answer: Solange es lange kalt bleibt"),
    ("negative-stem", ASKED, "Welche Aussage steht nicht im Bericht?"),
    ("all-of-the-above", "Bis April", "Alle Antworten"),
    ("none-of-the-above", "Bis April", "Keine davon"),
    ("opinion-key", "answer: Bis Mai", "answer: Einseitig"),
    ("opinion-stem", ASKED, "Ist es gerecht, das Bad zu schließen?"),
    ("grammar-cue", GERMAN.split("because: So steht es in Absatz 1.\n")[1], GERMAN_COUNTED),
    ("open-article", ASKED, "Das Bad schließt wegen einer"),
    ("unfocused-stem", ASKED, "Das Bad im Sommer."),
    ("near-duplicate-option", "Bis zum Bericht", "Bis zum Aprils"),
    ("keyed-on-weapon", "answer: Bis Mai", "answer: Mit Messern"),
    ("graphic-words", "answer: Bis Mai", "answer: Bis alles blutig ist"),
    ("group-generalisation", "answer: Bis Mai", "answer: Die Flüchtlinge greifen an und töten"),
    ("content-note-missing", "einem Bericht", "dem Bericht zum Terroristen"),
]
FINE_IN_GERMAN = [
    # What looks like a flaw in other words is none here.
    ("negative-stem", ASKED, "Wer sagt, dass das Bad nicht öffnet?"),
    ("negative-stem", ASKED, "Was ist wahr oder falsch am Bericht?"),
    ("absolute-terms", "Bis April", "Bis allerlei fertig ist"),
    ("opinion-stem", ASKED, "Was findet der Bericht gerecht?"),
    ("opinion-stem", ASKED, "Welcher Satz passt am besten dazu?"),
    ("open-article", ASKED, "Nenne das Ende einer Saison"),
    ("unfocused-stem", ASKED, "Nenne den Monat."),
    ("near-duplicate-option", "Bis zum Bericht", "Bis nach April"),
]


@pytest.mark.parametrize("rule", [rule for rule, _, _ in IN_GERMAN])
def test_the_german_question_has_no_flaw(rule: str) -> None:
    assert not found(rule, GERMAN)


@pytest.mark.parametrize(("rule", "sound", "flawed"), IN_GERMAN)
def test_it_is_found_in_german(rule: str, sound: str, flawed: str) -> None:
    assert sound in GERMAN
    assert found(rule, GERMAN.replace(sound, flawed))


def test_a_joke_is_found_in_german() -> None:
    text = GERMAN.replace("Bis April", "Bis der Weihnachtsmann kommt")
    found = [one.message for one in lint(bank_of(text)).problems if one.rule == "implausible"]
    assert "No reader of the text takes “Weihnachtsmann” seriously." in found


@pytest.mark.parametrize(("rule", "before", "after"), FINE_IN_GERMAN)
def test_it_is_not_found_in_sound_german(rule: str, before: str, after: str) -> None:
    assert before in GERMAN
    assert not found(rule, GERMAN.replace(before, after))


def severities(rule: str, piece: str) -> list[str]:
    return [problem.severity for problem in lint(bank_of(piece)).problems if problem.rule == rule]


@pytest.mark.parametrize(
    ("length", "severity"), [(52, None), (53, "note"), (72, "note"), (73, "warning")]
)
def test_one_long_answer_is_a_warning_only_if_it_is_far_longer(
    length: int, severity: str | None
) -> None:
    piece = f"answer: {'a' * length}\ndistractors: [{'b' * 40}, {'c' * 40}]"
    assert severities("longest-option", piece) == ([severity] if severity else [])


@pytest.mark.parametrize(
    ("prompt", "found_"),
    [
        ("What do experts believe about the pool?", False),
        ("What do you believe about the pool?", True),
        ("How should the pool be mended?", True),
        ("Should the pool be mended?", True),
        ("What does the coach think that the town should do?", False),
    ],
)
def test_what_another_believes_is_no_opinion_of_the_reader(prompt: str, found_: bool) -> None:
    assert found("opinion-stem", f"prompt: {prompt}") == found_


def test_a_digit_in_the_answer_alone_is_a_note() -> None:
    piece = "answer: It needs 45 pumps\ndistractors: [It needs money, It needs time]"
    assert severities("conspicuous-key", piece) == ["note"]


@pytest.mark.parametrize("distractor", ["£15 to £25", "10 % of it"])
def test_an_amount_has_neither_capital_nor_number(distractor: str) -> None:
    piece = f"""
prompt: What is the price?
answer: A few pounds
distractors: ["{distractor}", "20 % of it"]
"""
    assert not found("conspicuous-key", piece)
    assert not found("grammar-cue", piece)


ROWS = """
kind: statements
prompt: What does the text say?
statements:
  - {says: The pool is shut., is: true%s}
  - {says: The roof leaks., is: false%s}
"""


@pytest.mark.parametrize(
    ("piece", "advice"),
    [
        ("distractors: [Until Friday, For ever]", "`distractors: {the option: the reason}`"),
        (ROWS % ("", ", because: No."), "Name the words that say so"),
        (ROWS % (", because: Yes.", ""), "Say what the text has instead"),
        (
            "kind: multiple\nprompt: Which?\nanswers: [pumps, roof]\ndistractors: [walls]",
            "`distractors: {the option: the reason}`",
        ),
        (
            (
                "kind: highlight\nparagraph: 1\nprompt: Which?\ntargets: [at least three]\n"
                "decoys: [stays shut]"
            ),
            "`decoys: {the option: the reason}`",
        ),
    ],
)
def test_the_advice_on_a_missing_reason_fits_the_kind(piece: str, advice: str) -> None:
    (problem,) = [one for one in lint(bank_of(piece)).problems if one.rule == "missing-why"]
    assert advice in problem.help
