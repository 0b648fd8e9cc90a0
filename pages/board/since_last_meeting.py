"""Since last meeting: what changed between two meetings, line by line, and in one sentence."""

import streamlit as st

from scrutiny import filters, meetings, session
from scrutiny.charts import changes, slope, tables

chosen = filters.current()
session.title("Since last meeting", chosen)
between = meetings.choose(
    session.ask("filters/meetings_held", chosen), chosen.as_at, session.known_from().values()
)
days = {"since": between.since, "as_at": between.until}
every, ratings = session.ask_all(
    chosen, "board/changes", "board/then_and_now", **days, **meetings.WHOLE
)

st.markdown(f"**{tables.plain(changes.said(every, between.since, between.until, chosen.as_at))}**")
session.chart(
    slope.then_and_now,
    slope.describe(ratings, between.since, between.until),
    "then_and_now",
    ratings,
    since=between.since,
    until=between.until,
)
if not ratings.empty:
    session.twin(ratings, slope.COLUMNS, "then_and_now", "Actions by rating, then and now")

st.header("What changed")
kept = meetings.narrow(changes.themes(every))
rows = session.ask("board/changes", chosen, **days, **kept)
session.listed(rows, changes.columns(chosen.as_at), "changes", changes.counted(rows, every))
session.caption(changes.RULE)
session.caption(changes.VINTAGE)
