"""The page on the bank format is what the models say, and its example is a sound bank."""

from pydantic import BaseModel

from app.bank.format_page import EXAMPLE, page
from app.bank.models import BankFields
from app.kinds import KINDS
from app.library.reading import read_file

MODELS: list[type[BaseModel]] = [BankFields, *(kind.Fields for kind in KINDS.values())]


def test_the_example_is_a_sound_bank() -> None:
    reading = read_file(EXAMPLE)
    assert reading.problems == ()
    assert reading.bank is not None
    assert EXAMPLE.read_text(encoding="utf-8") in page()


def test_the_page_names_every_field() -> None:
    text = page()
    fields = {field.alias or name for model in MODELS for name, field in model.model_fields.items()}
    assert [name for name in fields if f"| `{name}`" not in text] == []
    assert [kind for kind in KINDS if f"### `kind: {kind}`" not in text] == []
