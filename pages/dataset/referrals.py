"""Referrals: who refers children, how that changed, and is it more than noise?"""

import streamlit as st

from scrutiny import filters, session
from scrutiny.charts import control, events, facts, multiples, series, sources, tables

chosen = filters.current()
session.title("Referrals", chosen, facts.REAL)

shares, fewer = session.ask_all(chosen, "referrals/by_source", "referrals/fewer")
split = session.ask("referrals/fewer", chosen, years=1)
of_parts = session.ask("indicators/parts", chosen, indicator="referrals_by_source_pct")
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
with right:
    st.header("And than one year ago?")
    session.chart(sources.changes, sources.describe_changes(split, 1), "split", split)
    st.markdown(tables.plain(sources.split(split)))

# below the columns, where their tables have room
if not fewer.empty:
    session.caption(sources.NOISE)
    session.twin(fewer, sources.columns(2), "referrals_two_years", "Change by source", "two years")
    session.twin(split, sources.columns(1), "referrals_one_year", "Change by source", "one year")

left, right = st.columns(2, gap="medium")
with left:
    st.header("Share by source over time")
    says = multiples.describe(of_parts, "%")
    session.chart(multiples.over_time, says, "shares", of_parts, unit="%")
    session.caption(multiples.CAPTION)
with right:
    st.header("Totals by year")
    said = series.describe(years, "count", area)
    session.chart(series.compared, said, "years", years, breaks, unit="count", area=area)
    session.caption(events.key(breaks, years))
    st.header("By month")
    said = control.describe(months, "count")
    session.chart(control.drawn, said, "months", months, monthly, unit="count")
    if not months.empty:
        session.caption(events.key(monthly, months))
        session.caption(control.caption(months))

if not shares.empty:
    session.twin(shares, sources.SHARES, "referrals_by_source", "Every year and source", "shares")
session.twin(years, series.columns("count"), "referrals_by_year", "Every year", "totals")
if not months.empty:
    says = "Every month with its limits"
    session.twin(months, control.columns("count"), "referrals_by_month", says, "months")
