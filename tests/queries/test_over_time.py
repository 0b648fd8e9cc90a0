"""Ratings over time are kept by the day, shared between questions, forgotten when need be."""

from datetime import date
from typing import Any

import pytest

from scrutiny import lately, over_time, queries
from tests.queries.conftest import Read
from tests.queries.small_board import Reading, SmallBoard

NAME = "recommendations/progress_over_time"
THURSDAY = "2018-02-15"


def board() -> SmallBoard:
    """One recommendation that is closed and older, one that is open; work on both."""
    made = SmallBoard().source().recommendation("OLD", closed_session=True, on="2017-01-05")
    made.recommendation("R", on="2017-11-01").action("A", "R", due_on="2018-01-31")
    return made.action("B", "OLD", due_on="2017-12-31").report("A", 10, on="2017-12-01")


def full_board() -> SmallBoard:
    """The same with a sub-point, work of another sub-group and agency, a promise, work replaced."""
    made = board().recommendation("Ra", parent_id="R", on="2017-11-01", position=7)
    made.action("C", "Ra", lead_group_id="SG2", agency_id="HEALTH", due_on="2018-01-20")
    made.action("D", "R", due_on="2018-01-10").move("D", "superseded", on="2018-01-05")
    return made.promise("P", "R", "Ra", due_on="2018-01-01")


def counted(reading: Reading, day: str = THURSDAY, **asked: Any) -> list[tuple[str, str, int, int]]:
    found = reading.ask(NAME, as_at=day, **asked)
    return [tuple(row) for row in found if any(row[2:])]


def sampled(reading: Reading) -> list[str]:
    """The days of which ratings are kept, all of them noted."""
    with reading.warehouse._connection.cursor() as cursor:
        found = cursor.execute("select distinct as_at from whole.rating_sample order by 1")
        days = [day for (day,) in found.fetchall()]
    assert set(days) <= set(reading.warehouse._workings._sampled)
    return [str(day) for day in days]


def worked_out(reading: Reading) -> list[Any]:
    """The ratings on the days kept, by the rule itself."""
    days = [date.fromisoformat(day) for day in sampled(reading)]
    with reading.warehouse._connection.cursor() as cursor:
        cursor.execute("set variable hidden = []::varchar[]; set variable shut = []::bigint[]")
        return ordered(cursor.execute("from ratings_on($days::date[])", {"days": days}).fetchall())


def kept(reading: Reading) -> list[Any]:
    with reading.warehouse._connection.cursor() as cursor:
        return ordered(cursor.execute("from whole.rating_sample").fetchall())


def ordered(rows: list[Any]) -> list[Any]:
    """Rows, and the lists in them, in an order of their own."""
    told = [tuple(sorted(c) if isinstance(c, list) else c for c in row) for row in rows]
    return sorted(told, key=repr)


def test_a_day_from_its_state_is_the_same_as_one_worked_out(read: Read) -> None:
    reading = read(full_board())
    for day in ("2018-01-11", "2018-01-14", THURSDAY):
        counted(reading, day, may_see=["OLD"])
    assert {"2018-01-04", "2018-01-11", "2018-01-14", THURSDAY} <= set(sampled(reading))
    assert kept(reading) == worked_out(reading)
    assert {tuple(groups) for *_, groups, _ in kept(reading)} > {("SG1",), ("SG2",)}


def test_each_reader_begins_with_what_he_may_see(read: Read) -> None:
    reading = read(board())
    first = {"all": counted(reading, may_see=["OLD"]), "open": counted(reading)}
    assert first["all"][0][0] == "2017-01-05"
    assert first["open"][0][0] == "2017-11-02"
    # red on the last day: the open work alone, or both
    assert [row[2:] for row in first["open"][-1:]] == [(1, 1)]
    assert [row[2:] for row in first["all"][-1:]] == [(2, 2)]
    assert {"all": counted(reading, may_see=["OLD"]), "open": counted(reading)} == first


def test_what_is_said_later_moves_the_past_of_the_chart(read: Read) -> None:
    made = board()
    reading = read(made)
    assert (THURSDAY, "red", 1, 1) in counted(reading)
    number = len(made.entries)
    reading.warehouse.take(made.move("A", "complete", on="2018-02-01").entries[number:])
    after = counted(reading)
    assert (THURSDAY, "green", 1, 1) in after
    assert ("2018-02-01", "green", 1, 1) in after
    assert kept(reading) == worked_out(reading)


def test_days_long_unused_are_dropped_and_come_back(
    read: Read, monkeypatch: pytest.MonkeyPatch
) -> None:
    reading = read(board())
    first = counted(reading)
    monkeypatch.setattr(reading.warehouse._workings._sampled, "_most", 0)
    monkeypatch.setattr(lately, "_KEPT_FOR_S", 0.0)
    counted(reading, "2018-02-14")
    assert THURSDAY not in sampled(reading)
    assert "2018-02-08" in sampled(reading)  # the chart that was just asked for shows it
    assert counted(reading) == first
    assert kept(reading) == worked_out(reading)


def test_a_second_chart_adds_only_its_own_day(read: Read) -> None:
    reading = read(board())
    counted(reading)
    before = sampled(reading)
    counted(reading, "2018-02-13")
    assert sorted({*before, "2018-02-13"}) == sampled(reading)


def test_what_a_failed_attempt_left_behind_is_not_counted_twice(
    read: Read, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise RuntimeError

    reading = read(board())
    with monkeypatch.context() as patch:
        patch.setattr(reading.warehouse._workings._sampled, "forget", fail)
        with pytest.raises(RuntimeError):
            counted(reading)
    assert (THURSDAY, "red", 1, 1) in counted(reading)
    assert kept(reading) == worked_out(reading)


def test_whatever_reads_ratings_over_time_says_of_which_recommendations() -> None:
    reads = [queries.find(name) for name in queries.names()]
    reads = [query for query in reads if over_time.is_read_by(query.sql)]
    assert reads
    assert all(set(over_time.ASKED) <= set(query.parameters) for query in reads)
