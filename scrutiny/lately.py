"""What was used lately and so is kept, and what may be dropped because it was not."""

import time
from collections.abc import Hashable, Iterable, Iterator
from typing import Generic, TypeVar

# longer than any question may run, so that nothing is dropped under one that needs it
_KEPT_FOR_S = 60.0

Key = TypeVar("Key", bound=Hashable)


class Lately(Generic[Key]):
    """Keys with the time when each was last used. Whoever shares it locks it."""

    def __init__(self, most: int) -> None:
        self._most = most
        self._used: dict[Key, float] = {}

    def __contains__(self, key: object) -> bool:
        return key in self._used

    def __iter__(self) -> Iterator[Key]:
        return iter(self._used)

    def use(self, key: Key) -> None:
        """Keeps a key, as used now."""
        self._used[key] = time.monotonic()

    def recent(self) -> list[Key]:
        """Those that a question may still be reading."""
        return [key for key, used in self._used.items() if _is_recent(used)]

    def surplus(self) -> list[Key]:
        """Those to drop because there are too many: the longest unused, none in use."""
        by_use = sorted(self._used, key=self._used.__getitem__)
        return [
            k for k in by_use[: max(len(by_use) - self._most, 0)] if not _is_recent(self._used[k])
        ]

    def forget(self, keys: Iterable[Key]) -> None:
        """Leaves these out."""
        for key in keys:
            del self._used[key]

    def keep_only(self, keys: Iterable[Key]) -> None:
        """Leaves out all but these, which are as old as they were, or old where they are new."""
        self._used = {key: self._used.get(key, 0.0) for key in keys}


def _is_recent(used: float) -> bool:
    return time.monotonic() - used < _KEPT_FOR_S
