"""What the queue of whole recommendations says."""

from typing import Any

import pandas as pd

from scrutiny.charts import tables, wholes
from tests.scrutiny.charts.frames import NO


def about(**columns: Any) -> pd.DataFrame:
    given = {"ref": "6", "title": "Assurance", "delivery": "in progress", "actions": 3}
    given |= {"actions_open": 2, "scope_request_id": None, "setting_kind": None, "asked": None}
    given |= {"first_stage": None, "first_stage_percent": None, "scope_why": None}
    return pd.DataFrame([given | columns])


def queue(*titles: str) -> pd.DataFrame:
    given = {"ref": "6", "lead_name": "First", "provenance": "paper", "delivery": "complete"}
    given |= {"rating": "green", "due_on": NO, "actions": 1, "days_waiting": 9}
    given |= {"reason": "all its actions are done"}
    return pd.DataFrame([given | {"rec_id": title, "title": title} for title in titles])


def test_where_it_stands() -> None:
    assert wholes.stands(about()) == "6: Assurance. In progress; 3 actions, 2 still open."
    assert "3 actions, none still open" in wholes.stands(about(actions_open=0))
    assert "no action is agreed" in wholes.stands(about(actions=0))


def test_the_narrower_scope_that_waits_stands_beside_all_that_was_asked() -> None:
    scope = {"scope_request_id": "N", "setting_kind": "Schools", "asked": "Every school"}
    scope |= {"first_stage": "Those below good", "first_stage_percent": 8.0, "scope_why": "Few."}
    assert wholes.stands(about(**scope)).endswith(
        "A narrower scope is proposed for Schools. Asked: Every school. "
        "First stage: Those below good (8 %). Reason: Few."
    )
    assert "below good. Reason" in wholes.stands(about(**scope | {"first_stage_percent": None}))


def test_how_many_wait_and_the_longest() -> None:
    assert wholes.describe(queue("A"), "board") == (
        "1 recommendation waits as a whole for the Board. The longest is “A”, for 9 days."
    )
    assert wholes.describe(queue("A", "B"), "board").startswith("2 recommendations wait as a whole")
    assert wholes.describe(queue()[:0].reindex(columns=["rec_id"]), "sub_group") == (
        "No recommendation waits as a whole to be taken up again."
    )


def test_hostile_words_stay_words() -> None:
    (row,) = tables.shown(queue("[x](http://y)"), wholes.COLUMNS).to_dict("records")
    assert "](" not in str(row["Recommendation"]).replace(r"\](", "").replace(r"\]\(", "")
