"""Which page answers a recommendation, and the sentence that it gives."""

import pandas as pd
import pytest

from scrutiny import queries
from scrutiny.charts import answered_by, risks
from scrutiny.contract import Contract

COUNTS = {
    "risks": 10,
    "above": 4,
    "reviews_late": 1,
    "expired": 0,
    "asking": 2,
    "heaviest": "Too few *posts*",
    "heaviest_score": 20,
    "heaviest_appetite": 9,
    "is_illustrative": True,
}


def counts(**columns: object) -> pd.DataFrame:
    return pd.DataFrame([COUNTS | columns])


@pytest.mark.parametrize("page", answered_by.PAGES.values(), ids=answered_by.PAGES)
def test_each_page_has_a_question_of_the_day_alone(page: answered_by.Page) -> None:
    assert list(queries.find(page.question).parameters) == ["as_at"]


def test_every_page_may_be_named_by_a_board() -> None:
    column = Contract.read().table("assurance_page").by_name["page"]
    assert set(answered_by.PAGES) <= set(column.choices)


def test_only_pages_that_there_are_are_shown() -> None:
    rows = pd.DataFrame({"page": ["not built yet", "register"]})
    assert list(answered_by.pages(rows)) == ["register"]


def test_the_line_is_a_link_on_the_day_and_a_marked_sentence() -> None:
    page = answered_by.PAGES["register"]
    line = page.line("register", counts(), "2018-02-15")
    assert line.startswith("[Risk register](register?as_at=2018-02-15): 10 risks are")
    assert r"Too few \*posts\*" in line
    assert line.endswith(" †")
    assert not page.line("register", counts(is_illustrative=False), "2018-02-15").endswith("†")


@pytest.mark.parametrize(
    ("columns", "said"),
    [
        ({"risks": 0}, risks.NONE),
        (
            {"above": 0, "reviews_late": 0, "asking": 0},
            "10 risks are in the register and none stands above appetite.",
        ),
        (
            {"risks": 1, "above": 1},
            "1 risk is in the register and 1 stands above appetite, furthest “Too few *posts*” "
            "with 20 against 9; 1 review is overdue and 2 risks ask for a review.",
        ),
        (
            {"expired": 2, "asking": 1},
            "10 risks are in the register and 4 stand above appetite, furthest “Too few *posts*” "
            "with 20 against 9; 1 review is overdue, 2 acceptances have expired and 1 risk asks "
            "for a review.",
        ),
    ],
)
def test_the_register_says_how_it_stands(columns: dict[str, object], said: str) -> None:
    assert risks.evidence(counts(**columns)) == said
