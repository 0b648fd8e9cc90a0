"""What readers are shown is what tests check: charts are the same without Plotly's checks."""

import json
from typing import Any

import pytest
import streamlit as st

from scrutiny.charts import theme
from tests.pages import screen
from tests.pages.conftest import Look
from tests.pages.test_seen_before import ROLES

NO_CHARTS = {"report", "enter", "data", "methods"}
_LAID_OUT = theme._laid_out  # as readers have it; tests have one that checks


def test_charts_are_the_same_whether_their_layouts_are_checked_or_not(
    look: Look, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = {name: {"role": ROLES[name]} if name in ROLES else {} for name in screen.FILES}
    checked = {name: look(name, **query).charts for name, query in asked.items()}
    assert {name for name, charts in checked.items() if not charts} == NO_CHARTS
    monkeypatch.setattr(theme, "_laid_out", _LAID_OUT)
    st.cache_resource.clear()  # with the charts that were kept
    unchecked = {
        name: screen.read(screen.visit(name, query)).charts for name, query in asked.items()
    }
    st.cache_resource.clear()
    for name, charts in checked.items():
        assert list(map(_drawn, unchecked[name])) == list(map(_drawn, charts)), name


def _drawn(chart: str) -> dict[str, Any]:
    """What is drawn of a chart: Plotly leaves an empty list of shapes out when it checks."""
    figure: dict[str, Any] = json.loads(chart)
    figure["layout"] = {name: value for name, value in figure["layout"].items() if value != []}
    return figure
