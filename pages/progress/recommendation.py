"""One recommendation: the ask, the answers, the work, the promises and the story so far."""

import streamlit as st

from scrutiny import filters, session
from scrutiny.charts import answered_by, difference, heading, promises, tables, timeline
from scrutiny.charts import recommendation as its

chosen = filters.current()
rec = filters.one_recommendation(session.options(chosen.as_at), session.known_from())
if rec is None:
    session.title("Recommendation", chosen)
    st.info("No recommendation is known on this day. Move the as-at day forward to see them.")
    st.stop()

one, pages, answers, scope, ledger, actions, extensions, moved, paths, *told = session.ask_all(
    chosen,
    "recommendations/one",
    "recommendations/answered_by",
    "recommendations/answers",
    "recommendations/scope",
    "recommendations/promises",
    "recommendations/timeline",
    "recommendations/extensions",
    "recommendations/difference",
    "recommendations/difference_paths",
    *(f"recommendations/{name}" for name in its.TABLES),
    rec=rec,
)
head = heading.head(one)
session.title(head.title, chosen)
st.markdown(head.standing)
st.markdown(tables.plain(head.ask))
session.caption(head.origin)
if head.warning:
    st.info(tables.plain(head.warning))

for path, page in answered_by.pages(pages).items():
    st.markdown(page.line(path, session.ask(page.question, chosen), chosen.as_at))

st.header("Answers")
session.listed(answers, its.ANSWERS, "answers", its.answered(answers))
if not scope.empty:
    st.subheader("Narrowed scope")
    session.listed(scope, its.SCOPE, "scope", its.narrowed(scope))

st.header("Promises")
session.chart(
    promises.ledger, promises.describe(ledger, chosen.as_at), "ledger", ledger, as_at=chosen.as_at
)
if not ledger.empty:
    session.twin(ledger, its.PROMISES, "promises", "Every step of each promise")

st.header("Actions")
session.chart(
    timeline.actions,
    timeline.describe(actions),
    "timeline",
    actions,
    extensions,
    as_at=chosen.as_at,
)
if not actions.empty:
    session.twin(actions, its.ACTIONS, "actions_of_recommendation", "Every action")
if not extensions.empty:
    session.twin(extensions, its.EXTENSIONS, "extensions", "Every later date that was agreed")

st.header("Is it making a difference?")
session.chart(difference.paths, difference.describe(moved), "difference", paths)
if not paths.empty:
    session.caption(difference.CAUTION)
    session.twin(moved, difference.COLUMNS, "difference", "Every indicator that bears on it")

for (name, title), rows in zip(its.TABLES.items(), told, strict=True):
    if name != "sub_points" or not rows.empty:
        st.header(title)
        session.listed(rows, its.COLUMNS[name], name, its.SAYS[name](rows))
