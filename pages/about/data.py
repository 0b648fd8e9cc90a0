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
names = sorted(set(session.ask("about/dictionary")["table_name"]))
table = st.selectbox("Table", names, key="table", bind="query-params")
words = session.ask("about/dictionary", tables=[table])
session.listed(words, about.DICTIONARY, f"dictionary_{table}", about.meaning(words))
