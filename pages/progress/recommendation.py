"""One recommendation: the ask, the answers, the work, the promises and the story so far."""

import streamlit as st

from scrutiny import filters, session
from scrutiny.charts import heading, promises, story, tables, timeline

chosen = filters.current()
rec = filters.one_recommendation()
if rec is None:
    session.title("Recommendation", chosen)
    st.info("No recommendation is known on this day. Move the as-at day forward to see them.")
    st.stop()


def ask(name: str) -> session.Rows:
    """The rows of one question about this recommendation."""
    return session.ask(f"recommendations/{name}", chosen, rec=rec)


head = heading.head(ask("one"))
session.title(head.title, chosen)
st.markdown(head.standing)
st.markdown(tables.plain(head.ask))
st.caption(tables.plain(head.origin))
if head.warning:
    st.info(tables.plain(head.warning))

st.header("Answers")
answers = ask("answers")
session.listed(answers, story.ANSWERS, "answers", story.answered(answers))
scope = ask("scope")
if not scope.empty:
    st.subheader("Narrowed scope")
    session.listed(scope, story.SCOPE, "scope", story.narrowed(scope))

st.header("Promises")
ledger = ask("promises")
session.chart(
    promises.ledger, promises.describe(ledger, chosen.as_at), "ledger", ledger, as_at=chosen.as_at
)
if not ledger.empty:
    session.twin(ledger, story.PROMISES, "promises", "Every step of each promise")

st.header("Actions")
actions, extensions = ask("timeline"), ask("extensions")
session.chart(
    timeline.actions,
    timeline.describe(actions),
    "timeline",
    actions,
    extensions,
    as_at=chosen.as_at,
)
if not actions.empty:
    session.twin(actions, story.ACTIONS, "actions_of_recommendation", "Every action")
if not extensions.empty:
    session.twin(extensions, story.EXTENSIONS, "extensions", "Every later date that was agreed")

for title, name in (
    ("Sub-points", "sub_points"),
    ("Challenges", "challenges"),
    ("Evidence", "evidence"),
    ("Story, newest first", "story"),
):
    rows = ask(name)
    if name != "sub_points" or not rows.empty:
        st.header(title)
        session.listed(rows, story.COLUMNS[name], name, story.SAYS[name](rows))
