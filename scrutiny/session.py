"""What a page may ask of the house: answers, tables and charts, and plain words when it fails."""

from __future__ import annotations

import gc
import logging
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from functools import partial
from typing import TYPE_CHECKING

import duckdb
import pandas as pd
import streamlit as st

from scrutiny import places, queries
from scrutiny.charts import briefing, tables
from scrutiny.charts.theme import CONFIG
from scrutiny.filters import Chosen
from scrutiny.journal import Journal, JournalUnavailable
from scrutiny.warehouse import Warehouse, WarehouseMissing

if TYPE_CHECKING:
    import plotly.graph_objects as go

    Draw = Callable[..., go.Figure]

Rows = pd.DataFrame

_LOG = logging.getLogger(__name__)
_ANSWER = "answer"


def _is_current(warehouse: Warehouse) -> bool:
    return warehouse.version == Warehouse.current(places.build())


@st.cache_resource(show_spinner="Opening the journal")
def _journal(url: str) -> Journal:
    return Journal(url)


@st.cache_resource(show_spinner="Opening the warehouse", validate=_is_current)
def _warehouse() -> Warehouse:
    # with every entry from the start, since a new build may be swapped in at any time
    warehouse = Warehouse.open(places.build())
    warehouse.take(_journal(places.journal_url()).entries())
    # Streamlit looks through all memory for garbage after every run. What is loaded by now stays
    # loaded, and looking through it took longer than the run itself.
    gc.collect()
    gc.freeze()
    return warehouse


def _told_by(rows: pd.DataFrame) -> str:
    """What rows answer: their name in the caches below, so that nothing has to read them."""
    return str(rows.attrs[_ANSWER])


# Answers, figures and tables are shared by all sessions and never changed once made.
@st.cache_resource(show_spinner=False, max_entries=2000)
def _answer(version: str, head: int, name: str, params: dict[str, object]) -> pd.DataFrame:
    """Answers are kept by what they depend on: the build, the journal's head, the question."""
    rows = _warehouse().ask(name, **params)
    rows.attrs[_ANSWER] = repr((version, head, name, sorted(params.items())))
    return rows


@st.cache_resource(show_spinner=False, max_entries=1000, hash_funcs={pd.DataFrame: _told_by})
def _figure(
    name: str, theme: str, facts: tuple[object, ...], more: dict[str, object], _draw: Draw
) -> go.Figure:
    return _draw(*facts, theme=theme, **more)


@st.cache_resource(show_spinner=False, max_entries=1000, hash_funcs={pd.DataFrame: _told_by})
def _shown(name: str, rows: pd.DataFrame, _columns: tables.Columns) -> pd.DataFrame:
    return tables.shown(rows, _columns)


def catch_up() -> None:
    """Takes the entries appended since the last run; once a run, before any question."""
    warehouse, journal = _warehouse(), _journal(places.journal_url())
    if journal.head() < warehouse.head:  # another journal was put in its place
        _warehouse.clear()
        warehouse = _warehouse()
    if journal.head() != warehouse.head:
        warehouse.take(journal.entries(after=warehouse.head))


def ask(name: str, chosen: Chosen | None = None, **more: object) -> pd.DataFrame:
    """The rows that answer a named query.

    ``chosen`` gives the filters that the query declares, and the as-at day; ``more`` gives what
    only this question needs. Raises UnknownQuery, BadParameter.
    """
    warehouse = _warehouse()
    wanted = queries.find(name).parameters
    shared = chosen.params() if chosen else {}
    params = {key: value for key, value in shared.items() if key in wanted} | more
    return _answer(warehouse.version, warehouse.head, name, params)


def title(words_: str, chosen: Chosen) -> None:
    """The page's title, and the line that says whose board, which day and what is illustrative."""
    named = settings()
    st.title(tables.plain(words_))
    shows = briefing.shows(named["board_name"], chosen.as_at, named["notice"], chosen.said)
    st.caption(tables.plain(shows))


def theme() -> str:
    """The theme the reader sees: light or dark."""
    return st.context.theme.type or "light"


def chart(draw: Draw, says: str, key: str, *facts: object, **more: object) -> None:
    """Shows a chart under the sentence that says what to notice, which is also its description.

    ``draw`` makes the figure from ``facts``, the rows of one answer or more, and ``more``. Where
    the first answer has no rows the sentence says so, and there is nothing to draw.
    """
    st.markdown(tables.plain(says))
    if isinstance(facts[0], pd.DataFrame) and facts[0].empty:
        return
    figure = _figure(f"{draw.__module__}.{draw.__qualname__}", theme(), facts, more, draw)
    st.plotly_chart(figure, theme=None, key=key, alt=says, config=CONFIG)


def listed(rows: pd.DataFrame, columns: tables.Columns, name: str, says: str) -> None:
    """Shows the sentence that says what to notice, then the rows with their download."""
    st.markdown(tables.plain(says))
    if not rows.empty:
        table(rows, columns, name, says)


def table(rows: pd.DataFrame, columns: tables.Columns, name: str, says: str) -> None:
    """Shows rows as an accessible table with its download; ``says`` describes it."""
    st.table(_shown(name, rows, columns), hide_index=True, border="horizontal", alt=says)
    download(rows, name)


def twin(rows: pd.DataFrame, columns: tables.Columns, name: str, says: str) -> None:
    """The same rows as the chart above, as a table folded away, with their download."""
    with st.expander("Table and download", key=f"{name}_twin"):
        table(rows, columns, name, says)


def download(rows: pd.DataFrame, name: str) -> None:
    """Offers the rows behind what is on screen, marked with what is illustrative."""
    st.download_button(
        "Download as CSV",
        partial(tables.csv, rows, notice()),
        f"{name}.csv",
        "text/csv",
        key=f"{name}_csv",
        on_click="ignore",
        type="tertiary",
        help=f"{name}: the rows behind this table, with the notice on what is illustrative.",
    )


@st.cache_data(show_spinner=False)
def methods() -> str:
    """The page on methods, as Markdown that the project itself wrote."""
    return (places.PROJECT / "docs" / "methods.md").read_text(encoding="utf-8")


def settings() -> dict[str, str]:
    """The board's settings by name."""
    rows = ask("about/settings")
    return dict(zip(rows["setting"], rows["value"], strict=True))


def default_day() -> date:
    """The day a first visit shows."""
    return date.fromisoformat(settings()["default_as_at"])


def options(as_at: date) -> pd.DataFrame:
    """What the filters can choose from on a day."""
    return ask("filters/options", as_at=as_at)


def notice() -> str:
    """The board's words on what is real and what is illustrative."""
    return settings().get("notice", "")


@contextmanager
def plainly() -> Iterator[None]:
    """Turns a broken store into a sentence for the reader; the log has the rest."""
    try:
        yield
    except (WarehouseMissing, JournalUnavailable) as error:
        _LOG.exception("The dashboard cannot show its data")
        st.title("The dashboard cannot show its data")
        st.error(tables.plain(str(error)))
        st.stop()
    except duckdb.Error:
        _LOG.exception("A question could not be answered")
        st.error(
            "This could not be worked out: it took too long, or the journal holds what this "
            "version cannot read. The log says which."
        )
        st.stop()
