"""One number of each of many papers, summed up."""

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import fmean, quantiles


@dataclass(frozen=True, slots=True)
class Spread:
    """Least, quartiles and greatest of some numbers, and their mean."""

    least: float
    lower: float
    middle: float
    upper: float
    greatest: float
    mean: float

    @classmethod
    def of(cls, numbers: Sequence[float]) -> "Spread":
        """Sum up at least one number."""
        lower, middle, upper = (
            quantiles(numbers, n=4, method="inclusive") if len(numbers) > 1 else [*numbers] * 3
        )
        return cls(min(numbers), lower, middle, upper, max(numbers), fmean(numbers))
