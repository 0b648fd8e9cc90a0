"""The link that somebody followed, kept while they sign in: that ends on the home page.

Only pages of the navigation are kept, never an address, so that no link can lead elsewhere.
"""

from __future__ import annotations

import threading
import time
from dataclasses import dataclass, field

import streamlit as st
from streamlit.navigation.page import Page
from streamlit.web.server.starlette.starlette_app_utils import decode_xsrf_token_string

_COOKIE = "_streamlit_xsrf"
_KEPT_FOR_S = 900.0
_MOST = 1000
_LONGEST = 4000


@dataclass(frozen=True)
class Link:
    """A page and the query of its address, until when it is kept."""

    page: Page
    query: dict[str, list[str]]
    until: float


@dataclass
class Links:
    """The links of those who are signing in, by browser; the oldest go when there are too many."""

    lock: threading.Lock = field(default_factory=threading.Lock)
    by_browser: dict[bytes, Link] = field(default_factory=dict)

    def keep(self, browser: bytes, page: Page, query: dict[str, list[str]], now: float) -> None:
        """Keeps a link in place of an earlier one, without a query that is unduly long."""
        if sum(len(name) + sum(map(len, values)) for name, values in query.items()) > _LONGEST:
            query = {}
        with self.lock:
            self.by_browser.pop(browser, None)
            self.by_browser[browser] = Link(page, query, now + _KEPT_FOR_S)
            for old in list(self.by_browser)[:-_MOST]:
                del self.by_browser[old]

    def take(self, browser: bytes, now: float) -> Link | None:
        """The link of a browser, once; None where there is none or it is too old."""
        with self.lock:
            link = self.by_browser.pop(browser, None)
        return link if link and now < link.until else None


@st.cache_resource(show_spinner=False)
def _links() -> Links:
    return Links()


def keep(page: Page) -> None:
    """Keeps the page that is open and its query; the home page itself needs no keeping."""
    browser, query = _browser(), _query()
    if browser and (page.url_path or query):
        _links().keep(browser, page, query, time.time())


def follow(page: Page) -> None:
    """Goes where somebody wanted to, where they are back from signing in; ends the run then."""
    browser = _browser()
    if not browser or page.url_path or _query():
        return
    if link := _links().take(browser, time.time()):
        st.switch_page(link.page, query_params=link.query)


def _query() -> dict[str, list[str]]:
    return {name: st.query_params.get_all(name) for name in st.query_params}


def _browser() -> bytes | None:
    """What tells this browser from others, and stays while it is away to sign in."""
    token, _ = decode_xsrf_token_string(st.context.cookies.get(_COOKIE) or "")
    return token
