"""Charts of dates: slippage, timeline and the promise ledger."""

import pandas as pd
import pytest

from scrutiny.charts import lanes, promises, slippage, timeline
from tests.scrutiny.charts.frames import NO, D, named, none_of, notes

THEMES = pytest.mark.parametrize("theme", ["light", "dark"])
AS_AT = D("2018-02-15")


def slip(
    title: str, days: float, rating: str | None = "amber", **more: object
) -> dict[str, object]:
    first = D("2017-09-30")
    return {
        "action_id": title, "title": title, "ref": "2", "first_due_on": first,
        "due_on": NO if pd.isna(days) else first + pd.Timedelta(days=days),
        "slip_days": days, "extensions": 1, "rating": rating, **more,
    }  # fmt: skip


class TestSlippage:
    @THEMES
    def test_most_slipped_is_on_top(self, theme: str) -> None:
        rows = pd.DataFrame(
            [slip("A", 30), slip("B", 62, "red"), slip("C", 0), slip("D", 30, None)]
        )
        figure = slippage.first_against_now(rows, theme, AS_AT)
        bars, firsts = figure.data[0], figure.data[1]
        assert [length / lanes.DAY for length in bars.x] == [62, 30, 30]
        assert list(firsts.x) == ["2017-09-30"] * 3
        assert firsts.marker.symbol == "diamond-open"
        order = [notes(figure).index(f"<b>{title}</b>") for title in "BAD"]
        assert order == sorted(order)
        assert [trace.marker.symbol for trace in figure.data[2:]] == [
            "square", "triangle-up", "x-thin",
        ]  # fmt: skip
        assert "as at 15 Feb 2018" in notes(figure)

    def test_at_most_twenty_are_drawn_and_the_key_says_so(self) -> None:
        rows = pd.DataFrame([slip(f"A{i}", i) for i in range(1, 26)])
        figure = slippage.first_against_now(rows)
        assert len(figure.data[0].x) == 20
        assert "the furthest 20 of 25 that moved" in notes(figure)

    def test_undated_actions_are_left_to_the_table(self) -> None:
        rows = pd.DataFrame([slip("A", 5), slip("B", float("nan"))])
        assert len(slippage.first_against_now(rows).data[0].x) == 1

    @pytest.mark.parametrize(
        ("rows", "said"),
        [
            ([slip("A", 0)], "No open action has moved from the day first promised."),
            ([slip("A", -3)], "No open action has slipped; some were brought forward."),
            ([slip("A", 1)], "1 open action has slipped: “A”, by 1 day."),
            (
                [slip("A", 10), slip("B", 62), slip("C", 0)],
                "2 open actions have slipped; furthest is “B”, by 62 days.",
            ),
            ([slip("A", 9), slip("B", 9)], "2 open actions have slipped, each by 9 days."),
            (
                [slip("A", 9), slip("B", 9), slip("C", 2)],
                "3 open actions have slipped; 2 of them furthest, by 9 days each.",
            ),
        ],
    )
    def test_the_sentence(self, rows: list[dict[str, object]], said: str) -> None:
        assert slippage.describe(pd.DataFrame(rows)) == said

    def test_no_rows_say_so(self) -> None:
        rows = none_of(*slip("A", 1))
        assert "No open action has moved" in notes(slippage.first_against_now(rows, as_at=AS_AT))
        assert slippage.describe(rows) == "No open action has moved from the day first promised."

    def test_a_title_is_text(self) -> None:
        figure = slippage.first_against_now(pd.DataFrame([slip("<a href='x'>see</a>", 5)]))
        assert "<a" not in notes(figure) + figure.data[0].hovertext[0]


def act(title: str, rating: str | None, **more: object) -> dict[str, object]:
    return {
        "action_id": title, "title": title, "start_on": D("2017-06-01"),
        "first_due_on": D("2017-10-01"), "due_on": D("2017-10-01"), "completed_on": NO,
        "signed_off_on": NO, "rating": rating, "delivery": "in progress", **more,
    }  # fmt: skip


EXTENSIONS = pd.DataFrame(
    [{"action_id": "A", "agreed_on": D("2017-09-20"), "from_due_on": D("2017-10-01"),
      "due_on": D("2018-01-10"), "why": "<b>late</b> data"}]
)  # fmt: skip
NOT_EXTENDED = none_of("action_id", "agreed_on", "from_due_on", "due_on", "why")


def lengths(figure: object, name: str) -> list[float]:
    return [length / lanes.DAY for length in named(figure, name).x]  # type: ignore[arg-type]


class TestTimeline:
    @THEMES
    def test_an_extended_late_action(self, theme: str) -> None:
        rows = pd.DataFrame([act("A", "red", due_on=D("2018-01-10"))])
        figure = timeline.actions(rows, EXTENSIONS, AS_AT, theme)
        assert lengths(figure, "to the first promise") == [122]
        assert lengths(figure, "extension") == [101]
        assert lengths(figure, "late") == [36]
        assert list(named(figure, "late").base) == ["2018-01-10"]
        assert "36 days late" in named(figure, "late").hovertext[0]
        assert "why: &lt;b&gt;late&lt;/b&gt; data" in named(figure, "extension").hovertext[0]
        assert named(figure, "extension").marker.pattern.shape == "/"
        assert "as at 15 Feb 2018" in notes(figure)
        assert "was due 10 Jan 2018" in notes(figure)

    def test_due_on_the_as_at_day_is_not_late(self) -> None:
        rows = pd.DataFrame([act("A", "green", due_on=AS_AT)])
        figure = timeline.actions(rows, NOT_EXTENDED, AS_AT)
        assert "late" not in [trace.name for trace in figure.data]
        assert "late" not in notes(figure)

    def test_done_on_the_due_day_is_not_late(self) -> None:
        row = act("A", "green", completed_on=D("2017-10-01"))
        figure = timeline.actions(pd.DataFrame([row]), NOT_EXTENDED, AS_AT)
        assert "late" not in [trace.name for trace in figure.data]

    def test_a_late_completion_ends_on_the_day_it_was_done(self) -> None:
        row = act("A", "blue", completed_on=D("2017-10-20"), signed_off_on=D("2017-12-07"))
        figure = timeline.actions(pd.DataFrame([row]), NOT_EXTENDED, AS_AT)
        assert lengths(figure, "late") == [19]
        symbols = [trace.marker.symbol for trace in figure.data if trace.type == "scatter"]
        assert symbols == ["diamond-open", "circle", "diamond"]
        assert "signed off 7 Dec 2017" in notes(figure)

    def test_undated_work_is_open_ended_and_says_no_date(self) -> None:
        rows = pd.DataFrame([act("A", "grey", first_due_on=NO, due_on=NO)])
        figure = timeline.actions(rows, NOT_EXTENDED, AS_AT)
        assert lengths(figure, "no date") == [259]
        assert "<br>no date" in notes(figure)

    def test_an_action_with_no_date_at_all_is_still_shown(self) -> None:
        rows = pd.DataFrame([act("A", "grey", start_on=NO, first_due_on=NO, due_on=NO)])
        assert "<b>A</b>" in notes(timeline.actions(rows, NOT_EXTENDED, AS_AT))

    def test_extensions_of_other_actions_are_left_out(self) -> None:
        figure = timeline.actions(pd.DataFrame([act("B", "green")]), EXTENSIONS, AS_AT)
        assert "extension" not in [trace.name for trace in figure.data]

    def test_the_sentence(self) -> None:
        rows = pd.DataFrame(
            [act("A", "red", due_on=D("2018-01-10")), act("B", "blue"), act("C", "blue"),
             act("D", None)]
        )  # fmt: skip
        assert timeline.describe(rows) == (
            "4 actions: 1 overdue, 2 signed off and 1 closed; "
            "1 has slipped from the day first promised."
        )
        assert timeline.describe(rows[1:2]) == "1 action: 1 signed off."

    def test_no_rows_say_so(self) -> None:
        rows = none_of(*act("A", "red"))
        assert timeline.describe(rows) == "No actions are recorded."
        assert notes(timeline.actions(rows, NOT_EXTENDED, AS_AT)) == "No actions are recorded."


def said(step: int, change: str, on: str, due: object = NO, **more: object) -> dict[str, object]:
    return {
        "promise_id": "p", "what": "Improvement plan", "step": step, "change": change,
        "on": D(on), "due_on": due, "kept_on": NO, "due_text": None, **more,
    }  # fmt: skip


PLAN = [
    said(1, "made", "2010-12-17", D("2011-01-19")),
    said(2, "moved", "2011-01-19", D("2011-01-31")),
]


class TestPromises:
    @THEMES
    def test_each_step_runs_from_when_it_was_said_to_the_day_promised(self, theme: str) -> None:
        figure = promises.ledger(pd.DataFrame(PLAN), D("2011-03-01"), theme)
        assert [length / lanes.DAY for length in figure.data[0].x] == [33, 12]
        assert [length / lanes.DAY for length in figure.data[1].x] == [29]  # late since 31 January
        assert "made 17 Dec 2010, for 19 Jan 2011" in notes(figure)
        assert "moved 19 Jan 2011, for 31 Jan 2011" in notes(figure)
        assert notes(figure).count("<b>Improvement plan</b>") == 1

    @pytest.mark.parametrize(
        ("rows", "as_at", "text"),
        [
            (PLAN, "2011-03-01", "1 promise, late, moved once."),
            (PLAN, "2011-01-31", "1 promise, still to come, moved once."),
            (PLAN[:1], "2011-01-20", "1 promise, late."),
            (
                [*PLAN, said(3, "kept", "2011-01-31", kept_on=D("2011-01-31"))],
                "2011-03-01",
                "1 promise, kept, moved once.",
            ),
            ([*PLAN, said(3, "kept", "2011-02-01")], "2011-03-01",
             "1 promise, kept late, moved once."),
            ([said(1, "made", "2011-03-03")], "2011-03-10", "1 promise, without a date."),
            (
                [*PLAN, said(3, "moved", "2011-03-03", D("2011-04-04")),
                 said(4, "withdrawn", "2011-03-04")],
                "2011-05-01",
                "1 promise, withdrawn, moved twice.",
            ),
        ],
    )  # fmt: skip
    def test_how_one_promise_stands(
        self, rows: list[dict[str, object]], as_at: str, text: str
    ) -> None:
        assert promises.describe(pd.DataFrame(rows), D(as_at)) == text

    def test_several_promises_are_counted_by_how_they_stand(self) -> None:
        other = said(1, "made", "2010-12-17", D("2011-06-01"), promise_id="q", what="Figures")
        rows = pd.DataFrame([*PLAN, other])
        assert promises.describe(rows, D("2011-03-01")) == (
            "2 promises: 1 late and 1 still to come; 1 has moved."
        )

    def test_steps_are_read_in_order_whatever_the_order_of_rows(self) -> None:
        rows = pd.DataFrame(PLAN[::-1])
        assert promises.describe(rows, D("2011-01-25")) == "1 promise, still to come, moved once."

    def test_a_promise_without_a_date_keeps_its_words(self) -> None:
        rows = pd.DataFrame([said(1, "made", "2011-03-03", due_text="TBC")])
        figure = promises.ledger(rows, D("2011-03-10"))
        assert "made 3 Mar 2011, no date (TBC)" in notes(figure)
        assert [trace.type for trace in figure.data] == ["scatter"]

    def test_no_rows_say_so(self) -> None:
        rows = none_of(*PLAN[0])
        assert promises.describe(rows, AS_AT) == "No promises are recorded."
        assert notes(promises.ledger(rows, AS_AT)) == "No promises are recorded."
