"""Stems that tell: which questions say the answer of another one in their prompt.

This is the cheap part of what the linter knows as `cross-cue`: the key, word for word and outside
its own prompt. A hint that is spread over options or said in other words is the linter's to find,
and the bank's `enemies` are there for it.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from app.domain.option import sameness
from app.domain.question import Question
from app.kinds import kind_of

LONGEST: Final = 6
"""Words up to which a key is looked for: a longer one is never in a prompt by chance."""

SHORTEST_WORD: Final = 4
"""Letters that one word of the key must have: “10” and “no” are in many prompts."""

COMMON: Final = 3
"""A key in more prompts than this is a name of the article, and tells nothing."""

Words = tuple[str, ...]


def telling_pairs(questions: Sequence[Question]) -> Iterator[tuple[str, str]]:
    """Each pair of ids of which the first question tells the answer of the second."""
    keys: dict[Words, list[Question]] = defaultdict(list)
    for question in questions:
        for key in _keys(question):
            keys[key].append(question)
    for key, tellers in _prompts_with(keys.keys(), questions).items():
        if len(tellers) <= COMMON:
            for asked in keys[key]:
                yield from ((one.id, asked.id) for one in tellers if _tells(one, key, asked))


def _keys(question: Question) -> Iterable[Words]:
    anatomy = kind_of(question).anatomy(question.definition)
    texts = [option.text for option in anatomy.options if option.id in anatomy.right]
    if len(texts) > 1 or anatomy.rows:
        return
    for text in (*texts, *(answer.text for answer in anatomy.accepted)):
        words = _words(text)
        if len(words) <= LONGEST and any(_is_meant(word) for word in words):
            yield words


def _is_meant(word: str) -> bool:
    return len(word) >= SHORTEST_WORD and not word.isdigit()


def _words(text: str) -> Words:
    return tuple(sameness(text).split())


def _prompts_with(
    keys: Iterable[Words], questions: Iterable[Question]
) -> dict[Words, list[Question]]:
    """The questions whose prompts hold each key."""
    wanted = frozenset(keys)
    lengths = sorted({len(key) for key in wanted})
    found: dict[Words, dict[str, Question]] = defaultdict(dict)
    for question in questions:
        words = _words(question.prompt)
        for length in lengths:
            for start in range(len(words) - length + 1):
                run = words[start : start + length]
                if run in wanted:
                    found[run][question.id] = question
    return {key: list(tellers.values()) for key, tellers in found.items()}


def _tells(teller: Question, key: Words, asked: Question) -> bool:
    """Whether a prompt with the key gives it away: not beside a distractor, nor in both prompts."""
    if teller.id == asked.id or _holds(_words(asked.prompt), key):
        return False
    anatomy = kind_of(asked).anatomy(asked.definition)
    prompt = _words(teller.prompt)
    wrong = (_words(option.text) for option in anatomy.options if option.id not in anatomy.right)
    return not any(_holds(prompt, words) for words in wrong)


def _holds(words: Words, run: Words) -> bool:
    length = len(run)
    return any(words[start : start + length] == run for start in range(len(words) - length + 1))
