"""One indicator: its series, its comparators, its parts, its signals and where it comes from."""

import streamlit as st

from scrutiny import filters, pieces, session
from scrutiny.charts import authorities, control, events, facts, multiples, parts, series, tables

chosen = filters.current()
choices = session.indicators(chosen)
key = filters.one_indicator(choices["indicator"])
beside = filters.comparison(choices)
model, statistic = beside["model"], beside["statistic"]

one, breaks, of_parts, limits, rows, areas = session.ask_all(
    chosen,
    "indicators/one",
    "indicators/breaks",
    "indicators/parts",
    "indicators/limits",
    "indicators/compared",
    "indicators/areas",
    indicator=key,
    model=model,
)
fact = facts.read(one)

session.title(fact.name, chosen, facts.REAL)
st.markdown(tables.plain(fact.definition))
session.caption(fact.caption)
for remark in events.told(breaks, rows):
    st.info(tables.plain(remark))

if not rows.empty or of_parts.empty:
    st.header("Over time")
    session.chart(
        series.compared,
        series.describe(rows, fact.unit, fact.area, statistic),
        "series",
        rows,
        breaks,
        unit=fact.unit,
        area=fact.area,
        statistic=statistic,
    )
    session.caption(facts.compared(rows, fact.unit, statistic))
    if not rows.empty:
        session.twin(rows, series.columns(fact.unit, statistic), key, "Every period")
if not of_parts.empty:
    st.header("In parts")
    left, right = st.columns(2, gap="medium")
    with left:
        says = parts.describe(of_parts, fact.unit)
        session.chart(parts.bars, says, "parts", of_parts, unit=fact.unit)
    with right:
        says = multiples.describe(of_parts, fact.unit)
        session.chart(multiples.over_time, says, "panels", of_parts, unit=fact.unit)
        session.caption(multiples.CAPTION)
    session.twin(of_parts, parts.columns(fact.unit), f"{key}_parts", "Every part and period")
st.header("Is a change more than noise?")
said = control.describe(limits, fact.unit)
session.chart(control.drawn, said, "limits", limits, breaks, unit=fact.unit)
if limits.empty:
    st.markdown(tables.plain(facts.trend(rows)))
else:
    session.caption(control.caption(limits))
    session.twin(limits, control.columns(fact.unit), f"{key}_limits", "Every point with its limits")
if not areas.empty:
    st.header("Among all authorities")
    areas = pieces.funnelled(areas)
    says = authorities.describe(areas, fact.unit)
    session.chart(authorities.drawn, says, "areas", areas, unit=fact.unit)
    session.caption(authorities.caption(areas))
    session.twin(areas, authorities.columns(fact.unit), f"{key}_areas", "Every authority")
