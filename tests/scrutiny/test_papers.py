"""A board's papers load whole or not at all, and every problem is told at once."""

import json
import string
import tempfile
import time
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from scrutiny import cells
from scrutiny.contract import Contract
from scrutiny.journal import Journal
from scrutiny.papers import REFERENCE_FILES, REQUIRED_FILES, read_board
from scrutiny.problems import BadInput
from tests.scrutiny.board_files import TABLES, BoardFiles, place


@pytest.fixture
def files(tmp_path: Path) -> BoardFiles:
    return BoardFiles(tmp_path)


def test_every_row_of_a_kind_becomes_one_entry(files: BoardFiles) -> None:
    entries = files.read().entries
    # these are made on screen only
    asked = {
        f"{what}_{step}" for what in ("extension", "scope") for step in ("request", "decision")
    }
    kinds = set(Contract.read().kinds) - asked - {"retraction", "session_opening"}
    assert len(entries) == sum(len(TABLES[kind]) for kind in kinds)
    assert {entry.kind for entry in entries} == kinds


def test_the_body_has_the_kind_s_own_columns_as_json(files: BoardFiles) -> None:
    entry = next(e for e in files.read().entries if e.kind == "recommendation")
    assert entry.body == {
        "rec_id": "R1",
        "source_id": "S1",
        "ref": "R1",
        "parent_id": None,
        "position": 1,
        "title": "Title R1",
        "ask": "Do it.",
        "lead_group_id": "SG",
        "support_group_ids": ["SG", "BG"],
        "agency_id": None,
        "closed_session": None,
    }
    action = next(e for e in files.read().entries if e.kind == "action")
    assert action.body["due_on"] == "2017-12-01"
    assert json.loads(json.dumps(action.body)) == action.body


def test_who_when_and_why_are_fields_of_the_entry(files: BoardFiles) -> None:
    files.put("scope", 2, recorded_on="2017-07-05", cited="Paper 1")
    entry = next(e for e in files.read().entries if e.kind == "scope")
    assert entry.effective_on == date(2017, 7, 1)
    assert entry.recorded_at == datetime(2017, 7, 5, tzinfo=UTC)
    assert (entry.by_group_id, entry.by_role) == ("SG", "Sub-group chair")
    assert (entry.why, entry.cited, entry.provenance) == ("Few.", "Paper 1", "illustrative")


def test_without_a_recorded_day_an_entry_is_learned_on_its_own_day(files: BoardFiles) -> None:
    entry = next(e for e in files.read().entries if e.kind == "scope")
    assert entry.recorded_at == datetime(2017, 7, 1, tzinfo=UTC)
    assert entry.cited is None


def test_entries_come_as_they_were_known_then_parents_first_then_as_in_the_file(
    files: BoardFiles,
) -> None:
    files.put("note", 2, recorded_on="2019-01-01")
    files.put("source", 3, recorded_on="2017-05-01")
    told = [(e.kind, next(iter(e.body.values()))) for e in files.read().entries]
    assert told[:4] == [("source", "S1"), ("source", "S2"), ("meeting", "M1"), ("meeting", "M2")]
    assert told[4:7] == [("recommendation", rec) for rec in ("R1", "R1a", "R2")]
    assert told[-1] == ("note", "N1")


def test_reference_rows_are_typed(files: BoardFiles) -> None:
    reference = files.read().reference
    assert set(reference) == {
        *REFERENCE_FILES,
        *("rating_rule", "board_setting"),
    }
    assert reference["org_group"][0]["position"] == 1
    assert reference["rating_rule"][0]["from_on"] == date(2010, 1, 1)
    assert {"setting": "default_as_at", "value": "2018-02-15"} in reference["board_setting"]
    assert len(reference["board_setting"]) == 4


def test_the_journal_takes_what_was_read(files: BoardFiles, tmp_path: Path) -> None:
    journal = Journal(f"sqlite:///{tmp_path / 'journal.db'}")
    entries = files.read().entries
    assert len(journal.append(entries)) == len(entries)
    journal.close()


def test_only_the_files_a_board_cannot_do_without_must_be_there(files: BoardFiles) -> None:
    for table in set(TABLES) - set(REQUIRED_FILES):
        files.path(table).unlink()
    assert {e.kind for e in files.read().entries} == {"source", "meeting", "recommendation"}


def test_an_empty_board_of_headers_loads(files: BoardFiles) -> None:
    for table in TABLES:
        header = files.text(table).splitlines()[0]
        files.path(table).write_text(header + "\n", encoding="utf-8")
    assert files.read().entries == []


@pytest.mark.parametrize("table", REQUIRED_FILES)
def test_a_missing_file_is_one_problem_and_hides_no_other(files: BoardFiles, table: str) -> None:
    files.path(table).unlink()
    problem = files.problem()
    assert place(problem) == (f"{table}.csv", None, None, None)
    assert "missing" in problem.remedy


def test_a_missing_folder_is_named(tmp_path: Path) -> None:
    with pytest.raises(BadInput, match="no such folder"):
        read_board(tmp_path / "nowhere")


def test_a_file_of_no_kind_is_named_with_the_likeliest(files: BoardFiles) -> None:
    (files.folder / "actions.csv").write_text("a\n", encoding="utf-8")
    problem = files.problem()
    assert place(problem) == ("actions.csv", None, None, None)
    assert '"action.csv"' in problem.remedy


def test_a_repeated_key_names_the_first_row(files: BoardFiles) -> None:
    row = files.add("note", 2)
    problem = files.problem()
    assert place(problem) == ("note.csv", row, "note_id", "N1")
    assert "Row 2" in problem.remedy


def test_columns_that_must_differ_together_are_told_together(files: BoardFiles) -> None:
    files.put("recommendation", 4, ref="R1")
    problem = files.problem()
    assert place(problem) == ("recommendation.csv", 4, "ref", "S1, R1")
    assert "Row 2" in problem.remedy


def test_an_unknown_body_is_named_with_its_file_and_the_likeliest(files: BoardFiles) -> None:
    files.put("report", 2, by_group_id="BORD")
    problem = files.problem()
    assert place(problem) == ("report.csv", 2, "by_group_id", "BORD")
    assert "org_group.csv" in problem.remedy
    assert '"BOARD"' in problem.remedy


def test_a_missing_parent_is_named(files: BoardFiles) -> None:
    files.put("recommendation", 3, parent_id="R9")
    problem = files.problem()
    assert place(problem) == ("recommendation.csv", 3, "parent_id", "R9")
    assert "recommendation.csv" in problem.remedy


def test_an_unknown_member_of_a_list_is_named_alone(files: BoardFiles) -> None:
    files.put("response", 2, rec_ids="R1; X7")
    assert place(files.problem()) == ("response.csv", 2, "rec_ids", "X7")


def test_people_may_see_only_recommendations_that_there_are(files: BoardFiles) -> None:
    files.put("people", 3, closed_rec_ids="R1; R3")
    problem = files.problem()
    assert place(problem) == ("people.csv", 3, "closed_rec_ids", "R3")
    assert "recommendation.csv" in problem.remedy


def test_people_may_see_what_the_journal_has_had_added(files: BoardFiles) -> None:
    files.put("people", 3, closed_rec_ids="R1; R3")
    asked: list[str] = []

    def entered(kind: str) -> set[str]:
        asked.append(kind)
        return {"R3"}

    board = read_board(files.folder, entered)
    assert board.reference["people"][1]["closed_rec_ids"] == ["R1", "R3"]
    assert asked == ["recommendation"]


def test_entries_themselves_may_refer_only_to_what_the_files_hold(files: BoardFiles) -> None:
    files.put("response", 2, rec_ids="R1; R3")
    with pytest.raises(BadInput, match="R3"):
        read_board(files.folder, lambda _: {"R3"})


def test_a_group_of_a_person_must_be_one_of_the_boards(files: BoardFiles) -> None:
    files.put("people", 3, group_ids="SGG")
    assert place(files.problem()) == ("people.csv", 3, "group_ids", "SGG")


@pytest.mark.parametrize(
    ("column", "value"), [("role", "admin"), ("sign_in", ""), ("label", ""), ("position", "0")]
)
def test_a_person_needs_a_role_a_sign_in_and_a_place(
    files: BoardFiles, column: str, value: str
) -> None:
    files.put("people", 3, **{column: value})
    assert place(files.problem())[:3] == ("people.csv", 3, column)


@pytest.mark.parametrize("value", ["yes", "0", "t"])
def test_whether_a_session_is_closed_is_true_or_false_and_nothing_else(
    files: BoardFiles, value: str
) -> None:
    files.put("recommendation", 2, closed_session=value)
    problem = files.problem()
    assert place(problem) == ("recommendation.csv", 2, "closed_session", value)
    assert problem.remedy == "Write true or false."


def test_true_and_false_are_read_whatever_their_capitals() -> None:
    column = Contract.read().table("recommendation").by_name["closed_session"]
    assert [cells.read(text, column) for text in ("true", "FALSE")] == ["true", "false"]


def test_a_reference_into_an_absent_optional_file_is_unknown(files: BoardFiles) -> None:
    files.path("response").unlink()
    problem = files.problem()
    assert place(problem) == ("promise.csv", 2, "response_id", "P1")


def test_a_bad_row_does_not_make_its_children_orphans(files: BoardFiles) -> None:
    files.put("action", 2, start_on="soon")
    assert place(files.problem()) == ("action.csv", 2, "start_on", "soon")


def test_a_bad_row_is_not_told_again_through_the_history_it_belongs_to(files: BoardFiles) -> None:
    files.put("move", 2, effective_on="1.10.2017")
    assert place(files.problem()) == ("move.csv", 2, "effective_on", "1.10.2017")


def test_a_mistyped_action_is_not_told_again_as_an_illegal_move(files: BoardFiles) -> None:
    files.put("move", 2, action_id="A1O")
    assert place(files.problem()) == ("move.csv", 2, "action_id", "A1O")


def test_an_unreadable_file_is_not_told_again_through_others(files: BoardFiles) -> None:
    files.path("report").write_bytes(b"\xff\xfe")
    assert files.problem().file == "report.csv"


@pytest.mark.parametrize(
    ("table", "row", "cells", "column", "remedy"),
    [
        ("action", 2, {"due_on": "", "due_text": ""}, "due_on", "due_text"),
        ("action", 2, {"due_on": "2017-06-30"}, "due_on", "not before start_on"),
        ("promise", 2, {"due_on": ""}, "due_on", "due_text"),
        ("promise_update", 2, {"change": "kept"}, "change", "neither"),
        (
            "response",
            2,
            {"actioned_on": "2017-07-01", "actioned_text": "TBC"},
            "actioned_on",
            "both",
        ),
        ("source", 2, {"record_ends_on": "2018-01-01"}, "record_ends_on", "record_note"),
        ("move", 2, {"rec_id": "R1"}, "action_id", "exactly one"),
        ("report", 2, {"percent": "101"}, "percent", "from 0 to 100"),
        ("scope", 2, {"first_stage_percent": "-1"}, "first_stage_percent", "from 0 to 100"),
        ("org_group", 2, {"position": "0"}, "position", "above 0"),
    ],
)
def test_a_row_that_breaks_a_rule_of_its_table_is_named(
    files: BoardFiles, table: str, row: int, cells: dict[str, str], column: str, remedy: str
) -> None:
    files.put(table, row, **cells)
    problem = next(p for p in files.problems() if p.file == f"{table}.csv")
    assert (problem.row, problem.column) == (row, column)
    assert problem.value is not None
    assert remedy in problem.remedy


def test_rules_of_the_settings_are_held_by_the_contract_too(files: BoardFiles) -> None:
    text = (files.folder / "settings.toml").read_text(encoding="utf-8")
    rule = text[text.index("[[rating_rule]]") :].replace(
        "due_later_days = 60", "due_later_days = 1"
    )
    files.settings(f"{text}\n{rule}")
    problems = {place(problem)[2:]: problem.remedy for problem in files.problems()}
    assert "no fewer days" in problems["rating_rule[2].due_later_days", "1"]
    assert "rating_rule[2].rule_set" in {column for column, _ in problems}
    assert ("rating_rule[2].from_on", "2010-01-01") in problems


def test_every_problem_of_every_file_is_told_at_once(files: BoardFiles) -> None:
    files.put("action", 3, start_on="2017-13-01")
    files.put("report", 3, by_group_id="XX")
    files.add("note", 2)
    files.put("recommendation", 3, parent_id="R9")
    files.replace("agency", "Council", "Council,x")
    files.replace("challenge", "answer_by", "answered_by")
    files.path("answer").write_bytes(files.text("answer").encode() + b"\x96")
    files.put("extension", 2, due_on="2017-11-01")
    files.settings("board_name = ")
    found = {(problem.file, problem.row, problem.column) for problem in files.problems()}
    assert found >= {
        ("action.csv", 3, "start_on"),
        ("report.csv", 3, "by_group_id"),
        ("note.csv", 3, "note_id"),
        ("recommendation.csv", 3, "parent_id"),
        ("agency.csv", 2, None),
        ("challenge.csv", 1, "answer_by"),
        ("challenge.csv", 1, "answered_by"),
        ("answer.csv", 3, None),
        ("extension.csv", 2, "due_on"),
        ("settings.toml", 1, None),
    }


CELLS = [
    (table, row, column.name)
    for table, rows in TABLES.items()
    for row in range(2, len(rows) + 2)
    for column in Contract.read().table(table).columns
]
TEXTS = st.one_of(
    st.text(max_size=20),
    st.text(alphabet=string.printable + "\x00\u200b\u2028é", max_size=20),
    st.dates(date(1899, 1, 1), date(2300, 1, 1)).map(date.isoformat),
    st.integers().map(str),
    st.sampled_from(
        ["", "A1", "R1; R1", "M2", "SG", "superseded", "1e400", "nan", "\u0663", '"', "12%"]
    ),
)


@settings(max_examples=40, suppress_health_check=[HealthCheck.too_slow])
@given(cell=st.sampled_from(CELLS), text=TEXTS)
def test_any_text_in_any_cell_loads_or_is_a_problem_that_names_the_file(
    cell: tuple[str, int, str], text: str
) -> None:
    table, row, column = cell
    with tempfile.TemporaryDirectory() as folder:
        files = BoardFiles(Path(folder))
        files.put(table, row, **{column: text})
        try:
            files.read()
        except BadInput as bad:
            told = [f"{problem.file} {problem.remedy}" for problem in bad.problems]
            assert any(f"{table}.csv" in words for words in told), told


@settings(max_examples=20, suppress_health_check=[HealthCheck.too_slow])
@given(table=st.sampled_from(sorted(TABLES)), raw=st.binary(max_size=60), start=st.integers(0, 400))
def test_any_bytes_in_a_file_load_or_are_problems(table: str, raw: bytes, start: int) -> None:
    with tempfile.TemporaryDirectory() as folder:
        files = BoardFiles(Path(folder))
        whole = files.path(table).read_bytes()
        files.path(table).write_bytes(whole[:start] + raw + whole[start:])
        try:
            files.read()
        except BadInput as bad:
            assert bad.problems  # noqa: PT017


def test_thirty_thousand_rows_are_read_in_seconds(files: BoardFiles) -> None:
    lines = files.text("report").splitlines()
    more = [lines[1].replace("T1,", f"T1-{n},", 1) for n in range(30_000)]
    files.path("report").write_text("\n".join([*lines, *more]), encoding="utf-8")
    began = time.process_time()
    board = files.read()
    assert len(board.entries) > 30_000
    assert time.process_time() - began < 10
