"""Audits: the programme against its plan, grades, findings and what came of them, section 11."""

import streamlit as st

from scrutiny import filters, register_forms, session
from scrutiny.charts import audits, findings, grades, self_assessment, tables

chosen = filters.current()
session.title("Audits", chosen)
years = session.ask("audits/programmes", chosen)
if years.empty:
    st.info(audits.NONE)
    register_forms.enter("audits", chosen)
    st.stop()
year = st.radio(
    "Programme",
    ["all", *years["programme"]],
    key="programme",
    bind="query-params",
    horizontal=True,
)

counts, plan, themes, found, sides, scores = session.ask_all(
    chosen,
    "audits/evidence",
    "audits/programme",
    "audits/findings_by_theme",
    "audits/findings",
    "audits/domains",
    "audits/self_assessments",
    programme=year,
)
st.markdown(f"**{tables.plain(findings.evidence(counts))}**")

st.header("The programme against its plan")
session.chart(audits.programme, audits.describe(plan), "audit_programme", plan, as_at=chosen.as_at)
session.twin(plan, audits.COLUMNS, "audits", "Every audit of the programme")

st.header("From finding to re-audit")
session.chart(findings.by_theme, findings.describe(themes), "themes", themes)
if not themes.empty:
    session.twin(themes, findings.THEMES, "findings_by_theme", "Findings by theme and state")
    session.listed(found, findings.columns(chosen.as_at), "findings", findings.looped(found))

st.header("Grades over time")
by = st.radio(
    "Show grades by", ["theme", "agency"], key="grades_by", bind="query-params", horizontal=True
)
graded = session.ask("audits/grades", chosen, by=by)
session.chart(grades.over_time, grades.describe(graded), "grades", graded)
if not graded.empty:
    st.caption(grades.CAPTION)
    session.twin(graded, grades.columns(by), "audit_grades", "Cases by grade, audit by audit")
    st.markdown(tables.plain(grades.sides(sides)))
    session.twin(sides, grades.DOMAINS, "audit_domains", grades.sides(sides))

st.header("Section 11 self-assessments")
together = st.radio(
    "Put together by",
    ["agency", "standard"],
    key="scores_by",
    bind="query-params",
    horizontal=True,
)
session.chart(self_assessment.gaps, self_assessment.describe(scores), "scores", scores, by=together)
if not scores.empty:
    st.caption(self_assessment.SCALE)
    session.twin(scores, self_assessment.COLUMNS, "self_assessments", "Every agency and standard")

register_forms.enter("audits", chosen)
