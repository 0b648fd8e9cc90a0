"""Front door of the twin: the dashboard's controls, charts and tables, all of them constants."""

from datetime import date
from typing import Any

import streamlit as st
from constants import ANY_DAY, SHOWN  # type: ignore[import-not-found]

from bench import plan


def controls(shown: dict[str, Any]) -> tuple[date, tuple[str, ...]]:
    """Draws the sidebar; the day and the sub-groups that were chosen."""

    def go_to_meeting() -> None:
        if st.session_state.meeting in shown["meetings"]:
            st.session_state.as_at = shown["meetings"][st.session_state.meeting]

    _, _, args, more, _ = shown["as_at"]
    as_at = st.sidebar.date_input(*args, **more)
    chosen = {}
    for _, method, args, more, _ in shown["controls"][as_at]:
        key = more["key"]
        if key == "meeting":
            held = (title for title, day in shown["meetings"].items() if day == as_at)
            st.session_state.meeting = next(held, ANY_DAY)
            more["on_change"] = go_to_meeting
        chosen[key] = getattr(st.sidebar, method)(*args, **more)
    return as_at, tuple(chosen.get("group", ()))


def body() -> None:
    """Repeats the calls of the page that was recorded in this view."""
    places: dict[int, Any] = {0: st, 1: st.sidebar}
    for place, method, args, more, made in SHOWN[name]["body"][view]:
        gives = getattr(places[place], method)(*args, **more)
        if made:
            places.update(zip(made, gives if isinstance(gives, list) else [gives], strict=True))


st.set_page_config(page_title="Bare page", layout="wide", initial_sidebar_state=240)
page = st.navigation(
    {
        section: [
            st.Page(body, title=shown.title, url_path=shown.name, default=not shown.url)
            for shown in pages
        ]
        for section, pages in plan.sections().items()
    },
    position="top",
)
name = page.url_path or "home"
view = controls(SHOWN[name])
page.run()
