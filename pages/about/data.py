"""Data: what the dashboard rests on, what is real, and what each column means."""

import streamlit as st

from scrutiny import filters, session
from scrutiny.charts import about, tables

chosen = filters.current()

session.title("Data", chosen)
st.info(tables.plain(session.notice()))

st.header("What is real and what is illustrative")
rows = session.ask("about/provenance", chosen)
session.listed(rows, about.PROVENANCE, "provenance", about.mixed(rows))

st.header("Register of data files")
files = session.ask("about/register")
session.listed(files, about.REGISTER, "register", about.registered(files))

st.header("Data dictionary")
words = session.ask("about/dictionary")
table = st.selectbox("Table", sorted(set(words["table_name"])), key="table", bind="query-params")
chosen_table = words[words["table_name"] == table]
session.listed(chosen_table, about.DICTIONARY, f"dictionary_{table}", about.meaning(chosen_table))
