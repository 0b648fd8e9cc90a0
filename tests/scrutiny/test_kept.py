"""What was made is kept, the oldest goes first, and a failure is not kept."""

from collections.abc import Callable
from datetime import date
from functools import cache, partial
from threading import Barrier, Thread

import numpy as np
import pandas as pd
import pytest

from scrutiny.kept import Kept, known


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


def on(day: date, last: int = 0) -> Callable[[], object]:
    def inner() -> object:
        return day

    return lambda: (inner(), last)


def test_a_function_is_its_code_and_what_it_holds_however_deep() -> None:
    day, other = date(2018, 2, 15), date(2018, 3, 15)
    assert known(on(day)) == known(on(day))
    assert known(on(day)) != known(on(other))
    assert known(on(day)) != known(on(day, 1))
    assert known(on) != known(known)
    assert known({"a": on(day)}) != known({"a": on(other)})
    assert known({"a": on(day)}) != known({"b": on(day)})
    assert known((on(day), "a")) == known((on(day), "a"))


def test_a_default_is_part_of_a_function() -> None:
    made = [lambda first=n: first for n in (1, 1, 2)]
    assert known(made[0]) == known(made[1]) != known(made[2])
    named = [lambda *, first=n: first for n in (1, 2)]
    assert known(named[0]) != known(named[1])


def test_rows_and_other_callables_are_themselves() -> None:
    rows = pd.DataFrame({"a": [1]})
    assert known(rows) == known(rows) != known(rows.copy())
    for many in (np.arange(5000), pd.Series(range(5000))):  # of which their own words are few
        assert known(many) == known(many) != known(many.copy())
    first, second = partial(on, date(2018, 2, 15)), partial(on, date(2018, 2, 15))
    assert known(first) == known(first) != known(second)


def test_a_cached_function_is_the_one_that_it_wraps() -> None:
    day = date(2018, 2, 15)
    assert known(cache(on(day))) == known(cache(on(day))) != known(cache(on(date(2018, 3, 15))))
