"""The registers about the dashboard itself: their sentences and their columns."""

import pandas as pd
import pytest

from scrutiny.charts import about, tables
from tests.scrutiny.charts.frames import NO, D, none_of


def of(size: int) -> pd.DataFrame:
    return pd.DataFrame({"a": range(size)})


def test_what_is_real_and_what_is_not() -> None:
    def said(real: list[int], made_up: list[int]) -> str:
        return about.mixed(pd.DataFrame({"from_papers": real, "illustrative": made_up}))

    end = "illustrative and marked † wherever shown."
    assert said([30, 4], [1200, 0]) == (
        f"34 entries known on this day come from papers; 1,200 are {end}"
    )
    assert said([1], [1]) == f"1 entry known on this day comes from papers; 1 is {end}"
    assert said([0], [0]) == f"No entries known on this day come from papers; 0 are {end}"


def test_nothing_is_known_yet() -> None:
    rows = none_of("kind", "from_papers", "illustrative")
    assert about.mixed(rows).startswith("No entries known on this day come from papers; 0 are")


def test_one_and_many() -> None:
    end = "each with its owner, source and licence."
    assert about.registered(of(1)) == f"1 file, {end}"
    assert about.registered(of(18)) == f"18 files, {end}"
    assert about.in_force(of(1)).startswith("1 version of the thresholds; each day")
    assert about.in_force(of(2)).startswith("2 versions of the thresholds; each day")
    assert about.defined(of(1)) == "1 word describes how recommendations and risks stand."
    assert about.defined(of(24)) == "24 words describe how recommendations and risks stand."
    assert about.allowed(of(1)) == "The model allows 1 move and no other."
    assert about.allowed(of(24)) == "The model allows 24 moves and no other."


def test_what_a_table_holds() -> None:
    assert about.meaning(pd.DataFrame({"table_meaning": ["One row a day."] * 2})) == (
        "One row a day."
    )
    assert about.meaning(none_of("table_meaning")) == ""


def test_the_register_shows_what_is_not_given_as_such() -> None:
    row = {"path": "board/note.csv", "status": "paper", "source": "Paper", "owner": "Officer"}
    more = {"licence": "MIT", "cut_on": NO, "note": None}
    shown = tables.shown(pd.DataFrame([row | more]), about.REGISTER).iloc[0]
    assert shown["File"] == r"board/note\.csv"
    assert shown["Cut on"] == "no\u00a0date"
    assert shown["Note"] == "—"


def test_the_dictionary_says_what_is_required() -> None:
    rows = pd.DataFrame(
        {
            "column_name": ["rec_id", "why"],
            "data_type": ["varchar[]", "varchar"],
            "is_required": [True, False],
            "meaning": ["Key.", None],
        }
    )
    shown = tables.shown(rows, about.DICTIONARY)
    assert shown["Required"].tolist() == ["Yes", "No"]
    assert shown["Column"].tolist() == [r"rec\_id", "why"]
    assert shown["Type"].tolist() == [r"varchar\[\]", "varchar"]
    assert shown["Meaning"].tolist() == [r"Key\.", "—"]


def test_a_rating_is_defined_by_the_word_and_the_shape_on_screen() -> None:
    rows = pd.DataFrame(
        {
            "list": ["rating", "delivery"],
            "word": ["red", "paused"],
            "meaning": ["Past its date.", "Waiting."],
        }
    )
    shown = tables.shown(rows, about.VOCABULARY)
    assert shown["Word"].tolist() == ["■ Overdue", "paused"]
    assert shown["About"].tolist() == ["Rating", "Delivery"]


@pytest.mark.parametrize(
    ("gate", "who"), [("board", "Board"), ("sub_group", "Sub-group"), (None, "—")]
)
def test_a_move_says_who_makes_it_and_what_it_needs(gate: str | None, who: str) -> None:
    row = {"from_delivery": "complete", "to_delivery": "signed off", "gate": gate}
    needs = {"needs_evidence": False, "needs_reason": False, "needs_meeting": True}
    shown = tables.shown(pd.DataFrame([row | needs]), about.MOVES).iloc[0]
    assert shown.tolist() == ["Complete", "Signed off", who, "No", "No", "Yes"]


def test_the_thresholds_are_in_days() -> None:
    row = {
        "rule_set": "Rules 1",
        "from_on": D("2010-01-01"),
        "due_soon_days": 30,
        "due_later_days": 60,
        "cycle_days": 91,
        "forecast_days": 180,
        "why": "Set.",
    }
    shown = tables.shown(pd.DataFrame([row]), about.RULES).iloc[0]
    assert shown["Due soon"] == "30\u00a0days"
    assert shown["In force from"] == "1\u00a0Jan\u00a02010"


def test_the_bands_of_risk_follow_one_another() -> None:
    row = {
        "rule_set": "Bands 1", "from_on": D("2010-01-01"), "medium_from": 5, "high_from": 10,
        "very_high_from": 16, "due_soon_days": 30, "why": "Set.", "provenance": "illustrative",
    }  # fmt: skip
    shown = tables.shown(pd.DataFrame([row]), about.RISK_RULES).iloc[0]
    bands = [shown[band] for band in ("Low", "Medium", "High", "Very high")]
    assert bands == ["1 to 4", "5 to 9", "10 to 15", "16 to 25"]
    assert shown["Rules"] == "Bands 1 †"
