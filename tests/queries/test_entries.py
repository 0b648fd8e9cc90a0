"""Questions over every kind of entry: what it is about, who owns it, what may be chosen."""

from collections.abc import Iterator

import pytest

from scrutiny.warehouse import Warehouse
from tests.queries.assurance_board import AssuranceBoard
from tests.queries.conftest import Read
from tests.queries.small_board import SmallBoard, rows, write_empty
from tests.queries.small_risks import RiskBoard

DAY = "2018-02-15"


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Warehouse]:
    board = RiskBoard().source().recommendation("R").action("A", due_on="2018-06-30")
    board.recommendation("SECRET", closed_session=True)
    board.action("HIDDEN", rec_id="SECRET", due_on="2018-06-30")
    board.risk("K").risk("L", owner_group_id="SG2").score(4, 4, on="2017-08-01")
    board.control("C1", "K", on="2017-08-01").control("C2", "L", on="2017-08-01")
    opened = Warehouse.open(write_empty(tmp_path_factory.mktemp("entries")))
    opened.take(board.entries)
    yield opened
    opened.close()


def number(store: Warehouse, about: str, key: str) -> int:
    asked = store.ask("entries/first", ["SECRET"], about=about, about_key=key)
    return int(asked["seq"].iloc[0])


def test_the_last_entry_about_a_risk_is_of_whatever_kind(store: Warehouse) -> None:
    last = store.ask("entries/last", about="risk", about_key="K")["last_seq"].iloc[0]
    assert last == number(store, "risk_control", "C1")
    assert store.ask("entries/last", about="risk", about_key="none")["last_seq"].iloc[0] == 0


def test_a_risk_is_owned_by_the_sub_group_that_it_names(store: Warehouse) -> None:
    asked = store.ask("entries/owners", about="risk", about_key="")
    assert dict(zip(asked["about_key"], asked["group_id"], strict=True)) == {"K": "SG1", "L": "SG2"}


def test_what_a_page_answers_says_who_owns_what_is_on_it(store: Warehouse) -> None:
    asked = store.ask("entries/owners", about="assurance_page", about_key="register")
    assert rows(asked, "group_id") == ["SG1"]


def test_only_controls_of_the_same_risk_may_be_replaced(store: Warehouse) -> None:
    asked = {"as_at": DAY, "table": "risk_control", "about": "risk", "about_key": "K"}
    assert rows(store.ask("entries/choices", **asked), "key") == ["C1"]


def test_agencies_are_chosen_in_their_own_order(store: Warehouse) -> None:
    asked = {"as_at": DAY, "table": "agency", "about": "risk", "about_key": "K"}
    assert rows(store.ask("entries/choices", **asked), "title") == ["Police", "Health"]


def test_what_is_hidden_cannot_be_chosen_found_or_counted(store: Warehouse) -> None:
    asked = {"as_at": DAY, "table": "action", "about": "", "about_key": ""}
    assert rows(store.ask("entries/choices", **asked), "key") == ["A"]
    assert rows(store.ask("entries/choices", ["SECRET"], **asked), "key") == ["A", "HIDDEN"]
    assert store.ask("entries/known", table="action", key="HIDDEN").empty
    assert len(store.ask("entries/known", ["SECRET"], table="action", key="HIDDEN")) == 1
    hidden = number(store, "action", "HIDDEN")
    assert store.ask("entries/one", number=hidden).empty
    assert len(store.ask("entries/one", ["SECRET"], number=hidden)) == 1
    last = store.ask("entries/last", about="recommendation", about_key="SECRET")
    assert last["last_seq"].iloc[0] == 0


def test_what_others_refer_to_says_how_many(store: Warehouse) -> None:
    risk = store.ask("entries/one", number=number(store, "risk", "K"))
    assert rows(risk, "hanging") == [2]
    control = store.ask("entries/one", number=number(store, "risk_control", "C1"))
    assert rows(control, "hanging") == [0]


def test_the_next_number_in_the_register(store: Warehouse) -> None:
    assert rows(store.ask("entries/next_position", table="risk"), "position") == [3]
    assert rows(store.ask("entries/next_position", table="setting"), "position") == [1]


def test_the_latest_entries_are_those_of_a_kind_that_the_reader_may_see(store: Warehouse) -> None:
    asked = store.ask("entries/latest", as_at=DAY, most=50)
    numbers = rows(asked, "seq")
    assert numbers == sorted(numbers, reverse=True)
    assert number(store, "action", "HIDDEN") not in numbers
    named = store.ask("entries/latest", ["SECRET"], as_at=DAY, kind="action", most=50)
    assert number(store, "action", "HIDDEN") in rows(named, "seq")
    assert set(rows(named, "kind")) == {"action"}
    assert len(store.ask("entries/latest", as_at=DAY, most=1)) == 1


def test_an_entry_without_words_of_its_own_is_listed_by_what_it_is_about(store: Warehouse) -> None:
    asked = store.ask("entries/latest", as_at=DAY, kind="risk_score", most=1)
    assert "Title of K" in rows(asked, "what")[0]


def test_years_that_nobody_entered_are_unknown(store: Warehouse) -> None:
    assert store.ask("entries/years", as_at=DAY).iloc[0].isna().all()


def test_a_setting_is_numbered_by_its_kind(read: Read) -> None:
    reading = read(SmallBoard().setting("SCH-0009").setting("SCH-0012").setting("COL-7", "college"))

    def following(kind: str) -> object:
        return reading.ask("entries/next_setting", "setting_id", kind=kind)

    assert following("school") == ["SCH-0013"]
    assert following("college") == ["COL-8"]
    assert following("early-years setting") == ["EYS-0001"]


def test_whose_hands_moved_an_action_of_a_review_last(read: Read) -> None:
    board = AssuranceBoard().case().learn().act().told(on="2018-01-02", percent=9)
    board.told(on="2018-01-03", to_delivery="proposed complete", evidence="A", entered_by="p1")
    board.told(on="2018-01-05", to_delivery="proposed complete", evidence="A", entered_by="p2")
    board.told(on="2018-01-04", to_delivery="returned", why="No.", entered_by="b1")
    reading = read(board)
    hands = reading.ask("entries/hands", "to_delivery", "entered_by", action="CR-1-1")
    assert hands == [("proposed complete", "p2"), ("returned", "b1")]
    assert reading.ask("entries/hands", "to_delivery", action="none") == []
