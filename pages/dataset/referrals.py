"""Referrals: who refers children, how that changed, and is it more than noise?"""

import streamlit as st

from scrutiny import filters, session
from scrutiny.charts import control, facts, series, sources, tables

chosen = filters.current()
session.title("Referrals", chosen, facts.REAL)

shares, fewer = session.ask_all(chosen, "referrals/by_source", "referrals/fewer")
months, monthly = session.ask_all(
    chosen, "indicators/limits", "indicators/breaks", indicator="referrals_monthly"
)
years, breaks = session.ask_all(
    chosen, "indicators/compared", "indicators/breaks", indicator="referrals"
)
area = session.settings()["place"]
st.info(tables.plain(sources.since(shares)))

left, right = st.columns(2, gap="medium")
with left:
    st.header("Who sends fewer than two years ago?")
    session.chart(sources.changes, sources.describe_changes(fewer), "fewer", fewer)
    st.caption(tables.plain(sources.NOISE))
with right:
    st.header("Share by source")
    session.chart(sources.shares, sources.describe_shares(shares), "shares", shares)

# below the columns, where their tables have room
if not fewer.empty:
    session.twin(fewer, sources.FEWER, "referrals_two_years", "Change over two years by source")
    session.twin(shares, sources.SHARES, "referrals_by_source", "Every year and source")

st.header("Totals by year")
said = series.describe(years, "count", area)
session.chart(series.compared, said, "years", years, breaks, unit="count", area=area)
session.twin(years, series.columns("count"), "referrals_by_year", "Every year")

st.header("By month")
session.chart(
    control.drawn, control.describe(months, "count"), "months", months, monthly, unit="count"
)
if not months.empty:
    st.caption(tables.plain(control.caption(months)))
    session.twin(
        months, control.columns("count"), "referrals_by_month", "Every month with its limits"
    )
