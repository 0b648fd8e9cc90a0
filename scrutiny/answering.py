"""The form on a challenge: the answer of whoever was asked, the judgement of whoever asked."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from scrutiny import acts, drafts, forms, recording, session, subjects
from scrutiny.charts import cells, open_challenges, tables

if TYPE_CHECKING:
    import pandas as pd

    from scrutiny.acts import Act
    from scrutiny.filters import Chosen
    from scrutiny.journal import Journal
    from scrutiny.people import Person
    from scrutiny.warehouse import Warehouse


def choose(rows: pd.DataFrame) -> str | None:
    """Draws the choice of one challenge of a queue, kept in the URL; None when there is none."""
    return forms.chosen_key("Challenge", list(rows["challenge_id"]), "challenge")


def act(person: Person, challenge: str, chosen: Chosen) -> None:
    """Draws what this person may do with the challenge, and saves what they send."""
    about = session.ask("report/challenge", chosen, challenge=challenge)
    st.markdown(tables.plain(open_challenges.stands(about)))
    row = cells.records(about)[0]
    last = cells.records(session.ask("report/last_answer", challenge=challenge))[0]
    if not forms.is_open(last["last_known_on"].date(), chosen):
        return
    replies = acts.replies(person.gate, row)
    if what := forms.pick(replies, challenge, "What happens to the challenge"):
        _form(person, row, what, chosen, int(last["last_seq"]))


def _form(person: Person, row: cells.Row, act: Act, chosen: Chosen, last_seq: int) -> None:
    challenge = str(row["challenge_id"])
    is_answer = act.what == acts.ANSWERED
    by = str(row["to_group_id"] if is_answer else row["by_group_id"])

    def write(store: Warehouse, journal: Journal, key: str, seen: int, said: str) -> object:
        made = drafts.answer(forms.pen(person, by, key, chosen), act.what, challenge, said)
        return recording.record(
            store, journal, person, challenge, made, key, seen, subjects.challenge
        )

    forms.send(
        f"form_{person.person_id}_{challenge}_{act.what}",
        last_seq,
        act.verb,
        lambda key: (
            st.text_area("Answer", key=f"{key}_said")
            if is_answer
            else forms.reason("challenge", key, is_needed=True)
        ),
        write,
        lambda _: open_challenges.OVERTAKEN,
        "Save answer" if is_answer else "Save decision",
    )
