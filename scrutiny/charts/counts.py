"""Horizontal bars of counts: label and count in words above each bar, so no axis is needed."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import plotly.graph_objects as go

from scrutiny.charts import brag, lanes, theme
from scrutiny.charts.trace import Trace, bar_trace


@dataclass(frozen=True)
class Bar:
    """One bar. Texts are as people wrote them; ``more`` is hover text, ``rating`` lends a look."""

    title: str
    detail: str
    length: int
    rating: str | None = None
    more: str = ""


def draw(bars: Sequence[Bar], name: str) -> go.Figure:
    """The bars in their order, scaled to the longest. ``bars`` must not be empty."""
    laid = lanes.lay([_label(bar, name) for bar in bars])
    drawn = lanes.figure(laid, name, xaxis=hidden(max(bar.length for bar in bars)))
    places = list(zip(bars, laid.middles(), strict=True))
    for rating in dict.fromkeys(bar.rating for bar in bars):
        drawn.add_trace(_trace(rating, [p for p in places if p[0].rating == rating], name))
    return drawn


def _trace(rating: str | None, places: list[tuple[Bar, float]], name: str) -> Trace:
    marker: dict[str, Any] = {"color": theme.PALETTE[name][0]}
    if rating is not None:
        look = brag.look(rating)
        marker = {
            "color": look.colour(name),
            "pattern": pattern(name, look),
        }
    return bar_trace(
        orientation="h",
        y=[middle for _, middle in places],
        x=[bar.length for bar, _ in places],
        width=[lanes.STRIP - 2] * len(places),
        hovertext=[theme.stacked(bar.title, bar.detail, bar.more) for bar, _ in places],
        hoverinfo="text",
        marker=marker,
    )


def hidden(longest: int) -> dict[str, object]:
    """A count axis that is not shown, from nought."""
    return theme.unseen(0, max(longest, 1))


def pattern(name: str, look: brag.Look) -> dict[str, object]:
    """The pattern of a rating: fine marks in the background's colour, over the fill."""
    return {
        "shape": look.pattern,
        "fillmode": "overlay",
        "fgcolor": theme.BACKGROUND[name],
        "size": 7,
        "solidity": 0.18,
    }


def _label(bar: Bar, name: str) -> str:
    shape = "" if bar.rating is None else f"{brag.glyph(bar.rating, name)} "
    title = theme.bold(bar.title, theme.CHARACTERS - 2)
    fits = len(bar.title) + len(bar.detail) + 2 <= theme.CHARACTERS
    return f"{shape}{title}{': ' if fits else '<br>'}{theme.wrap(bar.detail, theme.CHARACTERS)}"
