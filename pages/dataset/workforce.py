"""Workforce: social workers' posts filled and vacant, and the rates beside those of others."""

import streamlit as st

from scrutiny import filters, session
from scrutiny.charts import facts, posts, scorecard, tables

chosen = filters.current()
session.title("Workforce", chosen, facts.REAL)
beside = filters.comparison(session.indicators(chosen))

rows, card = session.ask_all(
    chosen, "workforce/posts", "indicators/scorecard", model=beside["model"], themes=["workforce"]
)

st.info(tables.plain(posts.since(rows, session.settings()["place"])))
st.header("Posts filled and vacant")
session.chart(posts.stacked, posts.describe(rows), "posts", rows)
if not rows.empty:
    session.twin(
        rows,
        posts.columns(beside["statistic"], beside["model"]),
        "workforce_posts",
        "Every 30 September",
    )

st.header("Rates, beside those of others")
session.caption(scorecard.caption(card, beside["statistic"]))
session.listed(
    card,
    scorecard.columns(beside["statistic"], beside["model"], chosen.as_at),
    "workforce_rates",
    scorecard.describe(card),
)
