"""Each act reads as a verb, and says what it needs."""

from functools import cache

import pytest

from scrutiny import acts
from scrutiny.charts import cells
from scrutiny.warehouse import scratch


@cache
def every_move() -> list[dict[str, object]]:
    with scratch() as warehouse:
        return cells.records(warehouse.execute("select * from delivery_move").df())


def moves(delivery: str) -> list[dict[str, object]]:
    return [move for move in every_move() if move["from_delivery"] == delivery]


def offered(
    gate: str | None, delivery: str, at: str, request: str | None = None
) -> dict[str, acts.Act]:
    about = {"delivery": delivery, "gate": at, "request_id": request}
    return acts.offered(gate, about, moves(delivery))


def test_a_sub_group_reports_asks_and_moves_its_own_work() -> None:
    found = offered("sub_group", "in progress", "sub_group")
    assert [act.verb for act in found.values()] == [
        "Report progress",
        "Ask for a later date",
        "Pause",
        "Propose as complete",
    ]
    assert found["proposed complete"].evidence
    assert found["paused"].why
    assert not offered("sub_group", "complete", "board")


@pytest.mark.parametrize(
    ("delivery", "verb"),
    [("not started", "Start work"), ("paused", "Resume work"), ("returned", "Take up again")],
)
def test_the_same_state_is_reached_by_another_verb_from_elsewhere(delivery: str, verb: str) -> None:
    assert offered("sub_group", delivery, "sub_group")["in progress"].verb == verb


def test_a_later_date_is_decided_only_where_one_is_asked_for() -> None:
    without = offered("business_group", "in progress", "sub_group")
    assert list(without) == [acts.CHALLENGE]
    asked = offered("business_group", "in progress", "sub_group", "Q")
    assert [act for act, needs in asked.items() if needs.meeting] == [acts.GRANT]


def test_all_that_the_board_does_names_a_meeting() -> None:
    for delivery in ("complete", "signed off", "in progress"):
        found = offered("board", delivery, "board")
        assert found
        assert all(act.meeting and "meeting" in act.says for act in found.values())


def test_a_reader_is_offered_nothing() -> None:
    assert not offered(None, "in progress", "sub_group")


def test_every_move_of_the_model_has_words_of_its_own() -> None:
    for delivery in {str(move["from_delivery"]) for move in every_move()}:
        for gate in ("sub_group", "business_group", "board"):
            verbs = [act.verb for act in offered(gate, delivery, gate).values()]
            assert len(verbs) == len(set(verbs))
            assert not set(verbs) & {"In progress", delivery.capitalize()}


@pytest.mark.parametrize(
    ("gate", "outcome", "offers"),
    [
        ("sub_group", None, ["answered"]),
        ("sub_group", "not satisfied", ["answered"]),
        ("sub_group", "answered", []),
        ("business_group", None, ["withdrawn"]),
        ("business_group", "answered", ["satisfied", "not satisfied", "withdrawn"]),
        ("board", "answered", []),
        (None, None, []),
    ],
)
def test_who_was_asked_answers_and_who_asked_judges(
    gate: str | None, outcome: str | None, offers: list[str]
) -> None:
    assert list(acts.replies(gate, {"outcome": outcome, "by_kind": "business_group"})) == offers
