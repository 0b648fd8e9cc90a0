"""Challenges that wait, in words."""

import pandas as pd
import pytest

from scrutiny.charts import open_challenges


def test_what_waits_for_an_answer_and_for_a_judgement_is_told_apart() -> None:
    rows = pd.DataFrame(
        [(True, 40, "Who?"), (False, 12, "When?"), (False, 1, "Where?")],
        columns=["is_answered", "days_open", "question"],
    )
    assert open_challenges.describe(rows) == (
        "2 challenges wait for an answer and 1 challenge waits for a judgement. "
        "The longest has been open for 40 days: “Who?”"
    )
    assert open_challenges.describe(rows[:0]) == "No challenge is open here."


@pytest.mark.parametrize(
    ("outcome", "told"),
    [
        (None, "Nobody has answered yet."),
        ("answered", "The answer: “Soon.”"),
        ("not satisfied", "Not satisfied: “Soon.”"),
    ],
)
def test_where_a_challenge_stands(outcome: str | None, told: str) -> None:
    row = {"by_name": "Business Group", "to_name": "Neglect", "question": "When?"}
    about = pd.DataFrame([row | {"outcome": outcome, "said": "Soon."}])
    assert open_challenges.stands(about) == f"Business Group asked Neglect: “When?” {told}"
