"""The page `docs/bank-format.md`, made from the JSON Schema and an example that is read in tests.

`python -m app.bank.format_page` writes the page to the terminal.
"""

import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, Final

from app.bank.json_schema import Schema, bank_schema
from app.kinds import KINDS

EXAMPLE: Final = Path(__file__).with_name("example.yaml")

_OPENING: Final = """\
# The bank format, version 1

<!-- Made by `make docs` from the models that read a bank. -->

A bank is one YAML file: an article, its annotation and its questions. Its file name, without
`.yaml`, is its id. `byline check FILE` says what is wrong in it; `byline schema` writes the
format for editors: begin a bank with
`# yaml-language-server: $schema=bank.schema.json`, and VS Code with its YAML extension completes
and explains the fields.

## How it is written

- Indent with spaces. A text that holds a colon and a space, or begins with one of
  `" ' [ { & * ! | > % @ #`, needs quotation marks around all of it.
- `true` and `false` are the only truth values, and numbers are whole or decimal numbers; all else
  is text: `no`, `12:30` and `2017-02-04` stay what they are, and where a text is expected a number
  keeps the form in which it was written (`1.10`).
- A file is in UTF-8 and has at most 1 MiB, 50,000 values (a key and its value count as one) and 30
  levels of indentation. Anchors, aliases, merge keys, tags and a second document are not read.
- An article has at most 200,000 signs, a paragraph 50,000, a list in a question 100 entries, and a
  letter 30 accents or other marks.
- A quotation (`evidence`, `phrase`) is copied from the article. Kinds of quotation marks and
  dashes, kinds and numbers of spaces, and ligatures make no difference; everything else does. It
  must be in exactly one place, or in one place of the paragraph that is named, or be the only
  one with the given words before (`prefix`) or after it (`suffix`).
- Words that must be absent (`absent`) are looked for as whole words, in capitals or not.
- What has `review: true` is checked like everything else, but never drawn.
"""

_FORMS: Final = {
    "string": "text",
    "integer": "whole number",
    "number": "number",
    "boolean": "true or false",
    "array": "list",
    "object": "mapping",
}


def page() -> str:
    """The whole page as Markdown."""
    schema = bank_schema()
    example = EXAMPLE.read_text(encoding="utf-8")
    parts = [_OPENING, f"## A whole bank\n\n```yaml\n{example}```\n", "## The fields of a bank\n"]
    parts.append(_table(schema, schema["$defs"]))
    parts += _sections(schema)
    return "\n".join(parts)


def _sections(schema: Schema) -> Iterator[str]:
    definitions = schema["$defs"]
    for heading, name in (
        ("`content_note`", "contentnote"),
        ("`article`", "article"),
        ("An entry of `sources`", "source"),
        ("An entry of `claims`", "claim"),
        ("A misreading that is more than its reason", "misreading"),
        ("An entry of `not_stated`", "notstated"),
        ("An entry of `devices`", "device"),
        ("`families`", "families"),
        ("An entry of `families.own`", "ownfamily"),
        ("A quotation, where the words alone are not enough", "quotation"),
    ):
        yield f"## {heading}\n\n{definitions[name]['description']}\n"
        yield _table(definitions[name], definitions)
    yield from _questions(schema)


def _questions(schema: Schema) -> Iterator[str]:
    common = schema["properties"]["questions"]["items"]
    definitions = schema["$defs"]
    yield "## An entry of `questions`\n\nAll kinds have these fields:\n"
    yield _table(common, definitions)
    for kind in KINDS:
        fields = definitions[kind]
        own = [name for name in fields["properties"] if name not in common["properties"]]
        yield f"### `kind: {kind}`\n\n{fields['description']}\n"
        yield _table(fields, definitions, own)
        for inner in sorted(_inner(fields["properties"], own) - {"quotation"}):
            yield f"An entry of `{kind}` has these fields:\n"
            yield _table(definitions[inner], definitions)


def _inner(part: Any, names: list[str] | None = None) -> set[str]:
    """The definitions that a part of the schema refers to."""
    if isinstance(part, dict):
        found = {part["$ref"].rsplit("/", 1)[1]} if "$ref" in part else set()
        kept = part.items() if names is None else ((name, part[name]) for name in names)
        return found.union(*(_inner(value) for _, value in kept))
    return set().union(*map(_inner, part)) if isinstance(part, list) else set()


def _table(schema: Schema, definitions: Schema, names: Sequence[str] | None = None) -> str:
    required = schema.get("required", [])
    rows = ["| field | is | what it is for |", "|---|---|---|"]
    for name, field in schema["properties"].items():
        if names is None or name in names:
            mark = " *" if name in required else ""
            told = _cell(_description(field, definitions) + _values(field))
            rows.append(f"| `{name}`{mark} | {_cell(_form(field))} | {told} |")
    return "\n".join([*rows, "", "\\* needed", ""] if required else [*rows, ""])


def _description(field: Schema, definitions: Schema) -> str:
    """What a field is for; one without words of its own is what its definition says."""
    inner = definitions.get(field.get("$ref", "").rsplit("/", 1)[-1], {})
    return str(field.get("description") or inner.get("description", ""))


def _cell(text: str) -> str:
    return text.replace("|", "\\|")


def _values(field: Schema) -> str:
    """The values that a field may have, and what holds without one."""
    words = [str(value).lower() for value in field.get("enum", ())]
    listed = f" One of: {', '.join(words)}." if words else ""
    default = field.get("default")
    if default is None or default == {}:
        return listed
    word = str(default).lower() if isinstance(default, bool) else str(default)
    return f"{listed} Without it: {word}."


def _form(field: Schema) -> str:
    """The form of a value in words: text, list of texts, mapping, one of several."""
    several = field.get("anyOf") or field.get("oneOf")
    if several:
        return " or ".join(dict.fromkeys(_form(form) for form in several))
    if "$ref" in field:
        return "mapping"
    if "const" in field or "enum" in field:
        first = field.get("enum", [field.get("const")])[0]
        return "number" if type(first) is int else "word"
    form = field.get("type", "")
    name = _FORMS[form[0] if isinstance(form, list) else form]
    items = field.get("items", {})
    return f"list of {_plural(_form(items))}" if name == "list" and items else name


def _plural(form: str) -> str:
    return " or ".join(f"{word}s" for word in form.split(" or "))


if __name__ == "__main__":
    sys.stdout.write(page())
