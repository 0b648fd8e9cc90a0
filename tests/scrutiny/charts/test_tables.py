"""Tables: text stays text, and dates stay whole."""

import re
from datetime import date
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pandas as pd
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from scrutiny.charts import tables
from tests.scrutiny.charts.frames import NO, SPACE, D, none_of

SPECIAL = '\\`*_{}[]()#+-.!|<>~$:@&^="'
JOINER = "\u2060"  # not seen; keeps an address from becoming a link by itself
MISSING = [None, NO, pd.NA, float("nan")]
DAY = D("2018-02-15")

texts = st.text(st.one_of(st.sampled_from(f"{SPECIAL} \n\t1ahw/"), st.characters()), max_size=40)


def row(**columns: Any) -> dict[str, Any]:
    return columns


def action(**columns: Any) -> dict[str, Any]:
    """An open action that is late and was moved once, but for these columns."""
    return {
        "due_on": D("2018-02-01"),
        "first_due_on": D("2017-12-15"),
        "due_text": None,
        "slip_days": 48,
        "days_late": 14,
        "days_completed_late": 0,
        "is_open": True,
        "rating": "red",
        "own_rating": None,
        "delivery": "in progress",
        "percent": 60,
        "gate": "board",
        "days_at_gate": 12,
        "group_name": "Education & Early Help",
        "agency_name": "Police",
    } | columns


def is_whole(phrase: str) -> bool:
    return re.search(r"\s", phrase.replace(SPACE, "")) is None


class TestPlain:
    @given(texts)
    @example("[x](http://evil.example)")
    @example(":red[danger] :material/bolt: :smile:")
    @example("$x^2$ **bold** `code` ~~no~~ <script>")
    @example("# head\n- item\n1. item\n> said\n---\n    code\n| a | b |")
    def test_every_character_that_markdown_acts_on_is_escaped(self, text: str) -> None:
        shown = tables.plain(text)
        unescaped = re.sub(r"\\(.)", "", shown)
        assert [mark for mark in SPECIAL if mark in unescaped] == []

    @given(texts)
    def test_nothing_is_lost_but_spaces(self, text: str) -> None:
        shown = re.sub(r"\\(.)", r"\1", tables.plain(text))
        assert shown.replace(JOINER, "") == " ".join(text.replace(JOINER, "").split())

    @pytest.mark.parametrize(
        "address",
        ["http://evil.example", "HTTPS://evil.example", "www.evil.example", "a1@evil.example"],
    )
    def test_an_address_does_not_become_a_link_by_itself(self, address: str) -> None:
        plain = tables.plain(f"see {address}").replace("\\", "")
        assert address not in plain
        assert plain.replace(JOINER, "") == f"see {address}"

    @pytest.mark.parametrize("mark", sorted({*'!"#$&()*+-.:<=>@[\\]^_`{|}~'}))
    def test_each_of_them_by_itself(self, mark: str) -> None:
        assert tables.plain(f" {mark}b") == f"\\{mark}b"

    def test_lines_become_one(self) -> None:
        assert tables.plain("  one\r\n two\tthree\n\n") == "one two three"


class TestWords:
    @pytest.mark.parametrize("cell", MISSING)
    def test_what_is_missing_is_a_dash(self, cell: object) -> None:
        for show in (tables.text, tables.capital, tables.days, tables.number, tables.percent):
            assert show("a")(row(a=cell)) == "—"

    def test_they_are_escaped(self) -> None:
        assert tables.text("a")(row(a="*x*")) == r"\*x\*"
        assert tables.capital("a")(row(a="*x* NHS")) == r"\*x\* NHS"

    def test_a_capital_changes_no_other_letter(self) -> None:
        assert tables.capital("a")(row(a="in NHS care")) == "In NHS care"

    def test_what_is_illustrative_is_marked_and_nothing_else(self) -> None:
        show = tables.title("what")
        assert show(row(what="A plan", provenance="illustrative")) == "A plan †"
        assert show(row(what="A plan", provenance="paper")) == "A plan"
        assert show(row(what="A plan")) == "A plan"

    def test_who_owns_it(self) -> None:
        assert tables.owner(action()) == r"Education \& Early Help; Police"


class TestNumbers:
    def test_nought_is_not_missing(self) -> None:
        assert tables.number("a")(row(a=0)) == "0"
        assert tables.number("a")(row(a=1234.0)) == "1,234"
        assert tables.percent("a")(row(a=0.0)) == "0%"
        assert tables.percent("a")(row(a=28.6)) == "29%"

    def test_no_days_are_a_dash(self) -> None:
        show = tables.days("a")
        assert show(row(a=0)) == "—"
        assert show(row(a=1)) == f"1{SPACE}day"
        assert show(row(a=46.0)) == f"46{SPACE}days"


class TestDates:
    def test_a_date_is_never_broken_over_two_lines(self) -> None:
        shown = tables.day("a")(row(a=DAY))
        assert shown == f"15{SPACE}Feb{SPACE}2018"
        assert is_whole(shown)

    @pytest.mark.parametrize("cell", MISSING)
    def test_without_a_date_the_papers_own_words_are_given(self, cell: object) -> None:
        assert tables.day("a")(row(a=cell)) == f"no{SPACE}date"
        assert tables.day("a", "b")(row(a=cell, b="TBC")) == r"no date \(TBC\)"
        assert tables.day("a", "b")(row(a=cell, b=None)) == f"no{SPACE}date"

    def test_words_do_not_stand_in_for_a_date_that_is_given(self) -> None:
        assert tables.day("a", "b")(row(a=DAY, b="mid February")) == f"15{SPACE}Feb{SPACE}2018"

    def test_the_next_date_says_how_late_it_is(self) -> None:
        assert tables.due(row(due_on=DAY, days_late=0)) == f"15{SPACE}Feb{SPACE}2018"
        late = tables.due(row(due_on=DAY, days_late=1, record_ends_on=NO))
        assert late == f"15{SPACE}Feb{SPACE}2018 1{SPACE}day{SPACE}late"
        assert tables.due(row(due_on=NO, days_late=0)) == "—"

    def test_a_record_that_ended_is_not_called_late_today(self) -> None:
        shown = tables.due(row(due_on=DAY, days_late=2509, record_ends_on=D("2011-03-03")))
        assert "late" not in shown
        assert shown == (f"15{SPACE}Feb{SPACE}2018 when the record ended on 3{SPACE}Mar{SPACE}2011")

    def test_the_dates_of_an_action(self) -> None:
        def said(**columns: Any) -> str:
            return tables.dates(action(**columns)).replace(SPACE, " ")

        assert said() == "1 Feb 2018, first 15 Dec 2017, 14 days late"
        assert said(slip_days=0, days_late=0) == "1 Feb 2018"
        assert said(slip_days=pd.NA, days_late=0) == "1 Feb 2018"
        done = said(slip_days=0, days_late=0, days_completed_late=1)
        assert done == "1 Feb 2018, 1 day late when complete"
        assert said(due_on=NO, due_text="TBC") == r"no date \(TBC\)"
        assert said(due_on=NO, due_text=None) == r"no date \(none given\)"

    def test_each_part_of_them_stays_whole(self) -> None:
        parts = tables.dates(action(days_completed_late=3)).split(", ")
        assert len(parts) == 4
        assert all(is_whole(part.removeprefix("first ")) for part in parts)


class TestRating:
    @pytest.mark.parametrize(
        ("rating", "due_on", "shown"),
        [
            ("red", DAY, ":red-badge[■ Overdue]"),
            ("amber", DAY, ":orange-badge[▲ At risk]"),
            ("green", DAY, ":green-badge[● On track]"),
            ("blue", DAY, ":blue-badge[◆ Signed off]"),
            (None, DAY, ":gray-badge[✕ Closed]"),
            (float("nan"), DAY, ":gray-badge[✕ Closed]"),
            ("grey", DAY, ":gray-badge[○ Not started]"),
            ("grey", NO, ":gray-badge[○ Undated]"),
        ],
    )
    def test_it_has_a_shape_a_word_and_a_colour(
        self, rating: object, due_on: object, shown: str
    ) -> None:
        assert tables.rating()(row(rating=rating, due_on=due_on)) == shown

    def test_grey_claims_neither_where_the_date_is_not_among_the_rows(self) -> None:
        shown = tables.rating()(row(rating="grey"))
        assert shown == ":gray-badge[○ Not started or undated]"

    def test_the_date_may_have_another_name(self) -> None:
        show = tables.rating(due_on="due_on_now")
        assert show(row(rating="grey", due_on=DAY, due_on_now=NO)) == ":gray-badge[○ Undated]"

    def test_an_unknown_one_is_refused(self) -> None:
        with pytest.raises(ValueError, match="unknown rating"):
            tables.rating()(row(rating="purple", due_on=DAY))

    @pytest.mark.parametrize("own", [None, float("nan"), "red"])
    def test_the_chairs_own_is_left_out_where_it_is_missing_or_the_same(self, own: object) -> None:
        assert tables.both_ratings(action(own_rating=own)) == ":red-badge[■ Overdue]"

    def test_the_chairs_own_stands_beside_it_while_work_is_owed(self) -> None:
        shown = tables.both_ratings(action(own_rating="amber"))
        assert shown == ":red-badge[■ Overdue] chair says at risk"
        closed = action(own_rating="amber", rating="blue", is_open=False)
        assert tables.both_ratings(closed) == ":blue-badge[◆ Signed off]"


class TestDelivery:
    def test_the_share_done_while_it_is_owed(self) -> None:
        assert tables.delivery(action()) == "In progress, 60%"
        assert tables.delivery(action(is_open=False, delivery="signed off")) == "Signed off"

    @pytest.mark.parametrize("percent", MISSING)
    def test_a_share_that_nobody_gave_is_left_out(self, percent: object) -> None:
        assert tables.delivery(action(percent=percent, delivery="not started")) == "Not started"


class TestGate:
    def test_who_must_move_next_and_for_how_long(self) -> None:
        assert tables.waits(action()) == f"Board, 12{SPACE}days"
        assert tables.waits(action(gate="sub_group", days_at_gate=1)) == f"Sub-group, 1{SPACE}day"
        assert tables.waits(action(days_at_gate=0)) == f"Board, 0{SPACE}days"

    @pytest.mark.parametrize("gate", MISSING)
    def test_nobody_must(self, gate: object) -> None:
        assert tables.waits(action(gate=gate, days_at_gate=pd.NA)) == "—"
        assert tables.gate(action(gate=gate)) == "—"

    def test_a_sub_group_has_its_own_name(self) -> None:
        assert tables.gate(action(gate="sub_group")) == r"Education \& Early Help"
        assert tables.gate(action(gate="sub_group", lead_name="Risk")) == "Risk"
        assert tables.gate(action(gate="business_group")) == "Business Group"
        assert tables.gate(action(gate="board", lead_name="Risk")) == "Board"


class TestLink:
    def test_it_opens_the_recommendation_on_the_same_day(self) -> None:
        show = tables.link("ref", "title", as_at=date(2018, 2, 15))
        shown = show(row(ref="3a", title="Points [all]", rec_id="CSC-2010-3a"))
        assert shown == r"[3a Points \[all\]](recommendation?rec=CSC-2010-3a&as_at=2018-02-15)"

    def test_one_that_illustrative_work_rates_is_marked(self) -> None:
        show = tables.link("ref", as_at=DAY)
        assert show(row(ref="1", rec_id="R1", is_illustrative=True)).endswith(") †")
        assert show(row(ref="1", rec_id="R1", is_illustrative=False)).endswith(")")

    @given(st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=30))
    @example("R 1&as_at=1999-01-01#x")
    @example("R)](http://evil.example)[")
    @example('a"b<c>%20')
    def test_no_identifier_leaves_its_place_in_the_address(self, rec_id: str) -> None:
        shown = tables.link("rec_id", as_at=DAY)(row(rec_id=rec_id))
        target = re.search(r"\]\(([^()\s<>]*)\)$", shown)
        assert target is not None
        parts = urlsplit(target[1])
        assert (parts.scheme, parts.netloc, parts.path) == ("", "", "recommendation")
        assert parse_qs(parts.query) == {"rec": [rec_id], "as_at": ["2018-02-15"]}
        assert parts.fragment == ""


class TestShown:
    def test_rows_and_headings_keep_their_order(self) -> None:
        rows = pd.DataFrame({"b": ["z", "a", "m"], "a": [1, 3, 2]}, index=[7, 3, 5])
        shown = tables.shown(rows, {"Second": tables.text("b"), "First": tables.number("a")})
        assert list(shown.columns) == ["Second", "First"]
        assert shown["Second"].tolist() == ["z", "a", "m"]
        assert shown["First"].tolist() == ["1", "3", "2"]

    def test_no_rows_keep_their_headings(self) -> None:
        shown = tables.shown(none_of("a"), {"A": tables.text("a"), "B": tables.text("a")})
        assert list(shown.columns) == ["A", "B"]
        assert shown.empty

    def test_cells_may_stand_side_by_side_or_under_their_parent(self) -> None:
        cell = tables.beside(tables.text("a"), tables.number("b"))
        assert cell(row(a="x", b=2)) == "x 2"
        assert tables.under(tables.text("a"))(row(a="x", parent_id=None)) == "x"
        assert tables.under(tables.text("a"))(row(a="x", parent_id="R3")) == "↳ x"

    def test_counted(self) -> None:
        assert tables.counted(none_of("a"), "action") == "No actions."
        assert tables.counted(pd.DataFrame({"a": [1]}), "action") == "1 action."


def test_delivery_says_what_took_its_place_and_what_it_took_the_place_of() -> None:
    given = {"delivery": "superseded", "is_open": False, "percent": None}
    assert tables.delivery(row(**given, replaced_by="B, New", replaces=None)) == (
        "Superseded; replaced by B, New"
    )
    assert tables.delivery(row(**given, replaces="C, Old")) == (
        "Superseded; takes the place of C, Old"
    )
