"""The as-at day moves every page: nothing is known too early, and nothing too late."""

import calendar
import csv
import json
import re
from datetime import date
from pathlib import Path

import pytest

from tests.pages.conftest import Look
from tests.pages.screen import DAY, FILES, Screen

BEFORE_ALL = "2010-12-01"
PLAN = "improvement plan"
SCRUTINY = ("Cabinet Scrutiny Committee", "CSC-2010", PLAN, "recovery plan", "party whips")
IN_BETWEEN = date(2017, 11, 30)
RECOMMENDATIONS = [f"OFSTED-2017-{number}" for number in range(1, 7)]

each_page = pytest.mark.parametrize("page", FILES)
# the text on methods is the same on any day; it explains, and may give examples
each_page_of_the_day = pytest.mark.parametrize(
    "page", [name for name in FILES if name != "methods"]
)


@each_page
@pytest.mark.parametrize("day", [DAY, BEFORE_ALL, "2011-03-01", "2018-03-31", "2030-01-01"])
def test_a_page_opens_on_any_day(page: str, day: str, look: Look) -> None:
    shown = look(page, as_at=day)
    assert shown.errors == ()
    said = f"as at {date.fromisoformat(day).day} {date.fromisoformat(day):%B %Y}"
    assert shown.line_with(said), f"no line says {said}"


@each_page
@pytest.mark.parametrize("day", [DAY, BEFORE_ALL])
def test_no_line_is_left_empty(page: str, day: str, look: Look) -> None:
    assert [line for line in look(page, as_at=day).raw if not line.strip()] == []


@each_page
def test_a_page_opens_on_the_day_of_the_latest_meeting_unless_told_otherwise(
    page: str, look: Look
) -> None:
    assert look(page).line_with("as at 15 February 2018")


@each_page_of_the_day
def test_nothing_of_the_scrutiny_is_known_before_it_met(page: str, look: Look) -> None:
    shown = look(page, as_at=BEFORE_ALL)
    everything = "\n".join([*_about_the_board(shown), *shown.charts])
    assert [words for words in SCRUTINY if words in everything] == []


@each_page_of_the_day
def test_no_date_is_shown_before_anything_is_known(page: str, look: Look) -> None:
    days = _dates(_about_the_board(look(page, as_at=BEFORE_ALL)))
    assert date.fromisoformat(BEFORE_ALL) in days
    assert [day for day in days if day > date.fromisoformat(BEFORE_ALL)] == []


@pytest.mark.parametrize(
    ("page", "words"),
    [
        ("at_a_glance", "No recommendation is known"),
        ("since_last_meeting", "nothing has changed"),
        ("recommendations", "none is known on this day"),
        ("recommendation", "No recommendation is known"),
        ("actions", "No actions"),
    ],
)
def test_where_nothing_is_known_a_page_says_so(page: str, words: str, look: Look) -> None:
    shown = look(page, as_at=BEFORE_ALL)
    assert shown.line_with(words)
    assert [table for table in shown.tables if not table.empty] == []


def test_by_march_2011_the_improvement_plan_is_late_and_slipped_once(look: Look) -> None:
    shown = look("at_a_glance", as_at="2011-03-01")
    assert shown.line_with("Points raised to go into the recovery plan", "Overdue", "29 days late")
    moved = shown.table_with("First promised", "Now", "Times")
    assert moved[["First promised", "Now", "Slip", "Times"]].to_dict("records") == [
        {"First promised": "19 Jan 2011", "Now": "31 Jan 2011", "Slip": "12 days", "Times": "1"}
    ]
    assert PLAN in moved["What"][0]


def test_by_march_2011_the_ledger_shows_the_promise_and_its_one_move(look: Look) -> None:
    shown = look("recommendation", as_at="2011-03-01", rec="CSC-2010-3")
    ledger = shown.table_with("Promise", "Step")
    steps = ledger[["Said on", "Step", "For", "Late now"]].to_dict("records")
    assert steps == [
        {"Said on": "17 Dec 2010", "Step": "Made", "For": "19 Jan 2011", "Late now": "29 days"},
        {"Said on": "19 Jan 2011", "Step": "Moved", "For": "31 Jan 2011", "Late now": "29 days"},
    ]


@pytest.mark.parametrize(("day", "late"), [("2011-01-31", False), ("2011-02-01", True)])
def test_a_promise_is_late_from_the_day_after_its_date(day: str, late: bool, look: Look) -> None:
    shown = look("recommendation", as_at=day, rec="CSC-2010-3")
    assert (shown.line_with("1 day late") is not None) == late


@pytest.mark.parametrize("rec", RECOMMENDATIONS)
def test_no_words_from_after_the_day_are_on_the_page_of_a_recommendation(
    rec: str, look: Look, board_folder: Path
) -> None:
    shown = look("recommendation", as_at=IN_BETWEEN.isoformat(), rec=rec)
    everything = shown.text + "".join(_texts(chart) for chart in shown.charts)
    later = _words_from_after(board_folder, IN_BETWEEN)
    assert len(later) > 50
    assert [words for words in later if words in everything] == []


@pytest.mark.parametrize(
    "page", ["at_a_glance", "since_last_meeting", "recommendations", "actions", "data"]
)
def test_no_words_from_after_the_day_are_on_a_list(
    page: str, look: Look, board_folder: Path
) -> None:
    shown = look(page, as_at=IN_BETWEEN.isoformat())
    everything = shown.text + "".join(_texts(chart) for chart in shown.charts)
    later = _words_from_after(board_folder, IN_BETWEEN)
    assert [words for words in later if words in everything] == []


@pytest.mark.parametrize(("day", "is_known"), [("2017-11-28", False), ("2017-11-29", True)])
def test_a_report_that_came_late_is_shown_from_the_day_it_was_entered(
    day: str, is_known: bool, look: Look
) -> None:
    shown = look("recommendation", as_at=day, rec="OFSTED-2017-2")
    assert (shown.line_with("1 Nov 2017", "Contents of the report agreed") is not None) == is_known


def _about_the_board(shown: Screen) -> list[str]:
    """Every line but those of the register, which tells of the files and not of the board."""
    files = shown.table_with("File").itertuples(index=False, name=None)
    about_files = {" | ".join(row) for row in files}
    return [line for line in shown.lines if line not in about_files]


def _dates(lines: list[str]) -> list[date]:
    found = re.findall(r"\b(\d{1,2}) ([A-Z][a-z]{2})[a-z]* (\d{4})\b", "\n".join(lines))
    months = [calendar.month_abbr[number] for number in range(13)]
    return [date(int(year), months.index(month), int(day)) for day, month, year in found]


def _texts(chart: str) -> str:
    return json.dumps(json.loads(chart), ensure_ascii=False)


def _words_from_after(board: Path, day: date) -> list[str]:
    """Titles and sentences that only entries known after the day have."""
    now, later = set(), set()
    for path in sorted(board.glob("*.csv")):
        with path.open(encoding="utf-8-sig", newline="") as file:
            for row in csv.DictReader(file):
                if "effective_on" not in row:
                    continue
                known_on = max(row["effective_on"], row["recorded_on"] or "")
                words = {
                    row[column]
                    for column in ("title", "done", "obstacles", "said", "evidence", "question")
                    if len(row.get(column) or "") > 20 and path.name != "meeting.csv"
                }
                (later if known_on > day.isoformat() else now).update(words)
    known = "\n".join(now)
    return sorted(words for words in later if words not in known)
