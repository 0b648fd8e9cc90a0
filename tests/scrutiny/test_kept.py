"""What was made is kept, the oldest goes first, and a failure is not kept."""

from threading import Barrier, Thread

import pytest

from scrutiny.kept import Kept


def test_a_value_is_made_once() -> None:
    kept: Kept[list[str]] = Kept(2)
    assert kept.get("a", lambda: ["first"]) is kept.get("a", lambda: ["second"])


def test_the_one_used_longest_ago_goes_first() -> None:
    kept: Kept[int] = Kept(2)
    kept.get("a", lambda: 1)
    kept.get("b", lambda: 1)
    kept.get("a", lambda: 2)
    kept.get("c", lambda: 1)
    assert [kept.get(key, lambda: 3) for key in ("a", "c", "b")] == [1, 1, 3]


def test_a_failure_is_not_kept() -> None:
    kept: Kept[float] = Kept(2)
    with pytest.raises(ZeroDivisionError):
        kept.get("a", lambda: 1 / 0)
    assert kept.get("a", lambda: 2.0) == 2.0


def test_two_threads_may_make_the_same_and_neither_waits_for_the_other() -> None:
    kept: Kept[int] = Kept(2)
    both = Barrier(2, timeout=10)

    def make() -> int:
        both.wait()  # would break if one maker had to wait for the other
        return 1

    threads = [Thread(target=kept.get, args=("a", make)) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert not both.broken
    assert kept.get("a", lambda: 2) == 1


def test_what_is_the_same_as_before_is_the_same_object() -> None:
    kept: Kept[list[str]] = Kept(2)
    first = kept.exchange("a", ["x"], list.__eq__)
    assert kept.exchange("a", ["x"], list.__eq__) is first
    assert kept.exchange("b", ["x"], list.__eq__) is not first
    other = kept.exchange("a", ["y"], list.__eq__)
    assert other == ["y"]
    assert kept.exchange("a", ["y"], list.__eq__) is other
    assert kept.exchange("a", ["x"], list.__eq__) is not first


def test_what_was_exchanged_longest_ago_goes_first() -> None:
    kept: Kept[list[str]] = Kept(2)
    first = {key: kept.exchange(key, ["x"], list.__eq__) for key in ("a", "b")}
    kept.exchange("a", ["x"], list.__eq__)
    kept.exchange("c", ["x"], list.__eq__)
    assert kept.exchange("a", ["x"], list.__eq__) is first["a"]
    assert kept.exchange("b", ["x"], list.__eq__) is not first["b"]
