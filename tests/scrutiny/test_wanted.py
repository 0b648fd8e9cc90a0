"""The link somebody followed: kept by browser, for a while, once."""

from typing import cast

import pytest
from streamlit.navigation.page import Page

from scrutiny import wanted
from scrutiny.wanted import Link, Links

ACTIONS, DATA = cast("Page", "actions"), cast("Page", "data")
QUERY = {"as_at": ["2018-02-15"], "group": ["Neglect", "Risk"]}


@pytest.fixture
def links() -> Links:
    return Links()


def test_a_link_is_given_back_whole_and_once(links: Links) -> None:
    links.keep(b"one", ACTIONS, QUERY, now=0)
    assert links.take(b"one", now=1) == Link(ACTIONS, QUERY, 900)
    assert links.take(b"one", now=1) is None


def test_to_its_own_browser_only(links: Links) -> None:
    links.keep(b"one", ACTIONS, QUERY, now=0)
    assert links.take(b"two", now=1) is None
    assert links.take(b"one", now=1) is not None


def test_the_last_one_counts(links: Links) -> None:
    links.keep(b"one", ACTIONS, QUERY, now=0)
    links.keep(b"one", DATA, {}, now=10)
    assert links.take(b"one", now=20) == Link(DATA, {}, 910)


@pytest.mark.parametrize(("now", "is_there"), [(899.9, True), (900.0, False)])
def test_for_a_quarter_of_an_hour(links: Links, now: float, *, is_there: bool) -> None:
    links.keep(b"one", ACTIONS, QUERY, now=0)
    assert (links.take(b"one", now) is not None) is is_there


@pytest.mark.parametrize(("length", "is_kept"), [(3999, True), (4000, False)])
def test_an_unduly_long_query_is_left_out(links: Links, length: int, *, is_kept: bool) -> None:
    links.keep(b"one", ACTIONS, {"q": ["x" * length]}, now=0)
    link = links.take(b"one", now=1)
    assert link is not None
    assert bool(link.query) is is_kept


def test_the_oldest_go_when_there_are_too_many(
    links: Links, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(wanted, "_MOST", 2)
    for browser in (b"one", b"two", b"one", b"three"):
        links.keep(browser, ACTIONS, {}, now=0)
    assert list(links.by_browser) == [b"one", b"three"]
