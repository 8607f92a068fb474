"""How probable hits are that chance alone would bring."""

from math import exp, lgamma, log, log1p


def binomial_tail(least: int, of: int, chance: float) -> float:
    """The probability of `least` or more hits in `of` tries of a chance between 0 and 1 each."""
    hit, miss = log(chance), log1p(-chance)
    terms = (_log_ways(of, n) + n * hit + (of - n) * miss for n in range(least, of + 1))
    return min(1.0, sum(map(exp, terms)))


def _log_ways(of: int, n: int) -> float:
    """The logarithm of the number of ways to choose n: the number itself outgrows a float."""
    return lgamma(of + 1) - lgamma(n + 1) - lgamma(of - n + 1)
