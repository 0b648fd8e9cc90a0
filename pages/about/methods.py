"""Methods: how each rating and count is worked out."""

import streamlit as st

from scrutiny import filters, session
from scrutiny.charts import about

chosen = filters.current()
session.title("Methods", chosen)
st.markdown(session.methods())

st.header("Thresholds")
rules = session.ask("about/rules")
session.listed(rules, about.RULES, "rules", about.in_force(rules))

st.header("Bands of risk")
bands = session.ask("about/risk_rules")
session.listed(bands, about.RISK_RULES, "risk_rules", about.in_force(bands))

st.header("Words")
words = session.ask("about/vocabulary")
session.listed(words, about.VOCABULARY, "vocabulary", about.defined(words))

st.header("Moves")
moves = session.ask("about/moves")
session.listed(moves, about.MOVES, "moves", about.allowed(moves))
