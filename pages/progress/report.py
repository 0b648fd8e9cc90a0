"""Report: what waits for whom, and the form to report, decide or sign off."""

import streamlit as st

from scrutiny import access, answering, filters, forms, session, whole_forms
from scrutiny.charts import open_challenges, queue, wholes

chosen = filters.current()
person = access.current()
forms.saved()
session.title("Report", chosen)

gate = person.gate
if gate is None:
    st.info(queue.NOTHING_HERE)
    st.stop()
if person.role == "chair" and not person.group_ids:
    st.info("No sub-group is set for you in people.csv, so there is nothing for you to report.")
    st.stop()

rows = session.ask("report/queue", chosen, gate=gate, owners=list(person.group_ids))
session.listed(rows, queue.COLUMNS, "queue", queue.describe(rows, gate))
# the Business Group may challenge any action, and the Board may reopen, close or replace any
every = None if gate == "sub_group" else session.ask("actions/list", chosen)
action = forms.choose(rows, every)
if action is not None:
    st.header("One action")
    forms.act(person, action, chosen)

st.header("Challenges")
rows = session.ask("report/challenges", chosen, gate=gate, owners=list(person.group_ids))
session.listed(rows, open_challenges.COLUMNS, "challenges", open_challenges.describe(rows))
challenge = answering.choose(rows)
if challenge is not None:
    st.header("One challenge")
    answering.act(person, challenge, chosen)

st.header("Whole recommendations")
owners = list(person.group_ids)
rows = session.ask("report/wholes", chosen, gate=gate, owners=owners)
session.listed(rows, wholes.COLUMNS, "wholes", wholes.describe(rows, gate))
rec = whole_forms.choose(rows, session.ask("report/led", chosen, owners=owners))
if rec is not None:
    st.header("One recommendation")
    whole_forms.act(person, rec, chosen)
