"""The open warehouse of a run, with what was made from it, caught up with the journal."""

from __future__ import annotations

import gc
from collections.abc import Callable, Hashable, Mapping
from dataclasses import dataclass, field
from typing import Any, TypeAlias, TypeVar

import pandas as pd
import streamlit as st

from scrutiny import places
from scrutiny.journal import Journal
from scrutiny.kept import Kept, known
from scrutiny.warehouse import Warehouse

Rows: TypeAlias = pd.DataFrame
Made = TypeVar("Made")
_DESK = "_desk"
_MANY = 250  # charts, tables and answers: what some twenty views need that nobody had seen


@dataclass
class Desk:
    """An open warehouse and what was made from it, shared by all sessions.

    ``read`` is the number and the digest of an entry of the journal that it has read.
    """

    warehouse: Warehouse
    read: tuple[int, str | None] = (0, None)
    # how much was kept since what lasts was put aside, and is it to be put aside again?
    _fresh: int = field(default=0, init=False)
    _is_loose: bool = field(default=False, init=False)
    # charts and tables, each beside what it was made from: the key of rows is where they lie
    _made: Kept[tuple[object, Any]] = field(default_factory=lambda: Kept(2000))
    _answers: Kept[pd.DataFrame] = field(default_factory=lambda: Kept(2000))
    _last: Kept[pd.DataFrame] = field(default_factory=lambda: Kept(500))

    def answer(self, name: str, may_see: tuple[str, ...], params: Mapping[str, object]) -> Rows:
        """The rows that answer a question, worked out once until entries come.

        Rows that are the same as those of the same question before, on another day or after an
        entry, are the same object: what was made from them need not be made again.
        """
        asked = name, may_see, repr(sorted(params.items()))
        lasting = name, may_see, repr(sorted((k, v) for k, v in params.items() if k != "as_at"))

        def work_out() -> Rows:
            rows = self.warehouse.ask(name, may_see, **params)
            kept = self.same(lasting, rows)
            self._fresh += kept is rows
            return kept

        return self._answers.get((self.warehouse.head, *asked), work_out)

    def make(self, make: Callable[..., Made], *facts: object, **more: object) -> Made:
        """What ``make`` gives for these facts, made once for all sessions."""
        key = (make, known(facts), known(sorted(more.items())))

        def make_it() -> tuple[object, Any]:
            self._fresh += 1
            return (facts, more), make(*facts, **more)

        made: Made = self._made.get(key, make_it)[1]
        return made

    def loosen(self) -> None:
        """Lets Streamlit's next search for garbage see all, once much was kept since the last.

        Called at the end of a run: that search comes when the reader has the page.
        """
        if self._fresh >= _MANY:
            self._fresh = 0
            self._is_loose = True
            gc.unfreeze()

    def put_aside(self) -> None:
        """Takes what is left after that search out of later ones; called as a run begins.

        Garbage that other runs make meanwhile is put aside too, and found the next time.
        """
        if self._is_loose:
            self._is_loose = False
            gc.freeze()

    def same(self, key: Hashable, rows: Rows) -> Rows:
        """The rows that were last kept under ``key`` where these are the same, else these."""
        return self._last.exchange(key, rows, pd.DataFrame.equals)


def _is_current(desk: Desk) -> bool:
    return desk.warehouse.version == Warehouse.current(places.build())


@st.cache_resource(show_spinner="Opening the journal")
def _journal(url: str) -> Journal:
    return Journal(url)


@st.cache_resource(show_spinner="Opening the warehouse", validate=_is_current)
def _open() -> Desk:
    # with every entry from the start, since a new build may be swapped in at any time
    warehouse = Warehouse.open(places.build())
    journal = _journal(places.journal_url())
    warehouse.take(journal.entries())
    # Streamlit looks through all memory for garbage after every run. What is loaded by now stays
    # loaded, and looking through it took longer than the run itself. What was put aside before is
    # looked through once more: an earlier warehouse would be kept for good by who read it then.
    gc.unfreeze()
    gc.collect()
    gc.freeze()
    return Desk(warehouse, _read(warehouse, journal))


def _read(warehouse: Warehouse, journal: Journal) -> tuple[int, str | None]:
    seq = warehouse.head
    return seq, journal.digest(seq)


def catch_up() -> None:
    """Takes the entries appended since the last run; once a run, before any question.

    The whole run then asks the same build, even if another is swapped in meanwhile.
    """
    desk, journal = _open(), _journal(places.journal_url())
    desk.put_aside()
    # the desk before the journal, which may only have grown since the desk was looked at
    had, (seq, digest) = desk.warehouse.head, desk.read
    last = journal.last()
    if last != (seq, digest):
        if last[0] < had or journal.digest(seq) != digest:  # another was put in its place
            _open.clear()
            desk = _open()
        desk.warehouse.take(journal.entries(after=desk.warehouse.head))
        desk.read = _read(desk.warehouse, journal)
    st.session_state[_DESK] = desk


def journal() -> Journal:
    """The journal, for those who append to it."""
    return _journal(places.journal_url())


def made(make: Callable[..., Made], *facts: object, **more: object) -> Made:
    """What ``make`` gives for these facts, made once for all sessions that share this desk."""
    return current().make(make, *facts, **more)


def current() -> Desk:
    """The desk of this run, once it was caught up."""
    desk: Desk = st.session_state[_DESK]
    return desk
