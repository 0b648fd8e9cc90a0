"""Who the reader is: somebody who signed in, or on one machine alone a role to try."""

from __future__ import annotations

import logging
import time
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta, timezone
from typing import TYPE_CHECKING, Any

import streamlit as st

from scrutiny import desk, sign_in, wanted
from scrutiny.charts import tables, words
from scrutiny.claims import Claims
from scrutiny.people import READER, Person

if TYPE_CHECKING:
    from collections.abc import Hashable, Mapping

    from streamlit.navigation.page import Page

_LOG = logging.getLogger(__name__)
_WHO = "_who"
_PASSED_ON = ("forwarded", "x-forwarded-for", "x-forwarded-host", "x-real-ip")


@dataclass(frozen=True)
class Refusal:
    """Why somebody may not come in, and the word on the button that may help."""

    head: str
    says: str
    button: str = ""


_UNSAFE = Refusal(
    "The dashboard is not set up safely",
    "It shows nothing until that is mended. Whoever runs it finds the reason in its log.",
)
_NOT_HERE = Refusal(
    "Sign-in is not set up",
    "Without it the dashboard may only be opened on the machine that runs it, at the address that "
    "it prints there.",
)
_SIGNED_OUT = Refusal(
    "Sign in",
    "This dashboard is open to those whom the board has named. Sign in with the account that the "
    "board knows.",
    "Sign in",
)
_ENDED = Refusal(
    "Your sign-in has ended",
    "It holds for a limited time. Sign in again, and you come back to where you are.",
    "Sign in again",
)
_UNKNOWN = Refusal(
    "You are not on the board's list",
    "You are signed in, but the board has not said what you may see. Ask the board's office to add "
    "you, or sign out and use another account.",
    "Sign out",
)


def recognise() -> Person | None:
    """Finds out who the reader of this run is; None for somebody who may not come in.

    Nothing is opened for somebody who has not signed in. The others get the newest entries.
    """
    found: Person | Refusal | None = _closed()
    if found is None:
        desk.catch_up()
        found = _known() if sign_in.setting().is_on else _tried()
    st.session_state[_WHO] = found
    return found if isinstance(found, Person) else None


def enter(page: Page) -> None:
    """Shows who the reader is, or why they may not come in, which ends the run.

    ``page`` is the one that was asked for; somebody who has just signed in comes back to it.
    """
    found = st.session_state[_WHO]
    if isinstance(found, Refusal):
        _refuse(found, page)
    elif sign_in.setting().is_on:
        wanted.follow(page)
        _show(found)


def current() -> Person:
    """Who the reader is, once they entered; one who may enter nothing where that has ended since.

    It is looked up anew, for what a button does is run before the reader is recognised again.
    """
    found = st.session_state[_WHO]
    if sign_in.setting().is_on:
        found = _closed() or _known()
    return found if isinstance(found, Person) else READER


def _closed() -> Refusal | None:
    """Why nobody, or nobody yet, may come in this way."""
    setting = sign_in.setting()
    if setting.problems:
        _LOG.error("The dashboard shows nothing. %s", " ".join(setting.problems))
        return _UNSAFE
    if not setting.is_on:
        return _NOT_HERE if _is_from_elsewhere() else None
    claims = _claims()
    if not claims.is_signed_in:
        return _SIGNED_OUT
    return _ENDED if claims.has_ended(time.time()) else None


def _is_from_elsewhere() -> bool:
    """Did a proxy pass this on, or was the dashboard opened under a name of another machine?"""
    headers = st.context.headers
    host = headers.get("Host")
    is_other = bool(host) and not sign_in.is_loopback(sign_in.host(f"//{host}"))
    return is_other or any(name in headers for name in _PASSED_ON)


def _claims() -> Claims:
    return Claims.read(st.user.to_dict())


def _known() -> Person | Refusal:
    """The person of people.csv who signed in."""
    claims = _claims()
    found = _asked("access/person", email=claims.email, subject=claims.subject)
    return found[0] if found else _UNKNOWN


def _tried() -> Person:
    """Draws the choice of a role to try, kept in the URL."""
    people = {person.label: person for person in _asked("access/people")}
    if not people:
        st.sidebar.caption(
            "Local single-user mode. Nothing can be entered: the board's folder has no people.csv."
        )
        return READER
    viewers = [label for label, person in people.items() if person.role == "viewer"]
    labels = list(people)
    chosen = people[
        st.sidebar.selectbox(
            "Local single-user mode: role to try",
            labels,
            index=labels.index(viewers[0]) if viewers else 0,
            key="role",
            bind="query-params",
            help="There is no sign-in, and only this machine can open the dashboard.",
        )
    ]
    _say_what_is_lacking(chosen)
    return chosen


def _show(person: Person) -> None:
    """Shows in which role somebody is signed in, until when, and the way out."""
    until = _clock(_claims().ends_at)
    st.sidebar.markdown(f"**{tables.plain(person.label)}**, signed in until {until}.")
    _say_what_is_lacking(person)
    st.sidebar.button("Sign out", key="sign_out", on_click=st.logout)


def _say_what_is_lacking(person: Person) -> None:
    if person.role == "chair" and not person.group_ids:
        st.sidebar.caption("No sub-group is yours yet, so there is nothing for you to report.")


def _clock(moment: float) -> str:
    """A moment on the reader's own clock, with the day where that is not today."""
    zone = timezone(timedelta(minutes=-(st.context.timezone_offset or 0)))
    then, now = datetime.fromtimestamp(moment, UTC), datetime.now(UTC)
    shown = f"{then.astimezone(zone):%H:%M}"
    is_today = then.astimezone(zone).date() == now.astimezone(zone).date()
    return shown if is_today else f"{shown} on {words.short_day(then.astimezone(zone))}"


def _refuse(why: Refusal, page: Page) -> None:
    st.title(why.head)
    st.write(why.says)
    if why is _UNKNOWN:
        _LOG.warning("Signed in and not in people.csv: subject %r", _claims().subject)
        st.button(why.button, key="sign_out", on_click=st.logout)
    elif why.button and st.button(why.button, key="sign_in", type="primary"):
        wanted.keep(page)
        st.login()
    st.stop()


def _asked(name: str, **params: object) -> tuple[Person, ...]:
    return desk.made(_read, name, **params)


def _read(name: str, **params: object) -> tuple[Person, ...]:
    rows = desk.current().warehouse.ask(name, (), **params)
    return tuple(
        Person(row["person_id"], row["role"], row["label"], *_lists(row))
        for row in rows.to_dict("records")
    )


def _lists(row: Mapping[Hashable, Any]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    return tuple(row["group_ids"]), tuple(row["closed_rec_ids"])
