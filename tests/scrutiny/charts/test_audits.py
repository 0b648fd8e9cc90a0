"""Charts and sentences of audits, findings and self-assessments."""

import pandas as pd
import pytest

from scrutiny.charts import audits, findings, grades, self_assessment, tables
from tests.scrutiny.charts.frames import NO, D, named, none_of, notes

THEMES = pytest.mark.parametrize("theme", ["light", "dark"])
PLAN = {
    "title": "Front door", "scale": "single-agency", "agency_names": "Police", "theme": "Neglect",
    "first_planned_on": D("2017-10-31"), "planned_on": D("2017-10-31"), "begun_on": NO,
    "done_on": NO, "cancelled_on": NO, "state": "planned", "days_late": 0, "days_done_late": None,
    "why": None, "cases": None, "cases_status": None, "cases_planned": 20, "grade": None,
    "findings": 0, "findings_open": 0, "repeats_title": None, "provenance": "illustrative",
}  # fmt: skip


def plan(*changes: dict[str, object]) -> pd.DataFrame:
    return pd.DataFrame([PLAN | change for change in changes])


class TestProgramme:
    @THEMES
    def test_late_moved_and_done_are_drawn_and_named_in_the_key(self, theme: str) -> None:
        rows = plan(
            {"state": "done", "begun_on": D("2017-10-01"), "done_on": D("2017-11-14"),
             "days_done_late": 14},
            {"state": "late", "planned_on": D("2017-12-31"), "days_late": 46},
            {"state": "cancelled", "cancelled_on": D("2017-11-01")},
        )  # fmt: skip
        figure = audits.programme(rows, "2018-02-15", theme)
        late = named(figure, "late")
        assert list(late.base) == ["2017-10-31", "2017-12-31"]
        assert [int(each) // 86_400_000 for each in late.x] == [14, 46]
        assert list(named(figure, "moved").base) == ["2017-10-31"]
        assert all(word in notes(figure) for word in ("late", "moved", "done", "cancelled"))
        assert "done 14 Nov 2017, 14 days late" in notes(figure).replace("<br>", " ")

    def test_an_audit_without_a_day_still_has_its_lane(self) -> None:
        rows = plan({"state": "no date", "first_planned_on": NO, "planned_on": NO})
        figure = audits.programme(rows, "2018-02-15")
        assert "no date yet" in notes(figure)
        assert not figure.data

    @pytest.mark.parametrize(
        ("changes", "said"),
        [
            ([{}], "1 audit: 1 planned."),
            (
                [{"state": "done"}, {"state": "late", "days_late": 3}, {"state": "late"}],
                "3 audits: 1 done and 2 late; latest is “Front door”, 3 days past its day.",
            ),
        ],
    )
    def test_the_sentence(self, changes: list[dict[str, object]], said: str) -> None:
        assert audits.describe(plan(*changes)) == said

    def test_nothing_planned_says_so(self) -> None:
        rows = none_of(*PLAN)
        assert notes(audits.programme(rows, "2018-02-15")).replace("<br>", " ") == audits.NONE
        assert audits.describe(rows) == audits.NONE

    @pytest.mark.parametrize(
        ("change", "cell"),
        [
            ({}, "20 planned"),
            ({"done_on": D("2017-11-01"), "state": "done", "cases": 24.0}, "24"),
            (
                {"done_on": D("2017-11-01"), "state": "done", "cases_status": "c"},
                tables.plain("c (confidential)"),
            ),
        ],
    )
    def test_cases_withheld_show_their_mark(self, change: dict[str, object], cell: str) -> None:
        assert tables.shown(plan(change), audits.COLUMNS)["Cases"][0] == cell

    def test_a_title_is_text(self) -> None:
        figure = audits.programme(plan({"title": "<a href='x'>Door</a>"}), "2018-02-15")
        assert "<a" not in notes(figure)


def graded(
    name: str = "Neglect",
    day: str = "2017-10-20",
    *numbers: float | None,
    of: float | None = 20,
    given: str = "good",
    repeat: bool = False,
) -> pd.DataFrame:
    four = numbers or (0, 12, 8, 0)
    return pd.DataFrame(
        {
            "name": name, "audit_id": f"{name}{day}", "title": f"Audit {day}", "done_on": D(day),
            "is_repeat": repeat, "grade_given": given, "grade": list(grades.GRADES),
            "cases": pd.array(four, dtype="Float64"),
            "status": ["c" if n is None else None for n in four],
            "of_cases": pd.array([of] * 4, dtype="Float64"),
            "of_status": "c" if of is None else None, "provenance": "illustrative",
        }
    )  # fmt: skip


class TestGrades:
    @THEMES
    def test_a_bar_is_the_share_of_the_cases_by_grade(self, theme: str) -> None:
        figure = grades.over_time(graded(), theme)
        assert [trace.name for trace in figure.data] == ["Good", "Requires improvement"]
        assert [trace.x[0] for trace in figure.data] == [60, 40]

    def test_withheld_counts_are_one_part_and_no_number_of_theirs_is_anywhere(self) -> None:
        figure = grades.over_time(graded("Neglect", "2017-10-20", None, 12, None, 0))
        assert named(figure, "c, withheld").x[0] == 40
        assert "withheld (c)" in named(figure, "c, withheld").hovertext[0].replace("<br>", " ")
        shown = tables.shown(graded("N", "2017-10-20", None, 12, None, 0), grades.columns("theme"))
        assert list(shown["Number"]) == [
            tables.plain("c (confidential)"), "12", tables.plain("c (confidential)"), "0",
        ]  # fmt: skip

    def test_a_total_withheld_is_a_whole_bar_without_a_number(self) -> None:
        figure = grades.over_time(graded("N", "2017-10-20", 0, None, None, 0, of=None))
        assert [trace.name for trace in figure.data] == ["c, withheld"]
        assert "cases withheld" in notes(figure)

    def test_audits_of_one_name_stand_together_under_it(self) -> None:
        rows = pd.concat([graded(day="2017-10-20"), graded(day="2018-02-20", repeat=True)])
        shown = notes(grades.over_time(rows))
        assert shown.count("<b>Neglect</b>") == 1
        assert shown.index("20 Oct 2017") < shown.index("20 Feb 2018")

    def test_the_sentence_says_what_a_second_look_saw(self) -> None:
        rows = pd.concat(
            [
                graded(day="2017-10-20", given="inadequate"),
                graded(day="2018-02-20", given="good", repeat=True),
                graded("Front door", "2018-01-20"),
            ]
        )
        assert grades.describe(rows) == (
            "3 audits graded practice as a whole: 2 good and 1 inadequate; looked at again, "
            "“Audit 2018-02-20” went from inadequate to good."
        )

    def test_nothing_graded_says_so(self) -> None:
        rows = none_of(*graded().columns)
        assert notes(grades.over_time(rows)).replace("<br>", " ") == grades.NONE
        assert grades.describe(rows) == grades.NONE

    def test_the_sides_that_are_below_good_most_often(self) -> None:
        rows = pd.DataFrame(
            [("practice overall", True), ("voice of the child", True), ("working together", False),
             ("voice of the child", True), ("planning and review", True)],
            columns=["domain", "is_below_good"],
        )  # fmt: skip
        assert grades.sides(rows) == (
            "4 grades for sides of practice, 3 below good; most often voice of the child, 2 times."
        )


def themed(*rows: tuple[str, str, bool, int]) -> pd.DataFrame:
    frame = pd.DataFrame(rows, columns=["theme", "state", "is_open", "findings"])
    return frame.assign(late=0, longest_days=[60 if row[2] else None for row in rows])


class TestFindings:
    @THEMES
    def test_one_bar_a_theme_made_of_states_in_order(self, theme: str) -> None:
        rows = themed(
            ("Neglect", "no action", True, 2),
            ("Neglect", "improved", False, 1),
            ("Front door", "improved", False, 1),
        )
        figure = findings.by_theme(rows, theme)
        assert [trace.name for trace in figure.data] == ["No action", "Improved"]
        assert list(named(figure, "Improved").x) == [1, 1]
        assert tuple(figure.layout.xaxis.range) == (0, 3)

    @pytest.mark.parametrize(
        ("rows", "said"),
        [
            ([("N", "improved", False, 2)], "2 findings, none still open."),
            (
                [("N", "no action", True, 2), ("N", "improved", False, 1)],
                "3 findings, 2 still open, the longest for 60 days: 2 without an action; "
                "1 seen to have improved.",
            ),
        ],
    )
    def test_the_sentence(self, rows: list[tuple[str, str, bool, int]], said: str) -> None:
        assert findings.describe(themed(*rows)) == said

    def test_no_finding_says_so(self) -> None:
        rows = none_of("theme", "state", "is_open", "findings", "late", "longest_days")
        assert notes(findings.by_theme(rows)).replace("<br>", " ") == findings.NONE
        assert findings.describe(rows) == findings.NONE

    @pytest.mark.parametrize(
        ("counts", "said"),
        [
            ((0, 0, 0, 0, 0, 0, 0), "No audit is in the programme by this day."),
            ((2, 0, 0, 0, 0, 0, 0), "0 of 2 audits are done; none has made a finding yet."),
            (
                (6, 4, 1, 3, 2, 1, 1),
                "4 of 6 audits are done and 1 is late; 2 of 3 findings are still open, "
                "1 of them without an action, and 1 seen to have improved.",
            ),
        ],
    )
    def test_the_evidence(self, counts: tuple[int, ...], said: str) -> None:
        names = ["audits", "done", "late", "findings", "findings_open", "no_action", "improved"]
        assert findings.evidence(pd.DataFrame([counts], columns=names)) == said

    def test_a_row_says_where_it_comes_from_and_links_an_action_of_the_plan(self) -> None:
        rows = pd.DataFrame(
            [
                {
                    "finding": "Seldom seen.", "audit_title": "Door", "found_on": D("2017-10-20"),
                    "agency_name": None, "domain": "voice of the child", "why": None,
                    "state": "action under way", "is_open": True, "days_since": 60,
                    "action": "One scale", "rec_id": "R", "ref": "3", "due_on": D("2018-04-30"),
                    "days_late": 0, "reaudited_on": NO, "result": None,
                    "provenance": "illustrative",
                }
            ]
        )  # fmt: skip
        shown = tables.shown(rows, findings.columns("2018-02-15")).iloc[0]
        assert shown["Finding"].endswith("†")
        assert "all agencies, voice of the child" in shown["From"]
        assert shown["Action"].startswith("One scale, [3](recommendation?rec=R&as_at=2018-02-15)")
        assert shown["Looked at again"] == "not yet"
        assert "1 finding" not in findings.looped(rows)
        assert "no actions from findings are late" in findings.looped(rows)


def scored(*rows: tuple[str, str, int | None, int | None]) -> pd.DataFrame:
    frame = pd.DataFrame(rows, columns=["agency_name", "standard", "self_score", "moderated_score"])
    frame["gap"] = frame["moderated_score"] - frame["self_score"]
    return frame.assign(
        why="Seen.", days_late=[5 if row[2] is None else 0 for row in rows], improve=None,
        improve_by=NO, provenance="illustrative",
    )  # fmt: skip


class TestSelfAssessments:
    @THEMES
    def test_a_gap_runs_from_the_agency_s_score_to_the_panel_s(self, theme: str) -> None:
        rows = scored(("Police", "training", 3, 1), ("Police", "supervision", 2, 2))
        figure = self_assessment.gaps(rows, theme=theme)
        assert list(named(figure, "self").x) == [3]
        assert list(named(figure, "panel").x) == [1]
        assert (list(named(figure, "gap").base), list(named(figure, "gap").x)) == ([3], [-2])

    def test_together_by_standard_puts_the_one_with_most_gaps_first(self) -> None:
        rows = scored(
            ("Police", "training", 3, 1),
            ("Police", "supervision", 2, 1),
            ("Health", "training", 3, 2),
        )
        shown = notes(self_assessment.gaps(rows, by="standard"))
        assert shown.index("Training: Police") < shown.index("Training: Health")
        assert shown.index("Training: Health") < shown.index("Supervision: Police")

    def test_the_sentence_names_who_has_not_answered(self) -> None:
        rows = scored(
            ("Police", "training", 3, 1),
            ("Police", "supervision", 2, 2),
            ("Health", "training", 2, 3),
            ("Education", "training", 2, None),
            ("Probation", "training", None, None),
        )
        assert self_assessment.describe(rows) == (
            "3 self-scores moderated: 1 lowered, 1 raised, 1 left as they were; most lowered for "
            "Police, 1 of 8. Probation has not answered, 5 days after the day. "
            "Not moderated yet: Education."
        )

    def test_no_gap_and_nobody_asked_say_so(self) -> None:
        rows = scored(("Police", "training", 3, 3))
        assert "changed no score" in notes(self_assessment.gaps(rows))
        assert self_assessment.describe(none_of(*rows.columns)) == self_assessment.NONE

    def test_what_is_not_answered_is_not_nought(self) -> None:
        rows = scored(("Police", "training", None, None), ("Police", "supervision", 0, None))
        shown = tables.shown(rows, self_assessment.COLUMNS)
        assert list(shown["Self"]) == ["not answered", "0"]
        assert list(shown["Panel"]) == ["not yet", "not yet"]
