"""From findings to places: the line and column of the very text, or of the very words in it."""

import re
from functools import cached_property
from typing import Final

from app.bank.lines import lines_of
from app.bank.nodes import Place, find_place, key_mark, mark_of
from app.bank.problems import At, FilePoint
from app.domain.problem import Path, Position

_INDENT: Final = re.compile(r"[ -]*")
_SPACE: Final = r"\s+"


class Places:
    """The places of a bank's texts: `root` as the reader found them, `yaml` what it read."""

    def __init__(self, root: Place, yaml: str, file: str) -> None:
        self._root = root
        self._yaml = yaml
        self._file = file

    @cached_property
    def _lines(self) -> list[str]:
        return lines_of(self._yaml)

    def position(self, path: Path, *, at_key: bool = False, words: str = "") -> Position:
        """The place of the text at the end of a path; with `words`, of these words in it."""
        mark = key_mark(self._root, path) if at_key else mark_of(find_place(self._root, path))
        found = self._find(mark, words) if words else mark
        return Position(self._file, found.line + 1, found.column + 1)

    def _find(self, mark: FilePoint, words: str) -> FilePoint:
        """The first place of the words from a mark to the end of the text that begins there."""
        sought = re.compile(rf"(?<!\w){_SPACE.join(map(re.escape, words.split()))}(?!\w)")
        begin = mark.column
        for line in range(mark.line, self._end(mark)):
            found = sought.search(self._lines[line], begin)
            if found:
                return At(line, found.start())
            begin = 0
        return mark

    def _end(self, mark: FilePoint) -> int:
        """The number of the line, from 0, before which a text ends that begins at a mark."""
        depth = self._depth(mark.line)
        line = mark.line + 1
        while line < len(self._lines) and self._depth(line) > depth:
            line += 1
        return line

    def _depth(self, line: int) -> int:
        found = _INDENT.match(self._lines[line])
        return len(found[0]) if found else 0
