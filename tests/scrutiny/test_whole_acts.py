"""Each act on a whole recommendation reads as a verb, and is offered only where it may be made."""

import pytest

from scrutiny import whole_acts
from scrutiny.acts import Act
from tests.scrutiny.test_acts import every_move


def offered(
    gate: str | None,
    delivery: str,
    *,
    actions: int = 2,
    moved: bool = False,
    asked: str | None = None,
    is_closed: bool = False,
) -> dict[str, Act]:
    about = {"delivery": delivery, "actions": actions, "is_moved": moved, "scope_request_id": asked}
    moves = [move for move in every_move() if move["from_delivery"] == delivery]
    return whole_acts.offered(gate, about, moves, is_closed=is_closed)


def test_the_board_signs_off_sends_back_and_reopens_what_is_done() -> None:
    found = offered("board", "complete")
    assert sorted(found) == ["reopened", "returned", "signed off"]
    assert found["signed off"].verb == "Sign off the recommendation"
    assert all(act.meeting and "meeting" in act.says for act in found.values())


def test_it_replaces_or_closes_what_goes_on_and_says_what_becomes_of_its_work() -> None:
    found = offered("board", "in progress")
    assert sorted(found) == ["closed without implementing", "superseded"]
    assert all("open actions stay owed" in act.says for act in found.values())
    assert found["superseded"].verb == "Replace by another recommendation"


@pytest.mark.parametrize("gate", ["sub_group", "business_group"])
def test_others_move_only_what_was_moved_as_a_whole_or_has_no_action(gate: str) -> None:
    state = {"sub_group": "in progress", "business_group": "proposed complete"}[gate]
    assert list(offered(gate, state)) == [whole_acts.NARROW]
    for own in (offered(gate, state, moved=True), offered(gate, state, actions=0)):
        assert len(own) > 1
        assert whole_acts.NARROW in own


def test_a_narrower_scope_is_decided_only_where_one_is_proposed() -> None:
    assert whole_acts.ACCEPT not in offered("board", "in progress")
    found = offered("board", "in progress", asked="N")
    assert list(found)[:2] == [whole_acts.ACCEPT, whole_acts.REFUSE]
    assert all(found[act].why and found[act].meeting for act in list(found)[:2])
    assert whole_acts.NARROW not in found


def test_a_reader_is_offered_nothing() -> None:
    assert not offered(None, "complete", asked="N")


def test_the_board_alone_opens_what_was_heard_in_closed_session() -> None:
    assert whole_acts.OPEN not in offered("board", "in progress")
    found = offered("board", "in progress", is_closed=True)[whole_acts.OPEN]
    assert found.why
    assert found.meeting
    assert whole_acts.OPEN not in offered("business_group", "in progress", is_closed=True)
