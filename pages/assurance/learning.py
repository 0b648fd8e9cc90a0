"""Learning: reviews and their limits, what came of them, child deaths, the reviewing service."""

import streamlit as st

from scrutiny import filters, register_forms, session
from scrutiny.charts import learning, measures, reviews

chosen = filters.current()
session.title("Learning", chosen)

stages, recommended, actions, themes, deaths, service, run = session.ask_all(
    chosen,
    "learning/stages",
    "learning/recommendations",
    "learning/actions",
    "learning/themes",
    "learning/child_deaths",
    "learning/reviewing",
    "learning/reviewing_over_time",
)

st.header("Reviews of serious cases")
session.chart(reviews.timeline, reviews.describe(stages), "reviews", stages, as_at=chosen.as_at)
session.caption(reviews.CAPTION)
if not stages.empty:
    session.twin(stages, reviews.STAGES, "review_stages", "Every stage of every review")

st.header("What reviews recommended, and whether it is embedded")
session.listed(
    recommended, learning.RECOMMENDATIONS, "review_recommendations", learning.embedded(recommended)
)
if not actions.empty:
    session.twin(actions, learning.ACTIONS, "review_actions", "Every action")

left, right = st.columns(2, gap="medium")
with left:
    st.header("Themes")
    session.chart(learning.themes, learning.describe_themes(themes), "themes", themes)
with right:
    st.header("Child deaths with modifiable factors")
    session.chart(learning.deaths, learning.describe_deaths(deaths), "deaths", deaths)
    session.caption(learning.DEATHS)
# below the columns, where the tables have room
if not themes.empty:
    session.twin(themes, learning.THEMES, "review_themes", "Every theme")
if not deaths.empty:
    session.twin(deaths, learning.POOLED, "child_deaths", "Every three years")

st.header("The reviewing service")
session.listed(service, measures.targets("name", "Measure"), "reviewing", measures.served(service))
session.chart(measures.paths, measures.ran(run), "reviewing_run", run)
session.caption(measures.SMALL)
if not run.empty:
    session.twin(run, measures.RUN, "reviewing_over_time", "Every quarter")

register_forms.enter("learning", chosen)
