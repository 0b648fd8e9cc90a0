"""Charts of counts: overdue, ageing, waiting, due and groups."""

import pandas as pd
import pytest

from scrutiny.charts import ageing, due, groups, overdue, waiting
from tests.scrutiny.charts.frames import named, none_of, notes

THEMES = pytest.mark.parametrize("theme", ["light", "dark"])


def owed(*rows: tuple[str | None, int, float]) -> pd.DataFrame:
    frame = pd.DataFrame(rows, columns=["group_name", "actions", "worst_days"])
    return frame.assign(lead_group_id="x", median_days=frame["worst_days"])


class TestOverdue:
    @THEMES
    def test_bars_are_the_rows_in_their_order(self, theme: str) -> None:
        figure = overdue.by_group(owed(("Education", 3, 46), ("Health", 1, 1)), theme)
        assert list(figure.data[0].x) == [3, 1]
        assert list(figure.data[0].y) == sorted(figure.data[0].y)
        assert figure.layout.yaxis.range[0] > figure.layout.yaxis.range[1]  # first row on top
        assert "<b>Education</b>: 3 actions, worst 46 days" in notes(figure)
        assert "<b>Health</b>: 1 action, worst 1 day" in notes(figure)

    def test_nothing_overdue(self) -> None:
        rows = none_of("lead_group_id", "group_name", "actions", "worst_days", "median_days")
        assert overdue.describe(rows) == "No actions are overdue."
        assert notes(overdue.by_group(rows)) == "No actions are overdue."

    @pytest.mark.parametrize(
        ("rows", "said"),
        [
            (
                owed(("Education", 1, 1)),
                "1 action is overdue, owed by Education; the worst is 1 day late.",
            ),
            (
                owed(("Education", 3, 46), ("Health", 1, 60)),
                "4 actions are overdue; Education owes most, 3; the worst is 60 days late.",
            ),
            (
                owed(("Education", 2, 46), ("Health", 2, 9), ("Police", 1, 3)),
                "5 actions are overdue; Education and Health owe most, 2 each; "
                "the worst is 46 days late.",
            ),
            (
                owed(("A", 1, 4), ("B", 1, 3), ("C", 1, 2)),
                "3 actions are overdue, spread over 3 groups; the worst is 4 days late.",
            ),
            (owed((None, 2, float("nan"))), "2 actions are overdue, owed by no group named."),
        ],
    )
    def test_the_sentence(self, rows: pd.DataFrame, said: str) -> None:
        assert overdue.describe(rows) == said

    def test_names_are_text_and_break_to_fit_a_phone(self) -> None:
        name = "The <a href='x'>Group</a> for Quality, Effectiveness and All Other Matters"
        figure = overdue.by_group(owed((name, 1, 2)))
        assert "<a" not in notes(figure) + figure.data[0].hovertext[0]
        assert notes(figure).count("<br>") >= 2
        assert figure.layout.height > overdue.by_group(owed(("A", 1, 2))).layout.height


class TestAgeing:
    @staticmethod
    def bands(*numbers: int) -> pd.DataFrame:
        bands = ["1 to 30 days", "31 to 60 days", "61 to 90 days", "91 to 180 days",
                 "more than 180 days"]  # fmt: skip
        return pd.DataFrame(
            {"band_from": [1, 31, 61, 91, 181], "band": bands, "position": range(1, 6),
             "actions": numbers}
        )  # fmt: skip

    @THEMES
    def test_empty_bands_keep_their_place(self, theme: str) -> None:
        figure = ageing.by_band(self.bands(3, 0, 0, 1, 0), theme)
        assert list(figure.data[0].x) == [3, 0, 0, 1, 0]
        assert "<b>31 to 60 days late</b>: no actions" in notes(figure)

    @pytest.mark.parametrize(
        ("numbers", "said"),
        [
            ((0, 0, 0, 0, 0), "No open actions are late."),
            ((1, 0, 0, 0, 0), "1 open action is late, by 1 to 30 days."),
            (
                (3, 0, 0, 1, 0),
                "4 open actions are late: 3 by 1 to 30 days and 1 by 91 to 180 days.",
            ),
            (
                (3, 1, 1, 0, 2),
                "7 open actions are late; the most, 3, by 1 to 30 days, "
                "and 2 by more than 180 days.",
            ),
            (
                (1, 1, 1, 0, 2),
                "5 open actions are late; the most, 2, by more than 180 days.",
            ),
        ],
    )
    def test_the_sentence(self, numbers: tuple[int, ...], said: str) -> None:
        assert ageing.describe(self.bands(*numbers)) == said

    def test_no_rows_say_so(self) -> None:
        rows = none_of("band_from", "band", "position", "actions")
        assert notes(ageing.by_band(rows)) == ageing.describe(rows) == "No open actions are late."


class TestWaiting:
    @staticmethod
    def gates(*rows: tuple[str | None, int, float]) -> pd.DataFrame:
        frame = pd.DataFrame(rows, columns=["gate", "actions", "longest_days"])
        return frame.assign(median_days=frame["longest_days"])

    @THEMES
    def test_gates_stand_in_the_order_work_passes_them(self, theme: str) -> None:
        rows = self.gates(("board", 1, 12), (None, 9, 0), ("sub_group", 4, 120))
        figure = waiting.by_gate(rows, theme)
        assert list(figure.data[0].x) == [4, 1]
        assert "<b>Sub-group</b><br>4 actions, longest 120 days" in notes(figure)

    @pytest.mark.parametrize(
        ("rows", "said"),
        [
            ([("board", 1, 12)], "1 action waits with the Board; the longest wait is 12 days."),
            (
                [("sub_group", 15, 120), ("business_group", 3, 40), ("board", 1, 12)],
                "19 actions wait: 15 with sub-groups, 3 with the Business Group and 1 with the "
                "Board; the longest wait is 120 days, with sub-groups.",
            ),
            (
                [("sub_group", 2, 1), ("board", 2, 1)],
                "4 actions wait: 2 with sub-groups and 2 with the Board; the longest wait is "
                "1 day, with sub-groups and with the Board.",
            ),
            ([("sub_group", 0, float("nan"))], "No actions wait for anybody."),
        ],
    )
    def test_the_sentence(self, rows: list[tuple[str, int, float]], said: str) -> None:
        assert waiting.describe(self.gates(*rows)) == said

    def test_gates_where_nothing_waits_make_no_bars(self) -> None:
        figure = waiting.by_gate(self.gates(("sub_group", 0, float("nan"))))
        assert not figure.data
        assert notes(figure) == "No actions wait for anybody."


class TestDue:
    @staticmethod
    def buckets(*rows: tuple[int, int]) -> pd.DataFrame:
        frame = pd.DataFrame(rows, columns=["actions", "stale"])
        names = ["overdue", "due soon", "due next", "later", "undated"]
        return frame.assign(
            bucket=names, position=range(1, 6), within_days=[None, 30, 60, None, None]
        )

    @THEMES
    def test_late_and_undated_work_has_the_shape_of_its_rating(self, theme: str) -> None:
        figure = due.outlook(self.buckets((5, 2), (3, 0), (4, 0), (9, 1), (2, 2)), theme)
        (bars,) = figure.data
        assert list(bars.x) == [5, 3, 4, 9, 2]
        assert list(bars.marker.pattern.shape) == ["x", "", "", "", "-"]
        assert len(set(bars.marker.color)) == 3
        shown = notes(figure)
        assert ">■</span> <b>Overdue</b><br>5 actions, 2 with no recent report" in shown
        assert "<b>Due within 30 days</b>: 3 actions" in shown
        assert "<b>Due in 31 to 60 days</b>: 4 actions" in shown
        assert ">○</span> <b>Undated</b>" in shown

    def test_the_sentence(self) -> None:
        rows = self.buckets((5, 2), (3, 0), (0, 0), (9, 1), (2, 2))
        assert due.describe(rows) == (
            "19 open actions: 5 overdue, 3 due within 30 days, 9 later and 2 undated; "
            "5 have no recent report."
        )

    def test_one_stale_action(self) -> None:
        rows = self.buckets((1, 1), (0, 0), (0, 0), (0, 0), (0, 0))
        assert due.describe(rows) == "1 open action, overdue; 1 has no recent report."

    def test_nothing_open(self) -> None:
        rows = self.buckets(*[(0, 0)] * 5)
        assert due.describe(rows) == "No actions are open."
        assert notes(due.outlook(rows)) == "No actions are open."
        empty = none_of("bucket", "position", "within_days", "actions", "stale")
        assert due.describe(empty) == "No actions are open."


class TestGroups:
    @staticmethod
    def rated(*rows: tuple[str, str | None, int]) -> pd.DataFrame:
        return pd.DataFrame(rows, columns=["name", "rating", "actions"])

    @THEMES
    def test_each_rating_is_a_stack_of_its_own_colour_and_pattern(self, theme: str) -> None:
        rows = self.rated(("A", "red", 3), ("A", "blue", 1), ("B", "red", 1), ("B", None, 2))
        figure = groups.workload(rows, theme)
        assert [trace.name for trace in figure.data] == ["Overdue", "Signed off", "Closed"]
        assert list(named(figure, "Overdue").x) == [3, 1]
        assert list(named(figure, "Signed off").x) == [1, 0]
        assert list(named(figure, "Closed").x) == [0, 2]
        looks = {(t.marker.color, t.marker.pattern.shape) for t in figure.data}
        assert len(looks) == 3
        assert figure.layout.barmode == "stack"

    def test_the_longest_stack_fills_the_width(self) -> None:
        figure = groups.workload(self.rated(("A", "red", 3), ("A", "blue", 1), ("B", "red", 1)))
        assert tuple(figure.layout.xaxis.range) == (0, 4)

    @pytest.mark.parametrize(
        ("rows", "what", "said"),
        [
            ([], "agency", "There are no actions to show."),
            (
                [("A", "green", 1)],
                "agency",
                "1 agency has 1 action; none is overdue or at risk.",
            ),
            (
                [("A", "red", 3), ("B", "red", 1), ("B", "green", 2)],
                "sub-group",
                "2 sub-groups have 6 actions, 4 overdue; most with A, 3.",
            ),
            (
                [("A", "amber", 1), ("B", "green", 1)],
                "agency",
                "2 agencies have 2 actions, 1 at risk, with A.",
            ),
            (
                [("A", "red", 1), ("B", "red", 1)],
                "agency",
                "2 agencies have 2 actions; 2 of them have the 2 overdue.",
            ),
            (
                [("6 Assurance", "red", 2), ("B", "red", 1)],
                "recommendation",
                "2 recommendations have 3 actions, 3 overdue; most with “6 Assurance”, 2.",
            ),
        ],
    )
    def test_the_sentence(self, rows: list[tuple[str, str, int]], what: str, said: str) -> None:
        assert groups.describe(self.rated(*rows), what) == said

    def test_no_rows_say_so(self) -> None:
        rows = none_of("name", "rating", "actions")
        assert notes(groups.workload(rows)) == "There are no actions to show."
