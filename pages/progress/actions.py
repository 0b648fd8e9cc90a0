"""Actions: what is late, what is due, who owes it and who must move next."""

import streamlit as st

from scrutiny import filters, session
from scrutiny.charts import ageing, due, groups, overdue, slippage, tables, waiting

chosen = filters.current()

outlook, late, gates, bands, moved, rows = session.ask_all(
    chosen,
    "actions/outlook",
    "actions/overdue_by_group",
    "actions/waiting",
    "actions/ageing",
    "actions/slippage",
    "actions/list",
)

session.title("Actions", chosen)
session.chart(due.outlook, due.describe(outlook), "outlook", outlook)

left, right = st.columns(2, gap="medium")
with left:
    st.header("Late, by sub-group")
    session.chart(overdue.by_group, overdue.describe(late), "overdue_by_group", late)
    st.header("Who must move next")
    session.chart(waiting.by_gate, waiting.describe(gates), "waiting", gates)
with right:
    st.header("How late")
    session.chart(ageing.by_band, ageing.describe(bands), "ageing", bands)
    st.header("By owner")
    by = st.radio(
        "Show by",
        ["sub-group", "agency", "recommendation"],
        key="by",
        bind="query-params",
        horizontal=True,
    )
    work = session.ask("actions/workload", chosen, by=by)
    session.chart(groups.workload, groups.describe(work, by), "workload", work)

st.header("First date against current date")
session.chart(
    slippage.first_against_now, slippage.describe(moved), "slippage", moved, as_at=chosen.as_at
)

st.header("Every action")
session.listed(
    rows,
    {
        "Action": tables.title("title"),
        "For": tables.link("ref", as_at=chosen.as_at),
        **tables.ACTION,
    },
    "actions",
    tables.counted(rows, "action"),
)
