"""A small board for a test: its entries in memory, and a warehouse that has read them.

    board = SmallBoard().action("A1", due_on="2018-01-31").report("A1", percent=40, on="2017-10-01")

Days are text, YYYY-MM-DD. ``on`` is the day an entry is about, ``learned`` the day the board
learned of it where that is another. What an entry refers to is added first where the test does not
say it: a recommendation gets its source, an action its recommendation, an extension its meeting.
"""

from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime, time
from math import inf
from pathlib import Path
from typing import Any, Self

import pandas as pd

from scrutiny import tables, warehouse
from scrutiny.journal import Entry
from scrutiny.warehouse import Warehouse
from tests.queries.small_assurance import Assurance

MADE, AGREED = "2017-06-01", "2017-07-01"

REFERENCE: Mapping[str, Sequence[Mapping[str, object]]] = {
    "org_group": [
        {"group_id": key, "name": name, "kind": kind, "position": n, "provenance": "paper"}
        for n, (key, name, kind) in enumerate(
            [
                ("BOARD", "The Board", "board"),
                ("BG", "Business Group", "business_group"),
                ("SG1", "First Sub-group", "sub_group"),
                ("SG2", "Second Sub-group", "sub_group"),
                ("COUNCIL", "The Council", "council"),
                ("SCRUTINY", "Scrutiny Committee", "scrutiny"),
                ("INSPECT", "The Inspectorate", "inspectorate"),
            ],
            1,
        )
    ],
    "agency": [
        {"agency_id": "POLICE", "name": "Police", "position": 1, "provenance": "paper"},
        {"agency_id": "HEALTH", "name": "Health", "position": 2, "provenance": "paper"},
    ],
    "people": [
        {"person_id": key, "sign_in": sign_in, "role": role, "label": f"The {key}", "position": n}
        | {"group_ids": groups, "closed_rec_ids": closed, "provenance": "paper"}
        for n, (key, sign_in, role, groups, closed) in enumerate(
            [
                ("officer", "Officer@Example.org", "officer", [], ["R1", "R2"]),
                ("chair", "chair@example.org", "chair", ["SG1", "SG2"], []),
                ("member", "auth|0815", "board", [], []),
                ("viewer", "viewer@example.org", "viewer", [], []),
            ],
            1,
        )
    ],
    "rating_rule": [
        {
            "rule_set": "first",
            "from_on": "2010-01-01",
            "due_soon_days": 30,
            "due_later_days": 60,
            "cycle_days": 91,
            "forecast_days": 180,
            "why": "For the tests.",
        },
        {
            "rule_set": "second",
            "from_on": "2020-01-01",
            "due_soon_days": 10,
            "due_later_days": 20,
            "cycle_days": 30,
            "forecast_days": 60,
            "why": "Tighter, so that a change of rules shows.",
        },
    ],
    "risk_rule": [
        {
            "rule_set": "first bands",
            "from_on": "2010-01-01",
            "medium_from": 5,
            "high_from": 10,
            "very_high_from": 16,
            "due_soon_days": 30,
            "why": "For the tests.",
            "provenance": "illustrative",
        },
        {
            "rule_set": "second bands",
            "from_on": "2020-01-01",
            "medium_from": 4,
            "high_from": 9,
            "very_high_from": 20,
            "due_soon_days": 10,
            "why": "Others, so that a change of rules shows.",
            "provenance": "illustrative",
        },
    ],
    "assurance_page": [{"page": "register", "rec_ids": ["R", "R1"]}],
    "board_setting": [{"setting": "board_name", "value": "Small Board"}],
    "measure": [
        {
            "measure_id": key,
            "subject": subject,
            "position": position,
            "name": f"Name of {key}",
            "counted": "those counted",
            "out_of": None if unit == "count" else "all",
            "unit": unit,
            "better": better,
            "by_agency": subject == "neglect",
            "about_children": about_children,
            "provenance": "illustrative",
        }
        for position, (key, subject, unit, better, about_children) in enumerate(
            [
                ("TRAINED", "neglect", "%", "higher", False),
                ("USED", "neglect", "count", "higher", True),
                ("ATTENDED", "neglect", "%", "higher", True),
                ("TOOK_PART", "reviewing service", "%", "higher", True),
                ("DISPUTES", "reviewing service", "count", "neutral", True),
                ("CASELOAD", "reviewing service", "per post", "lower", True),
            ],
            1,
        )
    ],
    "learning_theme": [
        {"theme": theme, "position": n, "provenance": "illustrative"}
        for n, theme in enumerate(("Listening", "Sharing", "Supervising"), 1)
    ],
    "review_limit": [
        {
            "limit_id": f"L{n}",
            "stage": stage,
            "from_stage": from_stage,
            "days": days,
            "counted_in": counted_in,
            "from_on": from_on,
            "source": "the tests",
            "by_role": "officer",
            "provenance": "illustrative",
        }
        for n, (stage, from_stage, days, counted_in, from_on) in enumerate(
            [
                ("notified", "came to light", 5, "working days", "2010-01-01"),
                ("rapid review", "notified", 15, "working days", "2010-01-01"),
                ("rapid review", "notified", 10, "working days", "2020-01-01"),
                ("published", "decided", 6, "months", "2010-01-01"),
            ],
            1,
        )
    ],
    "data_file": [
        {
            "path": path,
            "owner": "programme officer",
            "status": status,
            "source": "the tests",
            "licence": "MIT",
        }
        for path, status in [("published/a.csv", "published"), ("board/z.csv", "sample")]
    ],
}


def write_empty(folder: Path) -> Path:
    """A warehouse with the reference rows above and no entries; the folder it is in."""
    warehouse.write(folder / "warehouse-empty.duckdb", REFERENCE)
    (folder / warehouse.CURRENT).symlink_to("warehouse-empty.duckdb")
    return folder


class SmallBoard(Assurance):
    """The entries of a board, in the order they were said. Every method adds one."""

    def __init__(self) -> None:
        self.entries: list[Entry] = []
        self._keys: set[tuple[str, str]] = set()

    def source(self, source_id: str = "S", *, on: str = MADE, **columns: Any) -> Self:
        given = {
            "title": f"Report {source_id}",
            "made_text": "In a report",
            "made_to_group_id": "BOARD",
        }
        return self._add("source", source_id, on, "INSPECT", given | columns)

    def meeting(self, meeting_id: str = "M", held_on: str = "2017-09-01", **columns: Any) -> Self:
        given = {"group_id": "BOARD", "held_on": held_on, "title": f"Meeting {meeting_id}"}
        return self._add("meeting", meeting_id, columns.pop("on", MADE), "BOARD", given | columns)

    def recommendation(
        self, rec_id: str = "R", *, source_id: str = "S", on: str = MADE, **columns: Any
    ) -> Self:
        self._once("source", source_id, on=on)
        position = 1 + sum(entry.kind == "recommendation" for entry in self.entries)
        given = {
            "source_id": source_id,
            "ref": rec_id,
            "position": position,
            "title": f"Title of {rec_id}",
            "ask": f"What {rec_id} asks",
            "lead_group_id": "SG1",
        }
        return self._add("recommendation", rec_id, on, "INSPECT", given | columns)

    def response(self, *rec_ids: str, on: str = AGREED, **columns: Any) -> Self:
        given = {"rec_ids": self._recs(rec_ids), "acceptance": "accepted", "answer": "We will."}
        return self._add("response", "", on, "COUNCIL", given | columns)

    def promise(
        self,
        promise_id: str = "P",
        *rec_ids: str,
        due_on: str | None = None,
        on: str = AGREED,
        **columns: Any,
    ) -> Self:
        given = {
            "rec_ids": self._recs(rec_ids),
            "what": f"What {promise_id} promises",
            "to_group_id": "SCRUTINY",
            "due_on": due_on,
            "due_text": None if due_on else "TBC",
        }
        return self._add("promise", promise_id, on, "COUNCIL", given | columns)

    def moved(self, promise_id: str, due_on: str | None, *, on: str, **columns: Any) -> Self:
        text = None if due_on else "later"
        return self.update(promise_id, "moved", on=on, due_on=due_on, due_text=text, **columns)

    def update(self, promise_id: str, change: str, *, on: str, **columns: Any) -> Self:
        given = {"promise_id": promise_id, "change": change, "said": f"It was {change}"}
        return self._add("promise_update", "", on, "COUNCIL", given | columns)

    def action(
        self,
        action_id: str = "A",
        rec_id: str = "R",
        *,
        due_on: str | None = None,
        on: str = AGREED,
        **columns: Any,
    ) -> Self:
        self._once("recommendation", rec_id, on=min(on, MADE))
        given = {
            "rec_id": rec_id,
            "title": f"Title of {action_id}",
            "lead_group_id": "SG1",
            "agency_id": "POLICE",
            "start_on": on,
            "due_on": due_on,
            "due_text": None if due_on else "TBC",
        }
        return self._add("action", action_id, on, "BOARD", given | columns)

    def report(
        self, action_id: str = "A", percent: int | None = None, *, on: str, **columns: Any
    ) -> Self:
        given = {"action_id": action_id, "percent": percent, "done": "Some of it"}
        return self._add("report", "", on, "SG1", given | columns)

    def move(self, action_id: str, to_delivery: str, *, on: str, **columns: Any) -> Self:
        given = {"action_id": action_id, "to_delivery": to_delivery}
        return self._add("move", "", on, "BOARD", given | columns)

    def moves(self, action_id: str, *steps: tuple[str, str]) -> Self:
        """Several moves, each a day and a state."""
        for day, state in steps:
            self.move(action_id, state, on=day)
        return self

    def move_recommendation(
        self, rec_id: str, to_delivery: str, *, on: str, **columns: Any
    ) -> Self:
        given = {"rec_id": rec_id, "to_delivery": to_delivery}
        return self._add("move", "", on, "BOARD", given | columns)

    def extension(self, action_id: str, due_on: str, *, on: str, **columns: Any) -> Self:
        if "meeting_id" not in columns:
            self._once("meeting", "M")
        given = {"action_id": action_id, "due_on": due_on, "meeting_id": "M", "why": "Needs longer"}
        return self._add("extension", "", on, "BOARD", given | columns)

    def asks(self, action_id: str, due_on: str, *, on: str, **columns: Any) -> Self:
        """A request Q for a later date."""
        given = {"action_id": action_id, "due_on": due_on, "why": "Needs longer"}
        return self._add("extension_request", "Q", on, "SG1", given | columns)

    def decides(self, outcome: str, *, on: str, **columns: Any) -> Self:
        """What came of it."""
        given = {"request_id": "Q", "outcome": outcome, "why": "Not yet"}
        return self._add("extension_decision", "", on, "BG", given | columns)

    def scope(self, rec_id: str = "R", *, on: str = AGREED, **columns: Any) -> Self:
        given = {
            "rec_id": rec_id,
            "setting_kind": "schools",
            "asked": "All schools",
            "first_stage": "Those below good",
            "first_stage_percent": 8.0,
            "why": "One stage at a time",
        }
        return self._add("scope", "", on, "COUNCIL", given | columns)

    def proposes(self, rec_id: str = "R", key: str = "N", *, on: str, **columns: Any) -> Self:
        """A request for a narrower scope."""
        given = {"rec_id": rec_id, "setting_kind": "Schools", "asked": "All schools"}
        given |= {"first_stage": "Those below good", "why": "One stage at a time"}
        return self._add("scope_request", key, on, "SG1", given | columns)

    def settles(self, outcome: str, key: str = "N", *, on: str, **columns: Any) -> Self:
        """What the Board decided on it, at its meeting M."""
        given = {"scope_request_id": key, "outcome": outcome, "meeting_id": "M", "why": "All of it"}
        return self._add("scope_decision", "", on, "BOARD", given | columns)

    def opens(self, *rec_ids: str, on: str, **columns: Any) -> Self:
        """What was heard in closed session is opened by the Board, at its meeting M."""
        for rec_id in rec_ids:
            given = {"rec_id": rec_id, "meeting_id": "M", "why": "It may be known"}
            self._add("session_opening", "", on, "BOARD", given | columns)
        return self

    def challenge(
        self, challenge_id: str = "C", rec_id: str = "R", *, on: str, **columns: Any
    ) -> Self:
        self._once("recommendation", rec_id, on=min(on, MADE))
        given = {"rec_id": rec_id, "to_group_id": "SG1", "question": "Is it done?"}
        return self._add("challenge", challenge_id, on, "BG", given | columns)

    def answer(
        self, challenge_id: str = "C", outcome: str = "satisfied", *, on: str, **columns: Any
    ) -> Self:
        given = {"challenge_id": challenge_id, "said": "It is.", "outcome": outcome}
        return self._add("answer", "", on, "SG1", given | columns)

    def note(self, *rec_ids: str, on: str, **columns: Any) -> Self:
        return self._add(
            "note", "", on, "SCRUTINY", {"rec_ids": self._recs(rec_ids), "said": "Noted."} | columns
        )

    def assurance(
        self, rec_id: str = "R", assurance: str = "evidenced", *, on: str, **columns: Any
    ) -> Self:
        given = {"rec_id": rec_id, "assurance": assurance, "evidence": "An audit"}
        return self._add("assurance", "", on, "BG", given | columns)

    def retraction(self, of: int, *, on: str, **columns: Any) -> Self:
        """Takes back the entry with this number, from 1."""
        return self._add("retraction", "", on, "BOARD", {"why": "A slip", "corrects": of} | columns)

    def known_by(self, day: str) -> list[Entry]:
        """The entries that the board knew on a day."""
        return [entry for entry in self.entries if known_on(entry) <= date.fromisoformat(day)]

    def _recs(self, rec_ids: tuple[str, ...]) -> list[str]:
        for rec_id in rec_ids or ("R",):
            self._once("recommendation", rec_id)
        return list(rec_ids or ("R",))

    def _once(self, kind: str, key: str, **columns: Any) -> None:
        if (kind, key) not in self._keys:
            getattr(self, kind)(key, **columns)

    def _add(self, kind: str, key: str, on: str, by: str, columns: dict[str, Any]) -> Self:
        seq = len(self.entries) + 1
        entry_key = key or f"{kind}-{seq}"
        self._keys.add((kind, entry_key))
        learned = columns.pop("learned", on)
        fields = {
            "by_group_id": columns.pop("by", by),
            "by_role": columns.pop("role", "chair"),
            "provenance": columns.pop("provenance", "illustrative"),
            "why": columns.pop("why", None),
            "cited": columns.pop("cited", None),
            "entered_by": columns.pop("entered_by", None),
            "corrects": columns.pop("corrects", None),
        }
        self.entries.append(
            Entry(
                kind=kind,
                body={_KEY.get(kind, f"{kind}_id"): entry_key} | columns,
                effective_on=date.fromisoformat(on),
                recorded_at=datetime.combine(date.fromisoformat(learned), time.min, UTC),
                seq=seq,
                **fields,
            )
        )
        return self


_KINDS = """
    select distinct table_name from duckdb_columns()
    where database_name = 'warehouse' and column_name = 'effective_on'
"""
_KEY = {
    "extension_request": "request_id",
    "extension_decision": "decision_id",
    "recommendation": "rec_id",
    "promise_update": "update_id",
    "risk_score": "score_id",
    "risk_control": "control_id",
    "risk_treatment": "treatment_id",
    "risk_acceptance": "acceptance_id",
    "risk_review": "risk_review_id",
    "risk_link": "link_id",
    "measure_figure": "figure_id",
    "measure_target": "target_id",
    "neglect_step": "step_id",
    "case_review": "review_id",
    "review_step": "step_id",
    "review_recommendation": "review_rec_id",
    "review_update": "update_id",
    "learning_check": "check_id",
}


def known_on(entry: Entry) -> date:
    """The later of the day it is about and the day it was learned."""
    assert entry.recorded_at is not None
    return max(entry.effective_on, entry.recorded_at.date())


class Reading:
    """A warehouse that has read a board; answers come as plain rows, which a test can show."""

    def __init__(self, empty: Path, entries: Sequence[Entry] = ()) -> None:
        self.warehouse = Warehouse.open(empty)
        self.warehouse.take(entries)

    def anew(self, entries: Sequence[Entry]) -> Self:
        """Forgets what it has read and reads these entries, of which there must be some."""
        assert entries
        with self.warehouse._connection.cursor() as cursor:
            for (kind,) in cursor.execute(_KINDS).fetchall():
                cursor.execute(f"delete from whole.{kind}")
        self.warehouse.head = 0
        # days asked for long ago are not worked out again, which is most of the time this takes
        settled = self.warehouse._workings._settled
        settled._used = dict.fromkeys(settled, -inf)
        self.warehouse.take(entries)
        return self

    def ask(
        self, name: str, *columns: str, may_see: Sequence[str] = (), **params: object
    ) -> list[Any]:
        """Rows of a named query: tuples of the columns asked for, or single values for one."""
        return rows(self.warehouse.ask(name, may_see, **params), *columns)

    def state(self, macro: str, days: str | Sequence[str], *columns: str) -> list[Any]:
        """Rows of actions_on, promises_on or recommendations_on on one day or several, by key."""
        listed = [days] if isinstance(days, str) else list(days)
        with tables.changing(self.warehouse._connection) as cursor:
            frame = cursor.execute(
                f"select * from {macro}(cast($days as date[])) order by 1, 2", {"days": listed}
            ).df()
        return rows(frame, *columns)

    def action(self, day: str, column: str, action_id: str = "A") -> Any:
        """One column of one action on a day."""
        found = self.state("actions_on", day, "action_id", column)
        return dict(found)[action_id]

    def recommendation(self, day: str, column: str, rec_id: str = "R") -> Any:
        """One column of one recommendation on a day."""
        return dict(self.state("recommendations_on", day, "rec_id", column))[rec_id]

    def promise(self, day: str, column: str, promise_id: str = "P") -> Any:
        """One column of one promise on a day."""
        return dict(self.state("promises_on", day, "promise_id", column))[promise_id]

    def close(self) -> None:
        self.warehouse.close()
        del self.warehouse  # whoever still holds this holds no connection


def rows(frame: pd.DataFrame, *columns: str) -> list[Any]:
    """Plain rows: days as text, nothing as None; single values where one column is asked for."""
    chosen = frame[list(columns)] if columns else frame
    found = [tuple(map(_plain, row)) for row in chosen.itertuples(index=False, name=None)]
    return [row[0] for row in found] if len(columns) == 1 else found


def _plain(value: Any) -> Any:
    if hasattr(value, "tolist") and not isinstance(value, pd.Timestamp):
        value = value.tolist()
    if isinstance(value, list):
        return value
    if value is None or pd.isna(value):
        return None
    return str(value.date()) if isinstance(value, pd.Timestamp) else value
