"""What came of reviews: recommendations, their actions, and whether the learning is embedded."""

from collections.abc import Mapping
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from scrutiny.charts import cells, counts, tables, words
from scrutiny.charts import theme as look

NO_THEMES = "No theme of a review is known by this day."
NO_DEATHS = "Nothing is published for three years that follow each other by this day."
DEATHS = (
    "Official statistics. Three years are taken together, five where three have from 1 to 5; k: so "
    "few that no number is shown. Never by district. England and other areas are of other sizes, "
    "so they are not set beside it."
)
_WAYS = {
    "embedded": "embedded",
    "partly_embedded": "partly embedded",
    "not_embedded": "not embedded",
    "not_looked_at": "not looked at yet",
}
Row = Mapping[str, Any]


def evidence(rows: pd.DataFrame) -> str:
    """How much was learned from reviews, from the one row of its numbers."""
    row = cells.records(rows)[0]
    many = cells.number(row["recommendations"])
    if not many and not row["has_reviews"]:
        return "No review is known by this day."
    parts = [f"{words.count(many, 'recommendation')} came of reviews"]
    if many:
        parts[0] += f": {row['embedded']} embedded, {row['not_looked_at']} not looked at yet"
    if cells.number(row["overdue"]):
        parts.append(f"work on {row['overdue']} is overdue")
    if not cells.missing(row["past_limit"]):
        parts.append(f"past the time limit: {row['past_limit']}")
    return words.sentence("; ".join(parts))


def embedded(rows: pd.DataFrame) -> str:
    """How much of what reviews recommended was looked at, and found embedded.

    Columns: embedded, overdue, delivery, title.
    """
    found = cells.records(rows)
    if not found:
        return "No recommendation of a review is known by this day."
    looked = [row["embedded"] for row in found]
    unseen = looked.count("not looked at yet")
    late = [row for row in found if cells.number(row["overdue"])]
    done = [row for row in found if row["delivery"] == "complete" and row["embedded"] != "embedded"]
    parts = [
        f"{words.count(len(found), 'recommendation')} of reviews: "
        f"{looked.count('embedded')} embedded, {unseen} not looked at yet"
    ]
    if done:
        parts.append(
            f"{len(done)} {words.verb(len(done), 'is', 'are')} done and not embedded, first "
            f"“{done[0]['title']}”"
        )
    if late:
        parts.append(f"{len(late)} {words.verb(len(late), 'has', 'have')} work that is overdue")
    return words.sentence("; ".join(parts))


def recommended(row: dict[str, Any]) -> str:
    """Whether it is embedded, when that was looked at and how."""
    if cells.missing(row["looked_on"]):
        return tables.plain(words.capital(str(row["embedded"])))
    when = words.short_day(row["looked_on"])
    return tables.plain(f"{words.capital(str(row['embedded']))}, {when}: {row['evidence']}")


RECOMMENDATIONS: tables.Columns = {
    "Recommendation": tables.title("title"),
    "Review": tables.text("review_id"),
    "Theme": tables.text("theme"),
    "Sub-group": tables.text("group_name"),
    "Rating": tables.rating(),
    "Delivery": tables.capital("delivery"),
    "Next date": tables.due,
    "Embedded": recommended,
}

ACTIONS: tables.Columns = {
    "Action": tables.title("title"),
    "Review": tables.text("review_id"),
    "Owner": tables.owner,
    "Rating": tables.rating(),
    "Delivery": tables.delivery,
    "Due": tables.dates,
    "Waits with": tables.gate,
}

THEMES: tables.Columns = {
    "Theme": tables.title("theme"),
    "Reviews": tables.text("reviews"),
    "Recommendations": tables.number("recommendations"),
    "Embedded": tables.number("embedded"),
    "Partly": tables.number("partly_embedded"),
    "Not": tables.number("not_embedded"),
    "Not looked at yet": tables.number("not_looked_at"),
}


def themes(rows: pd.DataFrame, theme: str = "light") -> go.Figure:
    """One bar a theme, as long as the recommendations on it.

    Columns: theme, reviews, recommendations, embedded, partly_embedded, not_embedded,
    not_looked_at.
    """
    found = cells.records(rows)
    if not found:
        return look.empty(NO_THEMES, theme)
    bars = [
        counts.Bar(row["theme"], _of_theme(row), cells.number(row["recommendations"]))
        for row in found
    ]
    return counts.draw(bars, theme)


def describe_themes(rows: pd.DataFrame) -> str:
    """The themes that come back most, and where nothing on them is embedded."""
    found = [row for row in cells.records(rows) if cells.number(row["recommendations"])]
    if not found:
        return NO_THEMES
    bare = [row["theme"] for row in found if not cells.number(row["embedded"])]
    if not bare:
        return "On every theme some of the learning is embedded."
    named = words.join_and([f"“{name}”" for name in bare])
    return f"No learning is embedded yet on {named}."


def deaths(rows: pd.DataFrame, theme: str = "light") -> go.Figure:
    """One bar for the years taken together. Columns: period_start, period_end, number, status."""
    found = cells.records(rows)
    if not found:
        return look.empty(NO_DEATHS, theme)
    bars = [counts.Bar(_years(row), _deaths(row), cells.number(row["number"])) for row in found]
    return counts.draw(bars, theme)


def describe_deaths(rows: pd.DataFrame) -> str:
    """The latest years taken together, beside those before that do not overlap."""
    found = cells.records(rows)
    if not found:
        return NO_DEATHS
    last = found[-1]
    start = cells.known_day(last["period_start"])
    before = [row for row in found if cells.known_day(row["period_end"]) < start]
    said = f"{_deaths(last)} reviewed with modifiable factors, {_years(last)}"
    if before:
        said += f"; {_deaths(before[-1])}, {_years(before[-1])}"
    return words.sentence(said)


POOLED: tables.Columns = {
    "Years": lambda row: tables.plain(_years(row)),
    "Taken together": lambda row: tables.plain(words.count(row["years"], "year")),
    "Reviewed with modifiable factors": lambda row: tables.plain(_deaths(row)),
    "Source": tables.text("source"),
}


def _of_theme(row: Row) -> str:
    ways = [f"{cells.number(row[key])} {said}" for key, said in _WAYS.items() if row[key]]
    parts = [f"in {row['reviews']}"] if not cells.missing(row["reviews"]) else []
    parts.append(words.join_and(ways) if ways else "no recommendation")
    return "; ".join(parts)


def _years(row: Row) -> str:
    first, last = cells.known_day(row["period_start"]), cells.known_day(row["period_end"])
    return f"{first:%b %Y} to {last:%b %Y}"


def _deaths(row: Row) -> str:
    if cells.missing(row["number"]):
        return "k (withheld: fewer than six)"
    return words.count(row["number"], "death")
