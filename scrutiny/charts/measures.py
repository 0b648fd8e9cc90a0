"""Measures that agencies return: how each stands against its target, and how it ran."""

from collections.abc import Mapping
from datetime import date
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from scrutiny.charts import cells, lanes, sparks, tables, values, words
from scrutiny.charts import theme as look
from scrutiny.charts.trace import Trace, scatter_trace

NONE = "No figure has been returned, and none is expected."
ILLUSTRATIVE = "† the figures and targets are illustrative."
SMALL = (
    "c: withheld, since so few are counted or left out (from 1 to 5) that a child could be known. "
    "A figure that is withheld or has not come is a gap, and never nought."
)
_STANDING = {"reached": "reached", "missed": "missed", "not yet": "not yet reached"}
Row = Mapping[str, Any]


def against_targets(rows: pd.DataFrame, theme: str = "light") -> go.Figure:
    """One lane an agency: a bar for the latest value, a tick for its target.

    Columns: agency_name, unit, number, of_number, value, status, period_start, period_end, target,
    target_due_on, against_target, is_missing. A withheld figure has no bar.
    """
    found = cells.records(rows)
    if not found:
        return look.empty(NONE, theme)
    laid = lanes.lay([_label(row) for row in found])
    ends = [cells.size(row[column]) for row in found for column in ("value", "target")]
    most = 100.0 if found[0]["unit"] == "%" else max((e for e in ends if e is not None), default=1)
    has_target = any(not cells.missing(row["target"]) for row in found)
    drawn = lanes.figure(
        laid,
        theme,
        "┃ target" if has_target else "",
        xaxis=look.unseen(0, max(most, 1) * 1.01),
    )
    drawn.add_trace(
        lanes.lengths(
            laid,
            [cells.size(row["value"]) for row in found],
            [look.plain(said(row)) for row in found],
            color=look.PALETTE[theme][0],
        )
    )
    if has_target:
        drawn.add_trace(lanes.ticks(laid, [cells.size(row["target"]) for row in found], theme))
    return drawn


def describe(rows: pd.DataFrame) -> str:
    """Who reached the target, who is furthest from it, and who returned nothing."""
    found = cells.records(rows)
    if not found:
        return NONE
    parts = []
    aimed = [row for row in found if not cells.missing(row["against_target"])]
    if aimed:
        there = [row for row in aimed if row["against_target"] == "reached"]
        parts.append(
            f"{len(there) or 'none'} of {words.count(len(aimed), 'agency')} "
            f"{words.verb(max(len(there), 1), 'has', 'have')} reached the target"
        )
        behind = [row for row in aimed if row["against_target"] != "reached"]
        if behind:
            last = max(behind, key=lambda row: abs(row["value"] - row["target"]))
            parts.append(
                f"furthest from it {last['agency_name']}, {_value(last)} against "
                f"{_unit(last['target'], last['unit'])}"
            )
    else:
        parts += [f"{row['agency_name']} {_value(row)}" for row in found if not row["is_missing"]]
    silent = [row["agency_name"] for row in found if row["is_missing"]]
    if silent:
        parts.append(f"no figure for the latest period from {words.join_and(silent)}")
    return words.sentence("; ".join(parts))


def served(rows: pd.DataFrame) -> str:
    """Which measures of a service have missed their target or not reached it yet.

    Columns: name, against_target, is_missing and those of ``said``.
    """
    found = cells.records(rows)
    if not found:
        return NONE
    parts = []
    for standing, words_ in (("missed", "target missed"), ("not yet", "target not reached yet")):
        named = [f"“{row['name']}”" for row in found if row["against_target"] == standing]
        if named:
            parts.append(f"{words_} in {words.join_and(named)}")
    return words.sentence("; ".join(parts) or "every target that is set is reached")


def paths(
    rows: pd.DataFrame, launched: pd.DataFrame | None = None, theme: str = "light"
) -> go.Figure:
    """One lane a series over the same time, each from its own lowest to its highest value.

    Columns: series, label, unit, period_start, period_end, value, status, in order of time.
    The first row of ``launched`` has the day of a launch as on_day. Withheld figures are gaps.
    """
    series = _grouped(rows)
    if not series:
        return look.empty("No figure is known by this day.", theme)
    launch = None if launched is None or launched.empty else cells.day(launched["on_day"].iloc[0])
    days = [cells.known_day(row["period_end"]) for found in series for row in found]
    reach = lanes.span(days if launch is None else [*days, launch])
    laid = lanes.lay([look.wrap(_last(found[-1]), look.CHARACTERS) for found in series])
    drawn = lanes.figure(
        laid,
        theme,
        "" if launch is None else f"│ launched on {words.short_day(launch)}",
        foot=44,
        xaxis=lanes.days_axis(reach),
        shapes=[] if launch is None else [lanes.upright(launch, theme)],
    )
    drawn.add_trace(_line(series, laid, theme))
    return drawn


def ran(rows: pd.DataFrame) -> str:
    """Over which days the figures run, and how many points that gives."""
    series = _grouped(rows)
    if not series:
        return "No figure is known by this day."
    days = [cells.known_day(row["period_end"]) for found in series for row in found]
    most = max(len(found) for found in series)
    return (
        f"Figures from {words.short_day(min(days))} to {words.short_day(max(days))}, "
        f"{words.count(most, 'point')} at most; each line from its own lowest to its own highest."
    )


def targets(name: str = "agency_name", head: str = "Agency") -> tables.Columns:
    """Columns of the table twin, a row for each value of the column ``name``."""
    return {
        head: tables.title(name),
        "Period": lambda row: tables.plain(values.period(row["period_start"], row["period_end"])),
        "Value": lambda row: tables.plain(_value(row)),
        "Counted": lambda row: tables.plain(_counted(row)),
        "Before": lambda row: tables.plain(_unit(row["previous_value"], row["unit"])),
        "Target": lambda row: tables.plain(_target(row) or values.NONE),
    }


EVERY: tables.Columns = {"Measure": tables.text("name"), **targets()}

RUN: tables.Columns = {
    "Series": tables.title("label"),
    "Period": lambda row: tables.plain(values.period(row["period_start"], row["period_end"])),
    "Value": lambda row: tables.plain(_value(row)),
    "Counted": lambda row: tables.plain(_counted(row)),
}


def said(row: Row) -> str:
    """``59%, 236 of 400, Jan 2018; target 60% by 31 Mar 2018, not yet reached``."""
    when = values.period(row["period_start"], row["period_end"])
    parts = [_value(row)]
    if row["unit"] != "count" and not cells.missing(row["number"]):
        parts.append(_counted(row))
    if when != values.NONE:
        parts.append(when)
    target = _target(row)
    return "; ".join([", ".join(parts), *([f"target {target}"] if target else [])])


def _target(row: Row) -> str:
    if cells.missing(row["target"]):
        return ""
    way = "at most " if row["better"] == "lower" else ""
    by = f"{way}{_unit(row['target'], row['unit'])} by {words.short_day(row['target_due_on'])}"
    standing = _STANDING.get(cells.text(row["against_target"]))
    return f"{by}, {standing}" if standing else by


def _label(row: Row) -> str:
    late = " (not for the latest period)" if row["is_missing"] and row["status"] is not None else ""
    name = look.bold(row["agency_name"], look.CHARACTERS)
    return f"{name}<br>{look.wrap(said(row) + late, look.CHARACTERS)}"


def _value(row: Row) -> str:
    status = cells.text(row["status"])
    if status:
        return values.WITHHELD.get(status, status)
    if cells.missing(row["period_end"]):
        return "no return"
    return "none to count from" if cells.missing(row["value"]) else _unit(row["value"], row["unit"])


def _counted(row: Row) -> str:
    if cells.missing(row["number"]):
        return values.NONE
    if cells.missing(row["of_number"]):
        return f"{cells.number(row['number']):,}"
    return f"{cells.number(row['number']):,} of {row['of_number']:,g}"


def _unit(value: object, unit: str) -> str:
    if cells.missing(value):
        return values.NONE
    number = f"{float(str(value)):,g}"
    return {"%": f"{number}%", "count": number}.get(unit, f"{number} {unit}")


def _last(row: Row) -> str:
    when = values.period(row["period_start"], row["period_end"])
    return f"{row['label']}: {_value(row)}, {when}"


def _grouped(rows: pd.DataFrame) -> list[list[dict[str, Any]]]:
    found: dict[str, list[dict[str, Any]]] = {}
    for row in cells.records(rows):
        found.setdefault(str(row["series"]), []).append(row)
    return list(found.values())


def _line(series: list[list[dict[str, Any]]], laid: lanes.Lanes, theme: str) -> Trace:
    across: list[date | None] = []
    up: list[float | None] = []
    hover: list[str] = []
    for found, middle in zip(series, laid.middles(), strict=True):
        across += [*(cells.known_day(row["period_end"]) for row in found), None]
        up += [*sparks.heights([row["value"] for row in found], middle), None]
        hover += [*(look.plain(_last(row)) for row in found), ""]
    return scatter_trace(
        x=across, y=up, mode="lines+markers", connectgaps=False,
        hovertext=hover, hovertemplate="%{hovertext}<extra></extra>",
        line={"color": look.PALETTE[theme][0], "width": 2}, marker={"size": 6},
    )  # fmt: skip
