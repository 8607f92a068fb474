"""How a kind of question takes what the families of a teacher's own give it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class FilledFields:
    """The fields of a kind that the `answer` and the `distractors` of such a family fill.

    `distractors` is empty for a kind that has none. An answer is one text where it is `single`,
    else a list. With `in_paragraph`, the kind also has a field `paragraph`, the number of the
    paragraph in which its phrases are.
    """

    answer: str
    distractors: str = ""
    single: bool = False
    needs_distractors: bool = False
    in_paragraph: bool = False
