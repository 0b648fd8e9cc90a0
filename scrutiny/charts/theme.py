"""Light and dark layouts, and text that is safe inside a figure.

Streamlit changes Plotly's process-wide template, so every figure starts from "none" and takes
everything it shows from here.
"""

import textwrap
from functools import lru_cache
from html import escape
from typing import Any, Final

import plotly.graph_objects as go
import plotly.io as pio

FONT: Final = '"Source Sans", "Source Sans Pro", Arial, sans-serif'
SIZE: Final = 14
LINE: Final = 19  # pixels a line of text takes at SIZE
CHARACTERS: Final = 36  # what fits across a 320 pixel screen at SIZE

BACKGROUND: Final = {"light": "#ffffff", "dark": "#14171a"}  # as .streamlit/config.toml
TEXT: Final = {"light": "#0b0c0c", "dark": "#ffffff"}
QUIET: Final = {"light": "#505a5f", "dark": "#b8bfc5"}
GRID: Final = {"light": "#e3e5e6", "dark": "#2c323b"}
GREY: Final = {"light": "#bfbfbf", "dark": "#59626c"}
PALETTE: Final = {
    "light": ("#12436D", "#28A197", "#801650", "#F46A25"),
    "dark": ("#6CB0F2", "#4FC4BA", "#E58AB9", "#FF9A66"),
}

_NO_TEMPLATE: Final = pio.templates["none"].to_plotly_json()  # as a layout holds it

# For st.plotly_chart(config=...): no toolbar, no zoom that traps a scrolling finger.
CONFIG: Final[dict[str, Any]] = {"displayModeBar": False, "scrollZoom": False, "showTips": False}


def _axis(theme: str) -> dict[str, Any]:
    return {
        "automargin": True,
        "fixedrange": True,
        "showgrid": False,
        "zeroline": False,
        "tickangle": 0,
        "ticks": "",
        "gridcolor": GRID[theme],
        "linecolor": QUIET[theme],
        "tickfont": {"color": QUIET[theme], "size": 13},
    }


def _layout(theme: str) -> dict[str, Any]:
    return {
        "template": _NO_TEMPLATE,
        "paper_bgcolor": "rgba(0,0,0,0)",
        "plot_bgcolor": "rgba(0,0,0,0)",
        "font": {"family": FONT, "size": SIZE, "color": TEXT[theme]},
        "colorway": list(PALETTE[theme]),
        "margin": {"l": 2, "r": 2, "t": 6, "b": 6},
        "showlegend": False,
        "dragmode": False,
        "hoverlabel": {
            "align": "left",
            "bgcolor": BACKGROUND[theme],
            "bordercolor": QUIET[theme],
            "font": {"family": FONT, "size": 13, "color": TEXT[theme]},
            "namelength": -1,
        },
        "xaxis": _axis(theme),
        "yaxis": _axis(theme),
    }


_LAYOUTS: Final = {theme: _layout(theme) for theme in BACKGROUND}


def figure(theme: str, height: int, **layout: Any) -> go.Figure:
    """An empty figure in our look, ``height`` pixels high and as wide as its place.

    ``layout`` is Plotly's; a dictionary (an axis, the margin) is laid over ours key by key, but
    an axis from ``unseen`` takes the place of ours. Raises ValueError when the theme is not
    "light" or "dark".
    """
    if theme not in _LAYOUTS:
        raise ValueError(f"unknown theme {theme!r}; known are {', '.join(_LAYOUTS)}")
    whole = dict(_LAYOUTS[theme], height=height)
    for key, value in layout.items():
        ours = whole.get(key)
        merge = isinstance(ours, dict) and isinstance(value, dict) and value.get("visible", True)
        whole[key] = {**whole[key], **value} if merge else value
    return _laid_out(whole)


def _laid_out(layout: dict[str, Any]) -> go.Figure:
    # Plotly takes longer to check a layout than DuckDB to answer a question, so ours are checked by
    # the tests instead (tests/conftest.py), as is what is laid over them later. Traces are checked
    # here, when they are added. Why: decision 21.
    return go.Figure(layout=layout, _validate=False)


def unseen(low: float, high: float) -> dict[str, Any]:
    """An axis that is not drawn, from ``low`` to ``high``: without a look for Plotly to check."""
    return {"visible": False, "fixedrange": True, "range": [low, high]}


def empty(message: str, theme: str = "light") -> go.Figure:
    """A figure without data that says so in words."""
    words = note(wrap(message, CHARACTERS), x=0, y=0.5, yanchor="middle")
    hidden = unseen(0, 1)
    return figure(theme, 80, xaxis=hidden, yaxis=hidden, annotations=[words])


def note(html: str, **place: Any) -> dict[str, Any]:
    """An annotation of text alone, left-aligned on the paper unless ``place`` says otherwise."""
    return {
        "text": html,
        "showarrow": False,
        "xref": "paper",
        "yref": "paper",
        "xanchor": "left",
        "align": "left",
        "borderpad": 0,
        **place,
    }


def plain(text: object) -> str:
    """Text that people typed, harmless to Plotly: no tags, links, formulas or control marks."""
    one_line = " ".join(str(text).split())
    visible = "".join(letter for letter in one_line if letter.isprintable())
    return escape(visible, quote=False).replace("$", "&#36;")


def wrap(text: object, width: int = 22) -> str:
    """Text made harmless and broken into lines of at most ``width`` characters."""
    return _wrapped(str(text), width)


@lru_cache(4096)  # names and titles come again in every chart and on every day
def _wrapped(text: str, width: int) -> str:
    visible = "".join(c for c in " ".join(text.split()) if c.isprintable())
    return "<br>".join(
        plain(line) for line in textwrap.wrap(visible, width, break_on_hyphens=False)
    )


def bold(text: object, width: int) -> str:
    """Text made harmless, wrapped and bold line by line, for the first lines of a label."""
    inner = wrap(text, width).replace("<br>", "</b><br><b>")
    return f"<b>{inner}</b>"


def stacked(*texts: str) -> str:
    """Texts as people wrote them, made harmless and wrapped, one under the other, for a hover."""
    return "<br>".join(wrap(text, CHARACTERS) for text in texts if text)


def lines(html: str) -> int:
    """How many lines wrapped text takes."""
    return html.count("<br>") + 1 if html else 0


def whole_numbers(highest: int) -> dict[str, Any]:
    """Axis settings for a count: from nought, ticks on whole numbers, five at most."""
    step = 1
    while highest / step > 5:
        step = step * 5 // 2 if str(step).startswith("2") else step * 2
    return {"range": [0, max(highest, 1) * 1.04], "dtick": step, "tick0": 0, "tickformat": ",d"}


CORNER = {"ticklabelstandoff": 6}
"""Keeps the first words below an axis clear of the nought beside its corner."""


def days_axis() -> dict[str, Any]:
    """Axis settings for dates, day before month, year on a second line."""
    return {
        "type": "date",
        "nticks": 6,
        "hoverformat": "%-d %B %Y",
        "tickformatstops": [
            {"dtickrange": [None, 604_800_000], "value": "%-d %b\n%Y"},
            {"dtickrange": [604_800_000, "M1"], "value": "%-d %b\n%Y"},
            {"dtickrange": ["M1", "M12"], "value": "%b\n%Y"},
            {"dtickrange": ["M12", None], "value": "%Y"},
        ],
    }
