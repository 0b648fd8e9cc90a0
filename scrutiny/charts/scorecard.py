"""The scorecard: one line an indicator, with its path, its comparators and its signal."""

from collections.abc import Mapping
from functools import cache
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from scrutiny.charts import cells, gaps, lanes, sparks, tables, values, words
from scrutiny.charts import theme as look
from scrutiny.charts.trace import Trace, scatter_trace

_CAPTION = (
    "■ needs attention: a signal of concern, or the worst quarter of all authorities. Counts of "
    "activity are neither good nor bad and never need attention. A change is measured against "
    "normal variation only where there are 13 monthly or quarterly points"
)
_RANKS = "Rank 1 is the best, ties share it, and quarters run from A, the best, to D."
_DAY = "The day of publication is not recorded, so a figure counts from the day its period ended."
POINTS = 16  # periods in a sparkline, as many as the question gives


def attention(as_at: object) -> tables.Columns:
    """Columns of the indicators that need attention."""
    return {
        "Indicator": lambda row: _named(row, as_at),
        "Latest": lambda row: tables.plain(
            f"{values.figure(row, row['unit'])}, "
            f"{values.period(row['period_start'], row['period_end'])}"
        ),
        "England": lambda row: tables.plain(values.number(row["england"], row["unit"])),
        "Rank": lambda row: tables.plain(values.quartile(row)),
        "Signal": lambda row: tables.plain(
            values.VARIATION.get(cells.text(row["variation"]), values.NONE)
        ),
        "Bears on": lambda row: tables.plain(row["recommendations"].replace(" ", ", ")),
    }


def noted(rows: pd.DataFrame) -> str:
    """Which indicators need attention, worst first."""
    if rows.empty:
        return "No indicator is in the worst quarter of authorities or shows a signal of concern."
    first = cells.records(rows)[0]
    many = words.count(len(rows), "indicator")
    return words.capital(
        f"{many} {words.verb(len(rows), 'is', 'are')} in the worst quarter of authorities or "
        f"{words.verb(len(rows), 'shows', 'show')} a signal of concern; first “{first['name']}”, "
        f"{values.figure(first, first['unit'])}."
    )


def caption(rows: pd.DataFrame, statistic: str) -> str:
    """How to read the scorecard: rules with their version and points, and the neighbours' model."""
    found = cells.records(rows)
    judged = [row for row in found if not cells.missing(row["points"])]
    rules = words.join_and(sorted({cells.text(row["rules"]) for row in judged}))
    counted = [
        f"{row['name']}, {words.count(cells.number(row['points']), 'point')}" for row in judged
    ]
    ruled = f" (rules: {rules}; {words.join_and(counted)})" if counted else ""
    model = f" Neighbours: {statistic}, model {found[0]['model']}." if found else ""
    return f"{_CAPTION}{ruled}.{model} {_RANKS} {_DAY}"


def _named(row: dict[str, Any], as_at: object) -> str:
    address = tables.address("indicator", as_at, indicator=row["name"])
    return f"[{tables.plain(row['name'])}]({address})"


def columns(statistic: str, model: str, as_at: object) -> tables.Columns:
    """Columns of the scorecard; the neighbours' figure says its statistic and model."""
    return {
        "Indicator": _link(as_at),
        "Latest": lambda row: tables.plain(_latest(row)),
        "On a year before": lambda row: tables.plain(_change(row)),
        f"Beside others; neighbours' {statistic}, model {model}": lambda row: tables.plain(
            _others(row, statistic)
        ),
        "Rank": lambda row: tables.plain(values.quartile(row)),
        "Signal": lambda row: tables.plain(_signal(row)),
    }


def _link(as_at: object) -> tables.Cell:
    def show(row: dict[str, Any]) -> str:
        mark = "■ " if row["is_attention"] else ""
        bears = row["recommendations"].replace(" ", ", ")
        named = f" {tables.plain(f'({bears})')}" if bears else ""
        return f"{mark}{_named(row, as_at)}{named}"

    return show


def _latest(row: Mapping[str, Any]) -> str:
    parts = cells.number(row["parts"])
    if parts:
        return f"in {parts} parts"
    if cells.missing(row["period_end"]):
        return "none by this day"
    when = values.period(row["period_start"], row["period_end"])
    return f"{values.figure(dict(row), row['unit'])}, {when}"


def _others(row: Mapping[str, Any], statistic: str) -> str:
    # counts of areas of other sizes say nothing beside one another
    if row["unit"] in values.COUNTS:
        return values.NONE
    beside = {"England": "england", "South East": "south_east"}
    beside |= {"neighbours": f"neighbours_{statistic}"}
    found = {who: values.short(row, row["unit"], column) for who, column in beside.items()}
    if set(found.values()) == {values.NONE}:
        return values.NONE
    return ", ".join(f"{who} {said}" for who, said in found.items())


def _change(row: Mapping[str, Any]) -> str:
    found = values.change(row["change"], row["unit"])
    return found if found == values.NONE else f"{found}; {row['size']}"


def _signal(row: Mapping[str, Any]) -> str:
    variation = values.VARIATION.get(cells.text(row["variation"]), "")
    assurance = values.ASSURANCE.get(cells.text(row["assurance"]), "")
    return "; ".join(part for part in (variation, assurance) if part) or values.NONE


def group(key: str) -> str:
    """The heading of a theme or agency."""
    return words.capital(key.replace("_", " "))


def describe(rows: pd.DataFrame) -> str:
    """How many indicators have a figure, and which need attention."""
    if rows.empty:
        return "No indicator matches these filters."
    known = [
        row
        for row in cells.records(rows)
        if not cells.missing(row["period_end"]) or cells.number(row["parts"])
    ]
    if not known:
        return "No indicator has a figure by this day."
    worse = [row["name"] for row in known if row["is_attention"]]
    of = f"{words.count(len(known), 'indicator')} {words.verb(len(known), 'has', 'have')} a figure"
    if not worse:
        return f"{words.capital(of)}; none is in the worst quarter or shows a signal of concern."
    named = words.join_and([f"“{name}”" for name in worse[:3]])
    rest = f" and {len(worse) - 3} more" if len(worse) > 3 else ""
    return words.capital(
        f"{of}; {len(worse):,} {words.verb(len(worse), 'is', 'are')} in the worst quarter of "
        f"authorities or {words.verb(len(worse), 'shows', 'show')} a signal of concern: "
        f"{named}{rest}."
    )


def paths(rows: pd.DataFrame, theme: str = "light") -> go.Figure:
    """One lane an indicator: its last values, each lane from its own lowest to its highest.

    Columns: indicator_id, name, unit, period_end, value, status, in order; a withheld value is a
    gap.
    """
    recent = sparks.grouped(rows)
    if not recent:
        return look.empty("No indicator has a figure by this day.", theme)
    laid = sparks.lay(recent)
    chart = lanes.figure(laid, theme, xaxis=look.unseen(-0.4, POINTS - 0.6))
    chart.add_traces(
        sparks.lines(
            recent, laid, lambda found: range(POINTS - len(found), POINTS), theme, mode="lines"
        )
    )
    chart.add_trace(_ends(recent, laid, theme))
    return chart


def drawn(rows: pd.DataFrame, kept: pd.DataFrame) -> pd.DataFrame:
    """The rows of the indicators that ``kept`` has by indicator_id, as ``paths`` takes them."""
    return rows[rows["indicator_id"].isin(kept["indicator_id"])]


def legend(rows: pd.DataFrame) -> str:
    """How to read the lines, and the symbols that stand in them for withheld figures."""
    marks = gaps.legend(cells.records(rows))
    return (
        f"At most {POINTS} periods, each line from its own lowest to its own highest figure; a "
        f"break in a line is a break in what was counted.{f' Withheld: {marks}.' if marks else ''}"
    )


def spelled(rows: pd.DataFrame) -> tables.Columns:
    """Columns of the table twin of the lines: every figure in words, withheld ones by their mark.

    ``rows`` as ``paths`` takes them.
    """

    @cache
    def told() -> dict[str, str]:
        return {found[0]["indicator_id"]: _figures(found) for found in sparks.together(rows)}

    def figures(row: dict[str, Any]) -> str:
        if cells.number(row["parts"]):
            return tables.plain(f"in {cells.number(row['parts'])} parts, which its own page has")
        return tables.plain(told().get(row["indicator_id"], values.NONE))

    return {
        "Indicator": tables.text("name"),
        "Figures by the month in which their period ends, oldest first": figures,
    }


def _figures(found: list[dict[str, Any]]) -> str:
    """``Mar 2017 23.0%; Mar 2018 c (confidential)``, and where a break lies."""
    said: list[str] = []
    for place, row in enumerate(found):
        anew = place and row["part"] != found[place - 1]["part"]
        mark = cells.missing(row["value"])
        figure = (values.figure if mark else values.short)(row, row["unit"])
        month = f"{cells.known_day(row['period_end']):%b %Y}"
        said.append(f"{'after a break: ' if anew else ''}{month} {figure}")
    return "; ".join(said)


def _ends(recent: list[list[dict[str, Any]]], laid: lanes.Lanes, theme: str) -> Trace:
    """A dot on the last value of each lane, where it is not withheld."""
    lasts = [
        (sparks.heights([row["value"] for row in found], middle)[-1], sparks.label(found[-1]))
        for found, middle in zip(recent, laid.middles(), strict=True)
        if not cells.missing(found[-1]["value"])
    ]
    return scatter_trace(
        x=[POINTS - 1] * len(lasts), y=[height for height, _ in lasts], mode="markers",
        hovertext=[look.plain(said) for _, said in lasts],
        hovertemplate="%{hovertext}<extra></extra>",
        marker={"color": look.PALETTE[theme][0], "size": 8},
    )  # fmt: skip
