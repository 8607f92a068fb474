"""Phrases by their first words, to find the longest at a place of a text."""

from collections.abc import Iterable, Sequence


class LongestPhrase:
    """Phrases as rows of words; where several fit, the longest is meant."""

    def __init__(self, phrases: Iterable[Sequence[str]]) -> None:
        self._by_first: dict[str, list[tuple[str, ...]]] = {}
        for phrase in sorted(map(tuple, phrases), key=len, reverse=True):
            self._by_first.setdefault(phrase[0], []).append(phrase)

    def __contains__(self, word: str) -> bool:
        """Whether a single word is one of the phrases."""
        return (word,) in self._by_first.get(word, ())

    def at(self, words: Sequence[str], place: int) -> int:
        """How many words of the longest phrase stand at a place; 0 for none."""
        for phrase in self._by_first.get(words[place], ()):
            if tuple(words[place : place + len(phrase)]) == phrase:
                return len(phrase)
        return 0
