"""How a mark is summed up in a word."""

from app.domain.mark import blank_mark, standing_of


def test_points_are_summed_up() -> None:
    assert [standing_of(points) for points in (0, 1 / 6, 0.999, 1)] == [
        "wrong",
        "partly",
        "partly",
        "right",
    ]


def test_a_blank_is_not_wrong() -> None:
    mark = blank_mark("balanced")
    assert (mark.points, mark.standing, mark.rule) == (0.0, "blank", "balanced")
