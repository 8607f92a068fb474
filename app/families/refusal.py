"""Why a template cannot be used."""

from typing import Final

ADVICE: Final = (
    "A template may have {{ name.field }}, filters such as {{ claim.says | lower_first }}, and "
    "{% if %} with {% elif %}, {% else %} and {% endif %}."
)


class Refused(Exception):  # it never leaves this package: it becomes a problem
    """What is wrong, and what to write instead; `line` counts from 1 inside the template.

    Jinja2 gives some nodes no line: None stands for the first.
    """

    def __init__(self, message: str, advice: str = ADVICE, line: int | None = 1) -> None:
        super().__init__(message)
        self.message = message
        self.advice = advice
        self.line = line or 1
