"""Audits and education on screen, and that no count of children from 1 to 5 gets there."""

import json
import re
from collections.abc import Iterator
from typing import Any

import pytest

from scrutiny import queries
from scrutiny.warehouse import Warehouse
from tests.pages.conftest import Look
from tests.pages.screen import DAY, Screen
from tests.pages.test_illustrative import _downloads, _rows

MARCH = "2018-03-31"
OF_CHILDREN = ("cases", "of_cases", "cases_planned")
AUDITS = [name for name in queries.names() if name.startswith("audits/")]


def test_the_recommendations_show_their_page_and_its_evidence(look: Look) -> None:
    three = look("recommendation", rec="OFSTED-2017-3").line_with("Audits: ")
    assert three == (
        "Audits: 6 of 12 audits are done and 2 are late; 7 of 11 findings are still open, "
        "2 of them without an action, and 3 seen to have improved. †"
    )
    six = look("recommendation", rec="OFSTED-2017-6").line_with("Education: ")
    assert six == (
        "Education: 2 of 11 settings of the first stage have returned and 2 were verified; "
        "of every setting, as asked, 7 of 206 have returned. †"
    )
    assert look("recommendation", rec="OFSTED-2017-1").line_with("Audits: ") is None


def test_the_programme_can_be_narrowed_by_its_link(look: Look) -> None:
    assert look("audits", as_at=DAY).line_with("12 audits: 6 done, 2 late")
    assert look("audits", as_at=DAY, programme="2018-19").line_with("2 audits: 2 planned")


def test_a_finding_s_way_is_on_screen_from_action_to_second_look(look: Look) -> None:
    shown = look("audits", as_at=DAY)
    assert shown.line_with("Reports for conferences", "Due 31 Jan 2018", "15 days late")
    assert shown.line_with("Reasons for closing a referral", "25 Jan 2018: partly improved")
    assert shown.line_with("a scale of its own", "One grading scale for every audit, 3")
    assert shown.line_with("Staff were unsure", "No action")
    assert look("audits", as_at=MARCH).line_with("Staff were unsure", "Action under way")


def test_a_second_look_is_not_known_before_its_day(look: Look) -> None:
    before = look("audits", as_at="2018-01-24")
    assert before.line_with("Children were seldom spoken to", "Waits for re-audit")
    after = look("audits", as_at="2018-01-25")
    assert after.line_with("Children were seldom spoken to", "Improved")


def test_who_is_silent_under_section_11_is_named(look: Look) -> None:
    assert look("audits", as_at=DAY).line_with("Early years and Probation have not answered")
    assert look("audits", as_at=MARCH).line_with("Probation has not answered")


def test_both_denominators_and_the_paper_s_shares_stand_on_one_page(look: Look) -> None:
    shown = look("education", as_at=DAY)
    assert shown.line_with("First stage: 2 of 11", "Of every setting, as asked: 7 of 206")
    assert shown.line_with("8 % of schools and 3 % of early-years settings", "9.9% of schools")
    assert shown.line_with("Schools", "Asked", "3 of 8", "12 of 100")
    assert shown.line_with("31 August 2017: 49 of 495 schools below good (9.9%)")


def test_before_the_board_of_february_no_first_stage_is_shown(look: Look) -> None:
    shown = look("education", as_at="2018-02-14")
    assert shown.line_with("No first stage is set by this day")
    assert not shown.line_with("8 %")


def test_no_published_figure_is_of_a_period_after_the_day(look: Look) -> None:
    assert not look("education", as_at="2018-03-30").line_with("46 of 499")
    assert look("education", as_at="2018-03-31").line_with("46 of 499")


@pytest.mark.parametrize("by", ["kind", "phase", "area"])
def test_the_funnel_can_be_by_kind_phase_or_area(look: Look, by: str) -> None:
    name = {"kind": "Colleges", "phase": "childminder", "area": "Area 3"}[by]
    table = look("education", as_at=MARCH, settings_by=by).table_with("Step", "All settings")
    assert [row for row in table["Settings"] if row.startswith(name)]


def test_settings_that_have_not_answered_come_longest_first(look: Look) -> None:
    waiting = look("education", as_at=MARCH).table_with("Setting", "Waiting for")["Waiting for"]
    days = [int(cell.split()[0]) for cell in waiting]
    assert days == sorted(days, reverse=True)
    assert len(days) > 5


def test_at_a_glance_says_what_is_missing_and_who_is_silent(look: Look) -> None:
    shown = look("at_a_glance", as_at=DAY)
    assert shown.line_with("Findings without an action", "2 of 7", "62 days", "Early years")
    assert shown.line_with("Settings that have not answered", "5 of 12", "83 days")
    assert shown.line_with("Probation", "Section 11 self-assessments 2017-18", "77 days")
    assert shown.line_with("Early years, Probation and Education have not given what was due")


class TestNoSmallCountOfChildren:
    """Counts of cases are about children: those from 1 to 5 reach neither screen nor file."""

    @pytest.mark.parametrize("by", ["theme", "agency"])
    @pytest.mark.parametrize("day", [DAY, MARCH])
    def test_on_screen(self, look: Look, day: str, by: str) -> None:
        shown = look("audits", as_at=day, grades_by=by)
        table = shown.table_with("Cases graded", "Number")
        assert len(table) > 20
        assert _small([*table["Number"], *table["Of"]]) == []
        assert _small(shown.table_with("First planned", "Cases")["Cases"]) == []
        assert "c (confidential)" in set(table["Number"])

    @pytest.mark.parametrize("by", ["theme", "agency"])
    def test_in_a_chart_or_its_hover(self, look: Look, by: str) -> None:
        said = list(_hovers(look("audits", as_at=MARCH, grades_by=by)))
        assert len(said) > 10
        counts = [int(n) for text in said for n in re.findall(r"\b(\d+) cases?\b", text)]
        assert min(counts) >= 6

    def test_in_a_download(self, monkeypatch: pytest.MonkeyPatch) -> None:
        files = _downloads("audits", "", monkeypatch)
        found = [row for name in ("audits.csv", "audit_grades.csv") for row in _rows(files[name])]
        numbers = [row[c] for row in found for c in OF_CHILDREN if row.get(c)]
        assert len(numbers) > 40
        assert _small(numbers) == []

    @pytest.mark.parametrize("name", AUDITS)
    def test_in_an_answer(self, sample: Warehouse, name: str) -> None:
        rows = sample.ask(name, as_at=MARCH)
        assert not rows.empty
        assert _small([n for c in OF_CHILDREN if c in rows for n in rows[c].dropna()]) == []


def _small(cells: Any) -> list[str]:
    numbers = [(cell, re.match(r"\d+", str(cell))) for cell in cells]
    return [str(cell) for cell, found in numbers if found and 1 <= int(found[0]) <= 5]


def _hovers(shown: Screen) -> Iterator[str]:
    for chart in shown.charts:
        for trace in json.loads(chart)["data"]:
            for text in trace.get("hovertext") or []:
                if "case" in text:
                    yield text.replace("<br>", " ")
