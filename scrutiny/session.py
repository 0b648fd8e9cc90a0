"""What a page may ask of the house: answers, tables and charts, and plain words when it fails."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date, datetime
from functools import partial
from typing import TYPE_CHECKING, Any, TypeAlias

import duckdb
import pandas as pd
import streamlit as st

from scrutiny import access, desk, filters, places, queries
from scrutiny.charts import briefing, downloads, paging, tables
from scrutiny.charts.theme import CONFIG
from scrutiny.desk import made
from scrutiny.filters import Chosen
from scrutiny.journal import JournalUnavailable
from scrutiny.warehouse import WarehouseMissing

if TYPE_CHECKING:
    import plotly.graph_objects as go

    Draw = Callable[..., go.Figure]

_NOTICE = "_notice"  # what the page said of its figures, for its downloads
Rows = pd.DataFrame
Behind: TypeAlias = pd.DataFrame | None  # rows to download where a table puts several into one

_LOG = logging.getLogger(__name__)


def ask(name: str, chosen: Chosen | None = None, **more: object) -> pd.DataFrame:
    """The rows that answer a named query.

    ``chosen`` gives the filters that the query declares, and the as-at day; ``more`` gives what
    only this question needs. Raises UnknownQuery, BadParameter.
    """
    return _answer(desk.current(), _may_see(), chosen, name, more)


def ask_all(chosen: Chosen, *names: str, **more: object) -> list[pd.DataFrame]:
    """The rows that answer each of several named queries.

    Of ``more`` each takes what it declares. Raises BadParameter for what none of them declares.
    """
    declared = {name: queries.find(name).parameters for name in names}
    taken = [{key: more[key] for key in more if key in wanted} for wanted in declared.values()]
    strange = set(more) - set().union(*taken)
    if strange:
        raise queries.BadParameter(f"None of {', '.join(names)} takes {', '.join(strange)}.")
    at, may_see = desk.current(), _may_see()
    return [_answer(at, may_see, chosen, name, own) for name, own in zip(names, taken, strict=True)]


def _may_see() -> tuple[str, ...]:
    """The recommendations of a closed session that this reader may see."""
    closed = desk.current().warehouse.closed.rec_ids
    return tuple(sorted(closed.intersection(access.current().closed_rec_ids)))


def _answer(
    at: desk.Desk,
    may_see: tuple[str, ...],
    chosen: Chosen | None,
    name: str,
    more: dict[str, object],
) -> pd.DataFrame:
    wanted = queries.find(name).parameters
    shared = chosen.params() if chosen else {}
    params = {key: value for key, value in shared.items() if key in wanted} | more
    return at.answer(name, may_see, params)


def title(words_: str, chosen: Chosen, real: str | None = None) -> None:
    """The page's title, and the line that says whose board, which day and what is illustrative.

    ``real`` takes the place of the board's notice where nothing on the page is illustrative.
    """
    named = settings()
    st.title(tables.plain(words_))
    st.session_state[_NOTICE] = real or named["notice"]
    shows = briefing.shows(named["board_name"], chosen.as_at, real or named["notice"], chosen.said)
    st.caption(tables.plain(shows))


def caption(small_print: str) -> None:
    """Small print, where there is any."""
    if small_print:
        st.caption(tables.plain(small_print))


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
    figure = made(draw, *facts, **more, theme=theme())
    st.plotly_chart(figure, theme=None, key=key, alt=says, config=CONFIG)


def listed(rows: pd.DataFrame, columns: tables.Columns, name: str, says: str) -> None:
    """Shows the sentence that says what to notice, then the rows with their download."""
    st.markdown(tables.plain(says))
    if not rows.empty:
        table(rows, columns, name, says)


def table(rows: Rows, columns: tables.Columns, name: str, says: str, behind: Behind = None) -> None:
    """Shows rows as an accessible table that ``says`` describes, and what is ``behind`` to load.

    Of a long one it shows a page, which the reader turns and the URL keeps; the download has all.
    """
    part, which = _page(rows, name)
    shown = made(tables.shown, part, columns)
    st.table(shown, hide_index=True, border="horizontal", alt=" ".join(filter(None, (says, which))))
    download(rows if behind is None else behind, name)


def _page(rows: pd.DataFrame, name: str) -> tuple[pd.DataFrame, str]:
    """The rows to show of those that a table has, and which they are where they are not all.

    The page that a reader turned to is that of these rows: others begin on their first.
    """
    pages, key, of = paging.pages(rows), f"{name}_page", f"_{name}_paged"
    before = st.session_state.get(of)
    st.session_state[of] = rows if pages > 1 else ()
    if pages == 1:
        return rows, ""
    if before is not None and before is not rows:
        st.session_state[key] = 1
    number = st.pagination(pages, key=key, bind="query-params")
    which = paging.turned(rows, number)
    caption(which)
    return made(paging.page, rows, number), which


def twin(
    rows: Rows, columns: tables.Columns, name: str, says: str, of: str = "", behind: Behind = None
) -> None:
    """The same rows as the chart above, as a table folded away, with their download.

    ``of`` names the chart where more than one stands above.
    """
    label = "Table and download" + (f": {of}" if of else "")
    turned = f"{name}_page" in st.query_params
    with st.expander(tables.plain(label), expanded=turned, key=f"{name}_twin"):
        table(rows, columns, name, says, behind)


def download(rows: pd.DataFrame, name: str) -> None:
    """Offers the rows behind what is on screen, marked with what is illustrative."""
    st.download_button(
        "Download as CSV",
        partial(downloads.csv, rows, st.session_state[_NOTICE]),
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
    return made(_pairs, ask("about/settings"))


def default_day() -> date:
    """The day a first visit shows: that on which the board's clock stands, or today."""
    fixed = settings().get("default_as_at")
    return date.fromisoformat(fixed) if fixed else datetime.now().astimezone().date()


def meetings() -> dict[str, date]:
    """The meetings that the as-at control can go to: the day of each by its label."""
    return made(filters.days, ask("filters/meetings"))


def options(as_at: date) -> filters.Choices:
    """What the filters can choose from on a day."""
    return made(filters.choices, ask("filters/options", as_at=as_at))


def indicators(chosen: Chosen) -> filters.Choices:
    """What the pages of the dataset can choose from."""
    choices = made(filters.choices, ask("indicators/choices", chosen))
    if not choices.get("indicator"):
        st.info("No published figures are loaded, so there is nothing to show here.")
        st.stop()
    return choices


def known_from() -> dict[str, date]:
    """The day on which each recommendation became known, whatever the as-at day."""
    return made(_pairs, ask("filters/known_from"))


def _pairs(rows: pd.DataFrame) -> dict[str, Any]:
    return dict(zip(*(rows[name] for name in rows.columns), strict=True))


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
