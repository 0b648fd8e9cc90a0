"""The risk register: where each risk stands against appetite, and what moved."""

import streamlit as st

from scrutiny import filters, session
from scrutiny.charts import risks, tables

chosen = filters.current()
rows = session.ask("risks/list", chosen)

session.title("Risk register", chosen)
st.markdown(f"**{tables.plain(risks.describe(rows))}**")

st.header("Every risk")
session.listed(rows, risks.columns(chosen.as_at), "risks", tables.counted(rows, "risk"))
