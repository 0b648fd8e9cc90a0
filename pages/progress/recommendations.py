"""Recommendations: every one, with its sub-points, and how the work behind them moved."""

import streamlit as st

from scrutiny import filters, pieces, session
from scrutiny.charts import briefing, burn_up, progress, recommendations, tables

chosen = filters.current()
over_time, held, burn, ahead, rows = session.ask_all(
    chosen,
    "recommendations/progress_over_time",
    "board/meetings",
    "recommendations/burn_up",
    "recommendations/forecast",
    "recommendations/list",
)

session.title("Recommendations", chosen)

left, right = st.columns(2, gap="medium")
with left:
    st.header("Ratings over time")
    measure = st.radio(
        "Count", ["actions", "recommendations"], key="count", bind="query-params", horizontal=True
    )
    session.chart(
        progress.by_rating,
        progress.describe(over_time, measure),
        "ratings_over_time",
        over_time,
        measure=measure,
        meetings=held,
    )
with right:
    st.header("Actions against the plan")
    session.chart(burn_up.burn_up, burn_up.describe_burn_up(burn, ahead), "burn_up", burn, ahead)
session.twin(
    pieces.by_day(over_time, measure),
    progress.BY_DAY,
    "ratings_over_time",
    f"How many {measure} had each rating, by day, newest first",
    behind=over_time,
)
session.twin(
    burn,
    {
        "Day": tables.day("day"),
        "Agreed": tables.number("agreed"),
        "Planned by first promise": tables.number("planned"),
        "Complete": tables.number("complete"),
        "Signed off": tables.number("signed_off"),
    },
    "burn_up",
    "Cumulative counts of actions by day",
)

st.header("Every recommendation")
session.listed(
    rows, recommendations.columns(chosen.as_at), "recommendations", briefing.listed(rows)
)
