"""One risk: what it is, how it stands, what holds it down, what bears on it and its story."""

import streamlit as st

from scrutiny import filters, pieces, register_forms, session
from scrutiny.charts import risk, risk_history, risk_links, risks, story, tables

chosen = filters.current()
key = filters.one_risk(session.ask("risks/options", chosen), session.ask("risks/known_from"))
if key is None:
    session.title("Risk", chosen)
    st.info(risks.NONE)
    st.stop()

one, history, controls, links, told = session.ask_all(
    chosen,
    "risks/one",
    "risks/history",
    "risks/controls",
    "risks/links",
    "risks/story",
    risk=key,
)
head = risk.head(one)
session.title(head.title, chosen)
st.markdown(f"**{tables.plain(head.standing)}**")
for word, said in head.chain:
    st.markdown(f"**{word}:** {tables.plain(said)}")
st.markdown(tables.plain(head.decided))
session.caption(head.origin)
if risk_links.asks(links):
    st.warning(tables.plain(risk_links.asks(links)))

st.header("Controls in place")
kept = pieces.split(controls, "state")
in_place, further = (kept.get(state, risk.nothing(controls)) for state in risk.STATES)
session.listed(in_place, risk.CONTROLS, "controls", risk.held(in_place))
st.header("Further actions")
session.listed(further, risk.ACTIONS, "further_actions", risk.to_do(further))

st.header("What bears on it")
session.listed(links, risk_links.columns(chosen.as_at), "risk_links", risk_links.linked(links))

st.header("How its score moved")
scores = pieces.split(history, "risk_id").get(key, risk.nothing(history))
session.chart(risk_history.steps, risk.moved(scores), "risk_score", scores, as_at=chosen.as_at)
if not scores.empty:
    session.twin(scores, risk_history.COLUMNS, f"scores_{key}", "Every score and its reason")

st.header("Story, newest first")
session.listed(told, story.COLUMNS, "risk_story", story.told(told))

register_forms.enter("risk", chosen, key)
