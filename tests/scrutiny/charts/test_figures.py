"""Charts and sentences of published figures: what a reader is told, with gaps left as gaps."""

from typing import Any

import pandas as pd
import pytest

from scrutiny.charts import (
    authorities,
    control,
    difference,
    events,
    facts,
    parts,
    posts,
    scorecard,
    series,
    sources,
    sparks,
    tables,
    values,
)
from tests.scrutiny.charts.frames import NO, D

NONE = pd.DataFrame()
YEARS = {"period_start": D("2017-04-01"), "period_end": D("2018-03-31")}


def year(**columns: Any) -> dict[str, Any]:
    base = dict.fromkeys(
        [
            *("england", "south_east", "neighbours_mean", "neighbours_median"),
            *("neighbours_lowest", "neighbours_highest", "rank", "authorities"),
        ],
        NO,
    ) | {
        "model": "2025",
        "part": 0,
        "target": NO,
        "england_status": None,
        "south_east_status": None,
    }
    return YEARS | base | {"value": 20.5, "status": "", "quartile": None, "trend": None} | columns


def ended(day: str, **columns: Any) -> dict[str, Any]:
    """A year that ended on another day."""
    start = f"{int(day[:4]) - 1}-04-01"
    return year(period_start=D(start), period_end=D(day), **columns)


class TestEvents:
    def remark(self, day: str, kind: str, **columns: Any) -> dict[str, Any]:
        base = {"by_role": None, "target": NO, "provenance": "paper", "remark_id": "B1"}
        return base | {"on_day": D(day), "kind": kind, "reason": "Counted anew."} | columns

    def test_lines_are_numbered_and_say_why(self) -> None:
        remarks = pd.DataFrame(
            [
                self.remark("2010-04-01", "start"),
                self.remark("2018-04-01", "break"),
                self.remark("2018-06-01", "rebase", by_role="Business Group", reason="New form"),
                self.remark("2018-07-01", "asked", remark_id="R1", reason="A dataset"),
                self.remark("2018-08-01", "target", target=85.0, provenance="illustrative"),
                self.remark("2030-08-01", "break"),
            ]
        )
        rows = pd.DataFrame([year(), ended("2019-03-31")])
        for drawn in (series.compared(rows, remarks, "%"), TestControl().drawn(rows, remarks)):
            days = ["2018-04-01", "2018-06-01", "2018-07-01"]
            assert [shape.x0 for shape in drawn.layout.shapes] == days
            marks = [note for note in drawn.layout.annotations if note.hovertext]
            assert [note.text for note in marks] == ["①", "②", "③"]
            assert "Counted<br>anew." in marks[0].hovertext
        assert events.told(remarks, rows) == [
            "From 1 April 2010: Counted anew.",
            "① Break from 1 April 2018: Counted anew.",
            "② Limits begin anew from 1 June 2018: New form. Set by Business Group.",
            "③ 1 July 2018: recommendation R1 was made. A dataset.",
            "Target of 85 from 1 August 2018: Counted anew. †",
            "Break from 1 August 2030: Counted anew.",
        ]

    def test_the_key_to_a_chart_has_what_is_drawn_on_it_alone(self) -> None:
        remarks = pd.DataFrame(
            [self.remark("2010-04-01", "start"), self.remark("2018-04-01", "break")]
        )
        rows = pd.DataFrame([year(), ended("2019-03-31")])
        assert events.key(remarks, rows) == "① Break from 1 April 2018: Counted anew."
        assert events.key(remarks, rows.head(0)) == ""

    def test_remarks_without_a_chart_have_no_number(self) -> None:
        remarks = pd.DataFrame([self.remark("2018-04-01", "break")])
        assert events.told(remarks, NONE) == ["Break from 1 April 2018: Counted anew."]


class TestValues:
    @pytest.mark.parametrize(
        ("value", "unit", "said"),
        [
            (24035.0, "count", "24,035"),
            (765.3, "FTE", "765.3"),
            (21.0, "%", "21.0%"),
            (20.45, "%", "20.45%"),
            (315.2, "per 10,000", "315.2 per 10,000"),
            (NO, "%", "—"),
            (0, "count", "0"),
        ],
    )
    def test_numbers(self, value: object, unit: str, said: str) -> None:
        assert values.number(value, unit) == said

    @pytest.mark.parametrize(
        ("value", "status", "said"),
        [
            (NO, "c", "c (confidential)"),
            (NO, "low", "low (rounds to zero)"),
            (NO, "", "—"),
            (4.0, "u", "4.0% (u, low reliability)"),
            (0.0, "", "0.0%"),
        ],
    )
    def test_a_withheld_figure_is_its_mark_and_never_nought(
        self, value: object, status: str, said: str
    ) -> None:
        assert values.figure({"value": value, "status": status}, "%") == said

    @pytest.mark.parametrize(
        ("start", "end", "said"),
        [
            ("2017-04-01", "2018-03-31", "year to Mar 2018"),
            ("2020-09-30", "2020-09-30", "30 Sep 2020"),
            ("2024-02-01", "2024-02-29", "Feb 2024"),
            ("2017-12-01", "2018-02-28", "Dec 2017 to Feb 2018"),
        ],
    )
    def test_periods(self, start: str, end: str, said: str) -> None:
        assert values.period(D(start), D(end)) == said

    @pytest.mark.parametrize(
        ("value", "unit", "said"),
        [
            (1.7, "%", "+1.7 points"),
            (1.0, "%", "+1 point"),
            (-78.0, "count", "78"),
            (0.0, "%", "no change"),
            (NO, "%", "—"),
        ],
    )
    def test_changes(self, value: object, unit: str, said: str) -> None:
        assert values.change(value, unit).lstrip("\N{MINUS SIGN}") == said

    def test_heights_leave_gaps_and_keep_a_flat_line_in_the_middle(self) -> None:
        assert sparks.heights([1, None, 3], 10) == [16, None, 4]
        assert sparks.heights([5, 5], 10) == [10, 10]


class TestSeries:
    def test_a_withheld_year_is_a_gap_in_the_line(self) -> None:
        rows = pd.DataFrame([year(), year(value=NO, status="c")])
        drawn = series.compared(rows, NONE, "%")
        own, marks = drawn.data[-2:]
        assert list(own.y) == [20.5, None]
        assert own.connectgaps is False
        assert "c (confidential)" in own.hovertext[1]
        assert list(marks.text) == ["c"]
        assert marks.hovertext[0] == "year to Mar 2018: c (confidential)"

    def test_counts_are_not_drawn_beside_those_of_other_areas(self) -> None:
        rows = pd.DataFrame([year(england=600000.0, neighbours_lowest=1.0, neighbours_highest=2.0)])
        assert max(series.compared(rows, NONE, "%").layout.yaxis.range) > 600000
        assert max(series.compared(rows, NONE, "count").layout.yaxis.range) < 30

    def test_nothing_is_drawn_across_a_break(self) -> None:
        two = pd.DataFrame([year(), ended("2019-03-31", part=1)])
        assert list(series.compared(two, NONE, "%").data[-1].y) == [20.5, None, 20.5]
        one = pd.DataFrame([year(), ended("2019-03-31")])
        assert list(series.compared(one, NONE, "%").data[-1].y) == [20.5, 20.5]

    def test_a_target_is_a_line_from_the_day_it_is_set(self) -> None:
        rows = pd.DataFrame([year(), ended("2019-03-31", target=30.0)])
        drawn = series.compared(rows, NONE, "%")
        assert list(drawn.data[-1].y) == [None, 30.0]
        assert drawn.layout.yaxis.range[1] > 30

    def test_a_line_that_ends_early_says_when(self) -> None:
        rows = pd.DataFrame([year(england=22.0), ended("2019-03-31", england_status="x")])
        drawn = series.compared(rows, NONE, "%")
        assert any("22.0%<br>England 2018" in note.text for note in drawn.layout.annotations)
        assert any("x (not available)" in text for text in drawn.data[0].hovertext)

    def test_the_band_of_neighbours_leaves_a_gap(self) -> None:
        known = {"neighbours_lowest": 1.0, "neighbours_highest": 2.0}
        rows = [year(**known), ended("2019-03-31"), ended("2020-03-31", **known)]
        bands = [one for one in series.compared(pd.DataFrame(rows), NONE, "%").data if one.fill]
        assert [len(band.x) for band in bands] == [2, 2]

    def test_what_it_says(self) -> None:
        rows = pd.DataFrame([year(england=22.0, neighbours_mean=20.45)])
        assert series.describe(rows, "%", "Kent", "mean") == (
            "Kent: 20.5%, year to Mar 2018; England 22.0% and neighbours' mean, model 2025, 20.45%."
        )
        assert series.describe(rows.head(0), "%", "Kent", "mean").startswith("Nothing was")
        assert "Nothing was" in series.compared(rows.head(0), NONE).layout.annotations[0].text


class TestControl:
    BASE = YEARS | {
        "part": 0, "mean": 10.0, "lower": 5.0, "upper": 15.0, "rules": "R 1", "status": "",
        "value": 11.0, "target": NO, "assurance": "none", "is_trial": False, "point": "common",
        "points": 13,
    }  # fmt: skip

    def drawn(self, rows: pd.DataFrame, remarks: pd.DataFrame = NONE) -> Any:
        lacking = {name: cell for name, cell in self.BASE.items() if name not in rows}
        return control.drawn(rows.assign(**lacking), remarks)

    def rows(self, *points: str, **columns: Any) -> pd.DataFrame:
        base = self.BASE | {"points": len(points), "is_trial": len(points) < 13} | columns
        return pd.DataFrame([base | {"point": point} for point in points])

    def test_special_cause_has_its_own_shape_and_colour(self) -> None:
        some = ["common"] * 10 + ["common", "concern_high", "improvement_low"]
        drawn = self.drawn(self.rows(*some))
        marks = drawn.data[-1].marker
        assert list(marks.symbol)[-3:] == ["circle", "triangle-up", "triangle-down"]
        assert len(set(marks.color)) == 3

    def test_a_trial_is_called_one(self) -> None:
        trial = self.rows("common", "concern_high")
        said = control.describe(trial, "count")
        assert said.endswith("On 2 points the limits are a trial and give no verdict.")
        assert "variation" not in said
        assert set(self.drawn(trial).data[-1].marker.symbol) == {"circle"}
        flat = control.describe(self.rows(*[""] * 13), "count")
        assert flat.endswith("so there are no limits of this kind.")
        assert "trial" not in control.describe(self.rows(*["common"] * 13), "count")

    def test_limits_break_where_a_new_part_begins(self) -> None:
        rows = self.rows("common", "common")
        rows["part"] = [0, 1]
        assert list(self.drawn(rows).data[0].y) == [15.0, None, 15.0]

    def test_no_limits_are_no_lines(self) -> None:
        drawn = self.drawn(self.rows("", lower=NO, upper=NO))
        assert list(drawn.data[0].y) == [None]
        assert control.caption(self.rows("common")).startswith("Rules: R 1; 1 point.")

    def test_a_withheld_month_is_a_gap_with_its_symbol(self) -> None:
        none = dict.fromkeys(("value", "mean", "lower", "upper", "part", "points", "is_trial"))
        withheld = self.BASE | none | {"status": "missing", "point": None}
        rows = pd.DataFrame([self.BASE, withheld, self.BASE])
        run, marks = self.drawn(rows).data[-2:]
        assert list(run.y) == [11.0, None, 11.0]
        assert run.connectgaps is False
        assert list(marks.text) == ["\N{EN DASH}"]
        assert "missing (not published)" in marks.hovertext[0]
        shown = control.columns("count")["Value"](rows.iloc[1].to_dict())
        assert shown.replace("\\", "") == "missing (not published)"

    def test_a_group_that_is_too_short_is_a_trial_whatever_came_before(self) -> None:
        rows = self.rows(*["concern_high"] * 16)
        rows["part"] = [0] * 13 + [1] * 3
        rows["is_trial"] = [False] * 13 + [True] * 3
        rows["points"] = [13] * 13 + [3] * 3
        assert control.describe(rows, "count").endswith(
            "On 3 points since limits began anew the limits are a trial and give no verdict."
        )
        assert (
            list(self.drawn(rows).data[-1].marker.symbol)[-4:] == ["triangle-up"] + ["circle"] * 3
        )
        assert "13 points and 3 points, where limits began anew in between" in control.caption(rows)

    def test_a_target_is_drawn_and_what_the_process_makes_of_it_is_said(self) -> None:
        rows = self.rows(*["common"] * 13, target=14.0, assurance="inconsistent")
        drawn = self.drawn(rows)
        assert list(drawn.data[-2].y) == [14.0] * 13
        assert control.describe(rows, "count").endswith(
            "As it runs, it will meet or miss the target by chance."
        )


class TestScorecard:
    ROW = year(
        name="Rate", indicator_id="rate", unit="%", parts=0, change=1.7, size="too short to say",
        variation=None, assurance="none", recommendations="R1 R2", is_attention=True, theme="a_b",
    )  # fmt: skip

    def shown(self, head: str, **columns: Any) -> str:
        cells = scorecard.columns("mean", "2025", D("2018-12-31"))
        return cells[head](self.ROW | columns).replace("\\", "")

    def test_cells(self) -> None:
        assert self.shown("Latest") == "20.5%, year to Mar 2018"
        assert self.shown("Latest", parts=5) == "in 5 parts"
        assert self.shown("Latest", period_end=NO) == "none by this day"
        assert self.shown("On a year before") == "+1.7 points; too short to say"
        assert (
            self.shown("Rank", rank=97, authorities=153, quartile="D") == "97 of 153, worst quarter"
        )
        assert self.shown("Signal", variation="concern_high", assurance="fail") == (
            "▲ concern, high; F target missed every time"
        )
        assert "■" in self.shown("Indicator")
        assert "■" not in self.shown("Indicator", is_attention=False)

    def test_counts_stand_alone(self) -> None:
        head = "Beside others; neighbours' mean, model 2025"
        assert self.shown(head, england=22.0, neighbours_mean=20.45) == (
            "England 22.0%, South East —, neighbours 20.45%"
        )
        assert self.shown(head, england=22.0, unit="count") == "—"
        assert self.shown(head) == "—"
        assert self.shown(head, england_status="x", south_east=3.0) == (
            "England x, South East 3.0%, neighbours —"
        )

    def test_sentences_and_groups(self) -> None:
        rows = pd.DataFrame([self.ROW])
        assert scorecard.describe(rows) == (
            "1 indicator has a figure; 1 is in the worst quarter of authorities or shows a signal "
            "of concern: “Rate”."
        )
        assert scorecard.group("front_door") == "Front door"
        assert scorecard.describe(rows.head(0)) == "No indicator matches these filters."
        none = pd.DataFrame([self.ROW | {"period_end": NO}])
        assert scorecard.describe(none) == "No indicator has a figure by this day."
        assert scorecard.noted(rows).startswith("1 indicator is in the worst quarter")
        assert scorecard.noted(rows.head(0)).startswith("No indicator")

    def test_a_sparkline_leaves_a_withheld_value_out(self) -> None:
        rows = pd.DataFrame([self.ROW, self.ROW | {"value": NO, "status": "x"}, self.ROW])
        line, marks, _ = scorecard.paths(rows).data
        assert list(line.y)[1] is None
        assert "x (not available)" in line.hovertext[1]
        assert list(marks.text) == ["x"]
        assert list(marks.x) == [14]

    def test_its_table_twin_has_every_figure_and_the_mark_of_each_that_is_withheld(self) -> None:
        later = self.ROW | {"period_start": D("2018-04-01"), "period_end": D("2019-03-31")}
        rows = pd.DataFrame([self.ROW, later | {"value": NO, "status": "c"}])
        rows = pd.concat([rows, pd.DataFrame([later | {"part": 1}, self.ROW | {"name": "Other"}])])
        rows["indicator_id"] = ["rate"] * 3 + ["other"]
        shown = tables.shown(pd.DataFrame([self.ROW]), scorecard.spelled(rows))
        assert [cell.replace("\\", "") for cell in shown.iloc[0]] == [
            "Rate",
            "Mar 2018 20.5%; Mar 2019 c (confidential); after a break: Mar 2019 20.5%",
        ]
        drawn = scorecard.drawn(rows, pd.DataFrame([self.ROW]))
        assert set(drawn["indicator_id"]) == {"rate"}
        assert "Withheld: c confidential." in scorecard.legend(drawn)
        assert "Withheld" not in scorecard.legend(rows[rows["value"].notna()])

    def test_a_series_that_is_all_withheld_is_in_the_table_twin(self) -> None:
        rows = pd.DataFrame([self.ROW | {"value": NO, "status": "x"}])
        *_, cell = scorecard.spelled(rows).values()
        assert cell(self.ROW).replace("\\", "") == "Mar 2018 x (not available)"
        assert cell(self.ROW | {"indicator_id": "none"}) == "—"
        assert "in 5 parts" in cell(self.ROW | {"parts": 5})

    def test_a_sparkline_leaves_a_gap_at_a_break(self) -> None:
        rows = pd.DataFrame([self.ROW, self.ROW | {"part": 1}])
        assert list(scorecard.paths(rows).data[0].y)[1] is None


class TestOthers:
    def test_parts_largest_first(self) -> None:
        rows = pd.DataFrame(
            [year(breakdown=name, value=size) for name, size in (("B", 9), ("A", 4))]
        )
        assert (
            parts.describe(rows, "%") == "The largest parts, year to Mar 2018: B, 9.0% and A, 4.0%."
        )
        assert list(parts.bars(rows, "%").data[0].x) == [9.0, 4.0]

    def test_a_withheld_part_has_no_bar_and_its_mark(self) -> None:
        rows = pd.DataFrame([year(breakdown="A", value=NO, status="c", england=3.0)])
        drawn = parts.bars(rows, "%")
        assert list(drawn.data[0].x) == [None]
        assert "c (confidential)" in drawn.data[0].hovertext[0]
        assert list(drawn.data[1].x) == [3.0]
        assert len(parts.bars(rows, "count").data) == 1

    def test_authorities_mark_their_own(self) -> None:
        rows = pd.DataFrame(
            {"area_name": ["A", "Kent"], "value": [1.0, 2.0], "is_own": [False, True],
             "is_neighbour": [True, False], "rank": [2, 1], "polarity": ["higher"] * 2,
             "model": ["2025"] * 2} | {name: [day] * 2 for name, day in YEARS.items()}
        )  # fmt: skip
        assert authorities.describe(rows, "%").startswith(
            "Kent, 2.0% (year to Mar 2018), is 1 of 2 authorities, from the best"
        )
        assert list(authorities.ordered(rows, "%").data[-1].x) == [1]
        assert authorities.describe(rows.head(1), "%").startswith("A rank can not be given")

    def test_sources_say_when_only_some_are_published(self) -> None:
        row = YEARS | {"source": "Police", "share": 34.5, "england_share": 28.5, "share_status": ""}
        before = {"period_start": D("2016-04-01"), "period_end": D("2017-03-31")}
        some = pd.DataFrame([row, row | before, row | before | {"source": "Schools"}])
        assert "only the shares of Police" in sources.since(some)

    def test_a_fall_within_chance_is_not_called_one(self) -> None:
        row = {"source": "A", "period_end": D("2018-03-31"), "change": -10.0, "by_chance": 30.0}
        rows = pd.DataFrame([row | {"size": "no more than chance"}])
        assert "no source sent fewer" in sources.describe_changes(rows)
        sure = pd.DataFrame([row | {"size": "more than chance", "change": -40.0}])
        assert "A sent fewer referrals than two years before" in sources.describe_changes(sure)
        assert "than one year before" in sources.describe_changes(sure, 1)
        colours = [sources.changes(frame).data[0].marker.color[0] for frame in (rows, sure)]
        assert colours[0] != colours[1]

    def test_a_change_is_split_into_more_and_fewer(self) -> None:
        row = {"period_end": D("2018-03-31"), "by_chance": 30.0, "size": "more than chance"}
        sizes = (("A", -40.0), ("B", 100.0), ("C", 7.0), ("D", NO))
        rows = pd.DataFrame([row | {"source": name, "change": size} for name, size in sizes])
        assert sources.split(rows) == (
            "From the year before to the year to March 2018: +67. Sources that sent more make "
            "+107, those that sent fewer \N{MINUS SIGN}40; the largest change is B, +100."
        )
        alone = sources.split(rows.tail(1))
        assert alone == sources.describe_changes(rows.tail(1))
        assert alone.startswith("Too short to say")

    def test_posts(self) -> None:
        rows = pd.DataFrame(
            {"period_end": [D("2015-09-30"), D("2017-09-30")], "filled": [NO, 675.6],
             "vacant": [NO, 110.9], "vacancy_rate": [20.0, 14.1],
             "england_vacancy_rate": [17.0, NO]}
        )  # fmt: skip
        assert "675.6 full-time equivalent posts were filled and 110.9 vacant" in posts.describe(
            rows
        )
        assert len(posts.stacked(rows).data[0].x) == 1
        assert posts.since(rows, "Kent").startswith(
            "Nothing is published for Kent between April 2009 and 30 September"
        )
        assert posts.since(rows.head(0), "Kent").startswith(
            "By this day nothing is published for Kent"
        )

    @pytest.mark.parametrize(
        ("polarity", "since", "said"),
        [
            ("higher", 12.0, "1 moved the better way"),
            ("lower", 12.0, "1 moved the worse way"),
            ("neutral", 12.0, "1 of activity"),
            ("lower", NO, "none has a figure yet"),
        ],
    )
    def test_a_difference_goes_by_which_way_is_better(
        self, polarity: str, since: object, said: str
    ) -> None:
        row = {
            "latest_end": D("2018-03-31"),
            "name": "A",
            "made_on": D("2017-06-13"),
            "before_value": 10.0,
            "polarity": polarity,
        }
        assert said in difference.describe(pd.DataFrame([row | {"since_value": since}]))

    def test_the_trend_of_annual_shares(self) -> None:
        def told(trend: object) -> str:
            return facts.trend(pd.DataFrame([year(trend=trend)]))

        assert told("rising").startswith("Over the last five years it rose")
        assert told("none").startswith("Over the last five years there is no trend")
        assert told(None) == facts.TOO_SHORT
