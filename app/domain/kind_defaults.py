"""What most kinds do alike, by name: a kind assigns a default to the phase where it fits."""

from typing import TypeVar

from app.domain.kind import Absent, Cited, FormFields, Json, Surroundings, lone_values
from app.domain.problem import FieldProblem

Definition = TypeVar("Definition")


def settled_as_parsed(
    definition: Definition, _around: Surroundings
) -> tuple[Definition, tuple[FieldProblem, ...]]:
    """Settle a kind that needs nothing of the bank around its question."""
    return definition, ()


def cites_nothing(_definition: object) -> tuple[tuple[Cited, ...], tuple[Absent, ...]]:
    """Citations of a kind that quotes only in the fields that every question has."""
    return (), ()


def no_single_key(_definition: object, _shuffle: int) -> tuple[int, int] | None:
    """Key position of a kind in which more than one option is right, or none is offered."""
    return None


def read_one_value(_definition: object, form: FormFields) -> Json:
    """Read a form with one field and one value in it; None when it is empty.

    Several values stay a list, which `read` refuses. Raises MalformedResponse for rows.
    """
    values = lone_values(form)
    return values[0] if len(values) == 1 else values or None
