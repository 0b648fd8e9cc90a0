"""Progress: the stack of ratings, and the burn-up with its forecast."""

import pandas as pd
import pytest

from scrutiny.charts import brag, burn_up, progress, tables
from tests.scrutiny.charts.frames import NO, SPACE, D, named, none_of, notes

THEMES = pytest.mark.parametrize("theme", ["light", "dark"])
DAYS = ["2017-06-01", "2017-10-01", "2018-02-15"]


def stack(**counts: list[int]) -> pd.DataFrame:
    rows = [
        {"day": D(day), "rating": None if code == "closed" else code,
         "actions": number, "recommendations": number * 10}
        for code, numbers in counts.items()
        for day, number in zip(DAYS, numbers, strict=False)
    ]  # fmt: skip
    return pd.DataFrame(rows)


class TestByRating:
    @THEMES
    def test_the_stack_is_the_rows_day_by_day(self, theme: str) -> None:
        figure = progress.by_rating(stack(red=[0, 2, 1], blue=[0, 1, 4]), theme)
        assert [trace.name for trace in figure.data] == ["Signed off", "Overdue"]
        assert list(named(figure, "Overdue").y) == [0, 2, 1]
        assert list(named(figure, "Signed off").x) == DAYS
        assert {trace.stackgroup for trace in figure.data} == {"rating"}
        assert named(figure, "Overdue").fillcolor == brag.look("red").colour(theme)

    def test_a_day_without_a_row_for_a_rating_counts_nought(self) -> None:
        rows = stack(red=[2, 2, 2], blue=[5])
        assert list(named(progress.by_rating(rows), "Signed off").y) == [5, 0, 0]

    def test_ratings_that_never_occur_are_left_out(self) -> None:
        figure = progress.by_rating(stack(red=[0, 0, 0], green=[1, 1, 1]))
        assert [trace.name for trace in figure.data] == ["On track"]

    def test_the_table_has_a_row_a_day_newest_first_and_every_rating(self) -> None:
        rows = stack(red=[0, 2, 1], blue=[0, 1, 4], closed=[0, 0, 3])
        shown = tables.shown(progress.by_day(rows, "recommendations"), progress.BY_DAY)
        assert list(shown["Overdue"]) == ["10", "20", "0"]
        assert list(shown["Signed off"]) == ["40", "10", "0"]
        assert list(shown["At risk"]) == ["0", "0", "0"]
        assert shown["Day"][0].replace(SPACE, " ") == "15 Feb 2018"
        assert progress.by_day(none_of("day", "rating", "actions"), "actions").empty

    def test_no_rating_is_closed(self) -> None:
        assert named(progress.by_rating(stack(closed=[0, 1, 2])), "Closed").y == (0, 1, 2)

    def test_colour_is_never_alone(self) -> None:
        figure = progress.by_rating(stack(**{code: [1, 1, 1] for code in brag.RATINGS}))
        patterns = {trace.fillpattern.shape for trace in figure.data}
        assert len(patterns) == len(brag.RATINGS)
        for code in brag.RATINGS:
            assert f">{brag.look(code).shape}</span> 1 {brag.word(code).lower()[:5]}" in notes(
                figure
            )

    def test_one_day_is_a_bar(self) -> None:
        figure = progress.by_rating(stack(red=[1], green=[2]))
        assert {trace.type for trace in figure.data} == {"bar"}
        assert figure.layout.barmode == "stack"

    def test_the_last_day_has_a_width_of_its_own(self) -> None:
        """A board signs off on the as-at day: a step drawn from that day on would hide it."""
        figure = progress.by_rating(stack(red=[1, 2, 3]))
        assert {trace.line.shape for trace in figure.data} == {"hvh"}
        assert max(figure.data[0].x) == DAYS[2]

    def test_the_measure_is_chosen(self) -> None:
        figure = progress.by_rating(stack(red=[1, 2, 3]), measure="recommendations")
        assert list(figure.data[0].y) == [10, 20, 30]
        with pytest.raises(ValueError, match="unknown measure 'children'"):
            progress.by_rating(stack(red=[1]), measure="children")

    def test_only_meetings_within_the_days_are_marked(self) -> None:
        held = pd.DataFrame(
            {"held_on": [D("2017-05-31"), D("2018-02-15"), D("2018-02-16")],
             "title": ["before", "<i>Board</i>", "after"]}
        )  # fmt: skip
        figure = progress.by_rating(stack(red=[1, 2, 3]), meetings=held)
        assert list(figure.data[-1].x) == ["2018-02-15"]
        assert figure.data[-1].hovertext[0].startswith("&lt;i&gt;Board")
        assert len(figure.layout.shapes) == 1

    def test_no_rows_say_so(self) -> None:
        rows = none_of("day", "rating", "recommendations", "actions")
        assert notes(progress.by_rating(rows)) == "There are no actions to show over<br>time."
        assert progress.describe(rows, "recommendations") == (
            "There are no recommendations to show over time."
        )

    @pytest.mark.parametrize(
        ("rows", "said"),
        [
            (
                stack(red=[0, 2, 5], blue=[3, 2, 1], green=[9, 9, 9]),
                "Between 1 June 2017 and 15 February 2018, overdue actions rose from 0 to 5 and "
                "signed-off ones fell from 3 to 1, of 15 now.",
            ),
            (
                stack(red=[1, 2, 1], green=[4, 4, 4]),
                "Between 1 June 2017 and 15 February 2018, overdue actions ended where they "
                "began, at 1 and signed-off ones stayed at 0, of 5 now.",
            ),
            (
                stack(red=[1], green=[2]),
                "On 1 June 2017, 1 of 3 actions is overdue and 0 are signed off.",
            ),
        ],
    )
    def test_the_sentence(self, rows: pd.DataFrame, said: str) -> None:
        assert progress.describe(rows) == said


def burnt(agreed: int = 30, planned: float = 21, complete: int = 12, off: int = 8) -> pd.DataFrame:
    last = {"agreed": agreed, "planned": planned, "complete": complete, "signed_off": off}
    first = {"agreed": 10, "planned": 0, "complete": 0, "signed_off": 0}
    return pd.DataFrame([{"day": D(DAYS[0]), **first}, {"day": D(DAYS[2]), **last}])


def coming(earliest: object, latest: object, remaining: int = 18) -> pd.DataFrame:
    return pd.DataFrame(
        [{"remaining": remaining, "earliest_on": earliest, "latest_on": latest,
          "per_month_fast": 3.0, "per_month_slow": 1.5, "basis_days": 259}]
    )  # fmt: skip


NO_FORECAST = none_of("remaining", "earliest_on", "latest_on", "basis_days")
NO_ROWS = none_of("day", "agreed", "planned", "complete", "signed_off")


class TestBurnUp:
    @THEMES
    def test_lines_are_the_rows(self, theme: str) -> None:
        figure = burn_up.burn_up(burnt(), NO_FORECAST, theme)
        assert list(named(figure, "complete").y) == [0, 12]
        assert list(named(figure, "promised by then").y) == [0, 21]
        assert list(named(figure, "agreed").x) == [DAYS[0], DAYS[2]]
        assert "if recent pace holds" not in notes(figure)
        assert len({trace.line.dash for trace in figure.data}) == 3  # agreed differs by width
        assert len({(trace.line.dash, trace.line.width) for trace in figure.data}) == 4

    def test_the_forecast_is_a_range_up_to_what_remains(self) -> None:
        figure = burn_up.burn_up(burnt(), coming(D("2018-06-01"), D("2018-09-01"), remaining=16))
        area = named(figure, "if recent pace holds")
        assert list(area.x) == ["2018-02-15", "2018-06-01", "2018-09-01", "2018-02-15"]
        assert list(area.y) == [12, 28, 28, 12]  # two of the 30 were closed unimplemented
        assert "if recent pace holds, all complete<br>1 Jun 2018 to 1 Sep 2018" in notes(figure)

    def test_a_pace_of_nought_leaves_the_range_open(self) -> None:
        figure = burn_up.burn_up(burnt(), coming(D("2018-06-01"), NO))
        area, edge = named(figure, "if recent pace holds"), figure.layout.xaxis.range[1]
        assert list(area.x) == ["2018-02-15", "2018-06-01", edge, edge, "2018-02-15"]
        assert list(area.y) == [12, 30, 30, 12, 12]

    def test_a_far_forecast_does_not_squeeze_the_past(self) -> None:
        figure = burn_up.burn_up(burnt(), coming(D("2018-06-01"), D("2050-01-01")))
        assert figure.layout.xaxis.range[1] < "2020-01-01"

    def test_one_day(self) -> None:
        figure = burn_up.burn_up(burnt().tail(1), NO_FORECAST)
        assert {trace.mode for trace in figure.data} == {"markers"}

    def test_no_rows_say_so(self) -> None:
        figure = burn_up.burn_up(NO_ROWS, NO_FORECAST)
        assert not figure.data
        assert notes(figure) == "There are no agreed actions to show<br>over time."
        assert burn_up.describe_burn_up(NO_ROWS, NO_FORECAST) == (
            "There are no agreed actions to show over time."
        )

    @pytest.mark.parametrize(
        ("rows", "forecast", "said"),
        [
            (
                burnt(),
                coming(D("2018-06-01"), D("2018-09-01")),
                "12 of 30 agreed actions were complete, 9 fewer than first promised; at recent "
                "pace the rest finish between 1 June 2018 and 1 September 2018.",
            ),
            (
                burnt(planned=12),
                coming(D("2018-06-01"), NO),
                "12 of 30 agreed actions were complete, as many as first promised; at recent "
                "pace the rest finish on 1 June 2018 at the earliest.",
            ),
            (
                burnt(complete=1, planned=float("nan")),
                NO_FORECAST,
                "1 of 30 agreed actions was complete; there is too little history to forecast "
                "the rest.",
            ),
            (
                burnt(planned=10),
                coming(D("2018-06-01"), D("2018-06-01")),
                "12 of 30 agreed actions were complete, 2 more than first promised; at recent "
                "pace the rest finish on 1 June 2018.",
            ),
            (burnt(complete=30), NO_FORECAST, "all 30 agreed actions were complete."),
        ],
    )
    def test_the_sentence(self, rows: pd.DataFrame, forecast: pd.DataFrame, said: str) -> None:
        assert burn_up.describe_burn_up(rows, forecast) == f"By 15 February 2018, {said}"
