"""A small board that is right in every cell, written to a folder, and ways to spoil it."""

import csv
from pathlib import Path

import pytest

from scrutiny.contract import Contract
from scrutiny.papers import Board, read_board
from scrutiny.problems import BadInput, Problem
from tests.scrutiny import board_assurance, board_risks

SETTINGS = """\
board_name = "Test Board"
place = "Testshire"
default_as_at = 2018-02-15
notice = "All of it is made up."

[[rating_rule]]
rule_set = "Rules 1"
from_on = 2010-01-01
due_soon_days = 30
due_later_days = 60
cycle_days = 91
forecast_days = 180
why = "Set for tests."
"""

_BOARD = {"by_group_id": "BOARD", "by_role": "Chair"}
_GROUP = {"by_group_id": "SG", "by_role": "Sub-group chair"}
_BUSINESS = {"by_group_id": "BG", "by_role": "Business Group chair"}


def _group(group_id: str, kind: str, position: int) -> dict[str, str]:
    return {
        "group_id": group_id,
        "name": f"Group {group_id}",
        "kind": kind,
        "position": str(position),
        "provenance": "illustrative",
    }


def _person(person_id: str, role: str, position: int, **cells: str) -> dict[str, str]:
    names = {"person_id": person_id, "sign_in": f"{person_id}@example.org", "role": role}
    place = {"position": str(position), "provenance": "illustrative"}
    return names | {"label": f"The {person_id}"} | place | cells


def _on(day: str, **cells: str) -> dict[str, str]:
    return {"effective_on": day, "provenance": "illustrative"} | _GROUP | cells


def _recommendation(rec_id: str, position: int, **cells: str) -> dict[str, str]:
    words = {"title": f"Title {rec_id}", "ask": "Do it.", "lead_group_id": "SG"}
    place = {"rec_id": rec_id, "source_id": "S1", "ref": rec_id, "position": str(position)}
    return _on("2017-06-01", **place, **words, **cells)


def _action(action_id: str, day: str, **cells: str) -> dict[str, str]:
    words = {"title": f"Action {action_id}", "lead_group_id": "SG", "agency_id": "LA"}
    when = {"start_on": day, "due_on": "2017-12-01"}
    return _on(day, **{"action_id": action_id, "rec_id": "R1"} | words | when | cells)


def _move(move_id: str, day: str, to: str, **cells: str) -> dict[str, str]:
    return _on(day, **{"move_id": move_id, "action_id": "A1", "to_delivery": to} | cells)


def _measure(measure_id: str, position: int, **cells: str) -> dict[str, str]:
    words = {"subject": "neglect", "name": f"Measure {measure_id}", "unit": "%", "better": "higher"}
    flags = {"by_agency": "true", "about_children": "false", "provenance": "illustrative"}
    return {"measure_id": measure_id, "position": str(position)} | words | flags | cells


def _figure(figure_id: str, measure_id: str, **cells: str) -> dict[str, str]:
    given = {"figure_id": figure_id, "measure_id": measure_id, "agency_id": "LA"}
    return _on("2017-12-31") | given | {"period_start": "2017-12-01"} | cells


def _update(update_id: str, day: str, **cells: str) -> dict[str, str]:
    given = {"update_id": update_id, "review_action_id": "CR-1-1", "said": "So it is."}
    return _on(day) | given | cells


TABLES: dict[str, list[dict[str, str]]] = {
    "org_group": [
        _group("BOARD", "board", 1),
        _group("BG", "business_group", 2),
        _group("SG", "sub_group", 3),
        _group("CC", "council", 4),
    ],
    "agency": [
        {"agency_id": "LA", "name": "Council", "position": "1", "provenance": "illustrative"}
    ],
    "people": [
        _person("viewer", "viewer", 1),
        _person("chair", "chair", 2, group_ids="SG", closed_rec_ids="R2"),
        _person("officer", "officer", 3, sign_in="auth|0815"),
    ],
    "source": [
        _on("2017-06-01", source_id="S1", title="First", made_text="June", made_to_group_id="CC"),
        _on("2017-06-01", source_id="S2", title="Second", made_text="June", made_to_group_id="CC"),
    ],
    "meeting": [
        _on("2017-06-01", meeting_id="M1", group_id="BOARD", held_on="2017-09-14", title="Autumn"),
        _on("2017-06-01", meeting_id="M2", group_id="BOARD", held_on="2018-02-15", title="Winter"),
    ],
    "recommendation": [
        _recommendation("R1", 1, support_group_ids="SG; BG"),
        _recommendation("R1a", 2, parent_id="R1", agency_id="LA"),
        _recommendation("R2", 3),
    ],
    "response": [
        _on("2017-06-20", response_id="P1", rec_ids="R1; R2", acceptance="accepted", answer="Yes.")
    ],
    "promise": [
        _on(
            "2017-06-20",
            promise_id="Q1",
            rec_ids="R1",
            what="A plan.",
            to_group_id="BOARD",
            meeting_id="M1",
            due_on="2017-09-14",
            response_id="P1",
        )
    ],
    "promise_update": [
        _on("2017-09-14", update_id="U1", promise_id="Q1", change="moved", due_on="2018-02-15")
        | {"said": "Later.", "meeting_id": "M2"}
    ],
    "action": [
        _action("A1", "2017-07-01"),
        _action("A2", "2017-07-01", due_on="", due_text="TBC"),
        _action("A3", "2017-09-20", replaces_id="A2"),
    ],
    "report": [
        _on("2017-08-01", report_id="T1", action_id="A1", percent="40", done="Half.")
        | {"own_rating": "green", "forecast_on": "2017-12-01"},
        _on("2017-10-01", report_id="T2", action_id="A3", percent="10", done="Begun."),
    ],
    "move": [
        _move("V1", "2017-10-01", "proposed complete", evidence="Minutes"),
        _move("V2", "2017-11-01", "complete", **_BUSINESS),
        _move("V3", "2018-02-15", "signed off", meeting_id="M2", **_BOARD),
        _move("V4", "2017-09-14", "superseded", action_id="A2", why="Merged.", meeting_id="M1")
        | _BOARD,
    ],
    "extension": [
        _on("2017-09-14", extension_id="E1", action_id="A1", due_on="2018-01-31", why="Staff.")
        | {"meeting_id": "M1"}
    ],
    "scope": [
        _on(
            "2017-07-01", scope_id="C1", rec_id="R2", setting_kind="school", asked="All", why="Few."
        )
        | {"first_stage": "Some", "first_stage_percent": "8.5"}
    ],
    "challenge": [
        _on("2017-10-01", challenge_id="H1", rec_id="R1", action_id="A1", question="Really?")
        | {"to_group_id": "SG", "to_agency_id": "LA", "answer_by": "2017-10-31"}
    ],
    "answer": [
        _on("2017-10-20", answer_id="W1", challenge_id="H1", said="Yes.", outcome="satisfied")
    ],
    "note": [_on("2017-09-14", note_id="N1", rec_ids="R1; R1a", said="Noted.", meeting_id="M1")],
    "assurance": [
        _on("2018-01-10", assurance_id="Z1", rec_id="R1", assurance="evidenced", evidence="Audit.")
    ],
    **board_assurance.TABLES,
    "measure": [
        _measure("TRAINED", 1, counted="people trained", out_of="people"),
        _measure("LICENSED", 2, counted="people licensed", out_of="people", within_id="TRAINED"),
        _measure("USED", 3, counted="assessments", unit="count", about_children="true"),
        _measure("TOOK_PART", 4, counted="children", out_of="children due", by_agency="false")
        | {"about_children": "true", "subject": "reviewing service"},
    ],
    "measure_target": [
        _on("2017-09-01", target_id="G1", measure_id="TRAINED", agency_id="LA", target="60")
        | {"due_on": "2018-03-31", "why": "Agreed."}
    ],
    "measure_figure": [
        _figure("F1", "TRAINED", number="30", of_number="80"),
        _figure("F2", "LICENSED", number="20", of_number="80"),
        _figure("F3", "USED", number="12"),
        _figure("F4", "TOOK_PART", number="40", of_number="60", agency_id=""),
        _figure("F5", "USED", status="c", effective_on="2018-01-31"),
    ],
    "neglect_step": [
        _on("2017-07-01", step_id="K1", stage="strategy launched", change="planned")
        | {"planned_for": "2017-09-01"},
        _on("2017-09-29", step_id="K2", stage="strategy launched", change="done"),
    ],
    "learning_theme": [
        {"theme": "Listening", "position": "1", "provenance": "illustrative"},
    ],
    "review_limit": [
        {"limit_id": "L1", "stage": "notified", "from_stage": "came to light", "days": "5"}
        | {"counted_in": "working days", "from_on": "2010-01-01", "source": "Tests"}
        | {"by_role": "Officer", "provenance": "illustrative"}
    ],
    "case_review": [
        _on("2017-09-01", review_id="CR", review_kind="serious case review", themes="Listening")
    ],
    "review_step": [
        _on("2017-09-05", step_id="Y1", review_id="CR", stage="notified"),
        _on("2017-09-20", step_id="Y2", review_id="CR", stage="rapid review"),
        _on("2017-09-29", step_id="Y3", review_id="CR", stage="decided", outcome="review"),
        _on("2018-02-01", step_id="Y4", review_id="CR", stage="published"),
    ],
    "review_recommendation": [
        _on("2017-10-02", review_rec_id="CR-1", review_id="CR", theme="Listening", title="Listen.")
        | {"lead_group_id": "SG"}
    ],
    "review_action": [
        _on("2017-10-02", review_action_id="CR-1-1", review_rec_id="CR-1", title="Train.")
        | {"lead_group_id": "SG", "agency_id": "LA"}
        | {"start_on": "2017-10-02", "due_on": "2017-12-01"}
    ],
    "review_update": [
        _update("D1", "2017-10-20", percent="40"),
        _update("D2", "2017-11-01", due_on="2018-01-31", why="Staff.", meeting_id="M1"),
        _update("D3", "2017-11-20", to_delivery="proposed complete", evidence="Minutes"),
        _update("D4", "2017-12-20", to_delivery="complete", **_BUSINESS),
        _update("D5", "2018-02-15", to_delivery="signed off", meeting_id="M2", **_BOARD),
    ],
    "learning_check": [
        _on("2018-02-20", check_id="B1", review_rec_id="CR-1", found="embedded", evidence="Asked.")
    ],
    **board_risks.TABLES,
}


class BoardFiles:
    """The small board in ``folder``. Rows are numbered as in a spreadsheet: the first is 2."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._tables = {name: [dict(row) for row in rows] for name, rows in TABLES.items()}
        self.settings(SETTINGS)
        for table in self._tables:
            self._write(table)

    def put(self, table: str, row: int, **cells: str) -> None:
        """Write these texts into cells of one row."""
        self._tables[table][row - 2] |= cells
        self._write(table)

    def add(self, table: str, like: int, **cells: str) -> int:
        """Add a row like another one but for these cells; its number."""
        self._tables[table].append(self._tables[table][like - 2] | cells)
        self._write(table)
        return len(self._tables[table]) + 1

    def remove(self, table: str, row: int) -> None:
        """Take a row out."""
        del self._tables[table][row - 2]
        self._write(table)

    def text(self, table: str) -> str:
        """What the file holds."""
        return self.path(table).read_text(encoding="utf-8")

    def path(self, table: str) -> Path:
        """Where the file is."""
        return self.folder / f"{table}.csv"

    def replace(self, table: str, old: str, new: str) -> None:
        """Replace text that stands in the file once or more, as with an editor."""
        assert old in self.text(table)
        self.path(table).write_text(self.text(table).replace(old, new), encoding="utf-8")

    def settings(self, text: str) -> None:
        """Write settings.toml."""
        (self.folder / "settings.toml").write_text(text, encoding="utf-8")

    def read(self) -> Board:
        """The board. Raises BadInput."""
        return read_board(self.folder)

    def problems(self) -> list[Problem]:
        """Every problem, of which there must be one at least."""
        with pytest.raises(BadInput) as raised:
            self.read()
        return list(raised.value.problems)

    def problem(self) -> Problem:
        """The only problem."""
        problems = self.problems()
        assert len(problems) == 1, "\n".join(map(str, problems))
        return problems[0]

    def _write(self, table: str) -> None:
        names = list(Contract.read().table(table).by_name)
        with self.path(table).open("w", encoding="utf-8", newline="") as file:
            writer = csv.DictWriter(file, names)
            writer.writeheader()
            writer.writerows(self._tables[table])


def place(problem: Problem) -> tuple[str, int | None, str | None, str | None]:
    """Where a problem is: file, row, column, value."""
    return problem.file, problem.row, problem.column, problem.value
