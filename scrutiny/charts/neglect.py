"""The neglect strategy: its stages, and what changed after its launch."""

from collections.abc import Mapping
from typing import Any

import pandas as pd

from scrutiny.charts import cells, tables, values, words

POINTS = 13  # that a verdict on monthly or quarterly figures needs
YEARS = 5  # yearly shares since the launch that a trend needs
CAUTION = (
    "Before is the last period that ended before the launch, since the last that began on it or "
    "later. Whatever changed had many reasons: this does not say that the strategy was one of them."
)
UNPUBLISHED = "Nothing on neglect is published for this area by this day."
_SAID = {"rising": "rose", "falling": "fell"}
Row = Mapping[str, Any]


def evidence(rows: pd.DataFrame) -> str:
    """How far the strategy has come, from the one row of its numbers."""
    row = cells.records(rows)[0]
    parts = []
    if not cells.missing(row["launched_on"]):
        parts.append(f"the strategy was launched on {words.day(row['launched_on'])}")
    if cells.number(row["agencies"]):
        named = words.count(row["agencies"], "agency")
        parts.append(f"{row['name'].lower()}: {row['value']:g}% in {named}")
    if cells.number(row["aimed"]):
        parts.append(f"{row['reached']} of {words.count(row['aimed'], 'target')} reached")
    if not cells.missing(row["silent"]):
        parts.append(f"no figure for the latest period from {row['silent']}")
    if not parts:
        return "Nothing on the neglect strategy is recorded by this day."
    return words.sentence("; ".join(parts))


def launched(rows: pd.DataFrame) -> str:
    """When the strategy was launched, how far from the day first planned, and what is still owed.

    Columns: stage, first_due_on, due_on, done_on, days_late, days_done_late.
    """
    found = {row["stage"]: row for row in cells.records(rows)}
    if not found:
        return "No stage of a neglect strategy is recorded by this day."
    launch = found.get("strategy launched")
    if launch is None:
        return "When the strategy is to be launched is not recorded."
    if cells.missing(launch["done_on"]):
        parts = [f"The strategy is to be launched on {words.day(launch['due_on'])}"]
    else:
        parts = [f"The strategy was launched on {words.day(launch['done_on'])}"]
        if cells.number(launch["days_done_late"]):
            parts[0] += f", {words.days(launch['days_done_late'])} after the day first planned"
    owed = [row for row in found.values() if cells.number(row["days_late"])]
    parts += [f"“{row['stage']}” is {words.days(row['days_late'])} late" for row in owed]
    return words.sentence("; ".join(parts))


STAGES: tables.Columns = {
    "Stage": lambda row: tables.title("stage")(
        dict(row) | {"stage": words.capital(str(row["stage"]))}
    ),
    "First planned": tables.day("first_due_on"),
    "Planned now": tables.day("due_on"),
    "Done": lambda row: (
        tables.plain(f"not done, {words.days(row['days_late'])} late")
        if cells.missing(row["done_on"]) and cells.number(row["days_late"])
        else "not yet"
        if cells.missing(row["done_on"])
        else tables.day("done_on")(dict(row))
    ),
    "Days after the first plan": tables.days("days_done_late"),
    "Reason": tables.text("why"),
}


def changed(rows: pd.DataFrame) -> str:
    """Whether anything published or returned can be compared across the launch, claiming no cause.

    Columns: name, is_published, launched_on, since_value, before_value, points, trend_since.
    """
    found = cells.records(rows)
    if not found:
        return "Nothing is published on neglect and no figure is returned by this day."
    if cells.missing(found[0]["launched_on"]):
        return "The launch is not known on this day, so nothing can be told before and since."
    published = [row for row in found if row["is_published"]]
    since = [row for row in published if not cells.missing(row["since_value"])]
    told = [row for row in found if _is_told(row)]
    said = (
        f"{len(since)} of {len(published)} published series cover a period since the launch"
        if since
        else "No published figure covers a period since the launch yet"
    )
    if not told:
        return f"{said}, and no series is long enough to say whether a change is more than chance."
    trends = words.join_and([f"{_moved(row, 'since')} in “{row['name']}”" for row in told])
    return f"{said}; over the last five years neglect {trends}."


def _is_told(row: Row) -> bool:
    return not cells.missing(row["since_value"]) and not cells.missing(row["trend_since"])


SINCE: tables.Columns = {
    "What": lambda row: tables.plain(
        f"Neglect in: {row['name']}" if row["is_published"] else f"{row['name']} †"
    ),
    "Before": lambda row: tables.plain(_at(row, "before")),
    "Since": lambda row: tables.plain(_at(row, "since")),
    "Change": lambda row: tables.plain(values.change(row["change"], row["unit"])),
    "Is it more than chance?": lambda row: tables.plain(verdict(row)),
}

PUBLISHED: tables.Columns = {
    "Period": lambda row: tables.plain(values.period(row["period_start"], row["period_end"])),
    "Neglect": lambda row: tables.plain(values.number(row["number"], "count")),
    "Of all": lambda row: tables.plain(values.number(row["of_number"], "count")),
    "Share": lambda row: tables.plain(values.figure(row, "%")),
    "England": lambda row: tables.plain(values.number(row["england"], "%")),
    "South East": lambda row: tables.plain(values.number(row["south_east"], "%")),
    "Neighbours' mean": lambda row: tables.plain(values.number(row["neighbours_mean"], "%")),
    "Model": tables.text("model"),
    "Source": tables.text("source"),
}


AUDITS: tables.Columns = {
    "Audit": tables.title("title"),
    "Done": lambda row: tables.plain(_done(row)),
    "Of": lambda row: tables.plain(cells.text(row["agency_name"]) or "all agencies together"),
    "Side of practice": tables.capital("domain"),
    "Grade": tables.capital("grade"),
    "Cases good or better": lambda row: tables.plain(_good(row)),
}


def audited(rows: pd.DataFrame) -> str:
    """The grade of practice overall in the last audit on neglect, and what is still to be audited.

    Columns: title, state, planned_on, done_on, days_late, agency_name, domain, grade.
    """
    found = cells.records(rows)
    if not found:
        return "No audit on neglect is in the programme by this day."
    whole = [row for row in found if row["domain"] == "practice overall"]
    whole = [row for row in whole if cells.missing(row["agency_name"])] or whole
    parts = []
    if whole:
        last = whole[-1]
        parts.append(f"“{last['title']}” graded practice {last['grade']}")
    else:
        parts.append("no audit on neglect has graded practice yet")
    parts += [
        f"“{row['title']}”: {_done(row)}"
        for row in found
        if cells.missing(row["done_on"]) and row["state"] != "cancelled"
    ]
    return words.sentence("; ".join(parts))


def _done(row: Row) -> str:
    if not cells.missing(row["done_on"]):
        return words.short_day(row["done_on"])
    if row["state"] == "cancelled":
        return "cancelled"
    if cells.missing(row["planned_on"]):
        return "no date yet"
    late = cells.number(row["days_late"])
    due = f"planned for {words.short_day(row['planned_on'])}"
    return f"{due}, {words.days(late)} late" if late else due


def _good(row: Row) -> str:
    if cells.missing(row["grade"]):
        return values.NONE
    if row["status"]:
        return values.WITHHELD.get(cells.text(row["status"]), values.NONE)
    return f"{cells.number(row['good_or_better'])} of {cells.number(row['cases'])}"


def title(rows: pd.DataFrame) -> str:
    """What the share of one published series is of."""
    return f"Neglect in: {cells.records(rows)[0]['name']}"


def _at(row: Row, which: str) -> str:
    if cells.missing(row[f"{which}_value"]):
        return values.NONE
    number = values.number(row[f"{which}_value"], row["unit"]).replace(".0%", "%")
    return f"{number}, to {words.short_day(row[f'{which}_end'])}"


def verdict(row: Row) -> str:
    """What may be said of a change; too few points say nothing."""
    if cells.missing(row["since_value"]):
        return "nothing since the launch to compare"
    if not row["is_published"] and cells.missing(row["before_value"]):
        return "no figure from before the launch"
    if not row["is_published"]:
        points = cells.number(row["points"])
        if points < POINTS:
            return f"cannot be said: {points} of the {POINTS} points that it takes"
        return "see its limits below"
    if cells.missing(row["trend_since"]):
        shares = cells.number(row["points"])
        return f"cannot be said: {min(shares, YEARS)} of the {YEARS} yearly shares that it takes"
    return "; ".join(
        f"{_moved(row, which)} over the five years to {words.short_day(row[f'{which}_end'])}"
        for which in ("before", "since")
        if not cells.missing(row[f"trend_{which}"])
    )


def _moved(row: Row, which: str) -> str:
    way = _SAID.get(row[f"trend_{which}"])
    return f"{way} by more than chance" if way else "moved no more than by chance"
