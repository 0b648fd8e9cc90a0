"""The risk register: its sentences, its matrix, its steps and its tables."""

from typing import Any

import pandas as pd
import pytest

from scrutiny.charts import risk, risk_history, risk_links, risk_matrix, risks, tables
from tests.scrutiny.charts.frames import NO, D, none_of, notes

AS_AT = "2018-02-15"
LISTED: dict[str, Any] = {
    "risk_id": "RISK-1", "position": 1, "title": "Too *few* posts", "group_name": "Risk",
    "agency_name": "Police", "likelihood": 4, "impact": 5, "score": 20, "band": "very high",
    "target_score": 8, "appetite": 9, "distance": 11, "is_above": True, "score_before": 12,
    "change": 8, "is_new": False, "treatment": "treat", "acceptance": None, "accepted_until": NO,
    "review_due_on": D("2018-01-31"), "review_days_late": 15, "is_target_above": False, "asks": 2,
    "is_closed": False, "compared_on": D("2017-12-07"), "provenance": "illustrative",
}  # fmt: skip
WITHIN = {"score": 8, "distance": -1, "is_above": False}


def listed(*rows: dict[str, Any]) -> pd.DataFrame:
    return pd.DataFrame([LISTED | row for row in rows])


class TestRegister:
    def test_how_many_stand_above_appetite_and_what_moved(self) -> None:
        rows = listed({}, {"change": -4, **WITHIN}, {"is_new": True, "change": None, **WITHIN})
        assert risks.describe(rows) == (
            "1 of 3 risks stands above appetite, furthest “Too *few* posts” with 20 against 9; "
            "since 7 December 2017, 1 rose, 1 fell and 1 came in."
        )

    def test_none_above_and_none_moved(self) -> None:
        rows = listed({"change": 0, **WITHIN}, {"is_closed": True})
        assert risks.describe(rows) == (
            "None of 1 risk stands above appetite; since 7 December 2017, none moved."
        )

    @pytest.mark.parametrize("rows", [none_of(*LISTED), listed({"is_closed": True})])
    def test_an_empty_register_says_so(self, rows: pd.DataFrame) -> None:
        assert risks.describe(rows) == risks.NONE

    def test_a_row_is_told_in_words_and_its_title_is_text(self) -> None:
        shown = tables.shown(listed({}), risks.columns(AS_AT)).iloc[0]
        assert shown["Risk"] == (r"[R1 Too \*few\* posts](risk?risk=RISK-1&as_at=2018-02-15) †")
        assert shown["Score"] == "20 very high, likelihood 4, impact 5"
        assert shown["Appetite"] == "9, 11 above"
        assert shown["Moved"] == "▲\u00a0up\u00a08"
        assert shown["Next review"] == "31 Jan 2018, 15 days late, ■ asked for sooner"

    @pytest.mark.parametrize(
        ("row", "column", "said"),
        [
            ({"score": None}, "Score", "not scored"),
            ({"band": None}, "Score", "20, likelihood 4, impact 5"),
            ({"is_above": False}, "Appetite", "9"),
            ({"change": -3}, "Moved", "▼\u00a0down\u00a03"),
            ({"change": 0}, "Moved", "as before"),
            ({"change": None}, "Moved", "—"),
            ({"is_new": True}, "Moved", "new"),
            ({"is_closed": True}, "Moved", "closed"),
            ({"target_score": None}, "Target", "none set"),
            ({"is_target_above": True}, "Target", "8, above current"),
            ({"treatment": None}, "Decided", "—"),
            (
                {"acceptance": "accepted", "accepted_until": D("2018-06-30")},
                "Decided",
                "Treat; accepted until 30 Jun 2018",
            ),
            (
                {"acceptance": "expired", "accepted_until": D("2018-01-31")},
                "Decided",
                "Treat; acceptance expired 31 Jan 2018",
            ),
            ({"review_due_on": NO, "review_days_late": 0, "asks": 0}, "Next review", "no date"),
            ({"is_closed": True}, "Next review", "—"),
        ],
    )
    def test_each_state_has_its_word(self, row: dict[str, Any], column: str, said: str) -> None:
        shown = tables.shown(listed(row), risks.columns(AS_AT)).iloc[0]
        assert shown[column].replace("\\", "") == said


class TestHeaviest:
    def test_how_many_and_which_furthest(self) -> None:
        rows = listed({"above": 7}, {"above": 7})
        assert risks.heaviest(rows) == (
            "7 risks stand above appetite, furthest “Too *few* posts” with 20 against 9; the 2 "
            "furthest are shown."
        )
        assert risks.heaviest(listed({"above": 1})) == (
            "1 risk stands above appetite, furthest “Too *few* posts” with 20 against 9."
        )
        assert risks.heaviest(rows.iloc[:0]) == "No risk stands above appetite."


class TestWarnings:
    def test_they_are_counted_by_kind_in_order(self) -> None:
        kinds = ["review overdue", "acceptance expired", "review overdue"]
        assert risks.warned(pd.DataFrame({"kind": kinds})) == (
            "1 acceptance has expired and 2 reviews are overdue."
        )

    def test_none_is_said(self) -> None:
        assert risks.warned(none_of("kind")) == "Nothing in the register asks for attention."


def matrix(*found: dict[str, Any]) -> pd.DataFrame:
    empty = {
        "risk_id": None, "position": None, "title": None, "is_above": None, "movement": None,
        "likelihood_before": None, "impact_before": None, "compared_on": D("2017-12-07"),
    }  # fmt: skip
    places = {(row["likelihood"], row["impact"]) for row in found}
    cells = [
        {"likelihood": k, "impact": n} | empty
        for k in range(1, 6)
        for n in range(1, 6)
        if (k, n) not in places
    ]
    rows = [*cells, *(empty | row for row in found)]
    bands = ("low", "medium", "high", "very high")
    for row in rows:
        row["score"] = row["likelihood"] * row["impact"]
        row["band"] = bands[sum(row["score"] >= least for least in (5, 10, 16))]
    return pd.DataFrame(rows)


def placed(risk_id: str, likelihood: int, impact: int, **more: Any) -> dict[str, Any]:
    given = {"title": f"About <b>{risk_id}</b>", "is_above": True, "movement": "as before"}
    return {
        "risk_id": risk_id, "position": int(risk_id[1:]), "likelihood": likelihood,
        "impact": impact, **given, **more,
    }  # fmt: skip


class TestMatrix:
    def test_every_cell_says_its_score_and_band(self) -> None:
        words = notes(risk_matrix.drawn(matrix()))
        for cell in (">1<br>low<", ">25<br>very high<", ">9<br>medium<", ">12<br>high<"):
            assert cell in words
        assert len(risk_matrix.drawn(matrix()).layout.shapes) == 25

    def test_a_risk_stands_in_its_cell_and_in_brackets_where_it_stood(self) -> None:
        moved = {"movement": "up", "likelihood_before": 1, "impact_before": 2}
        rows = matrix(placed("K1", 4, 5, **moved), placed("K2", 4, 5, is_above=False))
        texts = [note.text for note in risk_matrix.drawn(rows).layout.annotations]
        (now,) = [text for text in texts if ">20<br>" in text and "R1" in text]
        assert "<b>R1</b> ▲" in now
        assert "<br>R2" in now
        assert "<b>R2</b>" not in now
        (then,) = [text for text in texts if "(R1)" in text]
        assert ">2<br>low<" in then

    def test_a_full_cell_makes_its_row_higher(self) -> None:
        few, many = matrix(placed("K1", 3, 3)), matrix(*(placed(f"K{n}", 3, 3) for n in range(9)))
        heights = [risk_matrix.drawn(rows).layout.height for rows in (few, many)]
        assert heights[1] > heights[0] + 80

    def test_the_hover_tells_titles_as_text(self) -> None:
        (hover,) = risk_matrix.drawn(matrix(placed("K1", 4, 5))).data
        assert hover.hovertext == ("R1 About &lt;b&gt;K1&lt;/b&gt;",)

    def test_the_sentence_names_the_risks_of_each_band(self) -> None:
        rows = matrix(placed("K2", 1, 1), placed("K1", 5, 5), placed("K3", 5, 5))
        assert risk_matrix.describe(rows) == (
            "Of 3 risks with a score, 2 stand very high (R1 and R3) and 1 stands low (R2)."
        )
        assert risk_matrix.describe(matrix()) == risks.UNSCORED

    @pytest.mark.parametrize("theme", ["light", "dark"])
    def test_both_themes_have_their_own_ground(self, theme: str) -> None:
        fills = {shape.fillcolor for shape in risk_matrix.drawn(matrix(), theme).layout.shapes}
        assert fills == {colours[theme] for colours in risk_matrix.BANDS.values()}


def scored(risk_id: str, day: str, score: int) -> dict[str, Any]:
    return {
        "risk_id": risk_id, "position": int(risk_id[1:]), "title": "A & B", "scored_on": D(day),
        "score": score, "likelihood": 1, "impact": score, "knowledge": "weak", "why": "Since.",
        "by_name": "Risk", "appetite": 9, "provenance": "paper",
    }  # fmt: skip


class TestHistory:
    ROWS = pd.DataFrame(
        [
            scored("K1", "2017-07-01", 16),
            scored("K1", "2017-10-01", 20),
            scored("K2", "2017-07-01", 12),
        ]
    )

    def test_each_risk_has_a_step_to_the_day_and_its_appetite(self) -> None:
        line, appetite = risk_history.steps(self.ROWS, AS_AT).data
        assert line.line.shape == "hv"
        assert list(line.x) == [
            "2017-07-01", "2017-10-01", AS_AT, None, "2017-07-01", AS_AT, None,
        ]  # fmt: skip
        assert line.y[1] < line.y[0]  # a higher score lies higher, and pixels count downwards
        assert line.y[2] == line.y[1]
        assert len(appetite.x) == 6
        assert "R1 A &amp; B: 16 to 20" in notes(risk_history.steps(self.ROWS, AS_AT))

    def test_the_sentence_counts_ways(self) -> None:
        assert risk_history.describe(self.ROWS) == (
            "Of 2 risks with a score, 1 higher than and 1 the same as when first scored."
        )

    def test_none_is_said(self) -> None:
        nothing = self.ROWS.iloc[:0]
        assert risk_history.describe(nothing) == risks.UNSCORED
        assert risks.UNSCORED in notes(risk_history.steps(nothing, AS_AT)).replace("<br>", " ")


ONE: dict[str, Any] = LISTED | {
    "cause": "C *1*", "event": "E", "effect": "F", "raised_on": D("2017-06-22"),
    "knowledge": "weak", "knowledge_meaning": "Mostly judgement.", "scored_on": D("2018-01-18"),
    "score_why": "Because.", "inherent_score": 25, "target_above_why": None,
    "days_expired": 0, "reviewed_on": D("2018-01-18"),
}  # fmt: skip


def head(**columns: Any) -> risk.Head:
    return risk.head(pd.DataFrame([ONE | columns]))


class TestOne:
    def test_the_top_says_what_it_is_and_how_it_stands(self) -> None:
        top = head()
        assert top.title == "R1. Too *few* posts †"
        assert top.chain == (("Cause", "C *1*"), ("Event", "E"), ("Effect", "F"))
        assert top.standing == (
            "It scores 20, very high (likelihood 4, impact 5), 11 above the appetite of 9; "
            "without controls it would be 25 and the target is 8."
        )
        assert top.decided == "Treatment: treat. Next review: 31 January 2018, 15 days late."
        assert "with weak knowledge (Mostly judgement). Reason: Because." in top.origin

    @pytest.mark.parametrize(
        ("columns", "said"),
        [
            ({"is_closed": True}, "Closed on 18 January 2018"),
            ({"score": None}, "Nobody has scored it yet"),
            (WITHIN, "within the appetite of 9"),
        ],
    )
    def test_each_standing_has_its_words(self, columns: dict[str, Any], said: str) -> None:
        assert said in head(**columns).standing

    @pytest.mark.parametrize(
        ("columns", "said"),
        [
            ({"acceptance": "accepted", "accepted_until": D("2018-06-30")}, "until 30 June 2018."),
            (
                {"acceptance": "expired", "accepted_until": D("2018-01-31"), "days_expired": 15},
                "ended on 31 January 2018, 15 days ago, and it is still above appetite.",
            ),
            ({"is_target_above": True}, "nobody has said why."),
            ({"target_above_why": "It will rise."}, "because: It will rise."),
            ({"review_due_on": NO}, "No day is set for a review."),
        ],
    )
    def test_each_decision_has_its_words(self, columns: dict[str, Any], said: str) -> None:
        assert said in head(**columns).decided


LINKED: dict[str, Any] = {
    "about": "action", "name": "Do it", "opens_rec_id": "R-1", "rating": "red", "days_late": 6,
    "unit": None, "period_start": NO, "period_end": NO, "value": None, "status": None,
    "warn_above": None, "warn_below": None, "is_attention": False, "is_concern": True,
    "concern_since": D("2018-02-10"), "asks_review": True, "why": None, "provenance": "paper",
}  # fmt: skip
RATE: dict[str, Any] = LINKED | {
    "about": "indicator", "name": "Rate", "opens_rec_id": None, "rating": None, "days_late": None,
    "unit": "%", "period_start": D("2016-04-01"), "period_end": D("2017-03-31"), "value": 23.0,
    "warn_above": 22.0,
}  # fmt: skip


class TestLinks:
    def test_an_overdue_action_and_a_signalling_indicator_are_both_named(self) -> None:
        said = risk_links.asks(pd.DataFrame([LINKED, RATE]))
        assert said == (
            "A review is asked for, because the action “Do it” is 6 days overdue and the "
            "indicator “Rate” is 23.0% (year to Mar 2017), above the limit of 22.0%. Its score "
            "stays as people gave it."
        )

    def test_what_a_review_has_seen_is_not_asked_for_again(self) -> None:
        rows = pd.DataFrame([LINKED | {"asks_review": False}])
        assert risk_links.asks(rows) == ""
        shown = tables.shown(rows, risk_links.columns(AS_AT)).iloc[0]
        assert shown["Since"] == "10 Feb 2018, seen at a review"

    @pytest.mark.parametrize(
        ("row", "said"),
        [
            (LINKED | {"days_late": 0}, "Is not overdue"),
            (LINKED | {"about": "recommendation"}, "Is rated overdue"),
            (
                RATE | {"warn_above": 30.0},
                "Is 23.0% (year to Mar 2017), asks for a review above 30.0%",
            ),
            (
                RATE | {"warn_above": None, "warn_below": 25.0},
                "Is 23.0% (year to Mar 2017), below the limit of 25.0%",
            ),
            (
                RATE | {"is_attention": True, "warn_above": None},
                "Is 23.0% (year to Mar 2017), needs attention",
            ),
            (RATE | {"period_end": NO}, "Has no figure by this day"),
            (
                RATE | {"value": None, "status": "c"},
                "Is c (confidential) (year to Mar 2017), asks for a review above 22.0%",
            ),
        ],
    )
    def test_each_link_says_how_it_stands(self, row: dict[str, Any], said: str) -> None:
        shown = tables.shown(pd.DataFrame([row]), risk_links.columns(AS_AT)).iloc[0]
        assert shown["Says"].replace("\\", "") == said

    def test_what_bears_on_it_is_counted(self) -> None:
        rows = pd.DataFrame([LINKED, RATE, LINKED | {"is_concern": False}])
        assert risk_links.linked(rows) == ("3 things bear on it; 2 are overdue or signal concern.")
        assert risk_links.linked(rows.iloc[2:]) == (
            "1 thing bears on it; none is overdue or signals concern."
        )
        assert "is linked to it" in risk_links.linked(rows.iloc[:0])
