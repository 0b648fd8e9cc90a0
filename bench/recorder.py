# ruff: noqa: SLF001 - it takes Streamlit's own containers apart
"""Writes down every Streamlit call of the real pages, for the bare twin to repeat.

Runs by itself, because it takes Streamlit's own functions apart: ``python -m bench.recorder FOLDER
NUMBER PAGE ...`` writes one file a page, with its calls in each view of a walk of NUMBER changes.
A call is a tuple: the container it was made in, the method, its arguments, and the containers that
came out of it. The page's body is container 0, the sidebar 1.
"""

import functools
import pickle
import sys
import threading
from collections.abc import Callable, Iterator, Sequence
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any

import streamlit as st
from streamlit.delta_generator import DeltaGenerator
from streamlit.testing.v1 import AppTest

from bench import plan

Call = tuple[int, str, tuple[Any, ...], dict[str, Any], list[int]]

_PATIENCE_S = 120
_SIDE = 1
_LEFT_OUT = {"navigation", "set_page_config"}  # the twin says these itself


class Recorder:
    """Listens to the elements that a run adds, but not to those that elements add themselves."""

    def __init__(self) -> None:
        self.calls: list[Call] = []
        self._containers: list[DeltaGenerator] = []
        self._inside = threading.local()

    def begin(self) -> None:
        """Forgets what was heard so far."""
        self.calls = []
        self._containers = [st._main, st.sidebar]

    def listen(self) -> None:
        """Takes the place of every public method that puts something on the page."""
        for name in dir(DeltaGenerator):
            method = getattr(DeltaGenerator, name)
            if name.startswith("_") or not callable(method):
                continue
            setattr(DeltaGenerator, name, self._heard(name, method))
            if isinstance(getattr(st, name, None), type(st.markdown)):
                setattr(st, name, getattr(st._main, name))

    def _heard(self, name: str, method: Callable[..., Any]) -> Callable[..., Any]:
        @functools.wraps(method)
        def call(dg: DeltaGenerator, *args: Any, **more: Any) -> Any:
            if getattr(self._inside, "call", False):
                return method(dg, *args, **more)
            self._inside.call = True
            try:
                gives = method(dg, *args, **more)
            finally:
                self._inside.call = False
            place = self._place(dg._active_dg)
            made = [self._new(part) for part in _containers(gives)]
            kept = {key: _plain(key, value, args) for key, value in more.items()}
            self.calls.append((place, name, tuple(map(_made, args)), kept, made))
            return gives

        return call

    def _place(self, dg: DeltaGenerator) -> int:
        found = (at for at, known in enumerate(self._containers) if known is dg)
        return next(found, 0)

    def _new(self, dg: DeltaGenerator) -> int:
        self._containers.append(dg)
        return len(self._containers) - 1


def _containers(gives: Any) -> list[DeltaGenerator]:
    many = gives if isinstance(gives, (list, tuple)) else [gives]
    return [part for part in many if isinstance(part, DeltaGenerator)]


def _plain(key: str, value: Any, args: tuple[Any, ...]) -> Any:
    """The argument without anything of ours: names of choices as a dictionary, no callbacks."""
    if key == "format_func" and isinstance(value, partial):
        return {choice: value(choice) for choice in args[1]}
    return None if key == "on_change" else value


def _made(value: Any) -> Any:
    """The argument itself; what would only be made when asked for, made and marked as such."""
    return ("deferred", value()) if isinstance(value, partial) else value


def record(folder: Path, number: int, names: Sequence[str]) -> None:
    """Writes what each page shows in every view."""
    recorder = Recorder()
    recorder.listen()
    for page in plan.named(names):
        shown = dict(_shown(recorder, page, plan.views(page, number)))
        (folder / f"{page.name}.pickle").write_bytes(pickle.dumps(_sorted(shown)))


def _sorted(shown: dict[plan.View, list[Call]]) -> dict[str, Any]:
    """The controls by day and the body by view; the as-at control is the same in all."""
    first = next(iter(shown.values()))
    return {
        "meetings": _meetings(next(call for call in first if call[3].get("key") == "meeting")),
        "as_at": next(call for call in first if call[3].get("key") == "as_at"),
        "controls": {
            view.as_at: [c for c in calls if c[0] == _SIDE and c[3]["key"] != "as_at"]
            for view, calls in shown.items()
        },
        "body": {
            (view.as_at, view.groups): [call for call in calls if call[0] != _SIDE]
            for view, calls in shown.items()
        },
    }


def _meetings(control: Call) -> dict[str, date]:
    offered = control[2][1]
    return {
        label: day
        for day, words in plan.MEETINGS.items()
        for label in offered
        if label.startswith(words)
    }


def _shown(
    recorder: Recorder, page: plan.Page, views: list[plan.View]
) -> Iterator[tuple[plan.View, list[Call]]]:
    app = AppTest.from_file(str(plan.ROOT / "dashboard.py"), default_timeout=_PATIENCE_S)
    recorder.begin()
    app.run()
    if page.url:
        app.switch_page(page.file)
    if page.role:
        app.selectbox(key="role").set_value(page.role)
    for view in views:
        app.date_input(key="as_at").set_value(view.as_at)
        if page.is_filtered:
            app.multiselect(key="group").set_value(list(view.groups))
        recorder.begin()
        app.run()
        if app.exception or app.error:
            sys.exit(f"{page.title} cannot be recorded: {app.exception or app.error}")
        yield view, [call for call in recorder.calls if call[1] not in _LEFT_OUT]


if __name__ == "__main__":
    record(Path(sys.argv[1]), int(sys.argv[2]), sys.argv[3:])
