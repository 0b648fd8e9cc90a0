"""The form that corrects an entry by a new one, or takes it back; for the officer."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

import streamlit as st

from scrutiny import (
    access,
    correcting,
    desk,
    drafts,
    fields,
    forms,
    register_drafts,
    register_forms,
    register_recording,
    register_widgets,
    session,
)
from scrutiny.charts import entries, tables
from scrutiny.contract import Contract

if TYPE_CHECKING:
    from scrutiny.filters import Chosen
    from scrutiny.journal import Entry
    from scrutiny.people import Person

_CORRECT, _TAKE_BACK = "Correct it", "Take it back"
Was = dict[str, Any]


def correct(chosen: Chosen) -> None:
    """Draws the choice of an entry by its number, and the form that puts it right."""
    person = access.current()
    number = st.text_input(
        "Number of the entry",
        key="entry",
        bind="query-params",
        help="The story of a recommendation or a risk gives the number of each entry.",
    )
    if not number.strip():
        _find(chosen)
        return
    store = desk.current().warehouse
    is_number = number.strip().isdecimal() and len(number.strip()) < 10
    was = register_recording.corrected(store, person, int(number)) if is_number else None
    if was is None or was["known_on"].date() > chosen.as_at:
        st.info(entries.NONE)
        return
    st.markdown(tables.plain(entries.describe(was, fields.label)))
    if was["is_void"]:
        st.info(entries.VOID)
        return
    if was["hanging"]:
        st.info(entries.HANGING)
        return
    if not forms.is_open(chosen.as_at, chosen):
        return
    act = st.radio("What to do", [_CORRECT, _TAKE_BACK], key=f"do_{number}", horizontal=True)
    (_again if act == _CORRECT else _back)(person, was, chosen)


def _find(chosen: Chosen) -> None:
    """Lists the latest entries, of one kind if wanted, each with the link that puts it right."""
    kinds = [kind for kind in Contract.read().kinds if kind != "retraction"]
    kind = st.selectbox(
        "Or look for it among the latest",
        ["any", *sorted(kinds, key=entries.kind)],
        format_func=_kind,
        key="latest",
    )
    rows = session.ask("entries/latest", chosen, kind=kind)
    session.listed(rows, entries.columns(chosen.as_at), "latest_entries", entries.latest(rows))


def _kind(name: str) -> str:
    return "Of every kind" if name == "any" else entries.kind(name)


def _again(person: Person, was: Was, chosen: Chosen) -> None:
    """The form of its kind, filled with what the entry says."""
    kind, body = str(was["kind"]), was["body"]
    fixed = correcting.kept(kind)
    asked = fields.fields(kind, without=fixed, needs=("why",))
    table = Contract.read().table(kind)
    given = {name: body.get(name) for name in table.by_name}
    said = {column.name: body.get(column.name) for column in table.body if column.name in fixed}
    ask = partial(register_widgets.answers, asked, chosen=chosen, about=("", ""), given=given)

    def make(pen: drafts.Pen, typed: dict[str, object]) -> Entry:
        by: dict[str, object] = {"by_role": was["by_role"]}
        by_pen = drafts.Pen(person, str(was["by_group_id"]), pen.day, pen.key, pen.is_fixed)
        whole = said | typed | by
        return register_drafts.correction(by_pen, kind, whole, int(was["seq"]), str(was["key"]))

    slot = f"form_{person.person_id}_correct_{was['seq']}"
    register_forms.send(person, slot, int(was["seq"]), "The correction", ask, make, chosen)


def _back(person: Person, was: Was, chosen: Chosen) -> None:
    store = desk.current().warehouse
    if others := register_recording.opened_with(store, person, int(was["seq"])):
        st.markdown(tables.plain(entries.also([rec_id for _, rec_id in others])))

    def ask(key: str) -> dict[str, object]:
        return {"why": st.text_area("What was wrong with it", key=f"{key}_why")}

    def make(pen: drafts.Pen, typed: dict[str, object]) -> Entry:
        by_pen = drafts.Pen(person, str(was["by_group_id"]), pen.day, pen.key, pen.is_fixed)
        return register_drafts.retraction(by_pen, int(was["seq"]), str(typed["why"]))

    slot = f"form_{person.person_id}_back_{was['seq']}"
    register_forms.send(person, slot, int(was["seq"]), "The entry is taken back", ask, make, chosen)
