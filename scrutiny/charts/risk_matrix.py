"""The risk matrix: five by five cells, each risk in its own, and where it stood before.

The vertical axis counts pixels from the top, so that a cell with many risks is as high as it needs.
"""

from itertools import pairwise
from typing import Any, Final

import pandas as pd
import plotly.graph_objects as go

from scrutiny.charts import cells, risks, tables, words
from scrutiny.charts import theme as look
from scrutiny.charts.trace import Trace, scatter_trace

# How a band looks; its word and the score stand in every cell, so colour never stands alone.
BANDS: Final[dict[str, dict[str, str]]] = {
    "low": {"light": "#f3f4f5", "dark": "#1d2227"},
    "medium": {"light": "#fdebdd", "dark": "#3a2a1e"},
    "high": {"light": "#f9cdab", "dark": "#5f3b20"},
    "very high": {"light": "#f2a36f", "dark": "#8a4b1e"},
}
MOVES: Final = {"up": "▲", "down": "▼", "across": "▶", "new": "new", "scored": "new"}
IMPACT: Final = "Impact, from 1 slight to 5 severe"
LEFT, FOOT = 22, 44  # pixels for the numbers beside and below
_HEAD = 32  # pixels a cell takes for its score and band
_LEAST = 62  # pixels a row takes at least
Cell = tuple[int, int]


def drawn(rows: pd.DataFrame, theme: str = "light") -> go.Figure:
    """Likelihood upwards, impact to the right. Columns: as risks/matrix gives them."""
    found = cells.records(rows)
    inside = _inside(found)
    heights = [
        max(
            _LEAST,
            _HEAD + 8 + look.LINE * max(_lines(inside[row, column]) for column in range(1, 6)),
        )
        for row in range(5, 0, -1)
    ]
    tops = [sum(heights[:place]) for place in range(6)]
    bands = {(row["likelihood"], row["impact"]): cells.text(row["band"]) for row in found}
    key = look.wrap(_key(found), look.CHARACTERS)
    head = look.lines(key) * look.LINE + 10
    return look.figure(
        theme,
        tops[-1] + head + FOOT,
        margin={"l": LEFT, "r": 2, "t": head, "b": FOOT},
        xaxis=_axis([0.5, 5.5], range(1, 6), range(1, 6)),
        yaxis=_axis([tops[-1], 0], [(a + b) / 2 for a, b in pairwise(tops)],
                    range(5, 0, -1)),
        shapes=[
            _box(column, tops[5 - row], tops[6 - row], bands.get((row, column), ""), theme)
            for row, column in inside
        ],
        annotations=[
            look.note(key, x=0, y=1, yanchor="top", yshift=head, xshift=-LEFT),
            look.note(IMPACT, x=0, y=0, yanchor="top", yshift=-22),
            *(
                _words(column, tops[5 - row], row * column, bands.get((row, column), ""), risk)
                for (row, column), risk in inside.items()
            ),
        ],
    ).add_trace(_hovers(found, tops, theme))  # fmt: skip


def describe(rows: pd.DataFrame) -> str:
    """Which risks stand in which band, highest first."""
    placed = [row for row in cells.records(rows) if not cells.missing(row["risk_id"])]
    placed.sort(key=lambda row: cells.number(row["position"]))
    if not placed:
        return risks.UNSCORED
    parts = []
    for band in reversed(BANDS):
        of = [risks.number(row) for row in placed if row["band"] == band]
        if of:
            parts.append(f"{len(of)} {words.verb(len(of), 'stands', 'stand')} {band}")
            parts[-1] += f" ({words.join_and(of)})"
    many = words.count(len(placed), "risk")
    if not parts:
        return f"{words.capital(many)} scored; no bands are set."
    return f"Of {many} with a score, {words.join_and(parts)}."


COLUMNS: tables.Columns = {
    "Risk": risks.name,
    "Likelihood": tables.number("likelihood"),
    "Impact": tables.number("impact"),
    "Score": tables.number("score"),
    "Band": tables.capital("band"),
    "Score before": tables.number("score_before"),
}
"""The twin, from the rows of risks/list."""


def _inside(found: list[dict[str, Any]]) -> dict[Cell, list[str]]:
    """The lines of each cell: risks in it, then in brackets those that stood there before."""
    inside: dict[Cell, list[str]] = {(r, c): [] for r in range(1, 6) for c in range(1, 6)}
    for row in (row for row in found if not cells.missing(row["risk_id"])):
        name = risks.number(row)
        shown = f"<b>{name}</b>" if row["is_above"] else name
        moved = MOVES.get(row["movement"], "")
        inside[row["likelihood"], row["impact"]].append(f"{shown} {moved}".rstrip())
    left: dict[Cell, list[str]] = {}
    for row in (row for row in found if row["movement"] in ("up", "down", "across")):
        was = cells.number(row["likelihood_before"]), cells.number(row["impact_before"])
        left.setdefault(was, []).append(risks.number(row))
    for was, names in left.items():
        pairs = [", ".join(names[at : at + 2]) for at in range(0, len(names), 2)]
        inside[was].append(f'<span style="font-size:12px">({",<br>".join(pairs)})</span>')
    return inside


def _lines(words_: list[str]) -> int:
    return sum(look.lines(line) for line in words_)


def _key(found: list[dict[str, Any]]) -> str:
    since = words.short_day(found[0]["compared_on"]) if found else words.NOT_KNOWN
    return (
        "Likelihood, from 1 rare up to 5 almost certain. Bold: above appetite. ▲ higher, "
        f"▼ lower, in brackets: where it stood on {since}."
    )


def _axis(reach: list[float], places: Any, names: Any) -> dict[str, Any]:
    return {
        "range": reach, "tickvals": list(places), "ticktext": [str(name) for name in names],
        "automargin": False,
    }  # fmt: skip


def _box(column: int, top: float, foot: float, band: str, theme: str) -> dict[str, Any]:
    return {
        "type": "rect", "x0": column - 0.5, "x1": column + 0.5, "y0": top, "y1": foot,
        "layer": "below", "line": {"color": look.QUIET[theme], "width": 1},
        "fillcolor": BANDS[band][theme] if band in BANDS else look.BACKGROUND[theme],
    }  # fmt: skip


def _words(column: int, top: float, score: int, band: str, lines: list[str]) -> dict[str, Any]:
    head = f'<span style="font-size:11px">{score}<br>{band}</span>'
    return look.note(
        "<br>".join([head, *lines]),
        x=column, y=top, xref="x", yref="y", xanchor="center", yanchor="top", align="center",
        yshift=-3,
    )  # fmt: skip


def _hovers(found: list[dict[str, Any]], tops: list[int], theme: str) -> Trace:
    """The titles of the risks of a cell, told where a pointer rests."""
    told: dict[Cell, list[str]] = {}
    for row in (row for row in found if not cells.missing(row["risk_id"])):
        place = row["likelihood"], row["impact"]
        told.setdefault(place, []).append(f"{risks.number(row)} {row['title']}")
    return scatter_trace(
        mode="markers",
        x=[column for _, column in told],
        y=[(tops[5 - row] + tops[6 - row]) / 2 for row, _ in told],
        hovertext=[look.stacked(*titles) for titles in told.values()],
        hovertemplate="%{hovertext}<extra></extra>",
        marker={"size": 40, "opacity": 0, "color": look.TEXT[theme]},
    )
