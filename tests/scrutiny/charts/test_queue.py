"""What waits at a gate, in words."""

import pandas as pd

from scrutiny.charts import queue


def waiting(*actions: tuple[str, int]) -> pd.DataFrame:
    return pd.DataFrame(
        [{"action_id": key, "title": f"Work {key}", "days_waiting": days} for key, days in actions],
        columns=["action_id", "title", "days_waiting"],
    )


def test_an_action_there_for_two_reasons_counts_once() -> None:
    rows = waiting(("A", 40), ("A", 12), ("B", 3))
    assert queue.describe(rows, "business_group") == (
        "2 actions wait for the Business Group. The longest is “Work A”, for 40 days."
    )


def test_one_is_one() -> None:
    assert queue.describe(waiting(("A", 1)), "sub_group") == (
        "1 action waits for a report. The longest is “Work A”, for 1 day."
    )


def test_nothing_is_said_to_be_nothing() -> None:
    assert queue.describe(waiting(), "board") == "Nothing waits for the Board to sign off."


def test_what_others_entered_meanwhile_is_told_before_asking() -> None:
    rows = pd.DataFrame(
        [
            ("report", "60 %", "Half of it.", None, "Sub-group chair"),
            ("move", "returned", None, "Which schools?", "Chair, Business Group"),
        ],
        columns=["kind", "outcome", "said", "why", "by_role"],
    )
    assert queue.overtaken(rows) == (
        "Somebody entered something on this action since you opened this form. "
        "Report by Sub-group chair, 60 %: “Half of it.”. "
        "Move by Chair, Business Group, returned: “Which schools?”. "
        "Press Save again if yours still holds."
    )
    assert "form. Press" in queue.overtaken(rows[:0])
