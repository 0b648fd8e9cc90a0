"""Keeps what was made, so that the same answer or chart is worked out only once."""

from collections import OrderedDict
from collections.abc import Callable, Hashable, Mapping
from threading import Lock
from types import FunctionType
from typing import Generic, TypeVar

import numpy as np
import pandas as pd

Value = TypeVar("Value")


class Kept(Generic[Value]):
    """The values used last, at most ``most``, each under its key; threads may share them.

    Streamlit's own caches inspect the function and hash every argument on each call, which took
    longer than the rest of a run; here the caller gives a short key.
    """

    def __init__(self, most: int) -> None:
        self._most = most
        self._values: OrderedDict[Hashable, Value] = OrderedDict()
        self._lock = Lock()

    def get(self, key: Hashable, make: Callable[[], Value]) -> Value:
        """The value kept under ``key``, made now if there is none. Nobody may change it."""
        with self._lock:
            if key in self._values:
                self._values.move_to_end(key)
                return self._values[key]
        made = make()  # outside the lock: two threads may make the same, and neither waits
        with self._lock:
            self._values[key] = made
            self._drop_oldest()
        return made

    def exchange(
        self, key: Hashable, fresh: Value, is_same: Callable[[Value, Value], bool]
    ) -> Value:
        """The value kept under ``key`` where it is the same as ``fresh``, else ``fresh``, kept."""
        with self._lock:
            earlier = self._values.get(key)
        if earlier is not None and is_same(earlier, fresh):
            fresh = earlier
        with self._lock:
            self._values[key] = fresh
            self._values.move_to_end(key)
            self._drop_oldest()
        return fresh

    def _drop_oldest(self) -> None:
        while len(self._values) > self._most:
            self._values.popitem(last=False)


def known(fact: object) -> Hashable:
    """A short key for what something is made from; it is good for as long as that is kept too.

    Rows are an answer, so the same rows are the same object. A function is its code and what it
    holds, such as the as-at day that its links carry.
    """
    match fact:
        case pd.DataFrame() | pd.Series() | np.ndarray():
            return id(fact)
        case FunctionType():
            held = [cell.cell_contents for cell in fact.__closure__ or ()]
            return fact.__code__, known(fact.__defaults__), known(fact.__kwdefaults__), known(held)
        case Mapping():
            return tuple((key, known(value)) for key, value in fact.items())
        case list() | tuple():
            return (type(fact), *map(known, fact))
        case _ if callable(fact):
            wrapped = getattr(fact, "__wrapped__", None)  # as functools.cache has it
            return id(fact) if wrapped is None else known(wrapped)
        case _:
            return repr(fact)
