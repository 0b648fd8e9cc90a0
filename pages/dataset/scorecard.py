"""Scorecard: every indicator, beside the year before and those it is compared with."""

import streamlit as st

from scrutiny import filters, pieces, session
from scrutiny.charts import facts, scorecard, tables

chosen = filters.current()
session.title("Scorecard", chosen, facts.REAL)
choices = session.indicators(chosen)
kept = filters.dataset(choices)
beside = filters.comparison(choices)
by = st.radio("Group by", ["theme", "agency"], key="grouped", bind="query-params", horizontal=True)

rows, paths = session.ask_all(
    chosen, "indicators/scorecard", "indicators/paths", model=beside["model"], **kept
)
st.markdown(f"**{tables.plain(scorecard.describe(rows))}**")
session.caption(scorecard.caption(rows, beside["statistic"]))

for key, part in pieces.split(rows, by).items():
    name = scorecard.group(key)
    st.header(name)
    says = scorecard.describe(part)
    lines = pieces.lines(paths, part)
    left, right = st.columns([3, 7], gap="medium")
    with left:
        session.chart(scorecard.paths, says, f"paths_{key}", lines)
    with right:
        session.table(
            part,
            scorecard.columns(beside["statistic"], beside["model"], chosen.as_at),
            f"scorecard_{key}",
            says,
        )
    if not lines.empty:
        session.caption(scorecard.legend(lines))
        says, of = f"Every figure of the lines of {name}", f"lines of {name}"
        session.twin(part, scorecard.spelled(lines), f"lines_{key}", says, of, lines)
