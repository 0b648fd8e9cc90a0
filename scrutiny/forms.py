"""The forms: what one may do with an action, what each act needs, and saving it once."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar
from uuid import uuid4

import streamlit as st

from scrutiny import access, acts, desk, drafts, recording, session
from scrutiny.charts import brag, cells, queue, tables

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    import pandas as pd

    from scrutiny.acts import Act
    from scrutiny.filters import Chosen
    from scrutiny.journal import Journal
    from scrutiny.people import Person
    from scrutiny.warehouse import Warehouse

_SAVED = "_saved"
Given = TypeVar("Given")
"""What stands in a form."""


def saved() -> None:
    """Tells, once, that what was typed before this run is in the journal."""
    if said := st.session_state.pop(_SAVED, None):
        st.toast(said)


def choose(rows: pd.DataFrame, more: pd.DataFrame | None = None) -> str | None:
    """Draws the choice of one action, kept in the URL; None when there is none.

    ``rows`` is a queue, whose actions come first; ``more`` holds others that may be chosen.
    """
    keys = list(
        dict.fromkeys([*rows["action_id"], *(more["action_id"] if more is not None else ())])
    )
    return chosen_key("Action", keys, "action")


def chosen_key(label: str, keys: list[str], name: str) -> str | None:
    """Draws the choice of one of these keys, kept in the URL under ``name``; None without any."""
    asked = st.query_params.get(name)
    if asked and asked not in keys:
        instead = "; another is shown instead" if keys else ""
        st.info(tables.plain(f"{asked} does not wait for you on this day{instead}."))
    # the key itself is the choice, so that the link reads ?action=ACT-6-4
    return st.selectbox(label, keys, key=name, bind="query-params") if keys else None


def act(person: Person, action: str, chosen: Chosen) -> None:
    """Draws what this person may do with the action, and saves what they send."""
    about = session.ask("report/subject", chosen, action=action)
    row = about.iloc[0]
    st.markdown(tables.plain(queue.stands(about)))
    last = session.ask("report/last", action=action).iloc[0]
    if not is_open(last["last_known_on"].date(), chosen):
        return
    moves = session.ask("report/moves", delivery=row["delivery"])
    offered = acts.offered(person.gate, cells.records(about)[0], cells.records(moves))
    if what := pick(offered, action):
        _form(person, row, what, chosen)


def is_open(last_known_on: date, chosen: Chosen) -> bool:
    """Can entries be made on the as-at day? Where they cannot, it says why.

    ``last_known_on`` is the day on which the last entry about the same thing became known.
    """
    if last_known_on > chosen.as_at:
        st.info("The journal already holds later entries on it. Move the as-at day past them.")
        return False
    if "default_as_at" not in session.settings() and chosen.as_at != session.default_day():
        st.info("Entries are made as at today. Move the as-at day to today to make one.")
        return False
    return True


def pick(offered: dict[str, Act], about: str, label: str = "What happens") -> Act | None:
    """Draws the choice of an act, with what it needs; None where there is nothing to choose.

    ``label`` is the question, which no other choice on the page has.
    """
    if not offered:
        st.info("Nothing can be done with it at this gate.")
        return None
    verbs = {what: one.verb for what, one in offered.items()}
    what = st.radio(label, list(verbs), format_func=verbs.get, key=f"act_{about}")
    st.caption(tables.plain(offered[what].says))
    return offered[what]


def pen(person: Person, by: str, key: str, chosen: Chosen) -> drafts.Pen:
    """Who writes a form: ``by`` is the body for which they do."""
    return drafts.Pen(person, by, chosen.as_at, key, "default_as_at" in session.settings())


def body(kind: str | None) -> str:
    """The Board or the Business Group, whose kind is given, by its key."""
    return str(session.ask("report/body", kind=kind)["group_id"].iloc[0])


def send(
    slot: str,
    last_seq: int,
    verb: str,
    draw: Callable[[str], Given],
    write: Callable[[Warehouse, Journal, str, int, Given], object],
    newer: Callable[[int], str],
    button: str = "Save",
) -> None:
    """Draws one form, and writes once what is sent, or says what is wrong and keeps what was typed.

    ``slot`` names the form and ``last_seq`` is the number of the last entry that it shows: that and
    the form's key stay until it is saved. ``draw`` draws its fields under the key and gives what
    stands in them; ``write`` appends that under the key, and ``newer`` says what was entered since
    the last entry shown, where somebody was quicker.
    """
    key, seen = st.session_state.setdefault(slot, (uuid4().hex, last_seq))
    with st.form(key):
        given = draw(key)
        sent = st.form_submit_button(button, type="primary")
    if not sent:
        return
    try:
        write(desk.current().warehouse, desk.journal(), key, seen, given)
    except recording.Refused as refused:
        for reason in refused.reasons:
            st.error(tables.plain(reason))
    except recording.Overtaken as overtaken:
        st.session_state[slot] = (key, overtaken.seen)
        st.warning(tables.plain(newer(seen)))
    else:
        del st.session_state[slot]
        st.session_state[_SAVED] = f"Saved: {verb}."
        st.rerun()


def _form(person: Person, row: pd.Series[Any], act: Act, chosen: Chosen) -> None:
    action = str(row["action_id"])
    last = session.ask("report/last", action=action)
    about = {str(name): value for name, value in row.items()}

    def write(
        store: Warehouse, journal: Journal, key: str, seen: int, given: dict[str, object]
    ) -> object:
        by = str(row["lead_group_id"]) if person.gate == "sub_group" else body(person.gate)
        made = drafts.entries(pen(person, by, key, chosen), act.what, about, given)
        return recording.record(store, journal, person, action, made, key, seen)

    send(
        f"form_{person.person_id}_{action}_{act.what}",
        int(last["last_seq"].iloc[0]),
        act.verb,
        lambda key: _fields(key, act, chosen, action),
        write,
        lambda seen: queue.overtaken(session.ask("report/newer", action=action, seen=seen)),
    )


def _fields(key: str, act: Act, chosen: Chosen, action: str) -> dict[str, object]:
    given: dict[str, object] = {}
    if act.what == acts.SUPERSEDE:
        given["replaced_by_id"] = _successor(key, chosen, action)
    if act.what == acts.REPORT:
        given["done"] = st.text_area("What was done", key=f"{key}_done")
        given["percent"] = st.number_input(
            "Percent done", 0, 100, None, step=5, key=f"{key}_percent"
        )
        given["obstacles"] = st.text_area("What is in the way (optional)", key=f"{key}_obstacles")
        given["forecast_on"] = _day("Day you now expect to finish (optional)", key)
        given["own_rating"] = st.selectbox(
            "Your own rating (optional)",
            ["green", "amber", "red", "grey"],
            None,
            format_func=brag.word,
            key=f"{key}_rating",
        )
    if act.what == acts.ASK:
        given["due_on"] = _day("Date asked for", key)
    if act.what == acts.CHALLENGE:
        given["question"] = st.text_area("Question", key=f"{key}_question")
        given["answer_by"] = _day("Answer by (optional)", key)
    if act.what == acts.REPORT or act.evidence:
        label = "Evidence: a document's name or address"
        given["evidence"] = st.text_input(
            label if act.evidence else f"{label} (optional)", key=f"{key}_evidence"
        )
    if act.what not in (acts.REPORT, acts.CHALLENGE):
        given["why"] = reason("action", key, is_needed=act.why)
    if act.meeting or act.may_meet:
        given["meeting_id"] = meeting(key, chosen, act.meeting)
    return given


def reason(about: str, key: str, *, is_needed: bool) -> str:
    """Draws the field for a reason, under words that no other form of the page has."""
    label = f"Reason given on the {about}"
    return st.text_area(label if is_needed else f"{label} (optional)", key=f"{key}_why")


def _day(label: str, key: str) -> object:
    return st.date_input(label, None, key=f"{key}_day", format="DD/MM/YYYY")


def _successor(key: str, chosen: Chosen, action: str) -> object:
    others = session.ask("report/successors", chosen, action=action)
    titles = dict(zip(others["action_id"], others["title"], strict=True))
    if not titles:
        st.info("Its recommendation has no other action that goes on. The officer adds it first.")
    return st.selectbox(
        "Action that takes its place",
        list(titles),
        None,
        format_func=lambda other: f"{other}: {titles.get(other, '')}",
        placeholder="Choose an action",
        key=f"{key}_successor",
    )


def meeting(key: str, chosen: Chosen, must: bool) -> object:
    """Draws the choice of a meeting of the body that decides, held by the as-at day."""
    kind = access.current().gate
    held = session.ask("report/meetings", chosen, kind=kind)
    titles = dict(zip(held["meeting_id"], held["title"], strict=True))
    return st.selectbox(
        "Meeting that decided it" if must else "Meeting that decided it (optional)",
        list(titles),
        0 if must else None,
        format_func=lambda meeting: titles.get(meeting, meeting),
        placeholder="Between meetings",
        key=f"{key}_meeting",
    )
