"""The choice of two meetings, between which changes are told. It lives in the URL."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import partial
from typing import TYPE_CHECKING

import pandas as pd
import streamlit as st

from scrutiny.charts import changes, words
from scrutiny.charts.cells import known_day, records

if TYPE_CHECKING:
    from streamlit.delta_generator import DeltaGenerator

_LATEST, _AS_AT = "latest", "as at"
_BEFORE, _BEGINNING = "before", "beginning"

WHOLE: Mapping[str, object] = {"themes": [], "by": "date"}
"""What ``narrow`` gives where nothing is chosen, so that the same question is asked once."""


@dataclass(frozen=True)
class Between:
    """Two days: what became known after ``since``, up to and including ``until``."""

    since: date
    until: date


def choose(held: pd.DataFrame, as_at: date, known_from: Iterable[date]) -> Between:
    """Draws the choice of a body and two of its meetings; the two days that they give.

    ``held`` has the columns group_name and held_on, the body that is meant unless another is
    chosen first, and of each body the newest first. ``known_from`` gives the days on which
    recommendations became known: before the first of them there is nothing to compare with.
    """
    beginning = min([as_at, *(known_day(day) for day in known_from)]) - timedelta(days=1)
    bodies = _bodies(held)
    if not bodies:
        st.info("No meeting is known by this day, so everything up to it is listed as new.")
        return Between(beginning, as_at)
    places = st.columns(3)
    body = places[0].selectbox("Meetings of", list(bodies), key="body", bind="query-params")
    days = bodies[str(body)]
    latest = {_LATEST: days[0], _AS_AT: as_at} if days[0] != as_at else {_LATEST: days[0]}
    until = _pick(places[2], "Up to and including", "until", latest, days[1:])
    earlier = [day for day in days if day < until]
    first = {_BEFORE: earlier[0]} if earlier else {}
    since = _pick(places[1], "Changes after", "since", first, earlier[1:], {_BEGINNING: beginning})
    return Between(since, until)


def narrow(themes: Sequence[str]) -> dict[str, object]:
    """Draws what the list shows and its order; the parameters of its query that they choose."""
    left, right = st.columns(2)
    kept = left.multiselect(
        "Show",
        list(themes),
        key="theme",
        bind="query-params",
        format_func=words.capital,
        placeholder="Everything",
    )
    by = right.radio(
        "Order by",
        ["date", "recommendation", "kind"],
        key="order",
        bind="query-params",
        horizontal=True,
    )
    return {"themes": kept, "by": by}


def _bodies(held: pd.DataFrame) -> Mapping[str, list[date]]:
    found: dict[str, list[date]] = {}
    for row in records(held):
        found.setdefault(str(row["group_name"]), []).append(row["held_on"].date())
    return found


def _pick(
    place: DeltaGenerator,
    label: str,
    key: str,
    first: Mapping[str, date],
    days: Sequence[date],
    last: Mapping[str, date] | None = None,
) -> date:
    """A day chosen from those with a name of their own and the others by their date."""
    named = {**first, **{day.isoformat(): day for day in days}, **(last or {})}
    chosen = place.selectbox(
        label,
        list(named),
        key=key,
        bind="query-params",
        format_func=partial(_label, named),
    )
    return named[str(chosen)]


def _label(named: Mapping[str, date], name: str) -> str:
    day = words.short_day(named[name])
    return {
        _LATEST: f"{day}, the latest",
        _AS_AT: changes.AS_AT,
        _BEFORE: f"{day}, the one before",
        _BEGINNING: changes.BEGINNING,
    }.get(name, day)
