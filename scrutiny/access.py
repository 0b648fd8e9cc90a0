"""Who the reader is. Without sign-in, a role to try, and only where nobody else can reach it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from scrutiny import desk
from scrutiny.people import READER, Person

if TYPE_CHECKING:
    import pandas as pd

_WHO = "_who"
_LOOPBACK = ("127.0.0.1", "::1", "localhost")


def enter() -> Person:
    """Finds out who the reader is, or stops the run; once a run, before any question."""
    if st.get_option("server.address") not in _LOOPBACK:
        st.title("Sign-in is not set up")
        st.error("Without sign-in the dashboard may only be opened on the machine that runs it.")
        st.stop()
    who = st.session_state[_WHO] = _tried()
    return who


def current() -> Person:
    """Who the reader of this run is, once they entered."""
    who: Person = st.session_state[_WHO]
    return who


def _tried() -> Person:
    """Draws the choice of a role to try, kept in the URL."""
    people = {person.label: person for person in _people()}
    if not people:
        st.sidebar.caption(
            "Local single-user mode. Nothing can be entered: the board's folder has no people.csv."
        )
        return READER
    viewers = [label for label, person in people.items() if person.role == "viewer"]
    labels = list(people)
    chosen = st.sidebar.selectbox(
        "Role to try",
        labels,
        index=labels.index(viewers[0]) if viewers else 0,
        key="role",
        bind="query-params",
        help="Local single-user mode: there is no sign-in, and only this machine can open it.",
    )
    return people[chosen]


def _people() -> tuple[Person, ...]:
    """Everybody in people.csv, in the board's order."""
    at = desk.current()
    found: tuple[Person, ...] = at.made.get(
        _people, lambda: ((), _read(at.warehouse.ask("access/people")))
    )[1]
    return found


def _read(rows: pd.DataFrame) -> tuple[Person, ...]:
    return tuple(
        Person(who, role, label, tuple(map(str, groups)), tuple(map(str, closed)))
        for who, role, label, groups, closed in zip(
            rows["person_id"],
            rows["role"],
            rows["label"],
            rows["group_ids"],
            rows["closed_rec_ids"],
            strict=True,
        )
    )
