"""The arithmetic of the measurements; measuring itself is not tested."""

from datetime import date
from pathlib import Path

import pytest

from bench import boards, figures, plan
from bench.arithmetic import pair, spread, table
from bench.journal import Kept
from bench.report import Results, told
from bench.stopwatch import Took
from bench.walk import Walk
from tests.published_files import PublishedFiles

GLANCE, DATA = plan.PAGES[0], plan.PAGES[-2]


def took(seconds: float, runs: int = 1, charts: int = 1) -> Took:
    return Took(seconds, seconds, seconds, seconds, runs, charts, tables=2)


def walked(real: float, bare: float) -> Walk:
    both = (took(real), took(bare))
    return Walk(GLANCE, unseen=[both], seen=[both])


def test_a_ratio_is_that_of_the_medians_so_one_slow_run_does_not_count() -> None:
    found = pair([0.2, 0.1, 9.0], [0.1, 0.1, 0.1])
    assert found.ratio == pytest.approx(2.0)
    assert found.said() == "200 / 100 = 2.00"


@pytest.mark.parametrize(("real", "bare"), [([], [0.1]), ([0.1], [])])
def test_a_ratio_needs_both_sides(real: list[float], bare: list[float]) -> None:
    with pytest.raises(ValueError, match="nothing was measured"):
        pair(real, bare)


def test_a_spread_goes_from_the_quickest_to_the_slowest() -> None:
    assert spread([0.24, 0.18, 0.2]) == "180 to 240"


def test_a_table_has_a_line_below_its_heads() -> None:
    assert table(["Page", "ms"], [["Data", "12"]]) == "| Page | ms |\n| --- | ---: |\n| Data | 12 |"


def test_a_fair_walk_has_nothing_odd() -> None:
    assert walked(0.2, 0.1).oddities() == []


def test_a_walk_where_the_two_show_another_number_of_charts_says_so() -> None:
    unfair = Walk(GLANCE, unseen=[(took(0.2), took(0.1, charts=0))], seen=[(took(0.2), took(0.1))])
    assert unfair.oddities() == ["At a glance: charts differ in 1 of 2 changes"]


def test_a_walk_where_the_script_ran_twice_says_so() -> None:
    twice = Walk(GLANCE, unseen=[(took(0.2, runs=2), took(0.1, runs=2))])
    assert twice.oddities() == ["At a glance: 1 changes ran the script twice"]


def test_the_report_counts_what_reaches_the_target_and_names_the_worst() -> None:
    said = told(Results(date(2018, 2, 15), 1, [walked(0.14, 0.1)]))
    assert "| At a glance | 140 / 100 = 1.40 | 140 / 100 = 1.40 |" in said
    assert "0 of 2 ratios are 1.3 or better; the highest is 1.40, At a glance" in said


def test_a_page_without_filters_is_walked_by_days_alone() -> None:
    assert [change.label for change in plan.changes(DATA, 4)] == [plan.DAY] * 8


def test_a_page_with_filters_is_walked_by_days_and_by_sub_groups() -> None:
    counted = [change.label for change in plan.changes(GLANCE, 4) if change.is_counted]
    assert counted == [plan.DAY] * 4 + [plan.GROUP] * 4


def test_every_page_is_measured() -> None:
    files = {file.relative_to(plan.ROOT).as_posix() for file in (plan.ROOT / "pages").rglob("*.py")}
    assert {page.file for page in plan.PAGES} == files


def test_a_page_that_shows_a_viewer_nothing_is_opened_in_a_role() -> None:
    links = [page.link for page in plan.named(["home", "actions", "report"])]
    assert links == ["/", "/actions", "/report?role=Member%2C+Business+Group"]


def test_every_view_of_a_walk_is_recorded_once() -> None:
    views = plan.views(GLANCE, 4)
    assert len(views) == len(set(views)) == 9


def test_a_copied_row_has_new_identifiers_and_the_same_dates() -> None:
    row = {"action_id": "ACT-1", "rec_id": "R-1", "due_on": "2018-02-15", "lead_group_id": "QE"}
    assert boards.copied(row, 3) == {
        "action_id": "ACT-1-x3",
        "rec_id": "R-1-x3",
        "due_on": "2018-02-15",
        "lead_group_id": "QE",
    }


@pytest.mark.parametrize(
    ("cell", "number", "named"),
    [("", 2, ""), ("R-1", 0, "R-1"), ("R-1; R-2", 2, "R-1-x2; R-2-x2")],
)
def test_copies_are_told_apart_by_their_number(cell: str, number: int, named: str) -> None:
    assert boards.renamed(cell, number) == named


def test_the_figures_are_built_and_sorted_as_often(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    files = PublishedFiles(tmp_path).indicator().year(2018, {"OWN": 2})
    monkeypatch.setenv("SCRUTINY_PUBLISHED", str(files.write()))
    found = figures.measured(times=2)
    assert (len(found.real), len(found.bare)) == (2, 2)
    assert min(found.bare) > 0  # what so few figures add to a build is lost in how builds vary


def test_the_report_says_how_long_the_figures_take() -> None:
    results = Results(date(2018, 2, 15), 1, [walked(0.14, 0.1)])
    assert "Building the published figures" not in told(results)
    results.figures = pair([0.8], [0.2])
    assert "800 / 200 = 4.00" in told(results)


def test_the_report_tells_what_each_store_takes() -> None:
    results = Results(date(2018, 2, 15), 1, [walked(0.14, 0.1)])
    assert "## The journal" not in told(results)
    results.journals = [Kept("SQLite", pair([0.002, 0.004, 0.9], [0.002]), pair([0.3], [0.1]))]
    assert "| SQLite | 250 | 4 / 2 = 2.00 | 300 / 100 = 3.00 |" in told(results)
