"""The risk register: where each risk stands against appetite, what moved and what is owed."""

import streamlit as st

from scrutiny import filters, register_forms, session
from scrutiny.charts import risk_history, risk_matrix, risks, tables

chosen = filters.current()
session.title("Risk register", chosen)
since = filters.moved_since(session.ask("board/meetings", chosen), chosen.as_at)

rows, matrix, warnings, history = session.ask_all(
    chosen, "risks/list", "risks/matrix", "risks/warnings", "risks/history", since=since
)
st.markdown(f"**{tables.plain(risks.describe(rows))}**")
if rows.empty:
    register_forms.enter("register", chosen)
    st.stop()

left, right = st.columns(2, gap="medium")
with left:
    st.header("Likelihood and impact")
    session.chart(risk_matrix.drawn, risk_matrix.describe(matrix), "risk_matrix", matrix)
with right:
    st.header("What asks for attention")
    session.listed(warnings, risks.warnings(chosen.as_at), "risk_warnings", risks.warned(warnings))
session.twin(rows, risk_matrix.COLUMNS, "risk_matrix", "Every risk by likelihood and impact")

st.header("Every risk, furthest above appetite first")
session.listed(rows, risks.columns(chosen.as_at), "risks", tables.counted(rows, "risk"))

st.header("How scores moved")
session.chart(
    risk_history.steps,
    risk_history.describe(history),
    "risk_history",
    history,
    as_at=chosen.as_at,
)
if not history.empty:
    session.twin(history, risk_history.COLUMNS, "risk_history", "Every score and its reason")

register_forms.enter("register", chosen)
