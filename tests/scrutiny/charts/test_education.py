"""Charts and sentences of assurance from settings."""

import pandas as pd
import pytest

from scrutiny.charts import education, narrowing, schools, tables
from tests.scrutiny.charts.frames import NO, D, named, none_of, notes

THEMES = pytest.mark.parametrize("theme", ["light", "dark"])
STEPS = ("in scope", "asked", "returned", "verified", "plan agreed", "plan closed")


def funnel(name: str, first: list[int] | None, whole: list[int], need: int = 0) -> pd.DataFrame:
    return pd.DataFrame(
        {
            "name": name,
            "step": STEPS,
            "position": range(6),
            "first_stage": first or [None] * 6,
            "first_stage_of": first[0] if first else None,
            "first_stage_percent": [100 * n / first[0] for n in first] if first else None,
            "first_stage_need_plan": need if first else None,
            "all_settings": whole,
            "all_settings_of": whole[0],
            "all_settings_percent": [100 * n / whole[0] for n in whole],
            "all_settings_need_plan": need,
            "provenance": "illustrative",
        }
    )


SCHOOLS = funnel("Schools", [8, 3, 2, 2, 1, 0], [100, 12, 7, 3, 1, 0], need=2)
COLLEGES = funnel("Colleges", None, [6, 0, 0, 0, 0, 0])


class TestSteps:
    @THEMES
    def test_both_charts_have_one_scale_and_show_what_is_missing(self, theme: str) -> None:
        for scope, shares in (
            ("first_stage", [100, 37.5, 25, 25, 12.5, 0]),
            ("all_settings", [100, 12, 7, 3, 1, 0]),
        ):
            figure = education.steps(SCHOOLS, scope, theme)
            whole, reached = figure.data
            assert list(whole.x) == [100] * 6
            assert list(reached.x) == shares
            assert tuple(figure.layout.xaxis.range) == (0, 100)

    def test_a_group_without_a_first_stage_says_so_and_has_no_bar(self) -> None:
        figure = education.steps(pd.concat([SCHOOLS, COLLEGES]), "first_stage")
        assert "no first stage is named" in notes(figure)
        assert "of 6" not in notes(figure)
        assert "Asked: 0 of 6" in notes(education.steps(COLLEGES, "all_settings"))

    def test_how_many_need_a_plan_stands_beside_those_agreed(self) -> None:
        assert "Plan agreed: 1 of 8; 2 need one" in notes(education.steps(SCHOOLS, "first_stage"))

    def test_the_sentence_has_both_denominators(self) -> None:
        assert education.describe(pd.concat([SCHOOLS, COLLEGES])) == (
            "First stage: 2 of 8 (25%) have returned and 2 were verified. "
            "Of every setting, as asked: 7 of 106 (7%) returned, 3 verified."
        )

    def test_without_a_first_stage_every_setting_is_the_measure(self) -> None:
        assert education.describe(COLLEGES) == (
            "No settings of all 6 (0%) have returned and 0 were verified. "
            "No first stage is set by this day."
        )
        assert education.says(COLLEGES, "first_stage") == "No first stage is set by this day."

    def test_nothing_in_scope_says_so(self) -> None:
        rows = none_of(*SCHOOLS.columns)
        assert notes(education.steps(rows)) == education.describe(rows) == education.NONE

    def test_the_table_has_both_denominators_and_no_nought_for_what_is_not_named(self) -> None:
        shown = tables.shown(pd.concat([SCHOOLS, COLLEGES]), education.columns())
        assert shown["First stage"][2] == "2 of 8"
        assert shown["All settings"][2] == "7 of 100"
        assert shown["First stage"][8] == "no first stage is named"
        assert shown["Share of first stage"][8] == "—"

    @pytest.mark.parametrize(
        ("counts", "said"),
        [
            ((0, 0, 0, 0, 0, 0, False), education.NONE),
            (
                (106, 7, 3, 0, 0, 0, False),
                "7 of 106 settings have returned; no first stage is set by this day.",
            ),
            (
                (106, 7, 3, 8, 2, 2, True),
                "2 of 8 settings of the first stage have returned and 2 were verified; of every "
                "setting, as asked, 7 of 106 have returned.",
            ),
        ],
    )
    def test_the_evidence(self, counts: tuple[int, ...], said: str) -> None:
        names = [
            "settings", "returned", "verified", "first_stage", "first_returned", "first_verified",
            "has_first_stage",
        ]  # fmt: skip
        assert education.evidence(pd.DataFrame([counts], columns=names)) == said


class TestNarrowing:
    ROWS = pd.DataFrame(
        [
            {
                "plural": "Schools", "asked": "All", "first_stage": "Few",
                "first_stage_percent": 8.0, "settings": 100, "below_good": 8,
                "provenance": "illustrative", "published_percent": 9.9,
                "published_below_good": 49.0, "published_schools": 495.0,
                "published_on": D("2017-08-31"),
            },
            {"plural": "Colleges", "settings": 6, "below_good": 1, "published_on": NO},
        ]
    )  # fmt: skip

    def test_the_paper_s_share_and_the_published_one_are_told_apart(self) -> None:
        assert narrowing.narrowed(self.ROWS) == (
            "What was asked for is assurance from every setting. The first stage is those below "
            "good: 8 % of schools, by the Board's paper. For colleges no first stage is named. "
            "Published grades give 9.9% of schools below good on 31 August 2017."
        )

    def test_before_the_narrowing_nothing_is_said_of_a_share(self) -> None:
        rows = self.ROWS.assign(first_stage_percent=None)
        assert "no narrower first stage" in narrowing.narrowed(rows)

    def test_the_register_is_marked_and_what_is_not_published_is_said(self) -> None:
        shown = tables.shown(self.ROWS, narrowing.SCOPE)
        assert shown["In the register here"][0] == "8 below good of 100 †"
        assert "49 below good of 495 on 31 Aug 2017" in shown["Published"][0]
        assert shown["Published"][1] == "no such figure"

    def test_who_has_not_answered_longest(self) -> None:
        rows = pd.DataFrame(
            {"setting_id": ["SCH-1", "SCH-2"], "days_waiting": [61, 5], "days_late": [1, 0]}
        )
        assert narrowing.unanswered(rows) == (
            "2 settings were asked and have not answered, 1 after the day it was due; longest "
            "silent is SCH-1, 61 days."
        )
        assert "Every setting that was asked" in narrowing.unanswered(rows.iloc[:0])


class TestSchools:
    @staticmethod
    def rows(*days: str) -> pd.DataFrame:
        return pd.DataFrame(
            [
                {"period_end": D(day), "grade": grade, "schools": n, "of_schools": 500.0,
                 "status": None, "source": "Ofsted"}
                for day in days
                for grade, n in (("Outstanding", 100.0), ("Good", 350.0),
                                 ("Requires Improvement", 44.0), ("Inadequate", 6.0))
            ]
        )  # fmt: skip

    @THEMES
    def test_shares_of_the_schools_latest_first(self, theme: str) -> None:
        figure = schools.by_grade(self.rows("2017-03-31", "2017-08-31"), theme)
        assert list(named(figure, "Good").x) == [70, 70]
        assert notes(figure).index("31 Aug 2017") < notes(figure).index("31 Mar 2017")

    def test_the_sentence_and_the_empty_one(self) -> None:
        assert schools.describe(self.rows("2017-08-31")) == (
            "31 August 2017: 50 of 500 schools below good (10.0%)."
        )
        rows = none_of(*self.rows("2017-08-31").columns)
        assert notes(schools.by_grade(rows)).replace("<br>", " ") == schools.NONE
        assert schools.describe(rows) == schools.NONE
