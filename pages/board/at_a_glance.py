"""At a glance: what needs the Board's attention, worst first."""

import streamlit as st

from scrutiny import filters, session
from scrutiny.charts import blocks, briefing, changes, overdue, scorecard, tables, words

chosen = filters.current()
meetings = session.ask("board/since", chosen)
since = meetings["last_on"].iloc[0]
counts = session.ask("actions/counts", chosen, since=since.date())
standing, late, ended, worse, *found = session.ask_all(
    chosen,
    "board/standing",
    "actions/overdue_by_group",
    "board/ended_records",
    "indicators/attention",
    *(f"board/{block.name}" for block in blocks.BLOCKS),
)

session.title("At a glance", chosen)
stands = briefing.stands(standing, counts, since)
st.markdown(f"**{tables.plain(stands)}** {changes.link(meetings, chosen.as_at)}")
for card, row in zip(st.columns(4), briefing.cards(counts), strict=True):
    card.metric(
        row.label,
        row.value,
        delta=row.change,
        delta_color="off",
        delta_description=f"since {words.short_day(since)}",
        border=True,
    )

left, right = st.columns([7, 2], gap="small")
with left:
    session.table(
        standing,
        {
            "Recommendation": tables.link("ref", "title", as_at=chosen.as_at),
            "Rating": tables.rating(),
            "Done": tables.percent("progress"),
            "Waits with": tables.gate,
            "Next date": tables.due,
            "Slip": tables.days("slip_days"),
        },
        "standing",
        stands,
    )
with right:
    session.chart(overdue.by_group, overdue.describe(late), "late_by_group", late)

session.caption(briefing.rest(counts))
if not ended.empty:
    st.info(tables.plain(briefing.ended(ended)))

st.header("Indicators that need attention")
session.listed(worse, scorecard.attention(chosen.as_at), "attention", scorecard.noted(worse))

for block, rows in zip(blocks.BLOCKS, found, strict=True):
    st.header(block.head)
    session.listed(rows, block.columns(chosen.as_at), block.name, block.says(rows))
