"""Add or correct: what the officer adds to the plan, and entries put right by new ones."""

import streamlit as st

from scrutiny import access, correct_forms, filters, register_forms, session
from scrutiny.charts import entries

chosen = filters.current()
session.title("Add or correct", chosen)
if access.current().role != "officer":
    st.info(entries.NOT_HERE)
    st.stop()

register_forms.enter("enter", chosen, head="Add")
st.header("Correct or take back an entry")
correct_forms.correct(chosen)
