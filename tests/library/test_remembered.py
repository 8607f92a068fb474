"""The bounded memory."""

from app.library.remembered import Remembered


def test_what_was_not_asked_for_the_longest_is_forgotten() -> None:
    memory: Remembered[str, int] = Remembered(2)
    memory.put("a", 1)
    memory.put("b", 2)
    assert memory.get("a") == 1
    memory.put("c", 3)
    assert [memory.get(key) for key in "abc"] == [1, None, 3]
    assert len(memory) == 2


def test_a_value_can_be_replaced() -> None:
    memory: Remembered[str, int] = Remembered(2)
    memory.put("a", 1)
    memory.put("a", 2)
    assert (memory.get("a"), len(memory)) == (2, 1)
