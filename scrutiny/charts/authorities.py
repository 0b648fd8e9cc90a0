"""Every authority on one indicator, in order, with the board's area marked."""

import pandas as pd
import plotly.graph_objects as go

from scrutiny.charts import cells, tables, values, words
from scrutiny.charts import theme as look


def ordered(rows: pd.DataFrame, unit: str = "", theme: str = "light") -> go.Figure:
    """One dot an authority from lowest to highest; own area and neighbours stand out.

    Columns: area_name, value, is_own, is_neighbour.
    """
    found = cells.records(rows)
    if not found:
        return look.empty("Not every authority is in the published file.", theme)
    places = list(enumerate(found))
    chart = look.figure(
        theme,
        240,
        margin={"l": 44, "r": 8, "t": 30, "b": 26},
        xaxis={"visible": False, "range": [-2, len(found) + 1]},
        yaxis={"rangemode": "tozero", "showgrid": True, "automargin": False, "nticks": 5},
        annotations=[
            look.note(
                f"<b>{look.plain(row['area_name'])}</b> {values.number(row['value'], unit)}",
                x=place, y=float(row["value"]), xref="x", yref="y", yanchor="bottom", yshift=10,
                xanchor="right" if place > len(found) / 2 else "left",
            )
            for place, row in places
            if row["is_own"]
        ]
        + [look.note("lowest", x=0, y=0, yanchor="top"),
           look.note("highest", x=1, y=0, yanchor="top", xanchor="right")],
    )  # fmt: skip
    blue, teal, _, _ = look.PALETTE[theme]
    for kept, colour, size, symbol in (
        (lambda row: not row["is_own"] and not row["is_neighbour"], look.GREY[theme], 6, "circle"),
        (lambda row: row["is_neighbour"], teal, 9, "diamond"),
        (lambda row: row["is_own"], blue, 13, "square"),
    ):
        chosen = [(place, row) for place, row in places if kept(row)]
        chart.add_trace(
            go.Scatter(
                x=[place for place, _ in chosen], y=[float(row["value"]) for _, row in chosen],
                mode="markers",
                marker={"color": colour, "size": size, "symbol": symbol},
                hovertext=[
                    look.plain(f"{row['area_name']}: {values.number(row['value'], unit)}")
                    for _, row in chosen
                ],
                hovertemplate="%{hovertext}<extra></extra>",
            )
        )  # fmt: skip
    return chart


def describe(rows: pd.DataFrame, unit: str) -> str:
    """Where the board's area lies among all authorities."""
    found = cells.records(rows)
    own = [row for row in found if row["is_own"]]
    if not own:
        return "A rank can not be given: not every authority is in the published file."
    row = own[0]
    way = "from the highest" if row["polarity"] == "neutral" else "from the best"
    when = values.period(row["period_start"], row["period_end"])
    return (
        f"{row['area_name']}, {values.number(row['value'], unit)} ({when}), is "
        f"{cells.number(row['rank']):,} of "
        f"{words.count(len(found), 'authority', 'authorities')}, {way}. "
        f"◆ statistical neighbours, model {row['model']}."
    )


def columns(unit: str) -> tables.Columns:
    """Columns of the table twin, lowest first."""
    return {
        "Authority": tables.text("area_name"),
        "Period end": tables.day("period_end"),
        "Rank": tables.number("rank"),
        "Value": lambda row: tables.plain(values.number(row["value"], unit)),
        "Neighbour": lambda row: "Yes" if row["is_neighbour"] else "No",
    }
