"""Report: what waits for whom, and the form to report, decide or sign off."""

import streamlit as st

from scrutiny import access, filters, forms, session
from scrutiny.charts import queue

chosen = filters.current()
person = access.current()
forms.saved()
session.title("Report", chosen)

gate = forms.gate(person)
if gate is None:
    st.info(queue.NOTHING_HERE)
    st.stop()
if person.role == "chair" and not person.group_ids:
    st.info("No sub-group is set for you in people.csv, so there is nothing for you to report.")
    st.stop()

rows = session.ask("report/queue", chosen, gate=gate, owners=list(person.group_ids))
session.listed(rows, queue.COLUMNS, "queue", queue.describe(rows, gate))
action = forms.choose(rows)
if action is not None:
    st.header("One action")
    forms.act(person, action, chosen)
