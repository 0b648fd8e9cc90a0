"""Neglect: the strategy, its measures by agency, and what changed after the launch."""

from itertools import cycle

import streamlit as st

from scrutiny import filters, pieces, register_forms, session
from scrutiny.charts import control, events, facts, measures, neglect, series, tables

chosen = filters.current()
session.title("Neglect", chosen)

stages, launch, rows, run, published, since, totals, audits = session.ask_all(
    chosen,
    "neglect/stages",
    "neglect/launch",
    "neglect/measures",
    "neglect/over_time",
    "neglect/published",
    "neglect/since_launch",
    "neglect/totals",
    "neglect/audit_grades",
)
area = session.settings()["place"]

session.listed(stages, neglect.STAGES, "neglect_stages", neglect.launched(stages))

st.header("What changed after the launch?")
session.listed(since, neglect.SINCE, "neglect_since_launch", neglect.changed(since))
session.caption(neglect.CAUTION)

st.header("Measures, by agency")
if rows.empty:
    st.markdown(tables.plain(measures.NONE))
else:
    session.caption(f"{measures.ILLUSTRATIVE} {measures.SMALL}")
places = cycle(st.columns(2, gap="medium"))
for (key, part), place in zip(pieces.split(rows, "measure_id").items(), places, strict=False):
    with place:
        st.subheader(tables.plain(part["name"].iloc[0]))
        session.chart(measures.against_targets, measures.describe(part), key, part)
# below the columns, where the table has room
if not rows.empty:
    session.twin(rows, measures.EVERY, "neglect_measures", "Every measure and agency")

st.header("Audit grades on neglect")
session.listed(audits, neglect.AUDITS, "neglect_audits", neglect.audited(audits))

st.header("Before and since the launch")
session.chart(measures.paths, measures.ran(run), "neglect_run", run, launch)
if not run.empty:
    session.twin(run, measures.RUN, "neglect_over_time", "Every figure")
for name, part in pieces.split(pieces.judged(totals), "name").items():
    st.subheader(tables.plain(name))
    session.chart(control.drawn, control.describe(part, ""), f"limits_{name}", part)

st.header("Published figures on neglect")
for key, part in pieces.split(published, "indicator_id").items():
    st.subheader(tables.plain(neglect.title(part)))
    said = series.describe(part, "%", area)
    session.chart(series.compared, said, f"published_{key}", part, launch, unit="%", area=area)
    session.caption(events.key(launch, part))
    st.markdown(tables.plain(facts.trend(part)))
    session.twin(part, neglect.PUBLISHED, f"neglect_{key}", "Every period")
if published.empty:
    st.markdown(tables.plain(neglect.UNPUBLISHED))

register_forms.enter("neglect", chosen)
