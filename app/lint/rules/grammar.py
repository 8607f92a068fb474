"""A rule on grammar: what fits the question, or differs from the other options, by its form."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from app.language.word_lists import ListName
from app.lint.finding import Finding
from app.lint.rule import Group, Rule, haladyna
from app.lint.view import OptionView, QuestionView, Wording

GRAMMAR: Final = Group("Grammar")

CLASSES: Final = ("determiners", "prepositions", "personal pronouns", "clause openers")
"""Word lists of which each word opens an option of another make."""

PHRASE: Final = 6
"""Words beyond which an option is mostly a sentence, and may begin with anything."""

_NUMBERS: Final = {"singular": "plural", "plural": "singular"}
_ENDINGS: Final[Mapping[str, ListName]] = {
    "singular": "singular endings",
    "plural": "plural endings",
}
_OPENERS: Final[Mapping[str, ListName]] = {
    "singular": "singular openers",
    "plural": "plural openers",
}


@GRAMMAR.for_question(
    Rule(
        "grammar-cue",
        "warning",
        why="An answer that alone fits the grammar of the question, or alone begins otherwise than "
        "all other options, is picked for that.",
        source=haladyna(23, 28),
        cure="Give all options one form that fits the question.",
        trips="""
prompt: "What the club lost most are"
answer: two coaches
distractors: [a place in the league, a friend in the council]
""",
        passes="""
prompt: "What the club lost most are"
answer: two coaches
distractors: [many children, a friend in the council]
""",
        needs=("singular endings", "plural endings", *CLASSES),
        first=(1, 7),
    )
)
def grammar_cue(question: QuestionView) -> Iterator[Finding]:
    """The key alone agrees in number with the stem's verb, or alone begins with its class of word.

    A verb counts as the last word of an unfinished stem, or the second of a question such as “What
    are ...?”. The number of an option, and its class, are those of its first word, if it is known.
    Whole sentences begin as they like.
    """
    key = question.key
    if key is None or len(question.distractors) < 2:
        return
    asked = _number_asked(question.prompt)
    others = {_number(option) for option in question.distractors}
    if asked and _number(key) == asked and others == {_NUMBERS[asked]}:
        yield key.flag(f"The question asks for a {asked}, and only the answer is one.")
    elif not any(map(_is_sentence, question.options)) and _is_alone(key, question.distractors):
        yield key.flag(f"Only the answer begins with a word like “{key.begin(1)}”.")


def _is_sentence(option: OptionView) -> bool:
    """Whether an option is a whole sentence, or nearly as long as one."""
    return option.text.endswith(".") or len(option.tokens) > PHRASE


def _is_alone(key: OptionView, others: Sequence[OptionView]) -> bool:
    """Whether all other options begin with one class of word, and the key with another."""
    own, classes = _class(key), {_class(option) for option in others}
    return bool(own) and len(classes) == 1 and classes.isdisjoint({"", own})


def _number_asked(prompt: Wording) -> str:
    """The number of the word that the option goes on from, or that asks for it; "" for none."""
    words = [token.word for token in prompt.own]
    if "?" not in prompt.text and words and prompt.own[-1] == prompt.tokens[-1]:
        return _listed(words[-1], prompt, _ENDINGS)
    asks = len(words) > 1 and words[0] in prompt.language.list("asking words")
    return _listed(words[1], prompt, _ENDINGS) if asks else ""


def _number(option: OptionView) -> str:
    """The number of what an option names; "" for an amount such as £15 or 10 %, which has none."""
    first = option.own[0] if option.own else None
    if first is None:
        return ""
    if not first.word.isdigit():
        return _listed(first.word, option, _OPENERS)
    around = option.text[: first.start] + option.text[first.end :].lstrip()[:1]
    if not all(sign.isalpha() for sign in around.strip()):
        return ""
    return "singular" if first.word == "1" else "plural"


def _listed(word: str, text: Wording, lists: Mapping[str, ListName]) -> str:
    known = text.language.list
    return next((number for number, name in lists.items() if word in known(name)), "")


def _class(option: OptionView) -> str:
    """The list that has the first word; "" if none has it, or the word is quoted."""
    first = option.tokens[0] if option.tokens else None
    if first is None or first.quoted:
        return ""
    return next((name for name in CLASSES if first.word in option.language.list(name)), "")
