"""What a plain scalar means: the core schema of YAML 1.2 (specification, section 10.3.2)."""

import re
from typing import Final

from app.domain.fields import WrittenFloat, WrittenInt

Scalar = str | int | float | bool | None

_CONSTANTS: Final[dict[str, Scalar]] = {
    "": None,
    "~": None,
    **dict.fromkeys(("null", "Null", "NULL")),
    **dict.fromkeys(("true", "True", "TRUE"), True),
    **dict.fromkeys(("false", "False", "FALSE"), False),
}
_NUMBER_STARTS: Final = frozenset("0123456789+-.")
_NUMBER: Final = re.compile(
    r"""(?P<int>[-+]?[0-9]+)
      | 0o(?P<octal>[0-7]+)
      | 0x(?P<hex>[0-9a-fA-F]+)
      | (?P<float>[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?)
      | (?P<infinite>[-+]?\.(?:inf|Inf|INF))
      | (?P<nan>\.(?:nan|NaN|NAN))""",
    re.VERBOSE,
)
_BASES: Final = {"int": 10, "octal": 8, "hex": 16}

LONGEST_NUMBER: Final = 100
"""More digits than this are taken as text: no field wants them, and to read them is slow."""


def resolve(plain: str) -> Scalar:
    """The value of a plain scalar; numbers remember how they were written."""
    if plain in _CONSTANTS:
        return _CONSTANTS[plain]
    if plain[0] not in _NUMBER_STARTS or len(plain) > LONGEST_NUMBER:
        return plain
    found = _NUMBER.fullmatch(plain)
    return plain if found is None else _number(found)


def _number(found: re.Match[str]) -> WrittenInt | WrittenFloat:
    form = found.lastgroup or ""
    digits = found.group(form)
    number: WrittenInt | WrittenFloat
    if form in _BASES:
        number = WrittenInt(digits, _BASES[form])
    else:
        # Python writes .inf and .nan without their point.
        number = WrittenFloat(digits if form == "float" else digits.replace(".", ""))
    number.written = found.group()
    return number
