"""Horizontal bars of counts: label and count in words above each bar, so no axis is needed."""

from collections.abc import Sequence
from dataclasses import dataclass

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
    return drawn.add_trace(_trace(bars, laid, name))


def _trace(bars: Sequence[Bar], laid: lanes.Lanes, name: str) -> Trace:
    looks = [None if bar.rating is None else brag.look(bar.rating) for bar in bars]
    unrated = theme.PALETTE[name][0]
    return bar_trace(
        orientation="h",
        y=laid.middles(),
        x=[bar.length for bar in bars],
        width=[lanes.STRIP - 2] * len(bars),
        hovertext=[theme.stacked(bar.title, bar.detail, bar.more) for bar in bars],
        hoverinfo="text",
        marker={
            "color": [look.colour(name) if look else unrated for look in looks],
            "pattern": pattern(name, *looks),
        },
    )


def hidden(longest: int) -> dict[str, object]:
    """A count axis that is not shown, from nought."""
    return theme.unseen(0, max(longest, 1))


def pattern(name: str, *looks: brag.Look | None) -> dict[str, object]:
    """The pattern of a rating: fine marks in the background's colour, over the fill.

    Of several looks each bar has its own, and none where there is none.
    """
    shapes = [look.pattern if look else "" for look in looks]
    return {
        "shape": shapes[0] if len(shapes) == 1 else shapes,
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
