"""The form on a recommendation as a whole: moves, and a narrower scope proposed or decided."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from scrutiny import drafts, forms, recording, session, subjects, whole_acts
from scrutiny.charts import cells, tables, wholes

if TYPE_CHECKING:
    import pandas as pd

    from scrutiny.acts import Act
    from scrutiny.filters import Chosen
    from scrutiny.journal import Journal
    from scrutiny.people import Person
    from scrutiny.warehouse import Warehouse


def choose(rows: pd.DataFrame, led: pd.DataFrame) -> str | None:
    """Draws the choice of one recommendation, kept in the URL; None when there is none.

    ``rows`` is a queue, whose recommendations come first; ``led`` holds others to choose from.
    """
    keys = list(dict.fromkeys([*rows["rec_id"], *led["rec_id"]]))
    return forms.chosen_key("Recommendation", keys, "whole")


def act(person: Person, rec: str, chosen: Chosen) -> None:
    """Draws what this person may do with the recommendation, and saves what they send."""
    about = session.ask("report/whole", chosen, rec=rec)
    st.markdown(tables.plain(wholes.stands(about)))
    row = {
        name: None if cells.missing(value) else value
        for name, value in cells.records(about)[0].items()
    }
    last = cells.records(session.ask("report/last_whole", rec=rec))[0]
    if not forms.is_open(last["last_known_on"].date(), chosen):
        return
    moves = cells.records(session.ask("report/moves", delivery=row["delivery"]))
    together = session.ask("report/opened_together", chosen, rec=rec)
    row["opens"] = list(together["rec_id"])
    offered = whole_acts.offered(person.gate, row, moves, is_closed=bool(row["opens"]))
    if what := forms.pick(offered, rec, "What happens to the recommendation"):
        if what.what == whole_acts.OPEN and (also := wholes.opened_too(together, rec)):
            st.markdown(tables.plain(also))
        _form(person, row, what, chosen, int(last["last_seq"]))


def _form(person: Person, row: cells.Row, act: Act, chosen: Chosen, last_seq: int) -> None:
    rec = str(row["rec_id"])

    def write(
        store: Warehouse, journal: Journal, key: str, seen: int, given: dict[str, object]
    ) -> object:
        made = drafts.whole(forms.pen(person, _by(person, row), key, chosen), act.what, row, given)
        return recording.record(
            store, journal, person, rec, made, key, seen, subjects.recommendation
        )

    forms.send(
        f"form_{person.person_id}_{rec}_{act.what}",
        last_seq,
        act.verb,
        lambda key: _fields(key, act, chosen),
        write,
        lambda _: wholes.OVERTAKEN,
        "Save for the recommendation",
    )


def _by(person: Person, row: cells.Row) -> str:
    if person.gate != "sub_group":
        return forms.body(person.gate)
    leads: list[str] = [row["lead_group_id"], *row["support_group_ids"]]
    # an officer enters for the body that leads; a chair for the own one of those that share it
    return next((group for group in leads if group in person.group_ids), leads[0])


def _fields(key: str, act: Act, chosen: Chosen) -> dict[str, object]:
    given: dict[str, object] = {}
    if act.what == whole_acts.NARROW:
        kinds = list(session.ask("report/setting_kinds")["setting_kind"])
        given["setting_kind"] = st.selectbox("Kind of setting", kinds, key=f"{key}_kind")
        given["asked"] = st.text_input("What was asked, such as every school", key=f"{key}_asked")
        given["first_stage"] = st.text_input("What is done first", key=f"{key}_first")
        given["first_stage_percent"] = st.number_input(
            "Share of the whole, in percent (optional)", 0.0, 100.0, None, key=f"{key}_share"
        )
    if act.evidence:
        given["evidence"] = st.text_input(
            "Evidence: a document's name or address", key=f"{key}_evidence"
        )
    given["why"] = forms.reason("recommendation", key, is_needed=act.why)
    if act.meeting or act.may_meet:
        given["meeting_id"] = forms.meeting(key, chosen, act.meeting)
    return given
