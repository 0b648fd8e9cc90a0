"""What is kept of a day: the rows of its rule, for each reader, until entries come."""

import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from scrutiny import kept_days, queries, sight, workings
from scrutiny.warehouse import SCHEMA, Warehouse
from tests.queries.small_board import Reading
from tests.queries.small_risks import RiskBoard

DAYS = (date(2017, 9, 30), date(2018, 1, 2), date(2018, 2, 15))
TWIN = re.compile(r"\b(\w+)_at\(([^)]*)\)")


def board() -> RiskBoard:
    made = RiskBoard().source().recommendation("R").recommendation("S", closed_session=True)
    made.action("A", "R", due_on="2017-12-31").action("B", "S", due_on="2017-12-31")
    for day in ("2017-09-30", "2018-01-02"):
        made.meeting(f"M{day}", day)
    made.score(4, 4, on="2017-07-02").score(5, 4, on="2018-01-10")
    return made.link(action_id="A", on="2017-08-01").link(action_id="B", on="2017-08-01")


@pytest.fixture
def reading(empty: Path) -> Iterator[Reading]:
    opened = Reading(empty, board().entries)
    yield opened
    opened.warehouse.close()


def worked_out(store: Warehouse, rule: str, day: date, hidden: tuple[str, ...]) -> list[Any]:
    with store._connection.cursor() as cursor:
        sight.hide(cursor, hidden)
        return sorted(cursor.execute(f"from {rule}_on($day)", {"day": day}).fetchall(), key=repr)


def kept(store: Warehouse, rule: str, day: date, hidden: tuple[str, ...]) -> list[Any]:
    store._workings._keep_days([rule], day, hidden)
    with store._connection.cursor() as cursor:
        sight.hide(cursor, hidden)
        return sorted(cursor.execute(f"from {rule}_at($day)", {"day": day}).fetchall(), key=repr)


@pytest.mark.parametrize("hidden", [(), ("S",)], ids=["all", "closed"])
def test_what_is_kept_of_every_rule_is_what_the_rule_gives(
    reading: Reading, hidden: tuple[str, ...]
) -> None:
    store = reading.warehouse
    rules = kept_days._rules(store._connection)
    assert {"audits", "risk_cards", "settings", "standing"} <= set(rules)
    for day in DAYS:
        reading.ask("actions/list", as_at=day)  # the state of the day, which rules read
        for rule in rules:
            assert kept(store, rule, day, hidden) == worked_out(store, rule, day, hidden), rule


def test_a_reader_is_never_shown_what_was_kept_for_another(reading: Reading) -> None:
    for may_see, seen in (((), 1), (("S",), 2), ((), 1)):
        asked = {"as_at": DAYS[1], "risk": "K"}
        links = reading.ask("risks/links", "action_id", may_see=may_see, **asked)
        assert len(links) == seen


def test_entries_that_come_are_in_the_next_answer(reading: Reading) -> None:
    asked = ("risks/list", "score")
    assert reading.ask(*asked, as_at=DAYS[2]) == [20]
    more = board().score(2, 2, on="2018-02-01")
    reading.warehouse.take(more.entries)
    assert reading.ask(*asked, as_at=DAYS[2]) == [4]


def test_days_of_meetings_are_kept_along_with_the_one_asked_for(reading: Reading) -> None:
    reading.ask("risks/list", as_at=DAYS[2])
    lacking = reading.warehouse._workings._days.lacking
    assert lacking(["risk_cards"], date(2017, 9, 30), ("S",)) == []
    assert lacking(["risk_cards"], date(2017, 10, 1), ("S",)) == ["risk_cards"]


def test_what_a_failed_attempt_left_behind_is_not_counted_twice(
    reading: Reading, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise RuntimeError

    with monkeypatch.context() as patch:
        patch.setattr(reading.warehouse._workings._days, "note", fail)
        with pytest.raises(RuntimeError):
            reading.ask("risks/list", as_at=DAYS[2])
    assert len(reading.ask("risks/list", as_at=DAYS[2])) == 1


def test_a_question_reads_what_is_kept_by_way_of_other_rules_too(reading: Reading) -> None:
    named = reading.warehouse._workings._days.named_in(queries.find("risks/list").sql)
    assert named == ["risk_cards"]


def test_questions_read_kept_rows_of_their_own_day_alone() -> None:
    for name in queries.names():
        for rule, day in TWIN.findall(queries.find(name).sql):
            assert day == "$as_at", f"{name} reads {rule} of {day}, which may not be kept"


def test_a_rule_that_is_kept_reads_nothing_that_is_kept(reading: Reading) -> None:
    days = reading.warehouse._workings._days
    for rule in kept_days._rules(reading.warehouse._connection):
        assert days.named_in(f"{rule}_on(") == [], f"{rule} would be empty where that is not kept"
    assert not [path for path in SCHEMA.glob("[1-8]*.sql") if TWIN.search(path.read_text())]


def test_there_is_room_for_every_rule_on_every_day_that_is_kept(reading: Reading) -> None:
    rules = kept_days._rules(reading.warehouse._connection)
    assert len(rules) * workings._MOST_DAYS * 3 <= kept_days._MOST


# the sample has none on these days; of what needs attention it has some later, and test_wholes.py
# and test_report.py make the others
NONE_IN_SAMPLE = {"indicator_attention", "scopes_asked", "whole_queue"}


@pytest.mark.parametrize("hidden", [(), ("OFSTED-2017-6",)], ids=["all", "one"])
def test_on_the_sample_every_rule_has_rows_and_they_are_kept(
    sample: Warehouse, hidden: tuple[str, ...]
) -> None:
    empty = set(kept_days._rules(sample._connection))
    for day in (date(2017, 12, 7), date(2018, 1, 31), DAYS[2]):
        sample.ask("actions/list", as_at=day)
        for rule in sorted(kept_days._rules(sample._connection)):
            rows = kept(sample, rule, day, hidden)
            assert rows == worked_out(sample, rule, day, hidden), rule
            empty -= {rule} if rows else set()
    assert empty <= NONE_IN_SAMPLE | {"dates_asked"}


def test_on_the_sample_what_needs_attention_is_kept_too(sample: Warehouse) -> None:
    day = date(2019, 12, 31)
    sample.ask("actions/list", as_at=day)
    rows = kept(sample, "indicator_attention", day, ())
    assert rows
    assert rows == worked_out(sample, "indicator_attention", day, ())
