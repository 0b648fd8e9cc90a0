"""Education: how far assurance from schools, colleges and early-years settings has come."""

import streamlit as st

from scrutiny import filters, register_forms, session
from scrutiny.charts import education, events, narrowing, schools, series, tables

chosen = filters.current()
session.title("Education", chosen)
by = st.radio(
    "Show by", ["kind", "phase", "area"], key="settings_by", bind="query-params", horizontal=True
)

funnel, scope, waiting, published = session.ask_all(
    chosen,
    "education/funnel",
    "education/scope",
    "education/waiting",
    "education/schools_by_grade",
    by=by,
)
st.markdown(f"**{tables.plain(education.describe(funnel))}**")

left, right = st.columns(2, gap="medium")
with left:
    st.header("Of the first stage")
    said = education.says(funnel, "first_stage")
    session.chart(education.steps, said, "first_stage", funnel, scope="first_stage")
with right:
    st.header("Of all settings")
    said = education.says(funnel, "all_settings")
    session.chart(education.steps, said, "all_settings", funnel, scope="all_settings")
if not funnel.empty:
    st.caption(education.CAPTION)
    session.twin(funnel, education.columns(), "education_funnel", "Every step and group")

st.header("What was asked for, and what comes first")
session.listed(scope, narrowing.SCOPE, "education_scope", narrowing.narrowed(scope))

st.header("Settings that have not answered")
session.listed(waiting, narrowing.WAITING, "not_answered", narrowing.unanswered(waiting))

st.header("Published: schools by grade")
session.chart(schools.by_grade, schools.describe(published), "schools", published)
if not published.empty:
    st.caption(schools.SOURCE)
    session.twin(published, schools.COLUMNS, "schools_by_grade", "Every period and grade")

st.header("Published: early years")
years, breaks = session.ask_all(
    chosen, "indicators/compared", "indicators/breaks", indicator="early_years_good_pct"
)
area = session.settings()["place"]
session.chart(
    series.compared, series.describe(years, "%", area), "early", years, breaks, unit="%", area=area
)
if not years.empty:
    session.caption(events.key(breaks, years))
    st.caption(schools.EARLY)
    session.twin(years, series.columns("%"), "early_years", "Every year")

register_forms.enter("education", chosen)
