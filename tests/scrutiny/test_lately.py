"""What is kept because it was used lately."""

import pytest

from scrutiny import lately
from scrutiny.lately import Lately


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    now = [1000.0]
    monkeypatch.setattr(lately.time, "monotonic", lambda: now[0])
    return now


def test_the_longest_unused_are_dropped_and_none_that_may_be_in_use(clock: list[float]) -> None:
    kept: Lately[str] = Lately(1)
    for key, second in (("a", 0), ("b", 10), ("c", 20), ("a", 30)):
        clock[0] = 1000.0 + second
        kept.use(key)
    clock[0] = 1050.0
    assert kept.surplus() == []
    clock[0] = 1085.0
    assert kept.surplus() == ["b", "c"]
    assert kept.recent() == ["a"]


def test_those_that_are_kept_alone_are_as_old_as_they_were(clock: list[float]) -> None:
    kept: Lately[str] = Lately(9)
    kept.use("a")
    kept.use("b")
    kept.keep_only(["a", "new"])
    assert list(kept) == ["a", "new"]
    assert kept.recent() == ["a"]
    clock[0] += 61
    assert kept.recent() == []
