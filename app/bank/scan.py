"""Reading YAML in one bounded pass over its events, before anything could grow or recurse."""

from typing import Any, Final

import yaml

from app.bank.lines import first_stack, first_unprintable, is_readable
from app.bank.nodes import UNREAD, Document, ListPlace, MappingPlace, Place
from app.bank.problems import START, FilePoint, Problems
from app.bank.refusals import refuse
from app.bank.scalars import resolve
from app.bank.syntax import explain

MAX_BYTES: Final = 1024 * 1024
MAX_DEPTH: Final = 30
MAX_VALUES: Final = 50_000
"""A key and its value count as one."""

_Event = Any
"""An event of PyYAML's; those of its C parser always have marks, whatever their types say."""

_SKIP: Final = "\0"
"""The key of what was refused; its value is dropped. No key can be equal to it."""


def scan(text: str, problems: Problems) -> Document | None:
    """Read one YAML document; None when its syntax or size does not allow it.

    Anchors, tags and duplicate keys become problems, and the rest is read nevertheless.
    """
    if len(text) > MAX_BYTES or len(text.encode("utf-8", "replace")) > MAX_BYTES:
        refuse(problems, START, "too-large")
        return None
    if not is_readable(text, problems):
        return None
    builder = _Builder(problems)
    try:
        complete = builder.take_all(text)
    except yaml.YAMLError as error:
        explain(error, text, problems)
        return None
    return builder.document() if complete else None


class _OpenMapping:
    """A mapping whose end has not come; `key` is the key whose value is awaited."""

    __slots__ = ("key", "key_mark", "place", "value")

    def __init__(self, mark: FilePoint) -> None:
        self.place = MappingPlace(mark)
        self.value: dict[str, Any] = {}
        self.key: str | None = None
        self.key_mark = mark

    def add(self, value: Any, place: Place) -> None:
        key = self.key
        if key is None:  # a collection in the place of a key
            self.key = _SKIP
            return
        self.key = None
        if key != _SKIP:
            self.value[key] = value
            self.place.keys[key] = self.key_mark
            self.place.values[key] = place


class _OpenList:
    """A list whose end has not come."""

    __slots__ = ("place", "value")

    def __init__(self, mark: FilePoint) -> None:
        self.place = ListPlace(mark)
        self.value: list[Any] = []

    def add(self, value: Any, place: Place) -> None:
        self.value.append(value)
        self.place.items.append(place)


class _Builder:
    """Builds values and their places from events, and stops at the limits."""

    def __init__(self, problems: Problems) -> None:
        self.problems = problems
        self.stack: list[_OpenMapping | _OpenList] = []
        self.values = 0
        self.documents = 0
        self.root: Document | None = None

    def take_all(self, text: str) -> bool:
        """Take every event; False when a limit was reached and the rest was left."""
        take = {
            yaml.ScalarEvent: self.take_scalar,
            yaml.MappingStartEvent: self.take_start,
            yaml.SequenceStartEvent: self.take_start,
            yaml.MappingEndEvent: self.take_end,
            yaml.SequenceEndEvent: self.take_end,
            yaml.AliasEvent: self.take_alias,
            yaml.DocumentStartEvent: self.take_document,
        }
        event: _Event
        for event in yaml.parse(text, Loader=yaml.CSafeLoader):
            handler = take.get(type(event))
            if handler is not None:
                handler(event)
                if self.values > MAX_VALUES or len(self.stack) > MAX_DEPTH or self.documents > 1:
                    refuse(self.problems, event.start_mark, self.limit(), depth=MAX_DEPTH)
                    return False
        return True

    def limit(self) -> str:
        """The rule of the limit that was passed."""
        if self.documents > 1:
            return "second-document"
        return "too-deep" if len(self.stack) > MAX_DEPTH else "too-many-values"

    def document(self) -> Document | None:
        """The finished document; None, with a problem, when there was nothing in it."""
        if self.root is not None and self.root.value is not None:
            return self.root
        refuse(self.problems, START, "empty-file")
        return None

    def take_document(self, _event: _Event) -> None:
        self.documents += 1

    def take_scalar(self, event: _Event) -> None:
        if event.anchor or event.tag:
            self.refuse_properties(event)
        refused = event.style == '"' and self.refuses_escapes(event)
        top = self.stack[-1] if self.stack else None
        if type(top) is _OpenMapping and top.key is None:
            self.take_key(top, event, refused=refused)
            return
        self.values += 1
        value = event.value if event.style else resolve(event.value)
        self.put(UNREAD if refused else value, event.start_mark)

    def refuses_escapes(self, event: _Event) -> bool:
        """Whether escapes make of a text what no text may hold, and nothing may be made of it."""
        if first_unprintable(event.value):
            refuse(self.problems, event.start_mark, "control-escape")
        stacked = first_stack(event.value) is not None
        if stacked:
            refuse(self.problems, event.start_mark, "stacked-escapes")
        return stacked

    def take_key(self, mapping: _OpenMapping, event: _Event, *, refused: bool) -> None:
        """Keep a key as it was written: `1` and `no` are keys like any other."""
        key, mark = event.value, event.start_mark
        if key == "<<" and not event.style:
            refuse(self.problems, mark, "merge-key")
            key = _SKIP
        elif key in mapping.value:
            first = mapping.place.keys[key].line + 1
            refuse(self.problems, mark, "duplicate-key", key=key, first=first, line=mark.line + 1)
            key = _SKIP
        mapping.key, mapping.key_mark = _SKIP if refused else key, mark

    def take_start(self, event: _Event) -> None:
        if event.anchor or event.tag:
            self.refuse_properties(event)
        top = self.stack[-1] if self.stack else None
        if type(top) is _OpenMapping and top.key is None:
            refuse(self.problems, event.start_mark, "complex-key")
        self.values += 1
        mapping = type(event) is yaml.MappingStartEvent
        self.stack.append((_OpenMapping if mapping else _OpenList)(event.start_mark))

    def take_end(self, _event: _Event) -> None:
        done = self.stack.pop()
        self.put(done.value, done.place)

    def take_alias(self, event: _Event) -> None:
        refuse(self.problems, event.start_mark, "yaml-alias", name=event.anchor)
        self.values += 1
        self.put(UNREAD, event.start_mark)

    def put(self, value: Any, place: Place) -> None:
        """Give a finished value to its parent."""
        if self.stack:
            self.stack[-1].add(value, place)
        else:
            self.root = Document(value, place)

    def refuse_properties(self, event: _Event) -> None:
        """Say that anchors and tags have no place in a bank."""
        if event.anchor:
            refuse(self.problems, event.start_mark, "yaml-anchor", name=event.anchor)
        if event.tag:
            refuse(self.problems, event.start_mark, "yaml-tag")
