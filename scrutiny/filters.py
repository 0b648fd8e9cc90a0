"""The filters that every page shares. They live in the URL, so that any view is a link."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import partial

import pandas as pd
import streamlit as st

from scrutiny.charts import brag, tables, words
from scrutiny.charts.cells import Row, records

_LABELS = {
    "sources": ("source", "Source"),
    "recs": ("recommendation", "Recommendation"),
    "groups": ("group", "Sub-group or lead"),
    "agencies": ("agency", "Agency"),
    "deliveries": ("delivery", "Delivery"),
    "ratings": ("rating", "Rating"),
    "acceptances": ("acceptance", "Acceptance"),
}
_DATASET = (
    ("owners", "owner", "Agency"),
    ("themes", "theme", "Theme"),
    ("recs", "rec", "Recommendation"),
)
_NO_MODEL = "none"
_ANY_DAY = "Another day"
Choices = Mapping[str, Mapping[str, str]]
"""The label of each value that a filter can choose, by filter, in the order to show them."""


@dataclass(frozen=True)
class Chosen:
    """What the reader chose: the as-at day, and for each filter the values to keep (none: all).

    ``said`` tells each filter in use, in words.
    """

    as_at: date
    kept: dict[str, list[str]] = field(default_factory=dict)
    said: tuple[str, ...] = ()

    def params(self) -> dict[str, object]:
        """Every shared parameter of the named queries."""
        return {"as_at": self.as_at} | {name: self.kept.get(name, []) for name in _LABELS}


def draw(
    with_filters: bool,
    day_default: date,
    meetings: Mapping[str, date],
    options: Callable[[date], Choices],
) -> None:
    """Draws the as-at control, and the filters where the page obeys them.

    ``meetings`` gives the day of each meeting by its label; ``options`` what can be chosen on a
    day. What was chosen is remembered for this run; a filter that is not drawn is back with the
    next page that obeys it.
    """
    as_at = _day(day_default, meetings)
    chosen = _choose(as_at, options(as_at)) if with_filters else Chosen(as_at)
    st.session_state["_chosen"] = chosen


def days(meetings: pd.DataFrame) -> dict[str, date]:
    """The day of each meeting by its label. ``meetings`` has the columns held_on, group_name."""
    return {
        f"{words.short_day(row['held_on'])}, {row['group_name']}": row["held_on"].date()
        for row in records(meetings)
    }


def choices(options: pd.DataFrame) -> Choices:
    """``options`` has the columns filter, id and label, in the order to show them."""
    found: dict[str, dict[str, str]] = {}
    for row in records(options):
        found.setdefault(row["filter"], {})[str(row["id"])] = _label(row)
    return found


def current() -> Chosen:
    """What the reader chose on this run, once the front door drew the filters."""
    chosen: Chosen = st.session_state["_chosen"]
    return chosen


def one_recommendation(choices: Choices, known_from: Mapping[str, date]) -> str | None:
    """Draws the choice of one recommendation, kept in the URL; None when none is known.

    ``choices`` are those of the day; ``known_from`` gives the day each recommendation became
    known, whatever the as-at day.
    """
    known = list(choices.get("recs", ()))
    if not known:
        return None
    asked = st.query_params.get("rec", "")
    if asked in known_from and asked not in known:
        since = words.day(known_from[asked])
        st.info(tables.plain(f"{asked} is not known before {since}; another is shown instead."))
    # the identifier itself is the choice, so that the link reads ?rec=OFSTED-2017-6
    return st.selectbox("Recommendation", known, key="rec", bind="query-params")


def one_risk(options: pd.DataFrame, known_from: pd.DataFrame) -> str | None:
    """Draws the choice of one risk, kept in the URL; None when none is known.

    ``options`` has the column risk_id, of those known on the day in the order to show them;
    ``known_from`` risk_id and known_from, of all.
    """
    known = [str(row["risk_id"]) for row in records(options)]
    if not known:
        return None
    days = {row["risk_id"]: row["known_from"] for row in records(known_from)}
    asked = st.query_params.get("risk", "")
    if asked in days and asked not in known:
        since = words.day(days[asked])
        st.info(tables.plain(f"{asked} is not known before {since}; another is shown instead."))
    return st.selectbox("Risk", known, key="risk", bind="query-params")


def moved_since(held: pd.DataFrame, as_at: date) -> str:
    """Draws the choice of the meeting to see movement from; its day, or ``last``.

    ``held`` has the column held_on, of the meetings of the Board, oldest first.
    """
    days = sorted({row["held_on"].date() for row in records(held)}, reverse=True)
    before = [day.isoformat() for day in days if day < as_at]
    labels = {"last": "The last Board"} | {day: words.short_day(day) for day in before}
    return str(
        st.selectbox(
            "Movement since",
            list(labels),
            key="moved_since",
            bind="query-params",
            format_func=partial(_named, labels),
        )
    )


def comparison(choices: Choices) -> dict[str, str]:
    """Draws the choice of statistical neighbours: their model, and mean or median of them."""
    models = list(choices.get("model", {})) or [_NO_MODEL]
    left, right = st.columns(2)
    model = left.radio(
        "Model of statistical neighbours",
        models,
        key="model",
        bind="query-params",
        horizontal=True,
        help="The year of the model that chose the ten authorities most like this one.",
    )
    statistic = right.radio(
        "Neighbours together",
        ["mean", "median"],
        key="statistic",
        bind="query-params",
        horizontal=True,
    )
    return {"model": model, "statistic": statistic}


def dataset(choices: Choices) -> dict[str, object]:
    """Draws the filters of the scorecard; the parameters of its query that they choose."""
    kept: dict[str, object] = {}
    places = st.columns(4)
    for place, (name, key, label) in zip(places, _DATASET, strict=False):
        labels = choices.get(key, {})
        kept[name] = place.multiselect(
            label,
            list(labels),
            key=f"of_{key}",
            bind="query-params",
            format_func=partial(_named, labels),
            placeholder="All",
        )
    only = places[3].toggle("Needs attention only", key="attention", bind="query-params")
    return kept | {"attention": "only" if only else "all"}


def one_indicator(labels: Mapping[str, str]) -> str:
    """Draws the choice of one indicator, kept in the URL by its name; the key of the one chosen."""
    keys = {label: key for key, label in labels.items()}
    asked = st.query_params.get("indicator", "")
    if asked and asked not in keys:
        first = next(iter(keys))
        st.warning(
            tables.plain(f"There is no indicator called “{asked}”; “{first}” is shown instead.")
        )
    chosen = st.selectbox("Indicator", list(keys), key="indicator", bind="query-params")
    return keys[str(chosen)]


def _day(default: date, meetings: Mapping[str, date]) -> date:
    """Draws the as-at control: any day, or the day of a meeting."""

    def go_to_meeting() -> None:
        if st.session_state.meeting in meetings:
            st.session_state.as_at = meetings[st.session_state.meeting]

    as_at = st.date_input(
        "As at",
        value=default,
        key="as_at",
        bind="query-params",
        format="DD/MM/YYYY",
        min_value=date(1990, 1, 1),
        max_value=date(2099, 12, 31),
        help="The whole dashboard shows what was known on this day, and nothing from after it.",
    )
    at_meeting = next((label for label, held in meetings.items() if held == as_at), _ANY_DAY)
    st.session_state.meeting = at_meeting
    st.selectbox(
        "Or as at a meeting", [_ANY_DAY, *meetings], key="meeting", on_change=go_to_meeting
    )
    return as_at


def _choose(as_at: date, options: Choices) -> Chosen:
    """Draws the filters."""
    kept, said = {}, []
    for name, (key, label) in _LABELS.items():
        labels = options.get(name, {})
        chosen = kept[name] = st.multiselect(
            label,
            list(labels),
            key=key,
            bind="query-params",
            format_func=partial(_named, labels),
            placeholder="All",
        )
        if chosen:
            said.append(f"{label}: {', '.join(_named(labels, value) for value in chosen)}")
    return Chosen(as_at, kept, tuple(said))


def _named(labels: Mapping[str, str], value: str) -> str:
    return labels.get(value, value)


def _label(row: Row) -> str:
    if row["filter"] == "ratings":
        return brag.word(row["id"])
    return words.capital(str(row["label"]))
