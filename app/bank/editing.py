"""Changing a bank's text in one place, and nothing else: comments and layout stay as they are.

The text is changed, not written anew: a place is found by the parser, and a few letters are put in
or taken out there. Rejected: writing the file with ruamel.yaml, which keeps comments and still
moves what a teacher had laid out (indents, line ends, quotation marks).
"""

import re
from collections.abc import Iterable
from typing import Final

import yaml
from yaml import CollectionNode, CSafeLoader, MappingNode, Node, ScalarNode, SequenceNode

from app.domain.problem import Edit, Path

_EMPTY: Final = re.compile(r"\s*(#.*)?")


def edited(text: str, edits: Iterable[Edit]) -> str:
    """The text of a bank with the edits made, as far as they can be; those that cannot are left.

    The text must have been read before: it is sound YAML of a bounded size.
    """
    for edit in dict.fromkeys(edits):
        text = _add(text, edit) if edit.add else _remove(text, edit.path)
    return text


def _add(text: str, edit: Edit) -> str:
    root = _root(text)
    parent = _find(root, edit.path[:-1])
    if not isinstance(parent, MappingNode):
        return text
    name = str(edit.path[-1])
    found = _entry(parent, name)
    if found is None:
        return _add_entry(text, parent, f"{name}: [{edit.add}]")
    items = found[1]
    return _add_item(text, items, edit.add) if isinstance(items, SequenceNode) else text


def _add_item(text: str, items: SequenceNode, added: str) -> str:
    if any(isinstance(item, ScalarNode) and item.value == added for item in items.value):
        return text
    if items.flow_style:
        end = items.value[-1].end_mark.index if items.value else items.start_mark.index + 1
        return text[:end] + (", " if items.value else "") + added + text[end:]
    last = items.value[-1]
    before = text.splitlines()[last.start_mark.line][: last.start_mark.column]
    return _insert_line(text, _end_of(text, items), before + added)


def _add_entry(text: str, parent: MappingNode, entry: str) -> str:
    last = parent.value[-1][1]
    if parent.flow_style:
        end = last.end_mark.index
        return f"{text[:end]}, {entry}{text[end:]}"
    column = parent.value[0][0].start_mark.column
    return _insert_line(text, _end_of(text, last), " " * column + entry)


def _remove(text: str, path: Path) -> str:
    """Take an entry of a mapping out; the mapping, too, if nothing else is in it."""
    parent = _find(_root(text), path[:-1])
    if not isinstance(parent, MappingNode) or len(path) < 2:
        return text
    if len(parent.value) == 1:
        return _remove(text, path[:-1])
    found = _entry(parent, str(path[-1]))
    if found is None or parent.flow_style:
        return text
    lines = text.splitlines(keepends=True)
    first, last = found[0].start_mark.line, _end_of(text, found[1])
    alone = not lines[first][: found[0].start_mark.column].strip()
    return "".join(lines[:first] + lines[last:]) if alone else text


def _insert_line(text: str, line: int, added: str) -> str:
    """Put a line before the line of a number (from 0), with the line end that the text has."""
    lines = text.splitlines(keepends=True)
    end = "\r\n" if "\r\n" in text else "\n"
    if line and not lines[line - 1].endswith(("\n", "\r")):
        lines[line - 1] += end
    return "".join([*lines[:line], added + end, *lines[line:]])


def _end_of(text: str, node: Node) -> int:
    """The number (from 0) of the line after a value; empty lines and comments are not its own."""
    lines = text.splitlines()
    line = node.end_mark.line
    # A block of items ends, for the parser, where the next thing begins.
    is_block = isinstance(node, CollectionNode) and not node.flow_style
    if node.end_mark.column and (not is_block or node.end_mark.index == len(text)):
        line += 1
    while line > node.start_mark.line + 1 and _EMPTY.fullmatch(lines[line - 1]):
        line -= 1
    return line


def _root(text: str) -> Node | None:
    node: Node | None = yaml.compose(text, Loader=CSafeLoader)
    return node


def _find(node: Node | None, path: Path) -> Node | None:
    for step in path:
        if isinstance(node, MappingNode):
            found = _entry(node, str(step))
            node = found[1] if found else None
        elif isinstance(node, SequenceNode) and isinstance(step, int):
            node = node.value[step] if step < len(node.value) else None
        else:
            return None
    return node


def _entry(node: MappingNode, name: str) -> tuple[Node, Node] | None:
    for key, value in node.value:
        if key.value == name:
            return key, value
    return None
