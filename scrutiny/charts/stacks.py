"""Horizontal bars made of parts, each with its own colour, pattern, shape and word."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import plotly.graph_objects as go

from scrutiny.charts import counts, lanes
from scrutiny.charts import theme as look
from scrutiny.charts.brag import Look
from scrutiny.charts.trace import Trace, bar_trace


@dataclass(frozen=True)
class Stack:
    """One bar: harmless wrapped label, the size of each part, and what a hover says of each."""

    label: str
    sizes: Mapping[str, float]
    hovers: Mapping[str, str]


def draw(
    stacks: Sequence[Stack], looks: Mapping[str, Look], theme: str, longest: float | None = None
) -> go.Figure:
    """The bars in their order, parts in the order of ``looks``. ``stacks`` must not be empty.

    ``longest`` is the size that fills the width; without it, that of the longest bar.
    """
    laid = lanes.lay([stack.label for stack in stacks])
    shown = [key for key in looks if any(stack.sizes.get(key) for stack in stacks)]
    full = longest or max(sum(stack.sizes.values()) for stack in stacks)
    drawn = lanes.figure(
        laid,
        theme,
        key=key_of([looks[key] for key in shown], theme),
        xaxis=look.unseen(0, full or 1),
        barmode="stack",
    )
    for key in shown:
        drawn.add_trace(_trace(key, looks[key], stacks, laid, theme))
    return drawn


def glyph(found: Look, theme: str) -> str:
    """A shape in its colour, for text inside a figure."""
    return f'<span style="color:{found.colour(theme)}">{found.shape}</span>'


def key_of(shown: Sequence[Look], theme: str) -> str:
    """The shapes and words shown, in lines that fit a narrow screen."""
    rows: list[list[Look]] = [[]]
    for each in shown:
        row = [*rows[-1], each]
        if len("   ".join(f"{one.shape} {one.word}" for one in row)) > look.CHARACTERS:
            rows.append([])
        rows[-1].append(each)
    return "<br>".join(
        "   ".join(f"{glyph(one, theme)} {one.word}" for one in row) for row in rows if row
    )


def _trace(key: str, found: Look, stacks: Sequence[Stack], laid: lanes.Lanes, theme: str) -> Trace:
    return bar_trace(
        name=found.word,
        orientation="h",
        y=laid.middles(),
        x=[stack.sizes.get(key, 0) for stack in stacks],
        width=[lanes.STRIP - 2] * len(stacks),
        hovertext=[look.stacked(stack.hovers.get(key, "")) for stack in stacks],
        hoverinfo="text",
        marker={
            "color": found.colour(theme),
            "line": {"color": look.BACKGROUND[theme], "width": 2},
            "pattern": counts.pattern(theme, found),
        },
    )
