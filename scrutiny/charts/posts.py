"""Social workers' posts: filled and vacant, and the rates beside those of others."""

import pandas as pd
import plotly.graph_objects as go

from scrutiny.charts import cells, tables, values, words
from scrutiny.charts import theme as look
from scrutiny.charts.trace import bar_trace


def since(rows: pd.DataFrame, area: str) -> str:
    """What is published about posts in the area, and what is not, by the day."""
    found = cells.records(rows)
    if not found:
        return (
            f"By this day nothing is published for {area} about social workers' posts and "
            "vacancies since April 2009."
        )
    said = f"Nothing is published for {area} between April 2009 and "
    said += f"{words.day(found[0]['period_end'])}, the first vacancy rate"
    filled = [row for row in found if not cells.missing(row["filled"])]
    if not filled:
        return f"{said}; posts and vacancies themselves are not published by this day."
    return f"{said}; posts and vacancies themselves since {words.day(filled[0]['period_end'])}."


def stacked(rows: pd.DataFrame, theme: str = "light") -> go.Figure:
    """Posts filled and vacant on each 30 September, one bar a year.

    Columns: period_end, filled, vacant.
    """
    found = [row for row in cells.records(rows) if not cells.missing(row["filled"])]
    if not found:
        return look.empty("No posts were published by this day.", theme)
    top = max(float(row["filled"]) + _vacant(row) for row in found)
    years = [f"{cells.known_day(row['period_end']):%b %Y}" for row in found]
    drawn = look.figure(
        theme,
        300,
        margin={"l": 44, "r": 8, "t": 30, "b": 30},
        barmode="stack",
        xaxis={"type": "category", "nticks": 6, **look.CORNER},
        yaxis={"range": [0, top * 1.1], "showgrid": True, "automargin": False, "nticks": 5},
        annotations=[
            look.note("■ filled, ▨ vacant (full-time equivalent)", x=0, y=1, yanchor="bottom")
        ],
    )
    blue, _, _, orange = look.PALETTE[theme]
    for column, colour, shape in (("filled", blue, ""), ("vacant", orange, "/")):
        drawn.add_trace(
            bar_trace(
                x=years, y=[None if cells.missing(r[column]) else float(r[column]) for r in found],
                marker={"color": colour, "pattern": {"shape": shape, "fgcolor": look.TEXT[theme]}},
                hovertext=[
                    f"{year}: {values.number(row[column], 'FTE')} {column}"
                    for year, row in zip(years, found, strict=True)
                ],
                hovertemplate="%{hovertext}<extra></extra>",
            )
        )  # fmt: skip
    return drawn


def describe(rows: pd.DataFrame) -> str:
    """Posts filled and vacant at the last count, and the vacancy rate beside others."""
    found = [row for row in cells.records(rows) if not cells.missing(row["filled"])]
    if not found:
        return "No posts were published by this day."
    row = found[-1]
    said = (
        f"on {words.day(row['period_end'])}, {values.number(row['filled'], 'FTE')} full-time "
        f"equivalent posts were filled and {values.number(row['vacant'], 'FTE')} vacant, "
        f"{values.number(row['vacancy_rate'], '%')}"
    )
    if cells.missing(row["england_vacancy_rate"]):
        return words.sentence(said)
    return words.sentence(f"{said}; in England {values.number(row['england_vacancy_rate'], '%')}")


def _vacant(row: dict[str, object]) -> float:
    return 0.0 if cells.missing(row["vacant"]) else float(str(row["vacant"]))


def _percent(column: str) -> tables.Cell:
    return _shown(column, "%")


def _shown(column: str, unit: str = "") -> tables.Cell:
    return lambda row: tables.plain(values.figure(row, unit, column))


def columns(statistic: str, model: str) -> tables.Columns:
    """Columns of the table twin; the neighbours' figure says its statistic and model."""
    return {
        "On": tables.day("period_end"),
        "Filled": _shown("filled", "FTE"),
        "Vacant": _shown("vacant", "FTE"),
        "Vacancy rate": _percent("vacancy_rate"),
        "England": _percent("england_vacancy_rate"),
        f"Neighbours' {statistic}, {model}": _percent(f"neighbours_{statistic}"),
        "Turnover": _percent("turnover_rate"),
        "Agency": _percent("agency_rate"),
        "Caseload": _shown("caseload"),
        "Absence": _percent("absence_rate"),
    }
